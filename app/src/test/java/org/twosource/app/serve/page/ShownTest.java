package org.twosource.app.serve.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.twosource.report.Span;

class ShownTest {
  @Test
  void namesAreListedAsPeopleWriteThemAndTheRestIsCounted() {
    assertThat(Shown.list(List.of("Herald"), 3)).isEqualTo("Herald");
    assertThat(Shown.list(List.of("Herald", "Post"), 3)).isEqualTo("Herald and Post");
    assertThat(Shown.list(List.of("Herald", "Post", "Bote"), 3)).isEqualTo("Herald, Post and Bote");
    assertThat(Shown.list(List.of("Herald", "Post", "Bote", "Kurier", "Wire"), 3))
        .isEqualTo("Herald, Post, Bote and 2 more");
  }

  @Test
  void aTextDoesNotBeginWithItsHeadingAgainUnlessThatIsThePlaceAskedFor() {
    String body = "Strike ends\nThe strike ended on Monday.\nStrike ends\n";
    assertThat(paragraphs(body, new Span(0, 0)))
        .containsExactly("The strike ended on Monday.", "Strike ends");
    assertThat(paragraphs(body, new Span(0, 6))).hasSize(3);
  }

  private static List<String> paragraphs(String body, Span target) {
    return new ReportShown("a", body, "Strike ends", target, Optional.empty())
        .paragraphs().stream()
            .map(one -> String.join("", one.pieces().stream().map(Shown.Piece::text).toList()))
            .toList();
  }
}
