package org.twosource.annotate;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.twosource.CasesFile;
import org.twosource.DatedReports;
import org.twosource.ReadingsFile;
import org.twosource.report.Span;
import org.twosource.text.StandardTextBuilder;
import org.twosource.text.Text;
import org.twosource.text.Token;

/**
 * Sentences of the cases files, cut off behind each of their words, as a page behind a paywall ends
 * or a file that was not copied whole: every reader must end there, and what the rules read of
 * times, quantities and cues is kept.
 */
class BrokenOffTextsTest {
  private static final String DAY = "2031-05-07";

  /** Of the rows of each file every so many is cut. */
  private static final int EVERY = 18;

  private static final int MAX_WORDS = 24;

  /** A cases file and the cell of its rows that has a sentence. */
  private record Sentences(String file, int cell) {
    Stream<String> some() {
      List<String> all = CasesFile.rows(file).stream().map(row -> row.get(cell)).toList();
      return IntStream.range(0, all.size()).filter(at -> at % EVERY == 0).mapToObj(all::get);
    }
  }

  private static final List<Sentences> FILES =
      List.of(
          new Sentences("Proposers", 1),
          new Sentences("CopiedChanges", 0),
          new Sentences("TimexAnnotator", 1),
          new Sentences("Quantity", 0),
          new Sentences("EventAnnotator", 0),
          new Sentences("VerbTense", 1),
          new Sentences("NameAnnotator", 0),
          new Sentences("HedgeDropped", 0));

  @Test
  void everyReaderEndsWhereATextBreaksOff() throws IOException {
    ReadingsFile readings = new ReadingsFile();
    try (StandardAnnotator annotator = StandardAnnotator.standard()) {
      for (Sentences file : FILES) {
        for (String sentence : file.some().toList()) {
          for (Text text : cut(sentence)) {
            Annotated read = annotator.annotate(List.of(text)).reports().getFirst();
            everythingLiesInTheText(read);
            readings.add(reading(read));
          }
        }
      }
    }
    readings.check("BrokenOff");
  }

  private static List<Text> cut(String sentence) {
    List<Text> texts = new ArrayList<>();
    StandardTextBuilder builder = new StandardTextBuilder();
    List<Token> tokens =
        builder.build(DatedReports.of("whole", DAY, sentence)).sentences().stream()
            .flatMap(one -> one.tokens().stream())
            .limit(MAX_WORDS)
            .toList();
    for (Token token : tokens) {
      String body = sentence.substring(0, token.span().end());
      texts.add(builder.build(DatedReports.of("cut-" + token.span().end(), DAY, body)));
    }
    return texts;
  }

  private static void everythingLiesInTheText(Annotated read) {
    int end = read.body().length();
    Stream<Span> spans =
        Stream.of(
                read.mentions().stream().map(Mention::span),
                read.timexes().stream().map(Timex::span),
                read.quantities().stream().map(one -> one.place().whole()),
                read.events().stream().map(Event::span),
                read.cues().stream().map(Cue::span),
                read.attributions().stream().map(Attribution::extent))
            .flatMap(spansOfOneKind -> spansOfOneKind);
    assertThat(spans)
        .as(read.body())
        .allSatisfy(
            span -> {
              assertThat(span.start()).isNotNegative().isLessThan(span.end());
              assertThat(span.end()).isLessThanOrEqualTo(end);
            });
  }

  private static String reading(Annotated read) {
    String body = read.body();
    return body
        + " | "
        + Stream.of(
                read.timexes().stream().map(one -> one.span().in(body) + "=" + one.value()),
                read.quantities().stream()
                    .map(
                        one ->
                            one.place().whole().in(body) + "=" + one.bound() + " " + one.value()),
                read.cues().stream().map(one -> one.span().in(body) + "=" + one.kind()))
            .flatMap(one -> one)
            .collect(Collectors.joining("; "))
            .toLowerCase(Locale.ROOT);
  }
}
