package org.twosource.distortion.propose;

import java.util.Comparator;
import java.util.List;
import org.twosource.annotate.Cue;
import org.twosource.distortion.Distortion.Kind;
import org.twosource.distortion.Side;
import org.twosource.report.Span;

/** A cue of one side whose words stand on the other without it, or less so. */
final class CueProposer implements Proposer {
  /** English cues govern what follows: words before one are this much further away. */
  private static final int BACKWARDS = 100;

  private static Kind change(Cue.Kind cue) {
    return switch (cue) {
      case HEDGE, ALLEGATION, APPROXIMATION -> Kind.HEDGE_DROPPED;
      case PLAN -> Kind.PLAN_BECAME_FACT;
      case NEAR_MISS -> Kind.NEAR_MISS_BECAME_EVENT;
      case NEGATION, DENIAL, POSTPONEMENT -> Kind.NEGATION_CHANGED;
    };
  }

  private static String column(Cue.Kind kind) {
    return switch (kind) {
      case HEDGE -> "hedge";
      case ALLEGATION -> "allegation";
      case APPROXIMATION -> "approximation";
      case PLAN -> "plan";
      case NEAR_MISS -> "near";
      case NEGATION -> "negation";
      case DENIAL -> "denial";
      case POSTPONEMENT -> "postponed";
    };
  }

  @Override
  public void propose(CopiedSentence reading, DraftProposals drafts) {
    for (Cue cue : reading.before().text().cuesIn(reading.before().span())) {
      propose(reading, drafts, cue, false);
    }
    for (Cue cue : reading.after().text().cuesIn(reading.after().span())) {
      if (cue.kind() == Cue.Kind.NEGATION || cue.kind() == Cue.Kind.DENIAL) {
        propose(reading, drafts, cue, true);
      }
    }
  }

  /**
   * One cue.
   *
   * @param added whether it is the copy's
   */
  private static void propose(
      CopiedSentence reading, DraftProposals drafts, Cue cue, boolean added) {
    Side own = added ? reading.after() : reading.before();
    Side other = added ? reading.before() : reading.after();
    List<Integer> words = own.in(cue.span());
    List<Integer> governed =
        own.in(cue.scope()).stream().filter(i -> own.isContent(i) && !words.contains(i)).toList();
    List<Integer> kept =
        governed.stream().map(i -> link(reading, added, i)).filter(j -> j >= 0).toList();
    if (words.isEmpty() || kept.isEmpty()) {
      return;
    }
    int main =
        governed.stream().min(Comparator.comparingInt(i -> distance(words, i))).orElseThrow();
    int linked = link(reading, added, main);
    int at = linked >= 0 ? linked : kept.getFirst();
    List<Cue> over = CopiedSentence.cuesOver(other, at);
    boolean near = over.stream().anyMatch(one -> one.kind() == cue.kind());
    long lost = words.stream().filter(i -> link(reading, added, i) < 0).count();
    if (lost == 0 && near) {
      return;
    }
    Modality modality = new Modality(other);
    ProposalEvidence evidence =
        reading
            .evidence()
            .set(column(cue.kind()), true)
            .set("lost", (double) lost / words.size())
            .set("governed kept", (double) kept.size() / governed.size())
            .set("main kept", linked >= 0)
            .set("cue near", near)
            .set("other cue", over.stream().anyMatch(one -> one.kind() != cue.kind()))
            .set(
                "any cue after",
                other.text().cuesIn(other.span()).stream()
                    .anyMatch(one -> one.kind() == cue.kind()))
            .set("opposite", added)
            .set("fact after", modality.isFact(at))
            .set("past after", modality.isPast(at))
            .set("future after", modality.isFuture(at))
            .set("modal after", modality.isModal(at))
            .set("best before", best(reading, own, words, added));
    Span mine = own.from(Math.min(words.getFirst(), main), Math.max(words.getLast(), main));
    Span its = other.from(Math.max(0, at - 1), at);
    drafts.add(change(cue.kind()), added ? its : mine, added ? mine : its, evidence);
  }

  private static double best(CopiedSentence reading, Side own, List<Integer> words, boolean added) {
    return words.stream()
        .filter(own::isContent)
        .mapToDouble(i -> added ? reading.links().bestTo(i) : reading.links().bestOf(i))
        .max()
        .orElse(0);
  }

  private static int link(CopiedSentence reading, boolean added, int i) {
    return (added ? reading.links().from(i) : reading.links().to(i)).orElse(-1);
  }

  private static int distance(List<Integer> words, int i) {
    return i < words.getFirst() ? BACKWARDS + words.getFirst() - i : i - words.getLast();
  }
}
