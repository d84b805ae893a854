package org.twosource.report.format;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Finds the character set of a text and decodes it: a byte order mark; else UTF-16 when every other
 * byte is zero; else UTF-8 where a set of one byte a character is named and the bytes are UTF-8
 * throughout, which no such text is by chance; else what the container names; else UTF-8 when the
 * bytes are that, or nearly; else Windows-1252.
 *
 * <p>Names mean what they mean to browsers (WHATWG, Encoding Standard): {@code latin1} is
 * Windows-1252, {@code gb2312} is GB18030, {@code x-sjis} is Windows-31J.
 */
final class Decoding {
  private static final Charset WINDOWS_1252 = Charset.forName("windows-1252");
  private static final int LOOKED_AT_BYTES = 4_096;

  /** Bytes after the first of their character that no text of single bytes has by chance. */
  private static final int FOLLOWERS = 2;

  /** Names of the Encoding Standard that Java does not know, or reads as a smaller set. */
  private static final Map<String, String> BROWSER_NAMES =
      byLabel(
          """
          UTF-8: unicode-1-1-utf-8 x-unicode20utf8
          windows-1250: x-cp1250
          windows-1251: x-cp1251
          windows-1252: x-cp1252
          windows-1253: x-cp1253
          windows-1254: x-cp1254 iso-8859-9 latin5
          windows-1255: x-cp1255
          windows-1256: x-cp1256
          windows-1257: x-cp1257
          windows-1258: x-cp1258
          ISO-8859-8: iso-8859-8-i logical
          KOI8-R: koi koi8
          KOI8-U: koi8-ru
          x-MacRoman: x-mac-roman macintosh
          GB18030: gb2312 gb_2312 gb_2312-80 iso-ir-58 chinese csgb2312 gbk x-gbk
          Big5-HKSCS: big5 cn-big5 x-x-big5
          windows-31j: shift_jis shift-jis sjis x-sjis ms_kanji
          EUC-JP: x-euc-jp
          x-windows-949: euc-kr ks_c_5601-1987 ksc5601 korean windows-949
          x-windows-874: tis-620 iso-8859-11 windows-874
          """);

  private Decoding() {}

  /** Each line is the name that Java has, a colon, and what browsers read as it. */
  private static Map<String, String> byLabel(String lines) {
    Map<String, String> names = new HashMap<>();
    for (String line : lines.strip().split("\n")) {
      String[] sides = line.split(":");
      for (String label : sides[1].strip().split(" ")) {
        names.put(label, sides[0].strip());
      }
    }
    return Map.copyOf(names);
  }

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
      boolean isUtf8 = isOfSingleBytes(container.get()) && isSurelyUtf8(bytes);
      return isUtf8 ? StandardCharsets.UTF_8 : container.get();
    }
    return isNearlyUtf8(bytes) ? StandardCharsets.UTF_8 : WINDOWS_1252;
  }

  /** The character set of this name; Latin-1 and ASCII are read as Windows-1252, as browsers do. */
  static Optional<Charset> byName(String name) {
    try {
      if (name.isBlank()) {
        return Optional.empty();
      }
      String label = name.strip().toLowerCase(Locale.ROOT);
      Charset charset = Charset.forName(BROWSER_NAMES.getOrDefault(label, label));
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

  private static boolean isOfSingleBytes(Charset charset) {
    return charset.canEncode() && charset.newEncoder().maxBytesPerChar() == 1;
  }

  private static boolean isSurelyUtf8(byte[] bytes) {
    int followers = 0;
    for (byte one : bytes) {
      followers += (one & 0xc0) == 0x80 ? 1 : 0;
    }
    try {
      return followers >= FOLLOWERS
          && StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).hasRemaining();
    } catch (CharacterCodingException other) {
      return false;
    }
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
