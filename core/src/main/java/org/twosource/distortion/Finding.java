package org.twosource.distortion;

import java.util.Optional;
import org.twosource.report.Span;

/**
 * What a detector found in a sentence and its copy, before it is known who introduced it.
 *
 * @param kind the kind of change
 * @param before the words changed; offsets into the body of the text before, absent where words
 *     were added
 * @param after the words they became; offsets into the body of the text after, absent where words
 *     were dropped
 * @param severity how far the meaning moved
 * @param confidence 0 to 1
 * @param why one sentence for the reader
 */
public record Finding(
    Distortion.Kind kind,
    Optional<Span> before,
    Optional<Span> after,
    Distortion.Severity severity,
    double confidence,
    String why) {
  public Finding {
    if (before.isEmpty() && after.isEmpty()) {
      throw new IllegalArgumentException("a finding without words: " + why);
    }
  }

  /** The detector that makes findings of this kind: {@code HedgeDropped}. */
  public String finder() {
    StringBuilder name = new StringBuilder();
    for (String word : kind.label().split("-")) {
      name.append(Character.toUpperCase(word.charAt(0))).append(word.substring(1));
    }
    return name.toString();
  }

  Finding with(Distortion.Severity other) {
    return new Finding(kind, before, after, other, confidence, why);
  }

  /** Whether the two point at the same words on either side. */
  public boolean touches(Finding other) {
    return touch(before, other.before) || touch(after, other.after);
  }

  private static boolean touch(Optional<Span> one, Optional<Span> two) {
    return one.isPresent() && two.isPresent() && one.get().overlaps(two.get());
  }
}
