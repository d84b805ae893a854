package org.twosource.bench;

import java.util.List;
import org.twosource.bench.speed.CoreNlpSuite;
import org.twosource.bench.speed.LoopsSuite;
import org.twosource.bench.speed.SpeedSuite;
import org.twosource.bench.suite.StoryRuns;
import org.twosource.bench.suite.annotate.AttributionSuite;
import org.twosource.bench.suite.annotate.DatedEventsSuite;
import org.twosource.bench.suite.annotate.EntitiesSuite;
import org.twosource.bench.suite.annotate.EventsSuite;
import org.twosource.bench.suite.annotate.NamesSuite;
import org.twosource.bench.suite.annotate.PlacesSuite;
import org.twosource.bench.suite.annotate.RunningEventsSuite;
import org.twosource.bench.suite.annotate.SpeakersSuite;
import org.twosource.bench.suite.annotate.SyntaxSuite;
import org.twosource.bench.suite.annotate.TimeSuite;
import org.twosource.bench.suite.copying.AlignmentSuite;
import org.twosource.bench.suite.copying.DistortionSuite;
import org.twosource.bench.suite.copying.GeneratorSuite;
import org.twosource.bench.suite.copying.GrowthSuite;
import org.twosource.bench.suite.copying.InsciOutSuite;
import org.twosource.bench.suite.copying.LineageSuite;
import org.twosource.bench.suite.copying.PeersSuite;
import org.twosource.bench.suite.copying.WrittenCopiesSuite;
import org.twosource.bench.suite.copying.WrittenDistortionSuite;
import org.twosource.bench.suite.field.FieldSuite;
import org.twosource.bench.suite.input.ExtractionSuite;
import org.twosource.bench.suite.input.InvariantsSuite;
import org.twosource.bench.suite.input.PartsSuite;
import org.twosource.bench.suite.input.RobustnessSuite;
import org.twosource.bench.suite.story.BriefSuite;
import org.twosource.bench.suite.story.CheckerSuite;
import org.twosource.bench.suite.story.ClaimsSuite;
import org.twosource.bench.suite.story.EmergentSuite;
import org.twosource.bench.suite.story.PairsSuite;
import org.twosource.bench.suite.story.SeedsSuite;
import org.twosource.bench.suite.story.SimilaritySuite;
import org.twosource.bench.suite.story.StoriesSuite;
import org.twosource.bench.suite.story.SupportSuite;
import org.twosource.bench.suite.story.TimelineSuite;
import org.twosource.bench.suite.story.WrittenClaimsSuite;

/** The suites there are, written out by hand. */
final class Suites {
  private Suites() {}

  static List<Suite> standard() {
    StoryRuns runs = new StoryRuns();
    return List.of(
        // report
        new ExtractionSuite(),
        new RobustnessSuite(),
        // annotate
        new PartsSuite(runs),
        new InvariantsSuite(),
        new SyntaxSuite(),
        new TimeSuite(),
        new NamesSuite(),
        new AttributionSuite(),
        new SpeakersSuite(runs),
        new EventsSuite(),
        new RunningEventsSuite(runs),
        new EntitiesSuite(),
        new PlacesSuite(),
        new SeedsSuite(),
        // reuse
        new SimilaritySuite(),
        new PairsSuite(),
        new AlignmentSuite(),
        new PeersSuite(),
        // story
        new StoriesSuite(),
        // lineage
        new LineageSuite(),
        new WrittenCopiesSuite(runs),
        new GeneratorSuite(),
        new GrowthSuite(),
        // distortion
        new DistortionSuite(),
        new WrittenDistortionSuite(),
        new CheckerSuite(),
        // claim
        new ClaimsSuite(),
        new WrittenClaimsSuite(runs),
        new SupportSuite(runs),
        new TimelineSuite(),
        new DatedEventsSuite(runs),
        new BriefSuite(),
        new EmergentSuite(),
        new InsciOutSuite(),
        // all of it
        new FieldSuite(runs),
        new SpeedSuite(),
        new LoopsSuite(),
        new CoreNlpSuite());
  }
}
