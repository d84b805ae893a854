package org.twosource.lineage;

import java.util.List;

/**
 * Who copied whom in one story.
 *
 * @param families every report of the story is in exactly one; a report that nobody shares text
 *     with is a family of its own
 * @param derivations the edges of the family trees, and further derivations between members
 */
public record Lineage(List<Family> families, List<Derivation> derivations) {
  public Lineage {
    families = List.copyOf(families);
    derivations = List.copyOf(derivations);
  }

  /** The family of a report. */
  public Family familyOf(String report) {
    return families.stream()
        .filter(family -> family.reports().contains(report))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("report '" + report + "' is in no family"));
  }

  /** The number of independent sources. */
  public int sources() {
    return families.size();
  }
}
