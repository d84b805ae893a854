package org.twosource.bench.suite.input;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.twosource.annotate.Annotated;
import org.twosource.annotate.Attribution;
import org.twosource.annotate.Clause;
import org.twosource.annotate.Cue;
import org.twosource.annotate.Event;
import org.twosource.annotate.Grammar;
import org.twosource.annotate.Mention;
import org.twosource.annotate.StandardAnnotator;
import org.twosource.annotate.Timex;
import org.twosource.report.Report;
import org.twosource.report.Span;
import org.twosource.text.Part;
import org.twosource.text.Sentence;
import org.twosource.text.StandardTextBuilder;
import org.twosource.text.Text;
import org.twosource.text.Token;

/**
 * What holds for every annotator on any text: nothing is thrown, offsets lie in the text, start
 * stands before end, order is kept, a sentence's grammar is a tree, and the same input gives the
 * same output. Collects what does not hold; used by one thread.
 */
public final class Invariants {
  private final StandardAnnotator annotator;
  private final StandardTextBuilder builder = new StandardTextBuilder();
  private final List<String> violations = new ArrayList<>();
  private long spans;
  private String at = "";
  private int length;

  public Invariants(StandardAnnotator annotator) {
    this.annotator = annotator;
  }

  /** What did not hold, one line each, with the beginning of the text. */
  public List<String> violations() {
    return List.copyOf(violations);
  }

  /** How many spans were looked at. */
  public long spans() {
    return spans;
  }

  /**
   * Reads a text and looks at all that was found in it.
   *
   * @param twice whether it is read again and compared
   */
  public void check(String id, String body, boolean twice) {
    at = id + " \"" + body.substring(0, Math.min(60, body.length())).replaceAll("\\s+", " ") + "\"";
    length = body.length();
    try {
      Text text = builder.build(Report.of(id, body));
      Annotated once = annotator.annotate(List.of(text)).reports().getFirst();
      check(once);
      if (twice) {
        Annotated again =
            annotator
                .annotate(List.of(new StandardTextBuilder().build(Report.of(id, body))))
                .reports()
                .getFirst();
        hold(facts(again).equals(facts(once)), "same input, same output");
      }
    } catch (RuntimeException | StackOverflowError bug) {
      violations.add(at + ": threw " + bug);
    }
  }

  private static List<Object> facts(Annotated annotated) {
    return List.of(
        annotated.text().language(),
        annotated.text().parts(),
        annotated.sentences(),
        annotated.mentions(),
        annotated.timexes(),
        annotated.attributions(),
        annotated.events(),
        annotated.cues(),
        annotated.clauses(),
        annotated.syntax());
  }

  private void check(Annotated annotated) {
    String body = annotated.body();
    inOrder(annotated.text().parts(), Part::span, "parts");
    inOrder(annotated.sentences(), Sentence::span, "sentences");
    for (Sentence sentence : annotated.sentences()) {
      inOrder(sentence.tokens(), Token::span, "tokens");
      for (Token token : sentence.tokens()) {
        hold(sentence.span().contains(token.span()), "a token lies in its sentence");
        hold(token.span().in(body).equals(token.text()), "a token has the text of its span");
      }
    }
    inOrder(annotated.mentions(), Mention::span, "mentions");
    inOrder(annotated.timexes(), Timex::span, "timexes");
    inOrder(annotated.cues(), Cue::span, "cues");
    annotated.cues().forEach(cue -> inside(cue.scope(), "scope"));
    inOrder(annotated.clauses(), Clause::span, "clauses");
    for (Clause clause : annotated.clauses()) {
      Span sentence = annotated.sentences().get(clause.sentence()).span();
      hold(sentence.contains(clause.span()), "a clause lies in its sentence");
    }
    inOrder(annotated.events(), Event::trigger, "events");
    for (Event event : annotated.events()) {
      inside(event.span(), "event");
      hold(event.span().contains(event.trigger()), "an event holds its trigger");
    }
    inOrder(annotated.attributions(), said -> said.content().getFirst(), "attributions");
    for (Attribution said : annotated.attributions()) {
      said.content().forEach(span -> inside(span, "content"));
      said.quoted().forEach(span -> inside(span, "quoted"));
      said.source().ifPresent(span -> inside(span, "source"));
      said.cue().ifPresent(span -> inside(span, "cue"));
    }
    for (int i = 0; i < annotated.syntax().size(); i++) {
      tree(annotated.syntax().get(i), annotated.sentences().get(i).tokens().size());
    }
  }

  private void tree(Grammar syntax, int tokens) {
    hold(syntax.heads().size() == tokens, "every token has a head");
    hold(syntax.heads().stream().allMatch(head -> head >= -1 && head < tokens), "heads are tokens");
    long roots = syntax.heads().stream().filter(head -> head == -1).count();
    hold(tokens == 0 || roots == 1, "a sentence has one root");
  }

  private <T> void inOrder(List<T> all, Function<T, Span> span, String what) {
    int before = 0;
    for (T one : all) {
      inside(span.apply(one), what);
      hold(span.apply(one).start() >= before, "the order of " + what);
      before = span.apply(one).start();
    }
  }

  private void inside(Span span, String what) {
    spans++;
    hold(span.start() < span.end() && span.end() <= length, what + " lie in the text: " + span);
  }

  private void hold(boolean holds, String what) {
    if (!holds) {
      violations.add(at + ": " + what);
    }
  }
}
