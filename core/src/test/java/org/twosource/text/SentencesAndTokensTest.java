package org.twosource.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.twosource.report.Report;
import org.twosource.report.Span;

/** What news does to sentences and words. */
class SentencesAndTokensTest {
  private final TextBuilder builder = new StandardTextBuilder();
  private final Tokenizer tokenizer = new Tokenizer(Language.find("en").orElseThrow());

  private static final String END = " The port authority said on Tuesday that the harbour is shut.";

  private List<Sentence> sentences(String body) {
    return builder.build(Report.of("r", body + END)).sentences();
  }

  private List<Sentence> germanSentences(String body) {
    return builder.build(Report.of("r", body).withLanguage(Optional.of("de"))).sentences();
  }

  private String tokens(String text) {
    return String.join(
        " ", tokenizer.tokens(text, new Span(0, text.length())).stream().map(Token::text).toList());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Alder Corp. co-founder Ana Beck came.",
        "Mr. Lo met Gen. J. R. Ames in the U.S. Senate.",
        "It came at 9 a.m. on Jan. 5 in St. Alder, Fla. and left.",
        "He wondered how ... to get along.",
        "He wondered how … to get along.",
        "“Is it over?” he asked.",
        "“It is over!” the captain cried.",
        "Shares fell 3.5 percent to $1.20 a piece, No. 4 in the list.",
        "The letter was from C. A. Dutch Lund of Alder.",
        "John F. Lo and Ana B. Beck of alder.example came.",
        "She spoke for the U.N. Security Council.",
        "The company, Lo Bros. and Co. of Alder, paid.",
        "When it landed it was Sun. Dec. 31, 2017."
      })
  void aFullStopInsideASentenceDoesNotEndIt(String sentence) {
    assertThat(sentences(sentence)).hasSize(2);
    assertThat(sentences(sentence).getFirst().broken()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "They flew over the U.S. The crane fell.",
        "They flew over the U.S. A crane fell.",
        "He said: “It is over.” The crane fell.",
        "He said: ‘It is over.’ The crane fell.",
        "He said: \"It is over.\" The crane fell.",
        "He said it was “over”. The crane fell.",
        "It fell last week.The crane was old.",
        "It fell last week.“The crane was old,” he said.",
        "It fell ... The crane was old.",
        "Was it old? The crane fell.",
        "Did it fall?! “The crane fell,” he said.",
        "It fell in 2021. The crane was old.",
        "He said `` It is over . '' The crane fell .",
        "He said no. The crane fell.",
        "It stood in the sun. Decay set in."
      })
  void twoSentencesAreTold(String body) {
    List<Sentence> found = sentences(body);
    assertThat(found).hasSize(3);
    assertThat(found).noneMatch(Sentence::broken);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "It ranges from trade to war. from Alder to the islands.",
        "They spoke of matters such as the issue. autonomy for the islands.",
        "They hit schools and other targets. , as “silly”.",
        "He asked them to “stop meddling “. and to leave."
      })
  void aSentenceThatBadCopyingHasCutStaysWholeAndIsFlagged(String body) {
    List<Sentence> found = sentences(body);
    assertThat(found).hasSize(2);
    assertThat(found.getFirst().broken()).isTrue();
    assertThat(found.getLast().broken()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Die Brücke wurde am 3. Mai gesperrt. Die Stadt bedauert das.",
        "Sie gewann im 3. Satz das Spiel. Der Verein feierte.",
        "Er kam am 12. Tag der Reise an. Niemand wartete.",
        "Das Haus hat die Nummer 1998. Die Stadt hat es gekauft.",
        "Gezählt wurden 12. Die Stadt bedauert das."
      })
  void aGermanOrdinalEndsNoSentenceAndABareNumberDoes(String body) {
    assertThat(germanSentences(body)).hasSize(2);
  }

  @Test
  void aSentenceWithoutEndIsCutAtItsLimit() {
    List<Sentence> found = sentences("word ".repeat(3_000));
    assertThat(found)
        .allMatch(sentence -> sentence.span().length() <= SentenceSplitter.MAX_CHARACTERS);
  }

  @Test
  void cliticsStandAloneWhateverTheApostrophe() {
    assertThat(tokens("It doesn't")).isEqualTo("It does n't");
    assertThat(tokens("It doesn’t")).isEqualTo("It does n’t");
    assertThat(tokens("Lo‘s crane, the dockers’ strike"))
        .isEqualTo("Lo ‘s crane , the dockers ’ strike");
    assertThat(tokens("They shouldn't've, I'm told he'd"))
        .isEqualTo("They should n't 've , I 'm told he 'd");
    assertThat(tokens("the U.S.'s port")).isEqualTo("the U.S. 's port");
    assertThat(tokens("O’Neill's ship")).isEqualTo("O’Neill 's ship");
  }

  @Test
  void compoundsNumbersAndAddressesStayWhole() {
    assertThat(tokens("a high-stakes U.S.-Alder and Sino-U.S. row--over"))
        .isEqualTo("a high-stakes U.S.-Alder and Sino-U.S. row -- over");
    assertThat(tokens("$5.2 billion, 1,000 men, 4.5%"))
        .isEqualTo("$ 5.2 billion , 1,000 men , 4.5 %");
    assertThat(tokens("60,000km at 9:30pm on 12/31, the 21st"))
        .isEqualTo("60,000 km at 9:30 pm on 12/31 , the 21st");
    assertThat(tokens("an F-22 of the 1980s, a 20-year-old, US$5m"))
        .isEqualTo("an F-22 of the 1980s , a 20-year-old , US $ 5 m");
    assertThat(tokens("see https://a.example/b?c=1. Or @lo_ame #port!"))
        .isEqualTo("see https://a.example/b?c=1 . Or @lo_ame #port !");
    assertThat(tokens("AT&T and and/or R&D")).isEqualTo("AT&T and and / or R&D");
    assertThat(tokens("how ... to … go")).isEqualTo("how ... to … go");
  }

  @Test
  void marksStandAlone() {
    assertThat(tokens("“It (the crane) fell,” he said: ‘no’."))
        .isEqualTo("“ It ( the crane ) fell , ” he said : ‘ no ’ .");
    assertThat(tokens("`` It fell . ''")).isEqualTo("`` It fell . ''");
    assertThat(tokens("\u001b[31mred\u200b\u0007"))
        .isEqualTo("[ 31 m red".replace("31 m red", "31mred"));
  }

  @Test
  void normalFormForgetsCaseQuotesAndDiacritics() {
    assertThat(Normal.of("Blíthe’S “Öre–Café”")).isEqualTo("blithe's \"ore-cafe\"");
    assertThat(Normal.of("Straße Łódź co\u00adop")).isEqualTo("strasse lodz coop");
    assertThat(Normal.of("plain")).isEqualTo("plain");
  }
}
