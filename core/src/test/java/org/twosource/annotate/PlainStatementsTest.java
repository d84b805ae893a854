package org.twosource.annotate;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.twosource.report.Report;
import org.twosource.text.Language;
import org.twosource.text.Sentence;
import org.twosource.text.StandardTextBuilder;

class PlainStatementsTest {
  private static final StandardAnnotator ANNOTATOR = StandardAnnotator.standard();
  private static final Language ENGLISH = Language.find("en").orElseThrow();

  @Test
  void eachPredicateStandsAloneWithItsSubject() {
    assertThat(words("The council of Kelm raised the ferry fare and closed the old fish market."))
        .containsExactly(
            "The council of Kelm raised the ferry fare.",
            "The council of Kelm closed the old fish market.");
    assertThat(words("It deployed a rover on the moon, and it was the first soft landing there."))
        .containsExactly(
            "It deployed a rover on the moon.", "it was the first soft landing there.");
  }

  @Test
  void whatIsJoinedInsideAStatementStaysInIt() {
    assertThat(words("The mayor wrote to Anna Lund and Per Holm on Sunday."))
        .containsExactly("The mayor wrote to Anna Lund and Per Holm on Sunday.");
  }

  @Test
  void aRelativeClauseThatAddsIsAStatementOfWhatItHangsOn() {
    assertThat(words("The minister, who had flown in on Sunday, met the president."))
        .containsExactlyInAnyOrder(
            "The minister had flown in on Sunday.", "The minister met the president.");
    assertThat(words("The crew found a box that held two maps."))
        .containsExactly("The crew found a box.", "a box held two maps.");
  }

  @Test
  void aRelativeClauseThatTellsWhichOneBelongsToIt() {
    assertThat(words("The man who drove the van was charged."))
        .containsExactly("The man who drove the van was charged.");
    assertThat(words("Most people who had the vaccine will need another."))
        .containsExactly("Most people who had the vaccine will need another.");
    assertThat(words("Kelm is the only town that closed its market.")).hasSize(1);
  }

  @Test
  void whoSaysItAPurposeAndAConditionAreNoStatements() {
    assertThat(words("The mayor said the bridge collapsed on Sunday."))
        .containsExactly("the bridge collapsed on Sunday.");
    assertThat(words("The council met to close the market."))
        .containsExactly("The council met to close the market.");
    assertThat(words("The ferry will stop if the strike goes on."))
        .containsExactly("The ferry will stop if the strike goes on.");
  }

  @Test
  void aParticipleHasTheSubjectOfWhatItHangsOn() {
    assertThat(words("The company closed two plants, citing weak demand."))
        .containsExactly("The company closed two plants.", "The company citing weak demand.");
  }

  @Test
  void whatGoesWithAStatementIsAllThatHangsOnIt() {
    String body = "The council raised the ferry fare and closed the market, which was old.";
    assertThat(own(body)).contains("and closed the market, which was old", ", which was old");
  }

  private static List<PlainStatements.Plain> plain(Annotated report) {
    Sentence sentence = report.sentences().getFirst();
    return PlainStatements.of(report, sentence, ENGLISH).orElseThrow().in(sentence.span());
  }

  private static List<String> words(String body) {
    return plain(report(body)).stream().map(PlainStatements.Plain::words).toList();
  }

  private static List<String> own(String body) {
    Annotated report = report(body);
    return plain(report).stream()
        .map(one -> one.own().stream().map(span -> span.in(body)).collect(joining("|")))
        .toList();
  }

  private static Annotated report(String body) {
    return ANNOTATOR
        .annotate(List.of(new StandardTextBuilder().build(Report.of("r", body))))
        .reports()
        .getFirst();
  }
}
