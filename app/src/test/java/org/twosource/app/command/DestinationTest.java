package org.twosource.app.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DestinationTest {
  @TempDir Path folder;

  @Test
  void aResultThatCannotBeFinishedLeavesTheOldOneWhole() throws IOException {
    Path file = Files.writeString(folder.resolve("result.json"), "old");
    assertThatThrownBy(
            () ->
                Destination.write(
                    file.toString(),
                    out -> {
                      out.write(new byte[100_000]);
                      throw new IOException("No space left on device");
                    }))
        .hasMessageContaining("No space");
    assertThat(file).hasContent("old");
    try (Stream<Path> left = Files.list(folder)) {
      assertThat(left).containsExactly(file);
    }
  }

  @Test
  void aResultThroughALinkKeepsTheLink() throws IOException {
    Path file = Files.writeString(folder.resolve("result.json"), "old");
    Path link = Files.createSymbolicLink(folder.resolve("latest.json"), file);
    Destination.write(link.toString(), out -> out.write('n'));
    assertThat(link).isSymbolicLink();
    assertThat(file).hasContent("n");
  }
}
