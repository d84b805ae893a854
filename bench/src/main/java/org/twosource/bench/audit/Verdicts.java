package org.twosource.bench.audit;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The marks of a filled worksheet with its key, and what they say. */
record Verdicts(List<Verdict> verdicts) {
  /** Of the normal distribution: nine of ten lie above the bound. */
  private static final double Z_90 = 1.2816;

  /** The column of the story in a kept table; the oldest has none. */
  private static final int STORY = 4;

  Verdicts {
    verdicts = List.copyOf(verdicts);
  }

  /**
   * One judged row.
   *
   * @param mark {@code right}, {@code wrong} or {@code skip}
   */
  record Verdict(String id, String kind, String build, String story, String mark) {}

  /**
   * @param key lines of the key with its heading
   * @param marks one a row
   * @throws IllegalArgumentException when a mark is none of the three, or their number differs
   */
  static Verdicts of(List<String> key, List<String> marks) {
    List<Verdict> verdicts = new ArrayList<>();
    List<String> rows = key.stream().skip(1).filter(line -> !line.isBlank()).toList();
    if (rows.size() != marks.size()) {
      throw new IllegalArgumentException(rows.size() + " rows and " + marks.size() + " marks");
    }
    for (int i = 0; i < rows.size(); i++) {
      if (!List.of("right", "wrong", "skip").contains(marks.get(i))) {
        throw new IllegalArgumentException(
            "row " + (i + 1) + " is marked \"" + marks.get(i) + "\": right, wrong or skip");
      }
      String[] cells = rows.get(i).split("\t");
      verdicts.add(new Verdict(cells[1], cells[2], cells[3], cells[4], marks.get(i)));
    }
    return new Verdicts(verdicts);
  }

  /** The stories that kept verdicts name: their text is spent for judging. */
  static Set<String> stories(List<String> table) {
    return table.stream()
        .skip(1)
        .map(line -> line.split("\t"))
        .filter(cells -> cells.length > STORY)
        .map(cells -> cells[STORY])
        .collect(Collectors.toSet());
  }

  /** Ids, marks and the names of stories, nothing of the texts. */
  String table() {
    StringBuilder table = new StringBuilder("id\tkind\tbuild\tmark\tstory\n");
    verdicts.forEach(
        one ->
            table
                .append(
                    String.join("\t", one.id(), one.kind(), one.build(), one.mark(), one.story()))
                .append('\n'));
    return table.toString();
  }

  /** Precision by kind and build with its lower bound, and how far repeats agree. */
  String summary() {
    Map<String, int[]> counts = new TreeMap<>();
    Map<String, String> first = new HashMap<>();
    int repeats = 0;
    int agreed = 0;
    for (Verdict one : verdicts) {
      String seen = first.putIfAbsent(one.build() + one.id(), one.mark());
      if (seen != null) {
        repeats++;
        agreed += seen.equals(one.mark()) ? 1 : 0;
        continue;
      }
      int[] count = counts.computeIfAbsent(one.kind() + " (" + one.build() + ")", k -> new int[2]);
      count[0] += one.mark().equals("right") ? 1 : 0;
      count[1] += one.mark().equals("skip") ? 0 : 1;
    }
    StringBuilder summary = new StringBuilder();
    counts.forEach(
        (kind, count) ->
            summary.append(
                String.format(
                    Locale.ROOT,
                    "%-40s %3d of %3d right, %.2f, with 90 %% at least %.2f%n",
                    kind,
                    count[0],
                    count[1],
                    count[1] == 0 ? 0 : (double) count[0] / count[1],
                    lowerBound(count[0], count[1]))));
    return summary
        .append(String.format(Locale.ROOT, "repeats judged alike: %d of %d%n", agreed, repeats))
        .toString();
  }

  /** Wilson's lower bound of a share (Wilson 1927), one-sided; 0 of nothing. */
  static double lowerBound(int right, int all) {
    if (all == 0) {
      return 0;
    }
    double share = (double) right / all;
    double square = Z_90 * Z_90;
    double centre = share + square / (2 * all);
    double spread = Z_90 * Math.sqrt(share * (1 - share) / all + square / (4.0 * all * all));
    return Math.max(0, (centre - spread) / (1 + square / all));
  }
}
