package org.twosource.bench.suite.copying;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.twosource.text.Sentence;
import org.twosource.text.Text;
import org.twosource.text.Token;

/**
 * The plain local alignment of two texts, token by token (Smith and Waterman, 1981): the peer that
 * passage alignment is measured against. Match 2, mismatch and gap -1, the best stretch traced
 * back.
 */
final class SmithWaterman {
  private static final int MATCH = 2;
  private static final int MISMATCH = -1;
  private static final int GAP = -1;

  private final Map<String, Integer> numbers = new HashMap<>();

  /** The words of a text as numbers; equal words have equal numbers. */
  int[] tokens(Text text) {
    return text.sentences().stream()
        .map(Sentence::tokens)
        .flatMap(List::stream)
        .filter(Token::isWord)
        .mapToInt(token -> numbers.computeIfAbsent(token.normal(), word -> numbers.size()))
        .toArray();
  }

  /** The number of token pairs that match in the best local alignment. */
  static int matches(int[] a, int[] b) {
    int[][] score = new int[a.length + 1][b.length + 1];
    int best = 0;
    int row = 0;
    int column = 0;
    for (int i = 1; i <= a.length; i++) {
      for (int j = 1; j <= b.length; j++) {
        int pair = score[i - 1][j - 1] + (a[i - 1] == b[j - 1] ? MATCH : MISMATCH);
        int gap = Math.max(score[i - 1][j], score[i][j - 1]) + GAP;
        score[i][j] = Math.max(0, Math.max(pair, gap));
        if (score[i][j] > best) {
          best = score[i][j];
          row = i;
          column = j;
        }
      }
    }
    int matches = 0;
    while (row > 0 && column > 0 && score[row][column] > 0) {
      boolean equal = a[row - 1] == b[column - 1];
      if (score[row][column] == score[row - 1][column - 1] + (equal ? MATCH : MISMATCH)) {
        matches += equal ? 1 : 0;
        row--;
        column--;
      } else if (score[row][column] == score[row - 1][column] + GAP) {
        row--;
      } else {
        column--;
      }
    }
    return matches;
  }
}
