package org.twosource.claim;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.twosource.report.Report;
import org.twosource.report.Span;

/**
 * A reader's {@link ClaimConstraints} as they bear on the wordings of one story. Places that are
 * not in the story, or where no statement stands, bear on nothing.
 */
public final class Decisions {

  /** Two wordings a reader has decided on. */
  public record Decision(Wording a, Wording b, String label) {}

  private final List<Decision> together;
  private final List<Decision> apart;

  private Decisions(List<Decision> together, List<Decision> apart) {
    this.together = together;
    this.apart = apart;
  }

  public static Decisions of(ClaimConstraints constraints, List<Wording> wordings) {
    Map<Report, List<Wording>> byReport = new LinkedHashMap<>();
    if (!constraints.equals(ClaimConstraints.NONE)) {
      for (Wording wording : wordings) {
        byReport
            .computeIfAbsent(wording.annotated().report(), report -> new ArrayList<>())
            .add(wording);
      }
    }
    return new Decisions(
        decisions(constraints.together(), byReport), decisions(constraints.apart(), byReport));
  }

  private static List<Decision> decisions(
      List<ClaimConstraints.Pair> pairs, Map<Report, List<Wording>> byReport) {
    List<Decision> decisions = new ArrayList<>();
    for (ClaimConstraints.Pair pair : pairs) {
      for (Wording a : meant(pair.a(), byReport)) {
        for (Wording b : meant(pair.b(), byReport)) {
          if (a.at() != b.at()) {
            decisions.add(new Decision(a, b, pair.label()));
          }
        }
      }
    }
    return List.copyOf(decisions);
  }

  /** The wording of each report that fits the place best: shares most of both. */
  private static List<Wording> meant(StatementPlace place, Map<Report, List<Wording>> byReport) {
    List<Wording> meant = new ArrayList<>();
    byReport.forEach(
        (report, wordings) -> {
          for (Span span : place.in(report)) {
            wordings.stream()
                .filter(wording -> wording.span().overlaps(span))
                .max(
                    Comparator.comparingDouble((Wording wording) -> overlap(wording.span(), span))
                        .thenComparingInt(wording -> -wording.at()))
                .ifPresent(meant::add);
          }
        });
    return meant.stream().distinct().toList();
  }

  private static double overlap(Span a, Span b) {
    double shared = Math.min(a.end(), b.end()) - Math.max(a.start(), b.start());
    return shared / a.union(b).length();
  }

  /** Whether the reader says that two wordings are one claim. */
  public boolean areJoined(Wording a, Wording b) {
    return together.stream()
        .anyMatch(
            decision ->
                decision.a().at() == a.at() && decision.b().at() == b.at()
                    || decision.a().at() == b.at() && decision.b().at() == a.at());
  }

  /** What must be one, in the reader's order. */
  public List<Decision> together() {
    return together;
  }

  /** What must not be one, in the reader's order. */
  public List<Decision> apart() {
    return apart;
  }

  /**
   * A group cut so that no part holds two wordings that are kept apart, in story order. Wordings in
   * the same words are one entry for the grouping, so they can only be parted here; the wordings of
   * the second one's family go with it.
   */
  public List<List<Wording>> parted(List<Wording> group) {
    List<List<Wording>> parts = new ArrayList<>(List.of(group));
    for (Decision decision : apart) {
      for (int at = 0; at < parts.size(); at++) {
        List<Wording> part = parts.get(at);
        if (holds(part, decision.a()) && holds(part, decision.b())) {
          Wording later = later(decision);
          boolean family = !decision.a().family().equals(decision.b().family());
          List<Wording> away =
              part.stream()
                  .filter(
                      wording ->
                          wording.at() == later.at()
                              || family
                                  && wording.family().equals(later.family())
                                  && wording.words().equals(later.words()))
                  .toList();
          parts.set(at, part.stream().filter(wording -> !away.contains(wording)).toList());
          parts.add(away);
        }
      }
    }
    return parts;
  }

  /** Wordings of a question without the later one of each pair that is kept apart. */
  public Set<Integer> barred(List<Wording> group) {
    Set<Integer> barred = new LinkedHashSet<>();
    for (Decision decision : apart) {
      if (holds(group, decision.a())
          && holds(group, decision.b())
          && !barred.contains(decision.a().at())
          && !barred.contains(decision.b().at())) {
        barred.add(later(decision).at());
      }
    }
    return barred;
  }

  /** The question without what is barred from it; nothing where no dispute is left. */
  public Optional<Question> allowed(Question contested) {
    Set<Integer> barred = barred(contested.wordings());
    if (barred.isEmpty()) {
      return Optional.of(contested);
    }
    List<Wording> kept = new ArrayList<>();
    Map<Integer, Integer> moved = new HashMap<>();
    for (int at = 0; at < contested.wordings().size(); at++) {
      if (!barred.contains(contested.wordings().get(at).at())) {
        moved.put(at, kept.size());
        kept.add(contested.wordings().get(at));
      }
    }
    List<Dispute> disputes =
        contested.disputes().stream()
            .filter(
                dispute ->
                    moved.containsKey(dispute.a().statement())
                        && moved.containsKey(dispute.b().statement()))
            .map(dispute -> dispute.moved(moved::get))
            .toList();
    return disputes.isEmpty() ? Optional.empty() : Optional.of(new Question(kept, disputes));
  }

  /** Decisions that hold two wordings of this group together. */
  public List<Decision> joined(List<Wording> group) {
    return together.stream()
        .filter(decision -> holds(group, decision.a()) && holds(group, decision.b()))
        .toList();
  }

  /** Whether the reader has decided anything about a wording of this group. */
  public boolean concerns(List<Wording> group) {
    return !joined(group).isEmpty() || !partedFrom(group).isEmpty();
  }

  /** What was kept out of this group by a decision, in words. */
  public List<String> partedFrom(List<Wording> group) {
    Set<String> reasons = new LinkedHashSet<>();
    for (Decision decision : apart) {
      boolean a = holds(group, decision.a());
      boolean b = holds(group, decision.b());
      if (a != b) {
        reasons.add(
            "kept apart from "
                + (a ? decision.b().place() : decision.a().place())
                + " by your decision: "
                + decision.label());
      }
    }
    return List.copyOf(reasons);
  }

  private static Wording later(Decision decision) {
    return decision.a().at() > decision.b().at() ? decision.a() : decision.b();
  }

  private static boolean holds(List<Wording> group, Wording wording) {
    return group.stream().anyMatch(other -> other.at() == wording.at());
  }
}
