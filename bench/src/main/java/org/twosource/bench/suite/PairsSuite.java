package org.twosource.bench.suite;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import org.twosource.bench.BenchData;
import org.twosource.bench.Figure;
import org.twosource.bench.Suite;
import org.twosource.compare.LearnedComparer;
import org.twosource.compare.StatementComparison;

/**
 * Do two sentences of two reports state the same? Average precision, and recall at precision .93,
 * on the fifth of the stories that neither training nor choosing has seen. "Hard" are pairs that
 * release 0.1.0 had joined, half of them wrongly.
 */
public final class PairsSuite implements Suite {
  private static final double PRECISION = .93;
  private static final Set<String> ENTAILING = Set.of("same", "a>b", "b>a");
  private static final Set<String> SHARING = Set.of("same", "a>b", "b>a", "part");

  private record Judged(JsonNode pair, StatementComparison comparison) {
    boolean is(Set<String> relations) {
      return relations.contains(pair.get("rel").asText());
    }

    boolean isHard() {
      return pair.get("origin").asText().startsWith("joined");
    }

    boolean isSure() {
      return pair.get("sure").asInt() == 2;
    }
  }

  @Override
  public String name() {
    return "pairs";
  }

  @Override
  public List<Figure> run(BenchData data) throws IOException {
    List<Judged> judged = new ArrayList<>();
    try (LearnedComparer comparer = LearnedComparer.standard()) {
      for (JsonNode pair : data.jsonLines("claims/pairs/pairs.jsonl")) {
        if (isHeldOut(pair.get("story").asText())) {
          String a = pair.at("/a/text").asText();
          String b = pair.at("/b/text").asText();
          comparer.compare(a, b).ifPresent(one -> judged.add(new Judged(pair, one)));
        }
      }
    }
    List<Figure> figures = new ArrayList<>();
    Ranking entailing = new Ranking(judged, ENTAILING, StatementComparison::entailment);
    figures.add(
        Figure.atLeast("entailing, average precision", entailing.ap(any()), .88, ".781 0.1.0"));
    figures.add(
        Figure.atLeast("entailing, recall at .93", entailing.recall(any()), .60, ".31 0.1.0"));
    apart(figures, "entailing", entailing);
    Ranking sharing = new Ranking(judged, SHARING, StatementComparison::shared);
    figures.add(Figure.shown("sharing a statement, average precision", sharing.ap(any())));
    figures.add(Figure.shown("sharing a statement, recall at .93", sharing.recall(any())));
    apart(figures, "sharing a statement", sharing);
    return figures;
  }

  private static void apart(List<Figure> figures, String name, Ranking ranking) {
    Predicate<Judged> hard = Judged::isHard;
    figures.add(Figure.shown(name + ", hard, average precision", ranking.ap(hard)));
    figures.add(Figure.shown(name + ", hard, recall at .93", ranking.recall(hard)));
    figures.add(Figure.shown(name + ", sampled, average precision", ranking.ap(hard.negate())));
    figures.add(Figure.shown(name + ", sampled, recall at .93", ranking.recall(hard.negate())));
    figures.add(Figure.shown(name + ", sure, average precision", ranking.ap(Judged::isSure)));
    figures.add(Figure.shown(name + ", sure, recall at .93", ranking.recall(Judged::isSure)));
  }

  private static Predicate<Judged> any() {
    return one -> true;
  }

  /** As the training divides the stories: bench/training/compare/data.py. */
  static boolean isHeldOut(String story) {
    return fifth(story) == 0;
  }

  private static long fifth(String story) {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-1")
              .digest(("compare " + story).getBytes(StandardCharsets.UTF_8));
      return Long.parseLong(HexFormat.of().formatHex(hash, 0, 4), 16) % 5;
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("every JDK has SHA-1", impossible);
    }
  }

  /** Pairs in the order of a score, against what they are. */
  private record Ranking(
      List<Judged> pairs, Set<String> wanted, ToDoubleFunction<StatementComparison> score) {

    double ap(Predicate<Judged> among) {
      double sum = 0;
      int right = 0;
      int all = 0;
      for (Judged one : ranked(among)) {
        all++;
        if (one.is(wanted)) {
          right++;
          sum += (double) right / all;
        }
      }
      return sum / Math.max(1, right);
    }

    double recall(Predicate<Judged> among) {
      int right = 0;
      int all = 0;
      int best = 0;
      for (Judged one : ranked(among)) {
        all++;
        right += one.is(wanted) ? 1 : 0;
        best = right >= PRECISION * all ? right : best;
      }
      return (double) best / Math.max(1, right);
    }

    private List<Judged> ranked(Predicate<Judged> among) {
      return pairs.stream()
          .filter(among)
          .sorted((a, b) -> Double.compare(valueOf(b), valueOf(a)))
          .toList();
    }

    private double valueOf(Judged one) {
      return score.applyAsDouble(one.comparison());
    }
  }
}
