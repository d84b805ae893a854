package org.twosource.text;

import java.util.Comparator;
import org.twosource.report.PartialDate;

/**
 * The order in which reports are taken up: by the day of publication, then by id; those without a
 * date last, by id. It is total where ids are, so the same reports come in the same order however
 * they were handed over, on one machine or many.
 */
public final class PublicationOrder {
  private static final Comparator<Text> ORDER =
      Comparator.<Text, PartialDate>comparing(
              text -> text.published().date().orElse(null),
              Comparator.nullsLast(Comparator.naturalOrder()))
          .thenComparing(Text::id);

  private PublicationOrder() {}

  public static Comparator<Text> ofTexts() {
    return ORDER;
  }
}
