package org.twosource.lineage;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.twosource.annotate.Annotated;
import org.twosource.reuse.Passage;
import org.twosource.reuse.QuotedText;
import org.twosource.reuse.WordForm;
import org.twosource.reuse.WordRarity;
import org.twosource.text.Part;
import org.twosource.text.Sentence;
import org.twosource.text.Token;

/**
 * The prose of one report: the words of its body sentences that stand outside quotation marks.
 *
 * @param words stems of every sentence, hashed; none for captions and furniture
 * @param weights rarity of each of them, 0 for function words
 * @param all the number of prose words
 * @param grams the word 4-grams of the prose, hashed
 */
record ProseWords(
    Annotated report, List<int[]> words, List<float[]> weights, int all, Set<Long> grams) {
  /** Words of less rarity are function words. */
  private static final float COMMON = 2.2f;

  private static final int GRAM = 4;

  static ProseWords of(Annotated report, WordRarity rarity) {
    QuotedText quoted = QuotedText.of(report);
    List<int[]> words = new ArrayList<>();
    List<float[]> weights = new ArrayList<>();
    Set<Long> grams = new HashSet<>();
    int all = 0;
    for (Sentence sentence : report.sentences()) {
      List<Token> own =
          sentence.part() != Part.Kind.BODY
              ? List.of()
              : sentence.tokens().stream()
                  .filter(token -> token.isWord() && !quoted.holds(token.start()))
                  .toList();
      int[] stems = new int[own.size()];
      float[] rare = new float[own.size()];
      for (int at = 0; at < stems.length; at++) {
        String normal = own.get(at).normal();
        stems[at] = WordForm.stem(normal).hashCode();
        float weight = rarity.of(normal);
        rare[at] = weight < COMMON ? 0 : weight;
      }
      words.add(stems);
      weights.add(rare);
      all += stems.length;
      grams(stems, GRAM, grams);
    }
    return new ProseWords(report, words, weights, all, grams);
  }

  private static void grams(int[] words, int length, Set<Long> grams) {
    for (int at = 0; at + length <= words.length; at++) {
      long gram = 7;
      for (int word = at; word < at + length; word++) {
        gram = gram * 1_000_003L + words[word];
      }
      grams.add(gram);
    }
  }

  /** Share of the prose that stands in these sentences, 0 to 1. */
  double share(List<Integer> sentences) {
    int shared = sentences.stream().distinct().mapToInt(at -> words.get(at).length).sum();
    return all == 0 ? 0 : (double) shared / all;
  }

  /** Share of the 4-grams of the report with fewer that the other has, 0 to 1. */
  double contained(ProseWords other) {
    Set<Long> fewer = grams.size() <= other.grams.size() ? grams : other.grams;
    Set<Long> more = fewer == grams ? other.grams : grams;
    long shared = fewer.stream().filter(more::contains).count();
    return fewer.isEmpty() ? 0 : (double) shared / fewer.size();
  }

  /** The rarity of the prose words that a passage shares, summed. */
  double mass(ProseWords other, Passage passage) {
    Map<Integer, Float> left = bag(passage.a());
    Map<Integer, Float> right = other.bag(passage.b());
    double mass = 0;
    for (Map.Entry<Integer, Float> word : left.entrySet()) {
      mass += right.containsKey(word.getKey()) ? word.getValue() : 0;
    }
    return mass;
  }

  /** The rarity of the prose words of these sentences, summed. */
  double mass(List<Integer> sentences) {
    return bag(sentences).values().stream().mapToDouble(Float::doubleValue).sum();
  }

  private Map<Integer, Float> bag(List<Integer> sentences) {
    Map<Integer, Float> bag = new HashMap<>();
    for (int sentence : sentences) {
      for (int at = 0; at < words.get(sentence).length; at++) {
        if (weights.get(sentence)[at] > 0) {
          bag.put(words.get(sentence)[at], weights.get(sentence)[at]);
        }
      }
    }
    return bag;
  }

  /** Words in the longest stretch of prose that both sides of a passage have. */
  int longestRun(ProseWords other, Passage passage) {
    int longest = 0;
    for (int i : passage.a()) {
      for (int j : passage.b()) {
        longest = Math.max(longest, run(words.get(i), other.words.get(j)));
      }
    }
    return longest;
  }

  private static int run(int[] a, int[] b) {
    int longest = 0;
    int[] above = new int[b.length + 1];
    for (int word : a) {
      int diagonal = 0;
      for (int at = 0; at < b.length; at++) {
        int run = word == b[at] ? diagonal + 1 : 0;
        diagonal = above[at + 1];
        above[at + 1] = run;
        longest = Math.max(longest, run);
      }
    }
    return longest;
  }
}
