package org.twosource.distortion;

import java.util.List;
import org.twosource.distortion.Distortion.Kind;

/** A word that became one of another meaning, without being a name, a number or a date. */
final class WordingChanged implements Detector {

  @Override
  public Kind kind() {
    return Kind.WORDING_CHANGED;
  }

  @Override
  public List<Finding> find(SentencePair pair) {
    return List.of();
  }
}
