package org.twosource.bench.suite.story;

import java.util.List;
import java.util.Optional;
import org.twosource.annotate.Annotations;
import org.twosource.annotate.StandardAnnotator;
import org.twosource.brief.Brief;
import org.twosource.brief.ExtractiveBriefBuilder;
import org.twosource.brief.StoryAccount;
import org.twosource.claim.Claim;
import org.twosource.claim.ClaimConstraints;
import org.twosource.claim.StandardClaimMatcher;
import org.twosource.compare.DifferenceReader;
import org.twosource.compare.LearnedComparer;
import org.twosource.compare.LearnedDifferences;
import org.twosource.compare.StatementComparer;
import org.twosource.distortion.ChangeJudge;
import org.twosource.distortion.Distortions;
import org.twosource.distortion.PairwiseDistortionFinder;
import org.twosource.distortion.QuotationMatcher;
import org.twosource.lineage.FamilyBuilder;
import org.twosource.lineage.Lineage;
import org.twosource.report.Report;
import org.twosource.reuse.Alignment;
import org.twosource.reuse.PassageAligner;
import org.twosource.reuse.TokenWordAligner;
import org.twosource.story.Story;
import org.twosource.text.StandardTextBuilder;
import org.twosource.text.Text;
import org.twosource.timeline.EventTimelineBuilder;
import org.twosource.timeline.Timeline;

/** Runs the stages after the story stage on reports that are known to be one story. */
final class StoryStages implements AutoCloseable {
  private static final StatementComparer COMPARER = LearnedComparer.standard();
  private static final DifferenceReader DIFFERENCES = LearnedDifferences.standard();

  private final StandardAnnotator annotator = StandardAnnotator.standard();

  StoryAccount run(String id, List<Report> reports) {
    return run(id, reports, Optional.empty());
  }

  /**
   * @param families the labelled families, to measure later stages without the lineage's mistakes
   */
  StoryAccount run(String id, List<Report> reports, Optional<Lineage> families) {
    List<Text> texts = reports.stream().map(new StandardTextBuilder()::build).toList();
    Annotations annotations = annotator.annotate(texts);
    List<Alignment> alignments = new PassageAligner().align(annotations.reports());
    Lineage lineage =
        families.orElseGet(() -> new FamilyBuilder().build(annotations.reports(), alignments));
    Distortions distortions =
        new PairwiseDistortionFinder(
                ChangeJudge.with(DIFFERENCES), new TokenWordAligner(), new QuotationMatcher())
            .find(annotations, alignments, lineage);
    Timeline timeline = new EventTimelineBuilder(COMPARER).build(annotations, alignments, lineage);
    List<Claim> claims =
        new StandardClaimMatcher(ClaimConstraints.NONE, StandardClaimMatcher.MAX_CLAIMS, COMPARER)
            .match(annotations, alignments, lineage);
    List<String> ids = reports.stream().map(Report::id).toList();
    Story story = new Story(id, id, Optional.empty(), Optional.empty(), ids, List.of(), List.of());
    Brief brief =
        new ExtractiveBriefBuilder(COMPARER)
            .build(story, annotations, lineage, distortions, claims);
    return new StoryAccount(
        story, annotations, alignments, lineage, distortions, timeline, claims, brief);
  }

  /** The same account with claims merged at another threshold. */
  static StoryAccount withClaims(StoryAccount account, double merge) {
    List<Claim> claims =
        new StandardClaimMatcher(
                ClaimConstraints.NONE, StandardClaimMatcher.MAX_CLAIMS, merge, COMPARER)
            .match(account.annotations(), account.alignments(), account.lineage());
    return new StoryAccount(
        account.story(),
        account.annotations(),
        account.alignments(),
        account.lineage(),
        account.distortions(),
        account.timeline(),
        claims,
        account.brief());
  }

  @Override
  public void close() {
    annotator.close();
  }
}
