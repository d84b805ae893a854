package org.twosource.bench.mutants;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.BitSet;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SourcesTest {
  private static final Path LIMITS = Path.of("claim", "Limits.java");
  private static final Path USER = Path.of("claim", "User.java");

  @TempDir private Path folder;

  private Sources sources() throws IOException {
    Files.createDirectories(folder.resolve("claim"));
    Files.writeString(
        folder.resolve(LIMITS),
        """
        class Limits {
          static final int MOST = 4;
          boolean fits(int count) {
            return count > 0
                && count < MOST;
          }
          int other() {
            return 3;
          }
        }
        """);
    Files.writeString(
        folder.resolve(USER),
        """
        class User {
          int none() {
            return 0;
          }
          int all() {
            return Limits.MOST;
          }
        }
        """);
    Files.writeString(folder.resolve("claim/Stranger.java"), "class Stranger {\n  int MOST;\n}\n");
    return Sources.in(folder);
  }

  private static Mutant mutant(int line, String before) {
    return new Mutant("claim", LIMITS, line, before, "");
  }

  private static BitSet lines(int... lines) {
    BitSet set = new BitSet();
    for (int line : lines) {
      set.set(line);
    }
    return set;
  }

  @Test
  void aChangedLineIsFeltInItsStatementAlone() throws IOException {
    Mutant mutant = mutant(4, "        && count < MOST;");
    assertEquals(List.of(LIMITS), sources().changed(mutant));
    assertEquals(lines(3, 4), sources().felt(LIMITS, mutant));
  }

  @Test
  void aConstantIsFeltByWhoeverNamesIt() throws IOException {
    Mutant mutant = mutant(1, "  static final int MOST = 4;");
    assertEquals(List.of(LIMITS, USER), sources().changed(mutant));
    assertEquals(lines(3, 4), sources().felt(LIMITS, mutant));
    assertEquals(lines(5), sources().felt(USER, mutant));
  }
}
