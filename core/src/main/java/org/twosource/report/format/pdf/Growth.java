package org.twosource.report.format.pdf;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.InflaterInputStream;
import org.twosource.report.format.Expansion;

/**
 * What the packed streams of a document grow to, found without keeping what they hold: the library
 * unpacks a stream whole, so a bomb has to be known before. Deflate is followed, also inside itself
 * and inside ASCII85; pictures, which are never unpacked for the text, are not counted. What is
 * encrypted, or packed with LZW, cannot be known beforehand.
 */
final class Growth {
  private static final byte[] STREAM = "stream".getBytes(StandardCharsets.US_ASCII);
  private static final byte[] END = "endstream".getBytes(StandardCharsets.US_ASCII);
  private static final int DICTIONARY_BYTES = 2_048;
  private static final int STEP_BYTES = 1 << 16;
  private static final Pattern PICTURE = Pattern.compile("/Subtype\\s*/Image\\b");
  private static final Pattern FILTER = Pattern.compile("/Filter\\s*(\\[[^\\]]*\\]|/\\w+)");
  private static final Pattern NAME = Pattern.compile("/(\\w+)");

  private final byte[] bytes;
  private final Expansion expansion;

  private Growth(byte[] bytes, Expansion expansion) {
    this.bytes = bytes;
    this.expansion = expansion;
  }

  /** Which limit the document passes; "" when none. */
  static String fault(byte[] bytes, Expansion expansion) {
    return new Growth(bytes, expansion).fault();
  }

  private String fault() {
    int from = 0;
    for (int at = find(STREAM, 0); at >= 0; at = find(STREAM, from)) {
      int begin = at + STREAM.length;
      int end = find(END, begin);
      int until = end < 0 ? bytes.length : end;
      int dictionary = Math.max(from, at - DICTIONARY_BYTES);
      String head = new String(bytes, dictionary, at - dictionary, StandardCharsets.ISO_8859_1);
      String fault = PICTURE.matcher(head).find() ? "" : grown(head, begin, until);
      if (!fault.isEmpty()) {
        return fault;
      }
      from = end < 0 ? bytes.length : end + END.length;
    }
    return "";
  }

  /** Counts one stream by the filters that the dictionary before it names. */
  private String grown(String dictionary, int begin, int end) {
    int data = begin;
    while (data < end && (bytes[data] == '\r' || bytes[data] == '\n')) {
      data++;
    }
    InputStream unpacked = new ByteArrayInputStream(bytes, data, end - data);
    boolean isPacked = false;
    Matcher filter = FILTER.matcher(dictionary);
    Matcher name = NAME.matcher(filter.find() ? filter.group(1) : "");
    while (name.find()) {
      switch (name.group(1)) {
        case "FlateDecode", "Fl" -> {
          unpacked = new InflaterInputStream(unpacked);
          isPacked = true;
        }
        case "ASCII85Decode", "A85" -> unpacked = new Ascii85(unpacked);
        default -> {
          return "";
        }
      }
    }
    return isPacked ? counted(unpacked) : "";
  }

  private String counted(InputStream unpacked) {
    byte[] buffer = new byte[STEP_BYTES];
    try {
      for (int read = unpacked.read(buffer); read >= 0; read = unpacked.read(buffer)) {
        String fault = expansion.add(read);
        if (!fault.isEmpty()) {
          return fault;
        }
      }
    } catch (IOException damagedOrEncrypted) {
      // the library says what is wrong with it
    }
    return "";
  }

  private int find(byte[] word, int from) {
    for (int at = from; at <= bytes.length - word.length; at++) {
      int same = 0;
      while (same < word.length && bytes[at + same] == word[same]) {
        same++;
      }
      if (same == word.length) {
        return at;
      }
    }
    return -1;
  }

  /** Five characters for four bytes, to {@code ~>} (ISO 32000-2, 7.4.3). */
  private static final class Ascii85 extends InputStream {
    private static final int BASE = 85;
    private final InputStream in;
    private final byte[] group = new byte[4];
    private int length;
    private int at;
    private boolean isOver;

    Ascii85(InputStream in) {
      this.in = in;
    }

    @Override
    public int read() throws IOException {
      if (at == length) {
        fill();
      }
      return at < length ? group[at++] & 0xff : -1;
    }

    private void fill() throws IOException {
      at = 0;
      length = 0;
      long value = 0;
      int digits = 0;
      while (!isOver && digits < group.length + 1) {
        int character = in.read();
        if (character == 'z' && digits == 0) {
          digits = group.length + 1;
        } else if (character < 0 || character == '~') {
          isOver = true;
        } else if (character >= '!' && character <= 'u') {
          value = value * BASE + character - '!';
          digits++;
        }
      }
      length = Math.max(0, digits - 1);
      for (int missing = digits; digits > 0 && missing < group.length + 1; missing++) {
        value = value * BASE + BASE - 1;
      }
      for (int i = 0; i < group.length; i++) {
        group[i] = (byte) (value >>> 8 * (group.length - 1 - i));
      }
    }
  }
}
