package org.twosource.lineage;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.twosource.annotate.Annotated;
import org.twosource.report.Report;
import org.twosource.text.StandardTextBuilder;

class EarlierPrintingsTest {
  private static final String KEPT = "The ferry Aurelia ran aground off Selwyn on Monday. ";

  @Test
  void whatTheLastPrintingPutsOtherwiseIsOvertaken() {
    assertThat(
            overtaken(
                KEPT + "Four people were hurt. A crane was sent.",
                KEPT + "Seven people were hurt. A crane was sent.",
                KEPT + "Nine people were hurt. A crane was sent."))
        .containsExactly("Four people were hurt.", "Seven people were hurt.");
  }

  @Test
  void whatWasTakenOutIsOvertakenAndOtherMarksAreNot() {
    assertThat(
            overtaken(
                KEPT + "\"It was a bang,\" said Tom Lind. The cause is not known.",
                KEPT + "“It was a bang”, said Tom Lind."))
        .containsExactly("The cause is not known.");
  }

  @Test
  void aStubTakesNothingBack() {
    assertThat(
            overtaken(
                KEPT + "Four people were hurt. A crane was sent. It was dark.",
                "Subscribe to read on."))
        .isEmpty();
  }

  @Test
  void reportsOfDifferentPagesOvertakeNothing() {
    assertThat(EarlierPrintings.overtaken(List.of(report("a", KEPT)), Versions.NONE)).isEmpty();
  }

  private static List<String> overtaken(String... printings) {
    List<Annotated> reports = new ArrayList<>();
    for (String body : printings) {
      reports.add(report("r" + reports.size(), body));
    }
    Versions versions = Versions.ofPages(List.of(reports.stream().map(Annotated::id).toList()));
    return EarlierPrintings.overtaken(reports, versions).stream()
        .map(
            at ->
                at.span()
                    .in(
                        reports.stream()
                            .filter(one -> one.id().equals(at.report()))
                            .findFirst()
                            .orElseThrow()
                            .body()))
        .toList();
  }

  private static Annotated report(String id, String body) {
    return Annotated.bare(new StandardTextBuilder().build(Report.of(id, body)));
  }
}
