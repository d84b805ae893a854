package org.twosource.brief;

import java.util.Locale;

/** The ten stages, in order; {@code --until} takes their labels. */
public enum Stage {
  REPORT,
  TEXT,
  ANNOTATE,
  REUSE,
  STORY,
  LINEAGE,
  DISTORTION,
  TIMELINE,
  CLAIM,
  BRIEF;

  /** The name used on the command line: {@code report}. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  public boolean reaches(Stage other) {
    return compareTo(other) >= 0;
  }
}
