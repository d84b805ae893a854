package org.twosource.distortion.propose;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.twosource.distortion.Distortion.Kind;
import org.twosource.distortion.Distortion.Severity;
import org.twosource.distortion.Finding;
import org.twosource.report.Span;

/** The proposals of one pair while they are collected. For one thread. */
final class DraftProposals {
  private static final double MAX_WORDS = 8;
  private static final int MAX_PROPOSALS = 40;

  private record Draft(
      Kind kind,
      Optional<Span> before,
      Optional<Span> after,
      Optional<Finding> finding,
      ProposalEvidence evidence) {
    Draft with(Finding found) {
      return new Draft(kind, before, after, Optional.of(found), evidence);
    }
  }

  private final CopiedSentence reading;
  private final List<Draft> drafts = new ArrayList<>();

  DraftProposals(CopiedSentence reading) {
    this.reading = reading;
  }

  void add(Kind kind, Span before, Span after, ProposalEvidence evidence) {
    add(new Draft(kind, Optional.of(before), Optional.of(after), Optional.empty(), evidence));
  }

  /**
   * What detectors found. It speaks for what else is proposed of that kind there; a second finding
   * in the same place is a proposal of its own, with the same evidence.
   */
  void add(List<Finding> found) {
    for (Finding finding : found) {
      List<Draft> same = drafts.stream().filter(draft -> isOf(draft, finding)).toList();
      same.stream()
          .filter(draft -> draft.finding().isEmpty())
          .forEach(draft -> mark(draft, finding));
      if (same.stream().noneMatch(draft -> draft.finding().isEmpty())) {
        ProposalEvidence evidence =
            same.isEmpty()
                ? reading.evidence().set("detector", true)
                : same.getFirst().evidence().copy();
        mark(evidence, finding);
        add(
            new Draft(
                finding.kind(), finding.before(), finding.after(), Optional.of(finding), evidence));
      }
    }
  }

  private void mark(Draft draft, Finding found) {
    mark(draft.evidence(), found);
    drafts.set(drafts.indexOf(draft), draft.with(found));
  }

  private static boolean isOf(Draft draft, Finding found) {
    return draft.kind() == found.kind()
        && (Proposal.touch(draft.before(), found.before())
            || Proposal.touch(draft.after(), found.after()));
  }

  /** A detector is the surer, the more of either sentence the other has. */
  private void mark(ProposalEvidence evidence, Finding found) {
    evidence
        .set("found", true)
        .set("found kept", reading.links().kept())
        .set("found known", reading.links().known())
        .set("found high", found.severity() == Severity.HIGH)
        .set("found low", found.severity() == Severity.LOW)
        .set("found confidence", found.confidence());
  }

  private void add(Draft draft) {
    List<Integer> before = draft.before().map(reading.before()::in).orElse(List.of());
    List<Integer> after = draft.after().map(reading.after()::in).orElse(List.of());
    draft
        .evidence()
        .set("words before", Math.min(MAX_WORDS, before.size()))
        .set("words after", Math.min(MAX_WORDS, after.size()))
        .set("cosine", reading.cosine(before, after))
        .set("quoted before", before.stream().anyMatch(reading.before()::isQuoted))
        .set("quoted after", after.stream().anyMatch(reading.after()::isQuoted))
        .set("context", reading.agreement(before, after));
    drafts.add(draft);
  }

  List<Proposal> proposals() {
    double all = Math.min(MAX_PROPOSALS, drafts.size()) / 10.0;
    return drafts.stream()
        .map(
            draft ->
                new Proposal(
                    draft.kind(),
                    draft.before(),
                    draft.after(),
                    draft.finding(),
                    draft.evidence().set("proposals", all).set("touching", touching(draft)).row()))
        .toList();
  }

  /** How many kinds are proposed for the same words of the copy. */
  private double touching(Draft draft) {
    return drafts.stream()
        .filter(other -> other != draft && Proposal.touch(other.after(), draft.after()))
        .map(Draft::kind)
        .distinct()
        .count();
  }
}
