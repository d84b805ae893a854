package org.twosource.brief.render;

import java.util.List;
import java.util.OptionalDouble;
import org.twosource.distortion.Finding;

/**
 * One answer of {@code compare --pairs}.
 *
 * @param id as the input gives it
 * @param findings in the order of {@code after}; their offsets point into the two texts
 * @param sameStatement how far both say the same, 0 to 1; empty where it cannot be told
 */
public record ComparedPair(
    String id, String before, String after, List<Finding> findings, OptionalDouble sameStatement) {
  public ComparedPair {
    findings = List.copyOf(findings);
  }
}
