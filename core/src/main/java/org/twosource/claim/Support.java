package org.twosource.claim;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.twosource.lineage.Derivation;
import org.twosource.lineage.Family;
import org.twosource.lineage.Lineage;

/**
 * The standing of a claim and the reasons for it.
 *
 * <p>Reports of one family count once. Several families that all pass on the same outlet, or the
 * same informant without a name, are one origin too. A named party's own public statement that
 * several families heard is corroborated as a statement; that it has one informant is said.
 */
record Support(Standing standing, List<String> why, List<Collapse> collapses) {
  /** Pieces of evidence told of one collapse; the story's derivations hold all. */
  private static final int MAX_EVIDENCE = 12;

  static Support of(
      List<Wording> wordings,
      Set<String> families,
      Collection<Informant> informants,
      List<Dispute> disputes,
      Lineage lineage) {
    List<String> why = new ArrayList<>();
    List<Collapse> collapses = new ArrayList<>();
    for (String id : families) {
      Set<String> reports = new LinkedHashSet<>();
      wordings.stream()
          .filter(wording -> wording.family().equals(id))
          .forEach(wording -> reports.add(wording.annotated().id()));
      if (reports.size() > 1) {
        List<String> evidence = evidence(lineage, id, reports);
        why.add(
            String.join(", ", reports)
                + " count once: family "
                + id
                + evidence.stream().findFirst().map(first -> " (" + first + ")").orElse(""));
        collapses.add(new Collapse(Collapse.By.FAMILY, id, List.copyOf(reports), evidence));
      }
    }
    Optional<Informant> only = onlyInformant(wordings, informants);
    boolean oneOrigin =
        families.size() < 2
            || only.filter(informant -> informant.kind() != Informant.Kind.NAMED).isPresent();
    only.filter(informant -> families.size() > 1)
        .ifPresent(
            informant ->
                why.add(
                    switch (informant.kind()) {
                      case OUTLET ->
                          "all "
                              + families.size()
                              + " families pass on one outlet: "
                              + informant.words();
                      case UNNAMED ->
                          "all "
                              + families.size()
                              + " families pass on one informant: "
                              + informant.words();
                      case NAMED -> "one informant only, named and on record: " + informant.words();
                    }));
    only.filter(informant -> families.size() > 1 && informant.kind() != Informant.Kind.NAMED)
        .ifPresent(
            informant ->
                collapses.add(
                    new Collapse(
                        informant.kind() == Informant.Kind.OUTLET
                            ? Collapse.By.OUTLET
                            : Collapse.By.INFORMANT,
                        informant.words(),
                        wordings.stream()
                            .map(wording -> wording.annotated().id())
                            .distinct()
                            .toList(),
                        List.of("every statement is attributed to them"))));
    boolean disputed =
        disputes.stream().anyMatch(dispute -> dispute.resolution() == Dispute.Resolution.OPEN);
    Standing standing =
        disputed ? Standing.DISPUTED : oneOrigin ? Standing.SINGLE_ORIGIN : Standing.CORROBORATED;
    return new Support(standing, List.copyOf(why), List.copyOf(collapses));
  }

  /** What makes these reports of a family one source, the surest derivations first. */
  private static List<String> evidence(Lineage lineage, String id, Set<String> reports) {
    Optional<Family> family =
        lineage.families().stream().filter(one -> one.id().equals(id)).findFirst();
    String origin = family.map(one -> one.origin().id()).orElse(id);
    Set<String> tied = new LinkedHashSet<>();
    List<String> evidence = new ArrayList<>();
    lineage.derivations().stream()
        .filter(one -> reports.contains(one.to()))
        .filter(one -> reports.contains(one.from()) || one.from().equals(origin))
        .sorted(Comparator.comparingDouble((Derivation one) -> -one.confidence()))
        .filter(one -> tied.add(one.to()) | tied.add(one.from()))
        .limit(MAX_EVIDENCE)
        .forEach(one -> evidence.add(inWords(one)));
    if (evidence.isEmpty()) {
      family.ifPresent(one -> one.why().stream().limit(MAX_EVIDENCE).forEach(evidence::add));
    }
    return evidence;
  }

  private static String inWords(Derivation derivation) {
    return String.format(
        Locale.ROOT,
        "%s %s %s: %s %s, confidence %.2f; %s",
        derivation.to(),
        derivation.directed() ? "from" : "and",
        derivation.from(),
        derivation.degree().label(),
        derivation.manner().label(),
        derivation.confidence(),
        String.join("; ", derivation.evidence()));
  }

  /** The informant behind every statement, if there is one and the same. */
  private static Optional<Informant> onlyInformant(
      List<Wording> wordings, Collection<Informant> informants) {
    boolean allAttributed = wordings.stream().allMatch(wording -> wording.informant().isPresent());
    return allAttributed && informants.size() == 1
        ? informants.stream().findFirst()
        : Optional.empty();
  }
}
