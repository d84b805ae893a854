package org.twosource.encode;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.FloatBuffer;
import java.nio.LongBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;

/**
 * The int8 all-MiniLM-L6-v2 through ONNX Runtime. Thread-safe: several threads may encode at once,
 * each on its own core.
 *
 * <p><b>One sentence a call.</b> The int8 graph scales its activations per tensor, so sentences
 * that share a batch change each other's vectors (cosine down to .963). Alone, a sentence has one
 * vector, and two callers are as fast as sorted batches (docs: DECISIONS).
 *
 * <p><b>Middle layers.</b> The model file declares one output, the last layer, which tags worst. A
 * protobuf message may be written in parts that are merged on reading, so appending {@code
 * ModelProto { graph (7) { output (12) { name (1), type (2) float tensor } } }} to the file's bytes
 * declares more outputs without touching the file.
 *
 * <p><b>Long sentences</b> are encoded in windows of at most {@value #MAX_PIECES} pieces, cut
 * between words.
 *
 * <p><b>Repeated sentences</b>, frequent in copies, are kept up to a bound and encoded once.
 */
public final class OnnxEncoder implements Encoder {
  static final String MODEL = "all-minilm-l6-v2-q.onnx";
  static final String TOKENIZER = "all-minilm-l6-v2-q-tokenizer.json";
  private static final int MAX_PIECES = 250;
  private static final int LAST_LAYER = 6;

  /**
   * Numbers kept for repeated sentences: 8 MB, some 40 sentences of news. What is read out of a
   * sentence is kept by the parts that read it, in less room; a larger store here would outlive the
   * young generation and fill the old one with what is needed no more.
   */
  private static final int MAX_KEPT = 2_000_000;

  private final OrtEnvironment environment;
  private final OrtSession session;
  private final WordPiece wordPiece;
  private final CompletableFuture<String> checksum;
  private final Kept kept = new Kept();
  private final DirectScratch scratch = new DirectScratch();

  private OnnxEncoder(
      OrtEnvironment environment,
      OrtSession session,
      WordPiece wordPiece,
      CompletableFuture<String> checksum) {
    this.environment = environment;
    this.session = session;
    this.wordPiece = wordPiece;
    this.checksum = checksum;
  }

  /** The encoder from the model on the class path; empty when there is none. */
  public static Optional<Encoder> open() {
    try (InputStream model = OnnxEncoder.class.getResourceAsStream("/" + MODEL);
        InputStream tokenizer = OnnxEncoder.class.getResourceAsStream("/" + TOKENIZER)) {
      if (model == null || tokenizer == null) {
        return Optional.empty();
      }
      CompletableFuture<WordPiece> wordPiece =
          CompletableFuture.supplyAsync(() -> readTokenizer(tokenizer));
      byte[] bytes = model.readAllBytes();
      CompletableFuture<String> checksum = CompletableFuture.supplyAsync(() -> sha256(bytes));
      OrtEnvironment environment = OrtEnvironment.getEnvironment();
      OrtSession session = environment.createSession(withMiddleLayers(bytes), options());
      return Optional.of(new OnnxEncoder(environment, session, wordPiece.join(), checksum));
    } catch (IOException failure) {
      throw new UncheckedIOException("the model " + MODEL + " on the class path", failure);
    } catch (OrtException failure) {
      throw new IllegalStateException("the model " + MODEL + " on the class path", failure);
    } catch (UnsatisfiedLinkError noRuntimeForThisPlatform) {
      return Optional.empty();
    }
  }

  private static WordPiece readTokenizer(InputStream tokenizer) {
    try {
      return WordPiece.read(tokenizer);
    } catch (IOException failure) {
      throw new UncheckedIOException(TOKENIZER, failure);
    }
  }

  static OrtSession.SessionOptions options() throws OrtException {
    OrtSession.SessionOptions options = new OrtSession.SessionOptions();
    options.setIntraOpNumThreads(1);
    options.setInterOpNumThreads(1);
    options.setMemoryPatternOptimization(false);
    options.addConfigEntry("session.intra_op.allow_spinning", "0");
    options.addConfigEntry("session.inter_op.allow_spinning", "0");
    return options;
  }

  @Override
  public Optional<Encoding> encode(List<String> words) {
    if (words.isEmpty() || words.size() > MAX_TOKENS) {
      return Optional.empty();
    }
    List<String> key = List.copyOf(words);
    Optional<Encoding> before = kept.get(key);
    if (before.isPresent()) {
      return before;
    }
    Encoding fresh = encodeAfresh(key);
    kept.put(key, fresh);
    return Optional.of(fresh);
  }

  private Encoding encodeAfresh(List<String> words) {
    int[][] pieces = words.stream().map(wordPiece::pieces).toArray(int[][]::new);
    float[][] layers = new float[LAYERS.size()][words.size() * WIDTH];
    double[] sum = new double[WIDTH];
    int total = 0;
    for (int from = 0; from < words.size(); ) {
      int to = from;
      int count = 0;
      while (to < words.size() && (to == from || count + pieces[to].length <= MAX_PIECES)) {
        count += Math.min(MAX_PIECES, pieces[to].length);
        to++;
      }
      encodeWindow(pieces, from, to, count, layers, sum);
      total += count + 2;
      from = to;
    }
    return new Encoding(words.size(), layers, unit(sum, total));
  }

  private void encodeWindow(
      int[][] pieces, int from, int to, int count, float[][] layers, double[] sum) {
    int length = count + 2;
    LongBuffer inputs = scratch.of(3 * length * Long.BYTES).asLongBuffer();
    inputs.put(wordPiece.first());
    for (int word = from; word < to; word++) {
      for (int piece = 0; piece < Math.min(MAX_PIECES, pieces[word].length); piece++) {
        inputs.put(pieces[word][piece]);
      }
    }
    inputs.put(wordPiece.last());
    for (int at = 0; at < 2 * length; at++) {
      inputs.put(at < length ? 1 : 0); // the mask, then the type
    }
    try (OnnxTensor idTensor = part(inputs, 0, length);
        OnnxTensor maskTensor = part(inputs, 1, length);
        OnnxTensor typeTensor = part(inputs, 2, length);
        OrtSession.Result result =
            session.run(
                Map.of(
                    "input_ids", idTensor,
                    "attention_mask", maskTensor,
                    "token_type_ids", typeTensor))) {
      for (int layer = 0; layer < layers.length; layer++) {
        float[] rows = rows(result, LAYERS.get(layer), length);
        average(rows, pieces, from, to, layers[layer]);
        if (LAYERS.get(layer) == LAST_LAYER) {
          for (int i = 0; i < rows.length; i++) {
            sum[i % WIDTH] += rows[i];
          }
        }
      }
    } catch (OrtException failure) {
      throw new IllegalStateException("encoding " + length + " pieces", failure);
    }
  }

  /** One row of three, read in place. */
  private OnnxTensor part(LongBuffer inputs, int part, int length) throws OrtException {
    return OnnxTensor.createTensor(
        environment, inputs.slice(part * length, length), new long[] {1, length});
  }

  private static float[] rows(OrtSession.Result result, int layer, int count) {
    OnnxTensor tensor = (OnnxTensor) result.get(tensorName(layer)).orElseThrow();
    FloatBuffer buffer = tensor.getFloatBuffer();
    float[] rows = new float[count * WIDTH];
    buffer.get(rows);
    return rows;
  }

  /** Puts the mean of the rows of each word's pieces into the word's row; row 0 is [CLS]. */
  private static void average(float[] rows, int[][] pieces, int from, int to, float[] words) {
    int row = 1;
    for (int word = from; word < to; word++) {
      int count = Math.min(MAX_PIECES, pieces[word].length);
      int target = word * WIDTH;
      for (int piece = 0; piece < count; piece++, row++) {
        for (int i = 0; i < WIDTH; i++) {
          words[target + i] += rows[row * WIDTH + i];
        }
      }
      for (int i = 0; i < WIDTH && count > 1; i++) {
        words[target + i] /= count;
      }
    }
  }

  private static float[] unit(double[] sum, int count) {
    double squares = 0;
    for (double value : sum) {
      squares += (value / count) * (value / count);
    }
    double length = Math.max(1e-9, Math.sqrt(squares));
    float[] unit = new float[sum.length];
    for (int i = 0; i < unit.length; i++) {
      unit[i] = (float) (sum[i] / count / length);
    }
    return unit;
  }

  @Override
  public Map<String, String> checksums() {
    return new TreeMap<>(Map.of(MODEL, checksum.join()));
  }

  @Override
  public void close() {
    try {
      session.close();
    } catch (OrtException failure) {
      throw new IllegalStateException("closing the model " + MODEL, failure);
    }
  }

  /** SHA-256 in hexadecimal. */
  static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("every JDK has SHA-256", impossible);
    }
  }

  private static String tensorName(int layer) {
    if (layer == LAST_LAYER) {
      return "last_hidden_state";
    }
    return layer == 0
        ? "/embeddings/LayerNorm/Add_1_output_0"
        : "/encoder/layer." + (layer - 1) + "/output/LayerNorm/Add_1_output_0";
  }

  private static byte[] withMiddleLayers(byte[] model) {
    List<byte[]> declarations = new ArrayList<>();
    for (int layer : LAYERS) {
      if (layer != LAST_LAYER) {
        byte[] name = tensorName(layer).getBytes(StandardCharsets.UTF_8);
        byte[] floatTensor = field(2, field(1, new byte[] {8, 1}));
        declarations.add(field(7, field(12, concat(field(1, name), floatTensor))));
      }
    }
    return concat(model, concat(declarations.toArray(byte[][]::new)));
  }

  /** A protobuf field that holds bytes or a message: tag, length, content. */
  private static byte[] field(int number, byte[] content) {
    byte[] tag = {(byte) (number << 3 | 2), (byte) content.length};
    if (content.length > 127) {
      throw new IllegalArgumentException("a field of " + content.length + " bytes, at most 127");
    }
    return concat(tag, content);
  }

  private static byte[] concat(byte[]... parts) {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    for (byte[] part : parts) {
      all.writeBytes(part);
    }
    return all.toByteArray();
  }

  /** The sentences encoded last, least recently used first out; safe for several threads. */
  private static final class Kept {
    private final Map<List<String>, Encoding> encodings = new LinkedHashMap<>(512, .75f, true);
    private int size;

    synchronized Optional<Encoding> get(List<String> words) {
      return Optional.ofNullable(encodings.get(words));
    }

    synchronized void put(List<String> words, Encoding encoding) {
      if (encodings.putIfAbsent(words, encoding) == null) {
        size += encoding.size();
      }
      var oldest = encodings.entrySet().iterator();
      while (size > MAX_KEPT && oldest.hasNext()) {
        size -= oldest.next().getValue().size();
        oldest.remove();
      }
    }
  }
}
