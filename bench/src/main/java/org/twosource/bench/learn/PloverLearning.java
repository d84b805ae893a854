package org.twosource.bench.learn;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import org.twosource.annotate.event.RootModel;
import org.twosource.bench.data.PloverExamples.Example;
import org.twosource.encode.Weights;

/** Learns the PLOVER root of what one side of an event does to the other. */
public final class PloverLearning {
  /** Groups of sentences are spread over this many folds. */
  public static final int FOLDS = 5;

  private static final double RIDGE = 1;

  /** A word must stand in this many sentences to be a feature. */
  private static final int FEWEST_SENTENCES = 2;

  private PloverLearning() {}

  /**
   * Macro-F1 with every sentence held out once, groups kept together.
   *
   * @param root over fifteen roots
   * @param quad over the four classes, by the sums of their roots' probabilities
   */
  public record Scores(double root, double accuracy, double quad) {}

  /** Which fold each example is held out in: groups in order, to the fold with the fewest. */
  public static int[] folds(List<Example> examples) {
    Map<Integer, List<Integer>> groups = new TreeMap<>();
    for (int i = 0; i < examples.size(); i++) {
      groups.computeIfAbsent(examples.get(i).group(), group -> new ArrayList<>()).add(i);
    }
    List<Map<String, Integer>> filled = new ArrayList<>();
    for (int fold = 0; fold < FOLDS; fold++) {
      filled.add(new HashMap<>());
    }
    int[] folds = new int[examples.size()];
    for (List<Integer> group : groups.values()) {
      String root = examples.get(group.getFirst()).root();
      int best = 0;
      for (int fold = 1; fold < FOLDS; fold++) {
        int less =
            Integer.compare(
                filled.get(fold).getOrDefault(root, 0), filled.get(best).getOrDefault(root, 0));
        best = less < 0 ? fold : best;
      }
      for (int one : group) {
        folds[one] = best;
        filled.get(best).merge(examples.get(one).root(), 1, Integer::sum);
      }
    }
    return folds;
  }

  /** One model a fold, learned from the others. */
  public static List<RootModel> models(List<Example> examples, int[] folds) {
    List<RootModel> models = new ArrayList<>();
    for (int fold = 0; fold < FOLDS; fold++) {
      List<Example> rest = new ArrayList<>();
      for (int i = 0; i < folds.length; i++) {
        if (folds[i] != fold) {
          rest.add(examples.get(i));
        }
      }
      models.add(new RootModel(train(rest)));
    }
    return models;
  }

  /** The scores with every fold held out in turn. */
  public static Scores crossValidated(List<Example> examples) {
    int[] folds = folds(examples);
    return scores(examples, folds, models(examples, folds));
  }

  /** The scores of models on the examples that were held out from each. */
  public static Scores scores(List<Example> examples, int[] folds, List<RootModel> models) {
    Map<String, Integer> quads = quads(examples);
    Counts roots = new Counts();
    Counts classes = new Counts();
    for (int i = 0; i < folds.length; i++) {
      RootModel model = models.get(folds[i]);
      double[] probabilities = model.probabilities(examples.get(i).values());
      double[] sums = new double[5];
      int best = 0;
      for (int root = 0; root < probabilities.length; root++) {
        best = probabilities[root] > probabilities[best] ? root : best;
        sums[Objects.requireNonNull(quads.get(model.roots().get(root)))] += probabilities[root];
      }
      int quad = 1;
      for (int one = 2; one <= 4; one++) {
        quad = sums[one] > sums[quad] ? one : quad;
      }
      roots.add(examples.get(i).root(), model.roots().get(best));
      classes.add("" + examples.get(i).quad(), "" + quad);
    }
    return new Scores(roots.macroF1(), roots.accuracy(), classes.macroF1());
  }

  private static final class Counts {
    private final Map<String, int[]> byClass = new TreeMap<>();
    private int right;
    private int all;

    void add(String gold, String made) {
      byClass.computeIfAbsent(gold, name -> new int[3])[1]++;
      byClass.computeIfAbsent(made, name -> new int[3])[2]++;
      all++;
      if (gold.equals(made)) {
        byClass.get(gold)[0]++;
        right++;
      }
    }

    double accuracy() {
      return (double) right / Math.max(1, all);
    }

    double macroF1() {
      return byClass.values().stream()
          .mapToDouble(count -> 2.0 * count[0] / (count[1] + count[2]))
          .average()
          .orElse(0);
    }
  }

  /** The class that most sentences of a root have: PLOVER's own table. */
  private static Map<String, Integer> quads(List<Example> examples) {
    Map<String, Map<Integer, Integer>> counts = new TreeMap<>();
    for (Example example : examples) {
      counts
          .computeIfAbsent(example.root(), root -> new TreeMap<>())
          .merge(example.quad(), 1, Integer::sum);
    }
    Map<String, Integer> quads = new TreeMap<>();
    counts.forEach(
        (root, of) ->
            quads.put(
                root,
                of.entrySet().stream().max(Map.Entry.comparingByValue()).orElseThrow().getKey()));
    return quads;
  }

  /** The weights learned from these examples. */
  public static Weights train(List<Example> examples) {
    Map<String, Integer> counts = new TreeMap<>();
    examples.forEach(one -> one.values().words().forEach(w -> counts.merge(w, 1, Integer::sum)));
    counts.values().removeIf(count -> count < FEWEST_SENTENCES);
    List<String> features = new ArrayList<>(counts.keySet());
    Map<String, Integer> columnOf = new HashMap<>();
    features.forEach(feature -> columnOf.put(feature, columnOf.size()));
    List<String> roots = List.copyOf(new TreeSet<>(examples.stream().map(Example::root).toList()));
    List<SoftmaxRegression.Example> rows = new ArrayList<>();
    int pools = 0;
    for (Example example : examples) {
      int[] columns =
          example.values().words().stream()
              .filter(columnOf::containsKey)
              .mapToInt(columnOf::get)
              .toArray();
      float[] dense = example.values().pools().clone();
      for (int i = 0; i < dense.length; i++) {
        dense[i] *= RootModel.POOL_LENGTH;
      }
      pools = Math.max(pools, dense.length);
      rows.add(
          new SoftmaxRegression.Example(
              columns, features.size(), dense, roots.indexOf(example.root())));
    }
    double[] learned = SoftmaxRegression.train(rows, features.size() + pools, roots.size(), RIDGE);
    int words = features.size() * roots.size();
    int biases = learned.length - roots.size();
    return RootModel.weights(
        roots,
        features,
        floats(learned, 0, words),
        floats(learned, words, biases),
        floats(learned, biases, learned.length));
  }

  private static float[] floats(double[] values, int from, int to) {
    float[] floats = new float[to - from];
    for (int i = from; i < to; i++) {
      floats[i - from] = (float) values[i];
    }
    return floats;
  }
}
