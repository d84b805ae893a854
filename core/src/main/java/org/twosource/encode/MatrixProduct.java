package org.twosource.encode;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/**
 * Multiplies matrices with the runtime that also runs the encoder: its kernels use the processor's
 * wide registers, which plain Java loops reach by a fifth at best. The graph is one node, written
 * here as the few bytes of protobuf it takes. Any thread may call it.
 */
final class MatrixProduct {
  private static final OrtSession SESSION = open();
  private static final DirectScratch LEFT = new DirectScratch();
  private static final DirectScratch PRODUCT = new DirectScratch();

  private MatrixProduct() {}

  private static OrtSession open() {
    try {
      return OrtEnvironment.getEnvironment().createSession(model(), OnnxEncoder.options());
    } catch (OrtException failure) {
      throw new IllegalStateException("the runtime takes no matrix product", failure);
    }
  }

  /** {@code rows} rows of {@code columns} numbers from {@code offset}, copied outside the heap. */
  static OnnxTensor tensor(float[] values, int offset, int rows, int columns) {
    FloatBuffer copy =
        ByteBuffer.allocateDirect(rows * columns * Float.BYTES)
            .order(ByteOrder.nativeOrder())
            .asFloatBuffer();
    copy.put(values, offset, rows * columns).rewind();
    return tensor(copy, rows, columns);
  }

  private static OnnxTensor tensor(FloatBuffer direct, int rows, int columns) {
    try {
      return OnnxTensor.createTensor(
          OrtEnvironment.getEnvironment(), direct, new long[] {rows, columns});
    } catch (OrtException failure) {
      throw new IllegalStateException("a matrix of " + rows + " x " + columns, failure);
    }
  }

  /** c (rows x width) += a (rows x depth) times b (depth x width). */
  static void add(float[] a, int rows, int depth, OnnxTensor b, int width, float[] c) {
    FloatBuffer factor = LEFT.of(rows * depth * Float.BYTES).asFloatBuffer();
    factor.put(a, 0, rows * depth).rewind();
    FloatBuffer product = PRODUCT.of(rows * width * Float.BYTES).asFloatBuffer();
    try (OnnxTensor left = tensor(factor, rows, depth);
        OnnxTensor right = tensor(product, rows, width)) {
      SESSION.run(Map.of("a", left, "b", b), Map.of("y", right)).close();
      for (int i = 0; i < rows * width; i++) {
        c[i] += product.get(i);
      }
    } catch (OrtException failure) {
      throw new IllegalStateException("a product of " + rows + " x " + depth, failure);
    }
  }

  /** ModelProto: version 8 of the format, operators of version 13, the graph y = MatMul(a, b). */
  private static byte[] model() {
    Message node = new Message().text(1, "a").text(1, "b").text(2, "y").text(4, "MatMul");
    Message graph =
        new Message()
            .part(1, node)
            .text(2, "product")
            .part(11, matrix("a"))
            .part(11, matrix("b"))
            .part(12, matrix("y"));
    return new Message().number(1, 8).part(7, graph).part(8, new Message().number(2, 13)).bytes();
  }

  /** ValueInfoProto of a matrix of 32-bit numbers, of any size. */
  private static Message matrix(String name) {
    Message shape =
        new Message()
            .part(1, new Message().text(2, name + "Rows"))
            .part(1, new Message().text(2, name + "Columns"));
    Message tensor = new Message().number(1, 1).part(2, shape);
    return new Message().text(1, name).part(2, new Message().part(1, tensor));
  }

  /** A protobuf message in the making. */
  private static final class Message {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    Message number(int field, int value) {
      out.write(field << 3);
      out.write(value);
      return this;
    }

    Message text(int field, String text) {
      return raw(field, text.getBytes(StandardCharsets.UTF_8));
    }

    Message part(int field, Message part) {
      return raw(field, part.bytes());
    }

    private Message raw(int field, byte[] content) {
      out.write(field << 3 | 2);
      int length = content.length;
      for (; length > 127; length >>>= 7) {
        out.write(length & 127 | 128);
      }
      out.write(length);
      out.writeBytes(content);
      return this;
    }

    byte[] bytes() {
      return out.toByteArray();
    }
  }
}
