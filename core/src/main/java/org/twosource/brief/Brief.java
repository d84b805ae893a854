package org.twosource.brief;

import java.util.List;

/** The account of a story in 5 to 12 lines; fewer where the reports do not carry more. */
public record Brief(List<Line> lines) {
  public Brief {
    lines = List.copyOf(lines);
  }
}
