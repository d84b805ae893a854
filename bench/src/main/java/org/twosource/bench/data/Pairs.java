package org.twosource.bench.data;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.twosource.annotate.VectorAnnotator;
import org.twosource.annotate.grammar.Parser;
import org.twosource.bench.BenchData;
import org.twosource.encode.Encoder;
import org.twosource.encode.Encoding;
import org.twosource.report.Span;
import org.twosource.reuse.StatementSimilarity.ComparedSentence;
import org.twosource.text.Language;
import org.twosource.text.Token;
import org.twosource.text.Tokenizer;

/** Labelled pairs of sentences. */
public final class Pairs {
  private Pairs() {}

  /**
   * One pair.
   *
   * @param gold its label: 0 to 5 for STS, 0 or 1 for MRPC, 0 to 2 for SICK (neutral, entailment,
   *     contradiction)
   */
  public record Pair(String a, String b, double gold) {}

  /** The STS benchmark. */
  public static List<Pair> sts(BenchData data, String part) throws IOException {
    List<Pair> pairs = new ArrayList<>();
    for (String line :
        Files.readAllLines(data.file("similarity/sts/STSBenchmark/sts-" + part + ".csv"))) {
      String[] cells = line.split("\t");
      if (cells.length >= 7) {
        pairs.add(new Pair(cells[5], cells[6], Double.parseDouble(cells[4])));
      }
    }
    return pairs;
  }

  /** The training file of MRPC in six parts by turns; the first is the one held out. */
  public static List<List<Pair>> mrpc(BenchData data) throws IOException {
    List<List<Pair>> sixths = new ArrayList<>();
    for (int sixth = 0; sixth < 6; sixth++) {
      sixths.add(new ArrayList<>());
    }
    int number = 0;
    for (String line : Files.readAllLines(data.file("similarity/mrpc/train.txt"))) {
      String[] cells = line.replace("\uFEFF", "").split("\t");
      if (cells.length >= 5 && cells[0].matches("[01]")) {
        sixths
            .get(number++ % sixths.size())
            .add(new Pair(cells[3], cells[4], Double.parseDouble(cells[0])));
      }
    }
    return sixths;
  }

  /** SICK, {@code train} or {@code trial}. */
  public static List<Pair> sick(BenchData data, String part) throws IOException {
    List<String> classes = List.of("NEUTRAL", "ENTAILMENT", "CONTRADICTION");
    List<Pair> pairs = new ArrayList<>();
    for (String line : Files.readAllLines(data.file("similarity/sick/SICK_" + part + ".txt"))) {
      String[] cells = line.split("\t");
      if (cells.length >= 5 && classes.contains(cells[4])) {
        pairs.add(new Pair(cells[1], cells[2], classes.indexOf(cells[4])));
      }
    }
    return pairs;
  }

  /** A sentence as the program would see it. */
  public static ComparedSentence side(
      String sentence, Tokenizer tokenizer, Encoder encoder, Parser parser) {
    List<Token> tokens = tokenizer.tokens(sentence, new Span(0, sentence.length()));
    List<String> words = tokens.stream().map(Token::text).toList();
    Optional<Encoding> encoding = encoder.encode(words);
    return encoding
        .map(
            one ->
                new ComparedSentence(
                    tokens,
                    one.sentence(),
                    VectorAnnotator.rows(one),
                    Optional.of(parser.parse(one, words))))
        .orElse(
            new ComparedSentence(
                List.of(), new float[Encoder.WIDTH], new float[0][], Optional.empty()));
  }

  public static Tokenizer tokenizer() {
    return new Tokenizer(Language.find("en").orElseThrow());
  }
}
