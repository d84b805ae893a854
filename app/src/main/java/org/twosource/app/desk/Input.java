package org.twosource.app.desk;

import java.util.Optional;
import org.twosource.app.store.Digests;
import org.twosource.app.store.Receipt;
import org.twosource.report.Report;
import org.twosource.report.Unreadable;
import org.twosource.report.format.Content;

/**
 * One thing received: a report, or something that gave none.
 *
 * @param key of its receipt
 * @param reading the report, or why there is none
 * @param bytes it was read from, shared with the other inputs of the same bytes; absent when they
 *     were never opened
 */
public record Input(String key, Receipt.Origin origin, Reading reading, Optional<byte[]> bytes) {

  /** What reading gave. */
  public sealed interface Reading {}

  /** A report. */
  public record Read(Report report) implements Reading {}

  /** None. */
  public record Refused(String reason) implements Reading {}

  /**
   * A report.
   *
   * @param sha SHA-256 of the bytes of {@code from}
   * @param ordinal which finding in these bytes it is, from 0
   */
  static Input read(Report report, Content from, String sha, int ordinal) {
    return new Input(
        key(from, sha, ordinal),
        new Receipt.Origin(report.source(), Optional.of(sha), ordinal, held(from)),
        new Read(report),
        Optional.of(from.bytes()));
  }

  /** Something in bytes that gave no report. */
  static Input refused(Unreadable bad, Content from, String sha, int ordinal) {
    String place = bad.offset() > 0 ? " (at byte " + bad.offset() + ")" : "";
    return new Input(
        key(from, sha, ordinal),
        new Receipt.Origin(bad.source(), Optional.of(sha), ordinal, held(from)),
        new Refused(bad.reason() + place),
        Optional.of(from.bytes()));
  }

  /** A file that was not opened: too long, or not to be read by this user. */
  static Input unopened(Unreadable bad) {
    return new Input(
        Digests.of("unopened", bad.source(), bad.reason()),
        new Receipt.Origin(bad.source(), Optional.empty(), 0, Receipt.Held.NOTHING),
        new Refused(bad.reason()),
        Optional.empty());
  }

  private static Receipt.Held held(Content from) {
    return new Receipt.Held(from.name(), from.url(), from.charset());
  }

  /** The same input without its bytes. */
  Input withoutBytes() {
    return new Input(
        key,
        new Receipt.Origin(origin.source(), Optional.empty(), origin.ordinal(), origin.held()),
        reading,
        Optional.empty());
  }

  private static String key(Content from, String sha, int ordinal) {
    return Digests.of(sha, "" + ordinal, from.name(), from.url());
  }
}
