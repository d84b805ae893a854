package org.twosource.story;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

/**
 * In how many reports of a background collection a stem occurs, so that the first report of a run
 * already knows which words are rare. Read from {@code weights/frequencies.tsv}; its card names the
 * collection.
 */
final class BackgroundFrequencies {
  private static final String FILE = "/org/twosource/weights/frequencies.tsv";

  private final int reports;
  private final Map<String, Integer> counts;

  private BackgroundFrequencies(int reports, Map<String, Integer> counts) {
    this.reports = reports;
    this.counts = counts;
  }

  static BackgroundFrequencies read() {
    try (var lines =
        new BufferedReader(
            new InputStreamReader(
                Objects.requireNonNull(BackgroundFrequencies.class.getResourceAsStream(FILE), FILE),
                StandardCharsets.UTF_8))) {
      int reports = Integer.parseInt(lines.readLine().split("\t")[1]);
      Map<String, Integer> counts = new HashMap<>(40_000);
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        int tab = line.indexOf('\t');
        counts.put(line.substring(0, tab), Integer.parseInt(line, tab + 1, line.length(), 10));
      }
      return new BackgroundFrequencies(reports, counts);
    } catch (IOException failure) {
      throw new UncheckedIOException(FILE, failure);
    }
  }

  int reports() {
    return reports;
  }

  int count(String stem) {
    return counts.getOrDefault(stem, 0);
  }
}
