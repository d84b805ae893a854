package org.twosource.encode;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * Memory outside the heap that the runtime reads and writes in place, one stretch a thread, used
 * again by every call. A fresh stretch a call would be zeroed each time, and be given back only
 * when the collector comes by: some hundred megabytes on a long run. Any thread may ask; what it
 * gets is its own until it asks again.
 */
final class DirectScratch {
  private static final int LEAST_BYTES = 1 << 16;

  private final ThreadLocal<ByteBuffer> memory =
      ThreadLocal.withInitial(() -> allocate(LEAST_BYTES));

  /** At least {@code bytes} bytes from position 0 in the processor's byte order; holds anything. */
  ByteBuffer of(int bytes) {
    ByteBuffer own = memory.get();
    if (own.capacity() < bytes) {
      own = allocate(Math.max(bytes, 2 * own.capacity()));
      memory.set(own);
    }
    return own.clear().limit(bytes);
  }

  private static ByteBuffer allocate(int bytes) {
    return ByteBuffer.allocateDirect(bytes).order(ByteOrder.nativeOrder());
  }
}
