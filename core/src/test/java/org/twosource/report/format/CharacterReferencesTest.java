package org.twosource.report.format;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CharacterReferencesTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Hart &amp; Sons left            | Hart & Sons left
          &quot;We stay,&quot; she said   | "We stay," she said
          the pier&#8217;s end            | the pier’s end
          the pier&#x2019;s end           | the pier’s end
          a caf&eacute; on the quay       | a café on the quay
          Hart &amp;amp; Sons             | Hart & Sons
          """)
  void whatHtmlKnowsBecomesItsCharacter(String written, String meant) {
    assertThat(CharacterReferences.resolved(written)).isEqualTo(meant);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "spent on R&D; the rest is saved",
        "Hart & Sons; a firm",
        "AT&T said so",
        "&amp without an end",
        "&#0; &#55296; &#1114112;",
        "&nosuchname;"
      })
  void whatIsNoReferenceStays(String text) {
    assertThat(CharacterReferences.resolved(text)).isSameAs(text);
  }

  @Test
  void aLongRowOfMarksEndsSoon() {
    assertThat(CharacterReferences.resolved("&".repeat(100_000))).hasSize(100_000);
    assertThat(CharacterReferences.resolved("&amp;".repeat(100_000))).hasSize(100_000);
  }
}
