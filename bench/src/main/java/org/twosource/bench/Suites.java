package org.twosource.bench;

import java.util.List;
import org.twosource.bench.speed.CoreNlpSuite;
import org.twosource.bench.speed.LoopsSuite;
import org.twosource.bench.speed.SpeedSuite;
import org.twosource.bench.suite.AlignmentSuite;
import org.twosource.bench.suite.AttributionSuite;
import org.twosource.bench.suite.BriefSuite;
import org.twosource.bench.suite.CheckerSuite;
import org.twosource.bench.suite.ClaimsSuite;
import org.twosource.bench.suite.DatedEventsSuite;
import org.twosource.bench.suite.DistortionSuite;
import org.twosource.bench.suite.EmergentSuite;
import org.twosource.bench.suite.EntitiesSuite;
import org.twosource.bench.suite.EventsSuite;
import org.twosource.bench.suite.ExtractionSuite;
import org.twosource.bench.suite.FieldSuite;
import org.twosource.bench.suite.GeneratorSuite;
import org.twosource.bench.suite.GrowthSuite;
import org.twosource.bench.suite.InsciOutSuite;
import org.twosource.bench.suite.InvariantsSuite;
import org.twosource.bench.suite.LineageSuite;
import org.twosource.bench.suite.NamesSuite;
import org.twosource.bench.suite.PairsSuite;
import org.twosource.bench.suite.PartsSuite;
import org.twosource.bench.suite.PeersSuite;
import org.twosource.bench.suite.PlacesSuite;
import org.twosource.bench.suite.RobustnessSuite;
import org.twosource.bench.suite.RunningEventsSuite;
import org.twosource.bench.suite.SeedsSuite;
import org.twosource.bench.suite.SimilaritySuite;
import org.twosource.bench.suite.SpeakersSuite;
import org.twosource.bench.suite.StoriesSuite;
import org.twosource.bench.suite.StoryRuns;
import org.twosource.bench.suite.SupportSuite;
import org.twosource.bench.suite.SyntaxSuite;
import org.twosource.bench.suite.TimeSuite;
import org.twosource.bench.suite.TimelineSuite;
import org.twosource.bench.suite.WrittenClaimsSuite;
import org.twosource.bench.suite.WrittenCopiesSuite;
import org.twosource.bench.suite.WrittenDistortionSuite;

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
