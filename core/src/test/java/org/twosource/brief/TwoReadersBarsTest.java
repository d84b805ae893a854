package org.twosource.brief;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.twosource.annotate.Annotated;
import org.twosource.annotate.StandardAnnotator;
import org.twosource.compare.Difference;
import org.twosource.compare.DifferenceReader;
import org.twosource.compare.StatementComparer;
import org.twosource.compare.StatementComparison;
import org.twosource.compare.StatementRelation;
import org.twosource.report.Report;
import org.twosource.text.StandardTextBuilder;

/** The bars of the two readers, with readers that say what the test wants. */
class TwoReadersBarsTest {
  private static final String DRAFT = "The pier of Kelm was sold.";
  private static final String ONE = "The council of Kelm sold the old pier.";
  private static final String TWO = "The council sold the old pier and the mayor left Kelm.";

  private static StandardAnnotator annotator;

  @BeforeAll
  static void open() {
    annotator = StandardAnnotator.standard();
  }

  @AfterAll
  static void close() {
    annotator.close();
  }

  /** What follows, and what differs, by the first text; of a text not named nothing follows. */
  private static class Said implements StatementComparer, DifferenceReader {
    private final Map<String, double[]> values = new HashMap<>();

    Said of(String first, double follows, double second, double differs) {
      values.put(first, new double[] {follows, second, differs});
      return this;
    }

    private double[] values(String first) {
      return values.getOrDefault(first, new double[] {0, 0, 0});
    }

    @Override
    public Optional<StatementComparison> compare(String first, String second) {
      return Optional.of(comparison(values(first)[0], false));
    }

    @Override
    public Optional<Difference> read(String before, String after) {
      double[] said = values(before);
      return Optional.of(new Difference(List.of(), List.of(), said[2], comparison(said[1], false)));
    }
  }

  private static StatementComparison comparison(double follows, boolean cut) {
    Map<StatementRelation, Double> all = new EnumMap<>(StatementRelation.class);
    for (StatementRelation relation : StatementRelation.values()) {
      all.put(relation, 0.0);
    }
    all.put(StatementRelation.SAME, follows);
    all.merge(StatementRelation.PART, 1 - follows, Double::sum);
    return new StatementComparison(all, cut);
  }

  private static TwoReaders.Answer read(String report, Said said) {
    List<Annotated> both =
        annotator
            .annotate(
                List.of(
                    new StandardTextBuilder().build(english("report", report)),
                    new StandardTextBuilder().build(english("draft", DRAFT))))
            .reports();
    return new TwoReaders(said, said)
        .read(
            both.get(0),
            both.get(0).sentences().getFirst(),
            both.get(1),
            both.get(1).sentences().getFirst())
        .orElseThrow();
  }

  private static Report english(String id, String body) {
    return Report.of(id, body).withLanguage(Optional.of("en"));
  }

  @Test
  void theMeanOfBothReachesTheBarAndNothingDiffers() {
    assertThat(read(ONE, new Said().of(ONE, .8, .62, 0)).states()).isTrue();
    assertThat(read(ONE, new Said().of(ONE, .8, .58, 0)).states()).isFalse();
    assertThat(read(ONE, new Said().of(ONE, .8, .8, .59)).states()).isTrue();
    assertThat(read(ONE, new Said().of(ONE, .8, .8, .61)).states()).isFalse();
    assertThat(read(ONE, new Said().of(ONE, 1, 1, .99)).states()).isFalse();
  }

  @Test
  void theSecondIsNotAskedWhereTheFirstSaysLittle() {
    assertThat(read(ONE, new Said().of(ONE, .39, 1, .9)).follows()).isEqualTo(.39 / 2);
    assertThat(read(ONE, new Said().of(ONE, .39, 1, .9)).differs()).isZero();
    assertThat(read(ONE, new Said().of(ONE, .41, 1, .9)).follows()).isEqualTo((.41 + 1) / 2);
  }

  @Test
  void whatIsOnTheMatterAndDiffersRefuses() {
    assertThat(read(ONE, new Said().of(ONE, .5, .4, .61)).refuses()).isTrue();
    assertThat(read(ONE, new Said().of(ONE, .5, .4, .59)).refuses()).isFalse();
    assertThat(read(ONE, new Said().of(ONE, .41, .2, .9)).refuses()).isFalse();
  }

  @Test
  void ofTwoStatementsOneMustStateItByItselfOrHintAtIt() {
    assertThat(read(TWO, new Said().of(TWO, .9, .9, 0)).states()).isFalse();
    assertThat(read(TWO, alone(TWO, .9, .66)).states()).isTrue();
    assertThat(read(TWO, alone(TWO, .5, .66)).states()).isTrue();
    assertThat(read(TWO, alone(TWO, .5, .64)).states()).isFalse();
    assertThat(read(TWO, alone(TWO, .72, .52)).states()).isTrue();
    assertThat(read(TWO, alone(TWO, .72, .48)).states()).isFalse();
    assertThat(read(TWO, alone(TWO, .68, .52)).states()).isFalse();
    assertThat(read(TWO, alone(TWO, .72, .52)).follows()).isEqualTo(.72);
  }

  /** The whole says so much, and whatever part of it is asked. */
  private static Said alone(String whole, double ofWhole, double ofPart) {
    return new Said() {
      @Override
      public Optional<StatementComparison> compare(String first, String second) {
        return Optional.of(comparison(first.equals(whole) ? ofWhole : ofPart, false));
      }

      @Override
      public Optional<Difference> read(String before, String after) {
        return Optional.of(
            new Difference(
                List.of(),
                List.of(),
                0,
                comparison(before.equals(whole) ? ofWhole : ofPart, false)));
      }
    };
  }
}
