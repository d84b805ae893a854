package org.twosource.lexicon;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EditDistanceTest {

  @ParameterizedTest
  @CsvSource({
    "harbour, harbour, 0",
    "harbour, harbor, 1",
    "kitten, sitting, 3",
    "'', ferry, 5",
    "ab, ba, 2"
  })
  void countsCharactersPutInTakenOutOrReplaced(String a, String b, int distance) {
    assertThat(EditDistance.between(a, b)).isEqualTo(distance);
    assertThat(EditDistance.between(b, a)).isEqualTo(distance);
  }

  @Test
  void likenessIsAShareOfTheLongerWord() {
    assertThat(EditDistance.similarity("abcd", "abxd")).isEqualTo(.75);
    assertThat(EditDistance.similarity("", "")).isEqualTo(1);
    assertThat(EditDistance.similarity("ab", "xyzz")).isZero();
  }

  @Test
  void theNearestNameIsTheFirstOfTheNearest() {
    assertThat(EditDistance.nearest("c9", List.of("c10", "c1", "c2"))).contains("c1");
    assertThat(EditDistance.nearest("c9", List.of())).isEmpty();
  }
}
