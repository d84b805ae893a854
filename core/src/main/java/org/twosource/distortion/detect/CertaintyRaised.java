package org.twosource.distortion.detect;

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
import org.twosource.distortion.Side;
import org.twosource.report.Span;
import org.twosource.reuse.Edit;

/**
 * A hedge or an allegation that the copy replaced by something surer: "is likely to" by "is certain
 * to"; and a link that it tells as a cause ({@link LinkToldAsCause}).
 */
public final class CertaintyRaised implements Detector {

  private static final Set<Cue.Kind> OPEN = Set.of(Cue.Kind.HEDGE, Cue.Kind.NEGATION);

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
    findings.addAll(known(pair));
    findings.addAll(LinkToldAsCause.find(pair));
    return findings;
  }

  /** "Her condition is unknown" became "her condition is stable": what is not known is told. */
  private List<Finding> known(SentencePair pair) {
    Side before = pair.before();
    List<Finding> findings = new ArrayList<>();
    for (Cue cue : before.cues(Cue.Kind.HEDGE)) {
      List<Integer> words = before.in(cue.span());
      if (words.isEmpty() || words.stream().anyMatch(i -> pair.counterpart(i).isPresent())) {
        continue;
      }
      int hedge = words.getLast();
      Optional<Integer> told =
          before.pos(hedge).equals("ADJ") && isSubjectKept(pair, hedge)
              ? pair.gap(words.getFirst(), hedge, 2).stream()
                  .filter(j -> pair.after().isContent(j))
                  .filter(j -> !isOpen(pair.after(), j))
                  .findFirst()
              : Optional.empty();
      told.ifPresent(
          j ->
              findings.add(
                  new Finding(
                      kind(),
                      Optional.of(cue.span()),
                      Optional.of(pair.after().token(j).span()),
                      Severity.MEDIUM,
                      0.6,
                      "“"
                          + before.words(cue.span())
                          + "” gave way to “"
                          + pair.after().normal(j)
                          + "”")));
    }
    return findings;
  }

  /** Whether a word is hedged or negated, by what stands over it or just before it. */
  private static boolean isOpen(Side side, int j) {
    Span near = side.from(Math.max(0, j - 1), j);
    return side.isUnder(j, OPEN)
        || side.text().cuesIn(side.span()).stream()
            .anyMatch(cue -> OPEN.contains(cue.kind()) && cue.span().overlaps(near));
  }

  private static boolean isSubjectKept(SentencePair pair, int predicate) {
    Side before = pair.before();
    for (int i = 0; i < before.size(); i++) {
      if (before.head(i) == predicate && before.relation(i).startsWith("nsubj")) {
        return pair.counterpart(i).isPresent();
      }
    }
    return false;
  }

  /** "Plans to visit" became "visits"; but "will begin" and "begins" are one. */
  private static boolean isIntention(SentencePair pair, LostCue plan) {
    Set<String> intentions = DistortionWords.of(pair.before().text()).intentionVerbs();
    return plan.words().stream().map(pair.before()::normal).anyMatch(intentions::contains);
  }

  /** A view that became a proof: "estimated that" gave way to "showed that". */
  private List<Finding> proven(SentencePair pair) {
    DistortionWords words = DistortionWords.of(pair.before().text());
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
