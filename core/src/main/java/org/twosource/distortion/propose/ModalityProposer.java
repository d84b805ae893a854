package org.twosource.distortion.propose;

import org.twosource.distortion.Distortion.Kind;
import org.twosource.distortion.Side;

/** A deed that was planned, possible, asked for or under a condition and is told as a fact. */
final class ModalityProposer implements Proposer {
  private static final int GOVERNOR_REACH = 6;

  @Override
  public void propose(Reading reading, Drafts drafts) {
    Side before = reading.before();
    Side after = reading.after();
    Modality one = new Modality(before);
    Modality two = new Modality(after);
    for (int i = 0; i < before.size(); i++) {
      int j = reading.links().to(i).orElse(-1);
      boolean deed =
          j >= 0
              && before.pos(i).matches("VERB|NOUN|ADJ")
              && (before.pos(i).equals("VERB") || after.pos(j).equals("VERB"));
      if (!deed || !two.isFact(j)) {
        continue;
      }
      boolean future = one.isFuture(i);
      boolean modal = one.isModal(i);
      boolean infinitive = one.isInfinitive(i);
      boolean condition = one.isConditional(i);
      int cues = Reading.cuesOver(before, i).size();
      if (!future && !modal && !infinitive && !condition && cues == 0) {
        continue;
      }
      int governor = before.head(i);
      Evidence evidence =
          reading
              .evidence()
              .set("future before", future)
              .set("modal before", modal)
              .set("infinitive before", infinitive)
              .set("condition before", condition)
              .set("more cues before", cues)
              .set("past after", two.isPast(j))
              .set("fact after", true)
              .set("arguments", reading.arguments(i, j))
              .set("verb likeness", reading.links().likenessOf(i, j))
              .set("verb", after.pos(j).equals("VERB"))
              .set("noun", before.pos(i).equals("NOUN"))
              .set("same relation", before.relation(i).equals(after.relation(j)))
              .set("subject", after.relation(j).equals("root"))
              .set("same head", governor >= 0 && reading.links().to(governor).isPresent())
              .set("best before", governor >= 0 ? reading.links().bestOf(governor) : 0);
      boolean governed = governor >= 0 && governor < i && i - governor < GOVERNOR_REACH;
      int first = governed ? governor : Math.max(0, i - 2);
      drafts.add(
          future || infinitive ? Kind.PLAN_BECAME_FACT : Kind.CERTAINTY_RAISED,
          before.from(first, i),
          after.from(Math.max(0, j - 1), j),
          evidence);
    }
  }
}
