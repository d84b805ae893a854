package org.twosource.annotate.quantity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.twosource.CasesFile;
import org.twosource.annotate.Annotated;
import org.twosource.annotate.Quantity;
import org.twosource.annotate.Quantity.Bound;
import org.twosource.annotate.Quantity.Kind;
import org.twosource.annotate.Quantity.Role;
import org.twosource.annotate.Quantity.Unit;
import org.twosource.annotate.time.TimexAnnotator;
import org.twosource.encode.TextEncoding;
import org.twosource.report.Report;
import org.twosource.text.StandardTextBuilder;

/** What is read as a quantity, and what is none. */
class QuantityCasesTest {

  static List<List<String>> cases() {
    return CasesFile.rows("Quantity");
  }

  private static List<Quantity> read(String body, String language) {
    Report bareReport = Report.of("a", body);
    Report report =
        new Report(
            "a",
            "a",
            bareReport.url(),
            bareReport.outlet(),
            bareReport.headline(),
            bareReport.byline(),
            bareReport.credit(),
            bareReport.published(),
            Optional.of(language),
            body);
    Annotated bare = Annotated.bare(new StandardTextBuilder().build(report));
    Annotated timed = new TimexAnnotator().annotate(bare, TextEncoding.NONE);
    return new QuantityAnnotator().annotate(timed, TextEncoding.NONE).quantities();
  }

  @ParameterizedTest
  @MethodSource("cases")
  void quantitiesAreReadWithAllThatIsSaidOfThem(List<String> row) {
    String found =
        read(row.get(0), "en").stream()
            .map(QuantityCasesTest::described)
            .collect(Collectors.joining("; "));
    CasesFile.check(found, row.get(1));
  }

  private static String described(Quantity quantity) {
    List<String> words = new ArrayList<>();
    if (quantity.kind() != Kind.CARDINAL) {
      words.add(quantity.kind().name().toLowerCase(Locale.ROOT));
    }
    if (quantity.bound() != Bound.EXACT) {
      words.add(quantity.bound().name().toLowerCase(Locale.ROOT).replace('_', '-'));
    }
    words.add(quantity.base().stripTrailingZeros().toPlainString());
    if (quantity.unit() != Unit.NONE) {
      words.add(quantity.measure().label());
    }
    if (!quantity.measure().per().isEmpty()) {
      words.add("per " + quantity.measure().per());
    }
    if (quantity.measure().compound() && quantity.unit() != Unit.AGE) {
      words.add("compound");
    }
    if (quantity.role() != Role.ALONE) {
      words.add(quantity.role().name().toLowerCase(Locale.ROOT));
    }
    return String.join(" ", words);
  }

  @Test
  void germanFiguresHaveTheirOwnPointAndComma() {
    assertThat(read("Der Schaden liegt bei rund 1.240,5 Millionen Euro.", "de"))
        .extracting(QuantityCasesTest::described)
        .containsExactly("about 1240500000 money:€");
  }

  @Test
  void theBoundIsPartOfTheSpanAndNotOfTheFigure() {
    String body = "At least 90 girls fled.";
    Quantity girls = read(body, "en").getFirst();
    assertThat(girls.span().in(body)).isEqualTo("At least 90");
    assertThat(girls.figure().in(body)).isEqualTo("90");
    assertThat(girls.counted()).hasValue(3);
  }

  @Test
  void anotherWayToTellANumberIsTheSameNumber() {
    assertThat(agree("It cost $987M.", "It cost $987 million.")).isTrue();
    assertThat(agree("It cost 600,000 dollars.", "It cost $0.6 million.")).isTrue();
    assertThat(agree("It is 10 km off.", "It is 6.2 miles off.")).isTrue();
    assertThat(agree("It took 24 hours.", "It took one day.")).isTrue();
    assertThat(agree("About 33 percent left.", "A third of them left.")).isTrue();
    assertThat(agree("It cost $1,014,940.", "It cost just over a million dollars.")).isTrue();
    assertThat(agree("It had 1,150 guests.", "It had more than 1,000 guests.")).isTrue();
    assertThat(agree("Dozens of boats sank.", "More than 40 boats sank.")).isTrue();
  }

  @Test
  void anotherUnitBoundOrSizeIsAnotherNumber() {
    assertThat(agree("It cost $987 million.", "It cost $987 billion.")).isFalse();
    assertThat(agree("It cost 300 euros.", "It cost 300 dollars.")).isFalse();
    assertThat(agree("It fell 5 km off.", "It fell 5 miles off.")).isFalse();
    assertThat(agree("It rose 2 percent.", "It rose 2 percentage points.")).isFalse();
    assertThat(agree("It cost $1,014,940.", "It cost almost a million dollars.")).isFalse();
    assertThat(agree("Nearly 500 came.", "More than 500 came.")).isFalse();
    assertThat(agree("A third of it burned.", "Half of it burned.")).isFalse();
    assertThat(agree("Dozens of boats sank.", "Hundreds of boats sank.")).isFalse();
  }

  private static boolean agree(String one, String other) {
    return read(one, "en").getFirst().agrees(read(other, "en").getFirst());
  }
}
