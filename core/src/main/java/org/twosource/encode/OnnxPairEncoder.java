package org.twosource.encode;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.LongBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The int8 all-MiniLM-L6-v2 with trained upper layers in place of its own: {@code [CLS] first [SEP]
 * second [SEP]} in one pass. Thread-safe; one pair a call, for the reason {@link OnnxEncoder}
 * gives.
 *
 * <p>Texts that do not fit are cut at the end, the longer one first: neither is cut below half of
 * the room while the other has more.
 */
public final class OnnxPairEncoder implements PairEncoder {
  private static final int MARKS = 3;

  private final OrtEnvironment environment;
  private final OrtSession session;
  private final WordPiece wordPiece;
  private final String output;
  private final DirectScratch scratch = new DirectScratch();

  private OnnxPairEncoder(
      OrtEnvironment environment, OrtSession session, WordPiece wordPiece, String output) {
    this.environment = environment;
    this.session = session;
    this.wordPiece = wordPiece;
    this.output = output;
  }

  /**
   * The model on the class path with the weights of {@code part}; empty when there is no model.
   *
   * @param part a piece of an ONNX model, see {@link ModelFile}
   * @param output the name of the output that the part declares
   */
  public static Optional<PairEncoder> open(byte[] part, String output) {
    try (InputStream model = OnnxPairEncoder.class.getResourceAsStream("/" + OnnxEncoder.MODEL);
        InputStream tokenizer =
            OnnxPairEncoder.class.getResourceAsStream("/" + OnnxEncoder.TOKENIZER)) {
      if (model == null || tokenizer == null) {
        return Optional.empty();
      }
      OrtEnvironment environment = OrtEnvironment.getEnvironment();
      byte[] whole = ModelFile.with(model.readAllBytes(), part);
      OrtSession session = environment.createSession(whole, OnnxEncoder.options());
      return Optional.of(
          new OnnxPairEncoder(environment, session, WordPiece.read(tokenizer), output));
    } catch (IOException failure) {
      throw new UncheckedIOException(
          "the model " + OnnxEncoder.MODEL + " on the class path", failure);
    } catch (OrtException failure) {
      throw new IllegalStateException(
          "the model " + OnnxEncoder.MODEL + " with other weights", failure);
    } catch (UnsatisfiedLinkError noRuntimeForThisPlatform) {
      return Optional.empty();
    }
  }

  @Override
  public Optional<PairScores> encode(String first, String second) {
    if (first.isBlank() || second.isBlank()) {
      return Optional.empty();
    }
    int[] a = wordPiece.pieces(first);
    int[] b = wordPiece.pieces(second);
    int room = MAX_PIECES - MARKS;
    boolean cut = a.length + b.length > room;
    int keptA = cut ? Math.min(a.length, Math.max(room / 2, room - b.length)) : a.length;
    int keptB = cut ? Math.min(b.length, Math.max(room / 2, room - a.length)) : b.length;
    return Optional.of(new PairScores(run(a, keptA, b, keptB), cut));
  }

  private List<Double> run(int[] a, int keptA, int[] b, int keptB) {
    int length = keptA + keptB + MARKS;
    LongBuffer inputs = scratch.of(3 * length * Long.BYTES).asLongBuffer();
    inputs.put(wordPiece.first());
    put(a, keptA, inputs);
    put(b, keptB, inputs);
    for (int at = 0; at < 2 * length; at++) {
      inputs.put(at < length || at >= length + keptA + 2 ? 1 : 0); // the mask, then whose piece
    }
    try (OnnxTensor ids = part(inputs, 0, length);
        OnnxTensor mask = part(inputs, 1, length);
        OnnxTensor types = part(inputs, 2, length);
        OrtSession.Result result =
            session.run(
                Map.of("input_ids", ids, "attention_mask", mask, "token_type_ids", types),
                Set.of(output))) {
      float[] row = ((float[][]) result.get(0).getValue())[0];
      List<Double> values = new ArrayList<>();
      for (float value : row) {
        values.add((double) value);
      }
      return values;
    } catch (OrtException failure) {
      throw new IllegalStateException("encoding a pair of " + length + " pieces", failure);
    }
  }

  private void put(int[] pieces, int kept, LongBuffer inputs) {
    inputs.put(Arrays.stream(pieces, 0, kept).asLongStream().toArray());
    inputs.put(wordPiece.last());
  }

  /** One row of three, read in place. */
  private OnnxTensor part(LongBuffer inputs, int part, int length) throws OrtException {
    return OnnxTensor.createTensor(
        environment, inputs.slice(part * length, length), new long[] {1, length});
  }

  @Override
  public void close() {
    try {
      session.close();
    } catch (OrtException failure) {
      throw new IllegalStateException("closing the model " + OnnxEncoder.MODEL, failure);
    }
  }
}
