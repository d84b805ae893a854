package org.twosource.bench.suite.copying;

import info.debatty.java.lsh.LSHMinHash;
import info.debatty.java.lsh.MinHash;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.twosource.text.Part;
import org.twosource.text.Sentence;
import org.twosource.text.Text;

/**
 * Candidate search as java-lsh has it: MinHash signatures of 128 hashes over the word 4-grams of
 * body prose, in 32 bands of 4 rows (threshold .42). The peer of the candidate index.
 */
final class MinHashIndex {
  private static final int HASHES = 128;
  private static final int BANDS = 32;
  private static final int WORDS = 4;

  /** The library hashes numbers below this. */
  private static final int DICTIONARY = 1 << 20;

  private static final long SEED = 1;

  private final MinHash hashes = new MinHash(HASHES, DICTIONARY, SEED);
  private final LSHMinHash bands = new LSHMinHash(BANDS, Integer.MAX_VALUE, DICTIONARY, SEED);
  private final List<Map<Integer, List<Integer>>> buckets = new ArrayList<>();
  private int size;

  MinHashIndex() {
    for (int band = 0; band < BANDS; band++) {
      buckets.add(new HashMap<>());
    }
  }

  /** The number of earlier reports that share a bucket with this one; adds it. */
  int findAndAdd(Text text) {
    int[] keys = bands.hashSignature(hashes.signature(grams(text)));
    Set<Integer> found = new HashSet<>();
    for (int band = 0; band < BANDS; band++) {
      List<Integer> bucket =
          buckets.get(band).computeIfAbsent(keys[band], key -> new ArrayList<>());
      found.addAll(bucket);
      bucket.add(size);
    }
    size++;
    return found.size();
  }

  private static Set<Integer> grams(Text text) {
    Set<Integer> grams = new HashSet<>();
    for (Sentence sentence : text.sentences()) {
      if (sentence.part() != Part.Kind.BODY) {
        continue;
      }
      int[] words = sentence.wordHashes();
      for (int at = 0; at + WORDS <= words.length; at++) {
        int gram = 17;
        for (int word = at; word < at + WORDS; word++) {
          gram = gram * 1_000_003 + words[word];
        }
        grams.add((gram ^ gram >>> 15) & DICTIONARY - 1);
      }
    }
    return grams;
  }
}
