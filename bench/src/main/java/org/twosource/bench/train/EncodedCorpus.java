package org.twosource.bench.train;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.zip.CRC32;
import org.twosource.encode.Encoder;
import org.twosource.encode.Encoding;
import org.twosource.encode.OnnxEncoder;

/**
 * The encodings of many sentences, made once and kept in a file as 16-bit floats. Thread-safe for
 * reading. A sentence the encoder leaves out (no token, too many) has no encoding.
 */
public final class EncodedCorpus {
  private static final int CHUNK = 256;
  private static final Path FOLDER = Path.of("bench", "target", "encodings");

  private final FileChannel file;
  private final int[] tokens;
  private final long[] starts;

  private EncodedCorpus(FileChannel file, List<List<String>> sentences) {
    this.file = file;
    tokens = new int[sentences.size()];
    starts = new long[sentences.size() + 1];
    for (int i = 0; i < tokens.length; i++) {
      int size = sentences.get(i).size();
      tokens[i] = size > Encoder.MAX_TOKENS ? 0 : size;
      starts[i + 1] = starts[i] + bytes(tokens[i]);
    }
  }

  private static long bytes(int tokens) {
    return tokens == 0 ? 0 : 2L * Encoder.WIDTH * (tokens * Encoder.LAYERS.size() + 1);
  }

  /**
   * Reads the encodings of these sentences from disk, or makes them.
   *
   * @param name of the file; a checksum of the words is added to it
   */
  public static EncodedCorpus of(String name, List<List<String>> sentences) throws IOException {
    CRC32 checksum = new CRC32();
    sentences.forEach(words -> checksum.update(words.toString().getBytes(StandardCharsets.UTF_8)));
    Path path = FOLDER.resolve(name + "-" + Long.toHexString(checksum.getValue()) + ".bin");
    if (!Files.exists(path)) {
      Files.createDirectories(FOLDER);
      Path part = path.resolveSibling(path.getFileName() + ".part");
      make(name, sentences, part);
      Files.move(part, path, StandardCopyOption.REPLACE_EXISTING);
    }
    return new EncodedCorpus(FileChannel.open(path, StandardOpenOption.READ), sentences);
  }

  private static void make(String name, List<List<String>> sentences, Path path)
      throws IOException {
    long begun = System.nanoTime();
    try (Encoder encoder = OnnxEncoder.open().orElseThrow();
        ExecutorService threads = Executors.newFixedThreadPool(2);
        FileChannel out =
            FileChannel.open(
                path,
                StandardOpenOption.CREATE,
                StandardOpenOption.WRITE,
                StandardOpenOption.TRUNCATE_EXISTING)) {
      for (int from = 0; from < sentences.size(); from += CHUNK) {
        List<Future<ByteBuffer>> running = new ArrayList<>();
        for (List<String> words :
            sentences.subList(from, Math.min(sentences.size(), from + CHUNK))) {
          running.add(threads.submit(() -> toBytes(encoder.encode(words))));
        }
        for (Future<ByteBuffer> one : running) {
          ByteBuffer bytes = one.get();
          while (bytes.hasRemaining()) {
            out.write(bytes);
          }
        }
      }
    } catch (InterruptedException | ExecutionException failure) {
      throw new IllegalStateException("encoding " + name, failure);
    }
    System.out.printf(
        "encoded %s: %d sentences, %d s%n",
        name, sentences.size(), (System.nanoTime() - begun) / 1_000_000_000);
  }

  private static ByteBuffer toBytes(Optional<Encoding> encoding) {
    if (encoding.isEmpty()) {
      return ByteBuffer.allocate(0);
    }
    ByteBuffer bytes =
        ByteBuffer.allocate((int) bytes(encoding.get().tokens())).order(ByteOrder.LITTLE_ENDIAN);
    for (int layer : Encoder.LAYERS) {
      put(encoding.get().layer(layer), bytes);
    }
    put(encoding.get().sentence(), bytes);
    return bytes.flip();
  }

  private static void put(float[] values, ByteBuffer bytes) {
    for (float value : values) {
      bytes.putShort(Float.floatToFloat16(value));
    }
  }

  public Optional<Encoding> get(int sentence) {
    int count = tokens[sentence];
    if (count == 0) {
      return Optional.empty();
    }
    ByteBuffer bytes = ByteBuffer.allocate((int) bytes(count)).order(ByteOrder.LITTLE_ENDIAN);
    try {
      while (bytes.hasRemaining()) {
        if (file.read(bytes, starts[sentence] + bytes.position()) < 0) {
          throw new IOException("the file ends early");
        }
      }
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
    bytes.flip();
    short[] halves = new short[bytes.remaining() / 2];
    bytes.asShortBuffer().get(halves);
    float[][] layers = new float[Encoder.LAYERS.size()][];
    int at = 0;
    for (int layer = 0; layer < layers.length; layer++, at += count * Encoder.WIDTH) {
      layers[layer] = floats(halves, at, count * Encoder.WIDTH);
    }
    return Optional.of(new Encoding(count, layers, floats(halves, at, Encoder.WIDTH)));
  }

  private static float[] floats(short[] halves, int from, int count) {
    float[] values = new float[count];
    for (int i = 0; i < count; i++) {
      values[i] = Float.float16ToFloat(halves[from + i]);
    }
    return values;
  }
}
