package org.twosource.distortion;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.Deque;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.twosource.annotate.Annotated;
import org.twosource.distortion.Distortion.Kind;
import org.twosource.lineage.Derivation;
import org.twosource.lineage.Family;
import org.twosource.lineage.Lineage;
import org.twosource.report.Citation;
import org.twosource.report.Span;
import org.twosource.reuse.Passage;
import org.twosource.text.Token;

/**
 * Who of one family is charged with which change.
 *
 * <p>A report with known parents is compared with them, sentence by sentence with the parent it is
 * nearest to; a change that the parent has too is thereby inherited and not repeated. Copies of an
 * unseen original are compared with each other, and the other copies decide: the one that differs
 * from all the others introduced the change; between two wordings with as many copies each, the one
 * in copies clearly nearer the original is the original's. Something lost (a hedge, a source,
 * "nearly") speaks against the copy without it, because a copy seldom adds such a thing. Where
 * nothing decides, the change is given from the report nearest the origin and nobody is charged.
 * Printings of one page are not compared: a publisher may change what it prints.
 *
 * <p>Cost: at most {@link #MAX_REFERENCES} comparisons a report. For one thread.
 */
final class FamilyCharges {
  /** A report is compared with so many others; more only repeat what these show. */
  private static final int MAX_REFERENCES = 5;

  /** A sentence comes from the copy that has so much more of its words. */
  private static final double CLEARLY_MORE = 0.1;

  /** A copy is clearly nearer the original only when it is nearer by this factor. */
  private static final double CLEARLY = 1.15;

  /** Kinds that one copy cannot show against another without having lost something itself. */
  private static final Set<Kind> LOSSES =
      EnumSet.of(
          Kind.ATTRIBUTION_DROPPED,
          Kind.HEDGE_DROPPED,
          Kind.CERTAINTY_RAISED,
          Kind.PLAN_BECAME_FACT,
          Kind.NEAR_MISS_BECAME_EVENT,
          Kind.NAME_GARBLED,
          Kind.GARBLED);

  private final Family family;
  private final Lineage lineage;
  private final Map<String, Annotated> texts;
  private final SharedPassages passages;
  private final PassageChanges changes;
  private final Closeness closeness;

  FamilyCharges(
      Family family,
      Lineage lineage,
      Map<String, Annotated> texts,
      SharedPassages passages,
      PassageChanges changes) {
    this.family = family;
    this.lineage = lineage;
    this.texts = texts;
    this.passages = passages;
    this.changes = changes;
    this.closeness = new Closeness(family, lineage, texts, passages);
  }

  List<Charge> charges() {
    List<Charge> open = new ArrayList<>();
    List<Charge> all = new ArrayList<>();
    for (String report : family.reports()) {
      List<String> parents = parents(report);
      if (!parents.isEmpty()) {
        all.addAll(inherited(report, parents));
        open.addAll(amongCopies(report, fromElsewhere(report, parents)::containsAll));
      } else if (!closeness.isOrigin(report)) {
        open.addAll(amongCopies(report, sentences -> true));
      }
    }
    all.addAll(withoutMirrors(open));
    return all;
  }

  /** Sentences that stand in another copy in far more of their words than in any known parent. */
  private Set<Integer> fromElsewhere(String report, List<String> parents) {
    Map<Integer, Double> inParents = sharedWords(report, parents);
    Map<Integer, Double> inOthers =
        sharedWords(
            report, notFromIt(report).stream().filter(id -> !parents.contains(id)).toList());
    Set<Integer> elsewhere = new TreeSet<>();
    inOthers.forEach(
        (sentence, share) -> {
          if (share > inParents.getOrDefault(sentence, 0.0) + CLEARLY_MORE) {
            elsewhere.add(sentence);
          }
        });
    return elsewhere;
  }

  /** Of each sentence of a report, the share of words that stand in its passage elsewhere. */
  private Map<Integer, Double> sharedWords(String report, List<String> others) {
    Map<Integer, Double> best = new HashMap<>();
    for (String other : others) {
      for (Passage passage : passages.between(other, report)) {
        Set<String> theirs = words(other, passage.a());
        for (int sentence : passage.b()) {
          Set<String> own = words(report, List.of(sentence));
          double share = own.stream().filter(theirs::contains).count() / Math.max(1.0, own.size());
          best.merge(sentence, share, Math::max);
        }
      }
    }
    return best;
  }

  private Annotated text(String report) {
    return Objects.requireNonNull(texts.get(report));
  }

  private Set<String> words(String report, List<Integer> sentences) {
    return sentences.stream()
        .flatMap(index -> text(report).sentences().get(index).tokens().stream())
        .map(Token::normal)
        .collect(Collectors.toSet());
  }

  /** The reports it is known to be made from, the one it took most from first. */
  private List<String> parents(String report) {
    return lineage.derivations().stream()
        .filter(edge -> edge.to().equals(report) && edge.directed())
        .filter(edge -> family.reports().contains(edge.from()))
        .filter(edge -> !lineage.versions().isSamePage(edge.from(), report))
        .sorted(
            Comparator.comparingDouble(Derivation::share)
                .reversed()
                .thenComparing(Derivation::from))
        .map(Derivation::from)
        .distinct()
        .limit(MAX_REFERENCES)
        .toList();
  }

  private List<String> siblings(String report) {
    return family.reports().stream()
        .filter(other -> !other.equals(report))
        .filter(other -> !lineage.versions().isSamePage(other, report))
        .toList();
  }

  /**
   * The siblings that are not known to be made from it, nor from what was made from it: a copy says
   * nothing of its model.
   */
  private List<String> notFromIt(String report) {
    Set<String> copies = new LinkedHashSet<>(Set.of(report));
    Deque<String> open = new ArrayDeque<>(copies);
    while (!open.isEmpty()) {
      String model = open.pop();
      lineage.derivations().stream()
          .filter(edge -> edge.from().equals(model) && edge.directed())
          .map(Derivation::to)
          .filter(copies::add)
          .forEach(open::push);
    }
    return siblings(report).stream().filter(other -> !copies.contains(other)).toList();
  }

  /** Changes against known parents; each sentence against the parent it is most like. */
  private List<Charge> inherited(String report, List<String> parents) {
    Map<Integer, Double> best = new HashMap<>();
    for (String parent : parents) {
      for (Passage passage : passages.between(parent, report)) {
        passage.b().forEach(index -> best.merge(index, passage.similarity(), Math::max));
      }
    }
    List<Charge> charges = new ArrayList<>();
    for (String parent : parents) {
      for (Passage passage : passages.between(parent, report)) {
        boolean nearest =
            passage.b().stream()
                .allMatch(index -> best.getOrDefault(index, 0.0) <= passage.similarity());
        if (nearest) {
          for (Finding finding : changes.between(parent, report, passage)) {
            add(charges, charge(parent, report, passage, finding, Optional.of(report)));
          }
        }
      }
    }
    return charges;
  }

  private static void add(List<Charge> charges, Charge charge) {
    if (charges.stream().noneMatch(charge::isSameAs)) {
      charges.add(charge);
    }
  }

  private Charge charge(
      String from, String to, Passage passage, Finding finding, Optional<String> introducedBy) {
    Span before = finding.before().orElse(passage.aSpan());
    Span after = finding.after().orElse(passage.bSpan());
    return new Charge(
        new Citation(from, before),
        new Citation(to, after),
        finding.before().map(span -> span.in(text(from).body())).orElse(""),
        finding.after().map(span -> span.in(text(to).body())).orElse(""),
        finding,
        introducedBy);
  }

  /**
   * Changes of a copy against the copies beside it.
   *
   * @param within which passages are looked at, by the report's sentences in them
   */
  private List<Charge> amongCopies(String report, Predicate<List<Integer>> within) {
    List<String> references =
        notFromIt(report).stream()
            .filter(other -> !passages.between(other, report).isEmpty())
            .sorted(
                Comparator.comparingDouble((String other) -> closeness.of(other))
                    .reversed()
                    .thenComparing(Comparator.naturalOrder()))
            .limit(MAX_REFERENCES)
            .toList();
    List<Charge> charges = new ArrayList<>();
    for (String reference : references) {
      for (Passage passage : passages.between(reference, report)) {
        if (within.test(passage.b())) {
          for (Finding finding : changes.between(reference, report, passage)) {
            charges.add(charge(reference, report, passage, finding, Optional.empty()));
          }
        }
      }
    }
    List<Charge> kept = new ArrayList<>();
    for (Charge charge : charges) {
      Map<String, Charge> differing = new TreeMap<>();
      charges.stream()
          .filter(charge::isSameAs)
          .forEach(other -> differing.putIfAbsent(other.from().report(), other));
      List<String> own =
          references.stream()
              .filter(other -> !differing.containsKey(other))
              .filter(other -> hasWordsOf(charge, other, report))
              .toList();
      boolean loss = LOSSES.contains(charge.finding().kind());
      long agreeing = agreeing(differing.values());
      long with = loss ? differing.size() : agreeing;
      if (differing.values().stream().filter(charge::hasWordingOf).count() == agreeing) {
        decide(charge, with, 1 + own.size(), isNearer(differing.keySet(), report, own))
            .ifPresent(found -> add(kept, found));
      }
    }
    return kept;
  }

  /** Whether the wording of some copies is clearly nearer the original: 1, 0, or -1 if further. */
  private int isNearer(Collection<String> theirs, String report, List<String> own) {
    double one = theirs.stream().mapToDouble(closeness::of).max().orElse(0);
    double two =
        Math.max(closeness.of(report), own.stream().mapToDouble(closeness::of).max().orElse(0));
    return one > two * CLEARLY ? 1 : two > one * CLEARLY ? -1 : 0;
  }

  /** The number of copies that have the most frequent of these wordings. */
  private static long agreeing(Collection<Charge> charges) {
    return charges.stream()
        .mapToLong(one -> charges.stream().filter(one::hasWordingOf).count())
        .max()
        .orElse(0);
  }

  /** Whether another copy has the report's words here; of words left out, the sentence will do. */
  private boolean hasWordsOf(Charge charge, String other, String report) {
    String words = Charge.letters(charge.after());
    return passages.between(other, report).stream()
        .filter(passage -> passage.bSpan().overlaps(charge.to().span()))
        .map(passage -> passage.aSpan().in(text(other).body()))
        .anyMatch(sentence -> Charge.letters(sentence).contains(words));
  }

  /**
   * Charges the report, or leaves open who changed it, or finds that another one did.
   *
   * @param with copies that differ from the report in this; for what is not a loss, those that
   *     agree with each other
   * @param own copies that have the report's words here, with itself
   * @param nearer where the votes are even: 1 if the other wording is clearly nearer the original,
   *     -1 if the report's own is
   */
  private Optional<Charge> decide(Charge charge, long with, long own, int nearer) {
    boolean loss = LOSSES.contains(charge.finding().kind());
    boolean several = with > 1;
    if (!loss && (own > with || own == with && several && nearer < 0)) {
      return Optional.empty();
    }
    boolean charged = with > own || own == with && several && nearer > 0 || isTelling(charge);
    Optional<String> by = charged ? Optional.of(charge.to().report()) : Optional.empty();
    return Optional.of(
        new Charge(
            charge.from(), charge.to(), charge.before(), charge.after(), charge.finding(), by));
  }

  /** Garbling and a near miss told as an event do not come about the other way round. */
  private boolean isTelling(Charge charge) {
    return switch (charge.finding().kind()) {
      case GARBLED, NAME_GARBLED, NEAR_MISS_BECAME_EVENT -> true;
      case ATTRIBUTION_DROPPED,
          HEDGE_DROPPED,
          CERTAINTY_RAISED,
          PLAN_BECAME_FACT,
          NEGATION_CHANGED,
          NUMBER_CHANGED,
          DATE_CHANGED,
          PLACE_CHANGED,
          NAME_CHANGED,
          ACTOR_SWAPPED,
          QUOTE_ALTERED,
          QUOTE_BOUNDARY,
          WORDING_CHANGED ->
          false;
    };
  }

  /** Of a change seen from both sides, the side that starts nearest the origin. */
  private List<Charge> withoutMirrors(List<Charge> charges) {
    Map<String, List<Charge>> bySource = new HashMap<>();
    for (Charge charge : charges) {
      bySource.computeIfAbsent(charge.from().report(), from -> new ArrayList<>()).add(charge);
    }
    List<Charge> kept = new ArrayList<>();
    for (Charge charge : charges) {
      Optional<Charge> mirror =
          bySource.getOrDefault(charge.to().report(), List.of()).stream()
              .filter(charge::mirrors)
              .findFirst();
      boolean both =
          charge.introducedBy().isPresent() && mirror.flatMap(Charge::introducedBy).isPresent();
      if (mirror.isEmpty() || both || isPreferred(charge, mirror.get())) {
        kept.add(charge);
      }
    }
    return kept;
  }

  private boolean isPreferred(Charge charge, Charge mirror) {
    if (charge.introducedBy().isPresent() != mirror.introducedBy().isPresent()) {
      return charge.introducedBy().isPresent();
    }
    double own = closeness.of(charge.from().report());
    double other = closeness.of(mirror.from().report());
    return own != other
        ? own > other
        : charge.from().report().compareTo(mirror.from().report()) < 0;
  }
}
