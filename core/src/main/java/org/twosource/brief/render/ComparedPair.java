package org.twosource.brief.render;

import java.util.List;
import org.twosource.distortion.Finding;

/**
 * One answer of {@code compare --pairs}.
 *
 * @param id as the input gives it
 * @param findings in the order of {@code after}; their offsets point into the two texts
 */
public record ComparedPair(String id, String before, String after, List<Finding> findings) {
  public ComparedPair {
    findings = List.copyOf(findings);
  }
}
