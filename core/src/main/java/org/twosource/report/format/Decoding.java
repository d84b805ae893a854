package org.twosource.report.format;

import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Optional;

/**
 * Finds the character set of a text and decodes it: a byte order mark; else UTF-16 when every other
 * byte is zero; else UTF-8 when the bytes are that, or nearly; else what the container names; else
 * Windows-1252.
 */
final class Decoding {
  private static final Charset WINDOWS_1252 = Charset.forName("windows-1252");
  private static final int LOOKED_AT_BYTES = 4_096;

  private Decoding() {}

  /** The text, without its byte order mark. Bytes that mean nothing become U+FFFD. */
  static String decode(byte[] bytes, String named) {
    int mark = markLength(bytes);
    return new String(bytes, mark, bytes.length - mark, charset(bytes, named));
  }

  static Charset charset(byte[] bytes, String named) {
    if (begins(bytes, 0xef, 0xbb, 0xbf)) {
      return StandardCharsets.UTF_8;
    }
    if (begins(bytes, 0xff, 0xfe, 0, 0)) {
      return Charset.forName("UTF-32LE");
    }
    if (begins(bytes, 0, 0, 0xfe, 0xff)) {
      return Charset.forName("UTF-32BE");
    }
    if (begins(bytes, 0xff, 0xfe)) {
      return StandardCharsets.UTF_16LE;
    }
    if (begins(bytes, 0xfe, 0xff)) {
      return StandardCharsets.UTF_16BE;
    }
    Optional<Charset> widest = widestWithoutMark(bytes);
    if (widest.isPresent()) {
      return widest.get();
    }
    Optional<Charset> wide = wideWithoutMark(bytes);
    if (wide.isPresent()) {
      return wide.get();
    }
    Optional<Charset> container = byName(named);
    if (container.isPresent() && !container.get().equals(StandardCharsets.UTF_8)) {
      return container.get();
    }
    return isNearlyUtf8(bytes) ? StandardCharsets.UTF_8 : WINDOWS_1252;
  }

  /** The character set of this name; Latin-1 and ASCII are read as Windows-1252, as browsers do. */
  static Optional<Charset> byName(String name) {
    try {
      if (name.isBlank()) {
        return Optional.empty();
      }
      Charset charset = Charset.forName(name.strip());
      boolean latin =
          charset.equals(StandardCharsets.ISO_8859_1) || charset.equals(StandardCharsets.US_ASCII);
      return Optional.of(latin ? WINDOWS_1252 : charset);
    } catch (IllegalCharsetNameException | UnsupportedCharsetException unknown) {
      return Optional.empty();
    }
  }

  /** Whether the bytes are UTF-16 or UTF-32. */
  static boolean isWide(byte[] bytes) {
    return begins(bytes, 0xff, 0xfe)
        || begins(bytes, 0xfe, 0xff)
        || begins(bytes, 0, 0, 0xfe, 0xff)
        || widestWithoutMark(bytes).isPresent()
        || wideWithoutMark(bytes).isPresent();
  }

  private static int markLength(byte[] bytes) {
    if (begins(bytes, 0xef, 0xbb, 0xbf)) {
      return 3;
    }
    if (begins(bytes, 0xff, 0xfe, 0, 0) || begins(bytes, 0, 0, 0xfe, 0xff)) {
      return 4;
    }
    return begins(bytes, 0xff, 0xfe) || begins(bytes, 0xfe, 0xff) ? 2 : 0;
  }

  private static boolean begins(byte[] bytes, int... mark) {
    if (bytes.length < mark.length) {
      return false;
    }
    for (int i = 0; i < mark.length; i++) {
      if ((bytes[i] & 0xff) != mark[i]) {
        return false;
      }
    }
    return true;
  }

  /** UTF-32 of a Latin text begins with a visible character and three zeros, or the reverse. */
  private static Optional<Charset> widestWithoutMark(byte[] bytes) {
    if (bytes.length < 8) {
      return Optional.empty();
    }
    if (isZero(bytes, 1, 2, 3, 5, 6, 7) && bytes[0] > 0 && bytes[4] > 0) {
      return Optional.of(Charset.forName("UTF-32LE"));
    }
    boolean bigEndian = isZero(bytes, 0, 1, 2, 4, 5, 6) && bytes[3] > 0 && bytes[7] > 0;
    return bigEndian ? Optional.of(Charset.forName("UTF-32BE")) : Optional.empty();
  }

  private static boolean isZero(byte[] bytes, int... places) {
    return java.util.Arrays.stream(places).allMatch(place -> bytes[place] == 0);
  }

  /** UTF-16 of a Latin text has a zero in nearly every other byte and visible ASCII in the rest. */
  private static Optional<Charset> wideWithoutMark(byte[] bytes) {
    int length = Math.min(bytes.length, LOOKED_AT_BYTES) & ~1;
    if (length < 8) {
      return Optional.empty();
    }
    int[] zero = new int[2];
    int[] visible = new int[2];
    for (int i = 0; i < length; i++) {
      zero[i & 1] += bytes[i] == 0 ? 1 : 0;
      boolean text =
          bytes[i] >= 32 && bytes[i] < 127
              || bytes[i] == '\n'
              || bytes[i] == '\r'
              || bytes[i] == '\t';
      visible[i & 1] += text ? 1 : 0;
    }
    int half = length / 2;
    if (zero[1] * 10 >= half * 7 && visible[0] * 10 >= half * 7) {
      return Optional.of(StandardCharsets.UTF_16LE);
    }
    boolean bigEndian = zero[0] * 10 >= half * 7 && visible[1] * 10 >= half * 7;
    return bigEndian ? Optional.of(StandardCharsets.UTF_16BE) : Optional.empty();
  }

  /** Whether there are more whole UTF-8 sequences than bytes that fit none, or only ASCII. */
  static boolean isNearlyUtf8(byte[] bytes) {
    int whole = 0;
    int stray = 0;
    int at = 0;
    while (at < bytes.length) {
      int b = bytes[at] & 0xff;
      if (b < 0x80) {
        at++;
        continue;
      }
      int length =
          b >= 0xc2 && b < 0xe0 ? 2 : b >= 0xe0 && b < 0xf0 ? 3 : b >= 0xf0 && b < 0xf5 ? 4 : 0;
      int followers = 0;
      while (followers + 1 < length
          && at + followers + 1 < bytes.length
          && (bytes[at + followers + 1] & 0xc0) == 0x80) {
        followers++;
      }
      boolean complete = length > 0 && followers == length - 1;
      whole += complete ? 1 : 0;
      stray += complete ? 0 : 1;
      at += complete ? length : 1;
    }
    return whole >= stray && (stray == 0 || whole > 0);
  }
}
