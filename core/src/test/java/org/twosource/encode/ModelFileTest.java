package org.twosource.encode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class ModelFileTest {
  private static final byte[] VERSION = {8, 7};

  @Test
  void aTensorOfThePartStandsInPlaceOfTheOneOfItsName() {
    byte[] model = join(VERSION, graph(join(tensor("a", "old"), tensor("b", "kept"))));
    byte[] part = graph(tensor("a", "new"));
    assertThat(ModelFile.with(model, part))
        .isEqualTo(join(VERSION, graph(tensor("b", "kept")), part));
  }

  @Test
  void aPartWithoutTensorsIsAppended() {
    byte[] model = join(VERSION, graph(tensor("a", "kept")));
    byte[] part = graph(field(1, "a node"));
    assertThat(ModelFile.with(model, part)).isEqualTo(join(model, part));
  }

  @Test
  void aGraphOfMoreThanATagsLengthKeepsItsLength() {
    byte[] model = graph(join(tensor("a", "x".repeat(300)), tensor("b", "y".repeat(300))));
    assertThat(ModelFile.with(model, graph(tensor("c", "z"))))
        .isEqualTo(join(model, graph(tensor("c", "z"))));
  }

  @Test
  void aFileThatEndsInsideAFieldIsRefused() {
    byte[] model = graph(tensor("a", "weights"));
    for (int length = 1; length < model.length; length++) {
      byte[] broken = Arrays.copyOf(model, length);
      assertThatThrownBy(() -> ModelFile.with(broken, new byte[0]))
          .isInstanceOf(IllegalArgumentException.class);
    }
  }

  private static byte[] graph(byte[] fields) {
    return field(7, fields);
  }

  private static byte[] tensor(String name, String data) {
    return field(5, join(field(8, name), field(9, data)));
  }

  private static byte[] field(int number, String content) {
    return field(number, content.getBytes(StandardCharsets.UTF_8));
  }

  private static byte[] field(int number, byte[] content) {
    byte[] length =
        content.length < 128
            ? new byte[] {(byte) content.length}
            : new byte[] {(byte) (content.length & 0x7F | 0x80), (byte) (content.length >>> 7)};
    return join(new byte[] {(byte) (number << 3 | 2)}, length, content);
  }

  private static byte[] join(byte[]... parts) {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    for (byte[] part : parts) {
      all.writeBytes(part);
    }
    return all.toByteArray();
  }
}
