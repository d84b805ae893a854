package org.twosource.distortion.propose;

import java.util.List;
import org.twosource.distortion.Finding;
import org.twosource.distortion.SentencePair;

/** All proposers there are, written out by hand. Any thread may use it. */
public final class Proposers {
  private static final List<Proposer> PROPOSERS =
      List.of(
          new NameProposer(),
          new NumberProposer(),
          new DateProposer(),
          new WordProposer(),
          new CueProposer(),
          new ModalityProposer(),
          new PartyProposer(),
          new MovedProposer(),
          new MarkProposer(),
          new SourceProposer(),
          new SlotProposer(),
          new QuoteProposer(),
          new ShareProposer(),
          new DirectionProposer());

  private Proposers() {}

  /**
   * What may have changed, in the order of the proposers.
   *
   * @param found what the detectors found in the pair, as proposals too
   */
  public static List<Proposal> of(SentencePair pair, List<Finding> found) {
    CopiedSentence reading = new CopiedSentence(pair);
    DraftProposals drafts = new DraftProposals(reading);
    PROPOSERS.forEach(proposer -> proposer.propose(reading, drafts));
    drafts.add(found);
    return drafts.proposals();
  }
}
