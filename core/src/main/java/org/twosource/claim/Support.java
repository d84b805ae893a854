package org.twosource.claim;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.twosource.lineage.Derivation;
import org.twosource.lineage.Family;
import org.twosource.lineage.Lineage;
import org.twosource.lineage.Origin;
import org.twosource.lineage.OutletCredits;
import org.twosource.lineage.Source;

/**
 * The standing of a claim and the reasons for it.
 *
 * <p>Reports of one family count once. Several families that all pass on the same outlet, in an
 * attribution or by their own word ({@link OutletCredits}), or the same informant without a name,
 * are one origin too. A named party's own public statement that several families heard is
 * corroborated as a statement; that it has one informant is said.
 */
public record Support(Standing standing, int families, List<String> why, List<Collapse> collapses) {
  /** Pieces of evidence told of one collapse; the story's derivations hold all. */
  private static final int MAX_EVIDENCE = 12;

  /** Statements that have nothing in common but a name: none stands behind another. */
  public static Support ofSpellings() {
    return new Support(
        Standing.SINGLE_ORIGIN,
        1,
        List.of("statements that write one name in two ways; none supports another"),
        List.of());
  }

  public static Support of(
      List<Wording> wordings,
      Set<String> families,
      List<Dispute> disputes,
      Lineage lineage,
      OutletCredits credits) {
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
                + lineage.family(id).label()
                + evidence.stream().findFirst().map(first -> " (" + first + ")").orElse(""));
        collapses.add(new Collapse(Collapse.By.FAMILY, id, List.copyOf(reports), evidence));
      }
    }
    Optional<Informant> only = onlyInformant(wordings);
    Optional<String> outlet =
        families.size() < 2 ? Optional.empty() : onlyOutlet(wordings, families, lineage, credits);
    outlet.ifPresent(
        name -> why.add("all " + families.size() + " families go back to one outlet: " + name));
    Set<String> current = standing(wordings, disputes);
    if (current.size() < families.size()) {
      why.add("an earlier plan or count is no source of what became of it");
    }
    Set<String> standing = sources(current, wordings, lineage, why, collapses);
    boolean oneOrigin =
        standing.size() < 2
            || outlet.isPresent()
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
    return new Support(
        disputed ? Standing.DISPUTED : oneOrigin ? Standing.SINGLE_ORIGIN : Standing.CORROBORATED,
        standing.size(),
        List.copyOf(why),
        List.copyOf(collapses));
  }

  /** The sources of families: families of one publisher are one, which is told. */
  private static Set<String> sources(
      Set<String> families,
      List<Wording> wordings,
      Lineage lineage,
      List<String> why,
      List<Collapse> collapses) {
    Map<String, Set<String>> bySource = new LinkedHashMap<>();
    Map<String, Source> sources = new LinkedHashMap<>();
    for (String family : families) {
      Source source = lineage.sourceOf(family);
      sources.put(source.id(), source);
      bySource.computeIfAbsent(source.id(), any -> new LinkedHashSet<>()).add(family);
    }
    bySource.forEach(
        (id, own) -> {
          if (own.size() > 1) {
            List<String> reasons = sources.get(id).why();
            why.add(labels(own, lineage) + " count once: " + String.join("; ", reasons));
            collapses.add(
                new Collapse(
                    Collapse.By.OUTLET,
                    id,
                    wordings.stream()
                        .filter(wording -> own.contains(wording.family()))
                        .map(wording -> wording.annotated().id())
                        .distinct()
                        .toList(),
                    reasons));
          }
        });
    return bySource.keySet();
  }

  private static String labels(Set<String> families, Lineage lineage) {
    return families.stream()
        .map(family -> lineage.family(family).label())
        .collect(Collectors.joining(", "));
  }

  /**
   * The families that state what no later report has overtaken: a plan is no source of the deed,
   * nor is an earlier count one of a later.
   */
  private static Set<String> standing(List<Wording> wordings, List<Dispute> disputes) {
    boolean counts = wordings.stream().allMatch(Support::isCount);
    Set<Integer> overtaken = new LinkedHashSet<>();
    for (Dispute dispute : disputes) {
      boolean decides =
          dispute.kind() == Dispute.Kind.STATUS || counts && dispute.kind() == Dispute.Kind.NUMBER;
      if (decides && dispute.resolution() == Dispute.Resolution.SUPERSEDED) {
        Stream.of(dispute.a(), dispute.b())
            .filter(DisputeSide::superseded)
            .forEach(side -> overtaken.addAll(side.statements()));
      }
    }
    Set<String> standing = new LinkedHashSet<>();
    for (int at = 0; at < wordings.size(); at++) {
      if (!overtaken.contains(at)) {
        standing.add(wordings.get(at).family());
      }
    }
    return standing;
  }

  /** Whether a number of things is all that is told, and no toll, whose growth is known. */
  private static boolean isCount(Wording wording) {
    return wording.amounts().size() == 1
        && wording.amounts().getFirst().of().stream().noneMatch(of -> of.startsWith("#"));
  }

  /** What makes these reports of a family one source, the surest derivations first. */
  private static List<String> evidence(Lineage lineage, String id, Set<String> reports) {
    Family family = lineage.family(id);
    String origin = family.origin().id();
    Set<String> tied = new LinkedHashSet<>();
    List<String> evidence = new ArrayList<>();
    lineage.derivations().stream()
        .filter(one -> reports.contains(one.to()))
        .filter(one -> reports.contains(one.from()) || one.from().equals(origin))
        .sorted(Comparator.comparingDouble((Derivation one) -> -one.confidence()))
        .filter(one -> tied.add(one.to()) | tied.add(one.from()))
        .limit(MAX_EVIDENCE)
        .forEach(one -> evidence.add(inWords(one, family)));
    if (evidence.isEmpty()) {
      family.why().stream().limit(MAX_EVIDENCE).forEach(evidence::add);
    }
    return evidence;
  }

  private static String inWords(Derivation derivation, Family family) {
    boolean unseen = family.origin().isUnseen() && derivation.from().equals(family.origin().id());
    return String.format(
        Locale.ROOT,
        "%s %s %s: %s %s, confidence %.2f; %s",
        derivation.to(),
        derivation.directed() ? "from" : "and",
        unseen ? Origin.unseenId(family.label()) : derivation.from(),
        derivation.degree().label(),
        derivation.manner().label(),
        derivation.confidence(),
        String.join("; ", derivation.evidence()));
  }

  /**
   * The outlet that every family goes back to: it holds a report of the outlet, or all its reports
   * here say that they pass the outlet on.
   */
  private static Optional<String> onlyOutlet(
      List<Wording> wordings, Set<String> families, Lineage lineage, OutletCredits credits) {
    Set<String> all = new LinkedHashSet<>();
    wordings.forEach(wording -> credits.passedOnBy(wording.annotated().id()).ifPresent(all::add));
    return all.stream()
        .filter(
            outlet ->
                families.stream()
                    .allMatch(family -> goesBackTo(outlet, family, wordings, lineage, credits)))
        .findFirst();
  }

  private static boolean goesBackTo(
      String outlet,
      String family,
      List<Wording> wordings,
      Lineage lineage,
      OutletCredits credits) {
    return lineage.families().stream()
            .filter(one -> one.id().equals(family))
            .flatMap(one -> one.reports().stream())
            .anyMatch(report -> credits.outletOf(report).filter(outlet::equals).isPresent())
        || wordings.stream()
            .filter(wording -> wording.family().equals(family))
            .map(wording -> wording.annotated().id())
            .allMatch(report -> credits.passedOnBy(report).filter(outlet::equals).isPresent());
  }

  /**
   * The one informant behind every family. A statement without an informant has that of its own
   * sentence, or of a report of its family that did not drop it in copying; the informant of a copy
   * and an outlet named in between are no others.
   */
  private static Optional<Informant> onlyInformant(List<Wording> wordings) {
    Map<String, Informant> informants = new LinkedHashMap<>();
    Set<String> told = new LinkedHashSet<>();
    boolean onlyOutlets = wordings.stream().allMatch(Support::isOutlets);
    for (Wording wording : wordings) {
      wording
          .informant()
          .filter(by -> by.kind() != Informant.Kind.OUTLET || onlyOutlets)
          .filter(by -> wordings.stream().noneMatch(other -> precedes(other, wording)))
          .ifPresent(
              by -> {
                informants.putIfAbsent(by.key(), by);
                told.add(wording.family());
              });
    }
    boolean all =
        wordings.stream()
            .allMatch(
                wording ->
                    wording.informant().isPresent()
                        || wordings.stream().anyMatch(other -> speaksFor(other, wording)));
    boolean every = wordings.stream().map(Wording::family).allMatch(told::contains);
    return all && every && informants.size() == 1
        ? informants.values().stream().findFirst()
        : Optional.empty();
  }

  private static boolean isOutlets(Wording wording) {
    return wording.informant().filter(by -> by.kind() == Informant.Kind.OUTLET).isPresent();
  }

  /** Whether {@code wording} is a copy of another that named an informant before it. */
  private static boolean precedes(Wording other, Wording wording) {
    return other.at() < wording.at()
        && speaksFor(other, wording)
        && other.sentence() != wording.sentence();
  }

  private static boolean speaksFor(Wording other, Wording wording) {
    return other.informant().isPresent()
        && (other.sentence() == wording.sentence() || other.isCopyOf(wording));
  }
}
