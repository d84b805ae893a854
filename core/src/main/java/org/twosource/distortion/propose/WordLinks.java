package org.twosource.distortion.propose;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.twosource.distortion.SentencePair;
import org.twosource.distortion.Side;
import org.twosource.lexicon.Synonyms;
import org.twosource.lexicon.WordForm;

/**
 * Which word of the copy stands for which word of the sentence, wherever it stands: equal stems,
 * synonyms, and words that are alike in context; the likest first, each word once. Cost: the
 * product of the lengths. For one thread.
 */
final class WordLinks {
  private static final double SAME = 1;
  private static final double SAME_FUNCTION_WORD = .8;
  private static final double SYNONYM = .8;

  /** Words of less likeness are no counterparts. */
  private static final double MIN = .5;

  /** What a move from one end of the sentence to the other costs. */
  private static final double DRIFT = .02;

  private final SentencePair pair;
  private final double[][] likeness;
  private final int[] to;
  private final int[] from;

  private record Cell(int i, int j, double worth) {}

  WordLinks(SentencePair pair) {
    this.pair = pair;
    int n = pair.before().size();
    int m = pair.after().size();
    likeness = new double[n][m];
    to = new int[n];
    from = new int[m];
    Arrays.fill(to, -1);
    Arrays.fill(from, -1);
    List<Cell> cells = new ArrayList<>();
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < m; j++) {
        likeness[i][j] = likeness(i, j);
        if (likeness[i][j] >= MIN) {
          double drift = Math.abs((double) i / n - (double) j / m);
          cells.add(new Cell(i, j, likeness[i][j] - DRIFT * drift));
        }
      }
    }
    cells.sort(
        Comparator.comparingDouble(Cell::worth)
            .reversed()
            .thenComparingInt(Cell::i)
            .thenComparingInt(Cell::j));
    for (Cell cell : cells) {
      if (to[cell.i()] < 0 && from[cell.j()] < 0) {
        to[cell.i()] = cell.j();
        from[cell.j()] = cell.i();
      }
    }
  }

  private double likeness(int i, int j) {
    Side before = pair.before();
    Side after = pair.after();
    boolean content = before.isContent(i);
    if (!before.token(i).isWord() || !after.token(j).isWord() || content != after.isContent(j)) {
      return 0;
    }
    String one = WordForm.stem(before.normal(i));
    String two = WordForm.stem(after.normal(j));
    if (one.equals(two)) {
      return content ? SAME : SAME_FUNCTION_WORD;
    }
    if (!content) {
      return 0;
    }
    double cosine = cosine(i, j);
    return Synonyms.standard().share(one, two) ? Math.max(SYNONYM, cosine) : cosine;
  }

  /** Of two words in context, -1 to 1; 0 without vectors. */
  double cosine(int i, int j) {
    Optional<float[]> one = pair.before().vector(i);
    Optional<float[]> two = pair.after().vector(j);
    if (one.isEmpty() || two.isEmpty()) {
      return 0;
    }
    double sum = 0;
    for (int k = 0; k < one.get().length; k++) {
      sum += one.get()[k] * two.get()[k];
    }
    return sum;
  }

  /** How alike two words are, 0 to 1. */
  double likenessOf(int i, int j) {
    return Math.max(0, likeness[i][j]);
  }

  /** The word of the copy that stands for word {@code i}. */
  OptionalInt to(int i) {
    return to[i] < 0 ? OptionalInt.empty() : OptionalInt.of(to[i]);
  }

  /** The word before for which word {@code j} of the copy stands. */
  OptionalInt from(int j) {
    return from[j] < 0 ? OptionalInt.empty() : OptionalInt.of(from[j]);
  }

  boolean areLinked(int i, int j) {
    return i >= 0 && j >= 0 && to[i] == j;
  }

  /** The greatest likeness of a word before to any word of the copy. */
  double bestOf(int i) {
    return Arrays.stream(likeness[i]).max().orElse(0);
  }

  /** The greatest likeness of a word of the copy to any word before. */
  double bestTo(int j) {
    return IntStream.range(0, likeness.length).mapToDouble(i -> likeness[i][j]).max().orElse(0);
  }

  /** Share of the content words before that have a counterpart. */
  double kept() {
    return share(pair.before(), to);
  }

  /** Share of the content words of the copy that have one. */
  double known() {
    return share(pair.after(), from);
  }

  private static double share(Side side, int[] links) {
    long content = IntStream.range(0, side.size()).filter(side::isContent).count();
    long linked =
        IntStream.range(0, side.size()).filter(side::isContent).filter(i -> links[i] >= 0).count();
    return content == 0 ? 0 : (double) linked / content;
  }
}
