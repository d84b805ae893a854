package org.twosource.claim;

import static java.util.stream.Collectors.toSet;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.twosource.annotate.Annotated;
import org.twosource.annotate.EntityType;
import org.twosource.annotate.Mention;
import org.twosource.annotate.PlainStatements;
import org.twosource.annotate.PlainStatements.Plain;
import org.twosource.report.Span;
import org.twosource.text.Language;

/**
 * A wording as it may be shown for a claim: the statements it makes, and the words that are left
 * when some of them are cut away.
 */
final class ShownWording {
  /** Fewer words make no statement. */
  private static final int MIN_WORDS = 3;

  private final Wording of;
  private final Optional<PlainStatements> grammar;
  private final List<Plain> statements;

  private ShownWording(Wording of, Optional<PlainStatements> grammar, List<Plain> statements) {
    this.of = of;
    this.grammar = grammar;
    this.statements = statements;
  }

  static ShownWording of(Wording wording, Language language) {
    Optional<PlainStatements> grammar =
        PlainStatements.of(wording.annotated(), wording.sentence(), language);
    List<Plain> statements =
        grammar.stream()
            .flatMap(all -> all.in(wording.shown()).stream())
            .filter(plain -> plain.words().split(" ").length >= MIN_WORDS)
            .toList();
    return new ShownWording(wording, grammar, statements);
  }

  Wording wording() {
    return of;
  }

  /** What it states, in text order; itself as one where that is not known. */
  List<String> statements() {
    return statements.isEmpty()
        ? List.of(of.inWords())
        : statements.stream().map(Plain::words).toList();
  }

  /** Whether one of them lies in the wording, not only in the sentence shown with it. */
  boolean isOwn(int statement) {
    return statements.isEmpty()
        || statements.get(statement).spans().stream().anyMatch(of.span()::contains);
  }

  /**
   * Whether a sentence of another source means all persons that a statement names, by any word: who
   * tells of an arrival has not told of a meeting with two ministers.
   */
  boolean namesNobodyBeside(int statement, Wording other) {
    Set<String> meant = persons(other.annotated(), other.sentence().span()).collect(toSet());
    List<Span> spans =
        statements.isEmpty() ? List.of(of.shown()) : statements.get(statement).spans();
    return spans.stream()
        .flatMap(
            span ->
                of.annotated().mentionsIn(span).stream()
                    .filter(one -> one.type() == EntityType.PERSON && one.isName()))
        .map(Mention::entity)
        .allMatch(meant::contains);
  }

  private static Stream<String> persons(Annotated report, Span stretch) {
    return report.mentionsIn(stretch).stream().map(Mention::entity);
  }

  /**
   * The words for some of its statements ({@link PlainStatements#words}). Empty where they would
   * cut a quotation.
   *
   * @param kept indices of statements, one at least
   */
  Optional<String> words(Set<Integer> kept) {
    return kept.size() >= statements.size()
        ? Optional.of(of.inWords())
        : grammar.flatMap(
            all -> all.words(of.shown(), statements, kept.stream().map(statements::get).toList()));
  }
}
