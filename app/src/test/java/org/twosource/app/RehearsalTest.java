package org.twosource.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What the launcher has run once; where it failed, every start would be slow and nothing say so.
 */
class RehearsalTest {
  @TempDir Path work;

  @Test
  void readsTheSampleAndLooksAtEveryPageOfADesk() throws IOException {
    String sample = Path.of("..", "samples", "harbour").toString();
    assertThat(Rehearsal.run(sample, work)).contains("Claims").contains("Timeline");
    assertThat(work.resolve("store")).isDirectory();
  }
}
