package org.twosource.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.twosource.annotate.Annotated;
import org.twosource.annotate.Attribution;
import org.twosource.annotate.Clause;
import org.twosource.annotate.Cue;
import org.twosource.annotate.Event;
import org.twosource.annotate.Mention;
import org.twosource.annotate.StandardAnnotator;
import org.twosource.annotate.Syntax;
import org.twosource.annotate.Timex;
import org.twosource.report.Report;
import org.twosource.report.Span;
import org.twosource.text.Sentence;
import org.twosource.text.StandardTextBuilder;
import org.twosource.text.Text;
import org.twosource.text.Token;

/**
 * What holds for every annotator, over a sample of all texts of the benchmark data: offsets inside
 * the text, start before end, order kept, same input same output. Skipped where the data is absent.
 */
class AnnotationInvariantsTest {
  /** With words alone, which is cheap, and with the encoder. */
  private static final int LEXICAL_TEXTS = 30;

  private static final int ENCODED_TEXTS = 4;
  private static final int LONGEST_TEXT = 6_000;

  private static List<Text> texts = List.of();

  @BeforeAll
  static void readTexts() throws IOException {
    Optional<BenchData> data = BenchData.find();
    assumeTrue(data.isPresent(), "no benchmark data beside the project: invariants not checked");
    List<String> bodies = new ArrayList<>();
    for (String story : List.of("basil", "news_cluster", "ecbplus", "newswcl50")) {
      for (JsonNode report : data.get().jsonLines("stories/" + story + ".jsonl")) {
        bodies.add(report.path(report.has("text") ? "text" : "body").asText());
      }
    }
    for (String folder :
        List.of("attribution/polnear/dev/text", "time/timebank", "robustness", "lineage")) {
      bodies.addAll(files(data.get().file(folder)));
    }
    var builder = new StandardTextBuilder();
    List<Text> sampled = new ArrayList<>();
    for (String body : sample(bodies, LEXICAL_TEXTS)) {
      String shorter = body.substring(0, Math.min(body.length(), LONGEST_TEXT));
      sampled.add(builder.build(Report.of("t" + sampled.size(), shorter)));
    }
    texts = sampled;
  }

  private static List<String> files(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.walk(folder)) {
      List<Path> plain = files.filter(Files::isRegularFile).sorted().toList();
      List<String> bodies = new ArrayList<>();
      for (Path file : sample(plain, LEXICAL_TEXTS)) {
        bodies.add(new String(Files.readAllBytes(file), StandardCharsets.UTF_8));
      }
      return bodies;
    }
  }

  private static <T> List<T> sample(List<T> all, int count) {
    int step = Math.max(1, all.size() / count);
    List<T> chosen = new ArrayList<>();
    for (int i = 0; i < all.size() && chosen.size() < count; i += step) {
      chosen.add(all.get(i));
    }
    return chosen;
  }

  @Test
  void everythingFoundByWordsLiesInTheTextAndInOrder() {
    try (StandardAnnotator annotator = StandardAnnotator.lexical()) {
      check(annotator, texts);
    }
  }

  @Test
  void everythingFoundWithTheEncoderLiesInTheTextAndInOrder() {
    try (StandardAnnotator annotator = StandardAnnotator.standard()) {
      check(annotator, sample(texts, ENCODED_TEXTS));
    }
  }

  private static void check(StandardAnnotator annotator, List<Text> texts) {
    for (Text text : texts) {
      Annotated once = annotator.annotate(List.of(text)).reports().getFirst();
      Annotated again = annotator.annotate(List.of(text)).reports().getFirst();
      assertThat(facts(again)).as("same input, same output: %s", text.id()).isEqualTo(facts(once));
      check(once);
    }
  }

  private static List<Object> facts(Annotated annotated) {
    return List.of(
        annotated.mentions(),
        annotated.timexes(),
        annotated.attributions(),
        annotated.events(),
        annotated.cues(),
        annotated.clauses(),
        annotated.syntax());
  }

  private static void check(Annotated annotated) {
    int length = annotated.body().length();
    inOrder(annotated.sentences(), Sentence::span, length, "sentences");
    for (Sentence sentence : annotated.sentences()) {
      inOrder(sentence.tokens(), Token::span, length, "tokens");
      assertThat(sentence.tokens())
          .allMatch(token -> token.span().in(annotated.body()).equals(token.text()));
    }
    inOrder(annotated.mentions(), Mention::span, length, "mentions");
    inOrder(annotated.timexes(), Timex::span, length, "timexes");
    inOrder(annotated.cues(), Cue::span, length, "cues");
    inOrder(annotated.clauses(), Clause::span, length, "clauses");
    inOrder(annotated.events(), Event::trigger, length, "events");
    for (Event event : annotated.events()) {
      inside(event.span(), length, "event");
      assertThat(event.span().contains(event.trigger())).isTrue();
    }
    for (Cue cue : annotated.cues()) {
      inside(cue.scope(), length, "scope");
    }
    for (Clause clause : annotated.clauses()) {
      assertThat(annotated.sentences().get(clause.sentence()).span().contains(clause.span()))
          .isTrue();
    }
    for (Attribution said : annotated.attributions()) {
      said.content().forEach(span -> inside(span, length, "content"));
      said.quoted().forEach(span -> inside(span, length, "quoted"));
      said.source().ifPresent(span -> inside(span, length, "source"));
      said.cue().ifPresent(span -> inside(span, length, "cue"));
    }
    for (int i = 0; i < annotated.syntax().size(); i++) {
      tree(annotated.syntax().get(i), annotated.sentences().get(i).tokens().size());
    }
  }

  private static void tree(Syntax syntax, int tokens) {
    assertThat(syntax.heads()).hasSize(tokens);
    if (tokens > 0) {
      assertThat(syntax.heads()).filteredOn(head -> head == -1).hasSize(1);
      assertThat(syntax.heads()).allMatch(head -> head >= -1 && head < tokens);
    }
  }

  private static <T> void inOrder(List<T> all, Function<T, Span> span, int length, String what) {
    int at = 0;
    for (T one : all) {
      inside(span.apply(one), length, what);
      assertThat(span.apply(one).start()).as(what).isGreaterThanOrEqualTo(at);
      at = span.apply(one).start();
    }
  }

  private static void inside(Span span, int length, String what) {
    assertThat(span.start()).as(what).isBetween(0, length).isLessThan(span.end());
    assertThat(span.end()).as(what).isLessThanOrEqualTo(length);
  }
}
