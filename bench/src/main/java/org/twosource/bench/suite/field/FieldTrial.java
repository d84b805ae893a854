package org.twosource.bench.suite.field;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.twosource.bench.suite.ResultDocument;
import org.twosource.bench.suite.StoryRuns;
import org.twosource.bench.suite.Tally;

/**
 * One case of {@code field} while it is tried: its folder, the doors of the program, and what was
 * expected and met. What is expected of the variations is kept apart.
 */
final class FieldTrial {
  private static final boolean SHOW = System.getenv("TWOSOURCE_SHOW") != null;
  private final String name;
  private final Path folder;
  private final StoryRuns runs;
  private final Tally expectations = new Tally();
  private final Tally variations = new Tally();

  FieldTrial(String name, Path folder, StoryRuns runs) {
    this.name = name;
    this.folder = folder;
    this.runs = runs;
  }

  String name() {
    return name;
  }

  /** Reads files of the case in one run. */
  ResultDocument read(String... files) throws IOException {
    return runs.files(paths(files));
  }

  /** What {@code compare} says of two files of the case. */
  JsonNode compare(String one, String other) throws IOException {
    return runs.compare(folder.resolve(one), folder.resolve(other));
  }

  /** What {@code compare --pairs} says of a file of the case. */
  JsonNode pairs(String file) throws IOException {
    return runs.pairs(folder.resolve(file));
  }

  /** What {@code check} says of a summary. */
  JsonNode checks(String summary, String report) throws IOException {
    return runs.checks(folder.resolve(summary), folder.resolve(report));
  }

  void expect(String what, boolean met) {
    expectations.add(met);
    say(what, met);
  }

  void expectOfVariation(String what, boolean met) {
    variations.add(met);
    say(what + " (variation)", met);
  }

  private void say(String what, boolean met) {
    if (SHOW && !met) {
      System.out.println("UNMET " + name + "\t" + what);
    }
  }

  Tally expectations() {
    return expectations;
  }

  Tally variations() {
    return variations;
  }

  private List<Path> paths(String... files) {
    return Arrays.stream(files).map(folder::resolve).toList();
  }
}
