package org.twosource.bench.generator;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.twosource.annotate.Certainty;
import org.twosource.annotate.PlainStatements;
import org.twosource.bench.BenchData;
import org.twosource.report.Span;
import org.twosource.text.Language;

/**
 * Pairs of a sentence and a statement out of a longer one, drawn from open news: what a comparison
 * of statements learns containment from.
 *
 * <p>Each sentence of the labelled pairs is cut into the statements that it makes as facts, each as
 * it reads alone. A statement follows from its own sentence and from every sentence labelled to say
 * the same or more; it is told by none that is labelled to share no statement. Same input, same
 * pairs.
 */
public final class SentenceClauses {
  private static final ObjectMapper JSON = new ObjectMapper();

  /** Words of a statement, at least. */
  private static final int MIN_WORDS = 5;

  /** Of the letters of its sentence a statement has this share at most. */
  private static final double MAX_SHARE = 0.7;

  /** Sentences of each kind beside one statement, at most. */
  private static final int MAX_BESIDE = 2;

  /** The share of a statement's longer words that a sentence labelled to say as much has too. */
  private static final double MIN_COMMON = 0.5;

  /** Letters of a longer word. */
  private static final int LONG = 4;

  private SentenceClauses() {}

  /**
   * {@code SentenceClauses OUT.jsonl}; the labelled pairs are found as the benchmarks find them.
   */
  public static void main(String[] arguments) throws IOException {
    BenchData data = BenchData.find().orElseThrow();
    List<String> lines = new ArrayList<>();
    for (LabelledSentence one : LabelledSentence.of(data.jsonLines("claims/pairs/pairs.jsonl"))) {
      for (String statement : statements(one)) {
        lines.add(line(one.story(), "own", one.text(), statement, "a>b"));
        one.partners().stream()
            .filter(other -> common(statement, other) >= MIN_COMMON)
            .limit(MAX_BESIDE)
            .forEach(other -> lines.add(line(one.story(), "partner", other, statement, "a>b")));
        one.strangers().stream()
            .limit(MAX_BESIDE)
            .forEach(other -> lines.add(line(one.story(), "stranger", other, statement, "none")));
      }
    }
    Files.write(Path.of(arguments[0]), lines);
  }

  private static List<String> statements(LabelledSentence one) {
    return PlainStatements.of(one.report(), one.sentence(), Language.find("en").orElseThrow())
        .stream()
        .flatMap(all -> all.in(one.sentence().span()).stream())
        .filter(plain -> isFact(one, plain.predicate()))
        .map(PlainStatements.Plain::words)
        .filter(words -> words.split(" ").length >= MIN_WORDS)
        .filter(words -> words.length() <= MAX_SHARE * one.text().length())
        .toList();
  }

  /** Whether the clause of a verb tells more than who speaks, and as a fact. */
  private static boolean isFact(LabelledSentence one, int verb) {
    Span word = one.sentence().tokens().get(verb).span();
    boolean isCue =
        one.report().attributions().stream()
            .anyMatch(said -> said.cue().filter(word::overlaps).isPresent());
    return !isCue
        && one.report().clauses().stream()
            .filter(clause -> clause.span().contains(word))
            .allMatch(
                clause ->
                    clause.certainty() == Certainty.ASSERTED
                        || clause.certainty() == Certainty.ATTRIBUTED);
  }

  private static double common(String statement, String other) {
    Set<String> there = Set.copyOf(words(other));
    List<String> longer = words(statement).stream().filter(word -> word.length() >= LONG).toList();
    return longer.stream().filter(there::contains).count() / Math.max(1.0, longer.size());
  }

  private static List<String> words(String text) {
    return Pattern.compile("\\P{L}+")
        .splitAsStream(text.toLowerCase(Locale.ROOT))
        .filter(word -> !word.isEmpty())
        .distinct()
        .toList();
  }

  private static String line(String story, String kind, String a, String b, String relation) {
    ObjectNode line = JSON.createObjectNode();
    line.put("story", story);
    line.put("kind", kind);
    line.put("a", a);
    line.put("b", b);
    line.put("rel", relation);
    return line.toString();
  }
}
