package org.twosource.encode;

import java.util.Optional;

/**
 * What the encoder made of the sentences of one text. Absent vectors mean the model is not there or
 * the sentence was left out; callers then go by words alone.
 */
public interface Vectors {

  /** The vector of a sentence, length 1 (L2), or empty. The array is shared: do not write to it. */
  Optional<float[]> sentence(int sentence);

  /**
   * One vector a token of the sentence, each of length 1 (L2), in token order; or empty. The arrays
   * are shared: do not write to them.
   */
  Optional<float[][]> tokens(int sentence);

  /** Nothing for any sentence: the model is off. */
  Vectors NONE =
      new Vectors() {
        @Override
        public Optional<float[]> sentence(int sentence) {
          return Optional.empty();
        }

        @Override
        public Optional<float[][]> tokens(int sentence) {
          return Optional.empty();
        }
      };

  /** The cosine of two vectors of unit length; 0 where one is absent. */
  static double cosine(Optional<float[]> one, Optional<float[]> other) {
    if (one.isEmpty() || other.isEmpty()) {
      return 0;
    }
    float sum = 0;
    for (int i = 0; i < one.get().length; i++) {
      sum += one.get()[i] * other.get()[i];
    }
    return sum;
  }
}
