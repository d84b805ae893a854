package org.twosource.report.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.twosource.report.InputReader;
import org.twosource.report.Limits;
import org.twosource.report.Reading;
import org.twosource.report.Report;
import org.twosource.report.Unreadable;

/** Web archives as crawlers leave them: damage costs the record it is in, and is told. */
class WebArchiveTest {
  private static final List<String> PAGES =
      List.of(
          page("The lighthouse of Norra was closed on Tuesday, the keeper said."),
          page("Divers searched the bay below the lighthouse for two hours."),
          page("The council will decide in May whether the tower is repaired."));

  private static String page(String text) {
    return "<!doctype html><html><body><article><p>" + text + "</p></article></body></html>";
  }

  private static byte[] latin(String text) {
    return text.getBytes(StandardCharsets.ISO_8859_1);
  }

  private static byte[] record(int number, byte[] payload, String more, String httpMore) {
    byte[] http =
        joined(
            latin("HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n" + httpMore + "\r\n"), payload);
    return joined(header(number, http.length, more), http, latin("\r\n\r\n"));
  }

  private static byte[] header(int number, long length, String more) {
    return latin(
        "WARC/1.0\r\nWARC-Type: response\r\nWARC-Record-ID: <urn:uuid:0000000"
            + number
            + "-0000-4000-8000-000000000000>\r\nWARC-Date: 2025-02-12T00:00:01Z\r\n"
            + "WARC-Target-URI: https://news.example/"
            + number
            + "\r\nContent-Type: application/http; msgtype=response\r\n"
            + more
            + "Content-Length: "
            + length
            + "\r\n\r\n");
  }

  private static byte[] record(int number) {
    return record(number, latin(PAGES.get(number)), "", "");
  }

  private static byte[] joined(byte[]... parts) {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    for (byte[] part : parts) {
      all.writeBytes(part);
    }
    return all.toByteArray();
  }

  private static byte[] gzip(byte[] bytes) {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
      out.write(bytes);
    } catch (IOException impossible) {
      throw new AssertionError(impossible);
    }
    return packed.toByteArray();
  }

  private static Reading read(byte[] bytes) {
    return read(bytes, Limits.standard());
  }

  private static Reading read(byte[] bytes, Limits limits) {
    return new InputReader(limits).read(Content.of("crawl.warc", "crawl.warc", bytes));
  }

  private static List<String> ids(Reading reading) {
    return reading.reports().stream().map(Report::id).toList();
  }

  private static Unreadable onlyFault(Reading reading) {
    assertThat(reading.unreadable()).hasSize(1);
    return reading.unreadable().getFirst();
  }

  /** The first and the third page are there, and one line says what happened between them. */
  private static Unreadable damagedBetween(byte[] archive) {
    Reading reading = read(archive);
    assertThat(reading.reports())
        .extracting(Report::body)
        .anyMatch(body -> body.contains("keeper"));
    assertThat(reading.reports())
        .extracting(Report::body)
        .anyMatch(body -> body.contains("council"));
    assertThat(reading.reports()).extracting(Report::body).noneMatch(body -> body.contains("WARC"));
    return onlyFault(reading);
  }

  @Test
  void recordsAreReadPackedAloneTogetherOrNotAtAll() {
    byte[] plain = joined(record(0), record(1), record(2));
    for (byte[] whole :
        List.of(plain, gzip(plain), joined(gzip(record(0)), gzip(record(1)), gzip(record(2))))) {
      Reading reading = read(whole);
      assertThat(ids(reading)).containsExactly("crawl-1", "crawl-2", "crawl-3");
      assertThat(reading.reports().get(1).url()).contains("https://news.example/1");
      assertThat(reading.unreadable()).isEmpty();
    }
  }

  @Test
  void junkBetweenMembersIsSkippedAndItsLengthTold() {
    byte[] first = gzip(record(0));
    Unreadable fault =
        damagedBetween(
            joined(first, latin("lost+found lost+found"), gzip(record(1)), gzip(record(2))));
    assertThat(fault.offset()).isEqualTo(first.length);
    assertThat(fault.reason()).startsWith("21 bytes that are no gzip data");
    assertThat(read(joined(first, new byte[512], gzip(record(1)))).unreadable()).isEmpty();
  }

  @Test
  void aDamagedMemberCostsItsRecordAlone() {
    byte[] first = gzip(record(0));
    byte[] middle = gzip(record(1));
    for (int at : new int[] {middle.length / 4, middle.length / 2, middle.length - 6}) {
      byte[] broken = middle.clone();
      for (int i = at; i < Math.min(at + 6, broken.length); i++) {
        broken[i] ^= 0x55;
      }
      Unreadable fault = damagedBetween(joined(first, broken, gzip(record(2))));
      assertThat(fault.offset()).isEqualTo(first.length);
      assertThat(fault.reason()).contains("damaged", middle.length + " packed bytes are skipped");
    }
  }

  @Test
  void junkBetweenRecordsIsSkippedAndItsLengthTold() {
    byte[] first = record(0);
    Unreadable fault = damagedBetween(joined(first, latin("@@@@@@@@@@"), record(1), record(2)));
    assertThat(fault.offset()).isEqualTo(first.length);
    assertThat(fault.reason()).startsWith("10 bytes that are no record");
  }

  @Test
  void aWrongLengthCostsItsRecordAlone() {
    byte[] http = latin("HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n" + PAGES.get(1));
    for (long length : new long[] {0, 50, http.length + 200, 9_999_999_999L}) {
      byte[] wrong = joined(header(1, length, ""), http, latin("\r\n\r\n"));
      Unreadable fault = damagedBetween(joined(record(0), wrong, record(2)));
      assertThat(fault.offset()).isEqualTo(record(0).length);
      assertThat(fault.reason()).contains("length does not fit", wrong.length + " bytes");
    }
  }

  @Test
  void aRecordWithoutLengthOrWithoutEndOfItsHeaderCostsItselfAlone() {
    String text = new String(record(1), StandardCharsets.ISO_8859_1);
    byte[] silent = latin(text.replaceFirst("Content-Length: \\d+\r\n", ""));
    assertThat(damagedBetween(joined(record(0), silent, record(2))).reason())
        .contains("does not say how long");
    byte[] endless = latin("WARC/1.0\r\nWARC-Type: response\r\nX: " + "x".repeat(70_000));
    assertThat(damagedBetween(joined(record(0), endless, record(2))).reason())
        .contains("header does not end");
  }

  @Test
  void aClippedArchiveIsReadUpToTheLastWholeRecord() {
    byte[] two = joined(record(0), record(1));
    byte[] clipped = java.util.Arrays.copyOf(two, two.length - 30);
    Reading reading = read(clipped);
    assertThat(ids(reading)).containsExactly("crawl-1");
    assertThat(onlyFault(reading).reason()).contains("the last record is cut off");
    assertThat(onlyFault(reading).offset()).isEqualTo(record(0).length);
    byte[] packed = joined(gzip(record(0)), gzip(record(1)));
    Reading unpacked = read(java.util.Arrays.copyOf(packed, packed.length - 30));
    assertThat(ids(unpacked)).containsExactly("crawl-1");
    assertThat(unpacked.unreadable())
        .extracting(Unreadable::reason)
        .anyMatch(r -> r.contains("cut off"));
  }

  @Test
  void aPageThatWasCutOffWhenItWasFetchedIsReadAndTold() {
    byte[] marked =
        record(
            1,
            latin(PAGES.get(1).substring(0, 90)),
            "WARC-Truncated: length\r\n",
            "Content-Length: " + PAGES.get(1).length() + "\r\n");
    Reading reading = read(joined(record(0), marked, record(2)));
    assertThat(reading.reports()).hasSize(3);
    assertThat(reading.reports().get(1).body()).startsWith("Divers searched");
    assertThat(onlyFault(reading).source()).isEqualTo("crawl.warc!2");
    assertThat(onlyFault(reading).reason()).contains("cut off when it was fetched (length)");
  }

  @Test
  void aPackedPageThatBreaksOffIsReadAsFarAsItGoesAndTold() {
    byte[] whole = gzip(latin(PAGES.get(1)));
    byte[] half =
        record(
            1, java.util.Arrays.copyOf(whole, whole.length - 12), "", "Content-Encoding: gzip\r\n");
    Reading reading = read(joined(record(0), half, record(2)));
    assertThat(ids(reading)).contains("crawl-1", "crawl-3");
    assertThat(reading.unreadable())
        .extracting(Unreadable::reason)
        .anyMatch(reason -> reason.contains("cut off or damaged"));
  }

  @Test
  void junkBeforeTheFirstRecordIsLookedPast() {
    assertThat(read(joined(latin("\u00ef\u00bb\u00bf"), record(0))).unreadable()).isEmpty();
    Reading reading = read(joined(latin("%%%%%%%%"), record(0), record(1)));
    assertThat(reading.reports()).hasSize(2);
    assertThat(onlyFault(reading).reason()).startsWith("8 bytes");
    Reading shown = read(joined(latin("<p>A record looks so:</p><pre>\r\n"), record(0)));
    assertThat(shown.reports()).hasSize(1); // a page that explains the format
  }

  @Test
  void packedPagesOfOneArchiveShareOneBudget() {
    byte[] large = gzip(latin(page("x ".repeat(200_000))));
    byte[][] records = new byte[10][];
    for (int i = 0; i < records.length; i++) {
      records[i] = record(i, large, "", "Content-Encoding: gzip\r\n");
    }
    Reading reading =
        read(gzip(joined(records)), Limits.standard().with("expanded-bytes", 1_000_000));
    assertThat(reading.reports()).hasSize(2);
    assertThat(reading.unreadable()).hasSize(8);
    assertThat(onlyReason(reading)).contains("expanded-bytes");
  }

  private static String onlyReason(Reading reading) {
    List<String> reasons =
        reading.unreadable().stream().map(Unreadable::reason).distinct().toList();
    assertThat(reasons).hasSize(1);
    return reasons.getFirst();
  }
}
