package org.twosource.distortion;

import static org.twosource.annotate.Cue.Kind.ALLEGATION;
import static org.twosource.annotate.Cue.Kind.APPROXIMATION;
import static org.twosource.annotate.Cue.Kind.HEDGE;
import static org.twosource.annotate.Cue.Kind.NEAR_MISS;
import static org.twosource.annotate.Cue.Kind.NEGATION;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.twosource.annotate.Cue;
import org.twosource.distortion.Distortion.Kind;
import org.twosource.distortion.Distortion.Severity;

/**
 * A hedge or an allegation that the copy left out: "may have died" became "died". A bound of a
 * number that went ("about 300" became "300") is a low one. Where something surer was put in its
 * place, it is {@link CertaintyRaised}.
 */
final class HedgeDropped implements Detector {
  static final Set<Cue.Kind> KEPT_BY = Set.of(HEDGE, ALLEGATION, NEAR_MISS);

  @Override
  public Kind kind() {
    return Kind.HEDGE_DROPPED;
  }

  @Override
  public List<Finding> find(SentencePair pair) {
    List<Finding> findings = new ArrayList<>();
    for (LostCue lost : lost(pair)) {
      if (!isReplaced(pair, lost)) {
        findings.add(finding(pair, lost, Severity.MEDIUM, 0.75));
      }
    }
    for (LostCue lost : LostCue.in(pair, APPROXIMATION, Set.of(APPROXIMATION, HEDGE))) {
      findings.add(finding(pair, lost, Severity.LOW, 0.6));
    }
    return findings;
  }

  private static Finding finding(
      SentencePair pair, LostCue lost, Severity severity, double confidence) {
    return new Finding(
        Kind.HEDGE_DROPPED,
        Optional.of(lost.before(pair)),
        Optional.of(lost.after(pair)),
        severity,
        confidence,
        "“" + lost.words(pair) + "” is gone, what it qualified stayed");
  }

  /** The hedges and allegations that went and did not leave with a plan or a near miss. */
  static List<LostCue> lost(SentencePair pair) {
    List<LostCue> lost = new ArrayList<>(LostCue.in(pair, HEDGE, KEPT_BY));
    lost.addAll(LostCue.in(pair, ALLEGATION, Set.of(ALLEGATION, HEDGE, NEGATION)));
    lost.removeIf(cue -> PlanBecameFact.became(pair, cue.main()));
    return lost;
  }

  /** Whether words with a meaning of their own stand where the hedge stood. */
  static boolean isReplaced(SentencePair pair, LostCue lost) {
    return lost.instead().stream()
        .anyMatch(
            j ->
                pair.after().isContent(j)
                    && pair.origin(j).isEmpty()
                    && !pair.after().isUnder(j, PlanBecameFact.OPEN));
  }
}
