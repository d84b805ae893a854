package org.twosource.claim;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.twosource.annotate.Timex;
import org.twosource.report.PartialDate;
import org.twosource.reuse.LinearModel;

/**
 * The probability that two wordings state the same: a logistic model over evidence that can be
 * shown. The weights are in {@code weights/claim-likeness.txt}.
 */
final class Likeness {
  /** The evidence, in the order of the weights. */
  static final List<String> FEATURES =
      List.of(
          "shared words (Dice)",
          "least covered side",
          "most covered side",
          "words found in the other sentence",
          "shared names",
          "number agrees",
          "number differs",
          "date agrees",
          "sentence vectors",
          "same passage",
          "same informant",
          "both quoted or not",
          "position",
          "counterparts, least",
          "counterparts, most",
          "worst counterpart",
          "same topic",
          "same sort of number");

  private static final String WEIGHTS = "/org/twosource/weights/claim-likeness.txt";
  private static final String LEXICAL = "/org/twosource/weights/claim-likeness-lexical.txt";

  private static final int VECTOR_FEATURE = FEATURES.indexOf("counterparts, most");

  private final LinearModel withVectors;
  private final LinearModel lexical;

  Likeness(LinearModel withVectors, LinearModel lexical) {
    this.withVectors = withVectors;
    this.lexical = lexical;
  }

  /** The committed weights. */
  static Likeness standard() {
    return new Likeness(LinearModel.load(WEIGHTS, FEATURES), LinearModel.load(LEXICAL, FEATURES));
  }

  double probability(double[] evidence) {
    return model(evidence).probability(evidence);
  }

  /** The evidence that speaks for one statement, with its value; what weighs most comes first. */
  Map<String, Double> reasons(double[] evidence) {
    List<Double> weights = model(evidence).weights();
    Map<String, Double> reasons = new LinkedHashMap<>();
    IntStream.range(0, evidence.length)
        .filter(at -> weights.get(at) * evidence[at] > 0)
        .boxed()
        .sorted(
            Comparator.<Integer>comparingDouble(at -> -weights.get(at) * evidence[at])
                .thenComparing(Comparator.naturalOrder()))
        .forEach(at -> reasons.put(FEATURES.get(at), evidence[at]));
    return reasons;
  }

  private LinearModel model(double[] evidence) {
    return evidence[VECTOR_FEATURE] > 0 ? withVectors : lexical;
  }

  /**
   * @param passage similarity of the passage both stand in, 0 if none
   */
  static double[] evidence(
      WordingIndex index, WordingIndex.Entry a, WordingIndex.Entry b, double passage) {
    Wording first = a.first();
    Wording second = b.first();
    double shared = index.shared(a.words(), b.words());
    double dice = a.weight() + b.weight() == 0 ? 0 : 2 * shared / (a.weight() + b.weight());
    double least = shared / Math.max(a.weight(), b.weight());
    double most = shared / Math.min(a.weight(), b.weight());
    double context =
        (shared + index.shared(a.words(), b.context())) / a.weight() / 2
            + (shared + index.shared(a.context(), b.words())) / b.weight() / 2;
    boolean sameTopic = false;
    boolean sameSort = false;
    List<WordingIndex.Counterparts> counterparts = index.counterparts(a, b);
    var ab = counterparts.getFirst();
    var ba = counterparts.getLast();
    boolean agrees = false;
    boolean differs = false;
    for (Quantity one : first.quantities()) {
      for (Quantity other : second.quantities()) {
        if (one.measure().equals(other.measure())) {
          sameTopic |=
              one.of().stream().anyMatch(of -> of.startsWith("#") && other.of().contains(of));
          sameSort |=
              one.of().stream().anyMatch(of -> !of.startsWith("#") && other.of().contains(of));
          boolean same = one.agreesWith(other);
          agrees |= same;
          differs |= !same;
        }
      }
    }
    return new double[] {
      dice,
      least,
      most,
      Math.min(1, context),
      overlap(first.names(), second.names()),
      agrees ? 1 : 0,
      differs && !agrees ? 1 : 0,
      datesAgree(first.dates(), second.dates()) ? 1 : 0,
      Math.max(0, index.cosine(a, b)),
      passage,
      sameInformant(first, second) ? 1 : 0,
      first.attribution().isPresent() == second.attribution().isPresent() ? 1 : 0,
      1 - Math.abs(first.position() - second.position()),
      Math.min(ab.mean(), ba.mean()),
      Math.max(ab.mean(), ba.mean()),
      Math.min(ab.worst(), ba.worst()),
      sameTopic ? 1 : 0,
      sameSort ? 1 : 0
    };
  }

  private static double overlap(Set<String> a, Set<String> b) {
    if (a.isEmpty() || b.isEmpty()) {
      return 0;
    }
    long shared = a.stream().filter(b::contains).count();
    return shared / (double) Math.min(a.size(), b.size());
  }

  private static boolean datesAgree(List<Timex> a, List<Timex> b) {
    for (Timex one : a) {
      for (Timex other : b) {
        Optional<PartialDate> date = one.date();
        Optional<PartialDate> second = other.date();
        if (date.isPresent() && second.isPresent() && date.get().agreesWith(second.get())) {
          return true;
        }
      }
    }
    return false;
  }

  private static boolean sameInformant(Wording a, Wording b) {
    return a.informant().isPresent()
        && b.informant().isPresent()
        && a.informant().get().key().equals(b.informant().get().key());
  }
}
