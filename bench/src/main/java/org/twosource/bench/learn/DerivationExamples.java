package org.twosource.bench.learn;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;
import org.twosource.annotate.Annotated;
import org.twosource.bench.BenchData;
import org.twosource.bench.data.LineageData;
import org.twosource.bench.data.LineageData.Pair;
import org.twosource.bench.data.WrittenPair;
import org.twosource.lexicon.WordRarity;
import org.twosource.lineage.PairEvidence;
import org.twosource.lineage.StoryEvidence;
import org.twosource.reuse.Alignment;
import org.twosource.reuse.LinearModel;
import org.twosource.reuse.PassageAligner;

/**
 * The pairs of reports with what they share: the examples of the derivation model. Every pair of
 * one story is seen twice, beside the other reports of its story as {@code read} sees it, and alone
 * as {@code compare} does; traps, whose reports are of two stories, alone only. The judge is
 * learned on the pairs that a story has, so those that nobody labelled and that are of no labelled
 * family are examples too, of two reports that are independent.
 */
public final class DerivationExamples {
  /**
   * Strength of the pull of weights towards 0, for each of the two views: the least log loss on all
   * pairs of the stories, held out one by one, of .025 to .8.
   */
  private static final double RIDGE = .05;

  /** The same for the weight of the order, which no pair but copies has: it must be bounded. */
  private static final double ORDER_RIDGE = .02;

  private static final int ROUNDS = 60;

  private static final List<String> BY_WORDS =
      PairEvidence.FEATURES.subList(0, PairEvidence.FEATURES.indexOf(PairEvidence.IN_ORDER));

  /** The weight of the order in the program: no real story held out here had a part in it. */
  private static final double SHIPPED_ORDER =
      LinearModel.load("/org/twosource/weights/derivation.tsv", PairEvidence.FEATURES)
          .weights()
          .getLast();

  private static final WordRarity RARITY = WordRarity.standard();

  private final LineageData data;
  private final Map<String, Annotated> annotated = new HashMap<>();
  private final Map<String, List<Alignment>> alignments = new HashMap<>();
  private final List<Example> examples = new ArrayList<>();
  private final List<Example> unlabelled = new ArrayList<>();

  /** A labelled pair, and its evidence beside the story and alone. */
  public record Example(Pair pair, boolean trap, PairEvidence inStory, PairEvidence alone) {
    public boolean isOf(String story) {
      return pair.storyA().equals(story) || pair.storyB().equals(story);
    }
  }

  private DerivationExamples(LineageData data) {
    this.data = data;
    data.stories()
        .forEach(
            (id, story) -> {
              story.forEach(text -> annotated.put(text.id(), Annotated.bare(text)));
              alignments.put(
                  id, new PassageAligner(data.furniture().outside(Set.of(id))).align(reports(id)));
            });
  }

  /** Reads labels and reports; reports are compared by words alone. */
  public static DerivationExamples read(BenchData data) throws IOException {
    DerivationExamples made = new DerivationExamples(LineageData.read(data));
    List<Pair> labelled = LineageData.pairs(data);
    made.addPairs(labelled, made.others(labelled, LineageData.together(data)));
    made.addTraps(LineageData.traps(data));
    return made;
  }

  /** The labelled ones. */
  public List<Example> all() {
    return examples;
  }

  /** The pairs of one story that nobody labelled, taken for independent reports. */
  public List<Example> unlabelled() {
    return unlabelled;
  }

  public Set<String> stories() {
    return alignments.keySet();
  }

  public List<Annotated> reports(String story) {
    return data.stories().getOrDefault(story, List.of()).stream()
        .map(text -> annotated.get(text.id()))
        .toList();
  }

  public List<Alignment> alignments(String story) {
    return alignments.getOrDefault(story, List.of());
  }

  /**
   * The derivation model of all examples. What words tell is learned from the real pairs alone;
   * what the order tells beside it, from the written pairs and the real ones, for no real pair
   * labelled here is reworded throughout.
   */
  public LinearModel train(List<WrittenPair> written) {
    LinearModel byWords = train(natural(), 0);
    List<PairEvidence> pairs = new ArrayList<>();
    List<Boolean> derived = new ArrayList<>();
    for (WrittenPair pair : written) {
      pairs.add(pair.evidence());
      derived.add(pair.isDerived());
    }
    for (Example example : sure(examples)) {
      pairs.add(example.inStory());
      derived.add(example.pair().isDerived());
    }
    return withOrder(byWords, orderWeight(byWords, pairs, derived));
  }

  /** The weight beside fixed others that fits best, by Newton's method. */
  private static double orderWeight(
      LinearModel byWords, List<PairEvidence> pairs, List<Boolean> derived) {
    double weight = 0;
    for (int round = 0; round < ROUNDS; round++) {
      LinearModel model = withOrder(byWords, weight);
      double slope = ORDER_RIDGE * weight;
      double curve = ORDER_RIDGE;
      for (int at = 0; at < pairs.size(); at++) {
        double[] values = pairs.get(at).features();
        double order = values[values.length - 1];
        double given = model.probability(values);
        slope += order * (given - (derived.get(at) ? 1 : 0));
        curve += order * order * given * (1 - given);
      }
      weight -= slope / curve;
    }
    return Math.round(weight * 1e4) / 1e4;
  }

  private static LinearModel withOrder(LinearModel byWords, double weight) {
    List<Double> weights = new ArrayList<>(byWords.weights().subList(0, BY_WORDS.size()));
    weights.add(weight);
    return new LinearModel(PairEvidence.FEATURES, weights, byWords.bias());
  }

  /** The confidence of a model of all other stories; 0 where no prose is shared. */
  public ToDoubleFunction<PairEvidence> without(String story) {
    return judge(
        train(natural().stream().filter(example -> !example.isOf(story)).toList(), SHIPPED_ORDER));
  }

  private static ToDoubleFunction<PairEvidence> judge(LinearModel model) {
    return found -> found.isAny() ? model.probability(found.features()) : 0;
  }

  private List<Example> natural() {
    return Stream.concat(examples.stream(), unlabelled.stream()).toList();
  }

  private List<Pair> others(List<Pair> labelled, Map<String, Set<String>> together) {
    Set<Set<String>> known = new HashSet<>();
    labelled.forEach(pair -> known.add(Set.of(pair.a(), pair.b())));
    List<Pair> others = new ArrayList<>();
    data.stories()
        .forEach(
            (story, texts) -> {
              for (int a = 0; a < texts.size(); a++) {
                for (int b = a + 1; b < texts.size(); b++) {
                  String one = texts.get(a).id();
                  String two = texts.get(b).id();
                  if (!known.contains(Set.of(one, two))
                      && !together.getOrDefault(one, Set.of()).contains(two)) {
                    others.add(Pair.unlabelled(one, two, story));
                  }
                }
              }
            });
    return others;
  }

  private void addPairs(List<Pair> labelled, List<Pair> others) {
    List<Example> alone = new ArrayList<>();
    for (Pair pair : Stream.concat(labelled.stream(), others.stream()).toList()) {
      PairEvidence evidence = evidence(pair, new PassageAligner());
      alone.add(new Example(pair, false, evidence, evidence));
    }
    Map<String, StoryEvidence> stories = new HashMap<>();
    for (Example example : alone) {
      Pair pair = example.pair();
      StoryEvidence story = stories.computeIfAbsent(pair.storyA(), id -> story(id, alone));
      Optional<PairEvidence> found =
          story.of(pair.a(), pair.b()).or(() -> story.of(pair.b(), pair.a()));
      Example made = new Example(pair, false, found.orElse(example.alone()), example.alone());
      (examples.size() < labelled.size() ? examples : unlabelled).add(made);
    }
  }

  private void addTraps(List<Pair> traps) {
    for (Pair pair : traps) {
      Set<String> own = Set.of(pair.storyA(), pair.storyB());
      PairEvidence evidence = evidence(pair, new PassageAligner(data.furniture().outside(own)));
      examples.add(new Example(pair, true, evidence, evidence));
    }
  }

  private PairEvidence evidence(Pair pair, PassageAligner aligner) {
    Annotated a = Objects.requireNonNull(annotated.get(pair.a()));
    Annotated b = Objects.requireNonNull(annotated.get(pair.b()));
    Alignment found = LineageData.between(aligner.align(List.of(a, b)), pair.a(), pair.b());
    return PairEvidence.of(a, b, found, RARITY);
  }

  /** Who is no witness in a story is judged by pairs alone, learned from all other stories. */
  private StoryEvidence story(String id, List<Example> alone) {
    LinearModel model =
        train(
            alone.stream().filter(example -> !example.isOf(id)).toList(),
            List.of(Example::alone),
            SHIPPED_ORDER);
    return new StoryEvidence(reports(id), alignments(id), RARITY, judge(model));
  }

  private static LinearModel train(List<Example> examples, double order) {
    return train(examples, List.of(Example::inStory, Example::alone), order);
  }

  private static List<Example> sure(List<Example> examples) {
    return examples.stream().filter(example -> example.pair().isSure()).toList();
  }

  /**
   * Learned on what words tell; examples of low confidence are left out, and pairs that share no
   * prose, which are not judged.
   *
   * @param order the weight of {@link PairEvidence#IN_ORDER}
   */
  private static LinearModel train(
      List<Example> examples, List<Function<Example, PairEvidence>> views, double order) {
    List<double[]> values = new ArrayList<>();
    List<Boolean> derived = new ArrayList<>();
    for (Example example : sure(examples)) {
      for (Function<Example, PairEvidence> view : views) {
        PairEvidence seen = view.apply(example);
        if (!seen.prose().isEmpty()) {
          values.add(Arrays.copyOf(seen.features(), BY_WORDS.size()));
          derived.add(example.pair().isDerived());
        }
      }
    }
    boolean[] labels = new boolean[derived.size()];
    for (int at = 0; at < labels.length; at++) {
      labels[at] = derived.get(at);
    }
    double ridge = RIDGE * views.size();
    return withOrder(
        Regression.train(BY_WORDS, values.toArray(double[][]::new), labels, ridge), order);
  }
}
