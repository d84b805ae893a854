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
import org.twosource.lineage.Direction.Way;
import org.twosource.report.Citation;
import org.twosource.report.Handle;
import org.twosource.report.Span;
import org.twosource.reuse.Passage;

/**
 * One family and where it comes from.
 *
 * <p>The reasoning is that of textual criticism (Maas, Textual Criticism, 1958): what copies share
 * and a supposed parent lacks cannot come from that parent. A report is taken for the origin only
 * if it has nearly all that any two others share; when no report has, a fuller text that is not
 * among them stands behind all. So it does when the copies say that an agency wrote what they
 * print, and when they are prints of one text.
 *
 * @param copies the reports that come straight from an unseen origin; none when a report is the
 *     origin
 */
record FamilyTree(Family family, List<Copy> copies) {
  /** A report that lacks more than this share of what others share is not their origin. */
  private static final double MIN_EXPLAINED = .85;

  /** One passage more may be chance. */
  private static final int MIN_UNEXPLAINED = 2;

  private static final String NO_NAME = "agencies";

  /** Reports tried as the origin, most central first. */
  private static final int CANDIDATES = 6;

  /** Passages of an unseen text that are cited. */
  private static final int MAX_KNOWN = 200;

  /**
   * A report that comes from the origin.
   *
   * @param share of its prose, 0 to 1
   * @param closest the pair that shows it best
   */
  record Copy(int report, double share, DerivedPair closest) {}

  /**
   * @param members places of the family's reports in {@code reports}, ascending
   * @param pairs the derived pairs inside the family, surest first
   */
  static FamilyTree of(
      Handle handle,
      List<Annotated> reports,
      List<Integer> members,
      List<DerivedPair> pairs,
      Versions versions) {
    List<String> ids = members.stream().map(at -> reports.get(at).id()).toList();
    if (members.size() == 1) {
      Annotated alone = reports.get(members.getFirst());
      Origin self =
          new Origin(alone.id(), Optional.of(alone.id()), credit(List.of(alone)), List.of());
      return new FamilyTree(new Family(handle, ids, self, List.of()), List.of());
    }
    Work work = new Work(handle.id(), reports, members, pairs, versions);
    Origin origin = work.origin();
    List<Copy> copies = origin.isUnseen() ? work.copies() : List.of();
    return new FamilyTree(new Family(handle, ids, origin, work.why(origin)), copies);
  }

  /**
   * The agency that most of the reports that credit any name, if half of all reports do or are its
   * own: one careless credit is not a family's.
   */
  private static Optional<String> credit(List<Annotated> reports) {
    Map<String, Integer> counts = new LinkedHashMap<>();
    for (Annotated report : reports) {
      Direction.agency(report).ifPresent(agency -> counts.merge(agency, 1, Integer::sum));
    }
    // "agencies" alone names none
    int unnamed = Optional.ofNullable(counts.get(NO_NAME)).orElse(0);
    int named = counts.values().stream().mapToInt(Integer::intValue).sum() - unnamed;
    if (named == 0) {
      return unnamed > 0 && 2 * unnamed >= reports.size() ? Optional.of(NO_NAME) : Optional.empty();
    }
    counts.remove(NO_NAME);
    return counts.entrySet().stream()
        .filter(agency -> 2 * agency.getValue() > named)
        .filter(
            agency -> {
              long own = reports.stream().filter(one -> isOf(one, agency.getKey())).count();
              return 2 * (agency.getValue() + own + unnamed) >= reports.size();
            })
        .map(Map.Entry::getKey)
        .findFirst();
  }

  /** Whether a report is the credited agency's own. */
  static boolean isOf(Annotated report, String agency) {
    return report
        .report()
        .outlet()
        .filter(outlet -> outlet.toLowerCase(Locale.ROOT).contains(agency.toLowerCase(Locale.ROOT)))
        .isPresent();
  }

  /** One family while it is looked at. */
  private record Work(
      String id,
      List<Annotated> reports,
      List<Integer> members,
      List<DerivedPair> pairs,
      Versions versions) {

    Origin origin() {
      Optional<String> credit = credit(members.stream().map(reports::get).toList());
      List<Integer> central = central();
      Optional<Integer> source =
          central.stream()
              .limit(CANDIDATES)
              .filter(this::explains)
              .filter(member -> pairs.stream().noneMatch(pair -> isCopy(pair, member)))
              .min(
                  Comparator.comparingInt(
                          (Integer member) ->
                              -(int) pairs.stream().filter(pair -> isSource(pair, member)).count())
                      .thenComparingInt(central::indexOf));
      boolean isAgencys =
          source
              .filter(at -> credit.filter(name -> isOf(reports.get(at), name)).isPresent())
              .isPresent();
      boolean mayBeReport = source.isPresent() && (isAgencys || !isCommon());
      if (mayBeReport) {
        String report = reports.get(source.get()).id();
        return new Origin(report, Optional.of(report), credit, List.of());
      }
      return new Origin(Origin.unseenId(id), Optional.empty(), credit, known(central));
    }

    /**
     * Whether more pairs say that both have it from elsewhere than that one has it from the other.
     */
    private boolean isCommon() {
      long common = pairs.stream().filter(pair -> pair.direction().way() == Way.COMMON).count();
      long directed =
          pairs.stream()
              .filter(pair -> pair.direction().way() != Way.COMMON)
              .filter(pair -> pair.direction().way() != Way.UNKNOWN)
              .count();
      return common > directed;
    }

    private static boolean isSource(DerivedPair pair, int member) {
      return pair.direction().way() == Way.A_TO_B && pair.a() == member
          || pair.direction().way() == Way.B_TO_A && pair.b() == member;
    }

    private static boolean isCopy(DerivedPair pair, int member) {
      return pair.has(member) && isSource(pair, pair.other(member));
    }

    /** The reports, first the one that shares most with the others. */
    private List<Integer> central() {
      Map<Integer, Double> mass = new HashMap<>();
      for (DerivedPair pair : pairs) {
        mass.merge(pair.a(), pair.evidence().mass(), Double::sum);
        mass.merge(pair.b(), pair.evidence().mass(), Double::sum);
      }
      return members.stream()
          .sorted(
              Comparator.comparingDouble((Integer member) -> -mass.getOrDefault(member, 0.0))
                  .thenComparing(Comparator.naturalOrder()))
          .toList();
    }

    /** Whether the report has a counterpart of nearly all that two others share. */
    private boolean explains(int member) {
      Map<Integer, Set<Integer>> has = new HashMap<>();
      for (DerivedPair pair : pairs) {
        if (pair.has(member)) {
          Set<Integer> places = has.computeIfAbsent(pair.other(member), other -> new HashSet<>());
          for (Passage passage : pair.evidence().prose()) {
            places.addAll(pair.a() == member ? passage.b() : passage.a());
          }
        }
      }
      int all = 0;
      int missing = 0;
      for (DerivedPair pair : pairs) {
        if (pair.has(member)) {
          continue;
        }
        Set<Integer> ofA = has.getOrDefault(pair.a(), Set.of());
        Set<Integer> ofB = has.getOrDefault(pair.b(), Set.of());
        for (Passage passage : pair.evidence().prose()) {
          all++;
          boolean found =
              passage.a().stream().anyMatch(ofA::contains)
                  || passage.b().stream().anyMatch(ofB::contains);
          missing += found ? 0 : 1;
        }
      }
      return missing < MIN_UNEXPLAINED || missing <= (1 - MIN_EXPLAINED) * all;
    }

    /** The reports that have no parent among the others. */
    private List<Copy> copies() {
      List<Copy> copies = new ArrayList<>();
      for (int member : members) {
        if (pairs.stream().anyMatch(pair -> isCopy(pair, member))) {
          continue;
        }
        pairs.stream()
            .filter(pair -> pair.has(member))
            .max(
                Comparator.comparingDouble((DerivedPair pair) -> pair.shareOf(member))
                    .thenComparingDouble(DerivedPair::confidence))
            .ifPresent(closest -> copies.add(new Copy(member, closest.shareOf(member), closest)));
      }
      return copies;
    }

    /**
     * Every passage that two reports share, cited once, from the most central report that has it.
     */
    private List<Citation> known(List<Integer> central) {
      Map<Integer, Integer> ranks = new HashMap<>();
      central.forEach(member -> ranks.put(member, ranks.size()));
      Map<Long, Long> parent = new HashMap<>();
      Map<Long, Span> spans = new HashMap<>();
      for (DerivedPair pair : pairs) {
        for (Passage passage : pair.evidence().prose()) {
          long first = node(ranks.getOrDefault(pair.a(), 0), passage.a().getFirst());
          spans.putIfAbsent(first, passage.aSpan());
          long second = node(ranks.getOrDefault(pair.b(), 0), passage.b().getFirst());
          spans.putIfAbsent(second, passage.bSpan());
          long low = Math.min(root(parent, first), root(parent, second));
          long high = Math.max(root(parent, first), root(parent, second));
          if (low != high) {
            parent.put(high, low);
          }
        }
      }
      return spans.keySet().stream()
          .filter(node -> root(parent, node) == node)
          .sorted()
          .limit(MAX_KNOWN)
          .map(
              node ->
                  reports
                      .get(central.get((int) (node >>> 32)))
                      .report()
                      .cite(spans.getOrDefault(node, new Span(0, 0))))
          .toList();
    }

    /** A sentence as a number: smaller in more central reports, then in text order. */
    private static long node(int rank, int sentence) {
      return (long) rank << 32 | sentence;
    }

    private static long root(Map<Long, Long> parent, long node) {
      long root = node;
      while (parent.containsKey(root)) {
        root = parent.getOrDefault(root, root);
      }
      return root;
    }

    private List<String> why(Origin origin) {
      List<String> why = new ArrayList<>();
      Set<Integer> joined = new HashSet<>();
      for (DerivedPair pair : pairs) {
        if (joined.add(pair.a()) | joined.add(pair.b())) {
          why.add(
              reports.get(pair.a()).id()
                  + " and "
                  + reports.get(pair.b()).id()
                  + ": "
                  + String.join("; ", pair.evidence().inWords()));
        }
      }
      for (int member : members) {
        String report = reports.get(member).id();
        versions
            .versionOf(report)
            .ifPresent(first -> why.add(report + " is a later printing of the page of " + first));
      }
      if (origin.isUnseen()) {
        why.add(
            origin
                .credit()
                .map(
                    credit ->
                        "a text that is not among the reports stands behind them; credit: "
                            + credit)
                .orElse("a text that is not among the reports stands behind them"));
        central().stream()
            .limit(1)
            .filter(member -> !explains(member))
            .forEach(
                member ->
                    why.add(
                        "others share passages that "
                            + reports.get(member).id()
                            + " does not have"));
      }
      return why;
    }
  }
}
