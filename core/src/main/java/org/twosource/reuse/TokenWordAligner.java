package org.twosource.reuse;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.twosource.annotate.Annotated;
import org.twosource.lexicon.Synonyms;
import org.twosource.lexicon.WordForm;
import org.twosource.lexicon.WordRarity;
import org.twosource.report.Span;
import org.twosource.reuse.Edit.Kind;
import org.twosource.text.Language;
import org.twosource.text.Sentence;
import org.twosource.text.Token;

/**
 * Reads edits word by word.
 *
 * <p>A monotone alignment of highest score (Needleman and Wunsch 1970) pairs equal words, forms of
 * one word, an abbreviation and what it stands for, and synonyms; content words count most. Of what
 * is left over, a content word that stands elsewhere on the other side has moved; what stands
 * between the same neighbours has been replaced, function words by function words and content by
 * content; the rest was dropped or added.
 *
 * <p>Runs of the same kind are one edit, but for {@code VARIANT} and {@code SYNONYM}, which pair
 * single words (or an abbreviation and the words it stands for). Stateless but for the lexicon,
 * loaded at first use; for any thread.
 */
public final class TokenWordAligner implements WordAligner {
  /** Larger tables than this are cut at words that both sides have once. */
  private static final int MAX_CELLS = 4_000_000;

  /** An abbreviation stands for at most this many words. */
  private static final int MAX_EXPANSION = 6;

  /** Token vectors of words that can stand for each other reach this cosine. */
  private static final double MIN_COSINE = .72;

  /** Words of less rarity are function words. */
  private static final float CONTENT_RARITY = 2f;

  private final WordRarity rarity;
  private final Map<String, String> numbers;
  private volatile @Nullable Synonyms synonyms;

  public TokenWordAligner() {
    this(
        WordRarity.standard(), Language.find("en").map(TokenWordAligner::numbers).orElse(Map.of()));
  }

  private TokenWordAligner(WordRarity rarity, Map<String, String> numbers) {
    this.rarity = rarity;
    this.numbers = numbers;
  }

  private static Map<String, String> numbers(Language language) {
    Map<String, String> values = new HashMap<>();
    language
        .map("number-words")
        .forEach(
            (word, value) -> {
              if (!value.isEmpty() && WordForm.isNumber(value)) {
                values.put(word, value);
              }
            });
    return values;
  }

  @Override
  public List<Edit> align(Annotated a, Span before, Annotated b, Span after) {
    List<AlignedWord> left = words(a, before);
    List<AlignedWord> right = words(b, after);
    int[] partner = new int[left.size()];
    int[] width = new int[left.size()];
    Arrays.fill(partner, -1);
    Pairing pairing = new Pairing(left, right, partner, width);
    pairing.pair(0, left.size(), 0, right.size());
    return pairing.edits(before.start(), after.start());
  }

  /**
   * A token with what comparing needs.
   *
   * @param number the figures a number word stands for, else the same as {@code plain}
   * @param unhyphened {@code plain} without hyphens
   * @param weight content 1, function words .35, marks .15
   * @param capital whether it is written with a capital
   * @param vector empty without a model
   */
  private record AlignedWord(
      Token token,
      String plain,
      String stem,
      String number,
      String unhyphened,
      double weight,
      boolean first,
      boolean capital,
      float[] vector) {
    boolean isContent() {
      return weight >= 1;
    }
  }

  private List<AlignedWord> words(Annotated report, Span span) {
    List<AlignedWord> words = new ArrayList<>();
    for (Sentence sentence : report.sentences()) {
      if (!sentence.span().overlaps(span)) {
        continue;
      }
      float[][] vectors = report.vectors().tokens(sentence.index()).orElse(new float[0][]);
      List<Token> tokens = sentence.tokens();
      for (int at = 0; at < tokens.size(); at++) {
        if (span.contains(tokens.get(at).span())) {
          float[] vector = vectors.length == tokens.size() ? vectors[at] : new float[0];
          words.add(word(tokens.get(at), at == 0, vector));
        }
      }
    }
    return words;
  }

  private AlignedWord word(Token token, boolean first, float[] vector) {
    String plain = WordForm.plain(token.normal());
    double weight = .15;
    if (token.isWord()) {
      boolean content =
          WordForm.isNumber(plain)
              || numbers.containsKey(plain)
              || rarity.of(token.normal()) >= CONTENT_RARITY;
      weight = content ? 1 : .35;
    }
    return new AlignedWord(
        token,
        plain,
        WordForm.stem(token.normal()),
        numbers.getOrDefault(plain, plain),
        plain.replace("-", ""),
        weight,
        first,
        Character.isUpperCase(token.text().codePointAt(0)),
        vector);
  }

  private Synonyms synonyms() {
    Synonyms loaded = synonyms;
    if (loaded == null) {
      synchronized (this) {
        loaded = synonyms;
        if (loaded == null) {
          loaded = Synonyms.standard();
          synonyms = loaded;
        }
      }
    }
    return loaded;
  }

  /** How two words are related; null when they are not. */
  private @Nullable Kind relation(AlignedWord one, AlignedWord two) {
    if (one.token().normal().equals(two.token().normal())) {
      return one.first() || two.first() || sameCase(one, two) ? Kind.EQUAL : Kind.VARIANT;
    }
    if (!one.token().isWord() || !two.token().isWord()) {
      return null;
    }
    if (one.plain().equals(two.plain())
        || one.stem().equals(two.stem())
        || one.number().equals(two.number())
        || one.unhyphened().equals(two.unhyphened())) {
      return Kind.VARIANT;
    }
    boolean mayReplace = one.isContent() && two.isContent();
    if (!mayReplace || WordForm.isNumber(one.number()) || WordForm.isNumber(two.number())) {
      return null;
    }
    return synonyms().share(one.stem(), two.stem()) || near(one, two) ? Kind.SYNONYM : null;
  }

  private static boolean near(AlignedWord one, AlignedWord two) {
    if (isName(one) || isName(two) || one.vector().length == 0 || two.vector().length == 0) {
      return false;
    }
    return cosine(one.vector(), two.vector()) >= MIN_COSINE;
  }

  private static double cosine(float[] a, float[] b) {
    double sum = 0;
    for (int at = 0; at < Math.min(a.length, b.length); at++) {
      sum += a[at] * b[at];
    }
    return sum;
  }

  private static boolean isName(AlignedWord word) {
    return !word.first() && word.capital();
  }

  private static boolean sameCase(AlignedWord one, AlignedWord two) {
    return one.capital() == two.capital();
  }

  /** One call: two lists of words and who is paired with whom. */
  private final class Pairing {
    private final List<AlignedWord> left;
    private final List<AlignedWord> right;

    /** For each left word, the right word it is paired with, or -1. */
    private final int[] partner;

    /**
     * For each paired left word: 1, or the number of right words it stands for; minus the number of
     * left words that stand for one right word, at the first of them; 0 at the others.
     */
    private final int[] width;

    Pairing(List<AlignedWord> left, List<AlignedWord> right, int[] partner, int[] width) {
      this.left = left;
      this.right = right;
      this.partner = partner;
      this.width = width;
    }

    void pair(int leftFrom, int leftTo, int rightFrom, int rightTo) {
      int from = leftFrom;
      int other = rightFrom;
      while (from < leftTo && other < rightTo && same(from, other)) {
        set(from++, other++);
      }
      int to = leftTo;
      int otherTo = rightTo;
      while (to > from && otherTo > other && same(to - 1, otherTo - 1)) {
        set(--to, --otherTo);
      }
      if (from == to || other == otherTo) {
        return;
      }
      if ((long) (to - from) * (otherTo - other) <= MAX_CELLS) {
        best(from, to, other, otherTo);
      } else {
        split(from, to, other, otherTo);
      }
    }

    private boolean same(int i, int j) {
      return left.get(i).token().normal().equals(right.get(j).token().normal());
    }

    private void set(int i, int j) {
      partner[i] = j;
      width[i] = 1;
    }

    /** Cuts at the word nearest the middle that both sides have exactly once. */
    private void split(int from, int to, int other, int otherTo) {
      Map<String, int[]> places = new HashMap<>();
      for (int i = from; i < to; i++) {
        int[] place = places.computeIfAbsent(left.get(i).token().normal(), word -> new int[4]);
        place[0]++;
        place[1] = i;
      }
      for (int j = other; j < otherTo; j++) {
        int[] place = places.computeIfAbsent(right.get(j).token().normal(), word -> new int[4]);
        place[2]++;
        place[3] = j;
      }
      int middle = (from + to) >>> 1;
      int best = -1;
      for (int i = from; i < to; i++) {
        int[] place = places.getOrDefault(left.get(i).token().normal(), new int[4]);
        boolean once = place[0] == 1 && place[2] == 1;
        if (once && (best < 0 || Math.abs(i - middle) < Math.abs(best - middle))) {
          best = i;
        }
      }
      if (best < 0) {
        return;
      }
      int cut = places.getOrDefault(left.get(best).token().normal(), new int[4])[3];
      set(best, cut);
      pair(from, best, other, cut);
      pair(best + 1, to, cut + 1, otherTo);
    }

    /** The alignment of highest score in a part of both lists. */
    private void best(int from, int to, int other, int otherTo) {
      int rows = to - from;
      int columns = otherTo - other;
      double[][] score = new double[rows + 1][columns + 1];
      byte[][] step = new byte[rows + 1][columns + 1];
      for (int i = 0; i <= rows; i++) {
        for (int j = 0; j <= columns; j++) {
          if (i > 0 && score[i - 1][j] > score[i][j] - 1e-12 && (j == 0 || step[i][j] == 0)) {
            score[i][j] = score[i - 1][j];
            step[i][j] = 1;
          }
          if (j > 0 && (i == 0 || score[i][j - 1] > score[i][j])) {
            score[i][j] = score[i][j - 1];
            step[i][j] = 2;
          }
          if (i > 0 && j > 0) {
            double gain = gain(left.get(from + i - 1), right.get(other + j - 1));
            boolean follows = step[i - 1][j - 1] == 3;
            double sum = score[i - 1][j - 1] + gain + (follows && gain > 0 ? .05 : 0);
            if (gain > 0 && sum >= score[i][j]) {
              score[i][j] = sum;
              step[i][j] = 3;
            }
            expand(score, step, i, j, from, other);
          }
        }
      }
      trace(step, rows, columns, from, other);
    }

    private double gain(AlignedWord one, AlignedWord two) {
      Kind relation = relation(one, two);
      if (relation == null) {
        return 0;
      }
      double weight = Math.min(one.weight(), two.weight());
      return switch (relation) {
        case EQUAL -> weight;
        case VARIANT -> weight * .9;
        default -> weight * .6;
      };
    }

    /** One word of a side that stands for several, ending here, of the other. */
    private void expand(double[][] score, byte[][] step, int i, int j, int from, int other) {
      AlignedWord one = left.get(from + i - 1);
      AlignedWord two = right.get(other + j - 1);
      for (int many = 2; many <= MAX_EXPANSION; many++) {
        if (many <= j && standsFor(one, right, other + j - many, many)) {
          double sum = score[i - 1][j - many] + 1.2;
          if (sum > score[i][j]) {
            score[i][j] = sum;
            step[i][j] = (byte) (8 + many);
          }
        }
        if (many <= i && standsFor(two, left, from + i - many, many)) {
          double sum = score[i - many][j - 1] + 1.2;
          if (sum > score[i][j]) {
            score[i][j] = sum;
            step[i][j] = (byte) (24 + many);
          }
        }
      }
    }

    private void trace(byte[][] step, int rows, int columns, int from, int other) {
      int i = rows;
      int j = columns;
      while (i > 0 || j > 0) {
        int taken = step[i][j];
        if (taken == 1) {
          i--;
        } else if (taken == 2) {
          j--;
        } else if (taken == 3) {
          set(from + --i, other + --j);
        } else if (taken < 24) {
          j -= taken - 8;
          partner[from + --i] = other + j;
          width[from + i] = taken - 8;
        } else {
          i -= taken - 24;
          j--;
          for (int at = 0; at < taken - 24; at++) {
            partner[from + i + at] = other + j;
            width[from + i + at] = at == 0 ? -(taken - 24) : 0;
          }
        }
      }
    }

    /** The pairs in order, with everything between them read as moved, replaced, gone or new. */
    List<Edit> edits(int beforeStart, int afterStart) {
      boolean[] leftUsed = new boolean[left.size()];
      boolean[] rightUsed = new boolean[right.size()];
      markPaired(leftUsed, rightUsed);
      int[] movedFrom = moved(leftUsed, rightUsed);
      Writer writer = new Writer(beforeStart, afterStart);
      int i = 0;
      int j = 0;
      while (i < left.size() || j < right.size()) {
        int gapLeft = i;
        int gapRight = j;
        while (i < left.size() && partner[i] < 0) {
          i++;
        }
        int end = i < left.size() ? partner[i] : right.size();
        j = end;
        gap(gapLeft, i, gapRight, j, leftUsed, movedFrom, writer);
        if (i < left.size()) {
          int wide = width[i];
          int leftCount = wide < 0 ? -wide : 1;
          int rightCount = wide > 1 ? wide : 1;
          Kind relation =
              leftCount + rightCount > 2 ? Kind.VARIANT : relation(left.get(i), right.get(j));
          writer.write(
              relation == null ? Kind.REPLACED : relation, i, i + leftCount, j, j + rightCount);
          i += leftCount;
          j += rightCount;
        }
      }
      return writer.edits;
    }

    private void markPaired(boolean[] leftUsed, boolean[] rightUsed) {
      for (int i = 0; i < left.size(); i++) {
        if (partner[i] >= 0) {
          leftUsed[i] = true;
          for (int at = 0; at < Math.max(1, width[i]); at++) {
            rightUsed[partner[i] + at] = true;
          }
        }
      }
    }

    /** For each right word the left word that moved there, or -1; marks those left words used. */
    private int[] moved(boolean[] leftUsed, boolean[] rightUsed) {
      int[] from = new int[right.size()];
      Arrays.fill(from, -1);
      Map<String, List<Integer>> free = new HashMap<>();
      for (int i = left.size() - 1; i >= 0; i--) {
        if (!leftUsed[i] && left.get(i).isContent()) {
          free.computeIfAbsent(left.get(i).stem(), stem -> new ArrayList<>()).add(i);
        }
      }
      for (int j = 0; j < right.size(); j++) {
        if (rightUsed[j] || !right.get(j).isContent()) {
          continue;
        }
        List<Integer> places = free.get(right.get(j).stem());
        if (places != null && !places.isEmpty()) {
          from[j] = places.remove(places.size() - 1);
          leftUsed[from[j]] = true;
        }
      }
      growMoves(from, leftUsed, rightUsed);
      return from;
    }

    /** Takes along the function words that moved with a content word. */
    private void growMoves(int[] from, boolean[] leftUsed, boolean[] rightUsed) {
      for (int j = 1; j < from.length; j++) {
        growMove(from, j, from[j - 1], 1, leftUsed, rightUsed);
      }
      for (int j = from.length - 2; j >= 0; j--) {
        growMove(from, j, from[j + 1], -1, leftUsed, rightUsed);
      }
    }

    private void growMove(
        int[] from, int j, int neighbour, int step, boolean[] leftUsed, boolean[] rightUsed) {
      int i = neighbour + step;
      if (neighbour >= 0
          && from[j] < 0
          && !rightUsed[j]
          && i >= 0
          && i < left.size()
          && !leftUsed[i]
          && same(i, j)) {
        from[j] = i;
        leftUsed[i] = true;
      }
    }

    private void gap(
        int leftFrom,
        int leftTo,
        int rightFrom,
        int rightTo,
        boolean[] leftUsed,
        int[] movedFrom,
        Writer writer) {
      List<int[]> gone = new ArrayList<>();
      for (int i = leftFrom; i < leftTo; i++) {
        if (!leftUsed[i]) {
          grow(gone, i);
        }
      }
      int next = 0;
      int j = rightFrom;
      while (j < rightTo) {
        int start = j;
        if (movedFrom[j] >= 0) {
          do {
            j++;
          } while (j < rightTo && movedFrom[j] == movedFrom[j - 1] + 1);
          writer.write(Kind.MOVED, movedFrom[start], movedFrom[j - 1] + 1, start, j);
          continue;
        }
        while (j < rightTo && movedFrom[j] < 0) {
          j++;
        }
        if (next < gone.size()) {
          int[] run = gone.get(next++);
          replace(run[0], run[1], start, j, writer);
        } else {
          writer.write(Kind.ADDED, leftFrom, leftFrom, start, j);
        }
      }
      for (; next < gone.size(); next++) {
        writer.write(Kind.DROPPED, gone.get(next)[0], gone.get(next)[1], rightTo, rightTo);
      }
    }

    private static void grow(List<int[]> runs, int at) {
      int last = runs.size() - 1;
      if (last >= 0 && runs.get(last)[1] == at) {
        runs.get(last)[1]++;
      } else {
        runs.add(new int[] {at, at + 1});
      }
    }

    private void replace(int leftFrom, int leftTo, int rightFrom, int rightTo, Writer writer) {
      int rankLeft = rank(left, leftFrom, leftTo);
      int rankRight = rank(right, rightFrom, rightTo);
      if (rankLeft == rankRight) {
        writer.write(Kind.REPLACED, leftFrom, leftTo, rightFrom, rightTo);
      } else {
        writer.write(Kind.DROPPED, leftFrom, leftTo, rightFrom, rightFrom);
        writer.write(Kind.ADDED, leftTo, leftTo, rightFrom, rightTo);
      }
    }

    /** 2 with a content word, 1 with a function word, 0 for marks alone. */
    private static int rank(List<AlignedWord> words, int from, int to) {
      int rank = 0;
      for (int at = from; at < to; at++) {
        rank =
            Math.max(rank, words.get(at).isContent() ? 2 : words.get(at).token().isWord() ? 1 : 0);
      }
      return rank;
    }

    /** Turns ranges of words into edits, joining equal runs. */
    private final class Writer {
      private final List<Edit> edits = new ArrayList<>();
      private final int beforeStart;
      private final int afterStart;
      private int equalLeft = -1;
      private int equalRight = -1;

      Writer(int beforeStart, int afterStart) {
        this.beforeStart = beforeStart;
        this.afterStart = afterStart;
      }

      void write(Kind kind, int leftFrom, int leftTo, int rightFrom, int rightTo) {
        Span before = span(left, leftFrom, leftTo, beforeStart);
        Span after = span(right, rightFrom, rightTo, afterStart);
        int last = edits.size() - 1;
        if (kind == Kind.EQUAL && equalLeft == leftFrom && equalRight == rightFrom && last >= 0) {
          Edit run = edits.get(last);
          edits.set(last, new Edit(kind, run.before().union(before), run.after().union(after)));
        } else {
          edits.add(new Edit(kind, before, after));
        }
        equalLeft = kind == Kind.EQUAL ? leftTo : -1;
        equalRight = kind == Kind.EQUAL ? rightTo : -1;
      }

      private static Span span(List<AlignedWord> words, int from, int to, int start) {
        if (from < to) {
          return words.get(from).token().span().union(words.get(to - 1).token().span());
        }
        int place = from > 0 ? words.get(from - 1).token().end() : start;
        return new Span(place, place);
      }
    }
  }

  /**
   * Whether {@code word} is written with the first letters of {@code many} words, or is them
   * joined.
   */
  private static boolean standsFor(AlignedWord word, List<AlignedWord> words, int from, int many) {
    String initial = words.get(from).plain();
    if (initial.isEmpty()
        || word.plain().isEmpty()
        || word.plain().charAt(0) != initial.charAt(0)) {
      return false;
    }
    String letters = word.unhyphened();
    if (letters.length() < 2 || !word.token().isWord()) {
      return false;
    }
    StringBuilder initials = new StringBuilder();
    StringBuilder joined = new StringBuilder();
    for (int at = from; at < from + many; at++) {
      AlignedWord part = words.get(at);
      if (!part.token().isWord()) {
        if (!part.token().text().equals("-")) {
          return false;
        }
        continue;
      }
      joined.append(part.plain());
      if (part.capital()) {
        initials.append(part.plain().charAt(0));
      } else if (part.isContent()) {
        initials.append('\0');
      }
    }
    if (joined.toString().replace("-", "").equals(letters)) {
      return true;
    }
    String capitals = word.token().text().replace(".", "");
    boolean abbreviation =
        capitals.equals(capitals.toUpperCase(Locale.ROOT)) && !WordForm.isNumber(capitals);
    return abbreviation && initials.toString().equals(letters) && words.get(from).capital();
  }
}
