package org.twosource.report.format.archive;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import org.twosource.report.format.Expansion;

/**
 * The members of a gzip file, one after the other (RFC 1952). Behind damage the next member is
 * looked for, so that a bad one costs no other. One instance a file; for one thread.
 */
final class GzipMembers {
  private static final int STEP_BYTES = 1 << 16;
  private static final int HEADER_BYTES = 10;
  private static final int TRAILER_BYTES = 8;
  private static final int CHECKSUM_FLAG = 2;
  private static final int EXTRA_FLAG = 4;
  private static final int NAME_FLAG = 8;
  private static final int COMMENT_FLAG = 16;
  private static final int RESERVED_FLAGS = 0xe0;
  private static final String CUT_OFF = "the gzip file is cut off";

  /**
   * What is wrong with a part of the file.
   *
   * @param offset bytes from the start of the packed file
   */
  record Damage(long offset, String reason) {}

  /**
   * One member, as far as it could be unpacked.
   *
   * @param end where the next one may begin; the end of the file when it is cut off
   * @param fault what is wrong with it, or ""
   * @param limit the limit that it passes, or ""
   */
  private record Member(byte[] unpacked, int end, String fault, String limit) {}

  private final byte[] packed;
  private final Expansion expansion;
  private final ByteArrayOutputStream unpacked = new ByteArrayOutputStream();
  private final List<Damage> damages = new ArrayList<>();

  GzipMembers(byte[] packed, Expansion expansion) {
    this.packed = packed;
    this.expansion = expansion;
  }

  /** What all members hold together; see {@link #damages()} for what is missing in it. */
  byte[] unpack() {
    int at = 0;
    boolean first = true;
    while (at < packed.length) {
      if (!begins(at)) {
        at = skip(at);
        continue;
      }
      Member member = member(at);
      if (!member.limit().isEmpty()) {
        unpacked.writeBytes(member.unpacked());
        damages.add(new Damage(at, member.limit() + "; read up to there"));
        return unpacked.toByteArray();
      }
      int next = member.fault().isEmpty() ? member.end() : next(at + 1);
      boolean alone = first && next >= packed.length;
      if (member.fault().isEmpty() || alone || !isRecord(member)) {
        unpacked.writeBytes(member.unpacked());
      }
      if (!member.fault().isEmpty()) {
        damages.add(new Damage(at, damage(member, at, next)));
      }
      first = false;
      at = next;
    }
    return unpacked.toByteArray();
  }

  private String damage(Member member, int at, int next) {
    return next >= packed.length
        ? member.fault() + "; read up to there"
        : member.fault() + "; " + (next - at) + " packed bytes are skipped";
  }

  /** In a web archive each record is a member; what is left of a damaged one is no page. */
  private static boolean isRecord(Member member) {
    return !member.fault().equals(CUT_OFF)
        && new String(
                member.unpacked(),
                0,
                Math.min(5, member.unpacked().length),
                StandardCharsets.ISO_8859_1)
            .equals("WARC/");
  }

  /** What is wrong with the file, in its order. */
  List<Damage> damages() {
    return List.copyOf(damages);
  }

  /** Goes on to the next member; padding with zeros is no damage. */
  private int skip(int at) {
    int next = next(at);
    for (int i = at; i < next; i++) {
      if (packed[i] != 0) {
        damages.add(
            new Damage(at, (next - at) + " bytes that are no gzip data lie here and are skipped"));
        break;
      }
    }
    return next;
  }

  private int next(int from) {
    int at = from;
    while (at < packed.length && !begins(at)) {
      at++;
    }
    return at;
  }

  private boolean begins(int at) {
    return at + 3 < packed.length
            && packed[at] == 0x1f
            && packed[at + 1] == (byte) 0x8b
            && packed[at + 2] == 8
            && (packed[at + 3] & RESERVED_FLAGS) == 0
        || at == 0 && packed.length < 4; // cut off in its first bytes
  }

  private Member member(int start) {
    int data = data(start);
    if (data < 0) {
      return new Member(new byte[0], packed.length, CUT_OFF, "");
    }
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    CRC32 checksum = new CRC32();
    Inflater inflater = new Inflater(true);
    try {
      inflater.setInput(packed, data, packed.length - data);
      byte[] buffer = new byte[STEP_BYTES];
      while (!inflater.finished()) {
        int read = inflater.inflate(buffer);
        if (read == 0 && (inflater.needsInput() || inflater.needsDictionary())) {
          return new Member(bytes.toByteArray(), packed.length, CUT_OFF, "");
        }
        String limit = expansion.add(read);
        if (!limit.isEmpty()) {
          return new Member(bytes.toByteArray(), packed.length, "", limit);
        }
        checksum.update(buffer, 0, read);
        bytes.write(buffer, 0, read);
      }
      int end = packed.length - inflater.getRemaining();
      return closed(bytes.toByteArray(), checksum.getValue(), end);
    } catch (DataFormatException broken) {
      return new Member(
          bytes.toByteArray(),
          packed.length,
          "the gzip file is damaged: " + broken.getMessage(),
          "");
    } finally {
      inflater.end();
    }
  }

  private Member closed(byte[] bytes, long checksum, int end) {
    if (end + TRAILER_BYTES > packed.length) {
      return new Member(bytes, packed.length, CUT_OFF, "");
    }
    boolean fits = number(end) == checksum && number(end + 4) == (bytes.length & 0xffffffffL);
    return new Member(
        bytes,
        end + TRAILER_BYTES,
        fits ? "" : "the gzip file is damaged: its checksum does not fit",
        "");
  }

  /** Where the packed data begin; -1 when the header is cut off. */
  private int data(int start) {
    int flags = start + 3 < packed.length ? packed[start + 3] : 0;
    int at = start + HEADER_BYTES;
    if ((flags & EXTRA_FLAG) != 0) {
      at = at + 2 <= packed.length ? at + 2 + (int) (number(at, 2)) : packed.length + 1;
    }
    if ((flags & NAME_FLAG) != 0) {
      at = behindZero(at);
    }
    if ((flags & COMMENT_FLAG) != 0) {
      at = behindZero(at);
    }
    if ((flags & CHECKSUM_FLAG) != 0) {
      at += 2;
    }
    return at > packed.length ? -1 : at;
  }

  private int behindZero(int from) {
    int at = from;
    while (at < packed.length && packed[at] != 0) {
      at++;
    }
    return at + 1;
  }

  private long number(int at) {
    return number(at, 4);
  }

  private long number(int at, int bytes) {
    long number = 0;
    for (int i = bytes - 1; i >= 0; i--) {
      number = number << 8 | packed[at + i] & 0xff;
    }
    return number;
  }
}
