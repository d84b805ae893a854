package org.twosource.distortion.propose;

import java.util.List;
import java.util.Optional;
import org.twosource.annotate.Attribution;
import org.twosource.distortion.Distortion.Kind;
import org.twosource.distortion.Side;
import org.twosource.report.Span;

/** Somebody's words that the copy has, with less or nothing that says whose they are. */
final class SourceProposer implements Proposer {
  private static final int MIN_KEPT = 2;

  @Override
  public void propose(CopiedSentence reading, DraftProposals drafts) {
    Side before = reading.before();
    for (Attribution said : before.text().attributionsOver(before.span())) {
      Optional<Span> named =
          said.source().map(who -> said.cue().map(who::union).orElse(who)).or(said::cue);
      if (named.isPresent()
          && before.span().contains(named.get())
          && !before.in(named.get()).isEmpty()) {
        propose(reading, drafts, said, named.get());
      }
    }
  }

  private static void propose(
      CopiedSentence reading, DraftProposals drafts, Attribution said, Span named) {
    Side before = reading.before();
    Side after = reading.after();
    List<Integer> who = before.in(named);
    List<Integer> content =
        said.content().stream()
            .flatMap(span -> before.in(span).stream())
            .filter(i -> !who.contains(i) && before.isContent(i))
            .toList();
    List<Integer> kept =
        content.stream()
            .map(i -> reading.links().to(i).orElse(-1))
            .filter(j -> j >= 0)
            .sorted()
            .toList();
    if (kept.size() < MIN_KEPT) {
      return;
    }
    Span words = after.from(kept.getFirst(), kept.getLast());
    List<Attribution> over = after.text().attributionsOver(words);
    double source = share(reading, said.source());
    boolean cue = share(reading, said.cue()) > 0;
    if (!over.isEmpty() && cue && source == 1) {
      return;
    }
    ProposalEvidence evidence =
        reading
            .evidence()
            .set("confidence", said.confidence())
            .set("content kept", (double) kept.size() / content.size())
            .set("said after", over.stream().mapToDouble(Attribution::confidence).max().orElse(0))
            .set("names source", source)
            .set("source elsewhere", over.stream().anyMatch(one -> one.source().isPresent()))
            .set("cue near", cue)
            .set("any cue after", !after.text().attributionsOver(after.span()).isEmpty())
            .set("subject", said.source().isEmpty());
    drafts.add(Kind.ATTRIBUTION_DROPPED, named, words, evidence);
  }

  /** Share of the content words of a stretch before that stand in the copy. */
  private static double share(CopiedSentence reading, Optional<Span> stretch) {
    List<Integer> words =
        stretch.map(reading.before()::in).orElse(List.of()).stream()
            .filter(reading.before()::isContent)
            .toList();
    long kept = words.stream().filter(i -> reading.links().to(i).isPresent()).count();
    return words.isEmpty() ? 0 : (double) kept / words.size();
  }
}
