package org.twosource.bench.data;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.twosource.bench.BenchData;
import org.twosource.report.Report;
import org.twosource.report.Span;
import org.twosource.text.Sentence;
import org.twosource.text.StandardTextBuilder;
import org.twosource.text.Text;
import org.twosource.text.Token;

/**
 * PolNeAR: news with source, cue and content of who says what, in brat's standoff format. Where
 * several people annotated an article, the alphabetically first is taken.
 */
public final class Polnear {
  /** The labels of the tagger, in the order of their numbers. */
  public static final List<String> LABELS =
      List.of("O", "B-source", "I-source", "B-cue", "I-cue", "B-content", "I-content");

  private static final Map<String, String> KINDS =
      Map.of("Source", "source", "Cue", "cue", "Content", "content", "Content2", "content");

  private Polnear() {}

  /** One attribution as people marked it; any list may be empty. */
  public record Gold(List<Span> source, List<Span> cue, List<Span> content) {}

  /** An article, divided by the project's own text stage. */
  public record Article(Text text, List<Gold> attributions) {

    /** The label of every token of a sentence, as numbers into {@link #LABELS}. */
    public int[] labels(int sentence) {
      List<Token> tokens = text.sentences().get(sentence).tokens();
      int[] labels = new int[tokens.size()];
      for (Gold gold : attributions) {
        mark(tokens, gold.content(), 5, labels);
        mark(tokens, gold.cue(), 3, labels);
        mark(tokens, gold.source(), 1, labels);
      }
      return labels;
    }

    private static void mark(List<Token> tokens, List<Span> spans, int begin, int[] labels) {
      for (Span span : spans) {
        boolean first = true;
        for (int i = 0; i < labels.length; i++) {
          if (tokens.get(i).span().overlaps(span)) {
            labels[i] = first ? begin : begin + 1;
            first = false;
          }
        }
      }
    }
  }

  /**
   * All articles of a part of the corpus, by file name.
   *
   * @param part {@code train} or {@code dev}
   */
  public static List<Article> read(BenchData data, String part) throws IOException {
    Path folder = data.file("attribution/polnear").resolve(part);
    Map<String, Path> annotations = new TreeMap<>();
    try (Stream<Path> files = Files.list(folder.resolve("attributions"))) {
      files
          .sorted()
          .forEach(
              file -> {
                String name = file.getFileName().toString();
                annotations.putIfAbsent(name.substring(0, name.lastIndexOf('_')), file);
              });
    }
    StandardTextBuilder builder = new StandardTextBuilder();
    List<Article> articles = new ArrayList<>();
    for (Map.Entry<String, Path> entry : annotations.entrySet()) {
      Path file = folder.resolve("text").resolve(entry.getKey() + ".txt");
      Text text = builder.build(Report.of(entry.getKey(), Files.readString(file)));
      articles.add(new Article(text, attributions(Files.readAllLines(entry.getValue()))));
    }
    return articles;
  }

  private static List<Gold> attributions(List<String> lines) {
    Map<String, List<Span>> spans = new HashMap<>();
    List<Gold> attributions = new ArrayList<>();
    for (String line : lines) {
      String[] cells = line.split("\t");
      if (line.startsWith("T") && cells.length > 1) {
        spans.put(cells[0], spans(cells[1]));
      }
    }
    for (String line : lines) {
      if (line.startsWith("E")) {
        attributions.add(gold(line.split("\t")[1], spans));
      }
    }
    return attributions;
  }

  /** Offsets in the corpus count characters, here UTF-16 code units: the same in its texts. */
  private static List<Span> spans(String cell) {
    String offsets = cell.substring(cell.indexOf(' ') + 1);
    return Arrays.stream(offsets.split(";"))
        .map(pair -> pair.trim().split(" "))
        .map(pair -> new Span(Integer.parseInt(pair[0]), Integer.parseInt(pair[1])))
        .toList();
  }

  private static Gold gold(String roles, Map<String, List<Span>> spans) {
    Map<String, List<Span>> byKind = new HashMap<>();
    for (String role : roles.split(" ")) {
      String[] parts = role.split(":");
      String kind = KINDS.get(parts[0].replaceAll("\\d+$", ""));
      if (kind != null && parts.length == 2) {
        byKind
            .computeIfAbsent(kind, name -> new ArrayList<>())
            .addAll(spans.getOrDefault(parts[1], List.of()));
      }
    }
    return new Gold(
        byKind.getOrDefault("source", List.of()),
        byKind.getOrDefault("cue", List.of()),
        byKind.getOrDefault("content", List.of()));
  }

  /** The words of all sentences of all articles, in order. */
  public static List<List<String>> sentences(List<Article> articles) {
    return articles.stream()
        .flatMap(article -> article.text().sentences().stream())
        .map(Sentence::tokens)
        .map(tokens -> tokens.stream().map(Token::text).toList())
        .toList();
  }
}
