package org.twosource.reuse;

/**
 * One sentence of a story compared with many others: its words are laid out once, so that another
 * sentence is only looked up word by word. Gives the values of {@link SentenceFeatures}. One
 * thread.
 */
final class SentenceMatcher {
  private final float[] weights;
  private final int[] first;
  private int[] next = new int[64];
  private int[] laidBag = {};
  private int[] laidWords = {};

  /**
   * @param words the number of distinct words of the story
   */
  SentenceMatcher(int words) {
    this.weights = new float[words];
    this.first = new int[words];
  }

  /** Lays out a sentence in place of the last one. */
  void take(PreparedSentence sentence) {
    for (int word : laidBag) {
      weights[word] = 0;
    }
    for (int word : laidWords) {
      first[word] = 0;
    }
    int[] bag = laidBag = sentence.bag();
    for (int at = 0; at < bag.length; at++) {
      weights[bag[at]] = sentence.bagWeights()[at];
    }
    int[] words = laidWords = sentence.words();
    if (next.length < words.length) {
      next = new int[2 * words.length];
    }
    // places plus one, the earliest first
    for (int at = words.length - 1; at >= 0; at--) {
      next[at] = first[words[at]];
      first[words[at]] = at + 1;
    }
  }

  /** {@link SentenceFeatures#cheap} of the sentence taken and another. */
  void compare(PreparedSentence own, PreparedSentence other, double[] values) {
    double shared = 0;
    double squares = 0;
    int rare = 0;
    for (int word : other.bag()) {
      float weight = weights[word];
      shared += weight;
      squares += weight * weight;
      rare += weight >= SentenceFeatures.RARE ? 1 : 0;
    }
    SentenceFeatures.fill(own, other, shared, squares, rare, values);
  }

  /** {@link SentenceFeatures#run} of the sentence taken and another. */
  double run(PreparedSentence other) {
    int[] one = laidWords;
    int[] two = other.words();
    int longest = 0;
    for (int start = 0; start + longest < two.length; start++) {
      for (int place = first[two[start]]; place != 0; place = next[place - 1]) {
        int length = 1;
        while (place - 1 + length < one.length
            && start + length < two.length
            && one[place - 1 + length] == two[start + length]) {
          length++;
        }
        longest = Math.max(longest, length);
      }
    }
    return Math.min(1, longest / SentenceFeatures.FULL_RUN);
  }
}
