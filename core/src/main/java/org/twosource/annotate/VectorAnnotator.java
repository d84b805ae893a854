package org.twosource.annotate;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.twosource.encode.Encoder;
import org.twosource.encode.Encoding;
import org.twosource.encode.Repeats;
import org.twosource.encode.TextEncoding;
import org.twosource.encode.Vectors;

/**
 * Keeps, of each sentence's encoding, what alignment needs later: the sentence vector as floats,
 * one vector a token in 8 bits a number. Copies share the vectors of the sentences they share, so
 * that a story of a thousand reports keeps some 100 MB. Thread-safe.
 */
public final class VectorAnnotator implements TextAnnotator {
  /** The layer whose token states are kept. */
  static final int TOKEN_LAYER = 4;

  /** Sentences whose vectors are kept for the next text: some 50 MB. */
  private static final int MOST_KEPT = 4_000;

  private final Repeats<Kept> repeats = new Repeats<>(MOST_KEPT);

  @Override
  public Annotated annotate(Annotated soFar, TextEncoding encoding) {
    if (encoding.isEmpty()) {
      return soFar;
    }
    List<Optional<Kept>> kept = new ArrayList<>();
    for (int sentence = 0; sentence < encoding.words().size(); sentence++) {
      kept.add(kept(sentence, encoding));
    }
    return soFar.withVectors(new KeptVectors(kept));
  }

  private Optional<Kept> kept(int sentence, TextEncoding encoding) {
    return encoding.has(sentence)
        ? Optional.of(
            repeats.of(encoding.words().get(sentence), () -> keep(encoding.encoded(sentence))))
        : Optional.empty();
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
