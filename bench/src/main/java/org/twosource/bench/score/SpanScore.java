package org.twosource.bench.score;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.twosource.encode.Tagger.Run;

/** Precision, recall and F1 of labelled runs, exact in kind and boundaries (CoNLL's measure). */
public final class SpanScore {
  private static final class Count {
    int right;
    int found;
    int gold;

    double f1() {
      return found + gold == 0 ? 0 : 2.0 * right / (found + gold);
    }
  }

  private final Count all = new Count();
  private final Map<String, Count> kinds = new TreeMap<>();

  public void add(List<Run> gold, List<Run> found) {
    Set<Run> expected = new HashSet<>(gold);
    for (Run run : gold) {
      count(run).gold++;
      all.gold++;
    }
    for (Run run : found) {
      count(run).found++;
      all.found++;
      if (expected.contains(run)) {
        count(run).right++;
        all.right++;
      }
    }
  }

  private Count count(Run run) {
    return kinds.computeIfAbsent(run.kind(), kind -> new Count());
  }

  public double f1() {
    return all.f1();
  }

  @Override
  public String toString() {
    StringBuilder line =
        new StringBuilder(
            "F1 %.4f (P %.4f R %.4f)"
                .formatted(
                    all.f1(),
                    (double) all.right / Math.max(1, all.found),
                    (double) all.right / Math.max(1, all.gold)));
    kinds.forEach((kind, count) -> line.append(" %s %.4f".formatted(kind, count.f1())));
    return line.toString();
  }
}
