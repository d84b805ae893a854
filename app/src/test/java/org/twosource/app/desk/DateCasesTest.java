package org.twosource.app.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.twosource.report.InputReader;
import org.twosource.report.Limits;
import org.twosource.report.PartialDate;
import org.twosource.report.Report;
import org.twosource.report.format.Content;

/**
 * Dates of entries as feeds write them: 26 ways of ten moments, and 40 that name no date. A date is
 * right when it is the minute (where a zone is given), or the day, month or year that was written.
 */
class DateCasesTest {
  /** Share of the cases that may be wrong. */
  private static final double WRONG = .02;

  private static final List<OffsetDateTime> MOMENTS =
      List.of(
          moment("2026-03-10T08:05:09Z"),
          moment("2026-03-05T00:00:00Z"),
          moment("2024-02-29T23:59:59Z"),
          moment("2019-12-31T22:30:00Z"),
          moment("2020-01-01T00:00:01Z"),
          moment("2015-06-30T12:00:00Z"),
          moment("2009-09-09T09:09:09Z"),
          moment("2001-10-11T04:44:00Z"),
          moment("2025-08-02T17:20:45Z"),
          moment("2022-11-21T19:01:30Z"));

  private static OffsetDateTime moment(String text) {
    return Instant.parse(text).atOffset(ZoneOffset.UTC);
  }

  /** What a date is compared by. */
  private enum By {
    MOMENT,
    DAY,
    MONTH,
    YEAR
  }

  /**
   * A way to write a date.
   *
   * @param pattern of {@link DateTimeFormatter}, in English
   * @param zone in which it is written
   */
  private record Way(String what, Field field, String pattern, String zone, By by) {
    String write(OffsetDateTime moment) {
      OffsetDateTime there = moment.withOffsetSameInstant(ZoneOffset.of(zone));
      return DateTimeFormatter.ofPattern(pattern, Locale.ENGLISH).format(there);
    }
  }

  /** Where it stands. */
  private enum Field {
    RSS,
    DUBLIN_CORE,
    ATOM_PUBLISHED,
    ATOM_UPDATED,
    JSON_FEED
  }

  private static final List<Way> WAYS =
      List.of(
          new Way("RFC 822", Field.RSS, "EEE, dd MMM yyyy HH:mm:ss xx", "+01:00", By.MOMENT),
          new Way("GMT", Field.RSS, "EEE, dd MMM yyyy HH:mm:ss 'GMT'", "+00:00", By.MOMENT),
          new Way("EST", Field.RSS, "EEE, dd MMM yyyy HH:mm:ss 'EST'", "-05:00", By.MOMENT),
          new Way("PDT", Field.RSS, "EEE, dd MMM yyyy HH:mm:ss 'PDT'", "-07:00", By.MOMENT),
          new Way("UT", Field.RSS, "EEE, dd MMM yyyy HH:mm:ss 'UT'", "+00:00", By.MOMENT),
          new Way("Z", Field.RSS, "EEE, dd MMM yyyy HH:mm:ss 'Z'", "+00:00", By.MOMENT),
          new Way("no weekday", Field.RSS, "dd MMM yyyy HH:mm:ss xx", "-03:00", By.MOMENT),
          new Way("no seconds", Field.RSS, "EEE, dd MMM yyyy HH:mm xx", "+05:30", By.MOMENT),
          new Way("two-digit year", Field.RSS, "EEE, dd MMM yy HH:mm:ss xx", "+01:00", By.MOMENT),
          new Way("one-digit day", Field.RSS, "EEE, d MMM yyyy HH:mm:ss xx", "+00:00", By.MOMENT),
          new Way("colon in zone", Field.RSS, "EEE, dd MMM yyyy HH:mm:ss xxx", "+02:00", By.MOMENT),
          new Way("full names", Field.RSS, "EEEE, dd MMMM yyyy HH:mm:ss xx", "+00:00", By.MOMENT),
          new Way("blanks", Field.RSS, "'  'EEE,  dd MMM yyyy  HH:mm:ss xx ", "+01:00", By.MOMENT),
          new Way(
              "comment", Field.RSS, "EEE, dd MMM yyyy HH:mm:ss xx '(CET)'", "+01:00", By.MOMENT),
          new Way(
              "wrong weekday", Field.RSS, "'Sun', dd MMM yyyy HH:mm:ss xx", "+01:00", By.MOMENT),
          new Way("ISO in pubDate", Field.RSS, "yyyy-MM-dd'T'HH:mm:ssxxx", "+01:00", By.MOMENT),
          new Way("blank for T", Field.RSS, "yyyy-MM-dd HH:mm:ss", "+00:00", By.DAY),
          new Way("month first", Field.RSS, "MMMM d, yyyy", "+00:00", By.DAY),
          new Way("day alone", Field.RSS, "d MMM yyyy", "+00:00", By.DAY),
          new Way("dc:date", Field.DUBLIN_CORE, "yyyy-MM-dd'T'HH:mm:ssxxx", "-08:00", By.MOMENT),
          new Way("dc:date, day", Field.DUBLIN_CORE, "yyyy-MM-dd", "+00:00", By.DAY),
          new Way("dc:date, month", Field.DUBLIN_CORE, "yyyy-MM", "+00:00", By.MONTH),
          new Way("dc:date, year", Field.DUBLIN_CORE, "yyyy", "+00:00", By.YEAR),
          new Way(
              "Atom", Field.ATOM_PUBLISHED, "yyyy-MM-dd'T'HH:mm:ss.SSS'Z'", "+00:00", By.MOMENT),
          new Way(
              "Atom, updated", Field.ATOM_UPDATED, "yyyy-MM-dd'T'HH:mm:ssxxx", "+09:00", By.MOMENT),
          new Way("JSON Feed", Field.JSON_FEED, "yyyy-MM-dd'T'HH:mm:ssxxx", "-05:00", By.MOMENT));

  /** What feeds write where there is no date. */
  private static final List<String> NO_DATES =
      List.of(
          "",
          "-",
          "n/a",
          "null",
          "NaN",
          "undefined",
          "Invalid Date",
          "Invalid date",
          "today",
          "yesterday",
          "just now",
          "3 hours ago",
          "soon",
          "0",
          "-1",
          "0000-00-00",
          "0000-00-00 00:00:00",
          "0000-00-00T00:00:00Z",
          "2026-13-01",
          "2026-00-10",
          "2026-02-30",
          "2026-04-31T10:00:00Z",
          "Tue, 32 Mar 2026 08:00:00 GMT",
          "Mon, 30 Feb 2026 08:00:00 GMT",
          "Mon, 00 Jan 2026 00:00:00 GMT",
          "Foo, 10 Bar 2026 08:00:00 GMT",
          "10 Brumaire 230",
          "%a, %d %b %Y",
          "{{ page.date }}",
          "<?php echo date('r'); ?>",
          "Thu, Jan",
          "GMT",
          "08:05:09",
          "March",
          "Q1 2026 or later",
          "99999-01-01",
          "2026-03-1O",
          "1e9",
          "\u202e2026",
          "--03-10");

  private static Optional<PartialDate> read(Field field, String date) {
    String escaped = date.replace("&", "&amp;").replace("<", "&lt;");
    String text = "<description>The ferry to Kelm was cancelled after fog settled.</description>";
    String feed =
        switch (field) {
          case RSS ->
              "<rss version='2.0'><channel><title>Post</title><item><title>Fog</title>"
                  + "<guid>n1</guid>"
                  + text
                  + "<pubDate>"
                  + escaped
                  + "</pubDate></item></channel></rss>";
          case DUBLIN_CORE ->
              "<rss version='2.0' xmlns:dc='http://purl.org/dc/elements/1.1/'><channel>"
                  + "<title>Post</title><item><title>Fog</title><guid>n1</guid>"
                  + text
                  + "<dc:date>"
                  + escaped
                  + "</dc:date></item></channel></rss>";
          case ATOM_PUBLISHED, ATOM_UPDATED ->
              "<feed xmlns='http://www.w3.org/2005/Atom'><title>Post</title><entry><id>n1</id>"
                  + "<title>Fog</title><summary>The ferry to Kelm was cancelled after fog"
                  + " settled.</summary>"
                  + (field == Field.ATOM_UPDATED
                      ? "<updated>" + escaped + "</updated>"
                      : "<published>" + escaped + "</published>")
                  + "</entry></feed>";
          case JSON_FEED ->
              "{\"version\":\"https://jsonfeed.org/version/1.1\",\"title\":\"Post\",\"items\":"
                  + "[{\"id\":\"n1\",\"title\":\"Fog\",\"content_text\":\"The ferry to Kelm was"
                  + " cancelled after fog settled.\",\"date_published\":\""
                  + date
                  + "\"}]}";
        };
    String name = field == Field.JSON_FEED ? "feed.json" : "feed.xml";
    List<Report> read =
        new InputReader(Limits.standard())
            .read(Content.of(name, name, feed.getBytes(StandardCharsets.UTF_8)))
            .reports();
    assertThat(read).as(feed).hasSize(1);
    return read.getFirst().published();
  }

  private static boolean isRight(Optional<PartialDate> read, OffsetDateTime moment, By by) {
    if (read.isEmpty()) {
      return false;
    }
    String iso = read.get().iso();
    return switch (by) {
      case YEAR -> iso.equals("" + moment.getYear());
      case MONTH -> iso.equals(moment.toString().substring(0, 7));
      case DAY -> iso.startsWith(moment.toLocalDate().toString());
      case MOMENT -> {
        try {
          Instant minute = moment.toInstant().truncatedTo(ChronoUnit.MINUTES);
          yield OffsetDateTime.parse(iso).toInstant().equals(minute);
        } catch (DateTimeParseException noMoment) {
          yield false;
        }
      }
    };
  }

  @Test
  void threeHundredDatesAreReadAsWritten() {
    Map<String, Integer> wrong = new TreeMap<>();
    int cases = 0;
    for (Way way : WAYS) {
      for (OffsetDateTime moment : MOMENTS) {
        String written = way.write(moment);
        Optional<PartialDate> read = read(way.field(), written);
        cases++;
        if (!isRight(read, moment, way.by())) {
          wrong.merge(way.what() + ": " + written + " -> " + read, 1, Integer::sum);
        }
      }
    }
    for (String none : NO_DATES) {
      Optional<PartialDate> read = read(Field.RSS, none);
      cases++;
      if (read.isPresent()) {
        wrong.merge("no date: " + none + " -> " + read, 1, Integer::sum);
      }
    }
    System.out.printf("date cases %d, wrong %d %s%n", cases, wrong.size(), wrong.keySet());
    assertThat(cases).isEqualTo(300);
    assertThat(wrong.size())
        .as(String.join("\n", wrong.keySet()))
        .isLessThanOrEqualTo((int) (WRONG * cases));
  }
}
