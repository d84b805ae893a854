package org.twosource.bench.suite.story;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import org.twosource.bench.BenchData;
import org.twosource.bench.Figure;
import org.twosource.bench.Suite;
import org.twosource.bench.data.StatementPairs;
import org.twosource.bench.data.StatementPairs.Labelled;
import org.twosource.bench.data.StatementPairs.Part;
import org.twosource.bench.data.StatementPairs.Scored;
import org.twosource.compare.LearnedComparer;
import org.twosource.compare.StatementComparison;

/**
 * Do two sentences of two reports state the same? Average precision, and recall at precision .93,
 * on the fifth of the stories that neither training nor choosing has seen. "Hard" are pairs that
 * release 0.1.0 had joined, half of them wrongly.
 */
public final class PairsSuite implements Suite {
  private record Judged(Labelled pair, StatementComparison comparison) {}

  @Override
  public String name() {
    return "pairs";
  }

  @Override
  public List<Figure> run(BenchData data) throws IOException {
    List<Judged> judged = new ArrayList<>();
    try (LearnedComparer comparer = LearnedComparer.standard()) {
      for (Labelled pair : StatementPairs.read(data)) {
        if (pair.part() == Part.LAST) {
          comparer.compare(pair.a(), pair.b()).ifPresent(one -> judged.add(new Judged(pair, one)));
        }
      }
    }
    List<Figure> figures = new ArrayList<>();
    Ranking entailing = new Ranking(judged, Labelled::entails, StatementComparison::entailment);
    Predicate<Labelled> unseen = pair -> true;
    figures.add(
        Figure.atLeast("entailing, average precision", entailing.ap(unseen), .88, ".781 0.1.0"));
    figures.add(
        Figure.atLeast("entailing, recall at .93", entailing.recall(unseen), .60, ".31 0.1.0"));
    apart(figures, "entailing", entailing);
    Ranking sharing = new Ranking(judged, Labelled::shares, StatementComparison::shared);
    figures.add(Figure.shown("sharing a statement, average precision", sharing.ap(unseen)));
    figures.add(Figure.shown("sharing a statement, recall at .93", sharing.recall(unseen)));
    apart(figures, "sharing a statement", sharing);
    figures.add(
        Figure.shown("pairs, of stories of which none was trained or chosen on", judged.size()));
    return figures;
  }

  private static void apart(List<Figure> figures, String name, Ranking ranking) {
    Predicate<Labelled> hard = Labelled::isHard;
    figures.add(Figure.shown(name + ", hard, average precision", ranking.ap(hard)));
    figures.add(Figure.shown(name + ", hard, recall at .93", ranking.recall(hard)));
    figures.add(Figure.shown(name + ", sampled, average precision", ranking.ap(hard.negate())));
    figures.add(Figure.shown(name + ", sampled, recall at .93", ranking.recall(hard.negate())));
    figures.add(Figure.shown(name + ", sure, average precision", ranking.ap(Labelled::isSure)));
    figures.add(Figure.shown(name + ", sure, recall at .93", ranking.recall(Labelled::isSure)));
  }

  /** Pairs in the order of a score, against what they are. */
  private record Ranking(
      List<Judged> pairs, Predicate<Labelled> wanted, ToDoubleFunction<StatementComparison> score) {

    double ap(Predicate<Labelled> among) {
      return StatementPairs.averagePrecision(scored(among));
    }

    double recall(Predicate<Labelled> among) {
      return StatementPairs.recall(scored(among));
    }

    private List<Scored> scored(Predicate<Labelled> among) {
      return pairs.stream()
          .filter(one -> among.test(one.pair()))
          .map(one -> new Scored(wanted.test(one.pair()), score.applyAsDouble(one.comparison())))
          .toList();
    }
  }
}
