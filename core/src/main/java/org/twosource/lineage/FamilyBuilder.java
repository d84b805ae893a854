package org.twosource.lineage;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;
import org.twosource.annotate.Annotated;
import org.twosource.lexicon.WordRarity;
import org.twosource.lineage.Direction.Way;
import org.twosource.report.ContentIds;
import org.twosource.report.Handle;
import org.twosource.reuse.Alignment;

/**
 * Makes families: every pair that shares text is judged, derived pairs are joined, and each family
 * gets its origin: the report that has what the others share, or an unseen text where no report
 * has.
 *
 * <p>How pairs become families is in {@link CopyGroups}.
 */
public final class FamilyBuilder implements LineageBuilder {
  /** Of larger families only the surest derivations of each report are told. */
  private static final int LARGE_FAMILY = 30;

  private static final int MAX_DERIVATIONS = 6;

  private final WordRarity rarity;
  private final ToDoubleFunction<PairEvidence> judge;

  public FamilyBuilder() {
    this(DerivationModel::confidence);
  }

  /**
   * With another judge of pairs than the weights in the jar; for measuring.
   *
   * @param judge gives a confidence, 0 to 1
   */
  public FamilyBuilder(ToDoubleFunction<PairEvidence> judge) {
    this.rarity = WordRarity.standard();
    this.judge = judge;
  }

  @Override
  public Lineage build(List<Annotated> reports, List<Alignment> alignments) {
    List<PairJudgement> compared = compare(reports, alignments);
    Versions versions = Versions.of(reports);
    List<DerivedPair> directed = directed(reports, likely(compared), versions);
    Map<Integer, List<Integer>> members =
        CopyGroups.of(reports.size(), compared, places(reports, versions), directed);
    int[] group = new int[reports.size()];
    members.forEach((first, family) -> family.forEach(member -> group[member] = first));
    Map<Integer, List<DerivedPair>> own = new HashMap<>();
    List<DerivedPair> across = new ArrayList<>();
    List<Derivation> possible = new ArrayList<>();
    for (DerivedPair pair : directed) {
      if (group[pair.a()] == group[pair.b()]) {
        own.computeIfAbsent(group[pair.a()], first -> new ArrayList<>()).add(pair);
      } else if (pair.confidence() >= CopyGroups.SURELY) {
        across.add(pair);
      } else {
        possible.add(derivation(reports, pair));
      }
    }
    ContentIds ids = new ContentIds();
    List<Family> families = new ArrayList<>();
    List<Derivation> derivations = new ArrayList<>();
    members.forEach(
        (first, family) -> {
          Handle handle =
              new Handle(
                  ids.of('f', reports.get(family.getFirst()).id()), "f" + (families.size() + 1));
          List<DerivedPair> inside = own.getOrDefault(first, List.of());
          FamilyTree tree = FamilyTree.of(handle, reports, family, inside, versions);
          families.add(tree.family());
          derivations.addAll(derivations(reports, tree, inside));
        });
    for (DerivedPair pair : across) {
      derivations.add(derivation(reports, pair));
    }
    return new Lineage(
        families,
        derivations,
        possible,
        SourceBuilder.of(reports, families),
        versions,
        Corrections.in(reports, versions, families));
  }

  /**
   * Which reports go back to one text, and no more than that: who copied whom is half the work.
   *
   * @return the members of each family by their places, ascending
   */
  public List<List<Integer>> groups(List<Annotated> reports, List<Alignment> alignments) {
    List<PairJudgement> compared = compare(reports, alignments);
    Versions versions = Versions.of(reports);
    List<DerivedPair> directed = directed(reports, likely(compared), versions);
    return List.copyOf(
        CopyGroups.of(reports.size(), compared, places(reports, versions), directed).values());
  }

  /** The printings of each page by their places in the story. */
  private static List<List<Integer>> places(List<Annotated> reports, Versions versions) {
    List<String> ids = reports.stream().map(Annotated::id).toList();
    return versions.pages().stream()
        .map(page -> page.stream().map(ids::indexOf).sorted().toList())
        .toList();
  }

  /** The degree of a derivation of which this share of the smaller report's prose is shared. */
  public static Derivation.Degree degree(double share) {
    return DerivationModel.degree(share);
  }

  /** All pairs that were aligned, surest first. */
  private List<PairJudgement> compare(List<Annotated> reports, List<Alignment> alignments) {
    StoryEvidence story = new StoryEvidence(reports, alignments, rarity, judge);
    List<PairJudgement> pairs = new ArrayList<>();
    for (Alignment alignment : alignments) {
      int a = story.place(alignment.a());
      int b = story.place(alignment.b());
      story
          .of(alignment.a(), alignment.b())
          .map(found -> new PairJudgement(a, b, found, judge.applyAsDouble(found)))
          .ifPresent(pairs::add);
    }
    pairs.sort(
        Comparator.comparingDouble((PairJudgement pair) -> -pair.confidence())
            .thenComparingInt(PairJudgement::a)
            .thenComparingInt(PairJudgement::b));
    return pairs;
  }

  /**
   * The pairs that are told, surest first: inside a family as a derivation, between two, below
   * {@link CopyGroups#SURELY}, as one that may share a text.
   */
  private static List<PairJudgement> likely(List<PairJudgement> compared) {
    return compared.stream().filter(pair -> pair.confidence() >= CopyGroups.LIKELY).toList();
  }

  private static List<DerivedPair> directed(
      List<Annotated> reports, List<PairJudgement> pairs, Versions versions) {
    OutletNames names = new OutletNames();
    List<DerivedPair> directed = new ArrayList<>();
    for (PairJudgement pair : pairs) {
      Annotated a = reports.get(pair.a());
      Annotated b = reports.get(pair.b());
      directed.add(
          new DerivedPair(
              pair.a(),
              pair.b(),
              pair.evidence(),
              pair.confidence(),
              Direction.of(a, b, pair.evidence(), names, versions)));
    }
    return CommonParents.read(reports, directed);
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
    Optional<Annotated> agencys = agencysOwn(reports, tree, pairs);
    for (DerivedPair found : pairs) {
      DerivedPair pair = agencys.map(origin -> fromAgency(reports, found, origin)).orElse(found);
      if (all || told[pair.a()] < MAX_DERIVATIONS || told[pair.b()] < MAX_DERIVATIONS) {
        derivations.add(derivation(reports, pair));
        told[pair.a()]++;
        told[pair.b()]++;
      }
    }
    return derivations;
  }

  /** The origin of a family, where it is a report of the agency that the family credits. */
  private static Optional<Annotated> agencysOwn(
      List<Annotated> reports, FamilyTree tree, List<DerivedPair> pairs) {
    Origin origin = tree.family().origin();
    if (pairs.isEmpty() || origin.isUnseen() || origin.credit().isEmpty()) {
      return Optional.empty();
    }
    return reports.stream()
        .filter(report -> report.id().equals(origin.id()))
        .filter(report -> FamilyTree.isOf(report, origin.credit().get()))
        .findFirst();
  }

  /**
   * A pair that goes back to an agency, where one of the two is the agency's own report that has
   * what all others have: the other comes from it.
   */
  private static DerivedPair fromAgency(
      List<Annotated> reports, DerivedPair pair, Annotated origin) {
    boolean a = reports.get(pair.a()) == origin;
    boolean b = reports.get(pair.b()) == origin;
    if (pair.direction().way() != Direction.Way.COMMON || a == b) {
      return pair;
    }
    return pair.with(
        new Direction(
            a ? Direction.Way.A_TO_B : Direction.Way.B_TO_A,
            pair.direction().reason() + "; " + origin.id() + " is the agency's own report"));
  }

  private static Derivation derivation(List<Annotated> reports, DerivedPair pair) {
    boolean back = pair.direction().way() == Way.B_TO_A;
    boolean directed = back || pair.direction().way() == Way.A_TO_B;
    PairEvidence evidence = pair.evidence();
    double share =
        !directed
            ? Math.max(evidence.coveredOfA(), evidence.coveredOfB())
            : back ? evidence.coveredOfA() : evidence.coveredOfB();
    List<String> words =
        pair.direction().reason().isEmpty()
            ? evidence.inWords()
            : Stream.concat(evidence.inWords().stream(), Stream.of(pair.direction().reason()))
                .toList();
    return new Derivation(
        reports.get(back ? pair.b() : pair.a()).id(),
        reports.get(back ? pair.a() : pair.b()).id(),
        directed,
        DerivationModel.degree(Math.max(evidence.coveredOfA(), evidence.coveredOfB())),
        evidence.manner(),
        rounded(share),
        rounded(pair.confidence()),
        words);
  }

  private static double rounded(double value) {
    return Double.parseDouble(String.format(Locale.ROOT, "%.3f", value));
  }
}
