package org.twosource.text;

import java.text.Normalizer;
import java.util.Locale;

/**
 * Words made comparable: lower case, straight quotation marks and apostrophes, plain dashes, the
 * digits 0 to 9 for those of all scripts, no diacritics, no invisible characters. The result may be
 * shorter or longer than what came in.
 */
public final class Normal {
  private Normal() {}

  /** The comparable form; the very same string when nothing needs to change. */
  public static String of(String text) {
    boolean plain = true;
    boolean ascii = true;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      ascii &= c < 128;
      plain &= c < 128 && (c < 'A' || c > 'Z');
    }
    if (ascii) {
      return plain ? text : text.toLowerCase(Locale.ROOT);
    }
    StringBuilder folded = new StringBuilder(text.length());
    String decomposed = Normalizer.normalize(text, Normalizer.Form.NFD);
    for (int i = 0; i < decomposed.length(); ) {
      int code = decomposed.codePointAt(i);
      if (Character.isDigit(code)) {
        folded.append((char) ('0' + Character.digit(code, 10)));
      } else if (Character.isBmpCodePoint(code)) {
        fold((char) code, folded);
      } else {
        folded.appendCodePoint(code);
      }
      i += Character.charCount(code);
    }
    return folded.toString().toLowerCase(Locale.ROOT);
  }

  private static void fold(char c, StringBuilder folded) {
    switch (c) {
      case '‘', '’', '‚', '‛', 'ʼ', '′', '´', '`', '＇' -> folded.append('\'');
      case '“', '”', '„', '‟', '″', '«', '»', '＂' -> folded.append('"');
      case '‐', '‑', '‒', '–', '—', '―', '−' -> folded.append('-');
      case '…' -> folded.append("...");
      case 'ß' -> folded.append("ss");
      case 'æ', 'Æ' -> folded.append("ae");
      case 'œ', 'Œ' -> folded.append("oe");
      case 'ø', 'Ø' -> folded.append('o');
      case 'đ', 'Đ', 'ð', 'Ð' -> folded.append('d');
      case 'ł', 'Ł' -> folded.append('l');
      case 'ı' -> folded.append('i');
      case '\u00a0' -> folded.append(' ');
      default -> {
        if (!isDropped(c)) {
          folded.append(c);
        }
      }
    }
  }

  private static boolean isDropped(char c) {
    int type = Character.getType(c);
    return type == Character.NON_SPACING_MARK && c < 0x0370 || type == Character.FORMAT;
  }
}
