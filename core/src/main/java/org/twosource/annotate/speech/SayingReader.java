package org.twosource.annotate.speech;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.twosource.report.Span;
import org.twosource.text.Quote;
import org.twosource.text.Sentence;
import org.twosource.text.Text;
import org.twosource.text.Token;

/**
 * Finds verbs and phrases of saying outside quotations, and the words before or after them that
 * name who says it. For one text, one thread.
 */
final class SayingReader {
  private static final int MAX_SOURCE_TOKENS = 14;
  private static final int MAX_DESCRIBED_TOKENS = 40;
  private static final int MAX_NAME_TOKENS = 7;

  private final Text text;
  private final SpeechWords words;
  private final List<Quote> quoted;

  SayingReader(Text text, SpeechWords words, List<Quote> quoted) {
    this.text = text;
    this.words = words;
    this.quoted = quoted;
  }

  /** The sayings of one sentence, in text order. */
  List<Saying> in(Sentence sentence) {
    List<Saying> sayings = new ArrayList<>();
    List<Token> tokens = sentence.tokens();
    for (int i = 0; i < tokens.size(); i++) {
      if (isQuoted(tokens.get(i))) {
        continue;
      }
      int phrase = words.phraseAt(sentence, i);
      if (phrase > 0) {
        int to = sourceEnd(tokens, i + phrase);
        if (to > i + phrase) {
          sayings.add(
              new Saying(
                  sentence,
                  span(tokens, i + phrase, to),
                  span(tokens, i, i + phrase),
                  i,
                  to,
                  true,
                  false));
        }
      } else if (words.isSpeech(tokens, i)) {
        Optional<Saying> saying =
            isDependent(tokens, i)
                ? sayings.isEmpty()
                    ? Optional.empty()
                    : Optional.of(sayings.getLast().again(span(tokens, i, i + 1), i))
                : saying(sentence, i);
        saying.ifPresent(sayings::add);
      }
    }
    return sayings;
  }

  /** Whether a cue ends in a verb of saying. */
  boolean isSaying(Span cue) {
    List<Token> tokens = sentenceAt(cue.start()).tokens();
    for (int i = tokens.size() - 1; i >= 0; i--) {
      if (cue.contains(tokens.get(i).span()) && words.isSpeech(tokens, i)) {
        return true;
      }
    }
    return false;
  }

  /** Whether the subject of the verb stands before another verb: "adding", "went on to say". */
  private static boolean isDependent(List<Token> tokens, int verb) {
    return tokens.get(verb).normal().endsWith("ing")
        || verb > 0 && tokens.get(verb - 1).normal().equals("to");
  }

  private Optional<Saying> saying(Sentence sentence, int verb) {
    List<Token> tokens = sentence.tokens();
    int to = verb;
    while (to > 0 && words.isAuxiliary(tokens.get(to - 1))) {
      to--;
    }
    int from = sourceStart(tokens, to);
    Optional<Saying> described = describedSource(sentence, to, verb);
    if (described.isPresent()) {
      return described;
    }
    boolean afterQuote = verb > 0 && isQuoted(tokens.get(verb - 1)) || from == to;
    if (from < to && !afterQuote) {
      return Optional.of(
          new Saying(
              sentence,
              span(tokens, from, to),
              span(tokens, to, verb + 1),
              from,
              verb + 1,
              false,
              true));
    }
    int end = sourceEnd(tokens, verb + 1);
    if (end > verb + 1 && afterQuote) {
      return Optional.of(
          new Saying(
              sentence,
              span(tokens, verb + 1, end),
              span(tokens, verb, verb + 1),
              verb,
              end,
              false,
              false));
    }
    return Optional.empty();
  }

  /**
   * "X, the head of Y, said": the source is the name with what is said of it, at the head of the
   * sentence or right behind a quotation.
   */
  private Optional<Saying> describedSource(Sentence sentence, int to, int verb) {
    List<Token> tokens = sentence.tokens();
    if (to < 4 || !tokens.get(to - 1).text().equals(",")) {
      return Optional.empty();
    }
    int from = to - 1;
    while (from > 0
        && to - from < MAX_DESCRIBED_TOKENS
        && !isQuoted(tokens.get(from - 1))
        && !words.isSpeech(tokens, from - 1)) {
      from--;
    }
    boolean closed = from == 0 || isQuoted(tokens.get(from - 1));
    while (from < to && !tokens.get(from).isWord()) {
      from++;
    }
    int comma = from;
    while (comma < to && !tokens.get(comma).text().equals(",")) {
      comma++;
    }
    boolean named = comma < to - 1 && comma - from <= MAX_NAME_TOKENS && comma > from;
    boolean capital = named && Character.isUpperCase(tokens.get(from).text().codePointAt(0));
    if (!closed || !capital || words.opensAdverbial(tokens.get(from))) {
      return Optional.empty();
    }
    return Optional.of(
        new Saying(
            sentence,
            span(tokens, from, to - 1),
            span(tokens, to, verb + 1),
            from,
            verb + 1,
            false,
            true));
  }

  /** The beginning of the words before {@code to} that may name a source. */
  private int sourceStart(List<Token> tokens, int to) {
    int from = to;
    while (from > 0 && to - from < MAX_SOURCE_TOKENS) {
      Token before = tokens.get(from - 1);
      if (isQuoted(before) || isBreak(before) || !before.isWord() && !joins(tokens, from - 1)) {
        break;
      }
      from--;
    }
    while (from < to && !tokens.get(from).isWord()) {
      from++;
    }
    return from;
  }

  private int sourceEnd(List<Token> tokens, int from) {
    int to = from;
    while (to < tokens.size() && to - from < MAX_SOURCE_TOKENS) {
      Token next = tokens.get(to);
      if (isQuoted(next)
          || isBreak(next)
          || words.isSpeech(tokens, to)
          || !next.isWord() && !joins(tokens, to)) {
        break;
      }
      to++;
    }
    return to;
  }

  private static boolean joins(List<Token> tokens, int index) {
    String text = tokens.get(index).text();
    return text.equals(".")
            && index > 0
            && index + 1 < tokens.size()
            && tokens.get(index - 1).text().length() <= 2
        || text.equals("'")
        || text.equals("’");
  }

  private boolean isBreak(Token token) {
    return words.endsSource(token);
  }

  /** Whether a token lies in a quotation or is one of its marks. */
  boolean isQuoted(Token token) {
    int low = 0;
    int high = quoted.size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (quoted.get(middle).whole().end() <= token.start()) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low < quoted.size() && quoted.get(low).whole().overlaps(token.span());
  }

  /** The sentence around an offset, or the next one. */
  Sentence sentenceAt(int offset) {
    return text.sentenceAt(offset)
        .orElseGet(
            () ->
                text.sentences().stream()
                    .filter(one -> one.end() > offset)
                    .findFirst()
                    .orElse(text.sentences().getLast()));
  }

  static Span span(List<Token> tokens, int from, int to) {
    return new Span(tokens.get(from).start(), tokens.get(to - 1).end());
  }
}
