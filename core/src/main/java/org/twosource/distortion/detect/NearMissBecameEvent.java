package org.twosource.distortion.detect;

import static org.twosource.annotate.Cue.Kind.DENIAL;
import static org.twosource.annotate.Cue.Kind.HEDGE;
import static org.twosource.annotate.Cue.Kind.NEAR_MISS;
import static org.twosource.annotate.Cue.Kind.NEGATION;
import static org.twosource.annotate.Cue.Kind.PLAN;
import static org.twosource.annotate.Cue.Kind.POSTPONEMENT;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.twosource.annotate.Cue;
import org.twosource.distortion.Detector;
import org.twosource.distortion.Distortion.Kind;
import org.twosource.distortion.Distortion.Severity;
import org.twosource.distortion.DistortionWords;
import org.twosource.distortion.Finding;
import org.twosource.distortion.SentencePair;

/** What almost happened is told as having happened: "came close to a deal" became "made a deal". */
public final class NearMissBecameEvent implements Detector {
  private static final Set<Cue.Kind> KEPT_BY =
      Set.of(NEAR_MISS, NEGATION, HEDGE, PLAN, DENIAL, POSTPONEMENT);

  @Override
  public Kind kind() {
    return Kind.NEAR_MISS_BECAME_EVENT;
  }

  @Override
  public List<Finding> find(SentencePair pair) {
    List<Finding> findings = new ArrayList<>();
    for (LostCue lost : LostCue.in(pair, NEAR_MISS, KEPT_BY)) {
      findings.add(
          finding(
              pair,
              lost,
              "“" + lost.words(pair) + "” said it did not quite happen; the copy says it did"));
    }
    Set<String> attempts = DistortionWords.of(pair.before().text()).attemptVerbs();
    for (LostCue lost : LostCue.ofVerbs(pair, attempts, NEAR_MISS, KEPT_BY)) {
      if (PlanBecameFact.isDone(pair, lost.main())) {
        findings.add(
            finding(
                pair,
                lost,
                "“" + lost.words(pair) + "” left open whether it worked; the copy does not"));
      }
    }
    return findings;
  }

  private Finding finding(SentencePair pair, LostCue lost, String why) {
    return new Finding(
        kind(),
        Optional.of(lost.before(pair)),
        Optional.of(lost.after(pair)),
        Severity.HIGH,
        0.8,
        why);
  }
}
