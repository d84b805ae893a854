package org.twosource.report.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.twosource.report.InputReader;
import org.twosource.report.Limits;
import org.twosource.report.Reading;
import org.twosource.report.Report;

/**
 * A web archive in which one byte is changed, or which is cut, at every place ({@code
 * -Dwarc.step=1}; every thirteenth in a build): of the records that the damage is not in, .995 are
 * read, and none with text that it did not have.
 */
class DamagedWebArchiveTest {
  private static final int RECORDS = 12;
  private static final int STEP = Integer.getInteger("warc.step", 13);
  private static final double READ = .995;

  /** Whether one byte of it is changed, or it ends there. */
  private enum Damage {
    FLIP,
    CUT
  }

  private long intact;
  private long read;
  private long strange;
  private int places;

  private static String text(int number) {
    return "Notice "
        + number
        + " of the harbour office of Marlow: berth "
        + Integer.toString(number * 7_919, 36)
        + " is closed on Monday for work at the quay, and ships go to basin "
        + (number * 31 + 5)
        + ".";
  }

  private static byte[] record(int number) {
    String http =
        "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n<!doctype html><html><body><article><p>"
            + text(number)
            + "</p></article></body></html>";
    String header =
        "WARC/1.0\r\nWARC-Type: response\r\nWARC-Record-ID: <urn:uuid:00000000-0000-4000-8000-0000000000"
            + (10 + number)
            + ">\r\nWARC-Date: 2025-02-12T00:00:01Z\r\nWARC-Target-URI: https://news.example/"
            + number
            + "\r\nContent-Type: application/http; msgtype=response\r\nContent-Length: "
            + http.length()
            + "\r\n\r\n";
    return (header + http + "\r\n\r\n").getBytes(StandardCharsets.ISO_8859_1);
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

  /** Damages the archive at every place, and counts what is read of the records beside it. */
  private void everywhere(boolean isPacked, Damage damage) {
    ByteArrayOutputStream whole = new ByteArrayOutputStream();
    int[] ends = new int[RECORDS];
    for (int number = 0; number < RECORDS; number++) {
      whole.writeBytes(isPacked ? gzip(record(number)) : record(number));
      ends[number] = whole.size();
    }
    byte[] archive = whole.toByteArray();
    for (int at = 0; at < archive.length; at += STEP) {
      byte[] damaged = archive.clone();
      if (damage == Damage.FLIP) {
        damaged[at] ^= (byte) (1 << at % 8);
      } else {
        damaged = Arrays.copyOf(archive, at);
      }
      int hit = 0;
      while (ends[hit] <= at) {
        hit++;
      }
      count(damaged, hit, damage == Damage.CUT ? hit : RECORDS);
    }
  }

  /**
   * @param hit the record that the damage is in
   * @param until records after this are gone
   */
  private void count(byte[] damaged, int hit, int until) {
    Reading reading =
        new InputReader(Limits.standard()).read(Content.of("a.warc", "a.warc", damaged));
    List<String> bodies = reading.reports().stream().map(Report::body).toList();
    Set<String> known = new HashSet<>();
    places++;
    for (int number = 0; number < until; number++) {
      known.add(text(number));
      if (number != hit) {
        intact++;
        read += bodies.contains(text(number)) ? 1 : 0;
      }
    }
    strange += Math.max(0, bodies.stream().filter(body -> !known.contains(body)).count() - 1);
  }

  @Test
  void aChangedByteOrACutCostsTheRecordItIsInAlone() {
    for (boolean isPacked : new boolean[] {false, true}) {
      for (Damage damage : Damage.values()) {
        intact = 0;
        read = 0;
        strange = 0;
        places = 0;
        everywhere(isPacked, damage);
        double share = (double) read / intact;
        System.out.printf(
            "%s archive, %s at %d places: intact records read %.5f%n",
            isPacked ? "packed" : "plain", damage, places, share);
        assertThat(share).isGreaterThanOrEqualTo(READ);
        assertThat(strange).isZero();
      }
    }
  }
}
