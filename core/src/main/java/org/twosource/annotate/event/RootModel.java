package org.twosource.annotate.event;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.twosource.annotate.event.RootFeatures.Values;
import org.twosource.encode.Weights;

/**
 * How probable each PLOVER root is for what one side of an event does to the other: multinomial
 * logistic regression on {@link RootFeatures}. The corpus it learns from tells CONCEDE and RETREAT
 * not apart: both are {@value #YIELD}. Immutable, for any thread.
 */
public final class RootModel {
  /** CONCEDE or RETREAT. */
  public static final String YIELD = "YIELD";

  /** Pools are this much longer than words; 1 and 2 gave less (docs/notes/grammar.md). */
  public static final float POOL_LENGTH = 3;

  private static final String FEATURES = "features ";

  /** CAMEO's code for each root when nothing more is known of the event. */
  private static final Map<String, String> CAMEO =
      Map.ofEntries(
          Map.entry("AGREE", "030"),
          Map.entry("CONSULT", "040"),
          Map.entry("SUPPORT", "050"),
          Map.entry("COOPERATE", "060"),
          Map.entry("AID", "070"),
          Map.entry(YIELD, "080"),
          Map.entry("REQUEST", "100"),
          Map.entry("ACCUSE", "110"),
          Map.entry("REJECT", "120"),
          Map.entry("THREATEN", "130"),
          Map.entry("PROTEST", "140"),
          Map.entry("MOBILIZE", "150"),
          Map.entry("SANCTION", "160"),
          Map.entry("COERCE", "170"),
          Map.entry("ASSAULT", "190"));

  private final List<String> roots;
  private final Map<String, Integer> rowOf;
  private final Weights.Matrix words;
  private final Weights.Matrix pools;
  private final float[] bias;

  /**
   * @throws IllegalArgumentException when a fact or matrix is missing
   */
  public RootModel(Weights weights) {
    roots = weights.list("roots");
    rowOf = new HashMap<>();
    for (String kind : weights.list("kinds")) {
      for (String value : weights.list(FEATURES + kind)) {
        rowOf.put(kind + "=" + value, rowOf.size());
      }
    }
    words = weights.matrix("words");
    pools = weights.matrix("pools");
    bias = weights.matrix("bias").values();
  }

  /** The weights that come with the program, if they do. */
  public static Optional<RootModel> standard() {
    return Weights.find("plover").map(RootModel::new);
  }

  /**
   * The form in which the weights are kept.
   *
   * @param features names, {@code kind=value}, in the order of the rows of {@code words}, all of a
   *     kind together
   * @param words one row a feature, one column a root
   * @param pools one row a number of the pools
   */
  public static Weights weights(
      List<String> roots, List<String> features, float[] words, float[] pools, float[] bias) {
    Map<String, List<String>> byKind = new TreeMap<>();
    List<String> kinds = new ArrayList<>();
    for (String feature : features) {
      int at = feature.indexOf('=');
      String kind = feature.substring(0, at);
      if (!kinds.contains(kind)) {
        kinds.add(kind);
      }
      byKind.computeIfAbsent(kind, one -> new ArrayList<>()).add(feature.substring(at + 1));
    }
    Map<String, String> facts = new TreeMap<>();
    facts.put("roots", String.join(" ", roots));
    facts.put("kinds", String.join(" ", kinds));
    byKind.forEach((kind, values) -> facts.put(FEATURES + kind, String.join(" ", values)));
    return new Weights.Builder(facts)
        .matrix("words", features.size(), roots.size(), words)
        .matrix("pools", pools.length / roots.size(), roots.size(), pools)
        .matrix("bias", 1, roots.size(), bias)
        .build();
  }

  /** Whether a root of the tables is this root of the model. */
  static boolean isOf(String table, String root) {
    return root.equals(YIELD)
        ? table.equals("CONCEDE") || table.equals("RETREAT")
        : table.equals(root);
  }

  /** An event of this root, of which nothing more is known. */
  static EventWords.Kind kind(String root) {
    String type = root.equals(YIELD) ? "CONCEDE" : root;
    return new EventWords.Kind(type, Optional.empty(), Optional.ofNullable(CAMEO.get(root)));
  }

  /** The roots, in the order of {@link #probabilities}. */
  public List<String> roots() {
    return roots;
  }

  /** One a root, 0 to 1, together 1. */
  public double[] probabilities(Values values) {
    double[] scores = new double[roots.size()];
    for (int root = 0; root < scores.length; root++) {
      scores[root] = bias[root];
    }
    for (String word : values.words()) {
      Integer row = rowOf.get(word);
      if (row != null) {
        add(words, row, 1, scores);
      }
    }
    for (int row = 0; row < values.pools().length; row++) {
      add(pools, row, POOL_LENGTH * values.pools()[row], scores);
    }
    return shares(scores);
  }

  private static void add(Weights.Matrix matrix, int row, float value, double[] scores) {
    for (int root = 0; root < scores.length; root++) {
      scores[root] += value * matrix.values()[row * scores.length + root];
    }
  }

  private static double[] shares(double[] scores) {
    double greatest = Double.NEGATIVE_INFINITY;
    for (double score : scores) {
      greatest = Math.max(greatest, score);
    }
    double sum = 0;
    for (int i = 0; i < scores.length; i++) {
      scores[i] = Math.exp(scores[i] - greatest);
      sum += scores[i];
    }
    for (int i = 0; i < scores.length; i++) {
      scores[i] /= sum;
    }
    return scores;
  }
}
