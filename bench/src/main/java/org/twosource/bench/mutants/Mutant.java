package org.twosource.bench.mutants;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One changed line of one file.
 *
 * @param stage the package below {@code org.twosource} that holds the file
 * @param file the file, from the folder of sources
 * @param line counted from 0
 * @param before the line as it is
 * @param after the line as it is changed
 */
record Mutant(String stage, Path file, int line, String before, String after) {

  /** A piece of a line and what it becomes. */
  private record Change(Pattern piece, String becomes, boolean isBound) {
    static Change of(String piece, String becomes) {
      return new Change(Pattern.compile(piece), becomes, false);
    }

    /** Whether the bound of a comparison belongs to it. */
    static Change bound(String piece, String becomes) {
      return new Change(Pattern.compile(piece), becomes, true);
    }
  }

  /** After the usual operators of mutation testing (Offutt and others 1996), as the text has it. */
  private static final List<Change> CHANGES =
      List.of(
          Change.of(" && ", " || "),
          Change.of(" \\|\\| ", " && "),
          Change.of(" == ", " != "),
          Change.of(" != ", " == "),
          Change.bound(" <= ", " < "),
          Change.bound(" >= ", " > "),
          Change.bound(" < (?=[\\w(])", " <= "),
          Change.bound(" > (?=[\\w(])", " >= "),
          Change.of("return true;", "return false;"),
          Change.of("return false;", "return true;"),
          Change.of("if \\(!(?=\\w[\\w.]*\\([\\w, .]*\\)\\))", "if ("),
          Change.of("\\.anyMatch\\(", ".noneMatch("),
          Change.of("\\.noneMatch\\(", ".anyMatch("),
          Change.of("\\.allMatch\\(", ".anyMatch("),
          Change.of("\\.min\\(", ".max("),
          Change.of("(?<= final (int|double) [A-Z_]{1,40} = )(?=[\\d.]*[1-9][\\d.]*;)", "2 * "));

  /**
   * All changes of a line of code; none of a comment, nor within quotation marks.
   *
   * @param isReal whether real numbers are compared in a line: then its bounds stay
   */
  static List<Mutant> of(String stage, Path file, List<String> lines, IntPredicate isReal) {
    List<Mutant> mutants = new ArrayList<>();
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i);
      String start = line.strip();
      if (start.startsWith("*") || start.startsWith("/") || start.startsWith("import ")) {
        continue;
      }
      for (Change change : CHANGES) {
        Matcher place = change.piece().matcher(line);
        while (place.find()) {
          if (!isQuoted(line, place.start()) && !(change.isBound() && isReal.test(i))) {
            String after =
                line.substring(0, place.start()) + change.becomes() + line.substring(place.end());
            mutants.add(new Mutant(stage, file, i, line, after));
          }
        }
      }
    }
    return mutants;
  }

  private static boolean isQuoted(String line, int place) {
    return line.substring(0, place).chars().filter(sign -> sign == '"').count() % 2 == 1;
  }

  String className() {
    String name = file.toString().replace('/', '.');
    return name.substring(0, name.length() - ".java".length());
  }

  String source(List<String> lines) {
    List<String> changed = new ArrayList<>(lines);
    changed.set(line, after);
    return String.join("\n", changed) + "\n";
  }
}
