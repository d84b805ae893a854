package org.twosource.lineage;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.twosource.annotate.Annotated;
import org.twosource.annotate.StandardAnnotator;
import org.twosource.report.Report;
import org.twosource.reuse.PassageAligner;
import org.twosource.text.StandardTextBuilder;
import org.twosource.text.Text;

/** What is told of families of many prints. */
class LargeFamiliesTest {
  private static final String AGENCY =
      "The ferry Marigold ran aground near Arden harbour early on Tuesday with 212 people aboard."
          + "\n\nRescue boats took off all passengers within three hours, the coast guard said."
          + "\n\nThe vessel had been inspected in March and its steering gear was found defective."
          + "\n\nInvestigators will lift the wreck next week if the weather allows.";

  private static Lineage prints(int count) {
    List<Text> texts = new ArrayList<>();
    for (int at = 0; at < count; at++) {
      texts.add(
          new StandardTextBuilder()
              .build(Report.of("r" + at, AGENCY).withLanguage(Optional.of("en"))));
    }
    List<Annotated> reports = StandardAnnotator.lexical().annotate(texts).reports();
    return new FamilyBuilder().build(reports, new PassageAligner().align(reports));
  }

  private static Map<String, Integer> told(Lineage lineage) {
    Map<String, Integer> told = new HashMap<>();
    for (Derivation one : lineage.derivations()) {
      if (!one.from().equals(lineage.families().getFirst().origin().id())) {
        told.merge(one.from(), 1, Integer::sum);
        told.merge(one.to(), 1, Integer::sum);
      }
    }
    return told;
  }

  @Test
  void ofThirtyPrintsEveryPairIsTold() {
    Lineage lineage = prints(30);
    assertThat(lineage.families()).hasSize(1);
    assertThat(told(lineage))
        .hasSize(30)
        .allSatisfy((report, times) -> assertThat(times).isEqualTo(29));
  }

  @Test
  void ofMoreOnlyTheSurestSixOfEachUnlessAnotherNeedsThem() {
    Lineage lineage = prints(32);
    assertThat(lineage.families()).hasSize(1);
    Map<String, Integer> told = told(lineage);
    assertThat(told).hasSize(32).containsEntry("r0", 31).containsEntry("r31", 6);
    assertThat(told.values().stream().filter(times -> times == 6).count()).isEqualTo(26);
  }
}
