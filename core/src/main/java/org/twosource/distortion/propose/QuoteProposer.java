package org.twosource.distortion.propose;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.twosource.distortion.Distortion.Kind;
import org.twosource.distortion.Side;
import org.twosource.report.Span;

/**
 * A quotation of one side whose words the other has otherwise: with other words between them, or in
 * part without marks.
 */
final class QuoteProposer implements Proposer {
  private static final double MANY = 10;

  /** A quotation: its words, and those of the other side that stand for them. */
  private record QuotedStretch(List<Integer> words, List<Integer> content) {}

  @Override
  public void propose(CopiedSentence reading, DraftProposals drafts) {
    for (QuotedStretch quote : quotes(reading.after())) {
      propose(reading, drafts, quote, true);
    }
    for (QuotedStretch quote : quotes(reading.before())) {
      propose(reading, drafts, quote, false);
    }
  }

  /**
   * One quotation.
   *
   * @param copy whether it is the copy's
   */
  private static void propose(
      CopiedSentence reading, DraftProposals drafts, QuotedStretch quote, boolean copy) {
    Side own = copy ? reading.after() : reading.before();
    Side other = copy ? reading.before() : reading.after();
    List<Integer> linked = new ArrayList<>();
    List<Integer> bare = new ArrayList<>();
    List<Integer> alone = new ArrayList<>();
    for (int word : quote.content()) {
      int at = (copy ? reading.links().from(word) : reading.links().to(word)).orElse(-1);
      if (at < 0) {
        alone.add(word);
      } else {
        linked.add(at);
        if (!other.isQuoted(at)) {
          bare.add(word);
        }
      }
    }
    if (linked.isEmpty() || bare.isEmpty() && alone.isEmpty() && isWhole(other, linked, quote)) {
      return;
    }
    List<Integer> its = linked.stream().sorted().toList();
    double all = quote.content().size();
    long marked = quotes(other).size();
    ProposalEvidence evidence =
        reading
            .evidence()
            .set("opposite", copy)
            .set("quote unmarked", bare.size() / all)
            .set("quote unknown", alone.size() / all)
            .set("quote unknown words", Math.min(MANY, alone.size()))
            .set("quote words", Math.min(MANY, all))
            .set("quote others", marked)
            .set("quote dropped", Math.min(MANY, dropped(reading, other, its, copy)))
            .set("quote same", sameForms(reading, quote, copy));
    Span stretch = own.from(quote.words().getFirst(), quote.words().getLast());
    Span counterpart = other.from(its.getFirst(), its.getLast());
    Span before = copy ? counterpart : stretch;
    Span after = copy ? stretch : counterpart;
    drafts.add(Kind.QUOTE_BOUNDARY, before, after, evidence);
    drafts.add(Kind.QUOTE_ALTERED, before, after, evidence.copy());
  }

  /** Whether the other side's quotation holds no more than what is linked. */
  private static boolean isWhole(Side other, List<Integer> linked, QuotedStretch quote) {
    Optional<Span> its = other.quotation(other.token(linked.getFirst()).span());
    return its.isPresent()
        && other.in(its.get()).stream().filter(other::isContent).count() == quote.content().size();
  }

  /** Content words within the marks of the other side that this one lacks. */
  private static long dropped(CopiedSentence reading, Side other, List<Integer> its, boolean copy) {
    return other
        .quotation(other.token(its.getFirst()).span())
        .map(
            span ->
                other.in(span).stream()
                    .filter(other::isContent)
                    .filter(
                        at -> (copy ? reading.links().to(at) : reading.links().from(at)).isEmpty())
                    .count())
        .orElse(0L);
  }

  /** Share of the words that the other side has letter for letter. */
  private static double sameForms(CopiedSentence reading, QuotedStretch quote, boolean copy) {
    Side own = copy ? reading.after() : reading.before();
    Side other = copy ? reading.before() : reading.after();
    long same =
        quote.words().stream()
            .filter(word -> own.token(word).isWord())
            .filter(
                word ->
                    other.tokens().stream()
                        .anyMatch(token -> token.normal().equals(own.normal(word))))
            .count();
    long words = quote.words().stream().filter(word -> own.token(word).isWord()).count();
    return words == 0 ? 0 : (double) same / words;
  }

  private static List<QuotedStretch> quotes(Side side) {
    List<QuotedStretch> quotes = new ArrayList<>();
    int at = 0;
    while (at < side.size()) {
      Optional<Span> span = side.quotation(side.token(at).span());
      if (span.isEmpty()) {
        at++;
        continue;
      }
      List<Integer> words = side.in(span.get());
      List<Integer> content = words.stream().filter(side::isContent).toList();
      if (!content.isEmpty()) {
        quotes.add(new QuotedStretch(words, content));
      }
      at = words.getLast() + 1;
    }
    return quotes;
  }
}
