package org.twosource.annotate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.twosource.report.Report;
import org.twosource.report.Span;
import org.twosource.text.Sentence;
import org.twosource.text.StandardTextBuilder;

class PredicatesTest {
  private static final StandardAnnotator ANNOTATOR = StandardAnnotator.standard();

  @Test
  void eachVerbOfASubjectIsAPredicateWithIt() {
    assertThat(predicates("The deal raises pay by 6 percent and sets up a committee."))
        .containsExactly("The deal raises pay by 6 percent", "The deal sets up a committee.");
    assertThat(predicates("Police searched the house, seized two cars and arrested a man."))
        .containsExactly(
            "Police searched the house", "Police seized two cars", "Police arrested a man.");
    assertThat(predicates("The old bridge collapsed and blocked the river."))
        .containsExactly("The old bridge collapsed", "The old bridge blocked the river.");
  }

  @Test
  void whatHasOneVerbIsOnePredicate() {
    assertThat(predicates("The deal raises pay and pensions.")).hasSize(1);
    assertThat(predicates("Police and firemen searched the house.")).hasSize(1);
    assertThat(predicates("The mayor said that the old bridge was safe.")).hasSize(1);
  }

  @Test
  void aSentenceThatBreaksOffBehindAJoiningWordIsCutThere() {
    assertThat(predicates("The old bridge collapsed and blocked the river, and")).isNotEmpty();
    assertThat(predicates("Police searched the house and seized and")).isNotEmpty();
    assertThat(predicates("They met, talked,")).isNotEmpty();
  }

  private static List<String> predicates(String body) {
    Annotated report =
        ANNOTATOR
            .annotate(List.of(new StandardTextBuilder().build(Report.of("r", body))))
            .reports()
            .getFirst();
    Sentence sentence = report.sentences().getFirst();
    return Predicates.of(report, sentence, new Span(0, body.length())).stream()
        .map(predicate -> Predicates.inWords(report, sentence, predicate))
        .toList();
  }
}
