package org.twosource.bench.suite.input;

import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.twosource.bench.BenchData;
import org.twosource.report.InputReader;
import org.twosource.report.Limits;
import org.twosource.report.format.Content;

/**
 * Every text in the benchmark data, whatever it is there for: the strings of JSON files, sentences
 * of treebanks, text files as they lie there, the words of labelled columns and of markup, and what
 * the readers make of pages and feeds in archives. Without repetition, in the order of the files.
 */
public final class AllTexts {
  /** A string with fewer characters is a name or a label, not a text. */
  private static final int MIN_CHARACTERS = 40;

  /** Longer texts are cut here, so that a file of a million words is read in pieces. */
  private static final int MAX_CHARACTERS = 20_000;

  /** One of the files has NaN for a number that is not known. */
  private static final ObjectMapper JSON =
      JsonMapper.builder().enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS).build();

  private static final String SENTENCE = "# text = ";

  private final Set<String> texts = new LinkedHashSet<>();
  private final InputReader reader = new InputReader(Limits.standard());

  private AllTexts() {}

  /** The texts of plain files, which are read in a second or two. */
  public static List<String> plain(BenchData data) throws IOException {
    return read(data, false);
  }

  /** All of them, those in archives too. */
  public static List<String> all(BenchData data) throws IOException {
    return read(data, true);
  }

  private static List<String> read(BenchData data, boolean archives) throws IOException {
    AllTexts all = new AllTexts();
    try (Stream<Path> files = Files.walk(data.folder())) {
      for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
        String name = file.getFileName().toString();
        if (name.endsWith(".xz") || name.endsWith(".gz")) {
          if (archives) {
            all.archive(file);
          }
        } else {
          all.file(file, name);
        }
      }
    }
    return List.copyOf(all.texts);
  }

  private void file(Path file, String name) throws IOException {
    String content = new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
    if (name.endsWith(".jsonl")) {
      for (String line : content.split("\n")) {
        strings(line.isBlank() ? null : JSON.readTree(line));
      }
    } else if (name.endsWith(".json")) {
      strings(JSON.readTree(content));
    } else if (name.endsWith(".conllu")) {
      StringBuilder running = new StringBuilder();
      content
          .lines()
          .filter(line -> line.startsWith(SENTENCE))
          .forEach(line -> running.append(line.substring(SENTENCE.length())).append('\n'));
      add(running.toString());
    } else if (!name.endsWith(".ann")) {
      prose(content, name.endsWith(".txt") || name.endsWith(".tml"));
    }
  }

  /**
   * A text file as it lies there; of other files what is left without markup: lines of words, and
   * the words of columns "word TAB label".
   */
  private void prose(String content, boolean whole) {
    String plain = content.replaceAll("<[^<>]{1,300}>", " ");
    StringBuilder running = new StringBuilder();
    for (String line : plain.split("\n")) {
      String[] columns = line.strip().split("\t");
      if (columns.length == 2 && columns[1].matches("[OBI](-\\S+)?")) {
        running.append(columns[0]).append(' ');
      } else if (whole || line.strip().length() >= MIN_CHARACTERS && line.split(" ").length > 6) {
        running.append(line).append('\n');
      } else if (line.isBlank() && !running.isEmpty()) {
        running.append('\n');
      }
    }
    add(running.toString());
  }

  private void strings(@org.jspecify.annotations.Nullable JsonNode node) {
    if (node == null) {
      return;
    }
    if (node.isTextual()) {
      String text = node.asText();
      if (text.length() >= MIN_CHARACTERS && text.indexOf(' ') > 0) {
        add(text);
      }
    } else {
      node.forEach(this::strings);
    }
  }

  private void archive(Path archive) throws IOException {
    if (archive.toString().endsWith(".tar.xz")) {
      for (Path file : ExtractionSuite.Unpacked.all(archive)) {
        reports(file);
      }
    } else {
      reports(archive);
    }
  }

  private void reports(Path file) throws IOException {
    Content content =
        Content.of(file.toString(), file.getFileName().toString(), Files.readAllBytes(file));
    reader.read(content).reports().forEach(report -> add(report.body()));
  }

  private void add(String text) {
    for (int start = 0; start < text.length(); start += MAX_CHARACTERS) {
      String piece = text.substring(start, Math.min(text.length(), start + MAX_CHARACTERS));
      if (!piece.isBlank()) {
        texts.add(piece);
      }
    }
  }

  /** Seeded choice of {@code count} texts, in the order of the files. */
  public static List<String> sample(List<String> all, int count, long seed) {
    List<Integer> places = new ArrayList<>();
    for (int at = 0; at < all.size(); at++) {
      places.add(at);
    }
    java.util.Collections.shuffle(places, new java.util.Random(seed));
    return places.stream().limit(count).sorted().map(all::get).toList();
  }
}
