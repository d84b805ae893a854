package org.twosource.app.serve;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Figures as they are measured, each printed at once. One thread at a time. */
final class FigureTable {
  private static final String HEAD = "metric\tvalue\ttarget\treached\tfloor";
  private final Map<String, String> lines = new LinkedHashMap<>();

  void shown(String name, long value) {
    lines.put(name, name + '\t' + value + "\t\t\t");
    System.out.println(name + ": " + value);
  }

  void atMost(String name, long value, long target) {
    String reached = value <= target ? "yes" : "no";
    lines.put(name, name + '\t' + value + '\t' + target + '\t' + reached + '\t');
    System.out.println(name + ": " + value + ", at most " + target);
  }

  /** Figures of the file that were not measured this time stay. */
  void write(Path target) throws IOException {
    Map<String, String> all = new LinkedHashMap<>();
    List<String> before = Files.isRegularFile(target) ? Files.readAllLines(target) : List.of(HEAD);
    before.forEach(line -> all.put(line.split("\t")[0], line));
    all.putAll(lines);
    Files.writeString(target, String.join("\n", all.values()) + "\n");
  }
}
