package org.twosource.distortion.propose;

/** Proposes changes of one sort of words. Keeps no state; any thread may use it. */
interface Proposer {

  /** Adds to {@code drafts} what may have changed between the sides of {@code reading}. */
  void propose(CopiedSentence reading, DraftProposals drafts);
}
