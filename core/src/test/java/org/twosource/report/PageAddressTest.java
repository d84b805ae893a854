package org.twosource.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PageAddressTest {

  @ParameterizedTest
  @CsvSource({
    "https://www.cityherald.example/a/b.html,http://cityherald.example/a/b.html",
    "https://cityherald.example/a/,https://cityherald.example/a",
    "https://cityherald.example/a?utm_source=x&utm_medium=y,https://cityherald.example/a",
    "https://cityherald.example/a?at_medium=RSS&at_campaign=rss,https://cityherald.example/a",
    "https://cityherald.example/a#4,https://cityherald.example/a#0",
    "https://m.cityherald.example/a,https://www.cityherald.example/a",
    "https://amp.cityherald.example/a,https://www.cityherald.example/a",
    "https://cityherald.example/amp/a,https://cityherald.example/a",
    "https://cityherald.example/a/amp/,https://cityherald.example/a",
    "https://cityherald.example/a?outputType=amp,https://cityherald.example/a",
    "https://cityherald.example/a/print,https://cityherald.example/a",
    "https://cityherald.example/?b=2&id=1,https://cityherald.example/?id=1&b=2",
    "HTTPS://CityHerald.example/a,https://cityherald.example/a",
  })
  void printingsOfOnePageHaveOneAddress(String one, String other) {
    assertThat(PageAddress.of(one)).isPresent().isEqualTo(PageAddress.of(other));
  }

  @ParameterizedTest
  @CsvSource({
    "https://cityherald.example/a,https://cityherald.example/b",
    "https://cityherald.example/a?id=1,https://cityherald.example/a?id=2",
    "https://cityherald.example/A,https://cityherald.example/a",
    "https://cityherald.example/a,https://townherald.example/a",
    "https://cityherald.example/print-news,https://cityherald.example/news",
  })
  void otherPagesHaveOthers(String one, String other) {
    assertThat(PageAddress.of(one)).isPresent().isNotEqualTo(PageAddress.of(other));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://cityherald.example",
        "https://cityherald.example/",
        "https://cityherald.example/index.html",
        "https://cityherald.example/?utm_source=x",
        "urn:uuid:1",
        "a/b.html",
        "https://",
        ""
      })
  void aFrontPageAndWhatIsNoAddressHaveNone(String address) {
    assertThat(PageAddress.of(address)).isEmpty();
  }
}
