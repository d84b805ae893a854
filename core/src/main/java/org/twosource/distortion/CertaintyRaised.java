package org.twosource.distortion;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.twosource.distortion.Distortion.Kind;
import org.twosource.distortion.Distortion.Severity;

/**
 * A hedge or an allegation that the copy replaced by something surer: "is likely to" by "is certain
 * to".
 */
final class CertaintyRaised implements Detector {

  @Override
  public Kind kind() {
    return Kind.CERTAINTY_RAISED;
  }

  @Override
  public List<Finding> find(SentencePair pair) {
    List<Finding> findings = new ArrayList<>();
    for (LostCue lost : HedgeDropped.lost(pair)) {
      if (HedgeDropped.isReplaced(pair, lost)) {
        String instead = pair.after().words(lost.after(pair));
        findings.add(
            new Finding(
                kind(),
                Optional.of(lost.before(pair)),
                Optional.of(lost.after(pair)),
                Severity.MEDIUM,
                0.7,
                "“" + lost.words(pair) + "” gave way to “" + instead + "”"));
      }
    }
    return findings;
  }
}
