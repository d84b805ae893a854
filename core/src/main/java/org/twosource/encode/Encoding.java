package org.twosource.encode;

/**
 * What the encoder made of one sentence. A layer is stored as one array, row after row: the number
 * {@code j} of token {@code i} is at {@code i * Encoder.WIDTH + j}. The pieces of a word are
 * averaged to one row. The arrays are shared: do not write to them.
 */
public final class Encoding {
  private final int tokens;
  private final float[][] layers;
  private final float[] sentence;

  /**
   * @param layers one flat array for each of {@link Encoder#LAYERS}, in that order
   * @param sentence length 1 (L2)
   */
  public Encoding(int tokens, float[][] layers, float[] sentence) {
    this.tokens = tokens;
    this.layers = layers;
    this.sentence = sentence;
  }

  /** Number of rows: the tokens of the sentence. */
  public int tokens() {
    return tokens;
  }

  /**
   * @param layer one of {@link Encoder#LAYERS}
   */
  public float[] layer(int layer) {
    int index = Encoder.LAYERS.indexOf(layer);
    if (index < 0) {
      throw new IllegalArgumentException("layer " + layer + " is not one of " + Encoder.LAYERS);
    }
    return layers[index];
  }

  /** The mean of the last layer over all pieces, length 1 (L2): the sentence's meaning. */
  public float[] sentence() {
    return sentence;
  }

  /** How many numbers it holds, for bounding what is kept. */
  int size() {
    return tokens * Encoder.WIDTH * layers.length + Encoder.WIDTH;
  }
}
