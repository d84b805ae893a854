package org.twosource.encode;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
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
    List<Slice> slices = new ArrayList<>();
    for (Fields field = new Fields(model, 0, model.length); field.next(); ) {
      if (field.number == GRAPH) {
        List<Slice> graph = without(field.inside(), replaced);
        slices.add(new Slice(number(GRAPH << 3 | Fields.BYTES)));
        slices.add(new Slice(number(length(graph))));
        slices.addAll(graph);
      } else {
        slices.add(field.slice());
      }
    }
    slices.add(new Slice(part));
    ByteBuffer all = ByteBuffer.allocate(length(slices));
    slices.forEach(slice -> all.put(slice.bytes(), slice.from(), slice.to() - slice.from()));
    return all.array();
  }

  /** Bytes that stand in an array already: a model has tens of megabytes and is joined once. */
  private record Slice(byte[] bytes, int from, int to) {
    Slice(byte[] bytes) {
      this(bytes, 0, bytes.length);
    }
  }

  private static int length(List<Slice> slices) {
    return slices.stream().mapToInt(slice -> slice.to() - slice.from()).sum();
  }

  private static List<Slice> without(Fields graph, Set<String> tensors) {
    List<Slice> kept = new ArrayList<>();
    while (graph.next()) {
      if (graph.number != INITIALIZER || !tensors.contains(name(graph.inside()))) {
        kept.add(graph.slice());
      }
    }
    return kept;
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

  private static byte[] number(int number) {
    ByteBuffer bytes = ByteBuffer.allocate(5);
    int rest = number;
    while (rest > 0x7F) {
      bytes.put((byte) (rest & 0x7F | 0x80));
      rest >>>= 7;
    }
    bytes.put((byte) rest);
    return Arrays.copyOf(bytes.array(), bytes.position());
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

    Slice slice() {
      return new Slice(bytes, start, at);
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
