package org.twosource.bench.suite.copying;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.twosource.annotate.Annotated;
import org.twosource.annotate.StandardAnnotator;
import org.twosource.bench.BenchData;
import org.twosource.bench.Figure;
import org.twosource.bench.Suite;
import org.twosource.bench.data.LineageData;
import org.twosource.bench.data.LineageData.Aligned;
import org.twosource.bench.learn.AlignmentExamples;
import org.twosource.bench.score.AlignmentScore;
import org.twosource.lexicon.WordRarity;
import org.twosource.report.InputReader;
import org.twosource.report.Limits;
import org.twosource.reuse.Alignment;
import org.twosource.reuse.Furniture;
import org.twosource.reuse.Passage;
import org.twosource.reuse.PassageAligner;
import org.twosource.reuse.SentenceComparison;
import org.twosource.text.StandardTextBuilder;
import org.twosource.text.Text;

/**
 * Sentence alignment of derived pairs against passages aligned by hand, with weights learned
 * without the story at hand.
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
    Map<String, List<Annotated>> stories = new HashMap<>();
    List<Annotated> seeds;
    try (StandardAnnotator annotator = StandardAnnotator.standard()) {
      for (Aligned gold : all) {
        stories.computeIfAbsent(
            gold.story(),
            id -> annotator.annotate(reports.stories().getOrDefault(id, List.of())).reports());
      }
      seeds = annotator.annotate(seeds(data)).reports();
    }
    Map<Aligned, List<SentenceComparison>> examples = new LinkedHashMap<>();
    for (Aligned gold : all) {
      examples.put(
          gold, AlignmentExamples.compared(stories.getOrDefault(gold.story(), List.of()), gold));
    }
    for (Aligned gold : all) {
      List<Annotated> story = stories.getOrDefault(gold.story(), List.of());
      Map<String, Annotated> byId = new HashMap<>();
      story.forEach(report -> byId.put(report.id(), report));
      List<Alignment> found =
          byStory.computeIfAbsent(
              gold.story(),
              id -> without(id, reports.furniture().outside(Set.of(id)), examples).align(story));
      Annotated a = byId.get(gold.a());
      Annotated b = byId.get(gold.b());
      if (a == null || b == null) {
        throw new IOException("aligned pair of unknown reports " + gold.a() + ", " + gold.b());
      }
      List<Passage> passages = LineageData.between(found, gold.a(), gold.b()).passages();
      score.add(gold, links(a, b, passages), show, a.body(), b.body());
    }
    List<Figure> figures = new ArrayList<>(labelled(score));
    if (!seeds.isEmpty()) {
      figures.addAll(ofSeeds(seeds, show));
    }
    return figures;
  }

  private static List<Figure> labelled(AlignmentScore score) {
    return List.of(
        Figure.atLeast("aligned sentences, F1 of passages", score.f1(), .935, ".917 study"),
        Figure.shown("aligned sentences, F1 of single links", score.linkF1()),
        Figure.shown("aligned sentences, precision of passages", score.precision()),
        Figure.shown("aligned sentences, recall of passages", score.recall()),
        Figure.atLeast("reworded passages found, of 58", score.rewordedFound(), 45, "42 study"),
        Figure.atMost(
            "look-alikes taken for copies, of 210", score.lookAlikesFound(), 6, "6 study"));
  }

  /** The five reports that lie beside the data; none where they do not. */
  private static List<Text> seeds(BenchData data) {
    Path folder = data.folder().resolveSibling("seeds");
    if (!Files.isDirectory(folder)) {
      System.err.println("No seeds beside the data; their alignment is not measured.");
      return List.of();
    }
    StandardTextBuilder builder = new StandardTextBuilder();
    return new InputReader(Limits.standard())
        .read(folder).reports().stream().map(builder::build).toList();
  }

  /**
   * The seeds with the weights in the jar, against sentences put together by reading: the pairs of
   * copies, and apart from them the report that is independent, which has no passages.
   */
  private static List<Figure> ofSeeds(List<Annotated> seeds, boolean show) throws IOException {
    Map<String, Annotated> reports = new LinkedHashMap<>();
    seeds.forEach(report -> reports.put(report.id(), report));
    List<Alignment> found = new PassageAligner().align(seeds);
    AlignmentScore copies = new AlignmentScore();
    AlignmentScore independent = new AlignmentScore();
    for (Aligned gold : LineageData.alignedSeeds()) {
      Annotated a = reports.get(gold.a());
      Annotated b = reports.get(gold.b());
      if (a == null || b == null) {
        throw new IOException("aligned pair of unknown reports " + gold.a() + ", " + gold.b());
      }
      List<Passage> passages = LineageData.between(found, gold.a(), gold.b()).passages();
      (gold.groups().isEmpty() ? independent : copies)
          .add(gold, links(a, b, passages), show, a.body(), b.body());
    }
    return List.of(
        Figure.atLeast("seeds: aligned sentences, F1 of passages", copies.f1(), .96, ""),
        Figure.shown("seeds: aligned sentences, F1 of single links", copies.linkF1()),
        Figure.shown("seeds: aligned sentences, precision of passages", copies.precision()),
        Figure.shown("seeds: aligned sentences, recall of passages", copies.recall()),
        Figure.shown("seeds: reworded passages found, of 30", copies.rewordedFound()),
        Figure.shown("seeds: passages with the independent report", independent.found()));
  }

  /** An aligner that learned from the aligned reports of all other stories. */
  private static PassageAligner without(
      String story, Furniture furniture, Map<Aligned, List<SentenceComparison>> examples) {
    List<SentenceComparison> pairs = new ArrayList<>();
    List<Boolean> labels = new ArrayList<>();
    examples.forEach(
        (gold, compared) -> {
          if (!gold.story().equals(story)) {
            for (SentenceComparison pair : compared) {
              Boolean label = AlignmentExamples.label(gold, pair);
              if (label != null && pair.vectors().length > 0) {
                pairs.add(pair);
                labels.add(label);
              }
            }
          }
        });
    return new PassageAligner(
        furniture,
        WordRarity.standard(),
        AlignmentExamples.byWords(pairs, labels),
        AlignmentExamples.byVectors(pairs, labels));
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
