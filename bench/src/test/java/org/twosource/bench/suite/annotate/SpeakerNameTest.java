package org.twosource.bench.suite.annotate;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SpeakerNameTest {

  @ParameterizedTest
  @CsvSource({
    "Ellen Stroud, she, Ellen Stroud, true",
    "Ellen Stroud, Ms. Stroud, Mayor Stroud, true",
    "Ellen Stroud, she, E. Stroud, true",
    "Ellen Stroud, she, Mark Stroud, false",
    "Ellen Stroud, she, Dale Orwin, false",
    "Dale Orwin, he, Dale Orwin Jr., false",
    "Dale Orwin Jr., he, Dale Orwin Jr., true",
    "the harbour office of Marlow, it, Marlow harbour office, true",
    "the harbour office of Marlow, it, the office, false",
    "a spokesman for the ferry line, the spokesman, they, false"
  })
  void speakersAgreeInSurnameGivenNameAndSuffix(
      String who, String refers, String given, boolean agree) {
    assertEquals(agree, SpeakerName.agree(who, refers, given));
  }
}
