package org.twosource.distortion.detect;

import static org.twosource.annotate.Cue.Kind.DENIAL;
import static org.twosource.annotate.Cue.Kind.NEGATION;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.twosource.annotate.Cue;
import org.twosource.distortion.Detector;
import org.twosource.distortion.Distortion.Kind;
import org.twosource.distortion.Distortion.Severity;
import org.twosource.distortion.Finding;
import org.twosource.distortion.SentencePair;
import org.twosource.distortion.Side;
import org.twosource.lexicon.WordForm;
import org.twosource.report.Span;
import org.twosource.reuse.Edit;

/**
 * Words that differ inside the quotation marks of both sides. A quotation cut at either end, an
 * omission that is marked, and other spelling or punctuation are none. Function words and synonyms
 * are a low one; words of another meaning or a good part left out are a medium one; a negation that
 * went or came is a high one.
 */
public final class QuoteAltered implements Detector {

  /** So many words must stand inside the marks on both sides for it to be one quotation. */
  private static final int MIN_SHARED_WORDS = 2;

  /** Share of the words inside the marks of the shorter side that make it one saying. */
  private static final double MIN_SHARED = 0.5;

  /** Words left out or added count only between stretches of so many shared words. */
  private static final int MIN_EDGE_WORDS = 2;

  /** At the ends, more words than this on either side are another part of the speech. */
  private static final int MAX_EDGE_WORDS = 3;

  /** Dropping so many content words from the middle of a quotation is more than a trifle. */
  private static final int MANY_WORDS = 2;

  private static final Set<Cue.Kind> NEGATIVE = Set.of(NEGATION, DENIAL);

  @Override
  public Kind kind() {
    return Kind.QUOTE_ALTERED;
  }

  @Override
  public List<Finding> find(SentencePair pair) {
    if (pair.before().isFragment() && pair.after().isFragment()) {
      return List.of();
    }
    List<int[]> shared = new ArrayList<>();
    for (int j = 0; j < pair.after().size(); j++) {
      if (isShared(pair, j)) {
        shared.add(new int[] {pair.origin(j).getAsInt(), j});
      }
    }
    List<Finding> findings = new ArrayList<>();
    boolean few = shared.size() < MIN_SHARED_WORDS || isOtherSpeech(pair, shared.size());
    if (few && !isShort(pair, shared)) {
      return findings;
    }
    int start = 0;
    for (int k = 0; k <= shared.size(); k++) {
      int[] left = k == 0 ? new int[] {-1, -1} : shared.get(k - 1);
      int[] right =
          k == shared.size()
              ? new int[] {pair.before().size(), pair.after().size()}
              : shared.get(k);
      if (k > 0 && k < shared.size() && left[0] >= right[0]) {
        start = k;
        continue;
      }
      boolean edge = k - start < MIN_EDGE_WORDS || shared.size() - k < MIN_EDGE_WORDS;
      change(pair, left, right, edge).ifPresent(findings::add);
    }
    return findings;
  }

  /** Whether both sides have so many words of their own inside marks that they are two sayings. */
  private static boolean isOtherSpeech(SentencePair pair, int shared) {
    return shared < MIN_SHARED * Math.min(spoken(pair.before()), spoken(pair.after()));
  }

  private static long spoken(Side side) {
    return IntStream.range(0, side.size())
        .filter(i -> side.token(i).isWord() && side.isSpoken(i))
        .count();
  }

  /** Quotations of a few words that share one: "very cold", "hardly cold". */
  private static boolean isShort(SentencePair pair, List<int[]> shared) {
    if (shared.isEmpty() || !pair.after().isContent(shared.getFirst()[1])) {
      return false;
    }
    Span one = pair.before().token(shared.getFirst()[0]).span();
    Span two = pair.after().token(shared.getFirst()[1]).span();
    return pair.before()
            .quotation(one)
            .map(quote -> pair.before().in(quote).size() <= 4)
            .orElse(false)
        && pair.after()
            .quotation(two)
            .map(quote -> pair.after().in(quote).size() <= 4)
            .orElse(false);
  }

  /**
   * A word that stands inside marks, or in a text that is cut out of a quotation, on both sides.
   */
  private static boolean isShared(SentencePair pair, int j) {
    return pair.after().token(j).isWord()
        && pair.origin(j).isPresent()
        && pair.cameBy(j) != Edit.Kind.MOVED
        && pair.cameBy(j) != Edit.Kind.SYNONYM
        && pair.after().isSpoken(j)
        && pair.before().isSpoken(pair.origin(j).getAsInt());
  }

  /** What stands between two shared words, if it differs inside the marks of both. */
  private Optional<Finding> change(SentencePair pair, int[] left, int[] right, boolean edge) {
    List<Integer> from = between(pair.before(), left[0], right[0]);
    List<Integer> to = between(pair.after(), left[1], right[1]);
    from.removeIf(i -> !isBeside(pair.before(), i, left[0], right[0]));
    to.removeIf(j -> !isBeside(pair.after(), j, left[1], right[1]));
    from.removeIf(i -> isSameElsewhere(pair, i, to));
    to.removeIf(
        j ->
            pair.origin(j).isPresent()
                && pair.cameBy(j) != Edit.Kind.SYNONYM
                && !from.contains(pair.origin(j).getAsInt()));
    boolean oneSided = from.isEmpty() || to.isEmpty();
    if (from.isEmpty() && to.isEmpty() || oneSided && edge || isMarked(pair, left, right)) {
      return Optional.empty();
    }
    if (edge && (from.size() > MAX_EDGE_WORDS || to.size() > MAX_EDGE_WORDS)
        || isSpelling(pair, from, to)) {
      return Optional.empty();
    }
    Optional<Span> before = words(pair.before(), from);
    Optional<Span> after = words(pair.after(), to);
    return Optional.of(
        new Finding(
            kind(),
            before,
            after,
            severity(pair, from, to),
            0.8,
            "inside the quotation marks "
                + before.map(span -> "“" + pair.before().words(span) + "”").orElse("nothing")
                + " became "
                + after.map(span -> "“" + pair.after().words(span) + "”").orElse("nothing")));
  }

  /** The quoted words strictly between two places. */
  private static List<Integer> between(Side side, int left, int right) {
    List<Integer> words = new ArrayList<>();
    for (int i = left + 1; i < right; i++) {
      if (side.token(i).isWord() && side.isSpoken(i)) {
        words.add(i);
      }
    }
    return words;
  }

  /** Whether the word stands in the quotation of one of the shared words beside it. */
  private static boolean isBeside(Side side, int i, int left, int right) {
    Optional<Span> own = side.quotation(side.token(i).span());
    return own.isEmpty()
        || left >= 0 && own.get().contains(side.token(left).span())
        || right < side.size() && own.get().contains(side.token(right).span());
  }

  private static boolean isSameElsewhere(SentencePair pair, int i, List<Integer> to) {
    return pair.counterpart(i).isPresent()
        && pair.becameOf(i) != Edit.Kind.SYNONYM
        && !to.contains(pair.counterpart(i).getAsInt());
  }

  /** Whether marks on either side show that words were left out or put in between. */
  private static boolean isMarked(SentencePair pair, int[] left, int[] right) {
    return hasMark(pair.before(), left[0], right[0]) || hasMark(pair.after(), left[1], right[1]);
  }

  private static boolean hasMark(Side side, int left, int right) {
    int start = left < 0 ? side.span().start() : side.token(left).end();
    int end = right >= side.size() ? side.span().end() : side.token(right).start();
    if (start >= end) {
      return false;
    }
    String text = side.words(new Span(start, end));
    return text.contains("…")
        || text.contains("..")
        || text.contains(". .")
        || text.contains("[")
        || text.contains("]");
  }

  /** Other spelling, an abbreviation, a number in letters: nothing that was said differs. */
  private static boolean isSpelling(SentencePair pair, List<Integer> from, List<Integer> to) {
    if (from.isEmpty() || to.isEmpty()) {
      return false;
    }
    String one = ReplacedName.letters(pair.before(), from);
    String two = ReplacedName.letters(pair.after(), to);
    boolean abbreviated =
        from.size() == 1
            && to.size() == 1
            && (pair.before().normal(from.getFirst()).endsWith(".")
                || pair.after().normal(to.getFirst()).endsWith("."))
            && one.charAt(0) == two.charAt(0);
    boolean forms =
        from.size() == to.size()
            && from.size() == 1
            && !pair.before().pos(from.getFirst()).equals("PRON")
            && WordForm.stem(pair.before().normal(from.getFirst()))
                .equals(WordForm.stem(pair.after().normal(to.getFirst())));
    boolean clitic =
        from.size() == 1
            && to.size() == 1
            && (isClitic(pair.before().normal(from.getFirst()), two)
                || isClitic(pair.after().normal(to.getFirst()), one));
    return clitic || one.equals(two) || abbreviated || forms || numbers(pair, from, to);
  }

  /** Whether "'ll" or "n't" is short for the word: its letters stand in it in order. */
  private static boolean isClitic(String clitic, String word) {
    if (clitic.indexOf('\'') < 0) {
      return false;
    }
    int at = 0;
    for (int i = 0; i < clitic.length(); i++) {
      if (clitic.charAt(i) != '\'') {
        at = word.indexOf(clitic.charAt(i), at) + 1;
        if (at == 0) {
          return false;
        }
      }
    }
    return true;
  }

  private static boolean numbers(SentencePair pair, List<Integer> from, List<Integer> to) {
    Span before = pair.before().from(from.getFirst(), from.getLast());
    Span after = pair.after().from(to.getFirst(), to.getLast());
    boolean digits =
        pair.before().words(before).matches(".*[0-9].*")
            != pair.after().words(after).matches(".*[0-9].*");
    return digits && from.stream().noneMatch(i -> pair.before().pos(i).equals("VERB"));
  }

  private static Optional<Span> words(Side side, List<Integer> words) {
    return words.isEmpty()
        ? Optional.empty()
        : Optional.of(side.from(words.getFirst(), words.getLast()));
  }

  private static Severity severity(SentencePair pair, List<Integer> from, List<Integer> to) {
    long before = from.stream().filter(pair.before()::isContent).count();
    long after = to.stream().filter(pair.after()::isContent).count();
    if (isNegative(pair.before(), from) != isNegative(pair.after(), to)) {
      return Severity.HIGH;
    }
    boolean synonym = from.size() == 1 && pair.becameOf(from.getFirst()) == Edit.Kind.SYNONYM;
    if (synonym) {
      return Severity.LOW;
    }
    if (from.isEmpty() || to.isEmpty()) {
      return Math.max(before, after) >= MANY_WORDS ? Severity.MEDIUM : Severity.LOW;
    }
    boolean person = hasPronoun(pair.before(), from) && hasPronoun(pair.after(), to);
    return before + after > 0 || person ? Severity.MEDIUM : Severity.LOW;
  }

  private static boolean isNegative(Side side, List<Integer> words) {
    return words.stream()
        .anyMatch(
            i ->
                side.text().cuesIn(side.span()).stream()
                    .anyMatch(
                        cue ->
                            NEGATIVE.contains(cue.kind())
                                && cue.span().overlaps(side.token(i).span())));
  }

  private static boolean hasPronoun(Side side, List<Integer> words) {
    return words.stream().anyMatch(i -> side.pos(i).equals("PRON"));
  }
}
