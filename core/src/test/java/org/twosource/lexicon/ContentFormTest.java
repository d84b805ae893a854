package org.twosource.lexicon;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ContentFormTest {

  @ParameterizedTest
  @CsvSource({
    "ferries, ferry",
    "ferry's, ferry",
    "crashed, crash",
    "crashes, crash",
    "stopping, stop",
    "falling, fall",
    "bus, bus",
    "crisis, crisis",
    "sing, sing",
    "made, mad",
    "covid-19, covid-19",
    "quickly, quick"
  })
  void inflectionIsTakenOff(String word, String form) {
    assertThat(ContentForm.of(word)).isEqualTo(form);
  }
}
