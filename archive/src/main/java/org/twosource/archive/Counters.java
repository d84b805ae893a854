package org.twosource.archive;

import java.util.Locale;

/**
 * What became of what was read.
 *
 * @param faults stories on which a stage failed; they have no families
 */
record Counters(Input input, Found found, long faults) {

  /**
   * {@code read = stored + duplicates + unreadable}.
   *
   * @param read reports met in the inputs, and what could not be read as one
   * @param stored rows of the table of reports
   * @param duplicates reports that were read before
   * @param unreadable rows of the table of unreadable
   */
  record Input(long read, long stored, long duplicates, long unreadable) {}

  /** Rows of the tables of these names. */
  record Found(long candidates, long stories, long families, long derivations, long reprints) {}

  String json() {
    return String.format(
        Locale.ROOT,
        """
        {"read": %d, "stored": %d, "duplicates": %d, "unreadable": %d, "candidates": %d, \
        "stories": %d, "families": %d, "derivations": %d, "reprints": %d, "faults": %d}
        """,
        input.read(),
        input.stored(),
        input.duplicates(),
        input.unreadable(),
        found.candidates(),
        found.stories(),
        found.families(),
        found.derivations(),
        found.reprints(),
        faults);
  }
}
