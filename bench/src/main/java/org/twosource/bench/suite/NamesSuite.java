package org.twosource.bench.suite;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.twosource.annotate.Encoder;
import org.twosource.annotate.Encoding;
import org.twosource.annotate.OnnxEncoder;
import org.twosource.annotate.Tagger;
import org.twosource.annotate.TokenFeatures;
import org.twosource.bench.BenchData;
import org.twosource.bench.Figure;
import org.twosource.bench.Suite;
import org.twosource.bench.train.NameCorpora;
import org.twosource.bench.train.NameCorpora.Labelled;
import org.twosource.bench.train.SpanScore;

/** Names by the learned head alone, on the corpora's own tokens, exact in type and boundaries. */
public final class NamesSuite implements Suite {

  @Override
  public String name() {
    return "names";
  }

  @Override
  public List<Figure> run(BenchData data) throws IOException {
    Tagger tagger = Tagger.find("ner").orElseThrow();
    try (Encoder encoder = OnnxEncoder.open().orElseThrow()) {
      return List.of(
          Figure.atLeast(
              "entity F1, CoNLL-2003 dev",
              f1(NameCorpora.read(data, "entities/conll2003/dev.txt"), tagger, encoder),
              .93,
              ".926 study"),
          Figure.atLeast(
              "entity F1, CrossNER politics dev",
              f1(NameCorpora.read(data, "entities/crossner-politics/dev.txt"), tagger, encoder),
              .80,
              ".792 study"));
    }
  }

  private static double f1(List<Labelled> sentences, Tagger tagger, Encoder encoder) {
    SpanScore score = new SpanScore();
    for (Labelled sentence : sentences) {
      Optional<Encoding> encoding = encoder.encode(sentence.words());
      if (encoding.isPresent()) {
        int[][] features = TokenFeatures.of(sentence.words());
        int[] found = tagger.labels(new Tagger.Input(List.of(encoding.get()), features));
        score.add(tagger.runs(sentence.labels()), tagger.runs(found));
      }
    }
    return score.f1();
  }
}
