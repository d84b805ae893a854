package org.twosource.archive;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;

/** Every record begins in one stretch, wherever the stretches are cut. */
class InputPiecesTest {

  @Test
  void linesAreReadOnce() {
    byte[] file = "{\"a\": 1}\n{\"b\": 2}\n\n{\"c\": 3}".getBytes(StandardCharsets.UTF_8);
    for (int stretch = 1; stretch <= file.length; stretch++) {
      assertThat(joined(Records.LINES, file, stretch)).isEqualTo(file);
    }
  }

  @Test
  void membersOfAWebArchiveAreReadOnceAndWhole() throws IOException {
    List<byte[]> members = new ArrayList<>();
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    for (int number = 0; number < 20; number++) {
      byte[] noise = new byte[300]; // may hold what looks like a header
      new Random(number).nextBytes(noise);
      noise[7] = 0x1f;
      noise[8] = (byte) 0x8b;
      noise[9] = 8;
      noise[10] = 0;
      byte[] member = member("WARC/1.0\r\n" + new String(noise, StandardCharsets.ISO_8859_1));
      members.add(member);
      all.write(member);
    }
    byte[] file = all.toByteArray();
    for (int stretch = 50; stretch < 1_000; stretch += 61) {
      assertThat(joined(Records.WARC_MEMBERS, file, stretch)).isEqualTo(file);
    }
    assertThat(Records.WARC_MEMBERS.first(file, 1)).isEqualTo(members.getFirst().length);
  }

  @Test
  void aStretchWithoutARecordHasNone() {
    byte[] noEnd = "x".repeat(1_000).getBytes(StandardCharsets.UTF_8);
    assertThat(Records.LINES.first(noEnd, 0)).isEqualTo(Records.NONE);
    assertThat(Records.WARC_MEMBERS.first(noEnd, 0)).isEqualTo(Records.NONE);
  }

  private static byte[] member(String text) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream member = new GZIPOutputStream(bytes)) {
      member.write(text.getBytes(StandardCharsets.ISO_8859_1));
    }
    return bytes.toByteArray();
  }

  /** What the stretches of a file hold, one after another. */
  private static byte[] joined(Records records, byte[] file, int stretch) {
    ByteArrayOutputStream joined = new ByteArrayOutputStream();
    for (int from = 0; from < file.length; from += stretch) {
      int first = from == 0 ? 0 : first(records, file, from);
      int end = first(records, file, Math.min(file.length, from + stretch));
      if (first < end) {
        joined.writeBytes(Arrays.copyOfRange(file, first, end));
      }
    }
    return joined.toByteArray();
  }

  private static int first(Records records, byte[] file, int from) {
    int first = from >= file.length ? Records.NONE : records.first(file, from);
    return first == Records.NONE ? file.length : first;
  }
}
