package org.twosource.bench.mutants;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
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
  private record Change(Pattern piece, String becomes) {
    static Change of(String piece, String becomes) {
      return new Change(Pattern.compile(piece), becomes);
    }
  }

  /** After the usual operators of mutation testing (Offutt and others 1996), as the text has it. */
  private static final List<Change> CHANGES =
      List.of(
          Change.of(" && ", " || "),
          Change.of(" \\|\\| ", " && "),
          Change.of(" == ", " != "),
          Change.of(" != ", " == "),
          Change.of(" <= ", " < "),
          Change.of(" >= ", " > "),
          Change.of(" < (?=[\\w(])", " <= "),
          Change.of(" > (?=[\\w(])", " >= "),
          Change.of("return true;", "return false;"),
          Change.of("return false;", "return true;"),
          Change.of("if \\(!(?=\\w[\\w.]*\\([\\w, .]*\\)\\))", "if ("),
          Change.of("\\.anyMatch\\(", ".noneMatch("),
          Change.of("\\.noneMatch\\(", ".anyMatch("),
          Change.of("\\.allMatch\\(", ".anyMatch("),
          Change.of("\\.min\\(", ".max("),
          Change.of("(?<= final (int|double) [A-Z_]{1,40} = )(?=[\\d.]+;)", "2 * "));

  /** All changes of a line of code; none of a comment, nor within quotation marks. */
  static List<Mutant> of(String stage, Path file, List<String> lines) {
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
          if (!isQuoted(line, place.start())) {
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

  String source(List<String> lines) {
    List<String> changed = new ArrayList<>(lines);
    changed.set(line, after);
    return String.join("\n", changed) + "\n";
  }
}
