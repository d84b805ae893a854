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
 * Sayings of several people in one sentence, each behind its own words and apart by a semicolon:
 * "it sank, says X; it did not, says Y". Each part is what its own saying closes. A semicolon
 * inside quotation marks parts nothing, nor does one behind which nobody else is named: "“...,”
 * said X; “...”".
 */
final class PartedSayings implements SpeechCorrection {
  private static final String MARK = ";";

  /** As in {@link ClosingSayings}: "reporters on Monday" may follow. */
  private static final int MAX_CLOSING_TOKENS = 6;

  /** A part says something from this many tokens on: "it sank,". */
  private static final int MIN_SAID_TOKENS = 2;

  private final Text text;
  private final SayingReader sayings;
  private final List<Quote> quoted;

  PartedSayings(Text text, SayingReader sayings, List<Quote> quoted) {
    this.text = text;
    this.sayings = sayings;
    this.quoted = quoted;
  }

  /** What lies between two semicolons, and what is said in it. */
  private record Half(Span span, Speech speech) {
    /** Whether a speech has words of this part. */
    boolean holdsOf(Speech other) {
      return other.content().stream().anyMatch(speech.content().getFirst()::overlaps);
    }

    /** Whether a speech has words that this part's own source says, or of another part's source. */
    boolean takesFrom(Speech other) {
      return holdsOf(other)
          || other.content().stream().anyMatch(span::overlaps) && !isHomeOf(other);
    }

    /** Whether a speech lies in this part wholly, with a source that is named in it. */
    boolean isHomeOf(Speech other) {
      return other.content().stream().allMatch(span::contains)
          && other.source().filter(span::contains).isPresent();
    }
  }

  @Override
  public void correct(List<Speech> found) {
    for (Sentence sentence : text.sentences()) {
      List<Half> parts = parts(sentence);
      boolean mixed =
          parts.stream()
              .anyMatch(
                  part ->
                      found.stream().filter(part::holdsOf).anyMatch(one -> !part.isHomeOf(one))
                          || found.stream().noneMatch(part::holdsOf));
      if (parts.size() > 1 && mixed) {
        found.removeIf(one -> parts.stream().anyMatch(part -> part.takesFrom(one)));
        parts.forEach(part -> found.add(part.speech()));
      }
    }
  }

  /** The parts that close with a saying of their own. */
  private List<Half> parts(Sentence sentence) {
    List<Token> tokens = sentence.tokens();
    List<Half> parts = new ArrayList<>();
    int from = 0;
    for (int i = 0; i <= tokens.size(); i++) {
      if (i == tokens.size() || isMark(tokens.get(i))) {
        part(sentence, from, i).ifPresent(parts::add);
        from = i + 1;
      }
    }
    return parts;
  }

  private boolean isMark(Token token) {
    return token.text().equals(MARK) && !sayings.isQuoted(token);
  }

  private Optional<Half> part(Sentence sentence, int from, int to) {
    return sayings.in(sentence).stream()
        .filter(saying -> saying.first() - from > MIN_SAID_TOKENS && saying.last() <= to)
        .filter(saying -> !saying.phrase() && to - saying.last() <= MAX_CLOSING_TOKENS)
        .filter(saying -> isBehindWhatIsSaid(sentence.tokens(), saying))
        .findFirst()
        .map(
            saying ->
                new Half(
                    SayingReader.span(sentence.tokens(), from, to),
                    speech(sentence.tokens(), from, saying)));
  }

  /** Whether a comma or a closing mark is in front of a saying. */
  private boolean isBehindWhatIsSaid(List<Token> tokens, Saying saying) {
    Token before = tokens.get(saying.first() - 1);
    return before.text().equals(",") || sayings.isQuoted(before);
  }

  private Speech speech(List<Token> tokens, int from, Saying saying) {
    boolean comma = tokens.get(saying.first() - 1).text().equals(",");
    Span said = SayingReader.span(tokens, from, saying.first() - (comma ? 1 : 0));
    Span content =
        quoted.stream()
            .map(Quote::whole)
            .filter(whole -> whole.start() == said.start() && whole.end() >= said.end())
            .findFirst()
            .orElse(said);
    return new Speech(
        Optional.of(saying.source()),
        Optional.of(saying.cue()),
        List.of(content),
        SpeechRules.CONFIDENCE + .2);
  }
}
