package org.twosource.reuse;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.twosource.annotate.Annotated;
import org.twosource.report.Span;
import org.twosource.reuse.Edit.Kind;

class TokenWordAlignerTest {
  private final TokenWordAligner aligner = new TokenWordAligner();

  @Test
  void droppedAttributionIsOneEdit() {
    assertThat(
            edits(
                "the discovery of what the navy says was a foreign buoy off the coast",
                "the discovery of a foreign buoy off the coast"))
        .isEqualTo("DROPPED[what the navy says was|]");
  }

  @Test
  void spellingInflectionAndInitialsAreVariants() {
    assertThat(edits("The U.S. labor minister warns", "The US labour minister warned"))
        .isEqualTo("VARIANT[U.S.|US] VARIANT[labor|labour] VARIANT[warns|warned]");
  }

  @Test
  void initialsStandForTheWordsTheyAreMadeFrom() {
    assertThat(edits("The United States wants calm", "The US wants calm"))
        .isEqualTo("VARIANT[United States|US]");
  }

  @Test
  void wordsOfOneSenseAreSynonyms() {
    assertThat(edits("Officials bought new ships", "Officials purchased new ships"))
        .isEqualTo("SYNONYM[bought|purchased]");
  }

  @Test
  void otherWordsInTheSamePlaceAreReplaced() {
    assertThat(
            edits(
                "competition does not veer into conflict",
                "competition does not escalate into conflict"))
        .isEqualTo("REPLACED[veer|escalate]");
  }

  @Test
  void numbersAreNeverSynonyms() {
    assertThat(edits("The storm killed 12 people", "The storm killed 21 people"))
        .isEqualTo("REPLACED[12|21]");
  }

  @Test
  void wordsThatChangePlaceHaveMoved() {
    assertThat(edits("On Friday the harbour was closed", "The harbour was closed on Friday"))
        .contains("MOVED[On Friday|on Friday]");
  }

  @Test
  void sentencesTooLongToCompareWordForWordAreCutAtAWordThatBothHaveOnce() {
    String common = "rain fell on the old quay and ".repeat(400);
    String before = "Early " + common + "Marigold sailed " + common + "stopped";
    String after = "Late " + common + "Marigold drifted " + common + "ended";
    assertThat(edits(before, after))
        .contains("REPLACED[sailed|drifted]")
        .startsWith("REPLACED[Early|Late]")
        .endsWith("REPLACED[stopped|ended]");
  }

  @Test
  void everyTokenIsCoveredExactlyOnce() {
    Annotated a =
        HandMade.report(
            "a",
            "Two ships, one of them empty, left the port of Arden at 9 a.m. on Monday, the coast guard said.");
    Annotated b =
        HandMade.report(
            "b",
            "The coast guard said on Monday that an empty ship and another left Arden’s port at nine.");
    List<Edit> edits = aligner.align(a, all(a), b, all(b));
    a.sentences()
        .getFirst()
        .tokens()
        .forEach(
            token ->
                assertThat(edits.stream().filter(edit -> edit.before().contains(token.span())))
                    .as(token.text())
                    .hasSize(1));
    b.sentences()
        .getFirst()
        .tokens()
        .forEach(
            token ->
                assertThat(edits.stream().filter(edit -> edit.after().contains(token.span())))
                    .as(token.text())
                    .hasSize(1));
  }

  @Test
  void hugeSentencesAreCutRatherThanTabulated() {
    String long1 = "word ".repeat(20_000) + "anchor " + "other ".repeat(20_000);
    String long2 = "word ".repeat(19_000) + "changed anchor " + "other ".repeat(20_000);
    assertThat(edits(long1, long2)).endsWith("word|changed]");
  }

  private String edits(String before, String after) {
    Annotated a = HandMade.report("a", before);
    Annotated b = HandMade.report("b", after);
    return aligner.align(a, all(a), b, all(b)).stream()
        .filter(edit -> edit.kind() != Kind.EQUAL)
        .map(
            edit ->
                edit.kind() + "[" + edit.before().in(before) + "|" + edit.after().in(after) + "]")
        .collect(Collectors.joining(" "));
  }

  private static Span all(Annotated report) {
    return new Span(0, report.body().length());
  }
}
