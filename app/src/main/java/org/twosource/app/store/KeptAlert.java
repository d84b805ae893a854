package org.twosource.app.store;

import java.util.List;
import java.util.Optional;
import org.twosource.report.Citation;

/**
 * What a watch had to tell; once for every subject and transition.
 *
 * @param id made of watch, subject and transition
 * @param claim id of the claim when the alert was made
 * @param said what happened, in words
 * @param evidence the passages that made it, in order
 * @param retracted ISO 8601 instant when it turned out that the sources are one
 * @param baseline it was so when the watch began, so that nobody was told
 */
public record KeptAlert(
    String id,
    KeptWatch watch,
    Subject subject,
    Said said,
    List<Citation> evidence,
    Optional<String> retracted,
    boolean baseline) {
  public KeptAlert {
    evidence = List.copyOf(evidence);
  }

  /** What it is about. */
  public record Subject(String story, String claim) {}

  /**
   * What is said.
   *
   * @param text the claim in words
   * @param why why the sources are independent, or no longer are
   * @param at ISO 8601 instant
   */
  public record Said(String text, String why, String at) {}

  public KeptAlert withRetracted(String at, String why) {
    return new KeptAlert(
        id,
        watch,
        subject,
        new Said(said.text(), why, said.at()),
        evidence,
        Optional.of(at),
        baseline);
  }
}
