package org.twosource.brief;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.twosource.annotate.Annotated;
import org.twosource.annotate.StandardAnnotator;
import org.twosource.compare.DifferenceReader;
import org.twosource.compare.LearnedComparer;
import org.twosource.compare.LearnedDifferences;
import org.twosource.compare.StatementComparer;
import org.twosource.report.Report;
import org.twosource.reuse.TokenWordAligner;
import org.twosource.text.StandardTextBuilder;
import org.twosource.text.Text;

/** What a sentence of a report states, and what it does not though its words are there. */
class TwoReadersTest {
  private static StandardAnnotator annotator;
  private static LearnedComparer comparer;
  private static LearnedDifferences differences;
  private static Checker checker;

  @BeforeAll
  static void open() {
    annotator = StandardAnnotator.standard();
    comparer = LearnedComparer.standard();
    differences = LearnedDifferences.standard();
    checker = new Checker(new TokenWordAligner(), comparer, differences);
  }

  @AfterAll
  static void close() {
    annotator.close();
    comparer.close();
    differences.close();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "The owner of the quarry will open a second pit in June and plans to shut the old one by"
            + " 2031. | The quarry's owner is to start a second pit in June.",
        "Train fares will fall by 4 percent in March, while parking at stations will be dearer."
            + " | Train fares are to go down 4 percent in March.",
        "The board turned the offer down and blamed its chairman for the leak."
            + " | The chairman was blamed for the leak by the board.",
        "The jury cleared the two drivers of theft in May. | Two drivers were acquitted of theft.",
      })
  void oneStatementInOtherWordsIsStated(String sentence, String draft) {
    assertThat(check(checker, sentence, draft).supported()).isTrue();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "The owner of the quarry will open a second pit in June and plans to shut the old one by"
            + " 2031. | The quarry's owner will shut a second pit in June.",
        "Train fares will fall by 4 percent in March, while parking at stations will be dearer."
            + " | Train fares are to go up 4 percent in March.",
        "The board turned the offer down and blamed its chairman for the leak."
            + " | The chairman blamed the board for the leak.",
        "The council voted 7-2 to lower the harbour dues, with one member absent."
            + " | The council voted by seven to two to raise the harbour dues.",
      })
  void theSameWordsInAnotherStatementAreNot(String sentence, String draft) {
    assertThat(check(checker, sentence, draft).supported()).isFalse();
  }

  @Test
  void withoutModelsNothingIsKnownOfOtherWords() {
    Annotated one = read("The pier was sold.", "The pier was sold.").getFirst();
    TwoReaders silent = new TwoReaders(StatementComparer.SILENT, DifferenceReader.SILENT);
    assertThat(silent.read(one, one.sentences().getFirst(), one, one.sentences().getFirst()))
        .isEmpty();
  }

  private static Check check(Checker checker, String sentence, String draft) {
    List<Annotated> both = read(sentence, draft);
    return checker.check(both.getLast(), both.subList(0, 1)).getFirst();
  }

  private static List<Annotated> read(String sentence, String draft) {
    return annotator.annotate(List.of(text("a", sentence), text("b", draft))).reports();
  }

  private static Text text(String id, String body) {
    return new StandardTextBuilder().build(Report.of(id, body).withLanguage(Optional.of("en")));
  }
}
