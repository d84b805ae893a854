package org.twosource.lineage;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.twosource.annotate.Annotated;
import org.twosource.report.Edition;
import org.twosource.report.Handle;
import org.twosource.report.PartialDate;
import org.twosource.report.Report;
import org.twosource.text.StandardTextBuilder;

/** Which sentences a correction takes back: in older printings, in copies, and nowhere else. */
class CorrectionsTest {
  private static final String PAGE = "https://cityherald.example/pilots";
  private static final String REST =
      "The ferry company said it was sorry for the fall. Its ships leave the basin again on Monday.\n";
  private static final String OLD =
      "Pilot Ana Moss won the island's regatta for the sixth time on Sunday.\n" + REST;
  private static final String NEW =
      "Pilot Ana Moss won the island's regatta for the seventh time on Sunday.\n" + REST;
  private static final String NOTE =
      "Correction: An earlier version of this article misstated how often Ana Moss has won the"
          + " regatta. It is seven, not six.\n";

  /** A report of a page, in the family of all. */
  private static Annotated report(String id, String url, String day, String body, String... notes) {
    Edition edition =
        new Edition(Optional.empty(), Optional.empty(), Arrays.stream(notes).toList());
    return Annotated.bare(
        new StandardTextBuilder()
            .build(
                new Report(
                    id,
                    id,
                    Optional.of(url),
                    Optional.of(url.contains("cityherald") ? "City Herald" : "Valley Post"),
                    Optional.empty(),
                    List.of(),
                    List.of(),
                    PartialDate.parse(day),
                    Optional.of("en"),
                    edition,
                    body)));
  }

  private static List<String> withdrawn(Annotated... reports) {
    List<Annotated> all = List.of(reports);
    List<String> ids = all.stream().map(Annotated::id).toList();
    Origin origin =
        new Origin(ids.getFirst(), Optional.of(ids.getFirst()), Optional.empty(), List.of());
    Family family = new Family(new Handle("f", "f1"), ids, origin, List.of());
    return Corrections.in(all, Versions.of(all), List.of(family)).stream()
        .map(one -> one.at().report() + " by " + one.by() + ": " + text(all, one))
        .toList();
  }

  private static String text(List<Annotated> reports, Withdrawal one) {
    return IntStream.range(0, reports.size())
        .mapToObj(reports::get)
        .filter(report -> report.id().equals(one.at().report()))
        .map(report -> one.at().span().in(report.body()))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void aNoteInTheTextTakesBackTheSentenceOfTheOlderPrintingAndOfTheCopy() {
    String copied =
        "Ana Moss, a pilot, won the regatta for the sixth time, the City Herald said.\n";
    assertThat(
            withdrawn(
                report("a", PAGE, "2031-05-04", OLD),
                report("b", PAGE, "2031-05-05", NEW + NOTE),
                report("c", "https://valleypost.example/x", "2031-05-04", copied + REST)))
        .containsExactly(
            "a by b: Pilot Ana Moss won the island's regatta for the sixth time on Sunday.",
            "c by b: Ana Moss, a pilot, won the regatta for the sixth time, the City Herald said.");
  }

  @Test
  void aNoteInTheMetadataDoesTheSame() {
    assertThat(
            withdrawn(
                report("a", PAGE, "2031-05-04", OLD),
                report("b", PAGE, "2031-05-05", NEW, NOTE.replace("Correction: ", ""))))
        .hasSize(1);
  }

  @Test
  void aCopyIsTakenBackFromWhereTheOlderPrintingIsNotAtHand() {
    assertThat(
            withdrawn(
                report("b", PAGE, "2031-05-05", NEW + NOTE),
                report("c", "https://valleypost.example/x", "2031-05-04", OLD)))
        .containsExactly(
            "c by b: Pilot Ana Moss won the island's regatta for the sixth time on Sunday.");
  }

  @Test
  void aMisspelledNameIsTakenBackAndSoIsASentenceThatIsGone() {
    String note =
        "An earlier version of this article misspelled the name of the pilot who won the regatta."
            + " She is Ana Moss, not Anna Mosse.\n";
    assertThat(
            withdrawn(
                report("a", PAGE, "2031-05-04", OLD.replace("Ana Moss", "Anna Mosse")),
                report("b", PAGE, "2031-05-05", OLD + note)))
        .hasSize(1);
    String gone = "Moss was fined by the harbour court in March for speeding in the basin.\n";
    assertThat(
            withdrawn(
                report("a", PAGE, "2031-05-04", NEW + gone),
                report(
                    "b",
                    PAGE,
                    "2031-05-05",
                    NEW
                        + "Correction: An earlier version of this article wrongly said that Moss was"
                        + " fined by the harbour court in March for speeding.\n")))
        .containsExactly(
            "a by b: Moss was fined by the harbour court in March for speeding in the basin.");
  }

  @Test
  void whatTheNoteDoesNotSpeakOfStands() {
    // another sentence was edited besides
    assertThat(
            withdrawn(
                report("a", PAGE, "2031-05-04", OLD.replace("on Monday", "on Friday")),
                report("b", PAGE, "2031-05-05", NEW + NOTE)))
        .hasSize(1);
    // something was added, nothing taken back
    assertThat(
            withdrawn(
                report("a", PAGE, "2031-05-04", OLD),
                report(
                    "b",
                    PAGE,
                    "2031-05-05",
                    NEW
                        + "Update: Pilot Ana Moss thanked the island for the regatta on Sunday.\n")))
        .isEmpty();
    // the copy has been put right
    assertThat(
            withdrawn(
                report("b", PAGE, "2031-05-05", NEW + NOTE),
                report("c", "https://valleypost.example/x", "2031-05-06", NEW)))
        .isEmpty();
    // a later printing is not taken back by an older one's note
    assertThat(
            withdrawn(
                report("a", PAGE, "2031-05-04", NEW + NOTE), report("b", PAGE, "2031-05-05", OLD)))
        .isEmpty();
  }
}
