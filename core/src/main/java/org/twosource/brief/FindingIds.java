package org.twosource.brief;

import java.util.List;
import org.twosource.claim.Statement;
import org.twosource.distortion.Distortion;
import org.twosource.report.Citation;

/**
 * What the findings of one account of a story are called and what each rests on: all that an
 * account to come needs to take their ids over. Small, and without a word of a report.
 *
 * @param families by their reports
 * @param claims by the places of their statements
 * @param distortions by the place that changed
 * @param lines of the brief, by the places they rest on
 */
public record FindingIds(
    List<OfReports> families,
    List<OfPlaces> claims,
    List<OfChange> distortions,
    List<OfPlaces> lines) {
  public FindingIds {
    families = List.copyOf(families);
    claims = List.copyOf(claims);
    distortions = List.copyOf(distortions);
    lines = List.copyOf(lines);
  }

  /** A finding known by its reports. */
  public record OfReports(String id, List<String> reports) {
    public OfReports {
      reports = List.copyOf(reports);
    }
  }

  /** A finding known by places. */
  public record OfPlaces(String id, List<Citation> places) {
    public OfPlaces {
      places = List.copyOf(places);
    }
  }

  /** A finding known by the place that changed, and how. */
  public record OfChange(String id, Distortion.Kind kind, Citation to) {}

  static FindingIds of(StoryAccount account) {
    return new FindingIds(
        account.lineage().families().stream()
            .map(family -> new OfReports(family.id(), family.reports()))
            .toList(),
        account.claims().stream()
            .map(
                claim ->
                    new OfPlaces(
                        claim.id(), claim.statements().stream().map(Statement::at).toList()))
            .toList(),
        account.distortions().distortions().stream()
            .map(change -> new OfChange(change.id(), change.kind(), change.to()))
            .toList(),
        account.brief().lines().stream()
            .map(line -> new OfPlaces(line.id(), line.restsOn()))
            .toList());
  }
}
