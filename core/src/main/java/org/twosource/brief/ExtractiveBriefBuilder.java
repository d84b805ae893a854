package org.twosource.brief;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.twosource.annotate.Annotations;
import org.twosource.claim.Claim;
import org.twosource.claim.Standing;
import org.twosource.claim.Statement;
import org.twosource.distortion.Distortions;
import org.twosource.lineage.Lineage;
import org.twosource.report.Citation;
import org.twosource.reuse.ContentWords;
import org.twosource.reuse.TokenWordAligner;
import org.twosource.reuse.WordWeights;
import org.twosource.story.Story;
import org.twosource.text.Language;

/**
 * A brief of sentences taken from the reports.
 *
 * <p>Every sentence is worth what the claims in it weigh that no line has covered yet (maximum
 * coverage, chosen greedily: Nemhauser, Wolsey and Fisher 1978), times how central its words are
 * and how near its report is to an origin; a sentence like one already taken is worth nothing. The
 * first line says what happened and is chosen among the openings of the reports. Sentences that
 * were changed in copying, that are cut off, or that hang on a sentence before them are left out.
 * What is corroborated comes before what is disputed, and that before what one source says.
 */
public final class ExtractiveBriefBuilder implements BriefBuilder {
  public static final int MIN_LINES = 5;
  public static final int MAX_LINES = 12;

  /** Citations a line carries beside its own sentence, at most one a family. */
  private static final int MAX_SUPPORT = 3;

  /** Lines at most that a dispute marks; the rest of them is among the claims. */
  private static final int MAX_DISPUTED = 3;

  /** Weighted Dice at which two sentences say the same. */
  private static final double REDUNDANT = 0.45;

  /** Share of a sentence's weight in another at which it adds too little. */
  private static final double COVERED = 0.65;

  /** Cosine of the sentence vectors at which two sentences say the same. */
  private static final double SAME_SENSE = 0.80;

  /** Sentences of a report that may be the first line. */
  private static final int OPENING_SENTENCES = 2;

  /** A report's first sentence is worth 1 + this times a late one; news puts first what matters. */
  private static final double HEAD = 2.0;

  /** Sentences after which that has fallen to a third. */
  private static final double HEAD_SENTENCES = 2.5;

  private final Language language = Language.find("en").orElseThrow();
  private final Checker checker = new Checker(new TokenWordAligner());

  @Override
  public Brief build(
      Story story,
      Annotations annotations,
      Lineage lineage,
      Distortions distortions,
      List<Claim> claims) {
    ContentWords contentWords = new ContentWords(language);
    WordWeights weights =
        new WordWeights(
            annotations.reports().stream()
                .flatMap(report -> report.sentences().stream())
                .map(contentWords::of)
                .toList());
    List<Extract> extracts =
        new ExtractReader(language, contentWords).read(annotations, lineage, distortions, weights);
    Map<Extract, List<Claim>> stated = stated(extracts, claims);
    List<Chosen> chosen = choose(extracts, stated, claims, weights, story.reports().size());
    return new Brief(inOrder(chosen).stream().map(one -> line(one, lineage)).toList());
  }

  /** A sentence taken, and the claims it states. */
  private record Chosen(Extract extract, List<Claim> claims, boolean first) {

    /** The claim that most of it is about: the first by weight. */
    Optional<Claim> main() {
      return claims.stream().findFirst();
    }

    Standing standing() {
      if (isDisputed(claims)) {
        return Standing.DISPUTED;
      }
      return main().map(Claim::standing).orElse(Standing.SINGLE_ORIGIN);
    }
  }

  private static Map<Extract, List<Claim>> stated(List<Extract> extracts, List<Claim> claims) {
    Map<String, List<Extract>> byReport = new HashMap<>();
    for (Extract extract : extracts) {
      byReport.computeIfAbsent(extract.annotated().id(), report -> new ArrayList<>()).add(extract);
    }
    Map<Extract, List<Claim>> stated = new java.util.IdentityHashMap<>();
    for (Claim claim : claims) {
      Set<Extract> holding = java.util.Collections.newSetFromMap(new java.util.IdentityHashMap<>());
      for (Statement statement : claim.statements()) {
        for (Extract extract : byReport.getOrDefault(statement.at().report(), List.of())) {
          if (extract.sentence().span().overlaps(statement.at().span()) && holding.add(extract)) {
            stated.computeIfAbsent(extract, any -> new ArrayList<>()).add(claim);
          }
        }
      }
    }
    return stated;
  }

  private List<Chosen> choose(
      List<Extract> extracts,
      Map<Extract, List<Claim>> stated,
      List<Claim> claims,
      WordWeights weights,
      int reports) {
    Map<Claim, Double> worth = new java.util.IdentityHashMap<>();
    for (int rank = 0; rank < claims.size(); rank++) {
      worth.put(claims.get(rank), worth(claims.get(rank), rank));
    }
    List<Chosen> chosen = new ArrayList<>();
    Set<String> covered = new HashSet<>();
    int lines = Math.max(1, Math.min(MAX_LINES, Math.max(MIN_LINES, reports * 3)));
    while (chosen.size() < lines) {
      boolean first = chosen.isEmpty();
      long disputed = chosen.stream().filter(one -> isDisputed(one.claims())).count();
      Extract best = null;
      double most = 0;
      for (Extract extract : extracts) {
        if (!extract.isSound() || first && extract.fromHead() >= OPENING_SENTENCES) {
          continue;
        }
        List<Claim> told = stated.getOrDefault(extract, List.of());
        if (!first && disputed >= MAX_DISPUTED && isDisputed(told)) {
          continue;
        }
        double value = first ? opening(extract, told) : value(extract, told, worth, covered);
        if (value > most && !isRedundant(extract, chosen, weights) && isSupported(extract)) {
          best = extract;
          most = value;
        }
      }
      if (best == null) {
        if (first && openingsFail(extracts)) {
          best = extracts.isEmpty() ? null : extracts.getFirst();
        }
        if (best == null) {
          break;
        }
      }
      List<Claim> own = stated.getOrDefault(best, List.of());
      own.forEach(claim -> covered.add(claim.id()));
      chosen.add(new Chosen(best, own, first));
    }
    return chosen;
  }

  /** What the checker says of the sentence against what it cites. */
  private boolean isSupported(Extract extract) {
    return checker
        .check(
            extract.annotated(),
            extract.sentence(),
            List.of(extract.annotated()),
            List.of(extract.cite()))
        .supported();
  }

  private static boolean openingsFail(List<Extract> extracts) {
    return extracts.stream().noneMatch(Extract::isSound);
  }

  private static double worth(Claim claim, int rank) {
    double standing =
        switch (claim.standing()) {
          case CORROBORATED -> 1.0;
          case DISPUTED -> 1.0;
          case SINGLE_ORIGIN -> 0.35;
        };
    return standing
        * (Math.log1p(claim.reports()) + Math.log1p(claim.families()))
        / (1 + rank / 20.0);
  }

  private static double value(
      Extract extract, List<Claim> claims, Map<Claim, Double> worth, Set<String> covered) {
    double value = 0;
    for (Claim claim : claims) {
      if (!covered.contains(claim.id())) {
        value += worth.getOrDefault(claim, 0.0);
      }
    }
    double length = Math.max(12, extract.sentence().tokens().size());
    double fromHead = extract.fromHead();
    return value
        * (0.3 + extract.centrality())
        * (1 + HEAD * Math.exp(-fromHead / HEAD_SENTENCES))
        / (1 + 0.15 * extract.steps())
        / Math.pow(length / 25.0, 0.35);
  }

  private static boolean isDisputed(List<Claim> claims) {
    return claims.stream().anyMatch(claim -> claim.standing() == Standing.DISPUTED);
  }

  /**
   * How well a sentence says what happened: it opens a report near an origin, most reports tell it,
   * and many families do. Whether it is disputed does not count.
   */
  private static double opening(Extract extract, List<Claim> claims) {
    int families = claims.stream().mapToInt(Claim::families).max().orElse(0);
    int reports = claims.stream().mapToInt(Claim::reports).max().orElse(0);
    return (0.3 + extract.centrality())
        * (1 + Math.log1p(reports) + Math.log1p(families))
        / (1 + extract.fromHead())
        / (1 + 0.15 * extract.steps());
  }

  private static boolean isRedundant(Extract extract, List<Chosen> chosen, WordWeights weights) {
    return chosen.stream()
        .anyMatch(
            other ->
                weights.likeness(extract.words(), other.extract().words()) >= REDUNDANT
                    || weights.cover(extract.words(), other.extract().words()) >= COVERED
                    || cosine(extract, other.extract()) >= SAME_SENSE);
  }

  private static double cosine(Extract a, Extract b) {
    Optional<float[]> one = a.annotated().vectors().sentence(a.sentence().index());
    Optional<float[]> other = b.annotated().vectors().sentence(b.sentence().index());
    if (one.isEmpty() || other.isEmpty()) {
      return 0;
    }
    float sum = 0;
    for (int i = 0; i < one.get().length; i++) {
      sum += one.get()[i] * other.get()[i];
    }
    return sum;
  }

  /** The first line stays first; then corroborated, disputed, single-origin. */
  private static List<Chosen> inOrder(List<Chosen> chosen) {
    return chosen.stream()
        .sorted(
            Comparator.comparing((Chosen one) -> !one.first())
                .thenComparing(
                    Chosen::standing, Comparator.comparingInt(ExtractiveBriefBuilder::rank)))
        .toList();
  }

  private static int rank(Standing standing) {
    return switch (standing) {
      case CORROBORATED -> 0;
      case DISPUTED -> 1;
      case SINGLE_ORIGIN -> 2;
    };
  }

  private static Line line(Chosen chosen, Lineage lineage) {
    Set<Citation> cites = new LinkedHashSet<>();
    cites.add(chosen.extract().cite());
    int families = chosen.main().map(Claim::families).orElse(1);
    chosen.main().ifPresent(claim -> cites.addAll(support(claim, chosen.extract(), lineage)));
    return new Line(chosen.extract().text(), chosen.standing(), families, List.copyOf(cites));
  }

  /** Statements of the same claim in other families, one each. */
  private static List<Citation> support(Claim claim, Extract extract, Lineage lineage) {
    Map<String, String> families = new LinkedHashMap<>();
    lineage
        .families()
        .forEach(family -> family.reports().forEach(report -> families.put(report, family.id())));
    Set<String> seen = new HashSet<>(Set.of(extract.family()));
    return claim.statements().stream()
        .filter(
            statement ->
                seen.add(families.getOrDefault(statement.at().report(), statement.at().report())))
        .map(Statement::at)
        .limit(MAX_SUPPORT)
        .toList();
  }
}
