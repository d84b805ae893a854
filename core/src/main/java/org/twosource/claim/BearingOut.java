package org.twosource.claim;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.twosource.annotate.Annotated;
import org.twosource.annotate.Clause;
import org.twosource.annotate.Predicates;
import org.twosource.compare.StatementComparer;
import org.twosource.compare.StatementComparison;
import org.twosource.text.Sentence;

/**
 * Whether words follow from a sentence or from one of the statements it makes.
 *
 * <p>The comparison tells the main thing of a long sentence better than the rest. So where a
 * sentence may state the words among others and does not surely, its statements are asked one by
 * one. Asks what its comparer may; one thread.
 */
public final class BearingOut {
  /** From here on, of sharing a statement, a sentence may state the words among others. */
  private static final double WORTH_A_LOOK = 0.30;

  /** Statements of a sentence that are asked, the first. */
  private static final int MAX_STATEMENTS = 4;

  private final StatementComparer comparer;

  public BearingOut(StatementComparer comparer) {
    this.comparer = comparer;
  }

  /**
   * How sure words follow from a sentence, 0 to 1; 1 where nothing is known, for then nothing
   * speaks against it.
   *
   * @param put tells of the clauses of the sentence that are put as the words are: what is denied
   *     or planned bears out nothing that happened
   * @param enough from here on no statement is asked
   */
  double sure(
      Annotated report, Sentence sentence, String words, Predicate<Clause> put, double enough) {
    Optional<StatementComparison> whole = compared(text(report, sentence), words);
    if (whole.isEmpty() || whole.get().cut()) {
      return 1;
    }
    double sure = whole.get().firstEntailsSecond();
    return sure >= enough
        ? sure
        : ofStatements(whole.get(), report, sentence, words, put)
            .mapToDouble(StatementComparison::firstEntailsSecond)
            .reduce(sure, Math::max);
  }

  /**
   * Whether words surely follow from a sentence as a whole; not where nothing is known. Its
   * statements are not asked one by one: the surest of many answers is too sure.
   */
  public boolean isSure(Annotated report, Sentence sentence, String words) {
    Optional<StatementComparison> whole = compared(text(report, sentence), words);
    return whole.isPresent() && whole.get().firstSurelyEntailsSecond();
  }

  /** Whether words follow from a sentence as a whole, from a probability on. */
  public boolean isAsSure(Annotated report, Sentence sentence, String words, double bar) {
    return compared(text(report, sentence), words)
        .filter(whole -> !whole.cut() && whole.firstEntailsSecond() >= bar)
        .isPresent();
  }

  private Stream<StatementComparison> ofStatements(
      StatementComparison whole,
      Annotated report,
      Sentence sentence,
      String words,
      Predicate<Clause> put) {
    if (whole.cut() || whole.shared() < WORTH_A_LOOK) {
      return Stream.empty();
    }
    List<String> statements = Predicates.alone(report, sentence, put);
    return statements.stream()
        .limit(MAX_STATEMENTS)
        .filter(statement -> !statement.equals(text(report, sentence)))
        .flatMap(statement -> compared(statement, words).stream());
  }

  private static String text(Annotated report, Sentence sentence) {
    return sentence.span().in(report.body()).strip();
  }

  private Optional<StatementComparison> compared(String sentence, String words) {
    return comparer.compare(sentence, words.strip());
  }
}
