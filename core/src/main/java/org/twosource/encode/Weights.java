package org.twosource.encode;

import ai.onnxruntime.OnnxTensor;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The learned numbers of one head: named matrices, and facts such as the labels. In the file,
 * numbers are 16-bit floats; the file lies in {@code org/twosource/weights} beside its card.
 */
public final class Weights {
  private static final int MAGIC = 0x32535731; // "2SW1"

  private final Map<String, String> facts;
  private final Map<String, Matrix> matrices;

  private Weights(Map<String, String> facts, Map<String, Matrix> matrices) {
    this.facts = facts;
    this.matrices = matrices;
  }

  /** Rows of numbers, one after another. Never written to once made, so threads may share it. */
  public static final class Matrix {
    private final int rows;
    private final int columns;
    private final float[] values;
    private final Map<Integer, OnnxTensor> parts = new ConcurrentHashMap<>();

    /**
     * @param values {@code rows * columns} of them; not copied
     */
    public Matrix(int rows, int columns, float[] values) {
      this.rows = rows;
      this.columns = columns;
      this.values = values;
    }

    public int rows() {
      return rows;
    }

    public int columns() {
      return columns;
    }

    /** Row after row; shared: do not write to them. */
    public float[] values() {
      return values;
    }

    /** Some rows in the form the runtime multiplies, made once and kept as long as the process. */
    OnnxTensor part(int fromRow, int depth) {
      return parts.computeIfAbsent(
          fromRow, from -> MatrixProduct.tensor(values, from * columns, depth, columns));
    }
  }

  /** The weights of this head, if the project ships them. */
  public static Optional<Weights> find(String head) {
    try (InputStream file =
        Weights.class.getResourceAsStream("/org/twosource/weights/" + head + ".bin")) {
      return file == null ? Optional.empty() : Optional.of(read(file));
    } catch (IOException failure) {
      throw new UncheckedIOException("weights of " + head, failure);
    }
  }

  /** Reads a weights file. */
  public static Weights read(InputStream file) throws IOException {
    byte[] all = new BufferedInputStream(file).readAllBytes();
    DataInputStream in = new DataInputStream(new ByteArrayInputStream(all));
    if (in.readInt() != MAGIC) {
      throw new IOException("not a weights file");
    }
    Map<String, String> facts = new TreeMap<>();
    for (int left = in.readInt(); left > 0; left--) {
      facts.put(in.readUTF(), in.readUTF());
    }
    Map<String, Matrix> matrices = new LinkedHashMap<>();
    for (int left = in.readInt(); left > 0; left--) {
      String name = in.readUTF();
      int rows = in.readInt();
      int columns = in.readInt();
      short[] halves = new short[rows * columns];
      ByteBuffer.wrap(in.readNBytes(halves.length * 2)).asShortBuffer().get(halves);
      float[] values = new float[halves.length];
      for (int i = 0; i < values.length; i++) {
        values[i] = Float.float16ToFloat(halves[i]);
      }
      matrices.put(name, new Matrix(rows, columns, values));
    }
    return new Weights(facts, matrices);
  }

  public void write(OutputStream file) throws IOException {
    DataOutputStream out = new DataOutputStream(new BufferedOutputStream(file));
    out.writeInt(MAGIC);
    out.writeInt(facts.size());
    for (Map.Entry<String, String> fact : facts.entrySet()) {
      out.writeUTF(fact.getKey());
      out.writeUTF(fact.getValue());
    }
    out.writeInt(matrices.size());
    for (Map.Entry<String, Matrix> entry : matrices.entrySet()) {
      out.writeUTF(entry.getKey());
      out.writeInt(entry.getValue().rows());
      out.writeInt(entry.getValue().columns());
      for (float value : entry.getValue().values()) {
        out.writeShort(Float.floatToFloat16(value));
      }
    }
    out.flush();
  }

  /** A matrix by name. */
  public Matrix matrix(String name) {
    Matrix matrix = matrices.get(name);
    if (matrix == null) {
      throw new IllegalArgumentException("no matrix " + name + " among " + matrices.keySet());
    }
    return matrix;
  }

  /** Whether there is a matrix of this name. */
  public boolean has(String name) {
    return matrices.containsKey(name);
  }

  /** A fact by name. */
  public String fact(String name) {
    String fact = facts.get(name);
    if (fact == null) {
      throw new IllegalArgumentException("no fact " + name + " among " + facts.keySet());
    }
    return fact;
  }

  /** A fact that is a list, written with spaces between. */
  public List<String> list(String name) {
    return List.of(fact(name).split(" "));
  }

  /** Collects matrices. */
  public static final class Builder {
    private final Map<String, String> facts;
    private final Map<String, Matrix> matrices = new LinkedHashMap<>();

    public Builder(Map<String, String> facts) {
      this.facts = new TreeMap<>(facts);
    }

    public Builder matrix(String name, int rows, int columns, float[] values) {
      matrices.put(name, new Matrix(rows, columns, values));
      return this;
    }

    public Weights build() {
      return new Weights(facts, matrices);
    }
  }
}
