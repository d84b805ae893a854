package org.twosource.bench.suite.input;

import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.twosource.annotate.StandardAnnotator;
import org.twosource.bench.BenchData;
import org.twosource.bench.Figure;
import org.twosource.bench.Suite;

/**
 * {@link Invariants} over every text of the benchmark data, with words alone and with the encoder;
 * one text in {@link #TWICE} is read twice and must give the same. Prints what does not hold. The
 * encoder takes most of the time: {@code -Dtwosource.invariants.encoded=1000} lets it read so many,
 * by seeded choice.
 */
public final class InvariantsSuite implements Suite {
  /** One text in so many is read twice, by seeded choice. */
  private static final int TWICE = 10;

  private static final long SEED = 20261126;

  private static final int SHOWN = 20;

  @Override
  public String name() {
    return "invariants";
  }

  @Override
  public List<Figure> run(BenchData data) throws IOException {
    List<String> texts = AllTexts.all(data);
    long characters = texts.stream().mapToLong(String::length).sum();
    System.err.printf("%,d texts, %,d characters%n", texts.size(), characters);
    Invariants lexical;
    try (StandardAnnotator annotator = StandardAnnotator.lexical()) {
      lexical = check("words alone", annotator, texts);
    }
    Invariants encoded;
    List<String> read =
        AllTexts.sample(
            texts, Integer.getInteger("twosource.invariants.encoded", texts.size()), SEED);
    try (StandardAnnotator annotator = StandardAnnotator.standard()) {
      encoded = check("with the encoder", annotator, read);
    }
    return List.of(
        Figure.shown("texts", texts.size()),
        Figure.shown("texts read with the encoder", read.size()),
        Figure.shown("million characters", characters / 1e6),
        Figure.shown("million spans looked at", (lexical.spans() + encoded.spans()) / 1e6),
        Figure.atMost("violations, words alone", lexical.violations().size(), 0, ""),
        Figure.atMost("violations, with the encoder", encoded.violations().size(), 0, ""));
  }

  private static Invariants check(String how, StandardAnnotator annotator, List<String> texts) {
    Set<String> twice = new HashSet<>(AllTexts.sample(texts, texts.size() / TWICE, SEED));
    Invariants invariants = new Invariants(annotator);
    for (int at = 0; at < texts.size(); at++) {
      invariants.check("t" + at, texts.get(at), twice.contains(texts.get(at)));
      if (at % 1_000 == 0) {
        System.err.printf(
            "%s: %,d of %,d, violations %d%n",
            how, at, texts.size(), invariants.violations().size());
      }
    }
    invariants.violations().stream().limit(SHOWN).forEach(System.err::println);
    return invariants;
  }
}
