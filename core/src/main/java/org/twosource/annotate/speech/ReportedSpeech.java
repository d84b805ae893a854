package org.twosource.annotate.speech;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.twosource.report.Span;
import org.twosource.text.Quote;
import org.twosource.text.Sentence;
import org.twosource.text.Text;
import org.twosource.text.Token;

/** What is said without marks: "X said that ...", "..., X said", "according to X". */
final class ReportedSpeech implements SpeechRule {
  private final Text text;
  private final SpeechWords words;
  private final SayingReader sayings;
  private final List<Quote> quoted;

  ReportedSpeech(Text text, SpeechWords words, SayingReader sayings, List<Quote> quoted) {
    this.text = text;
    this.words = words;
    this.sayings = sayings;
    this.quoted = quoted;
  }

  @Override
  public List<Speech> find() {
    List<Speech> found = new ArrayList<>();
    for (Sentence sentence : text.sentences()) {
      if (!sentence.part().isSaid()) {
        continue;
      }
      for (Saying saying : sayings.in(sentence)) {
        boolean quotes = quoted.stream().anyMatch(one -> one.whole().overlaps(sentence.span()));
        if (!quotes || saying.phrase()) {
          reported(saying).ifPresent(found::add);
        }
      }
    }
    return found;
  }

  private Optional<Speech> reported(Saying saying) {
    List<Token> tokens = saying.sentence().tokens();
    int from = saying.last();
    int to = endOfClause(tokens);
    boolean comma = from < to && tokens.get(from).text().equals(",");
    if (saying.phrase() || from >= to || comma && from > tokens.size() / 2) {
      // ", X said." or "According to X, ...": the rest of the sentence
      if (saying.first() > 1) {
        from = 0;
        to = saying.first() - (tokens.get(saying.first() - 1).text().equals(",") ? 1 : 0);
      } else {
        from = comma ? from + 1 : from;
      }
    } else if (!saying.sourceFirst()) {
      // "..., told the coast guard reporters on Sunday"
      if (saying.first() < 2 || !tokens.get(saying.first() - 1).text().equals(",")) {
        return Optional.empty();
      }
      from = 0;
      to = saying.first() - 1;
    }
    while (from < to && (opensContent(tokens.get(from)))) {
      from++;
    }
    if (to - from < 3) {
      return Optional.empty();
    }
    Span content = new Span(tokens.get(from).start(), tokens.get(to - 1).end());
    return Optional.of(
        new Speech(
            Optional.of(saying.source()),
            Optional.of(saying.cue()),
            List.of(content),
            SpeechRules.CONFIDENCE - .1));
  }

  /** Whether a token between cue and content belongs to neither. */
  private boolean opensContent(Token token) {
    return token.text().equals(":")
        || token.text().equals(",")
        || words.isConjunction(token)
        || words.isParticle(token);
  }

  private static int endOfClause(List<Token> tokens) {
    int to = tokens.size();
    while (to > 0 && !tokens.get(to - 1).isWord()) {
      to--;
    }
    return to;
  }
}
