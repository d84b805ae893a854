package org.twosource.distortion;

import java.util.List;

/**
 * Finds changes of one kind between a sentence and its copy. A detector keeps no state, so any
 * thread may use it.
 */
public interface Detector {

  /** The kind of every finding it makes. */
  Distortion.Kind kind();

  /** What the copy changed, in the order of the text; empty where nothing of this kind changed. */
  List<Finding> find(SentencePair pair);
}
