package org.twosource.bench.suite.annotate;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DaysTest {

  @ParameterizedTest
  @CsvSource({
    "2025-05-21TNI, 2025-05-21, true",
    "2025-05-22, 2025-05-21, false",
    "2025-05, 2025-05-21, false",
    "2025-05-21, 2025-05, false",
    "2025-W21, 2025-05-19/2025-05-25, true",
    "2025-W21-WE, 2025-05-24/2025-05-25, true",
    "2025-06-30, 2024/2025, true",
    "2025-H1, 2025-01/2025-06, true",
    "2025-Q2, 2025-01/2025-03, false",
    "PAST_REF, 2025, false"
  })
  void aDateIsRightWhenItIsTheLabelledOneOrWithinTheLabelledRange(
      String shown, String labelled, boolean right) {
    assertEquals(right, DatedEventsSuite.agrees(shown, labelled));
  }
}
