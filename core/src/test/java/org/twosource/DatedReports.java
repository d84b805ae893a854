package org.twosource;

import java.util.List;
import java.util.Optional;
import org.twosource.report.PartialDate;
import org.twosource.report.Report;

/** Reports made up for a test that are of a day. */
public final class DatedReports {
  private DatedReports() {}

  /** An English report without an outlet. */
  public static Report of(String id, String day, String body) {
    return new Report(
        id,
        id,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        List.of(),
        List.of(),
        PartialDate.parse(day),
        Optional.of("en"),
        body);
  }
}
