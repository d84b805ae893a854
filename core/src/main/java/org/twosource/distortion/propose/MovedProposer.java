package org.twosource.distortion.propose;

import java.util.List;
import org.twosource.annotate.EntityType;
import org.twosource.annotate.Mention;
import org.twosource.distortion.Distortion.Kind;
import org.twosource.distortion.Side;
import org.twosource.report.Span;

/** A name, number, day or thing that stands on both sides, among other words. */
final class MovedProposer implements Proposer {
  private static final double SAME = .95;

  /** From so much agreement of the words around on nothing has moved. */
  private static final double STAYED = .34;

  @Override
  public void propose(CopiedSentence reading, DraftProposals drafts) {
    for (int j = 0; j < reading.after().size(); j++) {
      int i = reading.links().from(j).orElse(-1);
      if (i >= 0
          && reading.after().pos(j).matches("PROPN|NUM|NOUN")
          && reading.links().likenessOf(i, j) >= SAME
          && reading.agreement(List.of(i), List.of(j)) < STAYED) {
        propose(reading, drafts, i, j);
      }
    }
  }

  private static void propose(CopiedSentence reading, DraftProposals drafts, int i, int j) {
    Side before = reading.before();
    Side after = reading.after();
    WordLinks links = reading.links();
    int head = before.head(i);
    int headAfter = head < 0 ? -1 : links.to(head).orElse(-1);
    boolean taken =
        headAfter >= 0
            && reading
                .wordsAfter()
                .filter(at -> after.head(at) == headAfter)
                .filter(at -> after.relation(at).equals(before.relation(i)))
                .map(at -> links.from(at).orElse(-1))
                .anyMatch(old -> old >= 0 && old != i && before.head(old) != head);
    ProposalEvidence evidence =
        reading
            .evidence()
            .set("moved", true)
            .set("exchanged", taken)
            .set("same head", headAfter >= 0 && headAfter == after.head(j))
            .set("main kept", headAfter >= 0)
            .set("governed kept", after.head(j) >= 0 && links.from(after.head(j)).isPresent())
            .set("same relation", before.relation(i).equals(after.relation(j)))
            .set("subject", after.relation(j).startsWith("nsubj"))
            .set("doer before", before.relation(i).startsWith("nsubj"))
            .set("named", after.pos(j).equals("PROPN"))
            .set("drift", Math.abs((double) i / before.size() - (double) j / after.size()));
    Kind kind = kind(after, j);
    Span from = before.token(i).span();
    Span to = after.token(j).span();
    drafts.add(kind, from, to, evidence);
    if (kind == Kind.NAME_CHANGED || kind == Kind.PLACE_CHANGED) {
      drafts.add(Kind.ACTOR_SWAPPED, from, to, evidence.copy());
    }
  }

  private static Kind kind(Side side, int word) {
    Span span = side.token(word).span();
    if (!side.text().timexesIn(span).isEmpty()) {
      return Kind.DATE_CHANGED;
    }
    if (side.pos(word).equals("NUM")) {
      return Kind.NUMBER_CHANGED;
    }
    return side.text().mentionsIn(span).stream()
        .filter(Mention::isName)
        .findFirst()
        .map(name -> name.type() == EntityType.PLACE ? Kind.PLACE_CHANGED : Kind.NAME_CHANGED)
        .orElse(Kind.ACTOR_SWAPPED);
  }
}
