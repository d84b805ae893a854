package org.twosource.annotate.speech;

import java.util.List;
import java.util.Optional;
import org.twosource.report.Span;
import org.twosource.text.Quote;
import org.twosource.text.Token;

/**
 * What somebody else speaks of: "Y dismissed X's comment that he was “...”", "X's promise to seek
 * “...”, Y said". The words between the marks are X's, whoever passes them on.
 */
final class PossessedSpeech implements SpeechCorrection {
  private static final int MAX_MODIFIERS = 3;

  /** More words between the noun and the quotation tell something else. */
  private static final int MAX_BETWEEN = 16;

  private final SpeechWords words;
  private final SayingReader sayings;
  private final List<Quote> quoted;

  PossessedSpeech(SpeechWords words, SayingReader sayings, List<Quote> quoted) {
    this.words = words;
    this.sayings = sayings;
    this.quoted = quoted;
  }

  @Override
  public void correct(List<Speech> found) {
    for (Quote one : quoted) {
      speech(one).ifPresent(own -> take(own, one, found));
    }
  }

  private Optional<Speech> speech(Quote one) {
    List<Token> tokens = sayings.sentenceAt(one.inside().start()).tokens();
    int end = 0;
    while (end < tokens.size() && tokens.get(end).end() <= one.whole().start()) {
      end++;
    }
    for (int noun = end - 1; noun > 1 && end - noun <= MAX_BETWEEN; noun--) {
      if (ends(tokens.get(noun))) {
        return Optional.empty();
      }
      if (words.isSpokenNoun(tokens.get(noun)) && opensWhatIsSaid(tokens, noun, end)) {
        Optional<Span> owner = owner(tokens, noun);
        if (owner.isPresent()) {
          return Optional.of(
              new Speech(
                  owner,
                  Optional.of(tokens.get(noun).span()),
                  List.of(one.whole()),
                  SpeechRules.CONFIDENCE + .3));
        }
      }
    }
    return Optional.empty();
  }

  /** A verb of saying, or a mark behind which another clause begins. */
  private boolean ends(Token token) {
    return ";:\"“”".contains(token.text());
  }

  /** "Comment on Sunday that ...", "promise to seek", "claim of": what follows is what was said. */
  private boolean opensWhatIsSaid(List<Token> tokens, int noun, int end) {
    if (noun + 1 == end) {
      return true;
    }
    for (int at = noun + 1; at < end; at++) {
      if (words.isConjunction(tokens.get(at)) || words.isInfinitive(tokens.get(at))) {
        return true;
      }
      if (words.isCopula(tokens.get(at)) || words.isSpeech(tokens, at)) {
        return false;
      }
    }
    return words.opensTopic(tokens.get(noun + 1));
  }

  /** The capitalised words before "'s" and at most a few others before the noun. */
  private static Optional<Span> owner(List<Token> tokens, int noun) {
    for (int mark = noun - 1; mark > 0 && noun - mark <= MAX_MODIFIERS + 1; mark--) {
      String text = tokens.get(mark).text();
      if (text.equals("'s") || text.equals("’s") || text.equals("'") || text.equals("’")) {
        int start = mark;
        while (start > 0 && isNamed(tokens.get(start - 1))) {
          start--;
        }
        return start < mark
            ? Optional.of(SayingReader.span(tokens, start, mark))
            : Optional.empty();
      }
      if (!tokens.get(mark).isWord()) {
        return Optional.empty();
      }
    }
    return Optional.empty();
  }

  private static boolean isNamed(Token token) {
    return token.isWord() && Character.isUpperCase(token.text().codePointAt(0));
  }

  private static void take(Speech own, Quote one, List<Speech> found) {
    for (int i = 0; i < found.size(); i++) {
      if (found.get(i).content().stream().anyMatch(one.inside()::overlaps)) {
        found.set(i, found.get(i).withConfidenceBelow(SpeechRules.MAX_INNER_CONFIDENCE));
      }
    }
    found.removeIf(speech -> speech.content().stream().allMatch(one.whole()::contains));
    found.add(own);
  }
}
