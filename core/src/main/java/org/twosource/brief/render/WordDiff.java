package org.twosource.brief.render;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Two wordings with the words that differ marked, for showing only: a longest common subsequence
 * over words, without regard to case and to the shape of quotation marks. What a difference means
 * is found by the distortion stage.
 */
public record WordDiff(List<Piece> before, List<Piece> after) {
  private static final Pattern WORD =
      Pattern.compile("[\\p{L}\\p{M}\\p{N}]+|[^\\p{L}\\p{M}\\p{N}\\s]");

  /** Cells of the table; longer pairs are shown without marks. */
  private static final int MAX_CELLS = 250_000;

  /** A stretch of one side: its place there and whether the other side lacks it. */
  public record Piece(int start, int end, boolean changed) {}

  public static WordDiff of(String before, String after) {
    List<Piece> a = words(before);
    List<Piece> b = words(after);
    if ((long) a.size() * b.size() > MAX_CELLS) {
      return new WordDiff(
          List.of(new Piece(0, before.length(), false)),
          List.of(new Piece(0, after.length(), false)));
    }
    List<String> left = a.stream().map(word -> key(before, word)).toList();
    List<String> right = b.stream().map(word -> key(after, word)).toList();
    int[][] common = new int[left.size() + 1][right.size() + 1];
    for (int i = left.size() - 1; i >= 0; i--) {
      for (int j = right.size() - 1; j >= 0; j--) {
        common[i][j] =
            left.get(i).equals(right.get(j))
                ? common[i + 1][j + 1] + 1
                : Math.max(common[i + 1][j], common[i][j + 1]);
      }
    }
    boolean[] keptLeft = new boolean[left.size()];
    boolean[] keptRight = new boolean[right.size()];
    for (int i = 0, j = 0; i < left.size() && j < right.size(); ) {
      if (left.get(i).equals(right.get(j))) {
        keptLeft[i++] = true;
        keptRight[j++] = true;
      } else if (common[i + 1][j] >= common[i][j + 1]) {
        i++;
      } else {
        j++;
      }
    }
    return new WordDiff(pieces(before, a, keptLeft), pieces(after, b, keptRight));
  }

  private static List<Piece> words(String text) {
    List<Piece> words = new ArrayList<>();
    Matcher word = WORD.matcher(text);
    while (word.find()) {
      words.add(new Piece(word.start(), word.end(), true));
    }
    return words;
  }

  private static String key(String text, Piece word) {
    return text.substring(word.start(), word.end())
        .toLowerCase(Locale.ROOT)
        .replace('’', '\'')
        .replace('‘', '\'')
        .replace('“', '"')
        .replace('”', '"');
  }

  /** Runs of changed words, with the spaces between them, and everything else. */
  private static List<Piece> pieces(String text, List<Piece> words, boolean[] kept) {
    List<Piece> pieces = new ArrayList<>();
    int shown = 0;
    for (int i = 0; i < kept.length; i++) {
      if (kept[i]) {
        continue;
      }
      int last = i;
      while (last + 1 < kept.length && !kept[last + 1]) {
        last++;
      }
      if (words.get(i).start() > shown) {
        pieces.add(new Piece(shown, words.get(i).start(), false));
      }
      shown = words.get(last).end();
      pieces.add(new Piece(words.get(i).start(), shown, true));
      i = last;
    }
    if (shown < text.length()) {
      pieces.add(new Piece(shown, text.length(), false));
    }
    return pieces;
  }
}
