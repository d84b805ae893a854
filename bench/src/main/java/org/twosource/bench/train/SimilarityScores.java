package org.twosource.bench.train;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.twosource.annotate.Encoder;
import org.twosource.annotate.OnnxEncoder;
import org.twosource.bench.BenchData;
import org.twosource.bench.train.Pairs.Pair;
import org.twosource.reuse.LinearModel;
import org.twosource.reuse.StatementSimilarity;
import org.twosource.reuse.WordRarity;
import org.twosource.text.Language;
import org.twosource.text.Tokenizer;

/**
 * Linear models on the features of {@link StatementSimilarity}, one a corpus, and how they do on
 * held-out pairs.
 *
 * @param sts Spearman on STSb dev
 * @param cosine the same of the plain cosine
 * @param mrpc accuracy on the held-out sixth
 * @param sick accuracy on SICK trial
 */
public record SimilarityScores(
    double sts,
    double cosine,
    double mrpc,
    double sick,
    LinearModel stsModel,
    LinearModel mrpcModel) {

  private static final double PENALTY = .05;

  /** Some twenty weights need no more than this share of the training pairs: every third. */
  private static final int EVERY = 3;

  /** Learns and measures all three; some minutes. */
  public static SimilarityScores measure(BenchData data) throws IOException {
    try (Encoder encoder = OnnxEncoder.open().orElseThrow()) {
      List<Pair> stsTrain = sample(Pairs.sts(data, "train"));
      List<Pair> stsDev = Pairs.sts(data, "dev");
      LinearModel sts = ridge(features(stsTrain, encoder), gold(stsTrain, 5));
      List<double[]> dev = features(stsDev, encoder);
      double spearman = Pairs.spearman(scores(sts, dev), gold(stsDev, 5));
      double cosine =
          Pairs.spearman(dev.stream().mapToDouble(row -> row[0]).toArray(), gold(stsDev, 5));
      System.out.printf("STSb dev Spearman %.4f%n", spearman);

      List<Pair> mrpcDev = Pairs.mrpc(data, true);
      List<Pair> mrpcTrain = sample(Pairs.mrpc(data, false));
      LinearModel mrpc = logistic(features(mrpcTrain, encoder), gold(mrpcTrain, 1));
      double[] mrpcScores = scores(mrpc, features(mrpcDev, encoder));
      double right = 0;
      for (int i = 0; i < mrpcScores.length; i++) {
        right += mrpcScores[i] > 0 == mrpcDev.get(i).gold() > .5 ? 1 : 0;
      }
      double accuracy = right / mrpcScores.length;
      return new SimilarityScores(spearman, cosine, accuracy, sick(data, encoder), sts, mrpc);
    }
  }

  private static List<Pair> sample(List<Pair> pairs) {
    List<Pair> some = new ArrayList<>();
    for (int i = 0; i < pairs.size(); i += EVERY) {
      some.add(pairs.get(i));
    }
    return some;
  }

  private static double sick(BenchData data, Encoder encoder) throws IOException {
    List<Pair> train = sample(Pairs.sick(data, "train"));
    List<Pair> trial = Pairs.sick(data, "trial");
    List<double[]> rows = features(train, encoder);
    List<LinearModel> models = new ArrayList<>();
    for (int wanted = 0; wanted < 3; wanted++) {
      double target = wanted;
      models.add(
          logistic(
              rows, train.stream().mapToDouble(pair -> pair.gold() == target ? 1 : 0).toArray()));
    }
    List<double[]> test = features(trial, encoder);
    double right = 0;
    for (int i = 0; i < test.size(); i++) {
      int best = 0;
      for (int one = 1; one < 3; one++) {
        best =
            models.get(one).score(test.get(i)) > models.get(best).score(test.get(i)) ? one : best;
      }
      right += best == (int) trial.get(i).gold() ? 1 : 0;
    }
    return right / test.size();
  }

  private static double[] gold(List<Pair> pairs, double scale) {
    return pairs.stream().mapToDouble(pair -> pair.gold() / scale).toArray();
  }

  private static double[] scores(LinearModel model, List<double[]> rows) {
    return rows.stream().mapToDouble(model::score).toArray();
  }

  /** The features of every pair, in order. */
  static List<double[]> features(List<Pair> pairs, Encoder encoder) {
    Tokenizer tokenizer = Pairs.tokenizer();
    LinearModel none =
        new LinearModel(
            StatementSimilarity.FEATURES,
            StatementSimilarity.FEATURES.stream().map(feature -> 0.0).toList(),
            0);
    StatementSimilarity similarity =
        new StatementSimilarity(none, WordRarity.standard(), Language.find("en").orElseThrow());
    try (ExecutorService threads = Executors.newFixedThreadPool(2)) {
      List<Future<double[]>> running = new ArrayList<>();
      for (Pair pair : pairs) {
        running.add(
            threads.submit(
                () ->
                    similarity.features(
                        Pairs.side(pair.a(), tokenizer, encoder),
                        Pairs.side(pair.b(), tokenizer, encoder))));
      }
      List<double[]> rows = new ArrayList<>();
      for (Future<double[]> one : running) {
        rows.add(one.get());
      }
      return rows;
    } catch (InterruptedException | ExecutionException failure) {
      throw new IllegalStateException("comparing sentences", failure);
    }
  }

  /** Least squares with a small penalty, by Gaussian elimination of the normal equations. */
  static LinearModel ridge(List<double[]> rows, double[] gold) {
    return weighted(rows, gold, ones(gold.length));
  }

  private static double[] ones(int count) {
    double[] ones = new double[count];
    Arrays.fill(ones, 1);
    return ones;
  }

  /** Logistic regression by Newton's method (iteratively reweighted least squares). */
  static LinearModel logistic(List<double[]> rows, double[] gold) {
    LinearModel model = ridge(rows, new double[gold.length]);
    for (int round = 0; round < 12; round++) {
      double[] weights = new double[gold.length];
      double[] targets = new double[gold.length];
      for (int i = 0; i < gold.length; i++) {
        double score = Math.clamp(model.score(rows.get(i)), -8.0, 8.0);
        double probability = 1 / (1 + Math.exp(-score));
        weights[i] = Math.max(1e-3, probability * (1 - probability));
        targets[i] = score + (gold[i] - probability) / weights[i];
      }
      model = weighted(rows, targets, weights);
    }
    return model;
  }

  private static LinearModel weighted(List<double[]> rows, double[] targets, double[] weights) {
    int size = StatementSimilarity.FEATURES.size() + 1;
    double[][] system = new double[size][size + 1];
    for (int i = 0; i < targets.length; i++) {
      double[] row = Arrays.copyOf(rows.get(i), size);
      row[size - 1] = 1;
      double weight = weights[i];
      for (int a = 0; a < size; a++) {
        for (int b = 0; b < size; b++) {
          system[a][b] += weight * row[a] * row[b];
        }
        system[a][size] += weight * row[a] * targets[i];
      }
    }
    for (int a = 0; a < size - 1; a++) {
      system[a][a] += PENALTY;
    }
    double[] solution = solve(system);
    List<Double> values = new ArrayList<>();
    for (int a = 0; a < size - 1; a++) {
      values.add(Math.round(solution[a] * 1e5) / 1e5);
    }
    return new LinearModel(
        StatementSimilarity.FEATURES, values, Math.round(solution[size - 1] * 1e5) / 1e5);
  }

  private static double[] solve(double[][] system) {
    int size = system.length;
    for (int column = 0; column < size; column++) {
      int pivot = column;
      for (int row = column + 1; row < size; row++) {
        pivot = Math.abs(system[row][column]) > Math.abs(system[pivot][column]) ? row : pivot;
      }
      double[] swap = system[column];
      system[column] = system[pivot];
      system[pivot] = swap;
      for (int row = 0; row < size; row++) {
        double factor = row == column ? 0 : system[row][column] / system[column][column];
        for (int i = column; i <= size && factor != 0; i++) {
          system[row][i] -= factor * system[column][i];
        }
      }
    }
    double[] solution = new double[size];
    for (int row = 0; row < size; row++) {
      solution[row] = system[row][size] / system[row][row];
    }
    return solution;
  }
}
