package org.twosource.report;

/**
 * The characters a finding rests on: a report and a stretch of its body.
 *
 * @param report the {@link Report#id()}
 * @param span offsets into that report's body, UTF-16 code units
 */
public record Citation(String report, Span span) implements Comparable<Citation> {

  /** By report id, then by place. */
  @Override
  public int compareTo(Citation other) {
    int byReport = report.compareTo(other.report);
    return byReport != 0 ? byReport : span.compareTo(other.span);
  }
}
