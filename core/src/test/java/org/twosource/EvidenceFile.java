package org.twosource;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What learned readers are given, as it was when their weights were learned: a line a reading, with
 * the values that are not zero by their names. A value may differ by {@value #ABSOLUTE} and by
 * {@value #SHARE} of itself, as vectors do between machines. {@code ./build golden} rewrites it.
 */
public final class EvidenceFile {
  private static final Path FOLDER = Path.of("src", "test", "resources", "evidence");
  private static final boolean UPDATE = "update".equals(System.getProperty("golden"));
  private static final double ABSOLUTE = .05;
  private static final double SHARE = .05;

  /** Values are written with three digits. */
  private static final double WRITTEN = .0006;

  private static final String BEHIND_NAME = " | ";

  private final List<String> names = new ArrayList<>();
  private final List<Map<String, Double>> readings = new ArrayList<>();

  /** Adds a reading. */
  public void add(String name, List<String> features, double[] values) {
    Map<String, Double> reading = new TreeMap<>();
    for (int at = 0; at < values.length; at++) {
      if (Math.abs(values[at]) >= ABSOLUTE / 10) {
        reading.put(features.get(at), values[at]);
      }
    }
    names.add(name.replace('\n', ' '));
    readings.add(reading);
  }

  /** Holds all readings against the file, or writes it. */
  public void check(String file) throws IOException {
    check(file, ABSOLUTE, SHARE);
  }

  /** The same where no vector has part in the values: they are the same on every machine. */
  public void checkExactly(String file) throws IOException {
    check(file, WRITTEN, 0);
  }

  private void check(String file, double absolute, double share) throws IOException {
    Path path = FOLDER.resolve(file + ".txt");
    if (UPDATE) {
      Files.createDirectories(FOLDER);
      List<String> lines = new ArrayList<>();
      for (int at = 0; at < names.size(); at++) {
        lines.add(names.get(at) + BEHIND_NAME + written(readings.get(at)));
      }
      Files.write(path, lines);
      return;
    }
    List<String> lines = Files.readAllLines(path);
    assertThat(names.stream().map(String::strip))
        .as(path + "; ./build golden rewrites it")
        .containsExactlyElementsOf(lines.stream().map(EvidenceFile::name).toList());
    for (int at = 0; at < names.size(); at++) {
      assertAlike(names.get(at), readings.get(at), read(lines.get(at)), absolute, share);
    }
  }

  private static void assertAlike(
      String name,
      Map<String, Double> found,
      Map<String, Double> wanted,
      double absolute,
      double share) {
    Map<String, Double> all = new TreeMap<>(found);
    wanted.forEach(all::putIfAbsent);
    for (String feature : all.keySet()) {
      double value = found.getOrDefault(feature, 0.0);
      double before = wanted.getOrDefault(feature, 0.0);
      assertThat(Math.abs(value - before))
          .as("%s: %s is %s and was %s", name, feature, value, before)
          .isLessThanOrEqualTo(absolute + share * Math.abs(before));
    }
  }

  private static String written(Map<String, Double> reading) {
    return reading.entrySet().stream()
        .map(one -> String.format(Locale.ROOT, "%s=%.3f", one.getKey(), one.getValue()))
        .collect(Collectors.joining("; "));
  }

  private static String name(String line) {
    return line.substring(0, line.lastIndexOf(BEHIND_NAME)).strip();
  }

  private static Map<String, Double> read(String line) {
    Map<String, Double> reading = new TreeMap<>();
    String values = line.substring(line.lastIndexOf(BEHIND_NAME) + BEHIND_NAME.length());
    for (String one : values.isBlank() ? new String[0] : values.split("; ")) {
      int equals = one.lastIndexOf('=');
      reading.put(one.substring(0, equals), Double.valueOf(one.substring(equals + 1)));
    }
    return reading;
  }
}
