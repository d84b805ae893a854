package org.twosource.bench.suite.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SeedsSuiteTest {
  @ParameterizedTest
  @ValueSource(strings = {"seeds-quotations.jsonl", "seeds-dates.jsonl"})
  void theLabelsOfTheSeedsLieBesideTheirSuite(String name) throws IOException {
    assertThat(SeedsSuite.labels(name))
        .hasSizeGreaterThan(30)
        .allMatch(label -> label.path("end").asInt() > label.path("start").asInt());
  }
}
