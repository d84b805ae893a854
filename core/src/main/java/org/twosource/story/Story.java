package org.twosource.story;

import java.util.List;
import java.util.Optional;
import org.twosource.report.PartialDate;

/**
 * The reports of one event. (TDT calls this a topic.)
 *
 * @param id stable while the story lives: made from its first report
 * @param title from the headline or the first sentence of the most central report
 * @param from the earliest publication date of its reports
 * @param to the latest
 * @param reports ids, in order of publication, then of arrival
 * @param why the links that hold it together: at least one a report after the first
 * @param history what became of it, in the order in which it happened
 */
public record Story(
    String id,
    String title,
    Optional<PartialDate> from,
    Optional<PartialDate> to,
    List<String> reports,
    List<Link> why,
    List<Change> history) {
  public Story {
    reports = List.copyOf(reports);
    why = List.copyOf(why);
    history = List.copyOf(history);
  }

  Story withHistory(List<Change> changes) {
    return new Story(id, title, from, to, reports, why, changes);
  }

  /**
   * What became of a story.
   *
   * @param story the id it happened to
   * @param other the id of the story it was split from or merged into; its own when it opened or
   *     closed
   */
  public record Change(Kind kind, String story, String other) {
    /** What can become of a story. */
    public enum Kind {
      OPENED,
      SPLIT_FROM,
      MERGED_INTO,
      /** No report came for so long that none is looked for any more. */
      CLOSED
    }
  }

  /**
   * Why two reports are together.
   *
   * @param score 0 to 1
   * @param evidence in words: "names: Antony Blinken, Xi Jinping", "passages: 14", "time: 0 d"
   */
  public record Link(String a, String b, double score, List<String> evidence) {
    public Link {
      evidence = List.copyOf(evidence);
    }
  }
}
