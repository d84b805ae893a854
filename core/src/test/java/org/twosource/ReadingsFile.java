package org.twosource;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * What a stage reads between its input and its output, a line a reading, as the code had it when
 * the file was read by eye last. {@code ./build golden} rewrites it.
 */
public final class ReadingsFile {
  private static final Path FOLDER = Path.of("src", "test", "resources", "evidence");
  private static final boolean UPDATE = "update".equals(System.getProperty("golden"));

  private final List<String> readings = new ArrayList<>();

  /** Adds a reading. */
  public void add(String reading) {
    readings.add(reading.replace('\n', ' ').stripTrailing());
  }

  /** Holds all readings against the file, or writes it. */
  public void check(String name) throws IOException {
    Path file = FOLDER.resolve(name + ".txt");
    if (UPDATE) {
      Files.createDirectories(FOLDER);
      Files.write(file, readings);
      return;
    }
    assertThat(readings)
        .as(file + "; ./build golden rewrites it")
        .containsExactlyElementsOf(Files.readAllLines(file));
  }
}
