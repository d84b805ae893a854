package org.twosource.bench.suite.copying;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.twosource.bench.BenchData;
import org.twosource.bench.Figure;
import org.twosource.bench.Suite;
import org.twosource.bench.data.LineageData.Pair;
import org.twosource.bench.learn.DerivationExamples;
import org.twosource.bench.learn.DerivationExamples.Example;
import org.twosource.bench.score.Ranking;
import org.twosource.lineage.Derivation;
import org.twosource.lineage.FamilyBuilder;
import org.twosource.lineage.Lineage;
import org.twosource.lineage.PairEvidence;

/**
 * Derivations and families against labelled pairs and stories of real reports. Everything is what
 * the lineage of the whole story tells, as {@code read} gives it, with weights learned without that
 * story; and once more from two reports alone, as {@code compare} sees them.
 */
public final class LineageSuite implements Suite {
  private static final double DERIVED = .5;

  @Override
  public String name() {
    return "lineage";
  }

  @Override
  public List<Figure> run(BenchData data) throws IOException {
    DerivationExamples examples = DerivationExamples.read(data);
    Map<String, Lineage> lineages = new HashMap<>();
    FamilyScore families = FamilyScore.read(data);
    for (String story : examples.stories().stream().sorted().toList()) {
      Lineage lineage =
          new FamilyBuilder(examples.without(story))
              .build(examples.reports(story), examples.alignments(story));
      lineages.put(story, lineage);
      families.add(story, lineage);
    }
    List<Figure> figures = new ArrayList<>(derived(examples, lineages));
    figures.addAll(alone(examples));
    figures.addAll(families.figures());
    figures.addAll(kinds(sure(examples)));
    figures.addAll(direction(sure(examples), lineages));
    return figures;
  }

  /** The pairs of one story that count. */
  private static List<Example> sure(DerivationExamples examples) {
    return examples.all().stream()
        .filter(example -> !example.trap() && example.pair().isSure())
        .toList();
  }

  private static List<Figure> derived(DerivationExamples examples, Map<String, Lineage> lineages) {
    List<Example> sure = sure(examples);
    Map<Example, Double> confidence = confidences(examples, examples.all(), Example::inStory);
    Map<Example, Double> unlabelled =
        confidences(examples, examples.unlabelled(), Example::inStory);
    Predicate<Example> called = example -> isTold(lineages, example.pair());
    Predicate<Example> truly = example -> example.pair().isDerived();
    double hits = count(sure, called.and(truly));
    List<Example> traps =
        examples.all().stream()
            .filter(example -> example.trap() && !example.pair().isDerived())
            .toList();
    Ranking natural = ranking(sure, confidence);
    examples
        .unlabelled()
        .forEach(example -> natural.add(unlabelled.getOrDefault(example, 0.), false));
    return List.of(
        Figure.atLeast(
            "derived or not, F1, by story",
            2 * hits / (count(sure, called) + count(sure, truly)),
            .90,
            ".893 study"),
        Figure.shown("derived or not, precision", hits / Math.max(1, count(sure, called))),
        Figure.shown("derived or not, recall", hits / count(sure, truly)),
        Figure.atLeast(
            "derived or not, average precision",
            ranking(sure, confidence).averagePrecision(),
            .96,
            ".94 study"),
        Figure.atLeast(
            "reworded pairs found, of 20",
            count(
                sure, called.and(truly).and(example -> example.pair().manner().equals("reworded"))),
            17,
            "15 study"),
        Figure.atMost(
            "quote-only pairs called derived, of 47",
            count(sure, called.and(LineageSuite::isQuoteOnly)),
            3,
            "4 study"),
        Figure.atMost(
            "quote-only pairs in one family, of 47",
            count(sure, example -> isQuoteOnly(example) && isOneFamily(lineages, example.pair())),
            1.88,
            "8 of 127 closed (0.1.0)"),
        Figure.atMost(
            "look-alike traps called derived, share",
            count(traps, example -> Objects.requireNonNull(confidence.get(example)) >= DERIVED)
                / (double) traps.size(),
            .01,
            ""),
        Figure.atMost(
            "calibration error of the confidence",
            ranking(sure, confidence).calibrationError(),
            .06,
            ""),
        Figure.shown(
            "calibration error, unlabelled pairs of the stories too", natural.calibrationError()));
  }

  private static List<Figure> alone(DerivationExamples examples) {
    List<Example> sure = sure(examples);
    Map<Example, Double> confidence = confidences(examples, examples.all(), Example::alone);
    Predicate<Example> called =
        example -> Objects.requireNonNull(confidence.get(example)) >= DERIVED;
    Predicate<Example> truly = example -> example.pair().isDerived();
    double hits = count(sure, called.and(truly));
    return List.of(
        Figure.shown(
            "two reports alone: derived or not, F1",
            2 * hits / (count(sure, called) + count(sure, truly))),
        Figure.shown(
            "two reports alone: average precision", ranking(sure, confidence).averagePrecision()),
        Figure.shown(
            "two reports alone: quote-only pairs called derived, of 47",
            count(sure, called.and(LineageSuite::isQuoteOnly))));
  }

  private static boolean isQuoteOnly(Example example) {
    return example.pair().label().equals("quotes");
  }

  /** Whether the lineage has a derivation between the two, or says that they may share a text. */
  private static boolean isTold(Map<String, Lineage> lineages, Pair pair) {
    Lineage lineage = Objects.requireNonNull(lineages.get(pair.storyA()));
    return Stream.concat(lineage.derivations().stream(), lineage.possible().stream())
        .anyMatch(
            told ->
                told.from().equals(pair.a()) && told.to().equals(pair.b())
                    || told.from().equals(pair.b()) && told.to().equals(pair.a()));
  }

  private static boolean isOneFamily(Map<String, Lineage> lineages, Pair pair) {
    return Objects.requireNonNull(lineages.get(pair.storyA()))
        .familyOf(pair.a())
        .reports()
        .contains(pair.b());
  }

  /** The confidence in each example of a model that has not seen its story. */
  private static Map<Example, Double> confidences(
      DerivationExamples examples, List<Example> of, Function<Example, PairEvidence> view) {
    Map<Example, Double> confidences = new HashMap<>();
    for (String story : examples.stories()) {
      var judge = examples.without(story);
      of.stream()
          .filter(example -> example.pair().storyA().equals(story))
          .forEach(example -> confidences.put(example, judge.applyAsDouble(view.apply(example))));
    }
    return confidences;
  }

  private static int count(List<Example> examples, Predicate<Example> which) {
    return (int) examples.stream().filter(which).count();
  }

  private static Ranking ranking(List<Example> examples, Map<Example, Double> confidence) {
    Ranking ranking = new Ranking();
    examples.forEach(
        example ->
            ranking.add(
                Objects.requireNonNull(confidence.get(example)), example.pair().isDerived()));
    return ranking;
  }

  private static List<Figure> kinds(List<Example> sure) {
    double derived = 0;
    double degree = 0;
    double manner = 0;
    for (Example example : sure) {
      if (!example.pair().isDerived()) {
        continue;
      }
      derived++;
      PairEvidence found = example.inStory();
      double share = Math.max(found.coveredOfA(), found.coveredOfB());
      boolean wholly = FamilyBuilder.degree(share) == Derivation.Degree.WHOLLY;
      degree += wholly == example.pair().label().equals("wholly") ? 1 : 0;
      manner += found.manner().label().equals(example.pair().manner()) ? 1 : 0;
    }
    return List.of(
        Figure.atLeast("degree of derived pairs, accuracy", degree / derived, .92, ".91 study"),
        Figure.atLeast("manner of derived pairs, accuracy", manner / derived, .86, ".86 study"));
  }

  /** Over derived pairs; "common" counts as a stated direction. */
  private static List<Figure> direction(List<Example> sure, Map<String, Lineage> lineages) {
    double all = 0;
    double stated = 0;
    double right = 0;
    for (Example example : sure) {
      Pair pair = example.pair();
      if (!pair.isDerived()) {
        continue;
      }
      all++;
      String found =
          direction(Objects.requireNonNull(lineages.get(pair.storyA())), pair.a(), pair.b());
      if (!found.equals("unknown")) {
        stated++;
        right += found.equals(pair.direction()) ? 1 : 0;
      }
      if (System.getenv("TWOSOURCE_SHOW") != null) {
        System.out.println(found + " for " + pair);
      }
    }
    return List.of(
        Figure.atLeast(
            "direction, accuracy where stated", right / Math.max(1, stated), .90, ".84 study"),
        Figure.atLeast("direction, share stated", stated / all, .60, ""));
  }

  private static String direction(Lineage lineage, String a, String b) {
    Set<String> parentsOfA = new HashSet<>();
    Set<String> parentsOfB = new HashSet<>();
    boolean related = false;
    for (Derivation derivation : lineage.derivations()) {
      if (derivation.directed() && derivation.to().equals(a)) {
        parentsOfA.add(derivation.from());
      }
      if (derivation.directed() && derivation.to().equals(b)) {
        parentsOfB.add(derivation.from());
      }
      related |= derivation.from().equals(a) && derivation.to().equals(b);
      related |= derivation.from().equals(b) && derivation.to().equals(a);
    }
    if (parentsOfB.contains(a)) {
      return "a->b";
    }
    if (parentsOfA.contains(b)) {
      return "b->a";
    }
    parentsOfA.retainAll(parentsOfB);
    return related && !parentsOfA.isEmpty() ? "common" : "unknown";
  }
}
