package org.twosource.distortion.propose;

import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import org.twosource.annotate.Cue;
import org.twosource.distortion.Distortion.Kind;
import org.twosource.distortion.DistortionWords;
import org.twosource.distortion.Side;
import org.twosource.report.Span;

/**
 * A deed that was planned, tried, offered, possible, asked for or under a condition and is told as
 * a fact: with its own verb, or with another one of the same doer or thing.
 */
final class ModalityProposer implements Proposer {
  private static final int GOVERNOR_REACH = 6;
  private static final List<Kind> KINDS =
      List.of(Kind.PLAN_BECAME_FACT, Kind.CERTAINTY_RAISED, Kind.NEAR_MISS_BECAME_EVENT);

  /** How open a word before is. */
  private record Openness(
      boolean future,
      boolean modal,
      boolean infinitive,
      boolean condition,
      boolean ahead,
      int cues,
      boolean near,
      boolean attempt,
      boolean proposal,
      boolean intention,
      boolean tentative) {
    boolean isOpen() {
      return future
          || modal
          || infinitive
          || condition
          || ahead
          || cues > 0
          || attempt
          || proposal
          || intention
          || tentative;
    }

    ProposalEvidence on(ProposalEvidence evidence) {
      return evidence
          .set("future before", future)
          .set("modal before", modal)
          .set("infinitive before", infinitive)
          .set("condition before", condition)
          .set("ahead before", ahead)
          .set("more cues before", cues)
          .set("near", near)
          .set("attempt", attempt)
          .set("proposal", proposal)
          .set("plan", intention)
          .set("tentative", tentative);
    }
  }

  @Override
  public void propose(CopiedSentence reading, DraftProposals drafts) {
    Side before = reading.before();
    Side after = reading.after();
    Modality one = new Modality(before);
    Modality two = new Modality(after);
    DistortionWords words = DistortionWords.of(before.text());
    for (int i = 0; i < before.size(); i++) {
      if (!before.pos(i).matches("VERB|NOUN|ADJ")) {
        continue;
      }
      Openness open = openness(before, one, words, i);
      int j = reading.links().to(i).orElse(-1);
      boolean verbs = j >= 0 && (before.pos(i).equals("VERB") || after.pos(j).equals("VERB"));
      if (open.isOpen() && verbs && two.isFact(j)) {
        told(reading, drafts, open, two, i, j);
      } else if (open.isOpen() && j < 0 && before.pos(i).equals("VERB")) {
        instead(reading, drafts, open, two, i);
      }
    }
  }

  private static Openness openness(Side side, Modality modality, DistortionWords words, int i) {
    int governor = side.head(i);
    Set<Integer> by = governor < 0 ? Set.of(i) : Set.of(i, governor);
    return new Openness(
        modality.isFuture(i),
        modality.isModal(i),
        modality.isInfinitive(i),
        modality.isConditional(i),
        modality.isAhead(i),
        CopiedSentence.cuesOver(side, i).size(),
        side.isUnder(i, Set.of(Cue.Kind.NEAR_MISS)),
        isOf(side, by, words.attemptVerbs()),
        isOf(side, by, words.proposalVerbs()) || isOf(side, by, modality.openVerbs()),
        isOf(side, by, words.intentionVerbs()),
        isOf(side, by, words.tentativeVerbs()));
  }

  private static boolean isOf(Side side, Set<Integer> words, Set<String> list) {
    return words.stream().map(side::normal).anyMatch(list::contains);
  }

  /** The same deed, told as a fact. */
  private static void told(
      CopiedSentence reading, DraftProposals drafts, Openness open, Modality two, int i, int j) {
    Side before = reading.before();
    int governor = before.head(i);
    ProposalEvidence evidence =
        open.on(reading.evidence())
            .set("past after", two.isPast(j))
            .set("fact after", true)
            .set("arguments", reading.arguments(i, j))
            .set("verb likeness", reading.links().likenessOf(i, j))
            .set("verb", reading.after().pos(j).equals("VERB"))
            .set("noun", before.pos(i).equals("NOUN"))
            .set("same relation", before.relation(i).equals(reading.after().relation(j)))
            .set("subject", reading.after().relation(j).equals("root"))
            .set("same head", governor >= 0 && reading.links().to(governor).isPresent())
            .set("best before", governor >= 0 ? reading.links().bestOf(governor) : 0);
    boolean governed = governor >= 0 && governor < i && i - governor < GOVERNOR_REACH;
    int first = governed ? governor : Math.max(0, i - 2);
    add(drafts, before.from(first, i), reading.after().from(Math.max(0, j - 1), j), evidence);
  }

  /** Another deed in its place: of the same doer, or done to the same thing. */
  private static void instead(
      CopiedSentence reading, DraftProposals drafts, Openness open, Modality two, int i) {
    Side before = reading.before();
    Side after = reading.after();
    for (int j = 0; j < after.size(); j++) {
      if (!after.pos(j).equals("VERB") || reading.links().from(j).isPresent() || !two.isFact(j)) {
        continue;
      }
      boolean doer =
          areLinked(reading, before.grammar().sharedSubject(i), after.grammar().sharedSubject(j));
      double arguments = reading.arguments(i, j);
      if (!doer && arguments == 0) {
        continue;
      }
      ProposalEvidence evidence =
          open.on(reading.evidence())
              .set("past after", two.isPast(j))
              .set("fact after", true)
              .set("arguments", arguments)
              .set("doer after", doer)
              .set("after elsewhere", true)
              .set("verb likeness", reading.links().likenessOf(i, j))
              .set("verb", true)
              .set("subject", after.relation(j).equals("root"))
              .set("best before", reading.links().bestOf(i))
              .set("best after", reading.links().bestTo(j));
      add(drafts, before.from(Math.max(0, i - 1), i), after.from(Math.max(0, j - 1), j), evidence);
    }
  }

  private static boolean areLinked(CopiedSentence reading, OptionalInt one, OptionalInt two) {
    return one.isPresent()
        && two.isPresent()
        && reading.links().areLinked(one.getAsInt(), two.getAsInt());
  }

  private static void add(
      DraftProposals drafts, Span before, Span after, ProposalEvidence evidence) {
    KINDS.forEach(kind -> drafts.add(kind, before, after, evidence.copy()));
  }
}
