package org.twosource.distortion.propose;

import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.twosource.distortion.Distortion.Kind;
import org.twosource.distortion.Side;
import org.twosource.text.Language;

/** How many of a thing, where no number says so: "some parents" for "most parents". */
final class ShareProposer implements Proposer {
  private static final int REACH = 3;

  @Override
  public void propose(CopiedSentence reading, DraftProposals drafts) {
    List<String> shares =
        Language.find(reading.after().text().text().language())
            .map(language -> language.list("shares"))
            .orElse(List.of());
    for (int j = 0; j < reading.after().size(); j++) {
      int i = reading.links().from(j).orElse(-1);
      if (i >= 0 && reading.after().pos(j).matches("NOUN|PROPN|NUM")) {
        propose(reading, drafts, shares, i, j);
      }
    }
  }

  private static void propose(
      CopiedSentence reading, DraftProposals drafts, List<String> shares, int i, int j) {
    OptionalInt one = share(reading.before(), shares, i);
    OptionalInt two = share(reading.after(), shares, j);
    if (one.isEmpty() || two.isEmpty()) {
      return;
    }
    int rank = shares.indexOf(reading.before().normal(one.getAsInt()));
    int rankAfter = shares.indexOf(reading.after().normal(two.getAsInt()));
    if (rank == rankAfter) {
      return;
    }
    ProposalEvidence evidence =
        reading
            .evidence()
            .set("share", true)
            .set("ratio", (double) (rankAfter - rank) / shares.size());
    Side before = reading.before();
    Side after = reading.after();
    for (Kind kind : List.of(Kind.NUMBER_CHANGED, Kind.WORDING_CHANGED)) {
      drafts.add(
          kind, before.from(one.getAsInt(), i), after.from(two.getAsInt(), j), evidence.copy());
    }
  }

  /** The word of a share that hangs on a noun, or that the noun hangs on: "most of them". */
  private static OptionalInt share(Side side, List<String> shares, int noun) {
    return IntStream.rangeClosed(Math.max(0, noun - REACH), noun - 1)
        .filter(at -> shares.contains(side.normal(at)))
        .filter(
            at ->
                side.head(at) == noun
                    || side.head(noun) == at
                    || side.head(at) >= 0 && side.head(at) == side.head(noun))
        .reduce((first, second) -> second);
  }
}
