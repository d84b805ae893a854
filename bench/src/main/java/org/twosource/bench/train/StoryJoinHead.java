package org.twosource.bench.train;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.twosource.bench.BenchData;
import org.twosource.bench.data.StorySets;
import org.twosource.bench.learn.StandardisedRegression;
import org.twosource.encode.Encoder;
import org.twosource.encode.OnnxEncoder;
import org.twosource.reuse.LinearModel;
import org.twosource.story.JoinReplay;
import org.twosource.story.JoinReplay.LabelledReport;
import org.twosource.story.JoinReplay.Proposed;
import org.twosource.text.PublicationOrder;

/**
 * Whether a report joins a story: two logistic regressions, one of likenesses with vectors and one
 * of words alone. Prints the log loss of each set when it is held out.
 */
final class StoryJoinHead implements Head {
  private static final double RIDGE = 1;

  /** What a set counts, whatever its size: that of the name before the first space. */
  private static final Map<String, Double> IMPORTANCE =
      Map.of(
          "news_cluster",
          900.0,
          "basil",
          900.0,
          "ecbplus",
          1_800.0,
          "neus",
          1_800.0,
          "written",
          900.0,
          "copies",
          600.0,
          "own",
          600.0);

  @Override
  public String name() {
    return "story-join";
  }

  @Override
  public List<String> files() {
    return List.of("story-join.tsv", "story-join-words.tsv");
  }

  @Override
  public void train(BenchData data, WeightsFolder weights, long seed) throws IOException {
    Map<String, List<List<LabelledReport>>> sets = sets(data, seed);
    try (Encoder encoder = OnnxEncoder.open().orElseThrow()) {
      train(sets, Optional.of(encoder), weights, "story-join");
    }
    train(sets, Optional.empty(), weights, "story-join-words");
  }

  private static void train(
      Map<String, List<List<LabelledReport>>> sets,
      Optional<Encoder> encoder,
      WeightsFolder weights,
      String name)
      throws IOException {
    Map<String, List<Proposed>> proposed = new LinkedHashMap<>();
    sets.forEach(
        (set, runs) ->
            proposed.put(
                set, runs.stream().flatMap(run -> JoinReplay.of(run, encoder).stream()).toList()));
    for (String held : proposed.keySet()) {
      Map<String, List<Proposed>> rest = new LinkedHashMap<>(proposed);
      rest.remove(held);
      System.out.printf(
          "%s, %s held out: log loss %.3f%n", name, held, loss(learn(rest), proposed.get(held)));
    }
    Files.writeString(
        weights.folder().resolve(name + ".tsv"),
        "# logistic regression; see the card beside it\n" + learn(proposed).toText());
  }

  private static LinearModel learn(Map<String, List<Proposed>> sets) {
    List<double[]> values = new ArrayList<>();
    List<Double> labels = new ArrayList<>();
    List<Double> importance = new ArrayList<>();
    sets.forEach(
        (set, rows) -> {
          for (Proposed row : rows) {
            values.add(row.features());
            labels.add(row.belongs() ? 1.0 : 0.0);
            importance.add(IMPORTANCE.getOrDefault(set, 0.0) / rows.size());
          }
        });
    return StandardisedRegression.train(
        JoinReplay.features(),
        values,
        labels.stream().mapToDouble(Double::doubleValue).toArray(),
        importance.stream().mapToDouble(Double::doubleValue).toArray(),
        RIDGE);
  }

  private static double loss(LinearModel model, List<Proposed> rows) {
    return rows.stream()
        .mapToDouble(
            row -> {
              double right = model.probability(row.features());
              return -Math.log(Math.max(1e-9, row.belongs() ? right : 1 - right));
            })
        .average()
        .orElse(0);
  }

  /** Streams of reports by the name of their set; NeuS val is left out. */
  private static Map<String, List<List<LabelledReport>>> sets(BenchData data, long seed)
      throws IOException {
    Map<String, List<List<LabelledReport>>> sets = new LinkedHashMap<>();
    sets.put("news_cluster", List.of(byDate(StorySets.withOutlets(data, "news_cluster"))));
    sets.put("basil", List.of(byDate(StorySets.withOutlets(data, "basil"))));
    sets.put("ecbplus", shuffled(StorySets.flat(data, "ecbplus"), 3, seed));
    List<List<LabelledReport>> neus = new ArrayList<>();
    neus.addAll(shuffled(StorySets.triples(data, "train", 300, 600), 2, seed));
    neus.addAll(shuffled(StorySets.triples(data, "train", 1_200, 1_500), 2, seed));
    sets.put("neus", neus);
    sets.put("written", apartAndTogether(StorySets.written(data)));
    sets.put("copies", apartAndTogether(StorySets.copies(data)));
    sets.put("own", StorySets.own("building").stream().map(StoryJoinHead::byDate).toList());
    return sets;
  }

  private static List<List<LabelledReport>> apartAndTogether(List<List<LabelledReport>> runs) {
    List<List<LabelledReport>> all =
        new ArrayList<>(runs.stream().map(StoryJoinHead::byDate).toList());
    all.add(byDate(runs.stream().flatMap(List::stream).toList()));
    return all;
  }

  private static List<LabelledReport> byDate(List<LabelledReport> reports) {
    return reports.stream()
        .sorted(Comparator.comparing(LabelledReport::text, PublicationOrder.ofTexts()))
        .toList();
  }

  private static List<List<LabelledReport>> shuffled(
      List<LabelledReport> reports, int times, long seed) {
    List<List<LabelledReport>> streams = new ArrayList<>();
    for (int time = 0; time < times; time++) {
      List<LabelledReport> stream = new ArrayList<>(reports);
      Collections.shuffle(stream, new Random(seed + time));
      streams.add(stream);
    }
    return streams;
  }
}
