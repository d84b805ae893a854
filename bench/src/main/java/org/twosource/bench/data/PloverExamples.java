package org.twosource.bench.data;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.twosource.annotate.Annotated;
import org.twosource.annotate.StandardAnnotator;
import org.twosource.annotate.event.RootFeatures;
import org.twosource.annotate.event.RootFeatures.SideWords;
import org.twosource.annotate.event.RootFeatures.Values;
import org.twosource.bench.BenchData;
import org.twosource.report.PartialDate;
import org.twosource.report.Report;
import org.twosource.report.Span;
import org.twosource.text.Language;
import org.twosource.text.Sentence;
import org.twosource.text.StandardTextBuilder;

/** The labelled sentences of PLV, read as the program reads a report. */
public final class PloverExamples {
  private static final List<String> MARKS = List.of("<s>", "</s>", "<t>", "</t>");
  private static final int SHARED_WORDS = 6;

  private PloverExamples() {}

  /**
   * One labelled sentence.
   *
   * @param group sentences of one number, or that share six words in a row, are of one group: they
   *     stand on one side of a split
   * @param root one of fifteen; CONCEDE and RETREAT are YIELD
   * @param quad of the four classes of PLOVER: 1 verbal and 2 material cooperation, 3 verbal and 4
   *     material conflict
   * @param source empty span where it is not marked
   */
  public record Example(
      int group,
      String root,
      int quad,
      Annotated text,
      Sentence sentence,
      Optional<Span> source,
      Optional<Span> target,
      Values values) {}

  /** All of them, in the order of the file. */
  public static List<Example> read(BenchData data, StandardAnnotator annotator) throws IOException {
    List<String> lines = Files.readAllLines(data.file("events/plv/PLV_train.tsv"));
    RootFeatures features = new RootFeatures(Language.find("en").orElseThrow());
    Groups groups = new Groups();
    List<Example> examples = new ArrayList<>();
    for (String line : lines.subList(1, lines.size())) {
      String[] cells = line.split("\t", -1);
      Marked marked = Marked.of(cells[3]);
      groups.add(cells[1], marked.body());
      examples.add(example(marked, cells[9], Integer.parseInt(cells[6]), annotator, features));
    }
    List<Example> grouped = new ArrayList<>();
    for (int i = 0; i < examples.size(); i++) {
      Example one = examples.get(i);
      grouped.add(
          new Example(
              groups.of(i),
              one.root(),
              one.quad(),
              one.text(),
              one.sentence(),
              one.source(),
              one.target(),
              one.values()));
    }
    return grouped;
  }

  private static Example example(
      Marked marked, String root, int quad, StandardAnnotator annotator, RootFeatures features) {
    Report report =
        new Report(
            "sentence",
            "sentence",
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            List.of(),
            List.of(),
            Optional.<PartialDate>empty(),
            Optional.of("en"),
            marked.body());
    Annotated text =
        annotator.annotate(List.of(new StandardTextBuilder().build(report))).reports().getFirst();
    // The splitter may see two sentences: the one with more sides is the labelled one.
    Sentence best = text.sentences().getFirst();
    for (Sentence sentence : text.sentences()) {
      best = marked.sidesIn(sentence) > marked.sidesIn(best) ? sentence : best;
    }
    Values values =
        features
            .of(text, best, side(best, marked.source()), side(best, marked.target()))
            .orElse(new Values(List.of(), new float[0]));
    return new Example(0, root, quad, text, best, marked.source(), marked.target(), values);
  }

  private static SideWords side(Sentence sentence, Optional<Span> span) {
    return span.map(one -> SideWords.of(sentence, one)).orElse(SideWords.NONE);
  }

  /** A sentence without its marks. */
  private record Marked(String body, Optional<Span> source, Optional<Span> target) {
    public static Marked of(String text) {
      StringBuilder body = new StringBuilder();
      int[] at = new int[MARKS.size()];
      for (int i = 0; i < text.length(); ) {
        int from = i;
        Optional<String> mark =
            MARKS.stream().filter(one -> text.startsWith(one, from)).findFirst();
        if (mark.isPresent()) {
          at[MARKS.indexOf(mark.get())] = body.length();
          i += mark.get().length();
        } else {
          body.append(text.charAt(i++));
        }
      }
      return new Marked(body.toString(), span(at[0], at[1]), span(at[2], at[3]));
    }

    private static Optional<Span> span(int start, int end) {
      return start < end ? Optional.of(new Span(start, end)) : Optional.empty();
    }

    public int sidesIn(Sentence sentence) {
      return (side(sentence, source).isEmpty() ? 0 : 1)
          + (side(sentence, target).isEmpty() ? 0 : 1);
    }
  }

  /** Joins sentences that share a number or six words in a row. */
  private static final class Groups {
    private final List<Integer> parents = new ArrayList<>();
    private final Map<String, Integer> first = new HashMap<>();

    public void add(String number, String body) {
      int sentence = parents.size();
      parents.add(sentence);
      join("number " + number, sentence);
      String[] words = body.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}]+");
      for (int i = 0; i + SHARED_WORDS <= words.length; i++) {
        join(String.join(" ", List.of(words).subList(i, i + SHARED_WORDS)), sentence);
      }
    }

    private void join(String key, int sentence) {
      Integer other = first.putIfAbsent(key, sentence);
      if (other != null) {
        parents.set(Math.max(of(other), of(sentence)), Math.min(of(other), of(sentence)));
      }
    }

    public int of(int sentence) {
      int at = sentence;
      while (parents.get(at) != at) {
        at = parents.get(at);
      }
      return at;
    }
  }
}
