package org.twosource.distortion;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.twosource.annotate.Cue;
import org.twosource.distortion.Distortion.Kind;
import org.twosource.distortion.Distortion.Severity;
import org.twosource.reuse.Edit;

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
    for (LostCue plan : LostCue.in(pair, Cue.Kind.PLAN, PlanBecameFact.OPEN)) {
      if (isIntention(pair, plan) && !PlanBecameFact.became(pair, plan.main())) {
        findings.add(
            new Finding(
                kind(),
                Optional.of(plan.before(pair)),
                Optional.of(plan.after(pair)),
                Severity.LOW,
                0.5,
                "“" + plan.words(pair) + "” is told as settled"));
      }
    }
    findings.addAll(proven(pair));
    return findings;
  }

  /** "Plans to visit" became "visits"; but "will begin" and "begins" are one. */
  private static boolean isIntention(SentencePair pair, LostCue plan) {
    Set<String> intentions = Words.of(pair.before().text()).intentionVerbs();
    return plan.words().stream().map(pair.before()::normal).anyMatch(intentions::contains);
  }

  /** A view that became a proof: "estimated that" gave way to "showed that". */
  private List<Finding> proven(SentencePair pair) {
    Words words = Words.of(pair.before().text());
    List<Finding> findings = new ArrayList<>();
    for (int i = 0; i < pair.before().size(); i++) {
      if (!words.tentativeVerbs().contains(pair.before().normal(i))
          || pair.counterpart(i).isPresent() && pair.becameOf(i) == Edit.Kind.EQUAL) {
        continue;
      }
      for (int j : pair.gap(i, i, 6)) {
        if (words.provingVerbs().contains(pair.after().normal(j))) {
          findings.add(
              new Finding(
                  kind(),
                  Optional.of(pair.before().token(i).span()),
                  Optional.of(pair.after().token(j).span()),
                  Severity.MEDIUM,
                  0.7,
                  "“"
                      + pair.before().normal(i)
                      + "” gave way to “"
                      + pair.after().normal(j)
                      + "”"));
        }
      }
    }
    return findings;
  }
}
