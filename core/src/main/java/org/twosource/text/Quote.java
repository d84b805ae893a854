package org.twosource.text;

import java.util.Locale;
import org.twosource.report.Span;

/**
 * The words inside a pair of quotation marks. Offsets are UTF-16 code units, 0-based, end
 * exclusive, into the report's body.
 *
 * @param inside the words, marks excluded; never empty
 * @param whole with its marks, as far as there are any
 * @param balanced whether both marks are there
 * @param continues whether it goes on with what was open at the end of the paragraph before
 * @param depth 0 for a quotation, 1 for one inside another
 */
public record Quote(
    Span inside, Span whole, Kind kind, boolean balanced, boolean continues, int depth) {

  /** The marks that open it, or close it where it was never opened. */
  public enum Kind {
    /** “like this”, or „so“ where a language writes it. */
    CURLY,
    /** "like this". */
    STRAIGHT,
    /** «like this». */
    ANGULAR,
    /** ``like this'', in two single marks. */
    DOUBLED,
    /** ‘like this’ or 'like this'. */
    SINGLE;

    public String label() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** Whether it stands by itself, not inside another. */
  public boolean isOuter() {
    return depth == 0;
  }
}
