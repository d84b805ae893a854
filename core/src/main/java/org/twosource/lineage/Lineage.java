package org.twosource.lineage;

import java.util.List;
import java.util.Optional;
import org.twosource.report.Citation;

/**
 * Who copied whom in one story.
 *
 * @param families every report of the story is in exactly one; a report that nobody shares text
 *     with is a family of its own
 * @param derivations the edges of the family trees, and further derivations between members;
 *     between two families only what is sure
 * @param possible pairs of two families that may share a text: likelier than not, and not sure
 *     enough to make them one source
 * @param sources every family is in exactly one: families of one publisher are one source
 * @param versions which reports are printings of one page
 * @param withdrawals sentences that a correction has taken back
 */
public record Lineage(
    List<Family> families,
    List<Derivation> derivations,
    List<Derivation> possible,
    List<Source> sources,
    Versions versions,
    List<Withdrawal> withdrawals) {
  public Lineage {
    families = List.copyOf(families);
    derivations = List.copyOf(derivations);
    possible = List.copyOf(possible);
    sources = List.copyOf(sources);
    withdrawals = List.copyOf(withdrawals);
  }

  /** A lineage in which every family is a source. */
  public Lineage(List<Family> families, List<Derivation> derivations) {
    this(
        families,
        derivations,
        List.of(),
        families.stream()
            .map(
                family ->
                    new Source(family.id(), List.of(family.id()), family.reports(), List.of()))
            .toList(),
        Versions.NONE,
        List.of());
  }

  /** The correction that takes back what is cited, if one does. */
  public Optional<Withdrawal> withdrawalOf(Citation cited) {
    return withdrawals.stream()
        .filter(one -> one.at().report().equals(cited.report()))
        .filter(one -> one.at().span().overlaps(cited.span()))
        .findFirst();
  }

  /** The family of a report. */
  public Family familyOf(String report) {
    return families.stream()
        .filter(family -> family.reports().contains(report))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("report '" + report + "' is in no family"));
  }

  /** The family of this id. */
  public Family family(String id) {
    return families.stream()
        .filter(family -> family.id().equals(id))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("there is no family '" + id + "'"));
  }

  /** The source that a family belongs to. */
  public Source sourceOf(String family) {
    return sources.stream()
        .filter(source -> source.families().contains(family))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("family '" + family + "' is no source"));
  }
}
