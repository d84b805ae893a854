package org.twosource.annotate.speech;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.twosource.report.Span;
import org.twosource.text.Quote;

/**
 * Whose words a quotation is, where several say something that holds it ("X said that Y called it
 * “...”"): of those that hold about all of it, who is named before who is not, then the surer, then
 * who says less besides. A title or term has none. One quotation has one owner, so that all that is
 * read from attributions names the same speaker. For one text, one thread.
 */
final class QuoteOwners {
  private final Map<Speech, List<Quote>> owned = new IdentityHashMap<>();

  QuoteOwners(List<Speech> speeches, List<Quote> quoted, Optional<QuotedTerms> terms) {
    for (Quote one : quoted) {
      Optional<Speech> owner =
          speeches.stream()
              .filter(speech -> shared(speech, one) > 0)
              .max(
                  Comparator.<Speech>comparingInt(speech -> isWhole(speech, one) ? 1 : 0)
                      .thenComparing(speech -> speech.source().isPresent())
                      .thenComparingDouble(Speech::confidence)
                      .thenComparingInt(speech -> -length(speech)));
      owner
          .filter(speech -> terms.filter(list -> list.isTerm(one, speech)).isEmpty())
          .ifPresent(speech -> owned.computeIfAbsent(speech, none -> new ArrayList<>()).add(one));
    }
  }

  /** The quotations that are the words of this source, in text order. */
  List<Quote> of(Speech speech) {
    return owned.getOrDefault(speech, List.of());
  }

  private static boolean isWhole(Speech speech, Quote one) {
    return shared(speech, one) * 5 >= one.inside().length() * 4;
  }

  private static int shared(Speech speech, Quote one) {
    return speech.content().stream()
        .mapToInt(
            span ->
                Math.max(
                    0,
                    Math.min(span.end(), one.inside().end())
                        - Math.max(span.start(), one.inside().start())))
        .sum();
  }

  private static int length(Speech speech) {
    return speech.content().stream().mapToInt(Span::length).sum();
  }
}
