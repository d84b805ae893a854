package org.twosource.distortion;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.twosource.distortion.Distortion.Kind;
import org.twosource.distortion.Distortion.Severity;
import org.twosource.report.Span;
import org.twosource.reuse.Edit;

/**
 * Words that differ inside the quotation marks of both sides. A quotation cut at either end, an
 * omission that is marked, and other spelling or punctuation are none. Function words and synonyms
 * are a low one; words of another meaning or a good part left out are a medium one.
 */
final class QuoteAltered implements Detector {

  /** So many words must stand inside the marks on both sides for it to be one quotation. */
  private static final int MIN_SHARED_WORDS = 2;

  /** Dropping so many content words from the middle of a quotation is more than a trifle. */
  private static final int MANY_WORDS = 2;

  private static final Set<String> TRIFLES = Set.of("DET", "PUNCT", "PART", "INTJ", "CCONJ");

  @Override
  public Kind kind() {
    return Kind.QUOTE_ALTERED;
  }

  @Override
  public List<Finding> find(SentencePair pair) {
    List<Finding> findings = new ArrayList<>();
    for (Span quote : pair.after().quoted()) {
      if (quote.overlaps(pair.after().span())) {
        findings.addAll(altered(pair, quote));
      }
    }
    return findings;
  }

  private List<Finding> altered(SentencePair pair, Span quote) {
    List<Integer> shared =
        pair.after().in(quote).stream()
            .filter(j -> pair.after().token(j).isWord() && pair.origin(j).isPresent())
            .filter(j -> pair.before().isQuoted(pair.origin(j).getAsInt()))
            .toList();
    if (shared.size() < MIN_SHARED_WORDS) {
      return shared.isEmpty() ? List.of() : edges(pair, quote, shared);
    }
    return edges(pair, quote, shared);
  }

  /** The edits inside both marks, those at the ends only where words were replaced. */
  private List<Finding> edges(SentencePair pair, Span quote, List<Integer> shared) {
    int firstAfter = shared.getFirst();
    int lastAfter = shared.getLast();
    List<Integer> origins = shared.stream().map(j -> pair.origin(j).getAsInt()).sorted().toList();
    List<Finding> findings = new ArrayList<>();
    for (Edit edit : pair.edits()) {
      List<Integer> from = quotedWords(pair.before(), edit.before());
      List<Integer> to =
          pair.after().in(edit.after()).stream()
              .filter(j -> quote.contains(pair.after().token(j).span()))
              .filter(j -> pair.after().token(j).isWord())
              .toList();
      boolean inside =
          switch (edit.kind()) {
            case EQUAL, MOVED -> false;
            case VARIANT -> !from.isEmpty() && !to.isEmpty() && isOtherWord(pair, from, to);
            case REPLACED, SYNONYM -> !from.isEmpty() && !to.isEmpty();
            case DROPPED ->
                !from.isEmpty()
                    && from.getFirst() > origins.getFirst()
                    && from.getLast() < origins.getLast()
                    && !isMarked(pair, from.getFirst());
            case ADDED -> !to.isEmpty() && to.getFirst() > firstAfter && to.getLast() < lastAfter;
          };
      if (inside) {
        findings.add(finding(pair, edit, from, to));
      }
    }
    return findings;
  }

  private static List<Integer> quotedWords(Side side, Span span) {
    return side.in(span).stream().filter(i -> side.token(i).isWord() && side.isQuoted(i)).toList();
  }

  /** A variant is another word where a pronoun or a number changed. */
  private static boolean isOtherWord(SentencePair pair, List<Integer> from, List<Integer> to) {
    return pair.before().pos(from.getFirst()).equals("PRON")
        && !pair.before().normal(from.getFirst()).equals(pair.after().normal(to.getFirst()));
  }

  /** Whether the copy shows that words were left out, or brackets that some were put in. */
  private static boolean isMarked(SentencePair pair, int dropped) {
    int left = dropped;
    while (left >= 0 && pair.counterpart(left).isEmpty()) {
      left--;
    }
    int at = left < 0 ? 0 : pair.counterpart(left).getAsInt();
    for (int j = Math.max(0, at - 1); j <= Math.min(pair.after().size() - 1, at + 4); j++) {
      String mark = pair.after().token(j).text();
      if (mark.equals("…") || mark.contains("..") || mark.equals("[") || mark.equals("]")) {
        return true;
      }
    }
    return false;
  }

  private Finding finding(SentencePair pair, Edit edit, List<Integer> from, List<Integer> to) {
    Optional<Span> before = words(pair.before(), from);
    Optional<Span> after = words(pair.after(), to);
    return new Finding(
        kind(),
        before,
        after,
        severity(pair, edit, from, to),
        0.8,
        "inside the quotation marks "
            + before.map(span -> "“" + pair.before().words(span) + "”").orElse("nothing")
            + " became "
            + after.map(span -> "“" + pair.after().words(span) + "”").orElse("nothing"));
  }

  private static Optional<Span> words(Side side, List<Integer> words) {
    return words.isEmpty()
        ? Optional.empty()
        : Optional.of(side.from(words.getFirst(), words.getLast()));
  }

  private static Severity severity(
      SentencePair pair, Edit edit, List<Integer> from, List<Integer> to) {
    long before = from.stream().filter(pair.before()::isContent).count();
    long after = to.stream().filter(pair.after()::isContent).count();
    return switch (edit.kind()) {
      case REPLACED -> {
        boolean trifle =
            from.stream().allMatch(i -> TRIFLES.contains(pair.before().pos(i)))
                && to.stream().allMatch(j -> TRIFLES.contains(pair.after().pos(j)));
        yield trifle || before == 0 && after == 0 && !hasPronoun(pair, from)
            ? Severity.LOW
            : Severity.MEDIUM;
      }
      case VARIANT -> Severity.MEDIUM;
      case DROPPED -> before >= MANY_WORDS ? Severity.MEDIUM : Severity.LOW;
      case ADDED -> after >= MANY_WORDS ? Severity.MEDIUM : Severity.LOW;
      case EQUAL, SYNONYM, MOVED -> Severity.LOW;
    };
  }

  private static boolean hasPronoun(SentencePair pair, List<Integer> from) {
    return from.stream().anyMatch(i -> pair.before().pos(i).equals("PRON"));
  }
}
