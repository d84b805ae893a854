package org.twosource.reuse;

import java.util.List;
import org.twosource.report.Span;

/**
 * Sentences of two reports that say the same in the same or similar words: 1:1, 1:2 or 2:1; in a
 * copy reworded throughout up to 1:4 or 4:1.
 *
 * @param a indices into the sentences of the first report, ascending; between them stands no prose
 * @param b likewise for the second report
 * @param aSpan from the first to the last of {@code a}; offsets into the first report's body
 * @param bSpan likewise for {@code b}
 * @param substance whether prose was shared, or only words of a third party, or furniture
 * @param similarity how probable it is by the words alone that the first sentences say the same, 0
 *     to 1; less than {@link #BY_WORDS} where it took vectors to find the passage
 */
public record Passage(
    List<Integer> a,
    List<Integer> b,
    Span aSpan,
    Span bSpan,
    Manner manner,
    Substance substance,
    double similarity) {
  public Passage {
    a = List.copyOf(a);
    b = List.copyOf(b);
  }

  /** From this similarity on, words alone put the sentences together. */
  public static final double BY_WORDS = .4;

  /** What a shared passage is made of; only prose is evidence of copying. */
  public enum Substance {
    PROSE,
    QUOTATION,
    CAPTION,
    BOILERPLATE
  }

  /** Whether words alone put the sentences together: what is found by meaning is no evidence. */
  public boolean isByWords() {
    return similarity >= BY_WORDS;
  }

  /** The same passage seen from the other report. */
  public Passage swapped() {
    return new Passage(b, a, bSpan, aSpan, manner, substance, similarity);
  }
}
