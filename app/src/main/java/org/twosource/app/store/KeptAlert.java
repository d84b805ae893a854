package org.twosource.app.store;

import java.util.List;
import java.util.Optional;
import org.twosource.report.Citation;

/**
 * What a watch had to tell; once for every subject and transition.
 *
 * @param id made of watch, subject and transition
 * @param said what happened, in words
 * @param evidence the passages that made it, in order
 * @param retracted ISO 8601 instant when it turned out not to be so
 */
public record KeptAlert(
    String id,
    KeptWatch watch,
    Subject subject,
    Said said,
    List<Citation> evidence,
    Optional<String> retracted,
    Firmness firmness) {
  public KeptAlert {
    evidence = List.copyOf(evidence);
  }

  /**
   * What it is about.
   *
   * @param story empty where no story is known
   * @param claim id of the claim, report or change when the alert was made; may be empty
   */
  public record Subject(String story, String claim) {}

  /**
   * What is said.
   *
   * @param text what it is about, in words
   * @param why what it rests on, or why it is no longer so
   * @param at ISO 8601 instant
   */
  public record Said(String text, Turn turn, String why, String at) {}

  /** The old and the new, in words. */
  public record Turn(String before, String after) {}

  /** How far it is known. */
  public enum Firmness {
    /** It was so when the watch began, so that nobody was told. */
    BASELINE,
    /** Words alone say so; the analysis of the story confirms it or takes it back. */
    PROVISIONAL,
    FIRM
  }

  public boolean baseline() {
    return firmness == Firmness.BASELINE;
  }

  public KeptAlert withRetracted(String at, String why) {
    Said because = new Said(said.text(), said.turn(), why, said.at());
    return new KeptAlert(id, watch, subject, because, evidence, Optional.of(at), firmness);
  }

  /** The same, which the analysis has confirmed with better passages. */
  public KeptAlert withConfirmed(String why, List<Citation> passages) {
    Said because = new Said(said.text(), said.turn(), why, said.at());
    return new KeptAlert(id, watch, subject, because, passages, retracted, Firmness.FIRM);
  }
}
