package org.twosource.annotate.grammar;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.twosource.annotate.Annotated;
import org.twosource.annotate.Grammar;
import org.twosource.annotate.StandardAnnotator;
import org.twosource.report.Report;
import org.twosource.text.Sentence;
import org.twosource.text.StandardTextBuilder;

/** A sentence longer than the parser reads at once is read in pieces. */
class LongSentenceTest {
  private static final int PIECES = 40;

  private static Annotated read(String body) {
    Report report = Report.of("r", body).withLanguage(Optional.of("en"));
    try (StandardAnnotator annotator = StandardAnnotator.standard()) {
      return annotator.annotate(List.of(new StandardTextBuilder().build(report))).reports().get(0);
    }
  }

  @Test
  void itIsOneTreeOfWholePieces() {
    String body = "The council closed the pier, ".repeat(PIECES) + "and the boats waited.";
    Annotated read = read(body);
    Sentence sentence = read.sentences().getFirst();
    Grammar grammar = read.syntax(0).orElseThrow();
    assertThat(sentence.tokens()).hasSizeGreaterThan(Parser.MAX_TOKENS);
    assertThat(grammar.size()).isEqualTo(sentence.tokens().size());
    int root = grammar.root();
    assertThat(root).isLessThan(Parser.MAX_TOKENS);
    IntStream.range(0, grammar.size())
        .forEach(at -> assertThat(grammar.isUnder(at, root)).as("word " + at).isTrue());
    List<Integer> tops =
        grammar
            .dependents(root, "parataxis")
            .filter(at -> at >= Parser.MAX_TOKENS)
            .boxed()
            .toList();
    assertThat(tops).isNotEmpty();
    IntStream.range(0, grammar.size())
        .filter(at -> sentence.tokens().get(at).normal().equals("council"))
        .forEach(
            at ->
                assertThat(sentence.tokens().get(grammar.head(at)).normal())
                    .as("a piece ends behind a comma, not between noun and verb")
                    .isEqualTo("closed"));
  }

  @Test
  void withoutAnyMarkItIsCutWhereTheParserEnds() {
    String body = "The council closed the pier and ".repeat(PIECES) + "left.";
    Annotated read = read(body);
    Grammar grammar = read.syntax(0).orElseThrow();
    assertThat(grammar.size()).isEqualTo(read.sentences().getFirst().tokens().size());
    assertThat(IntStream.range(0, grammar.size()).filter(at -> grammar.head(at) < 0)).hasSize(1);
  }
}
