package org.twosource.annotate.grammar;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.twosource.annotate.Grammar;
import org.twosource.encode.Dense;
import org.twosource.encode.Encoder;
import org.twosource.encode.Encoding;
import org.twosource.encode.Tagger;
import org.twosource.encode.TokenFeatures;
import org.twosource.encode.Weights;
import org.twosource.encode.Weights.Matrix;

/**
 * A learned head that gives each token its part of speech, its governing token and the relation to
 * it. Thread-safe.
 *
 * <p>The encoder's layers and the {@link TokenFeatures} are projected to one narrow row a token and
 * passed through dilated convolutions, as in {@link Tagger}. A biaffine form scores every token as
 * head of every other (Dozat and Manning 2017), with a learned bias for their distance, by itself
 * and by the rows of both; the best projective tree with one root is found by dynamic programming
 * (Eisner 1996). Trained by {@code org.twosource.bench.train.ParserTrainer}, which computes the
 * same.
 */
public final class Parser {
  /** Longer sentences are parsed in pieces of this many tokens; the cost grows with the cube. */
  public static final int MAX_TOKENS = 150;

  /** Distances are told apart up to this many tokens, to each side. */
  private static final int FARTHEST = 20;

  /** Rows of the table of distances: to the left, to the right, and to the root. */
  public static final int DISTANCES = 2 * FARTHEST + 2;

  private static final float SECOND_ROOT = -1_000;

  private final List<String> tags;
  private final List<String> relations;
  private final int[] layers;
  private final int[] dilations;
  private final Weights weights;

  public Parser(Weights weights) {
    this.weights = weights;
    tags = weights.list("tags");
    relations = weights.list("relations");
    layers = weights.list("layers").stream().mapToInt(Integer::parseInt).toArray();
    dilations = weights.list("dilations").stream().mapToInt(Integer::parseInt).toArray();
  }

  /** The row of the distance table for a token and its head; head -1 is the root. */
  public static int distance(int token, int head) {
    if (head < 0) {
      return DISTANCES - 1;
    }
    int apart = head - token;
    return apart < 0 ? Math.max(-FARTHEST, apart) + FARTHEST : Math.min(FARTHEST, apart) + FARTHEST;
  }

  /** The grammar of a sentence of any length. */
  public Grammar parse(Encoding encoding, List<String> words) {
    if (words.size() <= MAX_TOKENS) {
      return parse(encoding, TokenFeatures.of(words), 0, words.size());
    }
    List<String> pos = new ArrayList<>();
    List<Integer> heads = new ArrayList<>();
    List<String> names = new ArrayList<>();
    int[][] features = TokenFeatures.of(words);
    int root = -1;
    for (int from = 0; from < words.size(); ) {
      int to = pieceEnd(words, from);
      Grammar piece = parse(encoding, features, from, to);
      for (int i = 0; i < to - from; i++) {
        int head = piece.head(i);
        boolean top = head < 0 && root >= 0;
        heads.add(top ? root : head < 0 ? -1 : head + from);
        names.add(top ? "parataxis" : piece.relation(i));
        root = head < 0 && root < 0 ? from + i : root;
      }
      pos.addAll(piece.pos());
      from = to;
    }
    return new Grammar(pos, heads, names);
  }

  /** Behind the last comma or semicolon in reach, else as far as it goes. */
  private static int pieceEnd(List<String> words, int from) {
    int limit = from + MAX_TOKENS;
    if (limit >= words.size()) {
      return words.size();
    }
    for (int end = limit; end > from + MAX_TOKENS / 2; end--) {
      if (",;:".contains(words.get(end - 1))) {
        return end;
      }
    }
    return limit;
  }

  private Grammar parse(Encoding encoding, int[][] allFeatures, int from, int to) {
    int tokens = to - from;
    if (tokens == 0) {
      return new Grammar(List.of(), List.of(), List.of());
    }
    float[] hidden = hidden(encoding, Arrays.copyOfRange(allFeatures, from, to), from, tokens);
    int width = weights.matrix("in").columns();
    float[] tagScores = linear(hidden, tokens, width, "pos", "posBias");
    float[] withRoot = new float[(tokens + 1) * width];
    System.arraycopy(hidden, 0, withRoot, width, tokens * width);
    float[] arcs = arcs(hidden, withRoot, tokens, width);
    int[] heads = tree(arcs, tokens);
    float[] labels = labelScores(hidden, withRoot, heads, tokens, width);
    List<String> pos = new ArrayList<>();
    List<Integer> governing = new ArrayList<>();
    List<String> names = new ArrayList<>();
    int root = relations.indexOf("root");
    for (int i = 0; i < tokens; i++) {
      pos.add(tags.get(best(tagScores, i, tags.size(), -1)));
      governing.add(heads[i] - 1);
      names.add(heads[i] == 0 ? "root" : relations.get(best(labels, i, relations.size(), root)));
    }
    return new Grammar(pos, governing, names);
  }

  private float[] hidden(Encoding encoding, int[][] features, int from, int tokens) {
    Matrix in = weights.matrix("in");
    int width = in.columns();
    float[] hidden = new float[tokens * width];
    for (int i = 0; i < layers.length; i++) {
      float[] layer =
          Arrays.copyOfRange(
              encoding.layer(layers[i]), from * Encoder.WIDTH, (from + tokens) * Encoder.WIDTH);
      Dense.multiply(layer, tokens, Encoder.WIDTH, in, i * Encoder.WIDTH, hidden);
    }
    float[] table = weights.matrix("features").values();
    for (int token = 0; token < tokens; token++) {
      for (int feature : features[token]) {
        for (int j = 0; j < width; j++) {
          hidden[token * width + j] += table[feature * width + j];
        }
      }
    }
    Dense.add(weights.matrix("inBias").values(), hidden);
    Dense.relu(hidden);
    for (int i = 0; i < dilations.length; i++) {
      int far = dilations[i];
      float[] window = Dense.window(hidden, tokens, width, -far, 0, far);
      float[] more = linear(window, tokens, 3 * width, "block" + i, "blockBias" + i);
      Dense.relu(more);
      for (int j = 0; j < hidden.length; j++) {
        hidden[j] += more[j];
      }
    }
    return hidden;
  }

  private float[] linear(float[] x, int rows, int depth, String matrix, String bias) {
    Matrix w = weights.matrix(matrix);
    float[] y = new float[rows * w.columns()];
    Dense.multiply(x, rows, depth, w, 0, y);
    Dense.add(weights.matrix(bias).values(), y);
    return y;
  }

  /** tokens x (tokens + 1): how each token scores with each head, the root first. */
  private float[] arcs(float[] hidden, float[] withRoot, int tokens, int width) {
    float[] dependents = linear(hidden, tokens, width, "dependent", "dependentBias");
    Dense.relu(dependents);
    float[] governors = linear(withRoot, tokens + 1, width, "governor", "governorBias");
    addRoot(governors, "governorRoot");
    Dense.relu(governors);
    int size = weights.matrix("dependent").columns();
    float[] turned = linear(dependents, tokens, size, "arc", "arcBias");
    float[] distances = weights.matrix("distance").values();
    float[] ofDependent = new float[tokens * DISTANCES];
    Dense.multiply(hidden, tokens, width, weights.matrix("dependentDistance"), 0, ofDependent);
    float[] ofGovernor = new float[(tokens + 1) * DISTANCES];
    Dense.multiply(withRoot, tokens + 1, width, weights.matrix("governorDistance"), 0, ofGovernor);
    float[] scores = new float[tokens * (tokens + 1)];
    for (int i = 0; i < tokens; i++) {
      for (int j = 0; j <= tokens; j++) {
        int apart = distance(i, j - 1);
        float sum =
            distances[apart]
                + ofDependent[i * DISTANCES + apart]
                + ofGovernor[j * DISTANCES + apart];
        for (int k = 0; k < size; k++) {
          sum += turned[i * size + k] * governors[j * size + k];
        }
        scores[i * (tokens + 1) + j] = sum;
      }
    }
    return scores;
  }

  private void addRoot(float[] rows, String matrix) {
    float[] root = weights.matrix(matrix).values();
    for (int k = 0; k < root.length; k++) {
      rows[k] += root[k];
    }
  }

  private float[] labelScores(
      float[] hidden, float[] withRoot, int[] heads, int tokens, int width) {
    float[] dependents = linear(hidden, tokens, width, "labelDependent", "labelDependentBias");
    Dense.relu(dependents);
    float[] governors = linear(withRoot, tokens + 1, width, "labelGovernor", "labelGovernorBias");
    addRoot(governors, "labelRoot");
    Dense.relu(governors);
    int size = weights.matrix("labelDependent").columns();
    float[] pairs = new float[tokens * 2 * size];
    for (int i = 0; i < tokens; i++) {
      System.arraycopy(dependents, i * size, pairs, i * 2 * size, size);
      System.arraycopy(governors, heads[i] * size, pairs, i * 2 * size + size, size);
    }
    float[] mixed = linear(pairs, tokens, 2 * size, "label", "labelBias");
    Matrix distances = weights.matrix("labelDistance");
    for (int i = 0; i < tokens; i++) {
      int row = distance(i, heads[i] - 1);
      for (int k = 0; k < distances.columns(); k++) {
        mixed[i * distances.columns() + k] += distances.values()[row * distances.columns() + k];
      }
    }
    Dense.relu(mixed);
    return linear(mixed, tokens, distances.columns(), "relation", "relationBias");
  }

  private static int best(float[] scores, int row, int columns, int except) {
    int best = -1;
    for (int i = 0; i < columns; i++) {
      if (i != except && (best < 0 || scores[row * columns + i] > scores[row * columns + best])) {
        best = i;
      }
    }
    return best;
  }

  /**
   * The best projective tree with one root (Eisner 1996).
   *
   * @param arcs tokens x (tokens + 1)
   * @return the head of each token, counted from 1; 0 is the root
   */
  static int[] tree(float[] arcs, int tokens) {
    int n = tokens + 1;
    float[][][] complete = new float[2][n][n];
    float[][][] open = new float[2][n][n];
    int[][][] completeAt = new int[2][n][n];
    int[][] openAt = new int[n][n];
    for (int length = 1; length < n; length++) {
      for (int s = 0; s + length < n; s++) {
        int t = s + length;
        float bestOpen = Float.NEGATIVE_INFINITY;
        for (int r = s; r < t; r++) {
          float value = complete[1][s][r] + complete[0][r + 1][t];
          if (value > bestOpen) {
            bestOpen = value;
            openAt[s][t] = r;
          }
        }
        open[0][s][t] = s == 0 ? Float.NEGATIVE_INFINITY : bestOpen + arcs[(s - 1) * n + t];
        open[1][s][t] = bestOpen + arcs[(t - 1) * n + s] + (s == 0 ? SECOND_ROOT : 0);
        complete[0][s][t] = Float.NEGATIVE_INFINITY;
        for (int r = s; r < t; r++) {
          float value = complete[0][s][r] + open[0][r][t];
          if (value > complete[0][s][t]) {
            complete[0][s][t] = value;
            completeAt[0][s][t] = r;
          }
        }
        complete[1][s][t] = Float.NEGATIVE_INFINITY;
        for (int r = s + 1; r <= t; r++) {
          float value = open[1][s][r] + complete[1][r][t];
          if (value > complete[1][s][t]) {
            complete[1][s][t] = value;
            completeAt[1][s][t] = r;
          }
        }
      }
    }
    int[] heads = new int[tokens];
    read(0, n - 1, 1, true, completeAt, openAt, heads);
    return heads;
  }

  /** Reads the tree back; the depth of the calls is bounded by {@link #MAX_TOKENS}. */
  private static void read(
      int s,
      int t,
      int right,
      boolean isComplete,
      int[][][] completeAt,
      int[][] openAt,
      int[] heads) {
    if (s == t) {
      return;
    }
    if (isComplete) {
      int r = completeAt[right][s][t];
      if (right == 1) {
        read(s, r, 1, false, completeAt, openAt, heads);
        read(r, t, 1, true, completeAt, openAt, heads);
      } else {
        read(s, r, 0, true, completeAt, openAt, heads);
        read(r, t, 0, false, completeAt, openAt, heads);
      }
      return;
    }
    if (right == 1) {
      heads[t - 1] = s;
    } else {
      heads[s - 1] = t;
    }
    int r = openAt[s][t];
    read(s, r, 1, true, completeAt, openAt, heads);
    read(r + 1, t, 0, true, completeAt, openAt, heads);
  }
}
