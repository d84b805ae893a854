package org.twosource.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.twosource.app.command.ExitStatus;
import org.twosource.app.rewrite.FakeEndpoint;

/** {@code read --rewrite}: what is not carried by the cited words never gets into the brief. */
class RewriteTest {
  private static final Path HARBOUR =
      Path.of(System.getProperty("twosource.home", "..")).resolve("samples/harbour");

  @TempDir Path folder;
  private Path sample;

  @BeforeEach
  void twoReportsOfOneStory() throws IOException {
    sample = Files.createDirectory(folder.resolve("reports"));
    for (String name : List.of("01-coast-wire.txt", "06-radio-aldmark.txt")) {
      Files.copy(HARBOUR.resolve(name), sample.resolve(name));
    }
  }

  @Test
  void shorterWordsThatAreCarriedReplaceTheExtractAndItIsSaid() throws IOException {
    try (FakeEndpoint endpoint = FakeEndpoint.writing(RewriteTest::withoutTail)) {
      Run run = read(endpoint);
      assertThat(run.status()).isZero();
      assertThat(run.err()).isEmpty();
      JsonNode result = result();
      List<JsonNode> lines = lines(result);
      assertThat(lines).isNotEmpty();
      assertThat(lines).allMatch(line -> line.has("rewriting"));
      assertThat(lines)
          .anySatisfy(
              line -> {
                assertThat(outcome(line)).isEqualTo("rewritten");
                assertThat(line.get("text")).isEqualTo(line.get("rewriting").get("proposed"));
                assertThat(line.get("text")).isNotEqualTo(line.get("rewriting").get("extract"));
              });
      assertThat(result.get("made").get("options").get("rewrite-model").asText())
          .isEqualTo("small");
      assertThat(run.out()).contains("Reworded by a model");
      Run why = Run.of("why", "l1", "--from", folder.resolve("page/result.json").toString());
      assertThat(why.out()).contains("rewriting: ").contains("extract: ");
    }
  }

  @Test
  void whatTheCitedWordsDoNotCarryIsRefused() throws IOException {
    List<UnaryOperator<String>> liars =
        List.of(
            sentence -> "Nine people drowned in the harbour of Trondheim on 3 March 2019.",
            sentence -> sentence + " <script>alert(1)</script>");
    for (UnaryOperator<String> liar : liars) {
      try (FakeEndpoint endpoint = FakeEndpoint.writing(liar)) {
        assertThat(read(endpoint).status()).isZero();
        for (JsonNode line : lines(result())) {
          String proposed = line.get("rewriting").get("proposed").asText();
          assertThat(outcome(line)).as(proposed).isEqualTo("refused");
          assertThat(line.get("rewriting").get("why").asText()).isNotBlank();
          assertThat(line.get("text")).isEqualTo(line.get("rewriting").get("extract"));
        }
      }
    }
  }

  @Test
  void withoutAnAnswerTheResultIsTheExtractAndOneLineSaysWhy() throws IOException {
    List<String> extracts = extracts();
    for (FakeEndpoint broken :
        List.of(
            FakeEndpoint.saying(500, "out of memory"),
            FakeEndpoint.answering(exchange -> Thread.sleep(20_000)))) {
      try (broken) {
        Run run = read(broken, "--rewrite-timeout", "1");
        assertThat(run.status()).isZero();
        assertThat(run.err().lines()).hasSize(1);
        assertThat(run.err()).startsWith("twosource: rewriting: ");
        assertThat(lines(result())).allMatch(line -> outcome(line).equals("failed"));
        assertThat(lines(result()).stream().map(line -> line.get("text").asText()))
            .isEqualTo(extracts);
        assertThat(broken.requests()).as("asked no more after two failures").hasSize(2);
      }
    }
  }

  @Test
  void wrongUsageOfTheOptionIsSaidBeforeAnythingIsRead() {
    for (List<String> wrong :
        List.of(
            List.of("--rewrite", "http://localhost:1/v1"),
            List.of("--rewrite-model", "small"),
            List.of("--rewrite", "localhost", "--rewrite-model", "small"),
            List.of("--rewrite", "file:///etc/passwd", "--rewrite-model", "small"),
            List.of("--rewrite", "http://x/v1", "--rewrite-model", "small", "--until", "claim"),
            List.of(
                "--rewrite", "http://x/v1", "--rewrite-model", "m", "--rewrite-timeout", "0"))) {
      List<String> all = new ArrayList<>(List.of("read", sample.toString(), "--no-html"));
      all.addAll(wrong);
      Run run = Run.of(all.toArray(String[]::new));
      assertThat(run.status()).as(wrong.toString()).isEqualTo(ExitStatus.WRONG_USAGE);
      assertThat(run.err()).contains("--rewrite");
    }
  }

  /** The sentence up to its last comma, as an honest editor would cut it. */
  private static String withoutTail(String sentence) {
    int comma = sentence.lastIndexOf(',');
    return comma > 40 && !sentence.contains("\"") && !sentence.contains("“")
        ? sentence.substring(0, comma) + "."
        : sentence;
  }

  private Run read(FakeEndpoint endpoint, String... more) {
    List<String> all =
        new ArrayList<>(
            List.of(
                "read",
                sample.toString(),
                "--html",
                folder.resolve("page").toString(),
                "--rewrite",
                endpoint.address().toString(),
                "--rewrite-model",
                "small"));
    all.addAll(List.of(more));
    return Run.of(all.toArray(String[]::new));
  }

  private List<String> extracts() throws IOException {
    Run.of("read", sample.toString(), "--html", folder.resolve("page").toString(), "--quiet");
    assertThat(lines(result())).noneMatch(line -> line.has("rewriting"));
    return lines(result()).stream().map(line -> line.get("text").asText()).toList();
  }

  private JsonNode result() throws IOException {
    return new ObjectMapper().readTree(folder.resolve("page/result.json").toFile());
  }

  private static List<JsonNode> lines(JsonNode result) {
    List<JsonNode> lines = new ArrayList<>();
    result.get("stories").forEach(story -> story.get("brief").forEach(lines::add));
    return lines;
  }

  private static String outcome(JsonNode line) {
    return line.get("rewriting").get("outcome").asText();
  }
}
