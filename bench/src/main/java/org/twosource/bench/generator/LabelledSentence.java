package org.twosource.bench.generator;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.twosource.annotate.Annotated;
import org.twosource.annotate.Grammar;
import org.twosource.annotate.StandardAnnotator;
import org.twosource.report.Report;
import org.twosource.report.Span;
import org.twosource.text.Sentence;
import org.twosource.text.StandardTextBuilder;

/**
 * A sentence of the labelled pairs, parsed as a report of its own.
 *
 * @param story as the set names it
 * @param partners the sentences labelled to say the same or more
 * @param strangers the sentences labelled to share no statement with it
 */
record LabelledSentence(
    String story,
    Annotated report,
    Sentence sentence,
    Grammar grammar,
    List<String> partners,
    List<String> strangers) {
  /** Sentences annotated at once, as one report each. */
  private static final int AT_ONCE = 40;

  /** All sentences of the pairs, each once, in the order of the set. */
  static List<LabelledSentence> of(List<JsonNode> pairs) {
    Map<String, String> stories = new LinkedHashMap<>();
    Map<String, Set<String>> partners = new LinkedHashMap<>();
    Map<String, Set<String>> strangers = new LinkedHashMap<>();
    for (JsonNode pair : pairs) {
      String a = pair.at("/a/text").asText().strip();
      String b = pair.at("/b/text").asText().strip();
      stories.putIfAbsent(a, pair.path("story").asText());
      stories.putIfAbsent(b, pair.path("story").asText());
      switch (pair.path("rel").asText()) {
        case "same" -> {
          add(partners, b, a);
          add(partners, a, b);
        }
        case "a>b" -> add(partners, b, a);
        case "b>a" -> add(partners, a, b);
        case "related", "none" -> {
          add(strangers, a, b);
          add(strangers, b, a);
        }
        default -> {}
      }
    }
    StandardAnnotator annotator = StandardAnnotator.standard();
    List<String> texts = List.copyOf(stories.keySet());
    List<LabelledSentence> sentences = new ArrayList<>();
    for (int from = 0; from < texts.size(); from += AT_ONCE) {
      List<String> some = texts.subList(from, Math.min(texts.size(), from + AT_ONCE));
      List<Annotated> reports =
          annotator
              .annotate(
                  IntStream.range(0, some.size())
                      .mapToObj(at -> Report.of("s" + at, some.get(at)))
                      .map(new StandardTextBuilder()::build)
                      .toList())
              .reports();
      for (int at = 0; at < some.size(); at++) {
        Annotated report = reports.get(at);
        if (report.sentences().size() == 1 && report.syntax(0).isPresent()) {
          String text = some.get(at);
          sentences.add(
              new LabelledSentence(
                  stories.getOrDefault(text, ""),
                  report,
                  report.sentences().getFirst(),
                  report.syntax(0).get(),
                  List.copyOf(partners.getOrDefault(text, Set.of())),
                  List.copyOf(strangers.getOrDefault(text, Set.of()))));
        }
      }
    }
    return sentences;
  }

  private static void add(Map<String, Set<String>> sides, String of, String other) {
    sides.computeIfAbsent(of, any -> new LinkedHashSet<>()).add(other);
  }

  String text() {
    return sentence.span().in(report.body());
  }

  String word(int at) {
    return sentence.tokens().get(at).normal();
  }

  /** Where words put in a place stand in the changed sentence. */
  Span put(Span place, String words) {
    int start = place.start() - sentence.start();
    return new Span(start, start + words.length());
  }

  /** The sentence with a place changed. */
  String with(Span place, String words) {
    String body = report.body();
    return body.substring(sentence.start(), place.start())
        + words
        + body.substring(place.end(), sentence.end());
  }
}
