package org.twosource.distortion.detect;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.twosource.distortion.Detector;
import org.twosource.distortion.Distortion.Kind;
import org.twosource.distortion.Distortion.Severity;
import org.twosource.distortion.Finding;
import org.twosource.distortion.SentencePair;

/**
 * Quotation marks that moved: words of a quotation stand outside the marks in the copy, or words
 * outside stand inside, while the rest stays a quotation. Taking all marks off is none.
 */
public final class QuoteBoundary implements Detector {

  @Override
  public Kind kind() {
    return Kind.QUOTE_BOUNDARY;
  }

  @Override
  public List<Finding> find(SentencePair pair) {
    List<Finding> findings = new ArrayList<>();
    List<Integer> run = new ArrayList<>();
    for (int i = 0; i < pair.before().size(); i++) {
      if (isMoved(pair, i)) {
        run.add(i);
      } else if (pair.before().token(i).isWord()) {
        close(pair, run).ifPresent(findings::add);
        run.clear();
      }
    }
    close(pair, run).ifPresent(findings::add);
    return findings;
  }

  private static boolean isMoved(SentencePair pair, int i) {
    return pair.before().token(i).isWord()
        && pair.counterpart(i).isPresent()
        && pair.before().isQuoted(i) != pair.after().isQuoted(pair.counterpart(i).getAsInt());
  }

  private static boolean isQuotedInBoth(SentencePair pair, int i) {
    return i >= 0
        && i < pair.before().size()
        && pair.counterpart(i).isPresent()
        && pair.before().isQuoted(i)
        && pair.after().isQuoted(pair.counterpart(i).getAsInt());
  }

  private Optional<Finding> close(SentencePair pair, List<Integer> run) {
    if (run.stream().noneMatch(pair.before()::isContent) || !touchesQuotation(pair, run)) {
      return Optional.empty();
    }
    List<Integer> after = pair.counterparts(run);
    boolean out = pair.before().isQuoted(run.getFirst());
    return Optional.of(
        new Finding(
            kind(),
            Optional.of(pair.before().from(run.getFirst(), run.getLast())),
            Optional.of(pair.after().from(after.getFirst(), after.getLast())),
            Severity.LOW,
            0.7,
            out
                ? "quoted words stand outside the marks in the copy"
                : "words that were not quoted stand inside the marks"));
  }

  /** Whether the next word on either side stands inside the marks of both. */
  private static boolean touchesQuotation(SentencePair pair, List<Integer> run) {
    int left = run.getFirst() - 1;
    while (left >= 0 && !pair.before().token(left).isWord()) {
      left--;
    }
    int right = run.getLast() + 1;
    while (right < pair.before().size() && !pair.before().token(right).isWord()) {
      right++;
    }
    return isQuotedInBoth(pair, left) || isQuotedInBoth(pair, right);
  }
}
