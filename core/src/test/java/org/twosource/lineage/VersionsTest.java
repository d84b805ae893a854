package org.twosource.lineage;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.twosource.annotate.Annotated;
import org.twosource.report.Edition;
import org.twosource.report.PartialDate;
import org.twosource.report.Report;
import org.twosource.reuse.PassageAligner;
import org.twosource.text.StandardTextBuilder;

class VersionsTest {
  private static final String FIRST =
      "The ferry Aurelia ran aground off Selwyn on Monday. Four people were hurt, the coast guard"
          + " said. The cause was not known.";
  private static final String OTHER =
      "A bakers' strike closed shops across the city of Orlen. Talks begin at noon, the union said.";

  @Test
  void printingsOfOnePageAreOneFamilyAndOneSourceWhateverTheyShare() {
    Annotated early =
        report(
            "a",
            "https://cityherald.example/ferry?utm_source=x",
            "City Herald",
            "2024-03-01",
            FIRST);
    Annotated late =
        report("b", "https://www.cityherald.example/ferry#2", "City Herald", "2024-03-02", OTHER);
    Lineage lineage = lineage(late, early);
    assertThat(lineage.families()).hasSize(1);
    assertThat(lineage.sources()).hasSize(1);
    assertThat(lineage.versions().versionOf("b")).contains("a");
    assertThat(lineage.versions().versionOf("a")).isEmpty();
    assertThat(lineage.versions().supersedes("b", "a")).isTrue();
    assertThat(lineage.families().getFirst().why())
        .contains("b is a later printing of the page of a");
  }

  @Test
  void theLastChangeOrdersPrintingsOfOneDay() {
    Annotated early =
        report("b", "https://cityherald.example/ferry", "City Herald", "2024-03-01", FIRST);
    Annotated late =
        Annotated.bare(
            new StandardTextBuilder()
                .build(
                    early
                        .report()
                        .withId("a")
                        .withEdition(
                            new Edition(
                                Optional.empty(), PartialDate.parse("2024-03-02"), List.of()))));
    assertThat(Versions.of(List.of(late, early)).printingsOf("a")).containsExactly("b", "a");
  }

  @Test
  void reportsOfOnePublisherAreOneSourceEvenIfTheyShareNoText() {
    Annotated one =
        report("a", "https://cityherald.example/ferry", "City Herald", "2024-03-01", FIRST);
    Annotated two =
        report("b", "https://cityherald.example/strike", "The City Herald", "2024-03-01", OTHER);
    Annotated third =
        report(
            "c",
            "https://valleypost.example/x",
            "Valley Post",
            "2024-03-01",
            OTHER.replace("bakers", "tailors"));
    Lineage lineage = lineage(one, two);
    assertThat(lineage.families()).hasSize(2);
    assertThat(lineage.sources()).hasSize(1);
    assertThat(lineage.sources().getFirst().why())
        .containsExactly("a and b are of one publisher: City Herald");
    assertThat(lineage(one, third).sources()).hasSize(2);
  }

  @Test
  void aNameGivenByAFeedIsAPageOfItsPublisherOnly() {
    assertThat(Versions.of(List.of(item("a", "City Herald"), item("b", "City Herald"))).pages())
        .containsExactly(List.of("a", "b"));
    assertThat(Versions.of(List.of(item("a", "City Herald"), item("b", "Valley Post"))).pages())
        .isEmpty();
  }

  private static Annotated item(String id, String outlet) {
    Report report =
        Report.of(id, FIRST)
            .withOutlet(Optional.of(outlet))
            .withEdition(new Edition(Optional.of("1"), Optional.empty(), List.of()));
    return Annotated.bare(new StandardTextBuilder().build(report));
  }

  private static Lineage lineage(Annotated... reports) {
    List<Annotated> story = List.of(reports);
    return new FamilyBuilder().build(story, new PassageAligner().align(story));
  }

  private static Annotated report(String id, String url, String outlet, String date, String body) {
    return Annotated.bare(
        new StandardTextBuilder()
            .build(
                new Report(
                    id,
                    id,
                    Optional.of(url),
                    Optional.of(outlet),
                    Optional.empty(),
                    List.of(),
                    List.of(),
                    PartialDate.parse(date),
                    Optional.empty(),
                    body)));
  }
}
