package org.twosource.annotate.speech;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.twosource.text.Quote;

/**
 * Quotation marks around a title or a term inside what somebody says: "X spoke on “Face the
 * Nation”", "the so-called “ghost pier”". Nobody is quoted there. What stands alone between the
 * marks with its own verb of saying, “Merry Christmas,” is speech whatever its capitals.
 */
final class QuotedTerms {
  private static final int MAX_WORDS = 6;
  private static final Pattern WORD_BEFORE = Pattern.compile("([\\p{L}’'-]+)\\s*$");
  private static final int LOOK_BACK = 40;

  private final String body;
  private final SpeechWords words;

  QuotedTerms(String body, SpeechWords words) {
    this.body = body;
    this.words = words;
  }

  /** Whether the quotation is a name or a term within what the source says. */
  boolean isTerm(Quote one, Speech speech) {
    boolean alone = speech.content().stream().allMatch(one.whole()::contains);
    List<String> inside = Arrays.asList(one.inside().in(body).strip().split("\\s+"));
    if (alone || inside.size() > MAX_WORDS) {
      return false;
    }
    return isTitle(inside) || inside.getFirst().startsWith("#") || opensTerm(one);
  }

  /** Several words, the longer of which all have a capital, and no sentence goes on behind. */
  private static boolean isTitle(List<String> inside) {
    return inside.size() > 1
        && inside.stream()
            .filter(word -> word.length() > 3)
            .allMatch(word -> Character.isUpperCase(word.charAt(0)))
        && inside.stream().anyMatch(word -> word.length() > 3);
  }

  private boolean opensTerm(Quote one) {
    int start = one.whole().start();
    Matcher before = WORD_BEFORE.matcher(body.substring(Math.max(0, start - LOOK_BACK), start));
    return before.find() && words.opensTerm(before.group(1));
  }
}
