package org.twosource.brief;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.twosource.annotate.Annotated;
import org.twosource.annotate.StandardAnnotator;
import org.twosource.compare.DifferenceReader;
import org.twosource.compare.StatementComparison;
import org.twosource.compare.StatementRelation;
import org.twosource.report.Report;
import org.twosource.reuse.TokenWordAligner;
import org.twosource.text.StandardTextBuilder;
import org.twosource.text.Text;

/** How many sources carry all of a sentence. */
class CarryingReportsTest {
  private static final String FIRE = "The fire at the Kelm mill injured 14 workers on Monday.";

  private static StandardAnnotator annotator;

  @BeforeAll
  static void open() {
    annotator = StandardAnnotator.standard();
  }

  @AfterAll
  static void close() {
    annotator.close();
  }

  /** A reader to whom every sentence states every other: what counts is what words lack. */
  private static Optional<StatementComparison> sure(String first, String second) {
    Map<StatementRelation, Double> all = new EnumMap<>(StatementRelation.class);
    for (StatementRelation relation : StatementRelation.values()) {
      all.put(relation, relation == StatementRelation.SAME ? 1.0 : 0.0);
    }
    return Optional.of(new StatementComparison(all, false));
  }

  private static int families(String... bodies) {
    List<Annotated> reports = new ArrayList<>();
    for (String body : bodies) {
      reports.add(read("r" + reports.size(), body));
    }
    return new Checker(new TokenWordAligner(), CarryingReportsTest::sure, DifferenceReader.SILENT)
        .check(read("summary", FIRE), reports)
        .getFirst()
        .families();
  }

  private static Annotated read(String id, String body) {
    Text text =
        new StandardTextBuilder().build(Report.of(id, body).withLanguage(Optional.of("en")));
    return annotator.annotate(List.of(text)).reports().getFirst();
  }

  @Test
  void everyReportThatHasItAllCountsAndNoneThatLacksANumber() {
    assertThat(families(FIRE)).isEqualTo(1);
    assertThat(families(FIRE, FIRE)).isEqualTo(2);
    assertThat(families(FIRE, FIRE.replace("14", "21"))).isEqualTo(1);
    assertThat(families(FIRE.replace("14", "21"))).isZero();
  }
}
