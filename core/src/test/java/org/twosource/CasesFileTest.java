package org.twosource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.UncheckedIOException;
import org.junit.jupiter.api.Test;
import org.opentest4j.TestAbortedException;

class CasesFileTest {
  @Test
  void aCellIsHeldAgainstWhatWasFound() {
    CasesFile.check("14", "14");
    CasesFile.check("", "nothing");
    assertThatThrownBy(() -> CasesFile.check("14", "41")).isInstanceOf(AssertionError.class);
    assertThatThrownBy(() -> CasesFile.check("", "14")).isInstanceOf(AssertionError.class);
  }

  @Test
  void aCellThatIsNotReachedYetFailsAsSoonAsItIs() {
    assertThatThrownBy(() -> CasesFile.check("41", "not yet: 14"))
        .isInstanceOf(TestAbortedException.class);
    assertThatThrownBy(() -> CasesFile.check("14", "not yet: 14"))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("take \"not yet:\" away");
    assertThatThrownBy(() -> CasesFile.check("", "not yet: nothing"))
        .isInstanceOf(AssertionError.class);
  }

  @Test
  void remarksAreNoCasesAndAFileThatIsNotThereIsNamed() {
    assertThat(CasesFile.lines("Disputes")).isNotEmpty().noneMatch(line -> line.startsWith("#"));
    assertThat(CasesFile.cells("one | two | ")).containsExactly("one", "two", "");
    assertThatThrownBy(() -> CasesFile.lines("Nobody"))
        .isInstanceOf(UncheckedIOException.class)
        .hasMessageContaining("Nobody.txt");
  }
}
