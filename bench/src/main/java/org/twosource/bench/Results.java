package org.twosource.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The numbers the project promises: one tab-separated file a suite under {@code bench/results}. */
record Results(Path folder) {

  /** The committed figures of a suite by metric; empty when it was never committed. */
  Map<String, Double> committed(String suite) throws IOException {
    Map<String, Double> figures = new LinkedHashMap<>();
    Path file = folder.resolve(suite + ".tsv");
    if (Files.exists(file)) {
      for (String line : Files.readAllLines(file)) {
        String[] cells = line.split("\t");
        if (cells.length >= 2 && !line.startsWith("#") && !cells[0].equals("metric")) {
          figures.put(cells[0], Double.parseDouble(cells[1]));
        }
      }
    }
    return figures;
  }

  void write(String suite, List<Figure> figures) throws IOException {
    StringBuilder lines = new StringBuilder("metric\tvalue\ttarget\treached\tfloor\n");
    for (Figure figure : figures) {
      lines.append(figure.metric()).append('\t');
      lines.append(String.format(Locale.ROOT, "%.4f", figure.value())).append('\t');
      lines.append(
          figure.target().map(goal -> String.format(Locale.ROOT, "%.4f", goal)).orElse(""));
      lines.append('\t').append(figure.target().isEmpty() ? "" : figure.reached() ? "yes" : "no");
      lines.append('\t').append(figure.floor()).append('\n');
    }
    Files.createDirectories(folder);
    Files.writeString(folder.resolve(suite + ".tsv"), lines);
  }
}
