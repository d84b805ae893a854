package org.twosource.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.twosource.app.command.ExitStatus;

/** What a reader decides about claims and stories holds in every run, through the command. */
class DecisionsTest {
  private static final String SANK = "The ferry Albatross sank off Port Lindow on Saturday night.";
  private static final String SANK_TOO =
      "The Albatross ferry sank near Port Lindow late on Saturday.";
  private static final String SALE = "The mayor of Lindow wants to sell the old ferry next year.";

  @TempDir Path folder;
  private Path reports;
  private Path kept;

  @BeforeEach
  void threeReportsOfOneStory() throws IOException {
    reports = Files.createDirectory(folder.resolve("reports"));
    kept = folder.resolve("kept/decisions.jsonl");
    Files.writeString(reports.resolve("a.txt"), "PORT LINDOW, May 4, 2031 - " + SANK + "\n");
    Files.writeString(reports.resolve("b.txt"), "PORT LINDOW, May 4, 2031 - " + SANK_TOO + "\n");
    Files.writeString(reports.resolve("c.txt"), "PORT LINDOW, May 4, 2031 - " + SALE + "\n");
  }

  @Test
  void aDecisionGivenWithTheIdsThatTheResultShowsIsRememberedAndAppliedAgain() throws IOException {
    JsonNode before = read();
    String one = id(before, SANK);
    String other = id(before, SALE);
    assertThat(together(before, one, other)).isFalse();
    JsonNode decided = read("--same-claim", one + "=" + other, "--constraints", kept.toString());
    assertThat(together(decided, one, other)).isTrue();
    assertThat(decided.toString()).contains("one claim by your decision");
    assertThat(together(read("--constraints", kept.toString()), one, other)).isTrue();
    assertThat(Files.readString(kept))
        .contains("same-claim")
        .contains("\"text\"")
        .contains("\"c\"");
  }

  @Test
  void aRememberedDecisionOutlivesOtherOffsetsAndOtherIds() throws IOException {
    JsonNode before = read();
    String pair = id(before, SANK) + "=" + id(before, SALE);
    read("--same-claim", pair, "--constraints", kept.toString());
    Files.writeString(
        reports.resolve("a.txt"), "PORT LINDOW, May 4, 2031 - It rained.\n\n" + SANK + "\n");
    JsonNode moved = read("--constraints", kept.toString());
    assertThat(together(moved, id(moved, SANK), id(moved, SALE))).isTrue();
    Files.writeString(
        kept, "{\"same-claim\": [{\"text\": \"" + SANK + "\"}, {\"text\": \"" + SALE + "\"}]}\n");
    Files.move(reports.resolve("a.txt"), reports.resolve("renamed.txt"));
    JsonNode renamed = read("--constraints", kept.toString());
    assertThat(together(renamed, id(renamed, SANK), id(renamed, SALE))).isTrue();
  }

  @Test
  void statementsCanBeKeptApart() throws IOException {
    JsonNode before = read();
    String one = id(before, SANK);
    String other = id(before, SANK_TOO);
    assertThat(together(before, one, other)).isTrue();
    assertThat(together(read("--different-claims", one + "=" + other), one, other)).isFalse();
  }

  @Test
  void theSameDecisionIsKeptOnce() throws IOException {
    JsonNode before = read();
    String pair = id(before, SANK) + "=" + id(before, SALE);
    for (int run = 0; run < 2; run++) {
      read("--same-claim", pair, "--together", "a,c", "--constraints", kept.toString());
    }
    assertThat(Files.readAllLines(kept)).hasSize(2);
  }

  @Test
  void reportsCanBeKeptApartByTheFile() throws IOException {
    Files.createDirectories(kept.getParent());
    Files.writeString(kept, "# mine\n\n{\"apart\": [\"a\", \"b\"]}\n{\"apart\": [\"a\", \"c\"]}\n");
    assertThat(read("--constraints", kept.toString()).get("stories").size()).isGreaterThan(1);
  }

  @Test
  void everyWrongLineIsToldWithItsPlaceAndNothingIsDone() throws IOException {
    Path file = folder.resolve("wrong.jsonl");
    Files.writeString(
        file,
        """
        {"same-claim": ["a:1-5", "b:1-5"]}
        {"same-claim": ["a:1-5"]}
        nonsense
        {"same-clam": ["a:1-5", "b:1-5"]}
        {"same-claim": ["a:5-1", "b:1-5"]}
        {"different-claims": [{"report": "a"}, "b:1-5"]}
        {"same-claim": [{"text": "x", "start": 3}, "b:1-5"]}
        {"together": ["a", 3]}
        [1, 2]
        """);
    Run run = Run.of("read", reports.toString(), "--no-html", "--constraints", file.toString());
    assertThat(run.status()).isEqualTo(ExitStatus.WRONG_USAGE);
    assertThat(run.out()).isEmpty();
    List<String> lines = run.err().lines().toList();
    assertThat(lines).hasSize(8);
    for (int wrong = 2; wrong <= 9; wrong++) {
      assertThat(lines.get(wrong - 2)).startsWith("twosource: " + file + ":" + wrong + ": ");
    }
    assertThat(run.err()).contains("'same-clam'").contains("START before END").contains("not JSON");
  }

  @Test
  void aFileThatIsNotThereOrNoTextIsSaidInOneLine() throws IOException {
    Run absent = Run.of("read", reports.toString(), "--no-html", "--constraints", kept.toString());
    assertThat(absent.status()).isEqualTo(ExitStatus.WRONG_USAGE);
    assertThat(absent.err().lines()).hasSize(1);
    assertThat(absent.err()).contains("there is no such file");
    Path binary =
        Files.write(folder.resolve("binary"), new byte[] {(byte) 0xff, (byte) 0xfe, 0, 1});
    Run unread =
        Run.of("read", reports.toString(), "--no-html", "--constraints", binary.toString());
    assertThat(unread.status()).isEqualTo(ExitStatus.WRONG_USAGE);
    assertThat(unread.err().lines()).hasSize(1);
  }

  @Test
  void aDecisionWithoutEffectIsToldAndCostsNothing() {
    Run run =
        Run.of(
            "read",
            reports.toString(),
            "--json",
            "-",
            "--same-claim",
            "nobody:1-9=a:30-40",
            "--different-claims",
            "a:30-9999=b:30-40");
    assertThat(run.status()).isZero();
    assertThat(run.err().lines()).hasSize(2);
    assertThat(run.err())
        .contains("there is no report 'nobody'")
        .contains("a:30-9999 is not in the report");
  }

  @Test
  void aReportThatIsNotThereIsWrongUsageAndNothingIsWritten() {
    for (String option : List.of("--together", "--apart")) {
      Run run = Run.of("read", reports.toString(), "--json", "-", option, "a,bb");
      assertThat(run.status()).isEqualTo(ExitStatus.WRONG_USAGE);
      assertThat(run.out()).isEmpty();
      assertThat(run.err())
          .contains(option + ": there is no report 'bb'")
          .contains("did you mean 'b'?");
    }
  }

  @Test
  void aStatementThatIsNoneIsWrongUsage() {
    for (String wrong : List.of("a=b", "a:1-2", "a:9-2=b:1-2", "")) {
      Run run = Run.of("read", reports.toString(), "--no-html", "--same-claim", wrong);
      assertThat(run.status()).as(wrong).isEqualTo(ExitStatus.WRONG_USAGE);
      assertThat(run.err()).contains("START");
    }
  }

  @Test
  void whyTellsWhatTiesTheStatementsOfAClaim() {
    Path page = folder.resolve("page");
    Run.of("read", reports.toString(), "--html", page.toString(), "--quiet");
    Run why = Run.of("why", "c1", "--from", page.resolve("result.json").toString());
    assertThat(why.out()).contains("one claim by likeness").contains("a:").contains(" = b:");
  }

  @Test
  void idsOfEntitiesComeFromAFileAndBadLinesAreTold() throws IOException {
    Path ids = folder.resolve("ids.tsv");
    Files.writeString(ids, "# mine\nPort Lindow\tplace\tQ77\nPort Lindow Q78\n\n");
    Run run = Run.of("read", reports.toString(), "--json", "-", "--wikidata", ids.toString());
    JsonNode result = new ObjectMapper().readTree(run.out());
    assertThat(result.get("entities").findValuesAsText("wikidata")).contains("Q77");
    assertThat(result.get("reports").get(0).get("entities").findValuesAsText("entity"))
        .contains("Q77");
    assertThat(result.get("made").get("models").get("wikidata ids").asText()).hasSize(64);
    assertThat(run.err()).startsWith("twosource: " + ids + ":3: ");
    Run absent = Run.of("read", reports.toString(), "--wikidata", folder.resolve("x").toString());
    assertThat(absent.status()).isEqualTo(ExitStatus.WRONG_USAGE);
    assertThat(absent.err()).contains("there is no such file");
  }

  private JsonNode read(String... options) throws IOException {
    List<String> arguments = new ArrayList<>(List.of("read", reports.toString(), "--json", "-"));
    arguments.addAll(List.of(options));
    Run run = Run.of(arguments.toArray(String[]::new));
    assertThat(run.err()).isEmpty();
    assertThat(run.status()).isZero();
    return new ObjectMapper().readTree(run.out());
  }

  /** The id of the statement that has these words. */
  private static String id(JsonNode result, String words) {
    for (JsonNode statement : result.findParents("certainty")) {
      String body = body(result, statement.path("report").asText());
      if (words.contains(
              body.substring(statement.path("start").asInt(), statement.path("end").asInt()))
          || body.substring(statement.path("start").asInt(), statement.path("end").asInt())
              .contains(words)) {
        return statement.path("id").asText();
      }
    }
    throw new AssertionError("no statement " + words);
  }

  private static String body(JsonNode result, String id) {
    for (JsonNode report : result.get("reports")) {
      if (report.get("id").asText().equals(id)) {
        return report.get("body").asText();
      }
    }
    throw new AssertionError("no report " + id);
  }

  private static boolean together(JsonNode result, String one, String other) {
    for (JsonNode claim : result.findParents("merges")) {
      List<String> ids = claim.get("statements").findValuesAsText("id");
      if (ids.contains(one) && ids.contains(other)) {
        return true;
      }
    }
    return false;
  }

  @Test
  void outletsOfTheUserAreOnePublisher() throws IOException {
    Path own = Files.createDirectory(folder.resolve("outlets"));
    Files.writeString(
        own.resolve("a.jsonl"),
        """
        {"id": "a", "outlet": "Harlow Star", "date": "2024-03-01", "text": "The bridge at Harlow was closed on Friday after a barge hit its second pier, the council said."}
        {"id": "b", "outlet": "Star of Harlow", "date": "2024-03-01", "text": "Lorries queued for miles around Harlow on Friday. Its bridge is shut, and the barge that struck it lies across the river; divers are to look at the damage."}
        """);
    Path outlets = folder.resolve("outlets.tsv");
    Files.writeString(outlets, "Harlow Star\tStar of Harlow\n");
    JsonNode apart =
        new ObjectMapper().readTree(Run.of("read", own.toString(), "--json", "-").out());
    assertThat(apart.get("stories").get(0).get("sources")).hasSize(2);
    JsonNode one =
        new ObjectMapper()
            .readTree(
                Run.of("read", own.toString(), "--json", "-", "--outlets", outlets + "").out());
    assertThat(one.get("stories").get(0).get("sources")).hasSize(1);
    assertThat(one.get("reports").findValuesAsText("outlet")).containsOnly("Harlow Star");
    Files.writeString(outlets, "Harlow Star\n");
    Run broken = Run.of("read", own.toString(), "--outlets", outlets + "");
    assertThat(broken.status()).isEqualTo(64);
    assertThat(broken.err()).contains("line 1");
  }
}
