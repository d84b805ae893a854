package org.twosource.brief;

import java.util.List;
import java.util.Optional;
import org.twosource.claim.Standing;
import org.twosource.report.Citation;
import org.twosource.report.Handle;

/**
 * One sentence of a brief and the text it rests on.
 *
 * @param handle its id is made of the first place it rests on; labels {@code l1}, {@code l2} ...
 * @param standing the least over its clauses
 * @param families how many independent sources stand behind all of it
 * @param carried the parts of it that several sources state
 * @param rewriting what a rewriter made of it; absent where none was asked
 */
public record Line(
    Handle handle,
    String text,
    Standing standing,
    int families,
    List<Carried> carried,
    List<Citation> restsOn,
    Optional<Rewriting> rewriting) {
  public Line {
    carried = List.copyOf(carried);
    restsOn = List.copyOf(restsOn);
    if (restsOn.isEmpty()) {
      throw new IllegalArgumentException("a line without a citation: " + text);
    }
  }

  /** A line as it was taken from a report. */
  public Line(
      Handle handle,
      String text,
      Standing standing,
      int families,
      List<Carried> carried,
      List<Citation> restsOn) {
    this(handle, text, standing, families, carried, restsOn, Optional.empty());
  }

  /** The same line with other words, or with why it keeps its own. */
  public Line rewritten(String words, Rewriting how) {
    List<Carried> kept = words.equals(text) ? carried : List.of();
    return new Line(handle, words, standing, families, kept, restsOn, Optional.of(how));
  }

  public Line withHandle(Handle other) {
    return new Line(other, text, standing, families, carried, restsOn, rewriting);
  }

  /** Whether several sources state all of it, so that no part needs a mark. */
  public boolean isCarriedWhole() {
    return families > 1;
  }

  /** The most sources that state a part of it; 1 where no part has more. */
  public int familiesOfPart() {
    return carried.stream().mapToInt(Carried::families).max().orElse(1);
  }

  public String id() {
    return handle.id();
  }

  /** For people: {@code l1}. */
  public String label() {
    return handle.label();
  }
}
