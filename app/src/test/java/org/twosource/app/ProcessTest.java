package org.twosource.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.twosource.app.command.ExitStatus;

/** What only a process of its own shows: crashes of native code, files left behind. */
class ProcessTest {
  @TempDir Path folder;
  @TempDir Path home;

  @Test
  void aCommandLineOfTwentyThousandCharactersIsRead() throws IOException, InterruptedException {
    Path json = folder.resolve("result.json");
    List<String> arguments = new ArrayList<>(List.of("read"));
    for (int i = 0; i < 150; i++) {
      Path report =
          folder.resolve("a-report-from-the-harbour-with-a-long-name-" + "x".repeat(60) + i);
      arguments.add(
          Files.writeString(report, "The ferry " + i + " hit the pier on Monday.").toString());
    }
    arguments.addAll(List.of("--no-html", "--quiet", "--json", json.toString()));
    assertThat(String.join(" ", arguments)).hasSizeGreaterThan(20_000);
    assertThat(exit(arguments)).isEqualTo(ExitStatus.READ);
    assertThat(new ObjectMapper().readTree(json.toFile()).get("reports")).hasSize(150);
  }

  @Test
  void nothingIsLeftInTheHomeFolder() throws IOException, InterruptedException {
    Path report = Files.writeString(folder.resolve("a.txt"), "The ferry hit the pier on Monday.");
    Path json = folder.resolve("result.json");
    assertThat(
            exit(
                List.of(
                    "read", report.toString(), "--no-html", "--quiet", "--json", json.toString())))
        .isEqualTo(ExitStatus.READ);
    try (Stream<Path> left = Files.walk(home)) {
      assertThat(left.filter(Files::isRegularFile)).isEmpty();
    }
  }

  @Test
  void aFullStandardOutputIsTold() throws IOException, InterruptedException {
    assumeTrue(Files.exists(Path.of("/dev/full")), "this system has no /dev/full");
    Path report = Files.writeString(folder.resolve("a.txt"), "The ferry hit the pier on Monday.");
    ProcessBuilder builder =
        command(List.of("read", report.toString(), "--no-html", "--json", "-"))
            .redirectOutput(new File("/dev/full"));
    assertThat(builder.start().waitFor()).isEqualTo(ExitStatus.NOT_WRITTEN);
  }

  @Test
  void aRunThatFindsNothingEndsInOrder() throws IOException, InterruptedException {
    String missing = folder.resolve("nothing-here").toString();
    for (int run = 0; run < 8; run++) { // the encoder may be half open when the process ends
      assertThat(exit(List.of("read", missing))).isEqualTo(ExitStatus.NOTHING_READ);
    }
  }

  private int exit(List<String> arguments) throws IOException, InterruptedException {
    return command(arguments).start().waitFor();
  }

  private ProcessBuilder command(List<String> arguments) {
    List<String> command = OwnProcess.command(arguments);
    ProcessBuilder builder = new ProcessBuilder(command).inheritIO();
    // as on a user's machine: a library that is quiet in tests may speak elsewhere
    builder.environment().keySet().removeIf(name -> name.equals("CI") || name.startsWith("ORT_"));
    builder.environment().put("HOME", home.toString());
    builder.environment().put("XDG_CACHE_HOME", home.resolve("cache").toString());
    return builder;
  }
}
