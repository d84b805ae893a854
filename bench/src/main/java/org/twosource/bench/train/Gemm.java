package org.twosource.bench.train;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/** Products of row-major float matrices, added to what {@code c} holds. */
final class Gemm {
  private static final VectorSpecies<Float> SPECIES = FloatVector.SPECIES_PREFERRED;
  private static final int LANES = SPECIES.length();

  private Gemm() {}

  /** c (m x n) += a (m x k) b (k x n). */
  static void multiply(float[] a, float[] b, float[] c, int m, int k, int n) {
    run(a, k, 1, b, c, m, k, n);
  }

  /** c (m x n) += aT b, where a is (k x m) and b is (k x n). */
  static void multiplyTransposedFirst(float[] a, float[] b, float[] c, int m, int k, int n) {
    run(a, 1, m, b, c, m, k, n);
  }

  /** c (m x n) += a bT, where a is (m x k) and b is (n x k). */
  static void multiplyTransposedSecond(float[] a, float[] b, float[] c, int m, int k, int n) {
    float[] turned = new float[k * n];
    for (int row = 0; row < n; row++) {
      for (int column = 0; column < k; column++) {
        turned[column * n + row] = b[row * k + column];
      }
    }
    run(a, k, 1, turned, c, m, k, n);
  }

  /** Element (i, p) of a is at {@code i * rowStep + p * columnStep}. */
  private static void run(
      float[] a, int rowStep, int columnStep, float[] b, float[] c, int m, int k, int n) {
    int wide = n - n % (2 * LANES);
    int i = 0;
    for (; i + 4 <= m; i += 4) {
      for (int j = 0; j < wide; j += 2 * LANES) {
        fourRows(a, i * rowStep, rowStep, columnStep, b, c, i, j, k, n);
      }
    }
    for (; i < m; i++) {
      for (int j = 0; j < wide; j += 2 * LANES) {
        oneRow(a, i * rowStep, columnStep, b, c, i, j, k, n);
      }
    }
    if (wide < n) {
      for (int row = 0; row < m; row++) {
        for (int p = 0; p < k; p++) {
          float value = a[row * rowStep + p * columnStep];
          for (int j = wide; j < n; j++) {
            c[row * n + j] += value * b[p * n + j];
          }
        }
      }
    }
  }

  private static void fourRows(
      float[] a,
      int start,
      int rowStep,
      int columnStep,
      float[] b,
      float[] c,
      int i,
      int j,
      int k,
      int n) {
    FloatVector c00 = FloatVector.fromArray(SPECIES, c, i * n + j);
    FloatVector c01 = FloatVector.fromArray(SPECIES, c, i * n + j + LANES);
    FloatVector c10 = FloatVector.fromArray(SPECIES, c, (i + 1) * n + j);
    FloatVector c11 = FloatVector.fromArray(SPECIES, c, (i + 1) * n + j + LANES);
    FloatVector c20 = FloatVector.fromArray(SPECIES, c, (i + 2) * n + j);
    FloatVector c21 = FloatVector.fromArray(SPECIES, c, (i + 2) * n + j + LANES);
    FloatVector c30 = FloatVector.fromArray(SPECIES, c, (i + 3) * n + j);
    FloatVector c31 = FloatVector.fromArray(SPECIES, c, (i + 3) * n + j + LANES);
    for (int p = 0; p < k; p++) {
      FloatVector b0 = FloatVector.fromArray(SPECIES, b, p * n + j);
      FloatVector b1 = FloatVector.fromArray(SPECIES, b, p * n + j + LANES);
      int at = start + p * columnStep;
      FloatVector a0 = FloatVector.broadcast(SPECIES, a[at]);
      FloatVector a1 = FloatVector.broadcast(SPECIES, a[at + rowStep]);
      FloatVector a2 = FloatVector.broadcast(SPECIES, a[at + 2 * rowStep]);
      FloatVector a3 = FloatVector.broadcast(SPECIES, a[at + 3 * rowStep]);
      c00 = a0.fma(b0, c00);
      c01 = a0.fma(b1, c01);
      c10 = a1.fma(b0, c10);
      c11 = a1.fma(b1, c11);
      c20 = a2.fma(b0, c20);
      c21 = a2.fma(b1, c21);
      c30 = a3.fma(b0, c30);
      c31 = a3.fma(b1, c31);
    }
    c00.intoArray(c, i * n + j);
    c01.intoArray(c, i * n + j + LANES);
    c10.intoArray(c, (i + 1) * n + j);
    c11.intoArray(c, (i + 1) * n + j + LANES);
    c20.intoArray(c, (i + 2) * n + j);
    c21.intoArray(c, (i + 2) * n + j + LANES);
    c30.intoArray(c, (i + 3) * n + j);
    c31.intoArray(c, (i + 3) * n + j + LANES);
  }

  private static void oneRow(
      float[] a, int start, int columnStep, float[] b, float[] c, int i, int j, int k, int n) {
    FloatVector c0 = FloatVector.fromArray(SPECIES, c, i * n + j);
    FloatVector c1 = FloatVector.fromArray(SPECIES, c, i * n + j + LANES);
    for (int p = 0; p < k; p++) {
      FloatVector value = FloatVector.broadcast(SPECIES, a[start + p * columnStep]);
      c0 = value.fma(FloatVector.fromArray(SPECIES, b, p * n + j), c0);
      c1 = value.fma(FloatVector.fromArray(SPECIES, b, p * n + j + LANES), c1);
    }
    c0.intoArray(c, i * n + j);
    c1.intoArray(c, i * n + j + LANES);
  }
}
