package org.twosource.bench.suite;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.twosource.annotate.Annotated;
import org.twosource.bench.BenchData;
import org.twosource.bench.Figure;
import org.twosource.bench.Suite;
import org.twosource.bench.suite.LineageData.Aligned;
import org.twosource.bench.train.LineageHead;
import org.twosource.bench.train.Regression;
import org.twosource.reuse.Alignment;
import org.twosource.reuse.LinearModel;
import org.twosource.reuse.Passage;
import org.twosource.reuse.PassageAligner;
import org.twosource.reuse.SentenceComparison;
import org.twosource.reuse.WordRarity;

/**
 * Sentence alignment of derived pairs against passages aligned by hand, by words alone, with
 * weights learned without the story at hand.
 */
public final class AlignmentSuite implements Suite {

  @Override
  public String name() {
    return "alignment";
  }

  @Override
  public List<Figure> run(BenchData data) throws IOException {
    LineageData reports = LineageData.read(data);
    Map<String, List<Alignment>> byStory = new HashMap<>();
    AlignmentScore score = new AlignmentScore();
    boolean show = System.getenv("TWOSOURCE_SHOW") != null;
    List<Aligned> all = LineageData.aligned(data);
    for (Aligned gold : all) {
      List<Annotated> story =
          reports.stories().getOrDefault(gold.story(), List.of()).stream()
              .map(Annotated::bare)
              .toList();
      Map<String, Annotated> byId = new HashMap<>();
      story.forEach(report -> byId.put(report.id(), report));
      List<Alignment> found =
          byStory.computeIfAbsent(
              gold.story(),
              id ->
                  PassageAligner.byWords(
                          reports.furniture().outside(Set.of(id)), without(id, reports, all))
                      .align(story));
      Annotated a = byId.get(gold.a());
      Annotated b = byId.get(gold.b());
      if (a == null || b == null) {
        throw new IOException("aligned pair of unknown reports " + gold.a() + ", " + gold.b());
      }
      List<Passage> passages = LineageData.between(found, gold.a(), gold.b()).passages();
      score.add(gold, links(a, b, passages), show, a.body(), b.body());
    }
    return List.of(
        Figure.atLeast("aligned sentences, F1 of passages", score.f1(), .935, ".917 study"),
        Figure.shown("aligned sentences, F1 of single links", score.linkF1()),
        Figure.shown("aligned sentences, precision of passages", score.precision()),
        Figure.shown("aligned sentences, recall of passages", score.recall()),
        Figure.atLeast("reworded passages found, of 58", score.rewordedFound(), 45, "42 study"),
        Figure.atMost(
            "look-alikes taken for copies, of 210", score.lookAlikesFound(), 6, "6 study"));
  }

  /** The sentence pairs of two aligned reports, as examples. */
  public static List<SentenceComparison> compared(
      LineageData reports, Map<String, Annotated> annotated, Aligned gold) {
    List<Annotated> story =
        reports.stories().getOrDefault(gold.story(), List.of()).stream()
            .map(text -> annotated.getOrDefault(text.id(), Annotated.bare(text)))
            .toList();
    Annotated a = report(story, gold.a());
    Annotated b = report(story, gold.b());
    return SentenceComparison.of(
        story,
        a,
        b,
        WordRarity.standard(),
        (left, right) ->
            gold.groups().stream()
                .anyMatch(
                    group -> AlignmentScore.meets(group, new AlignmentScore.Link(left, right))));
  }

  private static Annotated report(List<Annotated> story, String id) {
    return story.stream().filter(one -> one.id().equals(id)).findFirst().orElseThrow();
  }

  /** Whether a pair belongs together; null for ambiguous ones. */
  public static @Nullable Boolean label(Aligned gold, SentenceComparison pair) {
    AlignmentScore.Link link = new AlignmentScore.Link(pair.a(), pair.b());
    if (gold.groups().stream().anyMatch(group -> AlignmentScore.meets(group, link))) {
      return true;
    }
    return gold.ambiguous().stream().anyMatch(group -> AlignmentScore.meets(group, link))
        ? null
        : false;
  }

  /** What is learned from the aligned reports of all other stories. */
  private static LinearModel without(String story, LineageData reports, List<Aligned> all) {
    List<double[]> values = new ArrayList<>();
    List<Boolean> labels = new ArrayList<>();
    for (Aligned gold : all) {
      if (!gold.story().equals(story)) {
        for (SentenceComparison pair : compared(reports, Map.of(), gold)) {
          Boolean label = label(gold, pair);
          if (label != null) {
            values.add(pair.words());
            labels.add(label);
          }
        }
      }
    }
    boolean[] truth = new boolean[labels.size()];
    for (int at = 0; at < truth.length; at++) {
      truth[at] = labels.get(at);
    }
    return Regression.train(
        SentenceComparison.WORD_FEATURES,
        values.toArray(double[][]::new),
        truth,
        LineageHead.RIDGE);
  }

  private static List<List<AlignmentScore.Link>> links(
      Annotated a, Annotated b, List<Passage> passages) {
    List<List<AlignmentScore.Link>> all = new ArrayList<>();
    for (Passage passage : passages) {
      List<AlignmentScore.Link> links = new ArrayList<>();
      for (int i : passage.a()) {
        for (int j : passage.b()) {
          links.add(
              new AlignmentScore.Link(a.sentences().get(i).span(), b.sentences().get(j).span()));
        }
      }
      all.add(links);
    }
    return all;
  }
}
