package org.twosource.bench.mutants;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The sources of {@code core}, and where a changed line is felt: in the statement that holds it,
 * and for a constant, whose value the compiler writes into whoever names it, in all lines that do.
 * Immutable.
 */
final class Sources {
  private static final Pattern CONSTANT = Pattern.compile(" final (?:int|long|double) ([A-Z_]+) =");

  /** A statement is no longer than this, in lines. */
  private static final int LONGEST_STATEMENT = 40;

  private final Map<Path, List<String>> files;

  private Sources(Map<Path, List<String>> files) {
    this.files = files;
  }

  static Sources in(Path folder) throws IOException {
    Map<Path, List<String>> files = new HashMap<>();
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path file : all.filter(one -> one.toString().endsWith(".java")).toList()) {
        files.put(folder.relativize(file), Files.readAllLines(file));
      }
    }
    return new Sources(files);
  }

  List<String> lines(Path file) {
    return files.getOrDefault(file, List.of());
  }

  /** The constant that a mutant changes. */
  static Optional<String> constant(Mutant mutant) {
    Matcher constant = CONSTANT.matcher(mutant.before());
    return constant.find() ? Optional.of(constant.group(1)) : Optional.empty();
  }

  /** The files that have to be compiled with the mutant, its own first. */
  List<Path> changed(Mutant mutant) {
    List<Path> changed = new ArrayList<>(List.of(mutant.file()));
    constant(mutant)
        .ifPresent(
            name ->
                files.keySet().stream()
                    .filter(file -> !file.equals(mutant.file()) && names(file, mutant, name))
                    .sorted()
                    .forEach(changed::add));
    return changed;
  }

  /** Whether a file may mean the constant: it names it, and its class or an import of it. */
  private boolean names(Path file, Mutant mutant, String constant) {
    String owner = mutant.className().substring(mutant.className().lastIndexOf('.') + 1);
    List<String> lines = lines(file);
    return lines.stream().anyMatch(line -> word(constant).matcher(line).find())
        && lines.stream().anyMatch(line -> word(owner).matcher(line).find());
  }

  /** The lines whose running may tell the mutant from the original. */
  BitSet felt(Path file, Mutant mutant) {
    Optional<String> constant = constant(mutant);
    List<String> lines = lines(file);
    BitSet felt = new BitSet();
    if (constant.isEmpty()) {
      statement(lines, mutant.line(), felt);
      return felt;
    }
    for (int i = 0; i < lines.size(); i++) {
      boolean itself = file.equals(mutant.file()) && i == mutant.line();
      if (!itself && word(constant.get()).matcher(lines.get(i)).find()) {
        statement(lines, i, felt);
      }
    }
    if (felt.isEmpty() || isHeldInAField(lines, constant.get())) {
      felt.set(0, lines.size());
    }
    return felt;
  }

  /** Where one constant is made of another, every line of the file may feel it. */
  private static boolean isHeldInAField(List<String> lines, String constant) {
    return lines.stream()
        .anyMatch(
            line ->
                line.contains(" static final ")
                    && line.indexOf(constant) > line.indexOf('=')
                    && line.contains("="));
  }

  /** All lines from the end of the statement before to the end of this one. */
  private static void statement(List<String> lines, int at, BitSet felt) {
    int from = at;
    while (from > 0 && at - from < LONGEST_STATEMENT && !ends(lines.get(from - 1))) {
      from--;
    }
    int to = at;
    while (to < lines.size() - 1 && to - at < LONGEST_STATEMENT && !ends(lines.get(to))) {
      to++;
    }
    felt.set(from, to + 1);
  }

  private static boolean ends(String line) {
    String end = line.strip();
    return end.isEmpty() || end.endsWith(";") || end.endsWith("{") || end.endsWith("}");
  }

  private static Pattern word(String name) {
    return Pattern.compile("(?<!\\w)" + name + "(?!\\w)");
  }
}
