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
 * @param verdict what they say of it
 * @param disputed whether the reports disagree on what it rests on
 * @param families how many independent sources carry all of it; 0 where it is not supported
 * @param score how much of it they carry, 0 to 1
 * @param missing what they do not carry or contradict, and whose words it has without saying so, in
 *     the order of the text
 */
public record Check(
    Span span,
    String text,
    List<Citation> restsOn,
    Verdict verdict,
    boolean disputed,
    int families,
    double score,
    List<Missing> missing) {
  public Check {
    restsOn = List.copyOf(restsOn);
    missing = List.copyOf(missing);
  }

  public boolean supported() {
    return verdict == Verdict.SUPPORTED;
  }

  /** What the reports say of a sentence. */
  public enum Verdict {
    /** All of it. */
    SUPPORTED,
    /** A part of it, and nothing against the rest. */
    PARTLY,
    /** Something else in its place. */
    CONTRADICTED,
    /** Nothing. */
    NOT_STATED;

    /** The name used in the result: {@code not-stated}. */
    public String label() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
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
   * @param refuses whether the sentence is not supported for it; what somebody said and the
   *     sentence gives as a fact is only told
   * @param contradicts whether the reports have something else in its place
   * @param why one sentence for the reader
   */
  public record Missing(
      What what, Span span, String words, boolean refuses, boolean contradicts, String why) {}
}
