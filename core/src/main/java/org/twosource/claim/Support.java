package org.twosource.claim;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.twosource.claim.grouping.SureTies;
import org.twosource.lineage.Derivation;
import org.twosource.lineage.Family;
import org.twosource.lineage.Lineage;
import org.twosource.lineage.Origin;
import org.twosource.lineage.OutletCredits;

/**
 * The standing of a claim and the reasons for it.
 *
 * <p>Reports of one family count once, and so do the families of one publisher. What several such
 * sources pass on from one person, body, document, quotation or outlet is told with one informant
 * ({@link Independence}).
 *
 * @param backings the sources that stand behind it
 * @param untied indices of the statements that no sure tie holds in the claim
 */
record Support(
    Standing standing,
    List<Backing> backings,
    List<String> why,
    List<Collapse> collapses,
    Set<Integer> untied) {
  /** Pieces of evidence told of one collapse; the story's derivations hold all. */
  private static final int MAX_EVIDENCE = 12;

  /** Statements that have nothing in common but a name: none stands behind another. */
  public static Support ofSpellings(List<Wording> wordings) {
    return new Support(
        Standing.SINGLE_ORIGIN,
        List.of(new Backing(wordings.getFirst().family(), 1, Optional.empty())),
        List.of("statements that write one name in two ways; none supports another"),
        List.of(),
        Set.of());
  }

  int families() {
    return backings.size();
  }

  public static Support of(
      List<Wording> wordings,
      Set<String> families,
      List<Dispute> disputes,
      boolean stated,
      Lineage lineage,
      OutletCredits credits,
      KnowerModel knowers,
      SureTies sure,
      Decisions decisions,
      Set<String> notBorneOut) {
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
    Set<Integer> overtaken = overtaken(wordings, disputes);
    Set<Integer> withdrawn = withdrawn(wordings, lineage);
    if (!withdrawn.isEmpty() && withdrawn.size() < wordings.size()) {
      overtaken.addAll(withdrawn);
    }
    if (!withdrawn.isEmpty()) {
      why.add(
          withdrawn.size() < wordings.size()
              ? "what a correction has taken back is no source of what took its place"
              : "a correction has taken this back");
    }
    Map<String, List<Wording>> bySource = new LinkedHashMap<>();
    for (int at = 0; at < wordings.size(); at++) {
      if (!overtaken.contains(at)) {
        bySource
            .computeIfAbsent(
                lineage.sourceOf(wordings.get(at).family()).id(), any -> new ArrayList<>())
            .add(wordings.get(at));
      }
    }
    Set<String> current = new LinkedHashSet<>();
    bySource.values().forEach(own -> own.forEach(wording -> current.add(wording.family())));
    if (current.size() < families.size()) {
      why.add("an earlier plan or count is no source of what became of it");
    }
    if (stated && keepOneAnswer(bySource, wordings, disputes)) {
      why.add("who gives another answer is no source of this one");
    }
    Map<String, Double> tied = tied(bySource, sure, decisions);
    if (tied.keySet().removeIf(source -> isOf(source, notBorneOut, lineage))) {
      why.add("who does not bear out what is shown is no source of it");
    }
    Set<Integer> untied = new LinkedHashSet<>();
    if (tied.size() < bySource.size()) {
      why.add(
          tied.size() == 1
              ? "no two sources surely state the same"
              : "not all sources surely state the same");
      for (int at = 0; at < wordings.size(); at++) {
        String source = lineage.sourceOf(wordings.get(at).family()).id();
        if (bySource.containsKey(source) && !tied.containsKey(source)) {
          untied.add(at);
        }
      }
      bySource.keySet().retainAll(tied.keySet());
    }
    tellPublishers(bySource, lineage, why, collapses);
    Independence independence = Independence.of(bySource, lineage, credits, knowers);
    if (bySource.size() > 1) {
      why.addAll(independence.why());
      collapses.addAll(independence.collapses());
    }
    boolean disputed =
        disputes.stream().anyMatch(dispute -> dispute.resolution() == Dispute.Resolution.OPEN);
    List<Backing> backings = new ArrayList<>();
    bySource.forEach(
        (id, own) ->
            backings.add(
                new Backing(
                    own.getFirst().family(),
                    tied.getOrDefault(id, 1.0),
                    independence.informantOf(id).map(by -> nameOf(by, own)))));
    return new Support(
        disputed ? Standing.DISPUTED : standing(bySource.size(), independence),
        List.copyOf(backings),
        List.copyOf(why),
        List.copyOf(collapses),
        untied);
  }

  private static boolean isOf(String source, Set<String> families, Lineage lineage) {
    return families.stream().anyMatch(family -> lineage.sourceOf(family).id().equals(source));
  }

  /** The entity behind an informant, else its words. */
  private static String nameOf(Informant informant, List<Wording> wordings) {
    return wordings.stream()
        .filter(wording -> wording.informant().filter(informant::isSameAs).isPresent())
        .flatMap(wording -> wording.attribution().stream())
        .flatMap(said -> said.entity().stream())
        .findFirst()
        .orElse(informant.words());
  }

  /**
   * The sources that are surely tied to one of them, and how strongly: what answers a question in
   * its own way, or is only alike, stands behind nothing. Where none is, the first alone.
   */
  private static Map<String, Double> tied(
      Map<String, List<Wording>> bySource, SureTies sure, Decisions decisions) {
    Map<String, Double> best = new LinkedHashMap<>();
    for (String id : bySource.keySet()) {
      Map<String, Double> tied = new LinkedHashMap<>();
      for (String other : bySource.keySet()) {
        double tie =
            other.equals(id)
                ? 0
                : tie(
                    bySource.getOrDefault(id, List.of()),
                    bySource.getOrDefault(other, List.of()),
                    sure,
                    decisions);
        if (SureTies.isSure(tie)) {
          tied.put(other, tie);
        }
      }
      tied.put(id, tied.values().stream().mapToDouble(tie -> tie).max().orElse(1));
      best = tied.size() > best.size() ? tied : best;
    }
    return best;
  }

  /** The strongest tie between statements of two sources; 1 where the reader has joined two. */
  private static double tie(
      List<Wording> one, List<Wording> two, SureTies sure, Decisions decisions) {
    double strongest = 0;
    for (Wording a : one) {
      for (Wording b : two) {
        strongest = Math.max(strongest, decisions.areJoined(a, b) ? 1 : sure.between(a, b));
      }
    }
    return strongest;
  }

  private static Standing standing(int sources, Independence independence) {
    return sources < 2
        ? Standing.SINGLE_ORIGIN
        : independence.knowers() < 2 ? Standing.ONE_INFORMANT : Standing.CORROBORATED;
  }

  /** Says of the families of one publisher why they count once. */
  private static void tellPublishers(
      Map<String, List<Wording>> bySource,
      Lineage lineage,
      List<String> why,
      List<Collapse> collapses) {
    bySource.forEach(
        (id, wordings) -> {
          Set<String> own = new LinkedHashSet<>();
          Set<String> reports = new LinkedHashSet<>();
          for (Wording wording : wordings) {
            own.add(wording.family());
            reports.add(wording.annotated().id());
          }
          if (own.size() > 1) {
            List<String> reasons = lineage.sourceOf(own.iterator().next()).why();
            why.add(labels(own, lineage) + " count once: " + String.join("; ", reasons));
            collapses.add(new Collapse(Collapse.By.OUTLET, id, List.copyOf(reports), reasons));
          }
        });
  }

  private static String labels(Set<String> families, Lineage lineage) {
    return families.stream()
        .map(family -> lineage.family(family).label())
        .collect(Collectors.joining(", "));
  }

  /**
   * The statements that a later report has overtaken: a plan is no source of the deed, nor is an
   * earlier count one of a later.
   */
  private static Set<Integer> overtaken(List<Wording> wordings, List<Dispute> disputes) {
    boolean counts = wordings.stream().allMatch(Support::isCount);
    Set<Integer> overtaken = new LinkedHashSet<>();
    for (Dispute dispute : disputes) {
      boolean decides =
          dispute.kind() == Dispute.Kind.STATUS || counts && dispute.kind() == Dispute.Kind.NUMBER;
      if (decides && dispute.resolution() == Dispute.Resolution.SUPERSEDED) {
        dispute.sides().stream()
            .filter(DisputeSide::superseded)
            .forEach(side -> overtaken.addAll(side.statements()));
      }
    }
    return overtaken;
  }

  /**
   * Leaves of each open dispute the answer that most sources give, the first of equals, beside what
   * gives none.
   */
  private static boolean keepOneAnswer(
      Map<String, List<Wording>> bySource, List<Wording> wordings, List<Dispute> disputes) {
    Set<Wording> others = new HashSet<>();
    for (Dispute dispute : disputes) {
      if (dispute.resolution() == Dispute.Resolution.OPEN) {
        DisputeSide kept = dispute.a();
        for (DisputeSide side : dispute.sides()) {
          kept = families(side, wordings) > families(kept, wordings) ? side : kept;
        }
        for (DisputeSide side : dispute.sides()) {
          if (side != kept) {
            side.statements().forEach(at -> others.add(wordings.get(at)));
          }
        }
      }
    }
    int before = bySource.size();
    Map<String, List<Wording>> left = new LinkedHashMap<>();
    bySource.forEach(
        (source, own) -> {
          List<Wording> still = own.stream().filter(one -> !others.contains(one)).toList();
          if (!still.isEmpty()) {
            left.put(source, new ArrayList<>(still));
          }
        });
    if (!left.isEmpty()) {
      bySource.clear();
      bySource.putAll(left);
    }
    return bySource.size() < before;
  }

  private static long families(DisputeSide side, List<Wording> wordings) {
    return side.statements().stream().map(at -> wordings.get(at).family()).distinct().count();
  }

  private static Set<Integer> withdrawn(List<Wording> wordings, Lineage lineage) {
    Set<Integer> withdrawn = new LinkedHashSet<>();
    for (int at = 0; at < wordings.size(); at++) {
      if (lineage.withdrawalOf(wordings.get(at).cite()).isPresent()) {
        withdrawn.add(at);
      }
    }
    return withdrawn;
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
    Stream.concat(lineage.derivations().stream(), lineage.possible().stream())
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
}
