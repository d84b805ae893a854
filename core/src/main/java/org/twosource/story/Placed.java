package org.twosource.story;

import java.util.function.Supplier;
import org.twosource.text.Text;

/**
 * A report that was placed: what it is about, in words, and as a vector of its head once that was
 * needed. One thread at a time.
 */
final class Placed {
  /**
   * Share of the words in the likeness of two reports, the rest is the vectors'; of .7, .55 and .5
   * the first is best over the sets of bench/results/stories.tsv.
   */
  static final double WORDS_SHARE = 0.7;

  private static final float[] NOTHING = {};

  private final Text text;
  private final Terms terms;
  private final Supplier<float[]> encoding;
  private float[] vector = NOTHING;
  private boolean encoded;

  Placed(Text text, Terms terms, Supplier<float[]> encoding) {
    this.text = text;
    this.terms = terms;
    this.encoding = encoding;
  }

  Text text() {
    return text;
  }

  String id() {
    return text.id();
  }

  Terms terms() {
    return terms;
  }

  /** The vector of the headline and lead, length 1 (L2); without elements when the model is off. */
  float[] vector() {
    if (!encoded) {
      vector = encoding.get();
      encoded = true;
    }
    return vector;
  }

  /** 0 to 1: cosine of the words, mixed with the cosine of the heads where there are vectors. */
  double likeness(Placed other) {
    double words = terms.dot(other.terms.weights());
    return vector().length == 0 || other.vector().length == 0
        ? words
        : WORDS_SHARE * words + (1 - WORDS_SHARE) * Math.max(0, dot(vector(), other.vector()));
  }

  static double dot(float[] a, float[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += a[i] * b[i];
    }
    return sum;
  }
}
