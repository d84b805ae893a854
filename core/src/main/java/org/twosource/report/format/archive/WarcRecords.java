package org.twosource.report.format.archive;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where the records of a WARC file lie (ISO 28500). A record is believed when the next one, or the
 * end of the file, follows where its length says; else the next record is looked for, so that a bad
 * length or junk costs no other record. One instance a file; for one thread.
 */
final class WarcRecords {
  private static final int MAX_HEADER_BYTES = 1 << 16;
  private static final Pattern LENGTH =
      Pattern.compile("(?im)^content-length[ \\t]*:[ \\t]*(\\d{1,18})[ \\t]*\\r?$");

  /**
   * The next stretch of the file.
   *
   * @param start bytes from the start of the file
   * @param end exclusive, without the empty lines behind a record
   * @param fault why this is no whole record, or "" for one that is
   */
  record Stretch(int start, int end, String fault) {}

  private final byte[] bytes;
  private int at;

  WarcRecords(byte[] bytes) {
    this.bytes = bytes;
  }

  /** Where the first record begins in the first {@code limit} bytes; -1 when none does. */
  static int first(byte[] bytes, int limit) {
    WarcRecords records = new WarcRecords(bytes);
    for (int i = 0; i < Math.min(limit, bytes.length); i++) {
      if (records.begins(i)) {
        return i;
      }
    }
    return -1;
  }

  /** The next record, or the damage before it; empty at the end of the file. */
  Optional<Stretch> next() {
    if (at >= bytes.length) {
      return Optional.empty();
    }
    Stretch stretch = begins(at) ? record(at) : junk(at);
    at = behindEmptyLines(stretch.end());
    return Optional.of(stretch);
  }

  private Stretch junk(int start) {
    int next = find(start);
    return new Stretch(
        start, next, (next - start) + " bytes that are no record lie here and are skipped");
  }

  private Stretch record(int start) {
    int body = body(start);
    if (body < 0) {
      int next = find(start + 1);
      return next < bytes.length
          ? damaged(start, next, "a record whose header does not end")
          : new Stretch(start, bytes.length, "the last record is cut off in its header");
    }
    Matcher length =
        LENGTH.matcher(new String(bytes, start, body - start, StandardCharsets.ISO_8859_1));
    if (!length.find()) {
      return damaged(start, find(body), "a record that does not say how long it is");
    }
    long end = body + Long.parseLong(length.group(1));
    if (end <= bytes.length && isClosed((int) end)) {
      return new Stretch(start, (int) end, "");
    }
    int next = find(body);
    if (end > bytes.length && next >= bytes.length) {
      return new Stretch(
          start,
          bytes.length,
          "the last record is cut off: "
              + (bytes.length - body)
              + " of its "
              + length.group(1)
              + " bytes are there");
    }
    return damaged(start, next, "a record whose length does not fit");
  }

  private static Stretch damaged(int start, int next, String fault) {
    return new Stretch(start, next, fault + "; " + (next - start) + " bytes are skipped");
  }

  /** Whether a record may end here: at the end, before an empty line, or before a record. */
  private boolean isClosed(int end) {
    int next = behindEmptyLines(end);
    return next == bytes.length || begins(next) || isEmptyLines(end);
  }

  private boolean isEmptyLines(int from) {
    return from + 4 <= bytes.length
        && bytes[from] == '\r'
        && bytes[from + 1] == '\n'
        && bytes[from + 2] == '\r'
        && bytes[from + 3] == '\n';
  }

  private int behindEmptyLines(int from) {
    int next = from;
    while (next < bytes.length && (bytes[next] == '\r' || bytes[next] == '\n')) {
      next++;
    }
    return next;
  }

  private int find(int from) {
    int found = from;
    while (found < bytes.length && !begins(found)) {
      found++;
    }
    return found;
  }

  /** Whether a record begins here: its version, and a field of its own in the next line. */
  private boolean begins(int start) {
    if (!is(start, "WARC/") || start + 9 > bytes.length) {
      return false;
    }
    int line = start + 5;
    while (line < bytes.length
        && line < start + 10
        && (bytes[line] == '.' || bytes[line] >= '0' && bytes[line] <= '9')) {
      line++;
    }
    if (line < bytes.length && bytes[line] == '\r') {
      line++;
    }
    boolean lineEnds = line < bytes.length && bytes[line] == '\n';
    return start == 0 || lineEnds && (is(line + 1, "WARC-") || is(line + 1, "Content-"));
  }

  private boolean is(int from, String text) {
    if (from + text.length() > bytes.length) {
      return false;
    }
    for (int i = 0; i < text.length(); i++) {
      if (bytes[from + i] != text.charAt(i)) {
        return false;
      }
    }
    return true;
  }

  /** Where the header that begins here ends; -1 when it does not. */
  private int body(int start) {
    int limit = (int) Math.min(bytes.length, (long) start + MAX_HEADER_BYTES);
    for (int i = start; i < limit; i++) {
      if (bytes[i] == '\n') {
        int next = i + 1 < limit && bytes[i + 1] == '\r' ? i + 2 : i + 1;
        if (next < limit && bytes[next] == '\n') {
          return next + 1;
        }
      }
    }
    return -1;
  }
}
