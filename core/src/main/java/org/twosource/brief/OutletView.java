package org.twosource.brief;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.twosource.annotate.Annotated;
import org.twosource.claim.Claim;
import org.twosource.report.Publisher;

/**
 * What one outlet tells of a story: which claims, with which speakers, under which headline. It
 * rates nobody.
 *
 * @param outlet its name, or the id of a report that names none
 * @param reports ids, in story order
 * @param claims ids of the claims it states, in the order of the story's claims
 * @param speakers entity ids of the people it quotes, in the order of the story's quotations
 * @param headline of its first report that has one
 */
public record OutletView(
    String outlet,
    List<String> reports,
    List<String> claims,
    List<String> speakers,
    Optional<String> headline) {
  public OutletView {
    reports = List.copyOf(reports);
    claims = List.copyOf(claims);
    speakers = List.copyOf(speakers);
  }

  /** The outlets of a story, in the order of their first reports. */
  public static List<OutletView> of(StoryAccount story) {
    Map<String, List<Annotated>> byOutlet = new LinkedHashMap<>();
    story
        .annotations()
        .reports()
        .forEach(
            report ->
                byOutlet.computeIfAbsent(nameOf(report), any -> new ArrayList<>()).add(report));
    List<OutletView> outlets = new ArrayList<>();
    byOutlet.forEach(
        (name, reports) -> {
          List<String> ids = reports.stream().map(Annotated::id).toList();
          outlets.add(
              new OutletView(
                  name,
                  ids,
                  story.claims().stream()
                      .filter(claim -> states(claim, ids))
                      .map(Claim::id)
                      .toList(),
                  List.copyOf(speakers(story, ids)),
                  reports.stream()
                      .flatMap(report -> report.report().headline().stream())
                      .findFirst()));
        });
    return List.copyOf(outlets);
  }

  private static String nameOf(Annotated report) {
    return report
        .text()
        .publisher()
        .map(Publisher::name)
        .or(report.report()::outlet)
        .filter(name -> !name.isBlank())
        .orElse(report.id());
  }

  private static boolean states(Claim claim, List<String> reports) {
    return claim.statements().stream()
        .anyMatch(statement -> reports.contains(statement.at().report()));
  }

  private static Set<String> speakers(StoryAccount story, List<String> reports) {
    Set<String> speakers = new LinkedHashSet<>();
    story.distortions().quotations().stream()
        .filter(
            quotation ->
                quotation.wordings().stream()
                    .anyMatch(wording -> reports.contains(wording.at().report())))
        .forEach(quotation -> quotation.speaker().ifPresent(speakers::add));
    return speakers;
  }
}
