package org.twosource.distortion;

import java.util.Locale;
import java.util.Optional;
import org.twosource.report.Citation;
import org.twosource.report.Handle;

/**
 * A change of meaning between a sentence and its copy. It says what the copy did, not who is right.
 *
 * @param handle its id is made of the changed place and the kind; labels {@code d1}, {@code d2} ...
 *     in a story
 * @param from the sentence or words nearest the origin
 * @param to the changed ones
 * @param before the words changed; empty where words were added
 * @param after the words they became; empty where words were dropped
 * @param introducedBy the report where the change first appears; absent when the direction between
 *     two copies is open
 * @param confidence 0 to 1
 * @param finder the detector
 * @param why one sentence for the reader
 */
public record Distortion(
    Handle handle,
    Kind kind,
    Citation from,
    Citation to,
    String before,
    String after,
    Severity severity,
    Optional<String> introducedBy,
    double confidence,
    String finder,
    String why) {

  public String id() {
    return handle.id();
  }

  public Distortion withHandle(Handle other) {
    return new Distortion(
        other, kind, from, to, before, after, severity, introducedBy, confidence, finder, why);
  }

  /** For people: {@code d1}. */
  public String label() {
    return handle.label();
  }

  /** The kinds of the public contract; the label is the name used there. */
  public enum Kind {
    ATTRIBUTION_DROPPED,
    HEDGE_DROPPED,
    CERTAINTY_RAISED,
    PLAN_BECAME_FACT,
    NEAR_MISS_BECAME_EVENT,
    NEGATION_CHANGED,
    NUMBER_CHANGED,
    DATE_CHANGED,
    PLACE_CHANGED,
    NAME_CHANGED,
    NAME_GARBLED,
    ACTOR_SWAPPED,
    QUOTE_ALTERED,
    QUOTE_BOUNDARY,
    WORDING_CHANGED,
    GARBLED;

    /** The name used in the result: {@code hedge-dropped}. */
    public String label() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  /** How far the meaning moved. */
  public enum Severity {
    HIGH,
    MEDIUM,
    LOW;

    /** The name used in the result: {@code high}. */
    public String label() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
