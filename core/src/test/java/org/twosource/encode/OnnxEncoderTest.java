package org.twosource.encode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OnnxEncoderTest {
  private Encoder encoder;

  @BeforeAll
  void open() {
    encoder = OnnxEncoder.open().orElseThrow();
  }

  @AfterAll
  void close() {
    encoder.close();
  }

  @Test
  void sentencesThatSayTheSameLieCloserThanOthers() {
    float[] a = vector("The ferry sank off the coast on Monday night .");
    float[] b = vector("A ferry went down near the coast late Monday .");
    float[] c = vector("The central bank raised its interest rate .");
    assertThat(cosine(a, a)).isCloseTo(1, within(1e-5));
    assertThat(cosine(a, b)).isGreaterThan(.6);
    assertThat(cosine(a, c)).isLessThan(.3);
  }

  @Test
  void everyLayerHasOneRowAToken() {
    Encoding encoding = encoder.encode(List.of("Kowalczyk", "spoke", "in", "U.S.")).orElseThrow();
    assertThat(encoding.tokens()).isEqualTo(4);
    for (int layer : Encoder.LAYERS) {
      assertThat(encoding.layer(layer)).hasSize(4 * Encoder.WIDTH);
      assertThat(encoding.layer(layer)[3 * Encoder.WIDTH]).isNotZero();
    }
    assertThat(encoding.layer(2)).isNotEqualTo(encoding.layer(4));
  }

  @Test
  void whatIsEncodedBesideDoesNotChangeAVector() {
    List<String> sentence = List.of("Ministers", "will", "meet", "again", ".");
    float[] before = encoder.encode(sentence).orElseThrow().layer(3).clone();
    try (Encoder other = OnnxEncoder.open().orElseThrow()) {
      other.encode(Collections.nCopies(90, "harbour"));
      assertThat(other.encode(sentence).orElseThrow().layer(3)).isEqualTo(before);
    }
  }

  @Test
  void longSentencesAreEncodedInWindows() {
    List<String> words = new ArrayList<>();
    for (int i = 0; i < 700; i++) {
      words.add(i % 7 == 0 ? "Czerwonogród" : "and");
    }
    Encoding encoding = encoder.encode(words).orElseThrow();
    assertThat(encoding.tokens()).isEqualTo(700);
    assertThat(encoding.layer(6)[699 * Encoder.WIDTH]).isNotZero();
  }

  @Test
  void nothingAndTooMuchHaveNoEncoding() {
    assertThat(encoder.encode(List.of())).isEmpty();
    assertThat(encoder.encode(Collections.nCopies(1_001, "a"))).isEmpty();
    assertThat(encoder.encode(List.of("\u0000", "x".repeat(5_000)))).isPresent();
    assertThat(encoder.encode(List.of(".".repeat(5_000), "end"))).isPresent();
  }

  @Test
  void checksumsNameTheModel() {
    assertThat(encoder.checksums()).containsOnlyKeys("all-minilm-l6-v2-q.onnx");
    assertThat(encoder.checksums().get("all-minilm-l6-v2-q.onnx")).hasSize(64);
  }

  private float[] vector(String sentence) {
    return encoder.encode(List.of(sentence.split(" "))).orElseThrow().sentence();
  }

  private static double cosine(float[] a, float[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += a[i] * b[i];
    }
    return sum;
  }
}
