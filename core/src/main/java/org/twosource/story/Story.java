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
 */
public record Story(
    String id,
    String title,
    Optional<PartialDate> from,
    Optional<PartialDate> to,
    List<String> reports,
    List<Link> why) {
  public Story {
    reports = List.copyOf(reports);
    why = List.copyOf(why);
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
