package org.twosource.report.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.twosource.report.Limits;

/** Which pages hold something back. */
class PaywallTest {
  private static final String SENTENCE = "The ferry to Sandhill did not sail on Tuesday. ";

  private static boolean holdsBack(String head, int sentences) {
    String body = SENTENCE.repeat(sentences);
    String page = "<html><head>" + head + "</head><body><p>" + body + "</p></body></html>";
    Content content = Content.of("a.html", "a.html", page.getBytes(StandardCharsets.UTF_8));
    return Paywall.holdsBack(content, body, Limits.standard());
  }

  private static String data(String fields) {
    return "<script type=\"application/ld+json\">{\"@type\": \"NewsArticle\", "
        + fields
        + "}</script>";
  }

  private static String tier(String content) {
    return "<meta property=\"article:content_tier\" content=\"" + content + "\">";
  }

  @Test
  void aBeginningOfAPageThatIsNotFreeIsOne() {
    assertThat(holdsBack(data("\"isAccessibleForFree\": false, \"wordCount\": 700"), 5)).isTrue();
    assertThat(holdsBack(data("\"isAccessibleForFree\": \"False\""), 5)).isTrue();
    assertThat(holdsBack(tier("locked"), 5)).isTrue();
    assertThat(holdsBack(data("\"isAccessibleForFree\": false, \"wordCount\": 2000"), 60)).isTrue();
  }

  @Test
  void aWholePageIsNone() {
    assertThat(holdsBack("", 5)).isFalse();
    assertThat(holdsBack(data("\"isAccessibleForFree\": true, \"wordCount\": 700"), 5)).isFalse();
    assertThat(holdsBack(data("\"isAccessibleForFree\": false, \"wordCount\": 45"), 5)).isFalse();
    assertThat(holdsBack(data("\"isAccessibleForFree\": false"), 60)).isFalse();
    assertThat(holdsBack(tier("free"), 5)).isFalse();
    assertThat(holdsBack(tier("metered"), 5)).isFalse();
  }
}
