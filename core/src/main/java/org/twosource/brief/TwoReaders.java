package org.twosource.brief;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.twosource.annotate.Annotated;
import org.twosource.annotate.Predicates;
import org.twosource.compare.Difference;
import org.twosource.compare.DifferenceReader;
import org.twosource.compare.StatementComparer;
import org.twosource.compare.StatementComparison;
import org.twosource.text.Sentence;

/**
 * Whether a sentence of the reports states a sentence of a draft, as two learned readers see it:
 * one that knows what follows from what, and one that sees what was changed of a copy.
 *
 * <p>The first alone takes "bus fares go down" for stated by "bus fares will rise, and fares for
 * children will be abolished". So both must agree, and of a sentence that makes several statements
 * a single one must state the whole draft sentence, if that makes one. Without models nothing is
 * known.
 */
final class TwoReaders {
  /** From here on, in the mean of both, a sentence states another. */
  private static final double STATES = .70;

  /** The same of one of its statements, which has lost what stood around it. */
  private static final double STATES_ALONE = .65;

  /** So much must one of its statements say where only the whole sentence states the other. */
  private static final double HINTS = .50;

  /** From here on something is told otherwise. */
  private static final double DIFFERS = .60;

  /** Below this of the first reader the second is not asked: the mean could not reach the bar. */
  private static final double OPEN = .40;

  private final StatementComparer comparer;
  private final DifferenceReader differences;

  TwoReaders(StatementComparer comparer, DifferenceReader differences) {
    this.comparer = comparer;
    this.differences = differences;
  }

  /**
   * What they say of a sentence of the reports and one of the draft.
   *
   * @param follows that the second follows from the first, 0 to 1
   * @param differs that the second tells something otherwise, 0 to 1
   * @param states whether the first states the second
   */
  record Answer(double follows, double differs, boolean states) {
    static final Answer NONE = new Answer(0, 0, false);

    /** Whether the words are about the same and say something else. */
    boolean refuses() {
      return !states && follows >= OPEN && differs >= DIFFERS;
    }

    private boolean holds(double bar) {
      return follows >= bar && differs < DIFFERS;
    }

    private Answer stating(boolean so) {
      return new Answer(follows, differs, so);
    }
  }

  /** Empty where nothing is known of the two. */
  Optional<Answer> read(Annotated report, Sentence sentence, Annotated draft, Sentence drafted) {
    String words = drafted.span().in(draft.body()).strip();
    Optional<Answer> whole = ask(sentence.span().in(report.body()).strip(), words);
    if (whole.isEmpty() || whole.get().follows() < OPEN / 2) {
      return whole;
    }
    List<String> alone = Predicates.alone(report, sentence);
    if (alone.size() < 2 || Predicates.alone(draft, drafted).size() > 1) {
      return whole.map(answer -> answer.stating(answer.holds(STATES)));
    }
    Answer best =
        alone.stream()
            .flatMap(one -> ask(one, words).stream())
            .max(Comparator.comparingDouble(Answer::follows))
            .orElse(Answer.NONE);
    boolean states = best.holds(STATES_ALONE) || whole.get().holds(STATES) && best.holds(HINTS);
    return Optional.of(
        states && best.follows() < whole.get().follows()
            ? whole.get().stating(true)
            : best.stating(states));
  }

  private Optional<Answer> ask(String first, String second) {
    Optional<StatementComparison> compared =
        comparer.compare(first, second).filter(one -> !one.cut());
    if (compared.isEmpty()) {
      return Optional.empty();
    }
    double follows = compared.get().firstEntailsSecond();
    if (follows < OPEN) {
      return Optional.of(new Answer(follows / 2, 0, false));
    }
    Optional<Difference> difference = differences.read(first, second);
    return Optional.of(
        difference
            .map(
                one ->
                    new Answer(
                        (follows + one.relation().firstEntailsSecond()) / 2, one.differs(), false))
            .orElseGet(() -> new Answer(follows, 0, false)));
  }
}
