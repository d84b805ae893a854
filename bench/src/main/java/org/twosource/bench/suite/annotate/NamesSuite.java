package org.twosource.bench.suite.annotate;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.twosource.Options;
import org.twosource.Pipeline;
import org.twosource.Progress;
import org.twosource.annotate.Annotated;
import org.twosource.annotate.EntityType;
import org.twosource.annotate.Mention;
import org.twosource.bench.BenchData;
import org.twosource.bench.Figure;
import org.twosource.bench.Suite;
import org.twosource.bench.data.NameCorpora;
import org.twosource.bench.data.NameCorpora.Labelled;
import org.twosource.bench.score.SpanScore;
import org.twosource.brief.Stage;
import org.twosource.encode.Encoder;
import org.twosource.encode.Encoding;
import org.twosource.encode.OnnxEncoder;
import org.twosource.encode.Tagger;
import org.twosource.encode.Tagger.Run;
import org.twosource.encode.TokenFeatures;
import org.twosource.report.Reading;
import org.twosource.report.Report;
import org.twosource.report.Span;

/**
 * Names exact in type and boundaries: as {@code read --until annotate} gives them out ({@code
 * entities} of a report), and by the learned head alone on the corpora's own tokens. The corpora
 * have no texts, so words are joined by spaces and sentences by line ends: 20 sentences of CoNLL a
 * report, which follow each other there, and one of CrossNER, which do not.
 */
public final class NamesSuite implements Suite {
  private static final String NEWS = "entities/conll2003/dev.txt";
  private static final String POLITICS = "entities/crossner-politics/dev.txt";
  private static final int NEWS_SENTENCES = 20;

  private record Name(Span span, EntityType type) {}

  private record Labels(Report report, Set<Name> names) {}

  @Override
  public String name() {
    return "names";
  }

  @Override
  public List<Figure> run(BenchData data) throws IOException {
    List<Labelled> news = NameCorpora.read(data, NEWS);
    List<Labelled> politics = NameCorpora.read(data, POLITICS);
    Tagger tagger = Tagger.find("ner").orElseThrow();
    try (Encoder encoder = OnnxEncoder.open().orElseThrow()) {
      return List.of(
          Figure.atLeast(
              "entity F1, CoNLL-2003 dev",
              product(news, NEWS_SENTENCES, tagger),
              .93,
              ".926 study"),
          Figure.atLeast(
              "entity F1, CrossNER politics dev", product(politics, 1, tagger), .80, ".792 study"),
          Figure.shown("entity F1 of the head alone, CoNLL-2003 dev", head(news, tagger, encoder)),
          Figure.shown(
              "entity F1 of the head alone, CrossNER politics dev",
              head(politics, tagger, encoder)));
    }
  }

  private static double product(List<Labelled> sentences, int together, Tagger tagger) {
    List<Labels> labels = new ArrayList<>();
    for (int from = 0; from < sentences.size(); from += together) {
      List<Labelled> some = sentences.subList(from, Math.min(sentences.size(), from + together));
      labels.add(labels("names-" + from, some, tagger));
    }
    Options options = Options.standard().withUntil(Stage.ANNOTATE);
    List<Report> reports = labels.stream().map(Labels::report).toList();
    List<Annotated> read =
        Pipeline.standard(options, Progress.NONE).read(new Reading(reports, List.of())).reports();
    int right = 0;
    int all = 0;
    for (int i = 0; i < labels.size(); i++) {
      Set<Name> found = new HashSet<>();
      read.get(i).mentions().stream()
          .filter(Mention::isName)
          .forEach(mention -> found.add(new Name(mention.span(), mention.type())));
      all += found.size() + labels.get(i).names().size();
      found.retainAll(labels.get(i).names());
      right += found.size();
    }
    return 2.0 * right / Math.max(1, all);
  }

  private static Labels labels(String id, List<Labelled> sentences, Tagger tagger) {
    StringBuilder body = new StringBuilder();
    Set<Name> names = new HashSet<>();
    for (Labelled sentence : sentences) {
      List<Span> words = new ArrayList<>();
      for (String word : sentence.words()) {
        words.add(new Span(body.length(), body.length() + word.length()));
        body.append(word).append(' ');
      }
      body.setCharAt(body.length() - 1, '\n');
      for (Run run : tagger.runs(sentence.labels())) {
        Span span = new Span(words.get(run.from()).start(), words.get(run.to() - 1).end());
        names.add(new Name(span, EntityType.valueOf(run.kind().toUpperCase(Locale.ROOT))));
      }
    }
    return new Labels(
        BenchTexts.report(id, body.toString().stripTrailing(), Optional.empty()), names);
  }

  private static double head(List<Labelled> sentences, Tagger tagger, Encoder encoder) {
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
