package org.twosource.claim.wording;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.twosource.annotate.Annotated;
import org.twosource.lineage.OutletCredits;
import org.twosource.report.Span;
import org.twosource.text.Language;
import org.twosource.text.Sentence;

/**
 * Whom a sentence credits with all that it says, beside those whose words it quotes: "...,
 * according to two people familiar with the matter", "..., the Courier reported". Immutable, for
 * any thread.
 */
final class SentenceCredits {
  /** What ends the words behind "according to". */
  private static final Pattern END = Pattern.compile("[,;:.!?\"”)](?=\\s|$)| - | [–—]");

  private static final char NO_BREAK = '\u00a0';

  private final Pattern phrases;

  SentenceCredits(Language language) {
    List<String> all =
        language.words("attribution-phrases").stream()
            .filter(phrase -> phrase.contains(" "))
            .map(Pattern::quote)
            .toList();
    this.phrases =
        all.isEmpty()
            ? Pattern.compile("(?!)")
            : Pattern.compile("\\b(?:" + String.join("|", all) + ")\\s+");
  }

  /** Where it is named, offsets into the report's body; empty where nobody is credited so. */
  Optional<Span> in(Annotated report, Sentence sentence) {
    String words = sentence.span().in(report.body()).replace(NO_BREAK, ' ');
    Matcher phrase = phrases.matcher(words.toLowerCase(Locale.ROOT));
    if (phrase.find() && phrase.end() < words.length()) {
      Matcher end = END.matcher(words);
      int until = end.find(phrase.end()) ? end.start() : words.length();
      if (until > phrase.end()) {
        return Optional.of(new Span(sentence.start() + phrase.end(), sentence.start() + until));
      }
    }
    return OutletCredits.reporting(report, sentence.span());
  }
}
