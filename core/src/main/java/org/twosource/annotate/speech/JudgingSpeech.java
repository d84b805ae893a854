package org.twosource.annotate.speech;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.twosource.report.Span;
import org.twosource.text.Quote;
import org.twosource.text.Token;

/**
 * Quotations that somebody judges something with: "X dismissed the report as “...”", "by dismissing
 * as “...” a report". They are the words of who judges.
 */
final class JudgingSpeech implements SpeechCorrection {
  private final SpeechWords words;
  private final SayingReader sayings;
  private final List<Quote> quoted;

  JudgingSpeech(SpeechWords words, SayingReader sayings, List<Quote> quoted) {
    this.words = words;
    this.sayings = sayings;
    this.quoted = quoted;
  }

  /**
   * Who judges with a quotation.
   *
   * @param quotation with its marks
   */
  private record Judgement(Speech speech, Span quotation) {}

  @Override
  public void correct(List<Speech> found) {
    judgements().forEach(judgement -> judge(judgement, found));
  }

  private List<Judgement> judgements() {
    List<Judgement> judgements = new ArrayList<>();
    for (Quote one : quoted) {
      List<Token> tokens = sayings.sentenceAt(one.inside().start()).tokens();
      int as = 0;
      while (as < tokens.size() && tokens.get(as).end() <= one.whole().start()) {
        as++;
      }
      as--;
      if (as > 1 && words.isJudgedAs(tokens.get(as))) {
        judgement(one, tokens, as).ifPresent(judgements::add);
      }
    }
    return judgements;
  }

  private Optional<Judgement> judgement(Quote one, List<Token> tokens, int as) {
    int verb = as - 1;
    while (verb > 0 && !words.isJudging(tokens.get(verb))) {
      verb--;
    }
    if (verb == 0 || words.isCopula(tokens.get(verb - 1))) {
      return Optional.empty(); // nobody, or "was dismissed as": somebody who is not named before
    }
    int end = verb;
    while (end > 0 && words.isAuxiliary(tokens.get(end - 1))) {
      end--;
    }
    while (end > 1 // "Ek on Sunday dismissed it"
        && isNamed(tokens.get(end - 1))
        && words.isTimePreposition(tokens.get(end - 2))) {
      end -= 2;
    }
    int start = nameBefore(tokens, end);
    Optional<Span> sayer = start == end ? sayerBefore(tokens, end) : Optional.empty();
    if (sayer.isPresent()) {
      return Optional.of(judgement(one, tokens, sayer.get(), verb));
    }
    if (start == end && tokens.get(verb).normal().endsWith("ing")) {
      end = 0; // "China underscored it by dismissing as": who does the one does the other
      while (end < verb && isNamed(tokens.get(end))) {
        end++;
      }
      start = 0;
    }
    return start == end
        ? Optional.empty()
        : Optional.of(judgement(one, tokens, SayingReader.span(tokens, start, end), verb));
  }

  private static Judgement judgement(Quote one, List<Token> tokens, Span source, int verb) {
    return new Judgement(
        new Speech(
            Optional.of(source),
            Optional.of(SayingReader.span(tokens, verb, verb + 1)),
            List.of(one.whole()),
            SpeechRules.CONFIDENCE + .1),
        one.whole());
  }

  /** Lund of "Ek said nothing, Lund said, describing him as" and of "said Lund, calling it". */
  private Optional<Span> sayerBefore(List<Token> tokens, int judging) {
    int end = judging;
    if (end == 0 || tokens.get(end - 1).isWord()) {
      return Optional.empty(); // no new part of the sentence begins with the judgement
    }
    end--;
    boolean verbLast = words.isSpeech(tokens, end - 1);
    int nameEnd = verbLast ? end - 1 : end;
    int start = nameBefore(tokens, nameEnd);
    boolean said = verbLast || start > 0 && words.isSpeech(tokens, start - 1);
    return said && start < nameEnd
        ? Optional.of(SayingReader.span(tokens, start, nameEnd))
        : Optional.empty();
  }

  /** Where the capitalised words, or the pronoun, that end at {@code end} begin. */
  private int nameBefore(List<Token> tokens, int end) {
    if (end > 0 && words.isPersonal(tokens.get(end - 1))) {
      return end - 1;
    }
    int start = end;
    while (start > 0 && isNamed(tokens.get(start - 1))) {
      start--;
    }
    return start;
  }

  private static boolean isNamed(Token token) {
    return token.isWord() && Character.isUpperCase(token.text().codePointAt(0));
  }

  /** Gives a quotation that somebody judges something with to them: "X dismissed it as “...”". */
  private static void judge(Judgement judgement, List<Speech> found) {
    Speech own = judgement.speech();
    for (int i = 0; i < found.size(); i++) {
      Speech speech = found.get(i);
      if (speech.content().stream().anyMatch(judgement.quotation()::overlaps)) {
        if (speech.source().filter(own.source().orElseThrow()::overlaps).isPresent()) {
          return;
        }
        found.set(i, speech.withConfidenceBelow(SpeechRules.MAX_INNER_CONFIDENCE));
      }
    }
    found.removeIf(speech -> speech.content().stream().allMatch(judgement.quotation()::contains));
    found.add(own);
  }
}
