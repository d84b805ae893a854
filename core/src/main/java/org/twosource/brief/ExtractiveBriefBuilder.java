package org.twosource.brief;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import org.twosource.annotate.Annotations;
import org.twosource.claim.Claim;
import org.twosource.claim.Standing;
import org.twosource.claim.Statement;
import org.twosource.compare.StatementComparer;
import org.twosource.distortion.Distortions;
import org.twosource.encode.Vectors;
import org.twosource.lineage.Lineage;
import org.twosource.report.Citation;
import org.twosource.report.ContentIds;
import org.twosource.report.Handle;
import org.twosource.reuse.ContentWords;
import org.twosource.reuse.TokenWordAligner;
import org.twosource.reuse.WordWeights;
import org.twosource.story.Story;
import org.twosource.text.Language;

/**
 * A brief of sentences taken from the reports.
 *
 * <p>Lines are chosen one by one (maximal marginal relevance: Carbonell and Goldstein 1998; maximum
 * coverage of claims: Nemhauser, Wolsey and Fisher 1978). What a sentence is worth is its {@link
 * LineWorth}. The first line says what happened and is chosen among the openings of the reports.
 * Sentences that were changed in copying, that a later report has overtaken, that are cut off, or
 * that hang on a sentence before them are left out. The lines follow each other as the reports tell
 * the story; how each stands is the business of {@link LineSupport}.
 */
public final class ExtractiveBriefBuilder implements BriefBuilder {
  public static final int MIN_LINES = 5;
  public static final int MAX_LINES = 12;

  /** Lines at most that a dispute marks; the rest of them is among the claims. */
  private static final int MAX_DISPUTED = 3;

  /** Weighted Dice at which two sentences say the same. */
  private static final double REDUNDANT = 0.45;

  /** Share of a sentence's weight in another at which it adds too little. */
  private static final double COVERED = 0.65;

  /** Cosine of the sentence vectors at which two sentences say the same. */
  private static final double SAME_SENSE = 0.70;

  /** Sentences of a report that may be the first line. */
  private static final int OPENING_SENTENCES = 2;

  /** Sentences whose standing is asked before lines are chosen, the most salient first. */
  private static final int MAX_WEIGHED = 24;

  private final StatementComparer comparer;
  private final Language language = Language.find("en").orElseThrow();
  private final Checker checker = new Checker(new TokenWordAligner());

  /**
   * @param comparer tells whether another source carries a line; without it none does
   */
  public ExtractiveBriefBuilder(StatementComparer comparer) {
    this.comparer = comparer;
  }

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
        new ExtractReader(language, contentWords)
            .read(
                annotations,
                lineage,
                distortions,
                SupersededStatements.in(claims, lineage, annotations.reports()));
    Choice choice =
        new Choice(extracts, claims, weights, new LineSupport(comparer, annotations, lineage));
    int lines = Math.max(1, Math.min(MAX_LINES, Math.max(MIN_LINES, story.reports().size() * 3)));
    ContentIds ids = new ContentIds();
    List<Line> made = new ArrayList<>();
    for (Chosen one : inOrder(choice.take(lines))) {
      made.add(line(one, ids, "l" + (made.size() + 1)));
    }
    return new Brief(made);
  }

  /** A sentence taken, and the claims it states. */
  private record Chosen(
      Extract extract, List<Claim> claims, LineSupport.Stand stand, boolean first) {}

  /** The choosing of lines: what has been taken, and what that leaves the others worth. */
  private final class Choice {
    private final List<Extract> extracts;
    private final Map<Extract, List<Claim>> stated;
    private final Map<Claim, Double> worth = new IdentityHashMap<>();
    private final WordWeights weights;
    private final LineSupport support;
    private final Map<Extract, Boolean> whole = new IdentityHashMap<>();
    private final List<Chosen> chosen = new ArrayList<>();
    private final Set<String> covered = new HashSet<>();
    private final Set<String> introduced = new HashSet<>();

    Choice(List<Extract> extracts, List<Claim> claims, WordWeights weights, LineSupport support) {
      this.support = support;
      this.extracts = new ArrayList<>(usable(extracts));
      this.stated = stated(this.extracts, claims);
      this.weights = weights;
      for (int rank = 0; rank < claims.size(); rank++) {
        Claim claim = claims.get(rank);
        worth.put(
            claim, LineWorth.ofClaim(claim.standing(), claim.reports(), claim.families(), rank));
      }
      weigh();
    }

    /** Asks which of the most salient sentences of shared claims other sources state in whole. */
    private void weigh() {
      extracts.stream()
          .filter(extract -> claimsOf(extract).stream().anyMatch(claim -> claim.families() > 1))
          .sorted(Comparator.comparingDouble((Extract extract) -> -extract.salience()))
          .limit(MAX_WEIGHED)
          .forEach(
              extract -> whole.put(extract, support.of(extract, claimsOf(extract)).families() > 1));
    }

    private List<Claim> claimsOf(Extract extract) {
      return stated.getOrDefault(extract, List.of());
    }

    private LineWorth worthOf(Extract extract) {
      return new LineWorth(
          extract.salience(),
          whole.getOrDefault(extract, false),
          extract.steps(),
          strangers(extract));
    }

    List<Chosen> take(int lines) {
      Optional<Extract> next = best(extract -> isOpening(extract), this::opening);
      if (next.isEmpty()) {
        next = best(extract -> true, this::opening);
      }
      while (next.isPresent()) {
        take(next.get());
        next = chosen.size() < lines ? best(this::isRoomFor, this::value) : Optional.empty();
      }
      return chosen;
    }

    private void take(Extract extract) {
      List<Claim> own = stated.getOrDefault(extract, List.of());
      own.forEach(claim -> covered.add(claim.id()));
      introduced.addAll(extract.introduces());
      chosen.add(new Chosen(extract, own, support.of(extract, own), chosen.isEmpty()));
      extracts.removeIf(other -> repeats(other, extract));
    }

    /**
     * The first of the sentences worth most that says something new and that the checker passes.
     */
    private Optional<Extract> best(Predicate<Extract> allowed, ToDoubleFunction<Extract> worth) {
      return extracts.stream()
          .filter(allowed)
          .map(extract -> Map.entry(extract, worth.applyAsDouble(extract)))
          .sorted(Comparator.comparingDouble((Map.Entry<Extract, Double> one) -> -one.getValue()))
          .map(Map.Entry::getKey)
          .filter(ExtractiveBriefBuilder.this::isSupported)
          .findFirst();
    }

    private boolean isOpening(Extract extract) {
      return extract.fromHead() < OPENING_SENTENCES;
    }

    private boolean isRoomFor(Extract extract) {
      long disputed = chosen.stream().filter(one -> isDisputed(one.claims())).count();
      return disputed < MAX_DISPUTED || !isDisputed(stated.getOrDefault(extract, List.of()));
    }

    /** How well a sentence says what happened. Whether it is disputed does not count. */
    private double opening(Extract extract) {
      int families =
          stated.getOrDefault(extract, List.of()).stream()
              .mapToInt(Claim::families)
              .max()
              .orElse(0);
      return worthOf(extract).asOpening(families, extract.fromHead());
    }

    private double value(Extract extract) {
      double open =
          stated.getOrDefault(extract, List.of()).stream()
              .filter(claim -> !covered.contains(claim.id()))
              .mapToDouble(worth::get)
              .sum();
      double said =
          chosen.stream()
              .mapToDouble(one -> weights.cover(extract.words(), one.extract().words()))
              .max()
              .orElse(0);
      return worthOf(extract).asFurtherLine(open, said);
    }

    /** People a sentence names by a part of their name whom no line has introduced. */
    private long strangers(Extract extract) {
      return extract.mentions().stream().filter(person -> !introduced.contains(person)).count();
    }

    private boolean repeats(Extract extract, Extract taken) {
      return weights.likeness(extract.words(), taken.words()) >= REDUNDANT
          || weights.cover(extract.words(), taken.words()) >= COVERED
          || cosine(extract, taken) >= SAME_SENSE;
    }
  }

  /** The sound sentences; where there are none, those that at least say what their report says. */
  private static List<Extract> usable(List<Extract> extracts) {
    List<Extract> sound = extracts.stream().filter(Extract::isSound).toList();
    return sound.isEmpty() ? extracts.stream().filter(Extract::isTrueToItsReport).toList() : sound;
  }

  private static Map<Extract, List<Claim>> stated(List<Extract> extracts, List<Claim> claims) {
    Map<String, List<Extract>> byReport = new HashMap<>();
    for (Extract extract : extracts) {
      byReport.computeIfAbsent(extract.annotated().id(), report -> new ArrayList<>()).add(extract);
    }
    Map<Extract, List<Claim>> stated = new IdentityHashMap<>();
    for (Claim claim : claims) {
      Set<Extract> holding = Collections.newSetFromMap(new IdentityHashMap<>());
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

  private static boolean isDisputed(List<Claim> claims) {
    return claims.stream().anyMatch(claim -> claim.standing() == Standing.DISPUTED);
  }

  private static double cosine(Extract a, Extract b) {
    return Vectors.cosine(
        a.annotated().vectors().sentence(a.sentence().index()),
        b.annotated().vectors().sentence(b.sentence().index()));
  }

  /** The first line stays first; the others follow as the reports tell the story. */
  private static List<Chosen> inOrder(List<Chosen> chosen) {
    return chosen.stream()
        .sorted(
            Comparator.comparing((Chosen one) -> !one.first())
                .thenComparingDouble(one -> one.extract().depth()))
        .toList();
  }

  private static Line line(Chosen chosen, ContentIds ids, String label) {
    Set<Citation> cites = new LinkedHashSet<>();
    cites.add(chosen.extract().cite());
    cites.addAll(chosen.stand().cites());
    Handle handle = new Handle(ids.of('l', chosen.extract().cite()), label);
    return new Line(
        handle,
        chosen.extract().text(),
        chosen.stand().standing(),
        chosen.stand().families(),
        chosen.stand().carried(),
        List.copyOf(cites));
  }
}
