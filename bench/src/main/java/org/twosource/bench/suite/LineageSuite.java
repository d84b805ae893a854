package org.twosource.bench.suite;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.twosource.annotate.Annotated;
import org.twosource.bench.BenchData;
import org.twosource.bench.Figure;
import org.twosource.bench.Suite;
import org.twosource.bench.suite.LineageData.Pair;
import org.twosource.bench.train.Regression;
import org.twosource.lineage.Derivation;
import org.twosource.lineage.FamilyBuilder;
import org.twosource.lineage.Lineage;
import org.twosource.lineage.PairEvidence;
import org.twosource.reuse.Alignment;
import org.twosource.reuse.LinearModel;
import org.twosource.reuse.Manner;
import org.twosource.reuse.PassageAligner;
import org.twosource.reuse.WordRarity;

/**
 * Derivations against labelled pairs of real reports. Whether a pair is derived is judged by a
 * model trained without the pair's story; degree, manner and direction come from the product as it
 * is. Reports are compared by words alone: on these pairs vectors change nothing that can be
 * measured.
 */
public final class LineageSuite implements Suite {
  /** Strength of the pull of weights towards 0. */
  public static final double RIDGE = .1;

  /** A labelled pair, what was found in it, and how probable a model of other stories calls it. */
  public record Judged(
      Pair pair, boolean trap, double[] features, Manner manner, double degreeShare) {}

  @Override
  public String name() {
    return "lineage";
  }

  @Override
  public List<Figure> run(BenchData data) throws IOException {
    LineageData reports = LineageData.read(data);
    Map<String, Annotated> annotated = new HashMap<>();
    reports
        .stories()
        .values()
        .forEach(story -> story.forEach(text -> annotated.put(text.id(), Annotated.bare(text))));
    Map<String, List<Alignment>> alignments = alignments(reports, annotated);
    List<Judged> pairs = judged(data, reports, annotated, alignments);
    double[] probability = crossValidated(pairs);
    List<Figure> figures = new ArrayList<>(derived(pairs, probability));
    figures.addAll(kinds(pairs));
    figures.addAll(direction(data, reports, annotated, alignments));
    return figures;
  }

  private static Map<String, List<Alignment>> alignments(
      LineageData reports, Map<String, Annotated> annotated) {
    Map<String, List<Alignment>> alignments = new HashMap<>();
    reports
        .stories()
        .forEach(
            (id, story) ->
                alignments.put(
                    id,
                    new PassageAligner(reports.furniture().outside(Set.of(id)))
                        .align(story.stream().map(text -> annotated.get(text.id())).toList())));
    return alignments;
  }

  /**
   * All labelled pairs and traps with their features; the training data of the derivation model.
   */
  public static List<Judged> judged(BenchData data) throws IOException {
    LineageData reports = LineageData.read(data);
    Map<String, Annotated> annotated = new HashMap<>();
    reports
        .stories()
        .values()
        .forEach(story -> story.forEach(text -> annotated.put(text.id(), Annotated.bare(text))));
    return judged(data, reports, annotated, alignments(reports, annotated));
  }

  private static List<Judged> judged(
      BenchData data,
      LineageData reports,
      Map<String, Annotated> annotated,
      Map<String, List<Alignment>> alignments)
      throws IOException {
    WordRarity rarity = WordRarity.standard();
    List<Judged> all = new ArrayList<>();
    for (Pair pair : LineageData.pairs(data)) {
      List<Alignment> story = alignments.getOrDefault(pair.storyA(), List.of());
      all.add(judged(pair, false, annotated, story, rarity));
    }
    for (Pair pair : LineageData.traps(data)) {
      List<Alignment> two =
          new PassageAligner(reports.furniture().outside(Set.of(pair.storyA(), pair.storyB())))
              .align(List.of(annotated.get(pair.a()), annotated.get(pair.b())));
      all.add(judged(pair, true, annotated, two, rarity));
    }
    return all;
  }

  private static Judged judged(
      Pair pair,
      boolean trap,
      Map<String, Annotated> annotated,
      List<Alignment> alignments,
      WordRarity rarity) {
    PairEvidence evidence =
        PairEvidence.of(
            annotated.get(pair.a()),
            annotated.get(pair.b()),
            LineageData.between(alignments, pair.a(), pair.b()),
            rarity);
    return new Judged(
        pair,
        trap,
        evidence.features(),
        evidence.manner(),
        Math.max(evidence.shareA(), evidence.shareB()));
  }

  /** For each pair the probability that a model trained without its stories gives it. */
  private static double[] crossValidated(List<Judged> pairs) {
    double[] probability = new double[pairs.size()];
    Set<String> stories = new HashSet<>();
    pairs.forEach(judged -> stories.add(judged.pair().storyA()));
    for (String story : stories) {
      LinearModel model =
          train(
              pairs.stream()
                  .filter(judged -> !judged.pair().storyA().equals(story))
                  .filter(judged -> !judged.pair().storyB().equals(story))
                  .toList());
      for (int at = 0; at < probability.length; at++) {
        if (pairs.get(at).pair().storyA().equals(story)) {
          probability[at] = model.probability(pairs.get(at).features());
        }
      }
    }
    return probability;
  }

  /** The derivation model of these pairs; those of low confidence are left out. */
  public static LinearModel train(List<Judged> pairs) {
    List<Judged> sure = pairs.stream().filter(judged -> judged.pair().isSure()).toList();
    double[][] values = sure.stream().map(Judged::features).toArray(double[][]::new);
    boolean[] labels = new boolean[values.length];
    for (int at = 0; at < labels.length; at++) {
      labels[at] = sure.get(at).pair().isDerived();
    }
    return Regression.train(PairEvidence.FEATURES, values, labels, RIDGE);
  }

  private static List<Figure> derived(List<Judged> pairs, double[] probability) {
    List<Integer> sure = new ArrayList<>();
    for (int at = 0; at < probability.length; at++) {
      if (!pairs.get(at).trap() && pairs.get(at).pair().isSure()) {
        sure.add(at);
      }
    }
    Predicate<Integer> called = at -> probability[at] >= .5;
    Predicate<Integer> truly = at -> pairs.get(at).pair().isDerived();
    double hits = count(sure, called.and(truly));
    double f1 = 2 * hits / (count(sure, called) + count(sure, truly));
    List<Integer> traps = new ArrayList<>();
    for (int at = 0; at < probability.length; at++) {
      if (pairs.get(at).trap() && !truly.test(at)) {
        traps.add(at);
      }
    }
    return List.of(
        Figure.atLeast("derived or not, F1, by story", f1, .90, ".893 study"),
        Figure.shown("derived or not, precision", hits / Math.max(1, count(sure, called))),
        Figure.shown("derived or not, recall", hits / count(sure, truly)),
        Figure.atLeast(
            "derived or not, average precision",
            average(sure, probability, truly),
            .96,
            ".94 study"),
        Figure.atLeast(
            "reworded pairs found, of 20",
            count(
                sure,
                called.and(truly).and(at -> pairs.get(at).pair().manner().equals("reworded"))),
            17,
            "15 study"),
        Figure.atMost(
            "quote-only pairs called derived, of 47",
            count(sure, called.and(at -> pairs.get(at).pair().label().equals("quotes"))),
            3,
            "4 study"),
        Figure.atMost(
            "look-alike traps called derived, share",
            count(traps, called) / (double) traps.size(),
            .01,
            ""),
        Figure.atMost(
            "calibration error of the confidence", calibration(sure, probability, truly), .08, ""));
  }

  private static int count(List<Integer> places, Predicate<Integer> which) {
    return (int) places.stream().filter(which).count();
  }

  private static double average(
      List<Integer> places, double[] probability, Predicate<Integer> truly) {
    List<Integer> ranked =
        places.stream()
            .sorted(Comparator.comparingDouble((Integer at) -> -probability[at]))
            .toList();
    double sum = 0;
    int hits = 0;
    for (int rank = 0; rank < ranked.size(); rank++) {
      if (truly.test(ranked.get(rank))) {
        hits++;
        sum += hits / (rank + 1.0);
      }
    }
    return sum / Math.max(1, hits);
  }

  /** Expected calibration error over ten bins of equal width. */
  private static double calibration(
      List<Integer> places, double[] probability, Predicate<Integer> truly) {
    double[] said = new double[10];
    double[] held = new double[10];
    for (int at : places) {
      int bin = Math.min(9, (int) (probability[at] * 10));
      said[bin] += probability[at];
      held[bin] += truly.test(at) ? 1 : 0;
    }
    double error = 0;
    for (int bin = 0; bin < 10; bin++) {
      error += Math.abs(said[bin] - held[bin]);
    }
    return error / places.size();
  }

  private static List<Figure> kinds(List<Judged> pairs) {
    double derived = 0;
    double degree = 0;
    double manner = 0;
    for (Judged judged : pairs) {
      if (judged.trap() || !judged.pair().isSure() || !judged.pair().isDerived()) {
        continue;
      }
      derived++;
      boolean wholly = FamilyBuilder.degree(judged.degreeShare()) == Derivation.Degree.WHOLLY;
      degree += wholly == judged.pair().label().equals("wholly") ? 1 : 0;
      manner += judged.manner().label().equals(judged.pair().manner()) ? 1 : 0;
    }
    return List.of(
        Figure.atLeast("degree of derived pairs, accuracy", degree / derived, .92, ".91 study"),
        Figure.atLeast("manner of derived pairs, accuracy", manner / derived, .86, ".86 study"));
  }

  /** Over derived pairs that the product calls derived; "common" counts as a stated direction. */
  private static List<Figure> direction(
      BenchData data,
      LineageData reports,
      Map<String, Annotated> annotated,
      Map<String, List<Alignment>> alignments)
      throws IOException {
    Map<String, Lineage> lineages = new HashMap<>();
    reports
        .stories()
        .forEach(
            (id, story) ->
                lineages.put(
                    id,
                    new FamilyBuilder()
                        .build(
                            story.stream().map(text -> annotated.get(text.id())).toList(),
                            alignments.getOrDefault(id, List.of()))));
    double all = 0;
    double stated = 0;
    double right = 0;
    for (Pair pair : LineageData.pairs(data)) {
      if (!pair.isSure() || !pair.isDerived()) {
        continue;
      }
      Lineage lineage = lineages.get(pair.storyA());
      if (lineage == null) {
        continue;
      }
      all++;
      String found = direction(lineage, pair.a(), pair.b());
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
