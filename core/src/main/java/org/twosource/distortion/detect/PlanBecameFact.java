package org.twosource.distortion.detect;

import static org.twosource.annotate.Cue.Kind.ALLEGATION;
import static org.twosource.annotate.Cue.Kind.DENIAL;
import static org.twosource.annotate.Cue.Kind.HEDGE;
import static org.twosource.annotate.Cue.Kind.NEAR_MISS;
import static org.twosource.annotate.Cue.Kind.NEGATION;
import static org.twosource.annotate.Cue.Kind.PLAN;
import static org.twosource.annotate.Cue.Kind.POSTPONEMENT;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.IntStream;
import org.twosource.annotate.Cue;
import org.twosource.annotate.Event;
import org.twosource.distortion.Detector;
import org.twosource.distortion.Distortion.Kind;
import org.twosource.distortion.Distortion.Severity;
import org.twosource.distortion.DistortionWords;
import org.twosource.distortion.Finding;
import org.twosource.distortion.SentencePair;
import org.twosource.report.Span;
import org.twosource.reuse.Edit;

/**
 * What was planned, expected or put off is told as having happened: "expects to take a hit" became
 * "took a hit". A plan told in the present ("will begin Monday", "begins Monday") is the same plan.
 */
public final class PlanBecameFact implements Detector {

  /** Cues under which a thing has not happened, or not surely. */
  static final Set<Cue.Kind> OPEN =
      Set.of(PLAN, HEDGE, NEAR_MISS, POSTPONEMENT, ALLEGATION, DENIAL, NEGATION);

  private static final Set<Event.Status> NOT_YET =
      Set.of(
          Event.Status.PLANNED,
          Event.Status.POSSIBLE,
          Event.Status.POSTPONED,
          Event.Status.CANCELLED,
          Event.Status.REFUSED);

  @Override
  public Kind kind() {
    return Kind.PLAN_BECAME_FACT;
  }

  @Override
  public List<Finding> find(SentencePair pair) {
    List<Finding> findings = new ArrayList<>();
    for (LostCue lost : LostCue.in(pair, PLAN, OPEN)) {
      if (isDone(pair, lost.main())) {
        findings.add(
            finding(lost.before(pair), lost.after(pair), 0.75, "“" + lost.words(pair) + "”"));
      }
    }
    Set<String> proposals = DistortionWords.of(pair.before().text()).proposalVerbs();
    for (LostCue lost : LostCue.ofVerbs(pair, proposals, PLAN, OPEN)) {
      if (isDone(pair, lost.main())) {
        findings.add(
            finding(lost.before(pair), lost.after(pair), 0.7, "“" + lost.words(pair) + "”"));
      }
    }
    for (Event event : pair.before().text().eventsIn(pair.before().span())) {
      if (NOT_YET.contains(event.status())) {
        held(pair, event)
            .filter(found -> findings.stream().noneMatch(found::touches))
            .ifPresent(findings::add);
      }
    }
    return findings;
  }

  private Finding finding(Span before, Span after, double confidence, String plan) {
    return new Finding(
        kind(),
        Optional.of(before),
        Optional.of(after),
        Severity.HIGH,
        confidence,
        plan + " was open, the copy tells it as done");
  }

  private Optional<Finding> held(SentencePair pair, Event event) {
    List<Integer> trigger = pair.before().in(event.trigger());
    if (trigger.isEmpty() || pair.counterpart(trigger.getFirst()).isEmpty()) {
      return Optional.empty();
    }
    int at = pair.counterpart(trigger.getFirst()).getAsInt();
    if (isTurned(pair, trigger.getFirst(), at)
        || pair.after().isUnder(at, OPEN)
        || !isDone(pair, trigger.getFirst())) {
      return Optional.empty();
    }
    Span word = pair.after().token(at).span();
    return pair.after().text().eventsIn(pair.after().span()).stream()
        .filter(other -> other.trigger().overlaps(word) && other.status() == Event.Status.HELD)
        .findFirst()
        .map(
            other ->
                finding(
                    event.trigger(),
                    other.trigger(),
                    0.6,
                    "“" + pair.before().words(event.trigger()) + "”"));
  }

  /** "An arrest will not affect it" and "he was arrested": what is planned is not the arrest. */
  private static boolean isTurned(SentencePair pair, int i, int j) {
    return pair.before().relation(i).equals("nsubj")
        && pair.before().pos(i).equals("NOUN")
        && pair.after().pos(j).equals("VERB");
  }

  /** Whether a plan over word {@code main} went and the copy tells it as done. */
  static boolean became(SentencePair pair, int main) {
    Span word = pair.before().token(main).span();
    boolean planned = pair.before().cues(PLAN).stream().anyMatch(cue -> cue.scope().contains(word));
    return planned
        && pair.counterpart(main).isPresent()
        && !pair.after().isUnder(pair.counterpart(main).getAsInt(), OPEN)
        && isDone(pair, main);
  }

  /**
   * Whether the copy's form of word {@code main} is a past or perfect one: another form than before
   * that is not the present's, or the same form under a new auxiliary.
   */
  static boolean isDone(SentencePair pair, int main) {
    OptionalInt counterpart = pair.counterpart(main);
    if (counterpart.isEmpty()) {
      return false;
    }
    int at = counterpart.getAsInt();
    if (isInfinitive(pair, at)) {
      return false;
    }
    String form = pair.after().normal(at);
    String base = pair.before().normal(main);
    if (form.equals(base)) {
      return hasNewAuxiliary(pair, at);
    }
    boolean present = form.endsWith("s") && !base.endsWith("s") || form.endsWith("ing");
    boolean verb =
        pair.becameOf(main) == Edit.Kind.VARIANT
            || pair.after().isParsed() && pair.after().pos(at).equals("VERB");
    return verb && !present;
  }

  /** "A juror to be picked on Friday", "to continue": the copy still has it before it. */
  private static boolean isInfinitive(SentencePair pair, int at) {
    return IntStream.range(Math.max(0, at - 2), at)
        .anyMatch(
            j ->
                pair.after().normal(j).equals("to")
                    && pair.after().relation(j).equals("mark")
                    && pair.after().head(j) == at);
  }

  private static boolean hasNewAuxiliary(SentencePair pair, int at) {
    Set<String> past = DistortionWords.of(pair.after().text()).pastAuxiliaries();
    for (int j = Math.max(0, at - 3); j < at; j++) {
      if (pair.origin(j).isEmpty() && past.contains(pair.after().normal(j))) {
        return true;
      }
    }
    return false;
  }
}
