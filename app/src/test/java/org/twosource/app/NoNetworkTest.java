package org.twosource.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import jdk.jfr.Recording;
import jdk.jfr.consumer.RecordingFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Nothing that {@code read} does goes over a network. */
class NoNetworkTest {
  private static final Path SAMPLE =
      Path.of(System.getProperty("twosource.home", "..")).resolve("samples/harbour");

  @TempDir Path folder;

  @Test
  void theFlightRecorderSeesNoSocket() throws IOException {
    Path recorded = folder.resolve("read.jfr");
    try (Recording recording = new Recording()) {
      for (String event : List.of("jdk.SocketRead", "jdk.SocketWrite", "jdk.SocketConnect")) {
        recording.enable(event).withThreshold(Duration.ZERO);
      }
      recording.start();
      assertThat(read(folder.resolve("here.json"))).isZero();
      recording.stop();
      recording.dump(recorded);
    }
    assertThat(
            RecordingFile.readAllEvents(recorded).stream()
                .map(event -> event.getEventType().getName()))
        .noneMatch(name -> name.startsWith("jdk.Socket"));
  }

  @Test
  void withoutAnyNetworkTheResultIsTheSame() throws IOException, InterruptedException {
    assumeTrue(
        exit(List.of("unshare", "-rn", "true")) == 0,
        "skipped: this system lets no process leave the network (unshare -rn)");
    Path here = folder.resolve("here.json");
    Path alone = folder.resolve("alone.json");
    assertThat(read(here)).isZero();
    List<String> command =
        new ArrayList<>(
            List.of(
                "unshare",
                "-rn",
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                Twosource.class.getName()));
    command.addAll(arguments(alone));
    assertThat(exit(command)).isZero();
    assertThat(alone).hasSameBinaryContentAs(here);
  }

  private static int read(Path json) {
    return Twosource.run(arguments(json).toArray(String[]::new));
  }

  private static List<String> arguments(Path json) {
    return List.of("read", SAMPLE.toString(), "--json", json.toString(), "--no-html", "--quiet");
  }

  private static int exit(List<String> command) throws InterruptedException {
    try {
      return new ProcessBuilder(command).inheritIO().start().waitFor();
    } catch (IOException noSuchProgram) {
      return -1;
    }
  }
}
