package org.twosource.annotate.speech;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
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
  private static final Pattern WORDS_BEFORE =
      Pattern.compile("((?:[\\p{L}’'-]+\\s+)?)([\\p{L}’'-]+)\\s*$");
  private static final int LOOK_BACK = 40;

  /** An owner's name behind a preposition, or a preposition alone behind a verb of saying. */
  private static final Pattern BROADCAST =
      Pattern.compile("\\b(?:on|in) (?:\\p{Lu}[\\p{L}\\d.]* ){0,3}\\p{Lu}[\\p{L}\\d.]*'s? $");

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
    if (inside.size() > MAX_WORDS) {
      return false;
    }
    if (alone) {
      return isTitle(inside) && (opensTerm(one) || isBroadcast(one)) || isSubhead(one, inside);
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

  /** A line by itself in capitals: “NO FIRE, NO SMOKE”. */
  private boolean isSubhead(Quote one, List<String> inside) {
    String text = one.inside().in(body);
    int end = one.whole().end();
    int start = one.whole().start();
    return inside.size() > 1
        && text.equals(text.toUpperCase(Locale.ROOT))
        && (start == 0 || body.charAt(start - 1) == '\n')
        && (end == body.length() || body.charAt(end) == '\n');
  }

  /** "Said on Kelm TV's “Harbour Hour”". */
  private boolean isBroadcast(Quote one) {
    int start = one.whole().start();
    return BROADCAST
        .matcher(body.substring(Math.max(0, start - LOOK_BACK), start).replace('’', '\''))
        .find();
  }

  private boolean opensTerm(Quote one) {
    int start = one.whole().start();
    Matcher before = WORDS_BEFORE.matcher(body.substring(Math.max(0, start - LOOK_BACK), start));
    return before.find()
        && (words.opensTerm(before.group(2)) || words.opensTerm(before.group(1) + before.group(2)));
  }
}
