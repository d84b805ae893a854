package org.twosource.annotate;

/**
 * Products of small matrices in loops that the JIT compiler turns into vector instructions. All
 * matrices are row-major.
 */
public final class Dense {
  private Dense() {}

  /**
   * c (rows x width) += a (rows x depth) times the rows {@code fromRow} to {@code fromRow + depth}
   * of b (width columns).
   */
  public static void multiply(
      float[] a, int rows, int depth, float[] b, int fromRow, int width, float[] c) {
    float[] sum0 = new float[width];
    float[] sum1 = new float[width];
    float[] sum2 = new float[width];
    float[] sum3 = new float[width];
    int row = 0;
    for (; row + 4 <= rows; row += 4) {
      System.arraycopy(c, row * width, sum0, 0, width);
      System.arraycopy(c, (row + 1) * width, sum1, 0, width);
      System.arraycopy(c, (row + 2) * width, sum2, 0, width);
      System.arraycopy(c, (row + 3) * width, sum3, 0, width);
      for (int p = 0; p < depth; p++) {
        int at = row * depth + p;
        fourTimes(
            a[at],
            a[at + depth],
            a[at + 2 * depth],
            a[at + 3 * depth],
            b,
            (fromRow + p) * width,
            width,
            sum0,
            sum1,
            sum2,
            sum3);
      }
      System.arraycopy(sum0, 0, c, row * width, width);
      System.arraycopy(sum1, 0, c, (row + 1) * width, width);
      System.arraycopy(sum2, 0, c, (row + 2) * width, width);
      System.arraycopy(sum3, 0, c, (row + 3) * width, width);
    }
    for (; row < rows; row++) {
      System.arraycopy(c, row * width, sum0, 0, width);
      for (int p = 0; p < depth; p++) {
        times(a[row * depth + p], b, (fromRow + p) * width, width, sum0);
      }
      System.arraycopy(sum0, 0, c, row * width, width);
    }
  }

  private static void fourTimes(
      float a0,
      float a1,
      float a2,
      float a3,
      float[] b,
      int from,
      int width,
      float[] sum0,
      float[] sum1,
      float[] sum2,
      float[] sum3) {
    for (int j = 0; j < width; j++) {
      float value = b[from + j];
      sum0[j] += a0 * value;
      sum1[j] += a1 * value;
      sum2[j] += a2 * value;
      sum3[j] += a3 * value;
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
