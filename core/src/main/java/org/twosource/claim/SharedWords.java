package org.twosource.claim;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.twosource.annotate.Predicates;
import org.twosource.compare.StatementComparer;
import org.twosource.compare.StatementComparison;
import org.twosource.report.Span;

/**
 * The words for what the sources of a claim have in common.
 *
 * <p>Two sources share a statement, and the sentence of each may say more; shown as the claim, one
 * such sentence would look as if both stated all of it. So words are looked for that follow from a
 * sentence of every other source, the shortest first: the comparison tells that two sentences
 * mainly say one thing better than what the longer adds. Of a wording with several predicates the
 * first is tried. One story, one thread.
 */
final class SharedWords {
  /** Wordings that are tried, the nearest and the shortest. */
  private static final int MAX_TRIED = 4;

  /** Sources that are asked. */
  private static final int MAX_SOURCES = 3;

  /** Statements of a source that are asked, the longest first. */
  private static final int MAX_STATEMENTS = 2;

  private final StatementComparer comparer;

  SharedWords(StatementComparer comparer) {
    this.comparer = comparer;
  }

  /**
   * @param wordings those that no correction has taken back
   * @param backings the sources that the claim counts
   * @return empty where no words were found that all state
   */
  Optional<String> of(Wording nearest, List<Wording> wordings, List<Backing> backings) {
    List<Wording> shortest =
        wordings.stream()
            .filter(wording -> wording.sentence().part().isProse() && wording.isWhole())
            .filter(wording -> wording.at() != nearest.at())
            .sorted(
                Comparator.comparingInt((Wording wording) -> wording.text().length())
                    .thenComparingInt(Wording::at))
            .limit(MAX_TRIED - 1)
            .toList();
    return Stream.concat(Stream.of(nearest), shortest.stream())
        .flatMap(wording -> reading(wording).map(words -> new Reading(wording, words)).stream())
        .sorted(Comparator.comparingInt(reading -> reading.words().length()))
        .filter(reading -> allState(reading, wordings, backings))
        .map(Reading::words)
        .findFirst();
  }

  /** A wording as it would be shown. */
  private record Reading(Wording of, String words) {}

  /** The wording as it would be shown, or its first predicate; empty where that is a fragment. */
  private static Optional<String> reading(Wording wording) {
    List<Span> predicates = Predicates.of(wording.annotated(), wording.sentence(), wording.span());
    return predicates.size() == 1
        ? Optional.of(wording.inWords())
        : Optional.of(predicates.getFirst().in(wording.annotated().body()))
            .filter(words -> wording.isWhole());
  }

  private boolean allState(Reading reading, List<Wording> wordings, List<Backing> backings) {
    return backings.stream()
        .map(Backing::family)
        .filter(family -> !family.equals(reading.of().family()))
        .limit(MAX_SOURCES)
        .allMatch(
            family ->
                wordings.stream()
                    .filter(wording -> wording.family().equals(family))
                    .sorted(Comparator.comparingInt(wording -> -wording.span().length()))
                    .limit(MAX_STATEMENTS)
                    .anyMatch(wording -> states(wording, reading.words())));
  }

  private boolean states(Wording wording, String words) {
    String sentence = wording.sentence().span().in(wording.annotated().body());
    return comparer
        .compare(sentence.strip(), words.strip())
        .filter(StatementComparison::firstSurelyEntailsSecond)
        .isPresent();
  }
}
