package org.twosource.annotate;

import java.util.Set;
import org.twosource.report.Limits;

/** Reports whose annotation takes more of the processor than {@link Limits#reportSeconds}. */
public final class OverTime extends RuntimeException {
  private static final long serialVersionUID = 1;
  private final transient Set<String> reports;

  OverTime(Set<String> reports, int seconds) {
    super("annotating it takes " + Limits.beyond("report-seconds", seconds), null, false, false);
    this.reports = Set.copyOf(reports);
  }

  /** Their ids. */
  public Set<String> reports() {
    return reports;
  }
}
