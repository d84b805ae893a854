package org.twosource.encode;

/**
 * Products of small matrices in loops that the JIT compiler turns into vector instructions. All
 * matrices are row-major.
 */
public final class Dense {
  private static final long WORTH_A_CALL = 50_000;

  private Dense() {}

  /**
   * c (rows x columns of b) += a (rows x depth) times the rows {@code fromRow} to {@code fromRow +
   * depth} of b. Large products go to the runtime that also runs the encoder, small ones stay here:
   * a call there costs as much as some ten thousand multiplications.
   */
  public static void multiply(
      float[] a, int rows, int depth, Weights.Matrix b, int fromRow, float[] c) {
    if ((long) rows * depth * b.columns() >= WORTH_A_CALL) {
      MatrixProduct.add(a, rows, depth, b.part(fromRow, depth), b.columns(), c);
      return;
    }
    int width = b.columns();
    float[] sum = new float[width];
    for (int row = 0; row < rows; row++) {
      System.arraycopy(c, row * width, sum, 0, width);
      for (int p = 0; p < depth; p++) {
        times(a[row * depth + p], b.values(), (fromRow + p) * width, width, sum);
      }
      System.arraycopy(sum, 0, c, row * width, width);
    }
  }

  private static void times(float a, float[] b, int from, int width, float[] sum) {
    for (int j = 0; j < width; j++) {
      sum[j] += a * b[from + j];
    }
  }

  /** Adds the row {@code bias} to every row of c. */
  public static void add(float[] bias, float[] c) {
    for (int from = 0; from < c.length; from += bias.length) {
      for (int j = 0; j < bias.length; j++) {
        c[from + j] += bias[j];
      }
    }
  }

  /** Negative numbers become 0. */
  public static void relu(float[] c) {
    for (int i = 0; i < c.length; i++) {
      c[i] = Math.max(0, c[i]);
    }
  }

  /** Row i holds rows i + offset of x, side by side; zeros beyond the ends. */
  public static float[] window(float[] x, int rows, int width, int... offsets) {
    float[] y = new float[rows * width * offsets.length];
    for (int row = 0; row < rows; row++) {
      for (int part = 0; part < offsets.length; part++) {
        int from = row + offsets[part];
        if (from >= 0 && from < rows) {
          System.arraycopy(x, from * width, y, (row * offsets.length + part) * width, width);
        }
      }
    }
    return y;
  }
}
