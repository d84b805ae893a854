package org.twosource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.abort;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/**
 * A file of cases: one case a line, its cells apart by {@code " | "}; a line behind {@code #} says
 * what the cells are. What must be found is written as the test writes it, {@code nothing} where it
 * is empty, and behind {@code not yet: } where it is wanted and not reached.
 */
public final class CasesFile {
  private static final Path FOLDER = Path.of("src", "test", "resources", "cases");
  private static final String REMARK = "#";
  private static final String NOT_YET = "not yet: ";
  private static final String NOTHING = "nothing";

  private CasesFile() {}

  /**
   * The cases of a file, in order, without blank lines and remarks.
   *
   * @param name without folder and ending
   */
  public static List<String> lines(String name) {
    Path file = FOLDER.resolve(name + ".txt");
    try {
      return Files.readAllLines(file).stream()
          .filter(line -> !line.isBlank() && !line.startsWith(REMARK))
          .toList();
    } catch (IOException failure) {
      throw new UncheckedIOException(file.toString(), failure);
    }
  }

  /** The cases of a file, each divided into its cells. */
  public static List<List<String>> rows(String name) {
    return lines(name).stream().map(CasesFile::cells).toList();
  }

  /** The cells of a case, without the blanks around them. */
  public static List<String> cells(String line) {
    return Arrays.stream(line.split(" \\| ", -1)).map(String::strip).toList();
  }

  /** A cell as a report has it: {@code \n} is the end of a paragraph. */
  public static String body(String cell) {
    return cell.replace("\\n", "\n");
  }

  /**
   * Holds what was found against what a cell wants. A cell that is not reached yet ends the test
   * without a verdict, and fails it as soon as it is reached, so that its mark goes.
   *
   * @param found what was found, empty for nothing
   * @param cell what must be found
   */
  public static void check(String found, String cell) {
    String given = found.isEmpty() ? NOTHING : found.strip();
    if (!cell.startsWith(NOT_YET)) {
      assertThat(given).isEqualTo(cell);
      return;
    }
    String wanted = cell.substring(NOT_YET.length());
    assertThat(given).as("reached: take \"%s\" away", NOT_YET.strip()).isNotEqualTo(wanted);
    abort("not yet \"" + wanted + "\" but \"" + given + "\"");
  }
}
