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
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * The int8 bge-small-en-v1.5 with trained upper layers in place of its own: {@code [CLS] first
 * [SEP] second [SEP]} in one pass. Thread-safe; one pair a call, for the reason {@link OnnxEncoder}
 * gives.
 *
 * <p>Texts that do not fit are cut at the end, the longer one first: neither is cut below half of
 * the room while the other has more.
 */
public final class OnnxPairEncoder implements PairEncoder {
  private static final String MODEL = "bge-small-en-v1.5-q.onnx";
  private static final String TOKENIZER = "bge-small-en-v1.5-q-tokenizer.json";
  private static final int MARKS = 3;

  private final OrtEnvironment environment;
  private final OrtSession session;
  private final WordPiece wordPiece;
  private final Set<String> outputs;
  private final DirectScratch scratch = new DirectScratch();

  private OnnxPairEncoder(OrtEnvironment environment, OrtSession session, WordPiece wordPiece) {
    this.environment = environment;
    this.session = session;
    this.wordPiece = wordPiece;
    Set<String> declared = new TreeSet<>(session.getOutputNames());
    declared.retainAll(Set.of(RELATIONS, CHANGED, DIFFERS));
    this.outputs = Set.copyOf(declared);
  }

  /**
   * The model on the class path with the weights of {@code part}; empty when there is no model.
   *
   * @param part a piece of an ONNX model, see {@link ModelFile}; it declares {@value #RELATIONS}
   *     and, where it was trained for it, {@value #CHANGED} and {@value #DIFFERS}
   */
  public static Optional<PairEncoder> open(byte[] part) {
    try (InputStream model = OnnxPairEncoder.class.getResourceAsStream("/" + MODEL);
        InputStream tokenizer = OnnxPairEncoder.class.getResourceAsStream("/" + TOKENIZER)) {
      if (model == null || tokenizer == null) {
        return Optional.empty();
      }
      OrtEnvironment environment = OrtEnvironment.getEnvironment();
      byte[] whole = ModelFile.with(model.readAllBytes(), part);
      OrtSession session = environment.createSession(whole, OnnxEncoder.options());
      return Optional.of(new OnnxPairEncoder(environment, session, WordPiece.read(tokenizer)));
    } catch (IOException failure) {
      throw new UncheckedIOException("the model " + MODEL + " on the class path", failure);
    } catch (OrtException failure) {
      throw new IllegalStateException("the model " + MODEL + " with other weights", failure);
    } catch (UnsatisfiedLinkError noRuntimeForThisPlatform) {
      return Optional.empty();
    }
  }

  @Override
  public Optional<PairScores> encode(String first, String second) {
    if (first.isBlank() || second.isBlank()) {
      return Optional.empty();
    }
    Pieces a = wordPiece.placed(first);
    Pieces b = wordPiece.placed(second);
    int room = MAX_PIECES - MARKS;
    boolean cut = a.size() + b.size() > room;
    int keptA = cut ? Math.min(a.size(), Math.max(room / 2, room - b.size())) : a.size();
    int keptB = cut ? Math.min(b.size(), Math.max(room / 2, room - a.size())) : b.size();
    return Optional.of(run(a.cut(keptA), b.cut(keptB), cut));
  }

  private PairScores run(Pieces a, Pieces b, boolean cut) {
    int length = a.size() + b.size() + MARKS;
    LongBuffer inputs = scratch.of(3 * length * Long.BYTES).asLongBuffer();
    inputs.put(wordPiece.first());
    put(a, inputs);
    put(b, inputs);
    for (int at = 0; at < 2 * length; at++) {
      inputs.put(at < length || at >= length + a.size() + 2 ? 1 : 0); // the mask, whose piece
    }
    try (OnnxTensor ids = part(inputs, 0, length);
        OnnxTensor mask = part(inputs, 1, length);
        OnnxTensor types = part(inputs, 2, length);
        OrtSession.Result result =
            session.run(
                Map.of("input_ids", ids, "attention_mask", mask, "token_type_ids", types),
                outputs)) {
      List<Double> relations = numbers(row(result, RELATIONS));
      if (!outputs.contains(CHANGED)) {
        return new PairScores(relations, List.of(), List.of(), 0, cut);
      }
      float[] changed = row(result, CHANGED);
      return new PairScores(
          relations,
          places(a, changed, 1),
          places(b, changed, a.size() + 2),
          row(result, DIFFERS)[0],
          cut);
    } catch (OrtException failure) {
      throw new IllegalStateException("encoding a pair of " + length + " pieces", failure);
    }
  }

  private static float[] row(OrtSession.Result result, String output) throws OrtException {
    return ((float[][]) result.get(output).orElseThrow().getValue())[0];
  }

  private static List<Double> numbers(float[] row) {
    List<Double> values = new ArrayList<>();
    for (float value : row) {
      values.add((double) value);
    }
    return values;
  }

  private static List<PairScores.Place> places(Pieces pieces, float[] changed, int from) {
    List<PairScores.Place> places = new ArrayList<>();
    for (int at = 0; at < pieces.size(); at++) {
      places.add(new PairScores.Place(pieces.start(at), pieces.end(at), changed[from + at]));
    }
    return places;
  }

  private void put(Pieces pieces, LongBuffer inputs) {
    for (int at = 0; at < pieces.size(); at++) {
      inputs.put(pieces.id(at));
    }
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
      throw new IllegalStateException("closing the model " + MODEL, failure);
    }
  }
}
