package org.twosource.bench.suite.story;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.twosource.bench.BenchData;
import org.twosource.bench.Figure;
import org.twosource.bench.Suite;
import org.twosource.bench.data.StorySets;
import org.twosource.bench.score.BCubed;
import org.twosource.encode.Encoder;
import org.twosource.encode.Encoding;
import org.twosource.encode.OnnxEncoder;
import org.twosource.story.JoinReplay.LabelledReport;
import org.twosource.story.OnlineStoryFinder;
import org.twosource.story.Story;
import org.twosource.story.StoryConstraints;
import org.twosource.story.StoryFinder;
import org.twosource.text.PublicationOrder;

/**
 * Story grouping: reports fed one by one, one configuration for all sets, scored by B-cubed F1
 * (Bagga and Baldwin 1998). Dated sets are fed by date, the others in five fixed shuffles whose
 * mean counts.
 */
public final class StoriesSuite implements Suite {
  private static final int SHUFFLES = 5;

  private final Optional<Encoder> encoder = OnnxEncoder.open().map(Remembering::new);

  /** Encodes a head once over all shuffles; only the sentence vector is kept. */
  private record Remembering(Encoder encoder, Map<List<String>, Optional<Encoding>> known)
      implements Encoder {
    Remembering(Encoder encoder) {
      this(encoder, new HashMap<>());
    }

    @Override
    public Optional<Encoding> encode(List<String> words) {
      return known.computeIfAbsent(
          List.copyOf(words),
          key -> encoder.encode(key).map(full -> new Encoding(0, new float[0][], full.sentence())));
    }

    @Override
    public Map<String, String> checksums() {
      return encoder.checksums();
    }

    @Override
    public void close() {
      encoder.close();
    }
  }

  @Override
  public String name() {
    return "stories";
  }

  @Override
  public List<Figure> run(BenchData data) throws IOException {
    return List.of(
        Figure.atLeast(
            "B-cubed F1, news_cluster",
            grouping(StorySets.flat(data, "news_cluster")),
            0.955,
            ".940 study"),
        Figure.atLeast(
            "B-cubed F1, basil", grouping(StorySets.flat(data, "basil")), 0.980, ".978 study"),
        Figure.atLeast(
            "B-cubed F1, ecbplus", grouping(StorySets.flat(data, "ecbplus")), 0.905, ".881 study"),
        Figure.atLeast(
            "B-cubed F1, neus val",
            grouping(StorySets.triples(data, "val", 0, Integer.MAX_VALUE)),
            0.860,
            ".846 study"),
        Figure.atLeast(
            "B-cubed F1, newswcl50", grouping(StorySets.flat(data, "newswcl50")), 1.0, "1.0 study"),
        Figure.atLeast(
            "look-alikes and unlike reports in our own words, sets right of 8",
            setsRight(StorySets.own("judging")),
            8,
            ""));
  }

  private double grouping(List<LabelledReport> reports) {
    boolean dated = reports.get(0).text().report().published().isPresent();
    if (dated) {
      List<LabelledReport> byDate = new ArrayList<>(reports);
      byDate.sort(
          Comparator.comparing(
              report -> report.text().report().published().orElse(null),
              Comparator.nullsLast(Comparator.naturalOrder())));
      return f1(byDate);
    }
    double sum = 0;
    for (int seed = 0; seed < SHUFFLES; seed++) {
      List<LabelledReport> shuffled = new ArrayList<>(reports);
      Collections.shuffle(shuffled, new Random(seed));
      sum += f1(shuffled);
    }
    return sum / SHUFFLES;
  }

  private long setsRight(List<List<LabelledReport>> sets) {
    return sets.stream()
        .map(
            set ->
                set.stream()
                    .sorted(Comparator.comparing(LabelledReport::text, PublicationOrder.ofTexts()))
                    .toList())
        .filter(set -> f1(set) == 1)
        .count();
  }

  private double f1(List<LabelledReport> arrivals) {
    StoryFinder finder = new OnlineStoryFinder(() -> encoder, StoryConstraints.NONE);
    arrivals.forEach(report -> finder.add(report.text()));
    Map<String, String> found = new HashMap<>();
    for (Story story : finder.stories()) {
      story.reports().forEach(report -> found.put(report, story.id()));
    }
    return BCubed.of(
            arrivals.stream().map(LabelledReport::story).toList(),
            arrivals.stream().map(report -> found.get(report.text().id())).toList())
        .f1();
  }
}
