package org.twosource.bench.train;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.twosource.annotate.speech.AttributionFeatures;
import org.twosource.bench.BenchData;
import org.twosource.bench.data.Polnear;
import org.twosource.bench.data.Polnear.Article;
import org.twosource.bench.score.SpanScore;
import org.twosource.bench.train.TaggerTrainer.StoredExample;
import org.twosource.encode.Encoder;
import org.twosource.encode.Tagger;
import org.twosource.encode.Tagger.Run;
import org.twosource.encode.Weights;
import org.twosource.text.Text;

/** Sources, cues and contents of who says what: PolNeAR. */
final class AttributionHead implements Head {
  /** Sentences are read in rows of at least this many tokens, so that neighbours are seen. */
  private static final int MIN_TOKENS = 120;

  @Override
  public String name() {
    return "attribution";
  }

  @Override
  public void train(BenchData data, WeightsFolder folder, long seed) throws IOException {
    List<StoredExample> train = examples("polnear-train", Polnear.read(data, "train"));
    List<StoredExample> dev = examples("polnear-dev", Polnear.read(data, "dev"));
    System.out.printf("%d sequences, %d for testing%n", train.size(), dev.size());
    TaggerTrainer tagger =
        new TaggerTrainer(Polnear.LABELS, List.of(2, 4, 6), 128, new int[] {1, 2, 4, 8}, 0, .2, .3);
    Weights weights = tagger.train(train, new Trainer(6, 4, 1.5e-3, 1e-3, .6, seed));
    Scores scores = score(weights, dev);
    folder.write(name(), weights, card(seed, scores));
  }

  private static List<StoredExample> examples(String name, List<Article> articles)
      throws IOException {
    EncodedCorpus corpus = EncodedCorpus.of(name, Polnear.sentences(articles));
    List<StoredExample> examples = new ArrayList<>();
    int first = 0;
    for (Article article : articles) {
      Text text = article.text();
      AttributionFeatures features = new AttributionFeatures(text);
      List<Integer> open = new ArrayList<>();
      int tokens = 0;
      for (int i = 0; i < text.sentences().size(); i++) {
        int size = text.sentences().get(i).tokens().size();
        if (size == 0 || size > Encoder.MAX_TOKENS) {
          continue;
        }
        open.add(i);
        tokens += size;
        if (tokens >= MIN_TOKENS || i == text.sentences().size() - 1) {
          examples.add(example(corpus, first, article, features, open));
          open = new ArrayList<>();
          tokens = 0;
        }
      }
      if (!open.isEmpty()) {
        examples.add(example(corpus, first, article, features, open));
      }
      first += text.sentences().size();
    }
    return examples;
  }

  private static StoredExample example(
      EncodedCorpus corpus,
      int first,
      Article article,
      AttributionFeatures features,
      List<Integer> sentences) {
    List<int[]> rows = new ArrayList<>();
    List<Integer> labels = new ArrayList<>();
    for (int sentence : sentences) {
      rows.addAll(Arrays.asList(features.of(sentence)));
      Arrays.stream(article.labels(sentence)).forEach(labels::add);
    }
    return new StoredExample(
        corpus,
        sentences.stream().map(sentence -> first + sentence).toList(),
        rows.toArray(int[][]::new),
        labels.stream().mapToInt(Integer::intValue).toArray());
  }

  /** F1 over the tokens of each kind, and over exact runs. */
  private record Scores(double content, double cue, double source, double spans) {}

  private static Scores score(Weights weights, List<StoredExample> examples) {
    Tagger tagger = new Tagger(weights);
    SpanScore spans = new SpanScore();
    int[][] counts = new int[3][3];
    for (StoredExample example : examples) {
      int[] found = tagger.labels(example.input());
      List<Run> gold = tagger.runs(example.gold());
      spans.add(gold, tagger.runs(found));
      for (int i = 0; i < found.length; i++) {
        int expected = (example.gold()[i] + 1) / 2;
        int got = (found[i] + 1) / 2;
        for (int kind = 1; kind <= 3; kind++) {
          counts[kind - 1][0] += expected == kind && got == kind ? 1 : 0;
          counts[kind - 1][1] += got == kind ? 1 : 0;
          counts[kind - 1][2] += expected == kind ? 1 : 0;
        }
      }
    }
    System.out.println(spans);
    Scores scores = new Scores(f1(counts[2]), f1(counts[1]), f1(counts[0]), spans.f1());
    System.out.println(scores);
    return scores;
  }

  private static double f1(int[] count) {
    return 2.0 * count[0] / Math.max(1, count[1] + count[2]);
  }

  private static String card(long seed, Scores scores) {
    return """
        # attribution: source, cue and content of who says what

        A tagger (dilated convolutions and CRF) over layers 2, 4 and 6 of all-MiniLM-L6-v2 (int8), casing \
        and the state of quotation marks.

        - Learned from: PolNeAR v1 train, 840 US political news articles of 2015-16 (research use), the \
        alphabetically first annotator of each.
        - Made by: `./build train attribution %d`. Date: %s.
        - Token F1 on PolNeAR dev, our tokens: content %.4f, cue %.4f, source %.4f; exact runs %.4f.
        - Known faults: cues are the noisiest class (agreement of people: alpha .754 over all); plans \
        ("plans to meet") count as attributions in this corpus; US campaign news only.
        """
        .formatted(
            seed,
            WeightsFolder.today(),
            scores.content(),
            scores.cue(),
            scores.source(),
            scores.spans());
  }
}
