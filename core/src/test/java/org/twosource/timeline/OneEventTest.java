package org.twosource.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.twosource.annotate.Annotations;
import org.twosource.annotate.StandardAnnotator;
import org.twosource.compare.StatementComparer;
import org.twosource.compare.StatementComparison;
import org.twosource.compare.StatementRelation;
import org.twosource.lineage.Lineage;
import org.twosource.report.PartialDate;
import org.twosource.report.Report;
import org.twosource.reuse.ContentWords;
import org.twosource.text.Language;
import org.twosource.text.StandardTextBuilder;
import org.twosource.text.Text;

/** Which rows of one day are made one, with a comparison that says what the test wants. */
class OneEventTest {
  private static final Language ENGLISH = Language.find("en").orElseThrow();

  private static StandardAnnotator annotator;
  private int asked;

  @BeforeAll
  static void open() {
    annotator = StandardAnnotator.standard();
  }

  @AfterAll
  static void close() {
    annotator.close();
  }

  private StatementComparer sharing(double share, boolean cut) {
    Map<StatementRelation, Double> all = new EnumMap<>(StatementRelation.class);
    for (StatementRelation relation : StatementRelation.values()) {
      all.put(relation, 0.0);
    }
    all.put(StatementRelation.SAME, share);
    all.merge(StatementRelation.NEITHER, 1 - share, Double::sum);
    return (first, second) -> {
      asked++;
      return Optional.of(new StatementComparison(all, cut));
    };
  }

  private static List<EventDraft> drafts(String... bodies) {
    List<Text> texts = new ArrayList<>();
    for (String body : bodies) {
      texts.add(new StandardTextBuilder().build(report("r" + texts.size(), body)));
    }
    Annotations annotations = annotator.annotate(texts);
    List<EventDraft> drafts = new ArrayList<>();
    for (DatedMention mention :
        new DatedMentionReader(ENGLISH, new ContentWords(ENGLISH))
            .read(annotations, new Lineage(List.of(), List.of()))) {
      drafts.add(
          new EventDraft(drafts.size(), new ArrayList<>(List.of(mention)), new ArrayList<>()));
    }
    return drafts;
  }

  private static Report report(String id, String body) {
    return new Report(
        id,
        id,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        List.of(),
        List.of(),
        PartialDate.parse("2031-05-07"),
        Optional.of("en"),
        body);
  }

  private int rows(StatementComparer comparer, String... bodies) {
    return new OneEvent(comparer).joined(drafts(bodies)).size();
  }

  @Test
  void rowsThatSurelyShareAStatementAreOne() {
    String sold = "The council sold the pier on Monday.";
    String left = "The brewery took over the landing stage on Monday.";
    assertThat(rows(sharing(.91, false), sold, left)).isEqualTo(1);
    assertThat(rows(sharing(.89, false), sold, left)).isEqualTo(2);
    assertThat(rows(sharing(.99, true), sold, left)).isEqualTo(2);
    assertThat(rows(sharing(0, false), sold, sold)).isEqualTo(1);
  }

  @Test
  void otherDaysOtherKindsAndOtherNamesAreNotAsked() {
    String sold = "Marta Lindqvist sold the pier on Monday.";
    assertThat(rows(sharing(1, false), sold, "The pier was sold on Tuesday.")).isEqualTo(2);
    assertThat(rows(sharing(1, false), sold, "Jon Ek sold the pier on Monday.")).isEqualTo(2);
    assertThat(
            rows(
                sharing(1, false),
                "The board will sell the pier in June.",
                "The sale of the pier in June was called off."))
        .isEqualTo(2);
    assertThat(asked).isZero();
  }

  @Test
  void noMoreThanSixtyPairsOfOneStoryAreAsked() {
    String[] bodies = new String[14];
    for (int at = 0; at < bodies.length; at++) {
      bodies[at] = "The board sold ship number " + (at + 11) + " of the fleet on Monday.";
    }
    assertThat(rows(sharing(0, false), bodies)).isEqualTo(14);
    assertThat(asked).isEqualTo(60);
  }
}
