package org.twosource.distortion;

import java.util.List;
import org.twosource.distortion.Distortion.Kind;

/**
 * A stretch of the copy that is no longer a sentence: its words stand in an order the language does
 * not have.
 */
final class Garbled implements Detector {

  @Override
  public Kind kind() {
    return Kind.GARBLED;
  }

  @Override
  public List<Finding> find(SentencePair pair) {
    return List.of();
  }
}
