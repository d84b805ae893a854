package org.twosource.annotate;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.twosource.report.Span;
import org.twosource.text.Sentence;
import org.twosource.text.Token;

/**
 * The predicates that one subject has in a clause. "The deal raises pay and sets up a committee"
 * says two things, and whoever confirms one has not confirmed the other.
 */
public final class Predicates {
  /** Fewer words make no statement. */
  private static final int MIN_WORDS = 3;

  private Predicates() {}

  /**
   * A clause cut between its co-ordinated verbs; the clause itself where there is one verb, or no
   * grammar.
   *
   * @param clause offsets into the report's body, within the sentence
   * @return in text order, at least one; the words that join them belong to none
   */
  public static List<Span> of(Annotated report, Sentence sentence, Span clause) {
    List<Token> tokens = sentence.tokens();
    int[] inside = inside(sentence, clause);
    Optional<Grammar> grammar = report.syntax(sentence.index());
    if (inside.length == 0 || grammar.isEmpty()) {
      return List.of(clause);
    }
    Grammar tree = grammar.get();
    List<Span> predicates = new ArrayList<>();
    int from = inside[0];
    for (int verb : inside) {
      if (tree.relation(verb).equals("conj")
          && tree.pos(verb).equals("VERB")
          && tree.pos(tree.head(verb)).equals("VERB")) {
        int joint = tree.dependent(verb, "cc|punct").orElse(tree.first(verb));
        if (joint > from) {
          predicates.add(span(tokens, from, joint - 1));
          from = joint;
          while (from < tree.size()
              && tree.head(from) == verb
              && tree.relation(from).matches("cc|punct")) {
            from++;
          }
        }
      }
    }
    if (predicates.isEmpty()) {
      return List.of(clause);
    }
    if (from <= inside[inside.length - 1]) {
      predicates.add(span(tokens, from, inside[inside.length - 1]));
    }
    return predicates;
  }

  /**
   * A predicate as it reads alone: with the subject that stands before another one. Two stretches
   * of the body with a blank between, or one.
   */
  public static String inWords(Annotated report, Sentence sentence, Span predicate) {
    String words = predicate.in(report.body());
    List<Token> tokens = sentence.tokens();
    int[] inside = inside(sentence, predicate);
    Optional<Grammar> grammar = report.syntax(sentence.index());
    if (inside.length == 0 || grammar.isEmpty()) {
      return words;
    }
    Grammar tree = grammar.get();
    return tree.tops(inside[0], inside[inside.length - 1] + 1)
        .filter(top -> tree.pos(top).equals("VERB"))
        .flatMap(verb -> tree.sharedSubject(verb).stream())
        .filter(subject -> tree.last(subject) < inside[0])
        .mapToObj(subject -> span(tokens, tree.first(subject), tree.last(subject)))
        .findFirst()
        .map(subject -> subject.in(report.body()) + " " + words)
        .orElse(words);
  }

  /**
   * The statements that a sentence makes, as each reads alone: every predicate of its clauses with
   * its subject. The sentence itself where it makes one.
   */
  public static List<String> alone(Annotated report, Sentence sentence) {
    List<String> alone = alone(report, sentence, clause -> true);
    return alone.size() < 2 ? List.of(sentence.span().in(report.body()).strip()) : alone;
  }

  /**
   * The statements that some clauses of a sentence make, as each reads alone: every predicate with
   * its subject. In text order; none where those clauses are too short to state anything.
   */
  public static List<String> alone(Annotated report, Sentence sentence, Predicate<Clause> which) {
    return report.clauses().stream()
        .filter(clause -> clause.sentence() == sentence.index())
        .filter(which)
        .flatMap(clause -> of(report, sentence, clause.span()).stream())
        .map(predicate -> inWords(report, sentence, predicate).strip())
        .filter(words -> words.split(" ").length >= MIN_WORDS)
        .map(words -> words.replaceFirst("[,;:.]*$", "."))
        .toList();
  }

  /** The places of a sentence's words that lie in a stretch. */
  private static int[] inside(Sentence sentence, Span stretch) {
    return IntStream.range(0, sentence.tokens().size())
        .filter(at -> stretch.contains(sentence.tokens().get(at).span()))
        .toArray();
  }

  private static Span span(List<Token> tokens, int first, int last) {
    return tokens.get(first).span().union(tokens.get(last).span());
  }
}
