package org.twosource.bench.suite.annotate;

import java.io.IOException;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.twosource.annotate.Annotated;
import org.twosource.annotate.Attribution;
import org.twosource.annotate.StandardAnnotator;
import org.twosource.annotate.StoryLinker;
import org.twosource.annotate.speech.AttributionAnnotator;
import org.twosource.bench.BenchData;
import org.twosource.bench.Figure;
import org.twosource.bench.Suite;
import org.twosource.bench.data.Polnear;
import org.twosource.bench.data.Polnear.Article;
import org.twosource.bench.data.Polnear.Gold;
import org.twosource.encode.OnnxEncoder;
import org.twosource.encode.Weights;
import org.twosource.report.Span;
import org.twosource.text.Sentence;
import org.twosource.text.Text;
import org.twosource.text.Token;

/**
 * Who says what, on PolNeAR dev, as the program gives it out. Spans are compared as sets of tokens.
 * A content is matched when one attribution covers at least half of its tokens; its source is right
 * when the F1 of its tokens is at least .5; end to end is matched and right, of all attributions
 * that have a source.
 */
public final class AttributionSuite implements Suite {

  @Override
  public String name() {
    return "attribution";
  }

  @Override
  public List<Figure> run(BenchData data) throws IOException {
    List<Article> articles = Polnear.read(data, "dev");
    Score rules = score(articles, parts(false));
    Score learned = score(articles, parts(true));
    return List.of(
        Figure.atLeast("content token F1, PolNeAR dev", learned.content.f1(), .88, ".877 study"),
        Figure.atLeast("exact span F1, PolNeAR dev", learned.spans.f1(), .62, ".602 study"),
        Figure.atLeast(
            "source right for matched contents, PolNeAR dev",
            (double) learned.right / Math.max(1, learned.matched),
            .85,
            ".833 study"),
        Figure.atLeast(
            "end to end, PolNeAR dev",
            (double) learned.right / Math.max(1, learned.gold),
            .71,
            ".692 study"),
        Figure.shown("source token F1, PolNeAR dev", learned.source.f1()),
        Figure.shown("cue token F1, PolNeAR dev", learned.cue.f1()),
        Figure.shown("content token F1, by rules alone", rules.content.f1()),
        Figure.shown(
            "source right for matched contents, by rules alone",
            (double) rules.right / Math.max(1, rules.matched)),
        Figure.shown(
            "direct quotations found and given the right source",
            (double) learned.directRight / Math.max(1, learned.direct)));
  }

  private static StandardAnnotator parts(boolean learned) {
    Optional<Weights> weights = learned ? Weights.find("attribution") : Optional.empty();
    return new StandardAnnotator(
        learned ? OnnxEncoder.open() : Optional.empty(),
        List.of(new AttributionAnnotator(weights)),
        StoryLinker.NONE);
  }

  private static Score score(List<Article> articles, StandardAnnotator annotator) {
    Score score = new Score();
    try (annotator) {
      List<Annotated> found =
          annotator.annotate(articles.stream().map(Article::text).toList()).reports();
      for (int i = 0; i < articles.size(); i++) {
        score.add(articles.get(i), found.get(i).attributions());
      }
    }
    return score;
  }

  private static final class Count {
    int right;
    int found;
    int gold;

    void add(BitSet expected, BitSet got) {
      BitSet both = (BitSet) expected.clone();
      both.and(got);
      right += both.cardinality();
      found += got.cardinality();
      gold += expected.cardinality();
    }

    double f1() {
      return 2.0 * right / Math.max(1, found + gold);
    }
  }

  private static final class Score {
    final Count content = new Count();
    final Count cue = new Count();
    final Count source = new Count();
    final Count spans = new Count();
    int gold;
    int matched;
    int right;
    int direct;
    int directRight;

    void add(Article article, List<Attribution> found) {
      Text text = article.text();
      List<Token> tokens =
          text.sentences().stream().map(Sentence::tokens).flatMap(List::stream).toList();
      BitSet[] expected = {new BitSet(), new BitSet(), new BitSet()};
      BitSet[] got = {new BitSet(), new BitSet(), new BitSet()};
      Set<String> goldSpans = new HashSet<>();
      Set<String> foundSpans = new HashSet<>();
      for (Gold one : article.attributions()) {
        add("content", one.content(), tokens, expected[0], goldSpans);
        add("cue", one.cue(), tokens, expected[1], goldSpans);
        add("source", one.source(), tokens, expected[2], goldSpans);
      }
      for (Attribution one : found) {
        add("content", one.content(), tokens, got[0], foundSpans);
        add("cue", one.cue().stream().toList(), tokens, got[1], foundSpans);
        add("source", one.source().stream().toList(), tokens, got[2], foundSpans);
      }
      content.add(expected[0], got[0]);
      cue.add(expected[1], got[1]);
      source.add(expected[2], got[2]);
      spans.gold += goldSpans.size();
      spans.found += foundSpans.size();
      goldSpans.retainAll(foundSpans);
      spans.right += goldSpans.size();
      for (Gold one : article.attributions()) {
        if (!one.source().isEmpty() && !one.content().isEmpty()) {
          sources(one, found, tokens, text);
        }
      }
    }

    private void sources(Gold one, List<Attribution> found, List<Token> tokens, Text text) {
      BitSet wanted = tokensOf(one.content(), tokens);
      if (wanted.isEmpty()) {
        return;
      }
      gold++;
      Optional<Attribution> best = Optional.empty();
      int most = 0;
      for (Attribution candidate : found) {
        BitSet shared = tokensOf(candidate.content(), tokens);
        shared.and(wanted);
        if (shared.cardinality() > most) {
          most = shared.cardinality();
          best = Optional.of(candidate);
        }
      }
      boolean isMatched = 2 * most >= wanted.cardinality();
      boolean isRight =
          isMatched
              && overlap(
                      tokensOf(one.source(), tokens),
                      tokensOf(best.orElseThrow().source().stream().toList(), tokens))
                  >= .5;
      matched += isMatched ? 1 : 0;
      right += isRight ? 1 : 0;
      boolean quoted =
          one.content().stream()
              .allMatch(
                  span ->
                      "“\"".indexOf(text.body().charAt(span.start())) >= 0
                          && "”\"".indexOf(text.body().charAt(span.end() - 1)) >= 0);
      direct += quoted ? 1 : 0;
      directRight += quoted && isRight ? 1 : 0;
    }

    private static double overlap(BitSet expected, BitSet got) {
      Count count = new Count();
      count.add(expected, got);
      return count.f1();
    }

    private static void add(
        String kind, List<Span> spans, List<Token> tokens, BitSet all, Set<String> named) {
      for (Span span : spans) {
        BitSet one = tokensOf(List.of(span), tokens);
        if (!one.isEmpty()) {
          all.or(one);
          named.add(kind + one.nextSetBit(0) + "-" + one.length());
        }
      }
    }

    private static BitSet tokensOf(List<Span> spans, List<Token> tokens) {
      BitSet inside = new BitSet();
      for (Span span : spans) {
        int low = 0;
        int high = tokens.size();
        while (low < high) {
          int middle = (low + high) >>> 1;
          if (tokens.get(middle).end() <= span.start()) {
            low = middle + 1;
          } else {
            high = middle;
          }
        }
        for (int i = low; i < tokens.size() && tokens.get(i).start() < span.end(); i++) {
          inside.set(i);
        }
      }
      return inside;
    }
  }
}
