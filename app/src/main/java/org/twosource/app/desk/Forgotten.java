package org.twosource.app.desk;

import java.util.List;

/**
 * What was deleted for good, and what hung on it.
 *
 * @param pages the reports
 * @param versions how many versions they had
 * @param bytes how many inputs as received went with them
 * @param stories what became of the stories they were in, in words
 * @param decisions that were about them and mean nothing now, in words
 * @param alerts that rested on them and went with them, in words
 */
public record Forgotten(
    List<String> pages,
    int versions,
    int bytes,
    List<String> stories,
    List<String> decisions,
    List<String> alerts) {
  public Forgotten {
    pages = List.copyOf(pages);
    stories = List.copyOf(stories);
    decisions = List.copyOf(decisions);
    alerts = List.copyOf(alerts);
  }
}
