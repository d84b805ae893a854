package org.twosource.lineage;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.twosource.annotate.Annotated;
import org.twosource.lineage.Derivation.Degree;
import org.twosource.report.Citation;
import org.twosource.reuse.Alignment;
import org.twosource.reuse.Passage;
import org.twosource.reuse.WordRarity;

/**
 * Makes families: every pair that shares text is judged, derived pairs are joined, and each family
 * gets its origin: the report that has what the others share, or an unseen text where no report
 * has.
 */
public final class FamilyBuilder implements LineageBuilder {
  /** Pairs of at least this confidence count as one source. */
  private static final double MIN_CONFIDENCE = .5;

  /** A report that has less than this share of what the others share is not their origin. */
  private static final double MIN_EXPLAINED = .85;

  private final WordRarity rarity;

  public FamilyBuilder() {
    this(WordRarity.standard());
  }

  public FamilyBuilder(WordRarity rarity) {
    this.rarity = rarity;
  }

  @Override
  public Lineage build(List<Annotated> reports, List<Alignment> alignments) {
    Map<String, Integer> places = new HashMap<>();
    List<ProseWords> words = new ArrayList<>();
    for (Annotated report : reports) {
      places.put(report.id(), places.size());
      words.add(ProseWords.of(report, rarity));
    }
    int[] parent = new int[reports.size()];
    for (int at = 0; at < parent.length; at++) {
      parent[at] = at;
    }
    List<Judged> judged = new ArrayList<>();
    for (Alignment alignment : alignments) {
      Integer a = places.get(alignment.a());
      Integer b = places.get(alignment.b());
      if (a == null || b == null) {
        continue;
      }
      PairEvidence evidence = PairEvidence.of(words.get(a), words.get(b), alignment);
      double confidence = confidence(evidence);
      if (confidence >= MIN_CONFIDENCE) {
        judged.add(new Judged(a, b, evidence, confidence));
        parent[root(parent, a)] = root(parent, b);
      }
    }
    return lineage(reports, parent, judged);
  }

  /** A derived pair. */
  private record Judged(int a, int b, PairEvidence evidence, double confidence) {}

  private static double confidence(PairEvidence evidence) {
    double[] value = evidence.features();
    double score = -3.4 + 3.2 * value[0] + 3 * value[1] + 2.5 * value[3] + 2 * value[4] + value[6];
    return 1 / (1 + Math.exp(-2 * score));
  }

  private static int root(int[] parent, int at) {
    int root = at;
    while (parent[root] != root) {
      parent[root] = parent[parent[root]];
      root = parent[root];
    }
    return root;
  }

  private static Lineage lineage(List<Annotated> reports, int[] parent, List<Judged> judged) {
    Map<Integer, List<Integer>> members = new LinkedHashMap<>();
    for (int at = 0; at < parent.length; at++) {
      members.computeIfAbsent(root(parent, at), root -> new ArrayList<>()).add(at);
    }
    List<Family> families = new ArrayList<>();
    List<Derivation> derivations = new ArrayList<>();
    for (List<Integer> member : members.values()) {
      String id = "f" + (families.size() + 1);
      List<Judged> own = judged.stream().filter(pair -> member.contains(pair.a())).toList();
      Origin origin = origin(id, reports, member, own);
      List<String> why =
          own.stream()
              .map(
                  pair ->
                      reports.get(pair.a()).id()
                          + " and "
                          + reports.get(pair.b()).id()
                          + ": "
                          + String.join("; ", pair.evidence().inWords()))
              .toList();
      List<String> ids = member.stream().map(at -> reports.get(at).id()).toList();
      families.add(new Family(id, ids, origin, why));
      derivations.addAll(derivations(reports, origin, member, own));
    }
    return new Lineage(families, derivations);
  }

  private static List<Derivation> derivations(
      List<Annotated> reports, Origin origin, List<Integer> members, List<Judged> pairs) {
    List<Derivation> derivations = new ArrayList<>();
    if (origin.isUnseen()) {
      for (int member : members) {
        Judged closest =
            pairs.stream()
                .filter(pair -> pair.a() == member || pair.b() == member)
                .max(Comparator.comparingDouble(Judged::confidence))
                .orElseThrow();
        double share =
            closest.a() == member ? closest.evidence().shareA() : closest.evidence().shareB();
        derivations.add(derivation(origin.id(), reports.get(member).id(), true, share, closest));
      }
    }
    for (Judged pair : pairs) {
      String a = reports.get(pair.a()).id();
      String b = reports.get(pair.b()).id();
      boolean fromB = origin.report().filter(b::equals).isPresent();
      boolean directed = fromB || origin.report().filter(a::equals).isPresent();
      derivations.add(
          fromB
              ? derivation(b, a, true, pair.evidence().shareA(), pair)
              : derivation(a, b, directed, pair.evidence().shareB(), pair));
    }
    return derivations;
  }

  private static Derivation derivation(
      String from, String to, boolean directed, double share, Judged pair) {
    return new Derivation(
        from,
        to,
        directed,
        share >= .6 ? Degree.WHOLLY : Degree.PARTIALLY,
        pair.evidence().manner(),
        rounded(share),
        rounded(pair.confidence()),
        pair.evidence().inWords());
  }

  private static double rounded(double value) {
    return Double.parseDouble(String.format(Locale.ROOT, "%.3f", value));
  }

  private static Origin origin(
      String family, List<Annotated> reports, List<Integer> members, List<Judged> pairs) {
    Optional<String> credit =
        members.stream().flatMap(at -> reports.get(at).text().credit().stream()).findFirst();
    if (members.size() == 1) {
      String id = reports.get(members.getFirst()).id();
      return new Origin(id, Optional.of(id), credit, List.of());
    }
    if (credit.isEmpty()) {
      for (int member : members) {
        if (explains(member, pairs)) {
          String id = reports.get(member).id();
          return new Origin(id, Optional.of(id), credit, List.of());
        }
      }
    }
    return new Origin(family + "-unseen", Optional.empty(), credit, known(reports, members, pairs));
  }

  /** Whether the report has a counterpart of nearly everything that two others share. */
  private static boolean explains(int member, List<Judged> pairs) {
    Map<Integer, List<Integer>> has = new HashMap<>();
    for (Judged pair : pairs) {
      for (Passage passage : pair.evidence().prose()) {
        if (pair.a() == member) {
          has.computeIfAbsent(pair.b(), other -> new ArrayList<>()).addAll(passage.b());
        } else if (pair.b() == member) {
          has.computeIfAbsent(pair.a(), other -> new ArrayList<>()).addAll(passage.a());
        }
      }
    }
    int all = 0;
    int explained = 0;
    for (Judged pair : pairs) {
      if (pair.a() == member || pair.b() == member) {
        continue;
      }
      for (Passage passage : pair.evidence().prose()) {
        all++;
        boolean found =
            has.getOrDefault(pair.a(), List.of()).contains(passage.a().getFirst())
                || has.getOrDefault(pair.b(), List.of()).contains(passage.b().getFirst());
        explained += found ? 1 : 0;
      }
    }
    return explained >= MIN_EXPLAINED * all;
  }

  /** Passages that two reports share, each cited once, from the report that comes first. */
  private static List<Citation> known(
      List<Annotated> reports, List<Integer> members, List<Judged> pairs) {
    List<Citation> known = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    for (Judged pair : pairs) {
      for (Passage passage : pair.evidence().prose()) {
        boolean newA = seen.add(pair.a() + ":" + passage.a().getFirst());
        boolean newB = seen.add(pair.b() + ":" + passage.b().getFirst());
        if (newA && newB) {
          known.add(reports.get(pair.a()).report().cite(passage.aSpan()));
        }
      }
    }
    known.sort(
        Comparator.comparing(
                (Citation cited) ->
                    members.stream()
                        .filter(at -> reports.get(at).id().equals(cited.report()))
                        .findFirst()
                        .orElse(0))
            .thenComparing(Citation::span));
    return known;
  }
}
