package org.twosource.bench.train;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.twosource.annotate.grammar.Parser;
import org.twosource.bench.BenchData;
import org.twosource.bench.data.Pairs;
import org.twosource.bench.data.StatementPairs;
import org.twosource.bench.data.StatementPairs.Labelled;
import org.twosource.bench.data.StatementPairs.Part;
import org.twosource.bench.data.StatementPairs.Scored;
import org.twosource.bench.learn.StandardisedRegression;
import org.twosource.compare.LearnedComparer;
import org.twosource.compare.StatementComparison;
import org.twosource.encode.Encoder;
import org.twosource.encode.OnnxEncoder;
import org.twosource.encode.Weights;
import org.twosource.reuse.LinearModel;
import org.twosource.reuse.StatementSimilarity;
import org.twosource.reuse.StatementSimilarity.ComparedSentence;
import org.twosource.reuse.StatementTie;
import org.twosource.text.Tokenizer;

/**
 * Learns how words and the learned comparison weigh together. Words are learned from the stories
 * the comparison was trained on; their weight beside it from the stories for choosing, because on
 * the others the comparison knows the answers.
 */
final class StatementTieHead implements Head {
  private static final double RIDGE = 10;
  private static final double ARGUABLE = .6;
  private static final List<String> BOTH = List.of("words", StatementTie.COMPARED);

  @Override
  public String name() {
    return "statement-tie";
  }

  @Override
  public List<String> files() {
    return List.of("statement-tie-entailing.txt", "statement-tie-sharing.txt");
  }

  @Override
  public void train(BenchData data, WeightsFolder folder, long seed) throws IOException {
    List<Labelled> pairs = StatementPairs.read(data);
    List<double[]> features = features(pairs);
    List<StatementComparison> compared = compared(pairs);
    StringBuilder scores = new StringBuilder();
    List<Integer> last = among(pairs, Part.LAST);
    for (String kind : List.of("entailing", "sharing")) {
      boolean isEntailing = kind.equals("entailing");
      Predicate<Labelled> wanted = isEntailing ? Labelled::entails : Labelled::shares;
      ToDoubleFunction<StatementComparison> asked =
          isEntailing ? StatementComparison::entailment : StatementComparison::shared;
      List<double[]> values =
          IntStream.range(0, pairs.size())
              .mapToObj(
                  at ->
                      StatementTie.values(features.get(at), asked.applyAsDouble(compared.get(at))))
              .toList();
      LinearModel model = learned(pairs, features, values, wanted);
      Files.createDirectories(folder.folder());
      Files.writeString(folder.folder().resolve("statement-tie-" + kind + ".txt"), model.toText());
      List<Scored> choosing = scored(among(pairs, Part.CHOOSE), pairs, values, wanted, model);
      List<Scored> held = scored(last, pairs, values, wanted, model);
      List<Scored> hard =
          scored(
              last.stream().filter(at -> pairs.get(at).isHard()).toList(),
              pairs,
              values,
              wanted,
              model);
      double from = StatementPairs.threshold(choosing, .93);
      long taken = held.stream().filter(one -> one.score() >= from).count();
      long right = held.stream().filter(one -> one.score() >= from && one.right()).count();
      scores.append(
          "%s: average precision %.3f, recall at precision .93 %.2f (hard pairs %.3f, %.2f); threshold .93 of the stories for choosing %.3f, there %d of %d right. "
              .formatted(
                  kind,
                  StatementPairs.averagePrecision(held),
                  StatementPairs.recall(held),
                  StatementPairs.averagePrecision(hard),
                  StatementPairs.recall(hard),
                  from,
                  right,
                  taken));
    }
    System.out.println(scores);
    Files.writeString(folder.folder().resolve("statement-tie.card.md"), card(seed, scores));
  }

  private static LinearModel learned(
      List<Labelled> pairs,
      List<double[]> features,
      List<double[]> values,
      Predicate<Labelled> wanted) {
    LinearModel words =
        fitted(StatementSimilarity.FEATURES, features, among(pairs, Part.TRAIN), pairs, wanted);
    List<double[]> both =
        IntStream.range(0, pairs.size())
            .mapToObj(
                at -> {
                  double[] row = values.get(at);
                  return new double[] {words.score(features.get(at)), row[row.length - 1]};
                })
            .toList();
    return StatementTie.joined(words, fitted(BOTH, both, among(pairs, Part.CHOOSE), pairs, wanted));
  }

  private static LinearModel fitted(
      List<String> names,
      List<double[]> rows,
      List<Integer> chosen,
      List<Labelled> pairs,
      Predicate<Labelled> wanted) {
    return StandardisedRegression.train(
        names,
        chosen.stream().map(rows::get).toList(),
        chosen.stream().mapToDouble(at -> wanted.test(pairs.get(at)) ? 1 : 0).toArray(),
        chosen.stream().mapToDouble(at -> pairs.get(at).isSure() ? 1 : ARGUABLE).toArray(),
        RIDGE);
  }

  private static List<Scored> scored(
      List<Integer> chosen,
      List<Labelled> pairs,
      List<double[]> values,
      Predicate<Labelled> wanted,
      LinearModel model) {
    return chosen.stream()
        .map(at -> new Scored(wanted.test(pairs.get(at)), model.probability(values.get(at))))
        .toList();
  }

  private static List<Integer> among(List<Labelled> pairs, Part part) {
    return IntStream.range(0, pairs.size())
        .filter(at -> pairs.get(at).part() == part)
        .boxed()
        .toList();
  }

  private static List<double[]> features(List<Labelled> pairs) {
    StatementSimilarity similarity = StatementSimilarity.standard();
    Tokenizer tokenizer = Pairs.tokenizer();
    Parser parser = new Parser(Weights.find("syntax").orElseThrow());
    Map<String, ComparedSentence> sides = new HashMap<>();
    try (Encoder encoder = OnnxEncoder.open().orElseThrow()) {
      Function<String, ComparedSentence> side =
          text -> sides.computeIfAbsent(text, one -> Pairs.side(one, tokenizer, encoder, parser));
      return pairs.stream()
          .map(pair -> similarity.features(side.apply(pair.a()), side.apply(pair.b())))
          .toList();
    }
  }

  /** Of the pairs of training only that there is something: they are not asked for. */
  private static List<StatementComparison> compared(List<Labelled> pairs) {
    List<StatementComparison> compared = new ArrayList<>();
    try (LearnedComparer comparer = LearnedComparer.standard()) {
      StatementComparison unasked = comparer.compare("Nothing.", "Nobody.").orElseThrow();
      for (Labelled pair : pairs) {
        compared.add(
            pair.part() == Part.TRAIN
                ? unasked
                : comparer.compare(pair.a(), pair.b()).orElse(unasked));
      }
    }
    return compared;
  }

  private static String card(long seed, CharSequence scores) {
    return """
        # statement-tie: how surely two sentences state the same (statement-tie-entailing.txt, statement-tie-sharing.txt)

        Two logistic regressions on the features of `StatementSimilarity` and the log odds of the learned comparison (`compare`): that one entails the other, and
        that a whole statement is common to both.

        - Learned from: labelled pairs of sentences of news reports (news_cluster, BASIL and NeuS texts, research use); the features from 3,940 pairs, their weight
          beside the comparison from 301 pairs of other stories.
        - Made by: `./build train statement-tie %d`; Newton's method with a ridge, nothing random. Date: %s.
        - Score on 427 pairs of stories not seen: %s
        - Known faults: opposites and other numbers in one sentence read as the same; the threshold of one set of stories is not that of another.
        """
        .formatted(seed, WeightsFolder.today(), scores.toString().strip());
  }
}
