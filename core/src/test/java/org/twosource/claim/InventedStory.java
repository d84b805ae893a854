package org.twosource.claim;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.twosource.annotate.Annotations;
import org.twosource.annotate.StandardAnnotator;
import org.twosource.brief.Brief;
import org.twosource.brief.ExtractiveBriefBuilder;
import org.twosource.compare.LearnedComparer;
import org.twosource.compare.StatementComparer;
import org.twosource.distortion.Distortions;
import org.twosource.lineage.Family;
import org.twosource.lineage.Lineage;
import org.twosource.lineage.Origin;
import org.twosource.report.Handle;
import org.twosource.report.PartialDate;
import org.twosource.report.Report;
import org.twosource.reuse.Alignment;
import org.twosource.reuse.PassageAligner;
import org.twosource.story.Story;
import org.twosource.text.StandardTextBuilder;
import org.twosource.timeline.EventTimelineBuilder;
import org.twosource.timeline.Timeline;

/** Reports made up for a test, with families set by hand, through the real later stages. */
public final class InventedStory {
  /** Opened once for all tests; from one thread at a time. */
  private static final StandardAnnotator ANNOTATOR = StandardAnnotator.standard();

  /** Opened once for all tests; any thread. */
  private static final StatementComparer COMPARER = LearnedComparer.standard();

  private final List<Report> reports = new ArrayList<>();
  private final Map<String, List<String>> families = new LinkedHashMap<>();
  private ClaimConstraints constraints = ClaimConstraints.NONE;

  /** Adds a report of a family. */
  public InventedStory report(String family, String day, String body) {
    return add(family, Optional.empty(), day, body);
  }

  /** Adds a report of a family that an outlet prints. */
  public InventedStory printed(String family, String outlet, String body) {
    return add(family, Optional.of(outlet), "2031-05-04", body);
  }

  private InventedStory add(String family, Optional<String> outlet, String day, String body) {
    String id = "r" + reports.size();
    Report plain = Report.of(id, body);
    reports.add(
        new Report(
            id,
            plain.source(),
            Optional.empty(),
            outlet,
            Optional.empty(),
            List.of(),
            List.of(),
            PartialDate.parse(day),
            Optional.of("en"),
            body));
    families.computeIfAbsent(family, any -> new ArrayList<>()).add(id);
    return this;
  }

  /** What the reader has decided; kept until said anew. */
  InventedStory decided(ClaimConstraints decided) {
    constraints = decided;
    return this;
  }

  private Annotations annotations() {
    return ANNOTATOR.annotate(reports.stream().map(new StandardTextBuilder()::build).toList());
  }

  private Lineage lineage() {
    List<Family> all = new ArrayList<>();
    families.forEach(
        (id, members) ->
            all.add(
                new Family(
                    Handle.of(id),
                    members,
                    new Origin(
                        members.getFirst(),
                        Optional.of(members.getFirst()),
                        Optional.empty(),
                        List.of()),
                    List.of())));
    return new Lineage(all, List.of());
  }

  public List<Claim> claims() {
    Annotations annotations = annotations();
    List<Alignment> alignments = new PassageAligner().align(annotations.reports());
    return new StandardClaimMatcher(constraints, StandardClaimMatcher.MAX_CLAIMS, COMPARER)
        .match(annotations, alignments, lineage());
  }

  public List<Dispute> disputes() {
    return claims().stream().flatMap(claim -> claim.disputes().stream()).toList();
  }

  /** The claim with a statement that holds {@code words}; of several the one of most reports. */
  public Claim claim(String words) {
    return claims().stream()
        .filter(
            claim ->
                claim.statements().stream()
                    .anyMatch(
                        statement ->
                            reports.stream()
                                .filter(report -> report.id().equals(statement.at().report()))
                                .anyMatch(
                                    report ->
                                        statement.at().span().in(report.body()).contains(words))))
        .max(java.util.Comparator.comparingInt(Claim::reports))
        .orElseThrow();
  }

  public Timeline timeline() {
    Annotations annotations = annotations();
    List<Alignment> alignments = new PassageAligner().align(annotations.reports());
    return new EventTimelineBuilder(COMPARER).build(annotations, alignments, lineage());
  }

  public Brief brief() {
    Annotations annotations = annotations();
    List<Alignment> alignments = new PassageAligner().align(annotations.reports());
    Lineage lineage = lineage();
    List<Claim> claims =
        new StandardClaimMatcher(ClaimConstraints.NONE, StandardClaimMatcher.MAX_CLAIMS, COMPARER)
            .match(annotations, alignments, lineage);
    List<String> ids = reports.stream().map(Report::id).toList();
    Story story =
        new Story("s", "s", Optional.empty(), Optional.empty(), ids, List.of(), List.of());
    return new ExtractiveBriefBuilder(COMPARER)
        .build(story, annotations, lineage, new Distortions(List.of(), List.of()), claims);
  }
}
