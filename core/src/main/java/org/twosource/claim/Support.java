package org.twosource.claim;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.twosource.lineage.Family;
import org.twosource.lineage.Lineage;

/**
 * The standing of a claim and the reasons for it.
 *
 * <p>Reports of one family count once. Several families that all pass on the same outlet, or the
 * same informant without a name, are one origin too. A named party's own public statement that
 * several families heard is corroborated as a statement; that it has one informant is said.
 */
record Support(Standing standing, List<String> why) {

  static Support of(
      List<Wording> wordings,
      Set<String> families,
      Collection<Informant> informants,
      List<Dispute> disputes,
      Lineage lineage) {
    List<String> why = new ArrayList<>();
    for (String id : families) {
      Set<String> reports = new LinkedHashSet<>();
      wordings.stream()
          .filter(wording -> wording.family().equals(id))
          .forEach(wording -> reports.add(wording.annotated().id()));
      if (reports.size() > 1) {
        why.add(String.join(", ", reports) + " count once: family " + id + reason(lineage, id));
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
    boolean disputed =
        disputes.stream().anyMatch(dispute -> dispute.resolution() == Dispute.Resolution.OPEN);
    Standing standing =
        disputed ? Standing.DISPUTED : oneOrigin ? Standing.SINGLE_ORIGIN : Standing.CORROBORATED;
    return new Support(standing, List.copyOf(why));
  }

  private static String reason(Lineage lineage, String id) {
    return lineage.families().stream()
        .filter(family -> family.id().equals(id))
        .map(Family::why)
        .filter(reasons -> !reasons.isEmpty())
        .map(reasons -> " (" + reasons.getFirst() + ")")
        .findFirst()
        .orElse("");
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
