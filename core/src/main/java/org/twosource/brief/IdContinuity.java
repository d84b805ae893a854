package org.twosource.brief;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.ToIntBiFunction;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.twosource.claim.Claim;
import org.twosource.claim.Statement;
import org.twosource.distortion.Distortion;
import org.twosource.distortion.Distortions;
import org.twosource.lineage.Derivation;
import org.twosource.lineage.Family;
import org.twosource.lineage.Lineage;
import org.twosource.lineage.Origin;
import org.twosource.lineage.Source;
import org.twosource.report.Citation;
import org.twosource.report.ContentIds;

/**
 * Carries ids from one account of a story to the next. A finding is named by what it first rests
 * on; when an older report arrives it would rest on another place first, so the account made anew
 * takes over the id of the finding it shares most with: reports for families, statements for
 * claims, the changed place for distortions, cited places for lines. What shares nothing keeps its
 * own id. Labels are not carried: they are places in one result.
 */
final class IdContinuity {
  /** Two findings, one of each account, and how much they share. */
  private record Match(int before, int after, int shared) {}

  private IdContinuity() {}

  static StoryAccount carried(FindingIds before, StoryAccount after) {
    List<Family> families = after.lineage().families();
    List<String> familyIds =
        ids(
            before.families().stream().map(FindingIds.OfReports::id).toList(),
            families.stream().map(Family::id).toList(),
            (i, j) -> shared(before.families().get(i).reports(), families.get(j).reports()));
    Map<String, String> renamed = new HashMap<>();
    for (int at = 0; at < families.size(); at++) {
      renamed.put(families.get(at).id(), familyIds.get(at));
    }
    UnaryOperator<String> family = id -> renamed.getOrDefault(id, id);
    return new StoryAccount(
        after.story(),
        after.annotations(),
        after.alignments(),
        lineage(after.lineage(), family),
        new Distortions(
            distortions(before.distortions(), after.distortions().distortions()),
            after.distortions().quotations()),
        after.timeline(),
        claims(before.claims(), after.claims(), family),
        new Brief(lines(before.lines(), after.brief().lines())));
  }

  /**
   * The ids of the findings of {@code after}, in its order: what shares most takes over its id
   * first, the earlier first where two share as much.
   */
  private static List<String> ids(
      List<String> before, List<String> after, ToIntBiFunction<Integer, Integer> shared) {
    List<Match> matches = new ArrayList<>();
    for (int i = 0; i < before.size(); i++) {
      for (int j = 0; j < after.size(); j++) {
        int both = shared.applyAsInt(i, j);
        if (both > 0) {
          matches.add(new Match(i, j, both));
        }
      }
    }
    matches.sort(
        Comparator.comparingInt((Match match) -> -match.shared())
            .thenComparingInt(Match::before)
            .thenComparingInt(Match::after));
    ContentIds free = new ContentIds();
    Set<Integer> used = new HashSet<>();
    Map<Integer, String> carried = new HashMap<>();
    for (Match match : matches) {
      if (!used.contains(match.before()) && !carried.containsKey(match.after())) {
        used.add(match.before());
        carried.put(match.after(), free.free(before.get(match.before())));
      }
    }
    return IntStream.range(0, after.size())
        .mapToObj(
            at -> Optional.ofNullable(carried.get(at)).orElseGet(() -> free.free(after.get(at))))
        .toList();
  }

  private static int shared(List<String> some, List<String> others) {
    return (int) some.stream().filter(others::contains).count();
  }

  private static Lineage lineage(Lineage lineage, UnaryOperator<String> family) {
    Map<String, String> unseen = new HashMap<>();
    List<Family> families = new ArrayList<>();
    for (Family one : lineage.families()) {
      String id = family.apply(one.id());
      Origin origin = one.origin();
      if (origin.isUnseen()) {
        unseen.put(origin.id(), Origin.unseenId(id));
        origin = new Origin(Origin.unseenId(id), origin.report(), origin.credit(), origin.known());
      }
      families.add(new Family(one.handle().withId(id), one.reports(), origin, one.why()));
    }
    return new Lineage(
        families,
        lineage.derivations().stream().map(one -> derivation(one, unseen)).toList(),
        lineage.possible(),
        lineage.sources().stream().map(one -> source(one, family)).toList(),
        lineage.versions(),
        lineage.withdrawals());
  }

  private static Derivation derivation(Derivation one, Map<String, String> unseen) {
    return new Derivation(
        unseen.getOrDefault(one.from(), one.from()),
        one.to(),
        one.directed(),
        one.degree(),
        one.manner(),
        one.share(),
        one.confidence(),
        one.evidence());
  }

  private static Source source(Source one, UnaryOperator<String> family) {
    return new Source(
        family.apply(one.id()),
        one.families().stream().map(family).toList(),
        one.reports(),
        one.why());
  }

  private static List<Claim> claims(
      List<FindingIds.OfPlaces> before, List<Claim> after, UnaryOperator<String> family) {
    List<String> ids =
        ids(
            before.stream().map(FindingIds.OfPlaces::id).toList(),
            after.stream().map(Claim::id).toList(),
            (i, j) ->
                placesOfBoth(
                    before.get(i), after.get(j).statements().stream().map(Statement::at).toList()));
    return IntStream.range(0, after.size())
        .mapToObj(
            at ->
                after
                    .get(at)
                    .withHandle(after.get(at).handle().withId(ids.get(at)))
                    .withFamilies(family))
        .toList();
  }

  private static List<Distortion> distortions(
      List<FindingIds.OfChange> before, List<Distortion> after) {
    List<String> ids =
        ids(
            before.stream().map(FindingIds.OfChange::id).toList(),
            after.stream().map(Distortion::id).toList(),
            (i, j) -> isOneChange(before.get(i), after.get(j)) ? 1 : 0);
    return IntStream.range(0, after.size())
        .mapToObj(at -> after.get(at).withHandle(after.get(at).handle().withId(ids.get(at))))
        .toList();
  }

  private static boolean isOneChange(FindingIds.OfChange before, Distortion after) {
    return before.kind() == after.kind() && overlap(before.to(), after.to());
  }

  private static List<Line> lines(List<FindingIds.OfPlaces> before, List<Line> after) {
    List<String> ids =
        ids(
            before.stream().map(FindingIds.OfPlaces::id).toList(),
            after.stream().map(Line::id).toList(),
            (i, j) -> placesOfBoth(before.get(i), after.get(j).restsOn()));
    return IntStream.range(0, after.size())
        .mapToObj(at -> after.get(at).withHandle(after.get(at).handle().withId(ids.get(at))))
        .toList();
  }

  private static int placesOfBoth(FindingIds.OfPlaces before, List<Citation> after) {
    return (int)
        before.places().stream()
            .filter(one -> after.stream().anyMatch(other -> overlap(one, other)))
            .count();
  }

  private static boolean overlap(Citation one, Citation other) {
    return one.report().equals(other.report()) && one.span().overlaps(other.span());
  }
}
