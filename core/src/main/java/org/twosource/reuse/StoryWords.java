package org.twosource.reuse;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.twosource.annotate.Annotated;
import org.twosource.text.Sentence;
import org.twosource.text.Token;

/**
 * The words of one story as numbers, and how much each says about what a sentence is about.
 *
 * <p>A word's weight is its rarity in general news times its rarity among the sentences of the
 * reports that use it: a name that stands in every second sentence of a story tells little. The
 * second factor looks at each report for itself, so that printing a text forty times does not make
 * its words common. Function words weigh nothing.
 */
final class StoryWords {
  /** Words of less rarity are function words and words of all news ("said", "new", "people"). */
  private static final float COMMON = 2f;

  private final WordRarity rarity;
  private final Map<String, Integer> numbers = new HashMap<>();
  private final Map<String, Integer> ofNormal = new HashMap<>();
  private final List<Float> general = new ArrayList<>();
  private float[] weights = new float[0];

  StoryWords(WordRarity rarity) {
    this.rarity = rarity;
  }

  /** The number of a word's stem. */
  int number(Token token) {
    Integer known = ofNormal.get(token.normal());
    if (known != null) {
      return known;
    }
    String stem = WordForm.stem(token.normal());
    Integer number = numbers.get(stem);
    float rare = rarity.of(token.normal());
    if (number == null) {
      number = numbers.size();
      numbers.put(stem, number);
      general.add(rare);
    } else if (rare < general.get(number)) {
      general.set(number, rare);
    }
    ofNormal.put(token.normal(), number);
    return number;
  }

  /** Reads the words of all reports; call once, before {@link #weight}. */
  void count(List<Annotated> reports) {
    List<int[]> perReport = new ArrayList<>();
    for (Annotated report : reports) {
      perReport.add(countReport(report));
    }
    int size = numbers.size();
    float[] sentences = new float[size];
    float[] holders = new float[size];
    for (int at = 0; at < perReport.size(); at++) {
      int[] counts = perReport.get(at);
      for (int pair = 0; pair < counts.length; pair += 2) {
        sentences[counts[pair]] +=
            (float) counts[pair + 1] / Math.max(1, sentenceCount(reports.get(at)));
        holders[counts[pair]]++;
      }
    }
    weights = new float[size];
    for (int word = 0; word < size; word++) {
      float rare = general.get(word);
      float share = holders[word] == 0 ? 1 : sentences[word] / holders[word];
      float local = (float) Math.min(1, Math.max(.1, Math.log(1 / share) / Math.log(12)));
      weights[word] = rare < COMMON ? 0 : Math.min(rare, 8f) * (.35f + .65f * local);
    }
  }

  /** The weight of a word, 0 for function words, about 8 for the rarest. */
  float weight(int word) {
    return weights[word];
  }

  int size() {
    return weights.length;
  }

  private static int sentenceCount(Annotated report) {
    return Math.max(8, report.sentences().size());
  }

  /** Pairs of word and number of sentences with it. */
  private int[] countReport(Annotated report) {
    Map<Integer, int[]> seen = new HashMap<>();
    for (Sentence sentence : report.sentences()) {
      for (Token token : sentence.tokens()) {
        if (!token.isWord()) {
          continue;
        }
        int[] count = seen.computeIfAbsent(number(token), word -> new int[] {0, -1});
        if (count[1] != sentence.index()) {
          count[0]++;
          count[1] = sentence.index();
        }
      }
    }
    int[] pairs = new int[seen.size() * 2];
    int at = 0;
    for (Map.Entry<Integer, int[]> entry : seen.entrySet()) {
      pairs[at++] = entry.getKey();
      pairs[at++] = entry.getValue()[0];
    }
    return pairs;
  }
}
