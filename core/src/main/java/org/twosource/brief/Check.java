package org.twosource.brief;

import java.util.List;
import java.util.Locale;
import org.twosource.report.Citation;
import org.twosource.report.Span;

/**
 * Whether one sentence of a summary is carried by the reports.
 *
 * @param span of the sentence; offsets into the summary's body
 * @param text the sentence
 * @param restsOn the sentences of the reports that carry it, the one that carries most first; empty
 *     where none does
 * @param supported whether they carry all of it
 * @param score how much of it they carry, 0 to 1
 * @param missing what they do not carry, in the order of the text
 */
public record Check(
    Span span,
    String text,
    List<Citation> restsOn,
    boolean supported,
    double score,
    List<Missing> missing) {
  public Check {
    restsOn = List.copyOf(restsOn);
    missing = List.copyOf(missing);
  }

  /** What can be missing from the cited sentences. */
  public enum What {
    NAME,
    NUMBER,
    DATE,
    NEGATION,
    ATTRIBUTION,
    CERTAINTY,
    ACTOR,
    QUOTATION,
    WORDING;

    /** The name used in the result: {@code name}. */
    public String label() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /**
   * One thing that the cited sentences do not carry.
   *
   * @param span the words; offsets into the summary's body
   * @param why one sentence for the reader
   */
  public record Missing(What what, Span span, String words, String why) {}
}
