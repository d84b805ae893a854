package org.twosource.story;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.twosource.annotate.StandardAnnotator;
import org.twosource.annotate.Timex;
import org.twosource.annotate.TimexReader;
import org.twosource.report.PartialDate;
import org.twosource.text.Text;

/**
 * The days a report speaks of, worked out when first asked for: few reports ever are. One thread at
 * a time.
 */
final class LookBack {
  /** Days by which what happened and what was reported may differ. */
  private static final int AROUND = 7;

  private static final TimexReader TIMES = StandardAnnotator.times();

  private final Supplier<Text> text;
  private @Nullable List<PartialDate> dates;

  /**
   * @param text asked when the days are first asked for
   */
  LookBack(Supplier<Text> text) {
    this.text = text;
  }

  /**
   * Whether the report speaks of a time in or close to the days given. A month or a year counts
   * when it has one of them.
   *
   * @param first counted from 1970-01-01
   * @param last the same, not before {@code first}
   */
  boolean reaches(long first, long last) {
    for (PartialDate date : dates()) {
      if (date.latest().toEpochDay() >= first - AROUND
          && date.earliest().toEpochDay() <= last + AROUND) {
        return true;
      }
    }
    return false;
  }

  private List<PartialDate> dates() {
    List<PartialDate> known = dates;
    if (known == null) {
      known =
          TIMES.annotate(text.get()).stream().map(Timex::date).flatMap(Optional::stream).toList();
      dates = known;
    }
    return known;
  }
}
