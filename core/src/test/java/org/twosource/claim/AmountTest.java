package org.twosource.claim;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.twosource.annotate.Quantity.Bound;
import org.twosource.report.Span;

/** When two numbers may be one count put differently. */
class AmountTest {
  private static final Span ANYWHERE = new Span(0, 1);

  private static Amount amount(double value, Bound bound, String measure) {
    return new Amount(ANYWHERE, ANYWHERE, value, bound, measure, Set.of("pilot", "#dead"));
  }

  @ParameterizedTest
  @CsvSource({
    // exact numbers agree where one is round and the other near
    "1000, EXACT, 976, EXACT, count, true",
    "1000, EXACT, 974, EXACT, count, false",
    "1001, EXACT, 999, EXACT, count, false",
    "20, EXACT, 20.4, EXACT, count, true",
    "10, EXACT, 10.2, EXACT, count, false",
    "30, EXACT, 30.5, EXACT, year-old, false",
    "1001, EXACT, 999, EXACT, metre, true",
    "1001, EXACT, 970, EXACT, metre, false",
    "1001, EXACT, 999, EXACT, kilogram, true",
    // rough ones within a tenth
    "200, ABOUT, 181, EXACT, count, true",
    "200, ABOUT, 179, EXACT, count, false",
    "181, EXACT, 200, ABOUT, count, true",
    "181, EXACT, 201, EXACT, count, false",
    // bounds leave room for a quarter, on their own side only
    "100, AT_LEAST, 124, EXACT, count, true",
    "100, AT_LEAST, 126, EXACT, count, false",
    "100, AT_LEAST, 85, EXACT, count, false",
    "100, MORE_THAN, 124, EXACT, count, true",
    "100, AT_MOST, 81, EXACT, count, true",
    "100, AT_MOST, 79, EXACT, count, false",
    "100, AT_MOST, 115, EXACT, count, false",
    "124, EXACT, 100, AT_LEAST, count, true",
    "100, AT_LEAST, 124, ABOUT, count, false",
    // hours within five minutes, rough ones within a quarter of an hour
    "600, EXACT, 605, EXACT, minute, true",
    "600, EXACT, 606, EXACT, minute, false",
    "600, ABOUT, 615, EXACT, minute, true",
    "600, ABOUT, 616, EXACT, minute, false",
    "600, EXACT, 615, ABOUT, minute, true",
  })
  void twoNumbersMayBeOneCount(
      double one, Bound ofOne, double other, Bound ofOther, String measure, boolean agree) {
    Amount first = amount(one, ofOne, measure);
    Amount second = amount(other, ofOther, measure);
    assertThat(first.agreesWith(second)).isEqualTo(agree);
    assertThat(second.agreesWith(first)).isEqualTo(agree);
  }

  @Test
  void onlyWhatWasConvertedIsTheSameWithoutBeingEqual() {
    assertThat(amount(100, Bound.EXACT, "metre").isSameAs(amount(102, Bound.EXACT, "metre")))
        .isTrue();
    assertThat(amount(100, Bound.EXACT, "metre").isSameAs(amount(103, Bound.EXACT, "metre")))
        .isFalse();
    assertThat(amount(100, Bound.EXACT, "count").isSameAs(amount(101, Bound.EXACT, "count")))
        .isFalse();
    assertThat(amount(100, Bound.EXACT, "count").isSameAs(amount(100, Bound.ABOUT, "count")))
        .isTrue();
  }

  @Test
  void anAnswerIsTheNumberWithItsMeasure() {
    assertThat(amount(15, Bound.EXACT, "count").answer()).isEqualTo("15");
    assertThat(amount(80.5, Bound.EXACT, "metre").answer()).isEqualTo("80.5 metre");
    assertThat(amount(15, Bound.EXACT, "count").nouns()).containsExactly("pilot");
  }
}
