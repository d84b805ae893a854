package org.twosource.distortion.propose;

import java.util.List;
import org.twosource.annotate.Timex;
import org.twosource.distortion.Distortion.Kind;
import org.twosource.lexicon.EditDistance;

/**
 * A time of the copy that is none of those before, beside the one it may stand for; and one that
 * stands on both sides, of another deed.
 */
final class DateProposer implements Proposer {
  private static final double HALF = .5;

  @Override
  public void propose(CopiedSentence reading, DraftProposals drafts) {
    replaced(reading, drafts);
    kept(reading, drafts);
  }

  private static void replaced(CopiedSentence reading, DraftProposals drafts) {
    long openBefore =
        reading.dates().stream()
            .filter(
                time ->
                    reading.datesAfter().stream()
                        .noneMatch(other -> CopiedSentence.areOneTime(time, other)))
            .count();
    for (Timex time : reading.openDatesAfter()) {
      List<Integer> to = reading.after().in(time.span());
      Timex best = null;
      ProposalEvidence evidence = reading.evidence();
      double bestFit = -1;
      for (Timex other : reading.dates()) {
        boolean lasts = other.type() == Timex.Type.DURATION;
        if (lasts != (time.type() == Timex.Type.DURATION)) {
          continue;
        }
        List<Integer> from = reading.before().in(other.span());
        boolean open =
            reading.datesAfter().stream().noneMatch(one -> CopiedSentence.areOneTime(other, one));
        boolean place = reading.isInPlace(from, to);
        boolean head = reading.haveSameHead(from, to);
        boolean dated = other.date().isPresent() && time.date().isPresent();
        boolean coarser = other.value().length() != time.value().length();
        double fit =
            (open ? 1 : 0)
                + (place ? 1 : 0)
                + (head ? 1 : 0)
                + (dated ? HALF : 0)
                + (coarser ? 0 : HALF);
        if (fit > bestFit) {
          bestFit = fit;
          best = other;
          evidence =
              reading
                  .evidence()
                  .set("in place", place)
                  .set("same head", head)
                  .set("dated", dated)
                  .set("clash", other.clashes(time))
                  .set("only open", openBefore == 1 && reading.openDatesAfter().size() == 1)
                  .set("before elsewhere", !open)
                  .set("role", other.type() != time.type())
                  .set("coarser", coarser)
                  .set("ratio", lasts)
                  .set(
                      "letters",
                      EditDistance.similarity(
                          reading.before().words(other.span()), reading.after().words(time.span())))
                  .set("only one", reading.dates().size() == 1 && reading.datesAfter().size() == 1);
        }
      }
      if (best != null) {
        drafts.add(Kind.DATE_CHANGED, best.span(), time.span(), evidence);
      }
    }
  }

  private static void kept(CopiedSentence reading, DraftProposals drafts) {
    WordLinks links = reading.links();
    for (Timex one : reading.dates()) {
      for (Timex two : reading.datesAfter()) {
        int i = CopiedSentence.head(reading.before(), reading.before().in(one.span()));
        int j = CopiedSentence.head(reading.after(), reading.after().in(two.span()));
        boolean known = i >= 0 && j >= 0 && links.to(i).isPresent() && links.from(j).isPresent();
        if (known && CopiedSentence.areOneTime(one, two) && !links.areLinked(i, j)) {
          ProposalEvidence evidence =
              reading
                  .evidence()
                  .set("same entity", true)
                  .set("best before", links.bestOf(i))
                  .set("best after", links.bestTo(j))
                  .set("verb likeness", links.likenessOf(i, j));
          drafts.add(Kind.DATE_CHANGED, one.span(), two.span(), evidence);
        }
      }
    }
  }
}
