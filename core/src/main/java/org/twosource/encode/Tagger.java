package org.twosource.encode;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.twosource.encode.Weights.Matrix;

/**
 * A learned head that gives each token of a sequence a label. Thread-safe.
 *
 * <p>The encoder's layers and the {@link TokenFeatures} are projected to one narrow row a token; a
 * few residual blocks look at growing distances to both sides (dilated convolutions: Strubell et
 * al. 2017); a linear-chain CRF picks the best path of labels, in which an inside label may only
 * follow its beginning. Trained by {@code org.twosource.bench.train.TaggerTrainer}, which computes
 * the same.
 */
public final class Tagger {
  private static final float NEVER = -1e5f;

  private final List<String> labels;
  private final int[] layers;
  private final int[] dilations;
  private final Matrix in;
  private final Matrix features;
  private final float[] inBias;
  private final List<Matrix> blocks = new ArrayList<>();
  private final List<float[]> blockBiases = new ArrayList<>();
  private final Matrix out;
  private final float[] outBias;
  private final float[] transitions;

  public Tagger(Weights weights) {
    labels = weights.list("labels");
    layers = weights.list("layers").stream().mapToInt(Integer::parseInt).toArray();
    dilations = weights.list("dilations").stream().mapToInt(Integer::parseInt).toArray();
    in = weights.matrix("in");
    features = weights.matrix("features");
    inBias = weights.matrix("inBias").values();
    for (int i = 0; i < dilations.length; i++) {
      blocks.add(weights.matrix("block" + i));
      blockBiases.add(weights.matrix("blockBias" + i).values());
    }
    out = weights.matrix("out");
    outBias = weights.matrix("outBias").values();
    transitions = constrained(weights.matrix("transitions").values(), labels);
  }

  /** The labels in the order of their numbers: {@code O}, {@code B-person}, {@code I-person}. */
  public List<String> labels() {
    return labels;
  }

  /** Forbids an inside label that does not continue its kind; the last row is the start. */
  private static float[] constrained(float[] learned, List<String> labels) {
    float[] transitions = learned.clone();
    for (int from = 0; from <= labels.size(); from++) {
      for (int to = 0; to < labels.size(); to++) {
        String label = labels.get(to);
        boolean continues =
            from < labels.size()
                && labels.get(from).length() > 2
                && labels
                    .get(from)
                    .substring(2)
                    .equals(label.substring(Math.min(2, label.length())));
        if (label.startsWith("I-") && !continues) {
          transitions[from * labels.size() + to] = NEVER;
        }
      }
    }
    return transitions;
  }

  /**
   * What the tagger looks at.
   *
   * @param encodings one or several sentences in a row, read as one sequence
   * @param features of each token, over all sentences
   */
  public record Input(List<Encoding> encodings, int[][] features) {
    public Input {
      int tokens = encodings.stream().mapToInt(Encoding::tokens).sum();
      if (tokens != features.length) {
        throw new IllegalArgumentException(tokens + " tokens, features of " + features.length);
      }
    }

    int tokens() {
      return features.length;
    }

    /** One layer of all sentences, as one flat matrix. */
    public float[] layer(int layer) {
      if (encodings.size() == 1) {
        return encodings.getFirst().layer(layer);
      }
      float[] all = new float[tokens() * Encoder.WIDTH];
      int at = 0;
      for (Encoding encoding : encodings) {
        int length = encoding.tokens() * Encoder.WIDTH;
        System.arraycopy(encoding.layer(layer), 0, all, at, length);
        at += length;
      }
      return all;
    }
  }

  /** A label of each token with how sure the tagger is of the path there. */
  public record Tags(int[] labels, double[] probability) {}

  /** The best labels, without their probabilities. */
  public int[] labels(Input input) {
    return best(scores(input), input.tokens());
  }

  /** The best labels and, of each, the probability by the forward-backward algorithm. */
  public Tags tag(Input input) {
    return tags(scores(input), input.tokens());
  }

  /**
   * As {@link #tag(Input)}, over sentences in a row.
   *
   * @param projected what {@link #projected(Encoding)} gives for each of them
   * @param features of each token, over all sentences
   */
  public Tags tag(List<float[]> projected, int[][] features) {
    return tags(scores(projected, features), features.length);
  }

  private Tags tags(float[] scores, int tokens) {
    int[] best = best(scores, tokens);
    return new Tags(best, probabilities(scores, best));
  }

  /** The scores of all labels before the CRF: tokens x labels. */
  private float[] scores(Input input) {
    return scores(input.encodings().stream().map(this::projected).toList(), input.features());
  }

  /**
   * The layers of one sentence as one narrow row a token: all that the tagger takes from the
   * encoder, and a twelfth of its size.
   */
  public float[] projected(Encoding encoding) {
    float[] rows = new float[encoding.tokens() * in.columns()];
    for (int i = 0; i < layers.length; i++) {
      Dense.multiply(
          encoding.layer(layers[i]), encoding.tokens(), Encoder.WIDTH, in, i * Encoder.WIDTH, rows);
    }
    return rows;
  }

  private float[] scores(List<float[]> projected, int[][] tokenFeatures) {
    int tokens = tokenFeatures.length;
    int width = in.columns();
    float[] hidden = new float[tokens * width];
    int filled = 0;
    for (float[] sentence : projected) {
      System.arraycopy(sentence, 0, hidden, filled, sentence.length);
      filled += sentence.length;
    }
    for (int token = 0; token < tokens; token++) {
      for (int feature : tokenFeatures[token]) {
        for (int j = 0; j < width; j++) {
          hidden[token * width + j] += features.values()[feature * width + j];
        }
      }
    }
    Dense.add(inBias, hidden);
    Dense.relu(hidden);
    for (int i = 0; i < dilations.length; i++) {
      int far = dilations[i];
      float[] window = Dense.window(hidden, tokens, width, -far, 0, far);
      float[] more = new float[tokens * width];
      Dense.multiply(window, tokens, 3 * width, blocks.get(i), 0, more);
      Dense.add(blockBiases.get(i), more);
      Dense.relu(more);
      for (int j = 0; j < hidden.length; j++) {
        hidden[j] += more[j];
      }
    }
    float[] scores = new float[tokens * labels.size()];
    Dense.multiply(hidden, tokens, width, out, 0, scores);
    Dense.add(outBias, scores);
    return scores;
  }

  /** Viterbi. */
  private int[] best(float[] scores, int tokens) {
    int count = labels.size();
    int[] path = new int[tokens];
    if (tokens == 0) {
      return path;
    }
    int[][] from = new int[tokens][count];
    float[] reached = new float[count];
    for (int to = 0; to < count; to++) {
      reached[to] = scores[to] + transitions[count * count + to];
    }
    for (int at = 1; at < tokens; at++) {
      float[] next = new float[count];
      Arrays.fill(next, Float.NEGATIVE_INFINITY);
      for (int before = 0; before < count; before++) {
        for (int to = 0; to < count; to++) {
          float value = reached[before] + transitions[before * count + to];
          if (value > next[to]) {
            next[to] = value;
            from[at][to] = before;
          }
        }
      }
      for (int to = 0; to < count; to++) {
        next[to] += scores[at * count + to];
      }
      reached = next;
    }
    int label = 0;
    for (int to = 1; to < count; to++) {
      label = reached[to] > reached[label] ? to : label;
    }
    for (int at = tokens - 1; at >= 0; at--) {
      path[at] = label;
      label = from[at][label];
    }
    return path;
  }

  private double[] probabilities(float[] scores, int[] path) {
    int tokens = path.length;
    int count = labels.size();
    double[] probability = new double[tokens];
    if (tokens == 0) {
      return probability;
    }
    double[] steps = new double[transitions.length];
    for (int i = 0; i < steps.length; i++) {
      steps[i] = Math.exp(Math.max(-60, transitions[i]));
    }
    double[][] local = new double[tokens][count];
    double[][] forward = new double[tokens][count];
    double[][] backward = new double[tokens][count];
    for (int at = 0; at < tokens; at++) {
      double greatest = Double.NEGATIVE_INFINITY;
      for (int to = 0; to < count; to++) {
        greatest = Math.max(greatest, scores[at * count + to]);
      }
      for (int to = 0; to < count; to++) {
        local[at][to] = Math.exp(scores[at * count + to] - greatest);
        double sum = at == 0 ? steps[count * count + to] : 0;
        for (int before = 0; before < count && at > 0; before++) {
          sum += forward[at - 1][before] * steps[before * count + to];
        }
        forward[at][to] = sum * local[at][to];
      }
      normalise(forward[at]);
    }
    Arrays.fill(backward[tokens - 1], 1);
    for (int at = tokens - 2; at >= 0; at--) {
      for (int before = 0; before < count; before++) {
        for (int to = 0; to < count; to++) {
          backward[at][before] +=
              steps[before * count + to] * local[at + 1][to] * backward[at + 1][to];
        }
      }
      normalise(backward[at]);
    }
    for (int at = 0; at < tokens; at++) {
      double all = 0;
      for (int label = 0; label < count; label++) {
        all += forward[at][label] * backward[at][label];
      }
      probability[at] =
          all > 0 ? forward[at][path[at]] * backward[at][path[at]] / all : 1.0 / count;
    }
    return probability;
  }

  private static void normalise(double[] values) {
    double sum = Arrays.stream(values).sum();
    for (int i = 0; i < values.length && sum > 0; i++) {
      values[i] /= sum;
    }
  }

  /**
   * A run of tokens with one kind of label.
   *
   * @param from first token
   * @param to one past the last token
   * @param kind the label without {@code B-} or {@code I-}
   */
  public record Run(String kind, int from, int to) {}

  /** The runs that the labels B-x, I-x, I-x, ... make, in order. */
  public List<Run> runs(int[] path) {
    List<Run> runs = new ArrayList<>();
    for (int at = 0; at < path.length; ) {
      String label = labels.get(path[at]);
      int to = at + 1;
      if (label.length() > 2) {
        String kind = label.substring(2);
        while (to < path.length && labels.get(path[to]).equals("I-" + kind)) {
          to++;
        }
        runs.add(new Run(kind, at, to));
      }
      at = to;
    }
    return runs;
  }

  /** The tagger with the weights the project ships for this head, if it does. */
  public static Optional<Tagger> find(String head) {
    return Weights.find(head).map(Tagger::new);
  }
}
