package org.twosource.claim.dispute;

import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.twosource.annotate.Grammar;
import org.twosource.report.Span;
import org.twosource.reuse.ContentWords;
import org.twosource.text.Language;
import org.twosource.text.Sentence;
import org.twosource.text.Token;

/**
 * Whether a word that a negation hangs on is denied by it, and whether a verb is told as something
 * that is so. Grammar of one sentence.
 */
final class DeniedWords {
  /** Complements: what a verb over them turns, they turn back. */
  private static final String COMPLEMENT = "ccomp|xcomp|csubj.*|acl";

  /** Over a verb of which a condition is said: "if we do not sell it and close". */
  private static final String JOINED = "conj|ccomp|xcomp";

  private final List<Token> tokens;
  private final Grammar grammar;
  private final Set<String> negations;
  private final Set<String> conditions;
  private final Set<String> readers;

  DeniedWords(Sentence sentence, Grammar grammar, Language language) {
    this.tokens = sentence.tokens();
    this.grammar = grammar;
    this.negations = language.words("denial-negations");
    this.conditions = language.words("condition-marks");
    this.readers = language.words("reader-pronouns");
  }

  /** Whether a denied word says that something is not so. */
  boolean isDenied(int word) {
    return !isOrder(word) && !isTurnedBack(word) && !isConditional(word) && !isAddressed(word);
  }

  /** "If they do not pass it" and "to pass it" tell of nothing that happened. */
  boolean isConditional(int word) {
    return IntStream.concat(
            IntStream.of(word),
            grammar
                .up(word)
                .takeWhile(at -> grammar.relation(at).matches(JOINED))
                .map(grammar::head))
        .anyMatch(this::isMarked);
  }

  private boolean isMarked(int word) {
    return grammar
        .dependents(word, "mark")
        .anyMatch(mark -> conditions.contains(tokens.get(mark).normal()));
  }

  /** "You cannot play without it" tells the reader what to do; it denies nothing. */
  private boolean isAddressed(int word) {
    return grammar
        .dependents(word, "nsubj.*")
        .anyMatch(subject -> readers.contains(tokens.get(subject).normal()));
  }

  /** "Don't build it here" asks for something; it denies nothing. */
  private boolean isOrder(int word) {
    return grammar.pos(word).equals("VERB")
        && grammar.sharedSubject(word).isEmpty()
        && grammar.dependent(word, "aux").isPresent()
        && !grammar.relation(word).matches("acl.*|xcomp|advcl.*")
        && grammar.voice(word) == Grammar.Voice.ACTIVE;
  }

  /** "It does not mean that we cannot win": what is denied over it turns it back. */
  private boolean isTurnedBack(int word) {
    return grammar
        .up(word)
        .takeWhile(at -> grammar.relation(at).matches(COMPLEMENT))
        .map(grammar::head)
        .anyMatch(over -> grammar.dependents(over).anyMatch(this::isNegation));
  }

  private boolean isNegation(int word) {
    return negations.contains(tokens.get(word).normal());
  }

  /** The verbs of a stretch that a negation hangs on; where it hangs on none, all of them. */
  IntStream deniedIn(Span span) {
    List<Integer> denied =
        verbsIn(span)
            .filter(at -> grammar.dependents(at).anyMatch(this::isNegation))
            .boxed()
            .toList();
    return denied.isEmpty() ? verbsIn(span) : denied.stream().mapToInt(at -> at);
  }

  /** The verbs of a stretch that have a stem. */
  IntStream verbsIn(Span span, String stem, ContentWords contentWords) {
    return verbsIn(span).filter(at -> contentWords.stem(tokens.get(at).normal()).equals(stem));
  }

  private IntStream verbsIn(Span span) {
    return IntStream.range(0, Math.min(tokens.size(), grammar.size()))
        .filter(at -> grammar.pos(at).equals("VERB") && span.contains(tokens.get(at).span()));
  }

  /** "To win the race" and "by putting it right" tell of nothing that is so. */
  boolean isTold(int verb) {
    return grammar.sharedSubject(verb).isPresent() || grammar.relation(verb).startsWith("acl");
  }
}
