package org.twosource.bench.suite;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.twosource.annotate.Annotated;
import org.twosource.bench.BenchData;
import org.twosource.bench.Figure;
import org.twosource.bench.Suite;
import org.twosource.bench.suite.LineageData.Aligned;
import org.twosource.reuse.Alignment;
import org.twosource.reuse.Passage;
import org.twosource.reuse.PassageAligner;

/** Sentence alignment of derived pairs against passages aligned by hand, by words alone. */
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
    for (Aligned gold : LineageData.aligned(data)) {
      List<Annotated> story =
          reports.stories().getOrDefault(gold.story(), List.of()).stream()
              .map(Annotated::bare)
              .toList();
      Map<String, Annotated> byId = new HashMap<>();
      story.forEach(report -> byId.put(report.id(), report));
      List<Alignment> found =
          byStory.computeIfAbsent(
              gold.story(),
              id -> new PassageAligner(reports.furniture().outside(Set.of(id))).align(story));
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
