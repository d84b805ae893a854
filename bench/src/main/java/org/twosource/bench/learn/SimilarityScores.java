package org.twosource.bench.learn;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.twosource.annotate.grammar.Parser;
import org.twosource.bench.BenchData;
import org.twosource.bench.data.Pairs;
import org.twosource.bench.data.Pairs.Pair;
import org.twosource.bench.score.Correlation;
import org.twosource.encode.Encoder;
import org.twosource.encode.OnnxEncoder;
import org.twosource.encode.Weights;
import org.twosource.lexicon.WordRarity;
import org.twosource.reuse.LinearModel;
import org.twosource.reuse.StatementSimilarity;
import org.twosource.text.Language;
import org.twosource.text.Tokenizer;

/**
 * Logistic regressions on the features of {@link StatementSimilarity}, one a corpus, and how they
 * do on held-out pairs.
 *
 * @param sts Spearman on STSb dev
 * @param cosine the same of the plain cosine
 * @param mrpc accuracy on the held-out sixth
 * @param mrpcInTurn accuracy with each sixth held out in turn
 * @param sick accuracy on SICK trial
 */
public record SimilarityScores(
    double sts,
    double cosine,
    double mrpc,
    double mrpcInTurn,
    double sick,
    LinearModel stsModel,
    LinearModel mrpcModel) {

  /**
   * Pull of the weights towards 0, on standardised features; chosen by cross-validation on training
   * pairs (1, 3, 10, 30 tried).
   */
  private static final double RIDGE = 1;

  private static final int COSINE = StatementSimilarity.FEATURES.indexOf("cosine");

  /** Learns and measures all three; some minutes. */
  public static SimilarityScores measure(BenchData data) throws IOException {
    try (Encoder encoder = OnnxEncoder.open().orElseThrow()) {
      List<Pair> stsTrain = Pairs.sts(data, "train");
      List<Pair> stsDev = Pairs.sts(data, "dev");
      LinearModel sts = learned(features(stsTrain, encoder), gold(stsTrain, 5));
      List<double[]> dev = features(stsDev, encoder);
      double spearman = Correlation.spearman(scores(sts, dev), gold(stsDev, 5));
      double cosine =
          Correlation.spearman(
              dev.stream().mapToDouble(row -> row[COSINE]).toArray(), gold(stsDev, 5));

      List<List<Pair>> sixths = Pairs.mrpc(data);
      List<List<double[]>> rows = new ArrayList<>();
      for (List<Pair> sixth : sixths) {
        rows.add(features(sixth, encoder));
      }
      LinearModel mrpc = withoutSixth(0, sixths, rows);
      double held = accuracy(mrpc, rows.getFirst(), sixths.getFirst());
      double inTurn = 0;
      int pairs = 0;
      for (int sixth = 0; sixth < sixths.size(); sixth++) {
        int size = sixths.get(sixth).size();
        LinearModel model = withoutSixth(sixth, sixths, rows);
        inTurn += size * accuracy(model, rows.get(sixth), sixths.get(sixth));
        pairs += size;
      }
      return new SimilarityScores(
          spearman, cosine, held, inTurn / pairs, sick(data, encoder), sts, mrpc);
    }
  }

  private static LinearModel withoutSixth(
      int held, List<List<Pair>> sixths, List<List<double[]>> rows) {
    List<Pair> pairs = new ArrayList<>();
    List<double[]> values = new ArrayList<>();
    for (int sixth = 0; sixth < sixths.size(); sixth++) {
      if (sixth != held) {
        pairs.addAll(sixths.get(sixth));
        values.addAll(rows.get(sixth));
      }
    }
    return learned(values, gold(pairs, 1));
  }

  private static double accuracy(LinearModel model, List<double[]> rows, List<Pair> pairs) {
    double right = 0;
    for (int i = 0; i < pairs.size(); i++) {
      right += model.score(rows.get(i)) > 0 == pairs.get(i).gold() > .5 ? 1 : 0;
    }
    return right / pairs.size();
  }

  private static double sick(BenchData data, Encoder encoder) throws IOException {
    List<Pair> train = Pairs.sick(data, "train");
    List<Pair> trial = Pairs.sick(data, "trial");
    List<double[]> rows = features(train, encoder);
    List<LinearModel> models = new ArrayList<>();
    for (int wanted = 0; wanted < 3; wanted++) {
      double target = wanted;
      models.add(
          learned(
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

  private static LinearModel learned(List<double[]> rows, double[] shares) {
    double[] importance = new double[shares.length];
    Arrays.fill(importance, 1);
    return StandardisedRegression.train(
        StatementSimilarity.FEATURES, rows, shares, importance, RIDGE);
  }

  /** The features of every pair, in order. */
  public static List<double[]> features(List<Pair> pairs, Encoder encoder) {
    Tokenizer tokenizer = Pairs.tokenizer();
    Parser parser = new Parser(Weights.find("syntax").orElseThrow());
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
                        Pairs.side(pair.a(), tokenizer, encoder, parser),
                        Pairs.side(pair.b(), tokenizer, encoder, parser))));
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
}
