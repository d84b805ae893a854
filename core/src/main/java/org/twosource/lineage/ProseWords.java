package org.twosource.lineage;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.twosource.annotate.Annotated;
import org.twosource.lexicon.WordForm;
import org.twosource.lexicon.WordRarity;
import org.twosource.reuse.Passage;
import org.twosource.reuse.QuotedText;
import org.twosource.reuse.SentenceChain;
import org.twosource.text.Sentence;
import org.twosource.text.Token;

/**
 * The prose of one report: the words of its body sentences that stand outside quotation marks.
 *
 * @param words stems of every sentence, hashed; none for captions and furniture
 * @param bags rarity of every sentence's content words, by hashed stem
 * @param all the number of prose words
 * @param anywhere stems of all words of the report, speech and captions too, hashed
 * @param sentences the sentences of prose by their vectors
 */
record ProseWords(
    Annotated report,
    List<int[]> words,
    List<Map<Integer, Float>> bags,
    int all,
    Set<Integer> anywhere,
    SentenceChain.ChainSide sentences) {
  /** Words of less rarity are function words. */
  private static final float COMMON = 2.2f;

  static ProseWords of(Annotated report, WordRarity rarity) {
    QuotedText quoted = QuotedText.of(report);
    List<int[]> words = new ArrayList<>();
    List<Map<Integer, Float>> bags = new ArrayList<>();
    Set<Integer> anywhere = new HashSet<>();
    int all = 0;
    for (Sentence sentence : report.sentences()) {
      List<Token> own =
          !sentence.part().isProse()
              ? List.of()
              : sentence.tokens().stream()
                  .filter(token -> token.isWord() && !quoted.holds(token.start()))
                  .toList();
      int[] stems = new int[own.size()];
      Map<Integer, Float> bag = new HashMap<>();
      for (int at = 0; at < stems.length; at++) {
        String normal = own.get(at).normal();
        stems[at] = WordForm.stem(normal).hashCode();
        float weight = rarity.of(normal);
        if (weight >= COMMON) {
          bag.put(stems[at], weight);
        }
      }
      words.add(stems);
      bags.add(bag);
      all += stems.length;
      for (Token token : sentence.tokens()) {
        if (token.isWord()) {
          anywhere.add(WordForm.stem(token.normal()).hashCode());
        }
      }
    }
    return new ProseWords(report, words, bags, all, anywhere, SentenceChain.ChainSide.of(report));
  }

  /** Share of the prose that stands in these sentences, 0 to 1. */
  double share(List<Integer> sentences) {
    int shared = sentences.stream().distinct().mapToInt(at -> words.get(at).length).sum();
    return all == 0 ? 0 : (double) shared / all;
  }

  /** The prose words that both sides of a passage have, and how rare each is. */
  Map<Integer, Float> shared(ProseWords other, Passage passage) {
    Map<Integer, Float> shared = new HashMap<>();
    for (int sentence : passage.a()) {
      shared.putAll(bags.get(sentence));
    }
    shared
        .keySet()
        .removeIf(
            word ->
                passage.b().stream()
                    .noneMatch(sentence -> other.bags.get(sentence).containsKey(word)));
    return shared;
  }

  /** The rarity of the prose words of these sentences, summed. */
  double mass(List<Integer> sentences) {
    Map<Integer, Float> bag = bags.get(sentences.getFirst());
    if (sentences.size() > 1) {
      bag = new HashMap<>(bag);
      for (int sentence : sentences) {
        bag.putAll(bags.get(sentence));
      }
    }
    return bag.values().stream().mapToDouble(Float::doubleValue).sum();
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
