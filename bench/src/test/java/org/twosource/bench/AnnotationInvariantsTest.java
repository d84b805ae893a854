package org.twosource.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.twosource.annotate.StandardAnnotator;
import org.twosource.bench.suite.input.AllTexts;
import org.twosource.bench.suite.input.Invariants;

/**
 * What holds for every annotator, over a seeded sample of all texts of the benchmark data; {@code
 * ./build bench invariants} goes over all of them. Skipped where the data is absent.
 */
class AnnotationInvariantsTest {
  /** With words alone, which is cheap, and with the encoder. */
  private static final int LEXICAL_TEXTS = 60;

  private static final int ENCODED_TEXTS = 5;
  private static final int LONGEST_TEXT = 6_000;
  private static final long SEED = 20261126;

  private static List<String> texts = List.of();

  @BeforeAll
  static void readTexts() throws IOException {
    Optional<BenchData> data = BenchData.find();
    assumeTrue(data.isPresent(), "no benchmark data beside the project: invariants not checked");
    texts = AllTexts.plain(data.get());
    assertThat(texts).hasSizeGreaterThan(1_000);
  }

  @Test
  void everythingFoundByWordsLiesInTheTextAndInOrder() {
    try (StandardAnnotator annotator = StandardAnnotator.lexical()) {
      check(annotator, AllTexts.sample(texts, LEXICAL_TEXTS, SEED));
    }
  }

  @Test
  void everythingFoundWithTheEncoderLiesInTheTextAndInOrder() {
    try (StandardAnnotator annotator = StandardAnnotator.standard()) {
      check(annotator, AllTexts.sample(texts, ENCODED_TEXTS, SEED));
    }
  }

  private static void check(StandardAnnotator annotator, List<String> texts) {
    Invariants invariants = new Invariants(annotator);
    for (int at = 0; at < texts.size(); at++) {
      String text = texts.get(at);
      invariants.check("t" + at, text.substring(0, Math.min(text.length(), LONGEST_TEXT)), true);
    }
    assertThat(invariants.violations()).isEmpty();
    assertThat(invariants.spans()).isGreaterThan(texts.size());
  }
}
