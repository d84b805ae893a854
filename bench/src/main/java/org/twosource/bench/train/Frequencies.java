package org.twosource.bench.train;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.twosource.bench.BenchData;
import org.twosource.lexicon.PlacingForm;
import org.twosource.report.Report;
import org.twosource.text.Sentence;
import org.twosource.text.StandardTextBuilder;
import org.twosource.text.Text;
import org.twosource.text.Token;

/**
 * Counts in how many reports a stem occurs, over collections that no story suite is measured on,
 * and writes {@code weights/frequencies.tsv}. Nothing is random.
 */
final class Frequencies implements Head {
  /** Stems of fewer reports are left out: unknown means rare. */
  private static final int FEWEST_REPORTS = 2;

  @Override
  public String name() {
    return "frequencies";
  }

  @Override
  public List<String> files() {
    return List.of("frequencies.tsv");
  }

  /** First articles of the triples, and news pieces, each with its headline in front. */
  static List<String> bodies(BenchData data) throws IOException {
    List<String> bodies = new ArrayList<>();
    for (JsonNode row : data.jsonLines("stories/neus.train.jsonl")) {
      JsonNode first = row.get("articles").get(0);
      bodies.add(first.get("title").asText() + "\n\n" + first.get("text").asText());
    }
    try (Stream<Path> files = Files.walk(data.file("attribution/polnear/train/text"))) {
      for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
        bodies.add(new String(Files.readAllBytes(file), java.nio.charset.StandardCharsets.UTF_8));
      }
    }
    return bodies;
  }

  @Override
  public void train(BenchData data, WeightsFolder weights, long seed) throws IOException {
    List<String> bodies = bodies(data);
    Map<String, Integer> counts = new TreeMap<>();
    for (String body : bodies) {
      stems(body).forEach(stem -> counts.merge(stem, 1, Integer::sum));
    }
    StringBuilder lines = new StringBuilder("#reports\t" + bodies.size() + "\n");
    counts.forEach(
        (stem, count) -> {
          if (count >= FEWEST_REPORTS) {
            lines.append(stem).append('\t').append(count).append('\n');
          }
        });
    Files.writeString(weights.folder().resolve("frequencies.tsv"), lines);
    Files.writeString(
        weights.folder().resolve("frequencies.card.md"),
        """
        # frequencies.tsv

        In how many of %d reports a stem occurs (stems of one report left out).

        - Used by: `story` (rarity of words before anything was read).
        - Data: NeuS train (first article of each triple) and PolNeAR train, research use; only counts of single words are kept.
        - Made by: `./build train frequencies`; nothing random. Date: %s.
        - Scores: none of its own; what rests on it: bench/results/stories.tsv.
        - Known faults: US politics of 2012-2022 is over-represented, so its words count as common; English only.
        """
            .formatted(bodies.size(), WeightsFolder.today()));
    System.out.println(bodies.size() + " reports, " + counts.size() + " stems");
  }

  private static Set<String> stems(String body) {
    Text text = new StandardTextBuilder().build(Report.of("r", body));
    Set<String> stems = new HashSet<>();
    for (Sentence sentence : text.sentences()) {
      for (Token token : sentence.tokens()) {
        if (token.isWord() && !PlacingForm.of(token.normal()).isEmpty()) {
          stems.add(PlacingForm.of(token.normal()));
        }
      }
    }
    return stems;
  }
}
