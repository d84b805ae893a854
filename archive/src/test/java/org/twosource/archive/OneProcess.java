package org.twosource.archive;

import java.util.List;
import java.util.Optional;
import org.twosource.Options;
import org.twosource.Pipeline;
import org.twosource.Progress;
import org.twosource.annotate.StandardAnnotator;
import org.twosource.annotate.StoryLinker;
import org.twosource.brief.Account;
import org.twosource.brief.Stage;
import org.twosource.report.Reading;

/** What {@code read} finds when it annotates nothing: the answer that the archive must give. */
final class OneProcess {
  private static final StandardAnnotator NOTHING =
      new StandardAnnotator(Optional.empty(), List.of(), StoryLinker.NONE);

  private OneProcess() {}

  static Account byWords(Reading reports) {
    Options options = Options.standard().withUntil(Stage.LINEAGE);
    Pipeline.Stages shipped = Pipeline.Stages.standard(options.withUntil(Stage.STORY));
    Pipeline.Stages byWords =
        new Pipeline.Stages(
            shipped.reader(),
            shipped.textBuilder(),
            Optional::empty,
            encoder -> NOTHING,
            shipped.storyFinder(),
            shipped.aligner(),
            shipped.lineageBuilder(),
            shipped.distortionFinder(),
            shipped.timelineBuilder(),
            shipped.claimMatcher(),
            shipped.briefBuilder());
    return new Pipeline(byWords, options, Progress.NONE).read(reports);
  }
}
