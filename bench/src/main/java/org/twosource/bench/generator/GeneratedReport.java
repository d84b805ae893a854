package org.twosource.bench.generator;

import java.util.List;
import org.twosource.report.Report;

/**
 * A report and the truth about it.
 *
 * @param story the number of the event, from 0; -1 for templates, which belong to none
 * @param parents ids of the reports it was made from, all earlier in the stream
 * @param families ids of the originals from which any of its text comes, its own id for an
 *     original; a follow-up has its own and that of its background
 * @param changes what it did to its parents
 * @param prose a hash of the sentences that were copied or written, without what the outlet adds;
 *     equal for prints of one text
 */
public record GeneratedReport(
    Report report,
    int story,
    Kind kind,
    List<String> parents,
    List<String> families,
    List<Change> changes,
    int prose) {
  public GeneratedReport {
    parents = List.copyOf(parents);
    families = List.copyOf(families);
    changes = List.copyOf(changes);
  }

  /** How it was made. */
  public enum Kind {
    ORIGINAL,
    VERBATIM,
    TRIMMED,
    EDITED,
    REWORDED,
    MERGED,
    CORRECTION,
    /** New text with a background paragraph of an earlier report. */
    FOLLOW_UP,
    /** One of hundreds that print one text within a minute. */
    BURST,
    /** Earnings, weather or scores: a form filled in, copied from nobody. */
    TEMPLATE
  }

  public String id() {
    return report.id();
  }

  /** Whether it and {@code other} have text from a common original. */
  public boolean isRelatedTo(GeneratedReport other) {
    return families.stream().anyMatch(other.families::contains);
  }
}
