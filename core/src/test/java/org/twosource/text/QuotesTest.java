package org.twosource.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.twosource.report.Report;
import org.twosource.report.Span;

class QuotesTest {
  private final TextBuilder builder = new StandardTextBuilder();

  @ParameterizedTest
  @CsvSource(
      delimiter = '#',
      quoteCharacter = '`',
      value = {
        "\"We are safe,\" the mayor said on Monday.#We are safe,",
        "“We are safe,” the mayor said on Monday.#We are safe,",
        "„Wir sind sicher“, sagte die Bürgermeisterin am Montag in der Stadt, und das ist gut.#Wir sind sicher",
        "«We are safe,» the mayor said on Monday.#We are safe,",
        "The mayor said: ''We are safe.'' Then she left.#We are safe.",
        "‘We are safe,’ the mayor said on Monday.#We are safe,",
        "'We are safe,' the mayor said on Monday.#We are safe,",
        "The mayor's office and the ministers' plans were read by the city's clerk.#",
        "They caught 'em in the '90s and rock 'n' roll went on for years.#",
        "He called it a \"total loss\" and a \"shame\" in the hall.#total loss|shame",
        "The film \"Roman Street\" took in $14 million on its first day.#Roman Street",
        "\"We are safe,\" she said, \"and we will stay.\"#We are safe,|and we will stay.",
        "The door (\"the old one\") was locked by the guard.#the old one",
        "A pipe of 5\" and one of 7\" burst in the cellar.#",
        "He said ”We are safe” to the crowd on Monday.#We are safe",
        "\" We are safe , \" the mayor said on Monday .#We are safe ,",
        "The 'big one' is near, the farmers' union said.#big one",
        "No marks stand in this sentence at all.#",
        "Dogs' owners and cats' owners met in James's yard.#",
        "‘It’s the farmers’ turn,’ she said at the gate.#It’s the farmers’ turn,",
        "The ``old'' road and the \"new\" road meet here.#old|new",
        "＂We are safe,＂ the mayor said on Monday.#We are safe,",
        "The report—\"a mess\"—was sent back by the board.#a mess",
        "The film (‘Roman Street’) took in $14 million.#Roman Street",
      })
  void wordsBetweenMarksAreRead(String body, String quoted) {
    assertThat(outer(body)).isEqualTo(quoted == null ? List.of() : List.of(quoted.split("\\|")));
  }

  @Test
  void twoSingleMarksAreOneDoubleMark() {
    Quote quote = quotes("The mayor said: ``We are safe.'' Then she left.").getFirst();
    assertThat(quote.kind()).isEqualTo(Quote.Kind.DOUBLED);
    assertThat(quote.balanced()).isTrue();
  }

  @Test
  void aMarkThatIsNeverClosedEndsWithItsSentence() {
    String body = "\"We are safe, the mayor said. The dam will hold for years.";
    Quote quote = quotes(body).getFirst();
    assertThat(quote.inside().in(body)).isEqualTo("We are safe, the mayor said.");
    assertThat(quote.balanced()).isFalse();
  }

  @Test
  void aMarkThatWasNeverOpenedClosesItsSentence() {
    String body = "The river is high. We are safe,” the mayor said.";
    assertThat(quotes(body).getFirst().inside().in(body)).isEqualTo("We are safe,");
  }

  @Test
  void speechGoesOnInTheNextParagraphThatOpensWithAMark() {
    String body =
        "\"The dam will hold, and nobody needs to leave.\n\n\"We have looked at every gate of it,\" the mayor said.";
    List<Quote> quotes = quotes(body);
    assertThat(quotes).hasSize(2);
    assertThat(quotes.get(0).balanced()).isFalse();
    assertThat(quotes.get(1).continues()).isTrue();
    assertThat(quotes.get(1).balanced()).isTrue();
  }

  @Test
  void speechInSingleMarksGoesOnInTheNextParagraphToo() {
    String body =
        "'The dam will hold, and nobody needs to leave.\n\n'We have looked at every gate of it,' the mayor said.";
    assertThat(outer(body))
        .containsExactly(
            "The dam will hold, and nobody needs to leave.", "We have looked at every gate of it,");
  }

  @Test
  void speechInSingleMarksGoesOnLikewise() {
    String body =
        "'The dam will hold and nobody needs to leave.\n\n'We have looked at every gate of it,' the mayor said.";
    List<Quote> quotes = quotes(body);
    assertThat(quotes).hasSize(2);
    assertThat(quotes.get(0).balanced()).isFalse();
    assertThat(quotes.get(1).continues()).isTrue();
  }

  @Test
  void anApostropheAtTheHeadOfAParagraphGoesOnInNothing() {
    assertThat(outer("'Twas late when the ferry came.\n\n'Round noon the rain began.")).isEmpty();
  }

  @Test
  void aQuotationInsideAnotherIsGivenBesideIt() {
    String body = "“He told me ‘never again’ and left,” the guard said.";
    List<Quote> quotes = quotes(body);
    assertThat(quotes).extracting(Quote::depth).containsExactly(0, 1);
    assertThat(quotes.get(1).inside().in(body)).isEqualTo("never again");
    assertThat(quotes.get(1).kind()).isEqualTo(Quote.Kind.SINGLE);
    assertThat(outer(body)).containsExactly("He told me ‘never again’ and left,");
  }

  @Test
  void manyMarksCostTheirNumber() {
    String body = "\"a \"b \"c ‘d ".repeat(20_000);
    assertThat(quotes(body)).allMatch(quote -> quote.inside().end() <= body.length());
  }

  private List<String> outer(String body) {
    return new Quotes(quotes(body)).spans().stream().map(span -> span.in(body)).toList();
  }

  private List<Quote> quotes(String body) {
    return builder.build(Report.of("a", body)).quotes().all();
  }

  @Test
  void aStretchThatHoldsOneMarkOfTwoCutsAQuotation() {
    String body = "He said “it is over. We lost.” They left. ‘So be it,’ she said.";
    Quotes quotes = new StandardTextBuilder().build(Report.of("r", body)).quotes();
    assertThat(quotes.areCutBy(stretch(body, "He said “it is over."))).isTrue();
    assertThat(quotes.areCutBy(stretch(body, "We lost.”"))).isTrue();
    assertThat(quotes.areCutBy(stretch(body, "We lost."))).isFalse();
    assertThat(quotes.areCutBy(stretch(body, "They left."))).isFalse();
    assertThat(quotes.areCutBy(stretch(body, "‘So be it,’ she said."))).isFalse();
    assertThat(quotes.areCutBy(stretch(body, "it,’ she said."))).isTrue();
    String open = "“It is over, the captain said.\n\nThe boats left.";
    assertThat(
            new StandardTextBuilder()
                .build(Report.of("r", open))
                .quotes()
                .areCutBy(stretch(open, "“It is over, the captain said.")))
        .isTrue();
  }

  private static Span stretch(String body, String words) {
    int at = body.indexOf(words);
    return new Span(at, at + words.length());
  }
}
