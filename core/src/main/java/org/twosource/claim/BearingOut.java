package org.twosource.claim;

import java.util.Optional;
import org.twosource.annotate.Annotated;
import org.twosource.compare.StatementComparer;
import org.twosource.compare.StatementComparison;
import org.twosource.text.Sentence;

/** Whether words follow from a sentence of a report. Asks what its comparer may; one thread. */
public final class BearingOut {
  private final StatementComparer comparer;

  public BearingOut(StatementComparer comparer) {
    this.comparer = comparer;
  }

  /**
   * How sure words follow from a sentence, 0 to 1; 1 where nothing is known, for then nothing
   * speaks against it.
   */
  double sure(Annotated report, Sentence sentence, String words) {
    return compared(report, sentence, words)
        .filter(whole -> !whole.cut())
        .map(StatementComparison::firstEntailsSecond)
        .orElse(1.0);
  }

  /** Whether words surely follow from a sentence; not where nothing is known. */
  public boolean isSure(Annotated report, Sentence sentence, String words) {
    return compared(report, sentence, words)
        .filter(StatementComparison::firstSurelyEntailsSecond)
        .isPresent();
  }

  /** Whether words follow from a sentence, from a probability on. */
  public boolean isAsSure(Annotated report, Sentence sentence, String words, double bar) {
    return compared(report, sentence, words)
        .filter(whole -> !whole.cut() && whole.firstEntailsSecond() >= bar)
        .isPresent();
  }

  private Optional<StatementComparison> compared(Annotated report, Sentence from, String words) {
    return comparer.compare(from.span().in(report.body()).strip(), words.strip());
  }
}
