package org.twosource.bench.suite;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import org.twosource.annotate.Annotated;
import org.twosource.bench.BenchData;
import org.twosource.bench.suite.LineageData.Pair;
import org.twosource.bench.train.Regression;
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

  private static final WordRarity RARITY = WordRarity.standard();

  private final LineageData data;
  private final Map<String, Annotated> annotated = new HashMap<>();
  private final Map<String, List<Alignment>> alignments = new HashMap<>();
  private final List<Example> examples = new ArrayList<>();

  /** A labelled pair, and its evidence beside the story and alone. */
  record Example(Pair pair, boolean trap, PairEvidence inStory, PairEvidence alone) {
    boolean isOf(String story) {
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

  List<Example> all() {
    return examples;
  }

  Set<String> stories() {
    return alignments.keySet();
  }

  List<Annotated> reports(String story) {
    return data.stories().getOrDefault(story, List.of()).stream()
        .map(text -> annotated.get(text.id()))
        .toList();
  }

  List<Alignment> alignments(String story) {
    return alignments.getOrDefault(story, List.of());
  }

  /** The derivation model of all examples. */
  public LinearModel train() {
    return train(examples);
  }

  /** The confidence of a model of all other stories; 0 where no prose is shared. */
  ToDoubleFunction<PairEvidence> without(String story) {
    return judge(train(examples.stream().filter(example -> !example.isOf(story)).toList()));
  }

  private static ToDoubleFunction<PairEvidence> judge(LinearModel model) {
    return found -> found.prose().isEmpty() ? 0 : model.probability(found.features());
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
            alone.stream().filter(example -> !example.isOf(id)).toList(), List.of(Example::alone));
    return new StoryEvidence(reports(id), alignments(id), RARITY, judge(model));
  }

  private static LinearModel train(List<Example> examples) {
    return train(examples, List.of(Example::inStory, Example::alone));
  }

  /** Examples of low confidence are left out. */
  private static LinearModel train(
      List<Example> examples, List<Function<Example, PairEvidence>> views) {
    List<Example> sure = examples.stream().filter(example -> example.pair().isSure()).toList();
    double[][] values = new double[sure.size() * views.size()][];
    boolean[] labels = new boolean[values.length];
    for (int at = 0; at < values.length; at++) {
      Example example = sure.get(at / views.size());
      values[at] = views.get(at % views.size()).apply(example).features();
      labels[at] = example.pair().isDerived();
    }
    return Regression.train(PairEvidence.FEATURES, values, labels, RIDGE * views.size());
  }
}
