package org.twosource.brief;

import java.util.List;
import org.twosource.claim.Standing;
import org.twosource.report.Citation;

/**
 * One sentence of a brief and the text it rests on.
 *
 * @param families how many independent sources stand behind it
 */
public record Line(String text, Standing standing, int families, List<Citation> restsOn) {
  public Line {
    restsOn = List.copyOf(restsOn);
    if (restsOn.isEmpty()) {
      throw new IllegalArgumentException("a line without a citation: " + text);
    }
  }
}
