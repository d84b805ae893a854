package org.twosource.archive;

import java.util.Locale;

/**
 * What became of what was read: {@code read = stored + duplicates + unreadable}.
 *
 * @param read reports met in the inputs, and what could not be read as one
 * @param stored reports in the table of reports
 * @param duplicates reports that were read twice
 * @param unreadable rows of the table of unreadable
 */
record Counters(
    long read,
    long stored,
    long duplicates,
    long unreadable,
    long candidates,
    long stories,
    long families,
    long derivations,
    long faults) {

  String json() {
    return String.format(
        Locale.ROOT,
        """
        {"read": %d, "stored": %d, "duplicates": %d, "unreadable": %d, "candidates": %d, \
        "stories": %d, "families": %d, "derivations": %d, "faults": %d}
        """,
        read,
        stored,
        duplicates,
        unreadable,
        candidates,
        stories,
        families,
        derivations,
        faults);
  }
}
