package org.twosource.timeline;

import java.util.List;
import org.twosource.annotate.Event;
import org.twosource.report.Citation;
import org.twosource.report.PartialDate;

/** The dated events of one story, by date. */
public record Timeline(List<Entry> entries) {
  public Timeline {
    entries = List.copyOf(entries);
  }

  /**
   * One event.
   *
   * @param date at the precision known
   * @param text a sentence or clause from the report nearest the origin
   * @param statements the words that tell of it, those without a day last
   * @param families how many independent sources state it with its day
   */
  public record Entry(
      PartialDate date, String text, Event.Status status, List<Citation> statements, int families) {
    public Entry {
      statements = List.copyOf(statements);
      if (statements.isEmpty()) {
        throw new IllegalArgumentException("a timeline entry without a citation: " + text);
      }
    }
  }
}
