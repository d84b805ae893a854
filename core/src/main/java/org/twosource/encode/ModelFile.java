package org.twosource.encode;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;

/**
 * The bytes of an ONNX model, some of whose weights are exchanged for others.
 *
 * <p>A protobuf message may be written in parts that are merged on reading: lists are joined. So a
 * second model that holds a few tensors, nodes and an output, appended to the first one's bytes,
 * adds them to its graph. A tensor that is there already would then be there twice; it is taken out
 * of the first model. Only the fields that lie on the way are read: {@code ModelProto.graph} (7),
 * {@code GraphProto.initializer} (5), {@code TensorProto.name} (8).
 */
final class ModelFile {
  private static final int GRAPH = 7;
  private static final int INITIALIZER = 5;
  private static final int TENSOR_NAME = 8;

  private ModelFile() {}

  /**
   * The model with what the part brings: its tensors stand in place of those of the same name.
   *
   * @throws IllegalArgumentException when either is no protobuf message
   */
  static byte[] with(byte[] model, byte[] part) {
    Set<String> replaced = new HashSet<>();
    for (Fields graph = new Fields(part, 0, part.length); graph.next(); ) {
      if (graph.number == GRAPH) {
        for (Fields tensor = graph.inside(); tensor.next(); ) {
          if (tensor.number == INITIALIZER) {
            replaced.add(name(tensor.inside()));
          }
        }
      }
    }
    ByteArrayOutputStream all = new ByteArrayOutputStream(model.length + part.length);
    for (Fields field = new Fields(model, 0, model.length); field.next(); ) {
      if (field.number == GRAPH) {
        byte[] graph = without(field.inside(), replaced);
        writeNumber(GRAPH << 3 | Fields.BYTES, all);
        writeNumber(graph.length, all);
        all.writeBytes(graph);
      } else {
        field.copyTo(all);
      }
    }
    all.writeBytes(part);
    return all.toByteArray();
  }

  private static byte[] without(Fields graph, Set<String> tensors) {
    ByteArrayOutputStream kept = new ByteArrayOutputStream(graph.end - graph.at);
    while (graph.next()) {
      if (graph.number != INITIALIZER || !tensors.contains(name(graph.inside()))) {
        graph.copyTo(kept);
      }
    }
    return kept.toByteArray();
  }

  private static String name(Fields tensor) {
    while (tensor.next()) {
      if (tensor.number == TENSOR_NAME) {
        return new String(
            tensor.bytes, tensor.content, tensor.at - tensor.content, StandardCharsets.UTF_8);
      }
    }
    return "";
  }

  private static void writeNumber(int number, ByteArrayOutputStream out) {
    int rest = number;
    while (rest > 0x7F) {
      out.write(rest & 0x7F | 0x80);
      rest >>>= 7;
    }
    out.write(rest);
  }

  /** The fields of a message, one after another. */
  private static final class Fields {
    static final int BYTES = 2;

    private final byte[] bytes;
    private final int end;
    private int at;
    private int start;
    private int content;
    private int number;

    Fields(byte[] bytes, int from, int end) {
      this.bytes = bytes;
      this.at = from;
      this.end = end;
    }

    boolean next() {
      if (at >= end) {
        return false;
      }
      start = at;
      long tag = readNumber();
      number = (int) (tag >>> 3);
      content = at;
      switch ((int) (tag & 7)) {
        case 0 -> readNumber();
        case 1 -> at += Long.BYTES;
        case BYTES -> {
          long length = readNumber();
          content = at;
          at = Math.toIntExact(Math.min(Integer.MAX_VALUE, at + Math.max(0, length)));
        }
        case 5 -> at += Integer.BYTES;
        default -> throw broken();
      }
      if (at > end) {
        throw broken();
      }
      return true;
    }

    /** The fields of the message that this field holds. */
    Fields inside() {
      return new Fields(bytes, content, at);
    }

    void copyTo(ByteArrayOutputStream out) {
      out.writeBytes(Arrays.copyOfRange(bytes, start, at));
    }

    private long readNumber() {
      long value = 0;
      for (int shift = 0; shift < Long.SIZE; shift += 7) {
        if (at >= end) {
          throw broken();
        }
        byte next = bytes[at++];
        value |= (long) (next & 0x7F) << shift;
        if (next >= 0) {
          return value;
        }
      }
      throw broken();
    }

    private IllegalArgumentException broken() {
      return new IllegalArgumentException("no protobuf message: broken at byte " + start);
    }
  }
}
