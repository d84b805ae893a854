package org.twosource.app.rewrite;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.twosource.Options;
import org.twosource.Pipeline;
import org.twosource.Progress;
import org.twosource.brief.Account;
import org.twosource.brief.Brief;
import org.twosource.brief.Line;
import org.twosource.brief.Rewriting;
import org.twosource.brief.StoryAccount;
import org.twosource.claim.Standing;
import org.twosource.report.Citation;
import org.twosource.report.Handle;
import org.twosource.report.Reading;
import org.twosource.report.Report;
import org.twosource.report.Span;
import org.twosource.text.Sentence;

/** One line at a time through the real check, with answers made up here. */
class BriefRewriterTest {
  private static final Pipeline PIPELINE = Pipeline.standard(Options.standard(), Progress.NONE);

  private static final String BODY =
      """
      PORT LINDOW, May 4, 2031 - The ferry Albatross sank off Port Lindow on Saturday night, and 12 \
      of its crew were taken to hospital, the coast guard said. Marta Lindqvist, who leads the harbour \
      board, denied that the old ship had been overloaded. The board plans to sell the wreck in June, \
      according to two members. The mayor did not attend the meeting in the town hall, which lasted \
      four hours. Captain Pavel Orlow may be charged after the inquiry, prosecutors in Lindow said on \
      Sunday.
      """;

  private static final Account ACCOUNT =
      PIPELINE.read(new Reading(List.of(Report.of("r", BODY)), List.of()));

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          0 | The coast guard said the ferry Albatross sank off Port Lindow on Saturday night.           | rewritten | ''
          0 | The ferry Albatross sank off Port Lindow on Saturday night, the coast guard said.         | rewritten | ''
          0 | The ferry Albatross sank off Port Lindow on Saturday night.                               | refused   | attribution
          0 | The ferry Albatross sank off Port Lindow on Friday night, the coast guard said.           | refused   | date
          0 | The ferry Albatross sank off Port Lindow, and 21 of its crew were hurt, the coast guard said. | refused | number
          0 | The ferry Cormorant sank off Port Lindow on Saturday night, the coast guard said.         | refused   | name
          0 | Off Port Lindow on Saturday night, the coast guard.                                       | refused   | whole
          1 | Marta Lindqvist of the harbour board denied that the ship had been overloaded.            | rewritten | ''
          1 | Marta Lindqvist, who leads the harbour board, said the old ship had been overloaded.      | refused   | denial
          2 | The board plans to sell the wreck in June.                                                | refused   | attribution
          2 | The board sold the wreck in June, according to two members.                               | refused   | certainty
          3 | The mayor did not attend the meeting in the town hall.                                    | rewritten | ''
          3 | The mayor did attend the meeting in the town hall, which lasted four hours.               | refused   | negation
          4 | Captain Pavel Orlow may be charged after the inquiry, prosecutors said on Sunday.         | rewritten | ''
          4 | Captain Pavel Orlow will be charged after the inquiry, prosecutors in Lindow said on Sunday. | refused | ''
          4 | Captain Pavel Orlow.                                                                      | refused   | words
          4 | Captain Pavel Orlow may be **charged** after the inquiry, prosecutors said on Sunday.     | refused   | signs
          """)
  void anAnswerStandsOnlyIfTheCitedWordsCarryItAndNothingOfWeightIsLost(
      int sentence, String answer, String outcome, String why) {
    Rewriting rewriting = rewrite(sentence, answer);
    assertThat(rewriting.outcome().label()).as(rewriting.why()).isEqualTo(outcome);
    assertThat(rewriting.why()).contains(why);
  }

  @Test
  void whatModelsPutAroundAnAnswerIsTakenOff() {
    assertThat(BriefRewriter.plain("<think>hm \"x\"\n</think>\n\n\"The board\n met.\"\n"))
        .isEqualTo("The board met.");
    assertThat(BriefRewriter.plain("“We go,” he said, “and stay.”"))
        .isEqualTo("“We go,” he said, “and stay.”");
  }

  @Test
  void anAnswerThatIsMuchTooLongIsRefusedAndNotRead() {
    String endless = "The mayor did not attend the meeting in the town hall. ".repeat(20_000);
    List<Integer> read = new ArrayList<>();
    BriefRewriter rewriter =
        new BriefRewriter(
            (sentence, cited) -> endless,
            reports -> {
              reports.forEach(report -> read.add(report.body().length()));
              return PIPELINE.annotate(reports);
            });
    Account told = rewriter.rewrite(account(List.of(line(3))), Map.of());
    assertThat(told.stories().getFirst().brief().count(Rewriting.Outcome.REFUSED)).isEqualTo(1);
    assertThat(read).isEmpty();
  }

  @Test
  void theExtractGivenBackIsNoRewriting() {
    Rewriting rewriting = rewrite(3, text(3));
    assertThat(rewriting.outcome()).isEqualTo(Rewriting.Outcome.UNCHANGED);
  }

  @Test
  void afterTwoFailuresInARowNobodyIsAsked() {
    int[] asked = {0};
    BriefRewriter rewriter =
        new BriefRewriter(
            (sentence, cited) -> {
              asked[0]++;
              throw new SentenceWriter.NoAnswer("the endpoint answers 500", null);
            },
            PIPELINE::annotate);
    Account told = rewriter.rewrite(account(List.of(line(0), line(1), line(2))), Map.of());
    assertThat(asked[0]).isEqualTo(BriefRewriter.MAX_FAILURES);
    assertThat(told.stories().getFirst().brief().count(Rewriting.Outcome.FAILED)).isEqualTo(3);
    assertThat(rewriter.failures().orElseThrow()).contains("500").endsWith("for it: 3");
  }

  @Test
  void theSameAnswersGiveTheSameAccount() {
    SentenceWriter writer = (sentence, cited) -> sentence.replace("old ", "");
    Account lines = account(List.of(line(1), line(3)));
    Account once = new BriefRewriter(writer, PIPELINE::annotate).rewrite(lines, Map.of("a", "b"));
    Account again = new BriefRewriter(writer, PIPELINE::annotate).rewrite(lines, Map.of("a", "b"));
    assertThat(once.stories().getFirst().brief()).isEqualTo(again.stories().getFirst().brief());
    assertThat(once.made().options()).containsEntry("a", "b");
  }

  private static Rewriting rewrite(int sentence, String answer) {
    Account told =
        new BriefRewriter((extract, cited) -> answer, PIPELINE::annotate)
            .rewrite(account(List.of(line(sentence))), Map.of());
    Line line = told.stories().getFirst().brief().lines().getFirst();
    Rewriting rewriting = line.rewriting().orElseThrow();
    assertThat(line.text())
        .isEqualTo(rewriting.outcome() == Rewriting.Outcome.REWRITTEN ? answer : text(sentence));
    return rewriting;
  }

  private static Span span(int sentence) {
    List<Sentence> sentences = ACCOUNT.reports().getFirst().sentences();
    assertThat(sentences).hasSizeGreaterThanOrEqualTo(5);
    return sentences.get(sentences.size() - 5 + sentence).span();
  }

  private static String text(int sentence) {
    return span(sentence).in(ACCOUNT.reports().getFirst().body());
  }

  private static Line line(int sentence) {
    return new Line(
        Handle.of("l1"),
        text(sentence),
        Standing.SINGLE_ORIGIN,
        1,
        List.of(),
        List.of(new Citation("r", span(sentence))),
        Optional.empty());
  }

  private static Account account(List<Line> lines) {
    StoryAccount story = ACCOUNT.stories().getFirst();
    return new Account(
        ACCOUNT.made(),
        List.of(),
        ACCOUNT.reports(),
        ACCOUNT.entities(),
        List.of(
            new StoryAccount(
                story.story(),
                story.annotations(),
                story.alignments(),
                story.lineage(),
                story.distortions(),
                story.timeline(),
                story.claims(),
                new Brief(lines))),
        ACCOUNT.until());
  }
}
