package org.twosource.report.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.twosource.CpuLimit;
import org.twosource.report.InputReader;
import org.twosource.report.Limits;
import org.twosource.report.PartialDate;
import org.twosource.report.Reading;
import org.twosource.report.Unreadable;

/** Inputs made to cost much, and dates that no calendar has. */
class HostileInputTest {

  private static Reading read(String text, Limits limits) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    return new InputReader(limits).read(Content.of("odd", "odd", bytes));
  }

  private static List<String> reasons(String text) {
    Reading reading =
        CpuLimit.within(
            Duration.ofSeconds(20), () -> read(text, Limits.standard().with("page-tags", 50_000)));
    return reading.unreadable().stream().map(Unreadable::reason).toList();
  }

  @Test
  void aPageOrFeedOfMillionsOfTagsIsNotReadAndTold() {
    String said = "more than the limit page-tags = 50,000";
    for (String tag : List.of("<b>", "<p>x", "<i a=b>", "</p>", "<!---->")) {
      assertThat(reasons("<html><body><p>Text." + tag.repeat(2_000_000))).containsExactly(said);
    }
    assertThat(reasons("<rss><channel>" + "<item><title>x</title></item>".repeat(500_000)))
        .containsExactly(said);
    assertThat(reasons("<?xml version=\"1.0\"?><nitf>" + "<p>x</p>".repeat(500_000)))
        .containsExactly(said);
  }

  @Test
  void anEntryOfManyTagsCostsItselfAlone() {
    String large = "&lt;b&gt;".repeat(60_000);
    Reading reading =
        read(
            "<rss><channel><item><description>"
                + large
                + "</description></item><item><description>The ferry sails again.</description>"
                + "</item></channel></rss>",
            Limits.standard().with("page-tags", 50_000));
    assertThat(reading.reports())
        .extracting(report -> report.body())
        .containsExactly("The ferry sails again.");
    assertThat(reading.unreadable()).hasSize(1);
    assertThat(reading.unreadable().getFirst().source()).isEqualTo("odd#1");
  }

  @Test
  void aDateThatNobodyPrintedOnIsNoPublicationDate() {
    for (String odd : List.of("0000-00-00", "0000-01-01", "9999-12-31", "10000-01-01")) {
      assertThat(DateForms.parse(odd)).as(odd).isEmpty();
      Reading reading = read("{\"text\": \"Text.\", \"date\": \"" + odd + "\"}", Limits.standard());
      assertThat(reading.reports()).hasSize(1);
      assertThat(reading.reports().getFirst().published()).isEmpty();
    }
    assertThat(DateForms.parse("1788-01-01")).contains(new PartialDate("1788-01-01"));
  }

  @Test
  void aZoneOrHourThatDoesNotExistIsLeftOut() {
    assertThat(DateForms.parse("2024-05-08T10:00:00+99:99"))
        .contains(new PartialDate("2024-05-08T10:00"));
    assertThat(DateForms.parse("2024-05-08T10:00:00+05:30"))
        .contains(new PartialDate("2024-05-08T10:00+05:30"));
    assertThat(PartialDate.parse("2024-05-08T10:00+99:99")).isEmpty();
    assertThat(PartialDate.parse("2024-05-08T77:00Z")).isEmpty();
    assertThat(PartialDate.parse("0000")).isEmpty();
  }

  @Test
  void aDayBeyondTheLastYearIsTheLastDay() {
    assertThat(PartialDate.of(LocalDate.of(9999, 12, 31).plusDays(1)).iso())
        .isEqualTo("9999-12-31");
    assertThat(PartialDate.of(LocalDate.of(-3, 1, 1)).iso()).isEqualTo("0001-01-01");
  }

  @Test
  void markupInAJsonFeedIsReadAsText() {
    Reading reading =
        read(
            "{\"items\": [{\"id\": \"a\", \"content_html\": \"<p>The caf&eacute; &amp; bar shut.</p><p>It was late.</p>\"},"
                + "{\"id\": \"b\", \"content_html\": \""
                + "<b>".repeat(60_000)
                + "\"}]}",
            Limits.standard().with("page-tags", 50_000));
    assertThat(reading.reports())
        .extracting(report -> report.body())
        .containsExactly("The caf\u00e9 & bar shut.\nIt was late.");
    assertThat(reading.unreadable()).extracting(Unreadable::source).containsExactly("odd:2");
  }

  @Test
  void anEmptyGzipFileIsTold() throws java.io.IOException {
    java.io.ByteArrayOutputStream packed = new java.io.ByteArrayOutputStream();
    new java.util.zip.GZIPOutputStream(packed).close();
    for (byte[] bytes : List.of(packed.toByteArray(), new byte[0])) {
      Reading reading = new InputReader(Limits.standard()).read(Content.of("a.gz", "a.gz", bytes));
      assertThat(reading.reports()).isEmpty();
      assertThat(reading.unreadable()).hasSize(1);
    }
  }
}
