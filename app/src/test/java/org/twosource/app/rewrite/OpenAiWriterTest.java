package org.twosource.app.rewrite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class OpenAiWriterTest {
  private static final Duration SHORT = Duration.ofSeconds(1);

  @Test
  void theSentenceIsSentAndTheAnswerComesBack() throws SentenceWriter.NoAnswer {
    try (FakeEndpoint endpoint = FakeEndpoint.writing(sentence -> "In short: " + sentence)) {
      var writer = new OpenAiWriter(endpoint.address(), "small", Optional.of("s3cret"), SHORT);
      assertThat(writer.rewrite("The bridge is closed.", List.of("The bridge is closed.")))
          .isEqualTo("In short: The bridge is closed.");
      assertThat(endpoint.requests().getFirst().get("model").asText()).isEqualTo("small");
      assertThat(endpoint.requests().getFirst().get("temperature").asDouble()).isZero();
      assertThat(endpoint.keys()).containsExactly("Bearer s3cret");
    }
  }

  @Test
  void withoutAKeyNoneIsSent() throws SentenceWriter.NoAnswer {
    try (FakeEndpoint endpoint = FakeEndpoint.writing(sentence -> sentence)) {
      new OpenAiWriter(endpoint.address(), "small", Optional.empty(), SHORT)
          .rewrite("The bridge is closed.", List.of());
      assertThat(endpoint.keys()).containsExactly("null");
    }
  }

  @Test
  void refusalsOfTheServerAreToldWithTheirNumber() {
    for (int status : List.of(400, 401, 404, 429, 500, 503)) {
      try (FakeEndpoint endpoint =
          FakeEndpoint.saying(status, "{\"error\": {\"message\": \"model\n'x' not found\"}}")) {
        assertThat(why(endpoint))
            .contains(String.valueOf(status))
            .contains("not found")
            .doesNotContain("\n");
        assertThat(endpoint.requests()).as("asked once").hasSize(1);
      }
    }
  }

  @Test
  void aRedirectIsNotFollowed() {
    try (FakeEndpoint endpoint =
        FakeEndpoint.answering(
            exchange -> {
              exchange.getResponseHeaders().add("Location", "http://localhost:1/v1");
              exchange.sendResponseHeaders(307, -1);
            })) {
      assertThat(why(endpoint)).contains("307");
    }
  }

  @Test
  void rubbishIsNoAnswer() {
    for (String rubbish :
        List.of(
            "",
            "<html>hello</html>",
            "{}",
            "[]",
            "null",
            "{\"choices\": []}",
            "{\"choices\": [{\"message\": {\"role\": \"assistant\", \"content\": null}}]}",
            FakeEndpoint.completion("   "))) {
      try (FakeEndpoint endpoint = FakeEndpoint.saying(200, rubbish)) {
        assertThat(why(endpoint)).as(rubbish).isNotBlank().doesNotContain("\n");
      }
    }
  }

  @Test
  void aServerThatNeverAnswersIsLeft() {
    try (FakeEndpoint endpoint = FakeEndpoint.answering(exchange -> Thread.sleep(30_000))) {
      assertThat(why(endpoint)).contains("no answer within 1 s");
    }
  }

  @Test
  void aServerThatDripsIsLeftToo() {
    try (FakeEndpoint endpoint =
        FakeEndpoint.answering(
            exchange -> {
              exchange.sendResponseHeaders(200, 0);
              for (int drop = 0; drop < 300; drop++) {
                exchange.getResponseBody().write(' ');
                exchange.getResponseBody().flush();
                Thread.sleep(100);
              }
            })) {
      assertThat(why(endpoint)).contains("no answer within 1 s");
    }
  }

  @Test
  void anAnswerWithoutEndIsCutOff() {
    try (FakeEndpoint endpoint =
        FakeEndpoint.answering(
            exchange -> {
              exchange.sendResponseHeaders(200, 0);
              byte[] flood = "x".repeat(100_000).getBytes(StandardCharsets.UTF_8);
              for (int wave = 0; wave < 1_000; wave++) {
                exchange.getResponseBody().write(flood);
              }
            })) {
      assertThat(why(endpoint)).contains("longer than 1000000 bytes");
    }
  }

  @Test
  void aServerThatIsNotThereIsSaidSo() {
    var writer =
        new OpenAiWriter(URI.create("http://localhost:1/v1"), "m", Optional.empty(), SHORT);
    assertThat(why(writer)).contains("cannot reach localhost:1");
  }

  private static String why(FakeEndpoint endpoint) {
    return why(new OpenAiWriter(endpoint.address(), "small", Optional.empty(), SHORT));
  }

  private static String why(OpenAiWriter writer) {
    return catchThrowableOfType(
            SentenceWriter.NoAnswer.class,
            () -> writer.rewrite("The bridge is closed.", List.of("The bridge is closed.")))
        .why();
  }
}
