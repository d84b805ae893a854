package org.twosource.claim.wording;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.twosource.annotate.Annotated;
import org.twosource.annotate.Quantity;
import org.twosource.annotate.StandardAnnotator;
import org.twosource.claim.Amount;
import org.twosource.report.Report;
import org.twosource.reuse.ContentWords;
import org.twosource.text.Language;
import org.twosource.text.StandardTextBuilder;

class AmountBuilderTest {
  private final Language language = Language.find("en").orElseThrow();
  private final AmountBuilder builder = new AmountBuilder(language, new ContentWords(language));

  private List<Amount> read(String text) {
    Annotated annotated =
        StandardAnnotator.lexical()
            .annotate(List.of(new StandardTextBuilder().build(english(text))))
            .reports()
            .getFirst();
    return builder.build(
        annotated.sentences().getFirst(), annotated.quantities(), List.of(), Optional.empty());
  }

  private static Report english(String text) {
    Report bare = Report.of("a", text);
    return new Report(
        "a",
        "a",
        bare.url(),
        bare.outlet(),
        bare.headline(),
        bare.byline(),
        bare.credit(),
        bare.published(),
        Optional.of("en"),
        text);
  }

  @Test
  void eachTollGoesWithItsOwnTopic() {
    List<Amount> tolls = read("killing at least two people and wounding at least 90");
    assertThat(tolls).extracting(Amount::value).containsExactly(2.0, 90.0);
    assertThat(tolls.get(0).of()).contains("#dead");
    assertThat(tolls.get(1).of()).contains("#hurt");
    assertThat(tolls.get(1).bound()).isEqualTo(Quantity.Bound.AT_LEAST);
  }

  @Test
  void lengthsAreComparedInMetres() {
    Amount shaft = read("a 40m-deep shaft").getFirst();
    Amount feet = read("a 130-foot-deep shaft").getFirst();
    assertThat(shaft.measure()).isEqualTo("metre");
    assertThat(shaft.agreesWith(feet)).isTrue();
    assertThat(shaft.agreesWith(read("an 80m-deep shaft").getFirst())).isFalse();
  }

  @Test
  void theFirstNumberOfARangeHasTheScaleOfTheSecond() {
    assertThat(read("between 4.4 and 4.6 billion florins"))
        .extracting(Amount::value)
        .containsExactly(4.4e9, 4.6e9);
    assertThat(read("300 to 2 million people")).extracting(Amount::value).contains(300.0);
  }

  @Test
  void aNumberBehindWhatItNumbersCountsNothing() {
    assertThat(read("he passed him at turn three later in the race")).isEmpty();
    assertThat(read("the race was stopped on lap 20 in rain")).isEmpty();
    assertThat(read("last year 40 boats sank on the line"))
        .extracting(Amount::value)
        .containsExactly(40.0);
    assertThat(read("with two laps to go")).extracting(Amount::value).containsExactly(2.0);
  }

  @Test
  void aNumberInsideANameIsNoQuantity() {
    assertThat(read("the Harbour-7 tug")).isEmpty();
  }

  @Test
  void oneOfACountedGroupIsNoCountOfItsOwn() {
    assertThat(read("she was one of the six people killed"))
        .extracting(Amount::value)
        .containsExactly(6.0);
  }

  @Test
  void aRoundedNumberAgreesWithTheExactOne() {
    Amount rough = read("more than 270 boats").getFirst();
    assertThat(rough.agreesWith(read("276 boats").getFirst())).isTrue();
    assertThat(rough.agreesWith(read("340 boats").getFirst())).isFalse();
  }
}
