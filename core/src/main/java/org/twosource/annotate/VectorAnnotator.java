package org.twosource.annotate;

import java.util.List;
import java.util.Optional;

/**
 * Keeps, of each sentence's encoding, what alignment needs later: the sentence vector as floats,
 * one vector a token in 8 bits a number. A story of a thousand reports keeps some 350 MB so.
 */
public final class VectorAnnotator implements TextAnnotator {
  /** The layer whose token states are kept. */
  static final int TOKEN_LAYER = 4;

  @Override
  public Annotated annotate(Annotated soFar, TextEncoding encoding) {
    List<Optional<Kept>> kept =
        encoding.sentences().stream().map(one -> one.map(VectorAnnotator::keep)).toList();
    if (kept.stream().allMatch(Optional::isEmpty)) {
      return soFar;
    }
    return soFar.withVectors(new KeptVectors(kept));
  }

  /** The token vectors of one sentence, each of length 1, as an annotated text gives them out. */
  public static float[][] rows(Encoding encoding) {
    return keep(encoding).tokens();
  }

  private static Kept keep(Encoding encoding) {
    float[] rows = encoding.layer(TOKEN_LAYER);
    byte[] bytes = new byte[rows.length];
    float[] steps = new float[encoding.tokens()];
    for (int token = 0; token < encoding.tokens(); token++) {
      steps[token] = quantise(rows, token * Encoder.WIDTH, bytes);
    }
    return new Kept(encoding.sentence(), bytes, steps);
  }

  /**
   * Writes one row as bytes, the greatest number as 127, and answers the value of one step for a
   * row of length 1.
   */
  private static float quantise(float[] rows, int from, byte[] bytes) {
    float greatest = 1e-9f;
    for (int i = from; i < from + Encoder.WIDTH; i++) {
      greatest = Math.max(greatest, Math.abs(rows[i]));
    }
    double squares = 0;
    for (int i = from; i < from + Encoder.WIDTH; i++) {
      bytes[i] = (byte) Math.round(rows[i] * 127 / greatest);
      squares += bytes[i] * bytes[i];
    }
    return (float) (1 / Math.max(1e-9, Math.sqrt(squares)));
  }

  private record Kept(float[] sentence, byte[] rows, float[] steps) {
    float[][] tokens() {
      float[][] tokens = new float[steps.length][Encoder.WIDTH];
      for (int token = 0; token < steps.length; token++) {
        for (int i = 0; i < Encoder.WIDTH; i++) {
          tokens[token][i] = rows[token * Encoder.WIDTH + i] * steps[token];
        }
      }
      return tokens;
    }
  }

  private record KeptVectors(List<Optional<Kept>> sentences) implements Vectors {
    @Override
    public Optional<float[]> sentence(int sentence) {
      return sentences.get(sentence).map(Kept::sentence);
    }

    @Override
    public Optional<float[][]> tokens(int sentence) {
      return sentences.get(sentence).map(Kept::tokens);
    }
  }
}
