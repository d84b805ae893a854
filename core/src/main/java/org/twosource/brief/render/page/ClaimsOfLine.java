package org.twosource.brief.render.page;

import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.twosource.report.Citation;

/** The claims that a line of the brief makes: those stated where the line rests. */
public final class ClaimsOfLine {
  private static final int MOST = 3;

  private ClaimsOfLine() {}

  /**
   * The claims stated by most of the reports that the line rests on first, then in their order; at
   * most three.
   *
   * @param restsOn what the line cites
   * @param statements where a claim is stated
   */
  public static <C> List<C> of(
      List<Citation> restsOn, List<C> claims, Function<C, List<Citation>> statements) {
    record Shared<C>(C claim, int reports) {}
    return claims.stream()
        .map(claim -> new Shared<>(claim, reports(restsOn, statements.apply(claim))))
        .filter(one -> one.reports() > 0)
        .sorted(Comparator.comparingInt(one -> -one.reports()))
        .limit(MOST)
        .map(Shared::claim)
        .toList();
  }

  /** How many reports state it in words that the line rests on. */
  private static int reports(List<Citation> restsOn, List<Citation> statements) {
    Set<String> reports = new HashSet<>();
    for (Citation place : restsOn) {
      for (Citation statement : statements) {
        if (place.report().equals(statement.report()) && place.span().overlaps(statement.span())) {
          reports.add(place.report());
        }
      }
    }
    return reports.size();
  }
}
