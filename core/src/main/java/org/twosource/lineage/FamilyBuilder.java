package org.twosource.lineage;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.twosource.annotate.Annotated;
import org.twosource.lineage.Direction.Way;
import org.twosource.reuse.Alignment;
import org.twosource.reuse.WordRarity;

/**
 * Makes families: every pair that shares text is judged, derived pairs are joined, and each family
 * gets its origin: the report that has what the others share, or an unseen text where no report
 * has.
 *
 * <p>Joining goes from the surest pair to the least sure. Two groups that each have several reports
 * are joined only if they share text beyond the one pair: a round-up made from two families does
 * not make them one.
 */
public final class FamilyBuilder implements LineageBuilder {
  /** Pairs of at least this confidence count as one source. */
  static final double MIN_CONFIDENCE = .5;

  /** The mean confidence of all pairs across two groups that are joined. */
  private static final double MIN_BETWEEN = .2;

  /** Of larger families only the surest derivations of each report are told. */
  private static final int LARGE_FAMILY = 30;

  private static final int MAX_DERIVATIONS = 6;

  private final WordRarity rarity;

  public FamilyBuilder() {
    this(WordRarity.standard());
  }

  public FamilyBuilder(WordRarity rarity) {
    this.rarity = rarity;
  }

  @Override
  public Lineage build(List<Annotated> reports, List<Alignment> alignments) {
    List<DerivedPair> pairs = judge(reports, alignments);
    int[] group = join(reports.size(), pairs);
    Map<Integer, List<Integer>> members = new LinkedHashMap<>();
    for (int at = 0; at < group.length; at++) {
      members.computeIfAbsent(group[at], first -> new ArrayList<>()).add(at);
    }
    Map<Integer, List<DerivedPair>> own = new HashMap<>();
    List<DerivedPair> across = new ArrayList<>();
    for (DerivedPair pair : pairs) {
      boolean inside = group[pair.a()] == group[pair.b()];
      (inside ? own.computeIfAbsent(group[pair.a()], first -> new ArrayList<>()) : across)
          .add(pair);
    }
    List<Family> families = new ArrayList<>();
    List<Derivation> derivations = new ArrayList<>();
    members.forEach(
        (first, family) -> {
          String id = "f" + (families.size() + 1);
          List<DerivedPair> inside = own.getOrDefault(first, List.of());
          FamilyTree tree = FamilyTree.of(id, reports, family, inside);
          families.add(tree.family());
          derivations.addAll(derivations(reports, tree, inside));
        });
    for (DerivedPair pair : across) {
      derivations.add(derivation(reports, pair));
    }
    return new Lineage(families, derivations);
  }

  /** The degree of a derivation of which this share of the smaller report's prose is shared. */
  public static Derivation.Degree degree(double share) {
    return DerivationModel.degree(share);
  }

  private List<DerivedPair> judge(List<Annotated> reports, List<Alignment> alignments) {
    Map<String, Integer> places = new HashMap<>();
    List<ProseWords> words = new ArrayList<>();
    for (Annotated report : reports) {
      places.put(report.id(), places.size());
      words.add(ProseWords.of(report, rarity));
    }
    OutletNames names = new OutletNames();
    List<DerivedPair> pairs = new ArrayList<>();
    for (Alignment alignment : alignments) {
      Integer a = places.get(alignment.a());
      Integer b = places.get(alignment.b());
      if (a == null || b == null) {
        continue;
      }
      PairEvidence evidence = PairEvidence.of(words.get(a), words.get(b), alignment);
      double confidence = DerivationModel.confidence(evidence);
      if (confidence >= MIN_CONFIDENCE) {
        Direction direction = Direction.of(reports.get(a), reports.get(b), evidence, names);
        pairs.add(new DerivedPair(a, b, evidence, confidence, direction));
      }
    }
    pairs.sort(
        Comparator.comparingDouble((DerivedPair pair) -> -pair.confidence())
            .thenComparingInt(DerivedPair::a)
            .thenComparingInt(DerivedPair::b));
    return CommonParents.read(reports, pairs);
  }

  /** For each report the first report of its group. */
  private static int[] join(int count, List<DerivedPair> pairs) {
    int[] group = new int[count];
    List<List<Integer>> members = new ArrayList<>();
    Map<Long, Double> confidence = new HashMap<>();
    for (int at = 0; at < count; at++) {
      group[at] = at;
      members.add(new ArrayList<>(List.of(at)));
    }
    pairs.forEach(pair -> confidence.put(key(pair.a(), pair.b()), pair.confidence()));
    for (DerivedPair pair : pairs) {
      int one = Math.min(group[pair.a()], group[pair.b()]);
      int two = Math.max(group[pair.a()], group[pair.b()]);
      if (one != two && mayJoin(members.get(one), members.get(two), confidence)) {
        for (int member : members.get(two)) {
          group[member] = one;
        }
        members.get(one).addAll(members.get(two));
        members.get(two).clear();
      }
    }
    return group;
  }

  private static boolean mayJoin(
      List<Integer> one, List<Integer> two, Map<Long, Double> confidence) {
    if (one.size() == 1 || two.size() == 1) {
      return true;
    }
    double sum = 0;
    for (int a : one) {
      for (int b : two) {
        sum += confidence.getOrDefault(key(a, b), 0.0);
      }
    }
    return sum >= MIN_BETWEEN * one.size() * two.size();
  }

  private static long key(int a, int b) {
    return (long) Math.min(a, b) << 32 | Math.max(a, b);
  }

  private static List<Derivation> derivations(
      List<Annotated> reports, FamilyTree tree, List<DerivedPair> pairs) {
    List<Derivation> derivations = new ArrayList<>();
    for (FamilyTree.Copy copy : tree.copies()) {
      derivations.add(
          new Derivation(
              tree.family().origin().id(),
              reports.get(copy.report()).id(),
              true,
              DerivationModel.degree(copy.share()),
              copy.closest().evidence().manner(),
              rounded(copy.share()),
              rounded(copy.closest().confidence()),
              copy.closest().evidence().inWords()));
    }
    int[] told = new int[reports.size()];
    boolean all = tree.family().reports().size() <= LARGE_FAMILY;
    for (DerivedPair pair : pairs) {
      if (all || told[pair.a()] < MAX_DERIVATIONS || told[pair.b()] < MAX_DERIVATIONS) {
        derivations.add(derivation(reports, pair));
        told[pair.a()]++;
        told[pair.b()]++;
      }
    }
    return derivations;
  }

  private static Derivation derivation(List<Annotated> reports, DerivedPair pair) {
    boolean back = pair.direction().way() == Way.B_TO_A;
    boolean directed = back || pair.direction().way() == Way.A_TO_B;
    PairEvidence evidence = pair.evidence();
    double share =
        !directed
            ? Math.max(evidence.shareA(), evidence.shareB())
            : back ? evidence.shareA() : evidence.shareB();
    List<String> words =
        pair.direction().reason().isEmpty()
            ? evidence.inWords()
            : Stream.concat(evidence.inWords().stream(), Stream.of(pair.direction().reason()))
                .toList();
    return new Derivation(
        reports.get(back ? pair.b() : pair.a()).id(),
        reports.get(back ? pair.a() : pair.b()).id(),
        directed,
        DerivationModel.degree(Math.max(evidence.shareA(), evidence.shareB())),
        evidence.manner(),
        rounded(share),
        rounded(pair.confidence()),
        words);
  }

  private static double rounded(double value) {
    return Double.parseDouble(String.format(Locale.ROOT, "%.3f", value));
  }
}
