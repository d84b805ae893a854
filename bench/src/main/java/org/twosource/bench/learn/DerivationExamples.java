package org.twosource.bench.learn;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
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
 * The labelled pairs of reports with what they share: the examples of the derivation model. Every
 * pair of one story is seen twice, beside the other reports of its story as {@code read} sees it,
 * and alone as {@code compare} does; traps, whose reports are of two stories, alone only.
 */
public final class DerivationExamples {
  /** Strength of the pull of weights towards 0, for each of the two views. */
  private static final double RIDGE = .1;

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
    made.addPairs(LineageData.pairs(data));
    made.addTraps(LineageData.traps(data));
    return made;
  }

  public List<Example> all() {
    return examples;
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
    LinearModel byWords = train(examples, 0);
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
        train(examples.stream().filter(example -> !example.isOf(story)).toList(), SHIPPED_ORDER));
  }

  private static ToDoubleFunction<PairEvidence> judge(LinearModel model) {
    return found -> found.isAny() ? model.probability(found.features()) : 0;
  }

  private void addPairs(List<Pair> pairs) {
    List<Example> alone = new ArrayList<>();
    for (Pair pair : pairs) {
      PairEvidence evidence = evidence(pair, new PassageAligner());
      alone.add(new Example(pair, false, evidence, evidence));
    }
    Map<String, StoryEvidence> stories = new HashMap<>();
    for (Example example : alone) {
      Pair pair = example.pair();
      StoryEvidence story = stories.computeIfAbsent(pair.storyA(), id -> story(id, alone));
      Optional<PairEvidence> found =
          story.of(pair.a(), pair.b()).or(() -> story.of(pair.b(), pair.a()));
      examples.add(new Example(pair, false, found.orElse(example.alone()), example.alone()));
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
    Annotated a = annotated.get(pair.a());
    Annotated b = annotated.get(pair.b());
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
   * Learned on what words tell; examples of low confidence are left out.
   *
   * @param order the weight of {@link PairEvidence#IN_ORDER}
   */
  private static LinearModel train(
      List<Example> examples, List<Function<Example, PairEvidence>> views, double order) {
    List<Example> sure = sure(examples);
    double[][] values = new double[sure.size() * views.size()][];
    boolean[] labels = new boolean[values.length];
    for (int at = 0; at < values.length; at++) {
      Example example = sure.get(at / views.size());
      double[] all = views.get(at % views.size()).apply(example).features();
      values[at] = Arrays.copyOf(all, BY_WORDS.size());
      labels[at] = example.pair().isDerived();
    }
    return withOrder(Regression.train(BY_WORDS, values, labels, RIDGE * views.size()), order);
  }
}
