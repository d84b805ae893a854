package org.twosource.story;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.twosource.lexicon.PlacingForm;
import org.twosource.reuse.SavedForm;
import org.twosource.text.Part;
import org.twosource.text.Sentence;
import org.twosource.text.Text;
import org.twosource.text.Token;

/**
 * What a report is about: weighted stems, as a vector of length 1 (L2). Parallel arrays, sorted by
 * word number; a report costs eight bytes a stem.
 *
 * @param words their numbers in the {@link Vocabulary}
 * @param weights greater than 0, in units of {@link FixedPoint}
 * @param named which of the words were written like names or are numbers
 * @param strongest the numbers of the heaviest words, heaviest first
 */
record Terms(int[] words, int[] weights, BitSet named, int[] strongest) {

  void write(DataOutputStream out) throws IOException {
    int[] steps = new int[words.length]; // small numbers pack better
    for (int at = 0; at < steps.length; at++) {
      steps[at] = at == 0 ? words[0] : words[at] - words[at - 1];
    }
    SavedForm.ints(out, steps, steps.length);
    SavedForm.ints(out, weights, weights.length);
    SavedForm.ints(out, named.stream().toArray(), named.cardinality());
    int[] places = Arrays.stream(strongest).map(word -> Arrays.binarySearch(words, word)).toArray();
    SavedForm.ints(out, places, places.length);
  }

  static Terms read(DataInputStream in) throws IOException {
    int[] words = SavedForm.ints(in);
    for (int at = 1; at < words.length; at++) {
      words[at] += words[at - 1];
    }
    int[] weights = SavedForm.ints(in);
    BitSet named = new BitSet(words.length);
    for (int at : SavedForm.ints(in)) {
      named.set(at);
    }
    int[] strongest = Arrays.stream(SavedForm.ints(in)).map(at -> words[at]).toArray();
    return new Terms(words, weights, named, strongest);
  }

  /** The weight of a word of the report, in units of {@link FixedPoint}. */
  int weight(int word) {
    return weights[Arrays.binarySearch(words, word)];
  }

  /** Cosine with another report. */
  double dot(Terms other) {
    long sum = 0;
    int i = 0;
    int j = 0;
    while (i < words.length && j < other.words.length) {
      if (words[i] == other.words[j]) {
        sum += (long) weights[i++] * other.weights[j++];
      } else if (words[i] < other.words[j]) {
        i++;
      } else {
        j++;
      }
    }
    return FixedPoint.ofProducts(sum);
  }

  /** Product with the sums of a story. */
  double dot(WeightSums sums) {
    long sum = 0;
    for (int i = 0; i < words.length; i++) {
      sum += (long) weights[i] * sums.of(words[i]);
    }
    return FixedPoint.ofProducts(sum);
  }

  /** The same over names and numbers alone. */
  double dotNamed(WeightSums sums) {
    long sum = 0;
    for (int i = named.nextSetBit(0); i >= 0; i = named.nextSetBit(i + 1)) {
      sum += (long) weights[i] * sums.of(words[i]);
    }
    return FixedPoint.ofProducts(sum);
  }

  /** Length (L2) of the part that is names and numbers, 0 to 1. */
  double namedLength() {
    return Math.sqrt(Math.min(1, FixedPoint.ofProducts(namedSquares())));
  }

  /** The heaviest names and numbers, at most {@code most}, heaviest first. */
  int[] names(int most) {
    return Arrays.stream(strongest)
        .filter(word -> named.get(Arrays.binarySearch(words, word)))
        .limit(most)
        .toArray();
  }

  /** Whether the report has the word. */
  boolean has(int word) {
    return Arrays.binarySearch(words, word) >= 0;
  }

  private long namedSquares() {
    long squares = 0;
    for (int i = named.nextSetBit(0); i >= 0; i = named.nextSetBit(i + 1)) {
      squares += (long) weights[i] * weights[i];
    }
    return squares;
  }

  /** Makes the terms of reports: term frequency, rarity, place in the report, and name or not. */
  static final class Reader {
    /** Only this many words from the head: what comes later is background more often than news. */
    static final int HEAD_WORDS = 800;

    static final int LEAD_WORDS = 60;
    static final double LEAD_WEIGHT = 2;
    static final double TITLE_WEIGHT = 3;
    static final double NAME_WEIGHT = 1.4;

    /** Stems in a greater share of the background than this say nothing about the event. */
    static final double COMMON = 0.25;

    /** How many of the heaviest stems propose stories. */
    static final int STRONGEST = 40;

    private final BackgroundFrequencies background;
    private final Vocabulary vocabulary;

    Reader(BackgroundFrequencies background, Vocabulary vocabulary) {
      this.background = background;
      this.vocabulary = vocabulary;
    }

    Terms read(Text text) {
      Map<String, Double> counts = new TreeMap<>();
      Map<String, Integer> capitals = new HashMap<>();
      text.report().headline().ifPresent(title -> title(title, counts));
      boolean untitled = text.report().headline().isEmpty();
      int words = 0;
      for (Sentence sentence : text.sentences()) {
        if (!sentence.part().isSaid() && sentence.part() != Part.Kind.HEADLINE) {
          continue;
        }
        boolean first = true;
        for (Token token : sentence.tokens()) {
          if (words >= HEAD_WORDS || !token.isWord()) {
            continue;
          }
          words++;
          String stem = PlacingForm.of(token.normal());
          double weight = words <= LEAD_WORDS ? LEAD_WEIGHT : 1;
          if (untitled && words <= 12) {
            weight += TITLE_WEIGHT;
          }
          counts.merge(stem, weight, Double::sum);
          if (!first && Character.isUpperCase(token.text().codePointAt(0))) {
            capitals.merge(stem, 1, Integer::sum);
          }
          first = false;
        }
      }
      return weigh(counts, capitals);
    }

    private void title(String title, Map<String, Double> counts) {
      for (String word : title.split("[^\\p{L}\\p{N}.'’]+")) {
        if (!word.isEmpty()) {
          String normal = word.toLowerCase(java.util.Locale.ROOT).replace('’', '\'');
          counts.merge(PlacingForm.of(normal), TITLE_WEIGHT, Double::sum);
        }
      }
    }

    private Terms weigh(Map<String, Double> counts, Map<String, Integer> capitals) {
      Map<String, Double> weights = new TreeMap<>();
      double squares = 0;
      double all = Math.log(background.reports() + 1.0);
      for (Map.Entry<String, Double> term : counts.entrySet()) {
        int frequency = background.count(term.getKey());
        if (term.getKey().length() < 2 || frequency > COMMON * background.reports()) {
          continue;
        }
        double rarity = (all - Math.log(frequency + 1.0)) / all;
        double weight = (1 + Math.log(1 + term.getValue())) * rarity;
        if (capitals.containsKey(term.getKey())) {
          weight *= NAME_WEIGHT;
        }
        weights.put(term.getKey(), weight);
        squares += weight * weight;
      }
      double length = squares == 0 ? 1 : Math.sqrt(squares);
      List<String> stems = new ArrayList<>(weights.keySet());
      stems.sort(Comparator.comparingInt(vocabulary::number));
      int[] words = new int[stems.size()];
      int[] shares = new int[words.length];
      BitSet named = new BitSet(words.length);
      for (int i = 0; i < words.length; i++) {
        String stem = stems.get(i);
        words[i] = vocabulary.number(stem);
        shares[i] = Math.max(1, FixedPoint.of(weights.getOrDefault(stem, 0.0) / length));
        named.set(i, capitals.containsKey(stem) || Character.isDigit(stem.charAt(0)));
      }
      List<String> strongest =
          weights.entrySet().stream()
              .sorted(Comparator.comparingDouble(one -> -one.getValue()))
              .map(Map.Entry::getKey)
              .toList();
      return new Terms(
          words,
          shares,
          named,
          strongest.stream().limit(STRONGEST).mapToInt(vocabulary::number).toArray());
    }
  }
}
