package org.twosource.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.twosource.report.Span;

/**
 * Somebody's turn in a transcript or an interview, as the label at its head says.
 *
 * @param label the part of its own that names who speaks: "ANA MOSS, HARBOUR MASTER:"
 * @param name the words of the label before titles and colon: "ANA MOSS"
 * @param said what is said, a span a paragraph, in text order, at least one. A paragraph without a
 *     label between two turns goes on in the first of them
 */
public record Turn(Span label, Span name, List<Span> said) {
  /** More paragraphs without a label are the outlet's own words, or another text. */
  private static final int MAX_PARAGRAPHS = 8;

  public Turn {
    said = List.copyOf(said);
    if (said.isEmpty()) {
      throw new IllegalArgumentException("a turn in which nothing is said: " + label);
    }
  }

  /** The turns of a text, in text order. */
  static List<Turn> of(String body, List<Part> parts, List<Sentence> sentences) {
    List<Turn> turns = new ArrayList<>();
    for (int at = 1; at < parts.size(); at++) {
      Span label = parts.get(at - 1).span();
      boolean labelled =
          parts.get(at).kind() == Part.Kind.TRANSCRIPT_TURN
              && parts.get(at - 1).kind() == Part.Kind.BOILERPLATE
              && body.substring(label.end(), parts.get(at).span().start()).indexOf('\n') < 0;
      Optional<Span> name = labelled ? TranscriptTurns.name(body, label) : Optional.empty();
      if (name.isPresent()) {
        List<Span> said = new ArrayList<>(List.of(parts.get(at).span()));
        nextTurn(parts, at)
            .ifPresent(next -> said.addAll(between(parts.get(next).span(), said, sentences)));
        turns.add(new Turn(label, name.get(), said));
      }
    }
    return turns;
  }

  private static Optional<Integer> nextTurn(List<Part> parts, int turn) {
    for (int at = turn + 1; at < parts.size(); at++) {
      if (parts.get(at).kind() == Part.Kind.TRANSCRIPT_TURN) {
        return Optional.of(at);
      }
    }
    return Optional.empty();
  }

  /** The paragraphs of prose before the next turn; none where they are too many. */
  private static List<Span> between(Span next, List<Span> said, List<Sentence> sentences) {
    List<Span> paragraphs = new ArrayList<>();
    int paragraph = -1;
    for (Sentence sentence : sentences) {
      boolean here =
          sentence.part() == Part.Kind.BODY
              && sentence.start() >= said.getFirst().end()
              && sentence.end() <= next.start();
      if (here && sentence.paragraph() == paragraph) {
        paragraphs.add(paragraphs.removeLast().union(sentence.span()));
      } else if (here) {
        paragraphs.add(sentence.span());
        paragraph = sentence.paragraph();
      }
    }
    return paragraphs.size() > MAX_PARAGRAPHS ? List.of() : paragraphs;
  }
}
