package org.twosource.report.format;

import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.nodes.Entities;
import org.jsoup.parser.Parser;

/**
 * Characters that a text which is no page has as HTML writes them: {@code AT&amp;T}, {@code
 * it&#8217;s}. Taken are those with a semicolon that HTML knows; "R&amp;D;" stays.
 */
final class CharacterReferences {
  private static final Pattern REFERENCE =
      Pattern.compile("&(?:#(\\d{1,7})|#[xX]([0-9a-fA-F]{1,6})|([A-Za-z][A-Za-z0-9]{1,31}));");

  /** A text that went through two programs may have been written so twice. */
  private static final int MAX_TIMES = 2;

  private CharacterReferences() {}

  /** The text with the characters themselves; the very same string where there are none. */
  static String resolved(String text) {
    String resolved = text;
    for (int times = 0; times < MAX_TIMES && resolved.indexOf('&') >= 0; times++) {
      resolved = REFERENCE.matcher(resolved).replaceAll(CharacterReferences::character);
    }
    return resolved.equals(text) ? text : resolved;
  }

  private static String character(MatchResult reference) {
    return Matcher.quoteReplacement(
        isKnown(reference) ? Parser.unescapeEntities(reference.group(), true) : reference.group());
  }

  private static boolean isKnown(MatchResult reference) {
    if (reference.group(3) != null) {
      return Entities.isNamedEntity(reference.group(3));
    }
    int code =
        reference.group(1) != null
            ? Integer.parseInt(reference.group(1))
            : Integer.parseInt(reference.group(2), 16);
    return code >= ' ' && Character.isValidCodePoint(code) && !isSurrogate(code) || code == '\n';
  }

  private static boolean isSurrogate(int code) {
    return code >= Character.MIN_SURROGATE && code <= Character.MAX_SURROGATE;
  }
}
