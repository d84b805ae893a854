package org.twosource;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.twosource.report.PartialDate;
import org.twosource.report.Report;
import org.twosource.text.Published;
import org.twosource.text.Text;

class PublicationDatesTest {
  private static final Optional<PartialDate> NONE = Optional.empty();

  @Test
  void aReportWithoutADateTakesTheMiddleDateOfItsSiblings() {
    List<Text> completed =
        new PublicationDates(Optional.of(new PartialDate("1999-01-01")))
            .complete(
                List.of(
                    text("a", Optional.of("2024-05-03T10:00Z")),
                    text("b", NONE.map(PartialDate::iso)),
                    text("c", Optional.of("2024-05-01")),
                    text("d", Optional.of("2024-05-09"))));
    assertThat(completed.get(1).published())
        .isEqualTo(
            new Published(Optional.of(new PartialDate("2024-05-03")), Published.From.SIBLINGS));
    assertThat(completed.get(0).published().date()).contains(new PartialDate("2024-05-03T10:00Z"));
  }

  @Test
  void withoutSiblingsTheDateNamedByTheUserCounts() {
    List<Text> completed =
        new PublicationDates(Optional.of(new PartialDate("2024-06")))
            .complete(List.of(text("a", Optional.empty())));
    assertThat(completed.get(0).published().from()).isEqualTo(Published.From.AS_OF);
  }

  @Test
  void withoutAnythingTheDateStaysUnknown() {
    List<Text> completed =
        new PublicationDates(NONE).complete(List.of(text("a", Optional.empty())));
    assertThat(completed.get(0).published()).isEqualTo(Published.UNKNOWN);
  }

  private static Text text(String id, Optional<String> date) {
    Published published =
        date.map(iso -> new Published(Optional.of(new PartialDate(iso)), Published.From.METADATA))
            .orElse(Published.UNKNOWN);
    return new Text(
        Report.of(id, "Words."),
        "en",
        published,
        List.of(),
        List.of(),
        List.of(),
        Optional.empty());
  }
}
