package org.twosource.archive;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.twosource.report.PartialDate;
import org.twosource.text.Text;

/**
 * The order of {@link org.twosource.text.PublicationOrder} as bytes, which any machine sorts alike:
 * the first possible day, the date as written, the id; reports without a date last.
 */
final class OrderKey {
  /** Sorts behind every digit. */
  private static final String NO_DATE = "~";

  private static final char END = '\0';

  private OrderKey() {}

  static byte[] of(Text text) {
    return of(text.published().date(), text.id());
  }

  static byte[] of(Optional<PartialDate> published, String id) {
    String date = published.map(known -> known.earliest() + known.iso()).orElse(NO_DATE);
    return (date + END + id).getBytes(StandardCharsets.UTF_16BE);
  }
}
