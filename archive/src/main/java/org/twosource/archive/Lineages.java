package org.twosource.archive;

import java.util.Arrays;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Reports that go back to one text in any number of stories: families, joined where one has a
 * reprint of another. Joined on one machine, four bytes a report (union-find; Tarjan 1975); never
 * over candidates, only over what was aligned and is sure.
 */
final class Lineages {
  private final int[] before;

  private Lineages(int reports) {
    before = new int[reports];
    Arrays.setAll(before, place -> place);
  }

  /**
   * The lineage of every report, by place: the place of its first report.
   *
   * @param families rows of places
   * @param reprints rows of {@link ReprintSearch}
   */
  static int[] of(Dataset<Row> families, Dataset<Row> reprints, int reports) {
    Lineages lineages = new Lineages(reports);
    families
        .select("places")
        .toLocalIterator()
        .forEachRemaining(
            row -> {
              int[] places = Packed.ints(row.getAs(0));
              for (int place : places) {
                lineages.join(places[0], place);
              }
            });
    reprints
        .select("fromPlace", "toPlace")
        .toLocalIterator()
        .forEachRemaining(row -> lineages.join(row.getInt(0), row.getInt(1)));
    int[] first = new int[reports];
    Arrays.setAll(first, lineages::first);
    return first;
  }

  private int first(int place) {
    int at = place;
    while (before[at] != at) {
      before[at] = before[before[at]];
      at = before[at];
    }
    return at;
  }

  private void join(int one, int other) {
    int a = first(one);
    int b = first(other);
    before[Math.max(a, b)] = Math.min(a, b);
  }
}
