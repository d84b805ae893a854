package org.twosource.archive;

import java.nio.ByteBuffer;
import java.nio.IntBuffer;
import java.nio.LongBuffer;

/** Numbers as bytes, highest first: a column of one value where a list would be an object each. */
final class Packed {
  private Packed() {}

  static byte[] of(long[] numbers) {
    ByteBuffer bytes = ByteBuffer.allocate(Long.BYTES * numbers.length);
    bytes.asLongBuffer().put(numbers);
    return bytes.array();
  }

  static byte[] of(int[] numbers) {
    ByteBuffer bytes = ByteBuffer.allocate(Integer.BYTES * numbers.length);
    bytes.asIntBuffer().put(numbers);
    return bytes.array();
  }

  static long[] longs(byte[] packed) {
    LongBuffer numbers = ByteBuffer.wrap(packed).asLongBuffer();
    long[] read = new long[numbers.remaining()];
    numbers.get(read);
    return read;
  }

  static int[] ints(byte[] packed) {
    IntBuffer numbers = ByteBuffer.wrap(packed).asIntBuffer();
    int[] read = new int[numbers.remaining()];
    numbers.get(read);
    return read;
  }
}
