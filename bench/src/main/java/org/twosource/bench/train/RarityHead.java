package org.twosource.bench.train;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.twosource.bench.BenchData;

/** Counts in how many leads a word stands and writes {@code weights/word-rarity.txt}. */
final class RarityHead implements Head {
  /** Words of fewer leads are left out: unknown means rarest. */
  private static final int FEWEST_LEADS = 6;

  /** Rarities are written in fifths: {@code ln(leads / leads with the word)} to the nearest. */
  private static final double STEPS = 5;

  private static final Pattern WORD =
      Pattern.compile("[\\p{L}\\p{N}]+(?:'\\p{L}+|(?<=\\d)[.,]\\d+)*");

  @Override
  public String name() {
    return "word-rarity";
  }

  @Override
  public List<String> files() {
    return List.of("word-rarity.txt");
  }

  @Override
  public void train(BenchData data, WeightsFolder weights, long seed) throws IOException {
    Map<String, Integer> counts = new HashMap<>();
    int leads = 0;
    for (JsonNode triple : data.jsonLines("stories/neus.train.jsonl")) {
      for (JsonNode article : triple.get("articles")) {
        words(article.get("text").asText()).forEach(word -> counts.merge(word, 1, Integer::sum));
        leads++;
      }
    }
    Map<Double, Set<String>> byRarity = new TreeMap<>();
    for (Map.Entry<String, Integer> entry : counts.entrySet()) {
      if (entry.getValue() >= FEWEST_LEADS && !entry.getKey().endsWith("'s")) {
        double rarity = Math.log((double) leads / entry.getValue());
        byRarity
            .computeIfAbsent(Math.round(rarity * STEPS) / STEPS, value -> new TreeSet<>())
            .add(entry.getKey());
      }
    }
    StringBuilder lines =
        new StringBuilder(
            "# natural logarithm of (reports / reports with the word), steps of .2; see"
                + " word-rarity.card.md\n");
    byRarity.forEach(
        (rarity, words) ->
            lines.append("%.1f ".formatted(rarity)).append(String.join(" ", words)).append('\n'));
    Files.writeString(weights.folder().resolve("word-rarity.txt"), lines);
    Files.writeString(weights.folder().resolve("word-rarity.card.md"), card(leads));
    System.out.println(leads + " leads, " + counts.size() + " words");
  }

  private static Set<String> words(String text) {
    Set<String> words = new HashSet<>();
    Matcher matcher = WORD.matcher(text.toLowerCase(Locale.ROOT).replaceAll("[‘’]", "'"));
    while (matcher.find()) {
      words.add(matcher.group());
    }
    return words;
  }

  private static String card(int leads) {
    return """
        # word-rarity.txt

        How rare words are in general news: natural logarithm of (texts / texts with the word), in \
        steps of .2. Words in fewer than %d texts are left out and count as rarest.

        - Used by: sentence alignment, word alignment, candidate search.
        - Data: %d leads of the training part of NeuS (left, centre and right outlets, 2012-2021; \
        much US politics), research use; only counts are kept.
        - Made by: `./build train word-rarity`; nothing random. Date: %s.
        - Scores: none of its own; what rests on it: bench/results/alignment.tsv.
        - Known faults: US politics is over-represented, so its words count as common; English only.
        """
        .formatted(FEWEST_LEADS, leads, WeightsFolder.today());
  }
}
