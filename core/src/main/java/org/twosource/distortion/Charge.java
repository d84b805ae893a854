package org.twosource.distortion;

import java.util.Locale;
import java.util.Optional;
import org.twosource.report.Citation;

/** A finding with its reports, and who is charged with it. */
record Charge(
    Citation from,
    Citation to,
    String before,
    String after,
    Finding finding,
    Optional<String> introducedBy) {

  boolean isSameAs(Charge other) {
    boolean dropped = after.isEmpty() || other.after.isEmpty();
    return finding.kind() == other.finding.kind()
        && to.report().equals(other.to.report())
        && to.span().overlaps(other.to.span())
        && (!dropped || after.equals(other.after) && hasWordingOf(other));
  }

  /** Whether the words before are the same but for marks: "U.S." and "US". */
  boolean hasWordingOf(Charge other) {
    return letters(before).equals(letters(other.before));
  }

  static String letters(String words) {
    return words.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N} ]", "");
  }

  /**
   * Whether both say that the same words of two reports differ, from opposite sides. What is lost
   * one way may be another word the other way, so the kinds may differ.
   */
  boolean mirrors(Charge other) {
    return to.report().equals(other.from.report())
        && from.report().equals(other.to.report())
        && to.span().overlaps(other.from.span());
  }
}
