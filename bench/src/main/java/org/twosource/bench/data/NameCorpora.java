package org.twosource.bench.data;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.twosource.bench.BenchData;

/** Sentences whose tokens are labelled with names, in the types of the project. */
public final class NameCorpora {
  /** The labels, in the order of their numbers. */
  public static final List<String> LABELS =
      List.of(
          "O",
          "B-person",
          "I-person",
          "B-organization",
          "I-organization",
          "B-place",
          "I-place",
          "B-other",
          "I-other");

  private static final Map<String, String> TYPES =
      Map.ofEntries(
          Map.entry("person", "person"),
          Map.entry("politician", "person"),
          Map.entry("organisation", "organization"),
          Map.entry("politicalparty", "organization"),
          Map.entry("location", "place"),
          Map.entry("country", "place"),
          Map.entry("misc", "other"),
          Map.entry("election", "other"),
          Map.entry("event", "other"));

  private NameCorpora() {}

  /**
   * One sentence.
   *
   * @param labels numbers into {@link #LABELS}, one a word
   */
  public record Labelled(List<String> words, int[] labels) {}

  /** Reads {@code word TAB label} lines, sentences divided by empty lines. */
  public static List<Labelled> read(BenchData data, String file) throws IOException {
    List<Labelled> sentences = new ArrayList<>();
    List<String> words = new ArrayList<>();
    List<Integer> labels = new ArrayList<>();
    for (String line : Files.readAllLines(data.file(file))) {
      String[] cells = line.split("\t");
      if (cells.length >= 2) {
        words.add(cells[0]);
        labels.add(label(cells[1]));
      } else if (!words.isEmpty()) {
        sentences.add(labelled(words, labels));
        words.clear();
        labels.clear();
      }
    }
    if (!words.isEmpty()) {
      sentences.add(labelled(words, labels));
    }
    return sentences;
  }

  private static Labelled labelled(List<String> words, List<Integer> labels) {
    return new Labelled(List.copyOf(words), labels.stream().mapToInt(Integer::intValue).toArray());
  }

  private static int label(String label) {
    if (label.length() < 3) {
      return 0;
    }
    String type = TYPES.getOrDefault(label.substring(2), "other");
    return LABELS.indexOf(label.substring(0, 2) + type);
  }
}
