package org.twosource.bench.train;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.twosource.annotate.Annotated;
import org.twosource.annotate.StandardAnnotator;
import org.twosource.bench.BenchData;
import org.twosource.bench.data.NeusStories;
import org.twosource.bench.learn.Regression;
import org.twosource.brief.Salience;
import org.twosource.reuse.LinearModel;
import org.twosource.text.Language;
import org.twosource.text.Part;
import org.twosource.text.Sentence;
import org.twosource.text.StandardTextBuilder;

/**
 * How much of a sentence editors say too in a neutral roundup of three outlets' reports (NeuS, Lee
 * et al. 2022, the training part): the mean share of its words and of its word pairs that stand in
 * the roundup.
 */
public final class SalienceHead implements Head {
  private static final double RIDGE = 1;

  /** Every so many-th triple is learned from; more change nothing. */
  private static final int STEP = 2;

  /** A sentence of a report, what is known of it, and the share that the roundup keeps. */
  public record Example(int story, String text, double[] features, double share) {}

  @Override
  public String name() {
    return "salience";
  }

  @Override
  public List<String> files() {
    return List.of("salience.tsv");
  }

  @Override
  public void train(BenchData data, WeightsFolder weights, long seed) throws IOException {
    List<Example> examples = examples(data, STEP);
    List<Example> learned = examples.stream().filter(one -> one.story() % 4 != 0).toList();
    List<Example> held = examples.stream().filter(one -> one.story() % 4 == 0).toList();
    LinearModel trial = model(learned);
    double absolute =
        held.stream()
            .mapToDouble(one -> Math.abs(trial.probability(one.features()) - one.share()))
            .average()
            .orElse(0);
    System.out.printf(
        Locale.ROOT,
        "%d sentences; held-out stories: mean error %.4f%n",
        examples.size(),
        absolute);
    Files.writeString(
        weights.folder().resolve("salience.tsv"),
        "# logistic regression; see the card beside it\n" + model(examples).toText());
  }

  private static LinearModel model(List<Example> examples) {
    return Regression.train(
        Salience.FEATURES,
        examples.stream().map(Example::features).toArray(double[][]::new),
        examples.stream().mapToDouble(Example::share).toArray(),
        RIDGE);
  }

  /**
   * The sentences of every {@code step}-th triple.
   *
   * @throws IOException when the triples cannot be read
   */
  public static List<Example> examples(BenchData data, int step) throws IOException {
    List<Example> examples = new ArrayList<>();
    int number = 0;
    try (StandardAnnotator annotator = StandardAnnotator.standard()) {
      for (JsonNode triple : data.jsonLines("stories/neus.train.jsonl")) {
        if (number++ % step == 0) {
          examples.addAll(examples(triple, number / step, annotator));
        }
      }
    }
    return examples;
  }

  private static List<Example> examples(JsonNode triple, int story, StandardAnnotator annotator) {
    List<Annotated> reports =
        annotator
            .annotate(
                NeusStories.reports(triple).stream().map(new StandardTextBuilder()::build).toList())
            .reports();
    Salience salience = new Salience(Language.find("en").orElseThrow(), reports, Map.of());
    List<String> kept = words(triple.path("reference").path("text").asText());
    List<Example> examples = new ArrayList<>();
    for (Annotated report : reports) {
      int fromHead = 0;
      for (Sentence sentence : report.sentences()) {
        String text = sentence.span().in(report.body());
        if (sentence.part() == Part.Kind.BODY && !words(text).isEmpty()) {
          double[] features = salience.features(report, sentence, fromHead++);
          examples.add(new Example(story, text, features, share(words(text), kept)));
        }
      }
    }
    return examples;
  }

  private static double share(List<String> own, List<String> kept) {
    Set<String> single = new HashSet<>(kept);
    Set<String> pairs = new HashSet<>(pairs(kept));
    List<String> ownPairs = pairs(own);
    double words = own.stream().filter(single::contains).count() / (double) own.size();
    double two =
        ownPairs.isEmpty()
            ? 0
            : ownPairs.stream().filter(pairs::contains).count() / (double) ownPairs.size();
    return (words + two) / 2;
  }

  private static List<String> pairs(List<String> words) {
    List<String> pairs = new ArrayList<>();
    for (int i = 0; i + 1 < words.size(); i++) {
      pairs.add(words.get(i) + " " + words.get(i + 1));
    }
    return pairs;
  }

  private static List<String> words(String text) {
    List<String> words = new ArrayList<>();
    for (String word : text.toLowerCase(Locale.ROOT).split("[^a-z0-9]+")) {
      if (!word.isEmpty()) {
        words.add(word);
      }
    }
    return words;
  }
}
