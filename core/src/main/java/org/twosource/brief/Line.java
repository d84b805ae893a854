package org.twosource.brief;

import java.util.List;
import java.util.Optional;
import org.twosource.claim.Standing;
import org.twosource.report.Citation;

/**
 * One sentence of a brief and the text it rests on.
 *
 * @param families how many independent sources stand behind it
 * @param rewriting what a rewriter made of it; absent where none was asked
 */
public record Line(
    String text,
    Standing standing,
    int families,
    List<Citation> restsOn,
    Optional<Rewriting> rewriting) {
  public Line {
    restsOn = List.copyOf(restsOn);
    if (restsOn.isEmpty()) {
      throw new IllegalArgumentException("a line without a citation: " + text);
    }
  }

  /** A line as it was taken from a report. */
  public Line(String text, Standing standing, int families, List<Citation> restsOn) {
    this(text, standing, families, restsOn, Optional.empty());
  }

  /** The same line with other words, or with why it keeps its own. */
  public Line rewritten(String words, Rewriting how) {
    return new Line(words, standing, families, restsOn, Optional.of(how));
  }
}
