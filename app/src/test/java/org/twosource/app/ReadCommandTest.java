package org.twosource.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.twosource.app.command.ExitStatus;

/** The command as a user meets it: exit status, messages, files. */
class ReadCommandTest {
  private static final Path HOME = Path.of(System.getProperty("twosource.home", ".."));
  private static final Path SAMPLE = HOME.resolve("samples/harbour");

  @TempDir Path folder;

  @Test
  void aFolderOfReportsGivesAnAccountAndAPage() throws IOException {
    Run run = run("read", SAMPLE.toString(), "--html", folder.resolve("page").toString());
    assertThat(run.status()).isZero();
    assertThat(run.err()).isEmpty();
    assertThat(run.out().lines().count()).as("fits two screens").isLessThanOrEqualTo(100);
    assertThat(run.out()).contains("6 reports").doesNotContain("\u001b");
    assertThat(Files.readString(folder.resolve("page/index.html")))
        .startsWithIgnoringCase("<!doctype html>");
  }

  @Test
  void jsonOnStandardOutputIsNothingButJson() throws IOException {
    Run run = run("read", SAMPLE.toString(), "--json", "-");
    JsonNode result = new ObjectMapper().readTree(run.out());
    assertThat(result.get("reports")).hasSize(6);
    assertThat(result.get("made").get("models").size()).isGreaterThan(1);
  }

  @Test
  void otherFormsAreWrittenWhereTheyAreAskedFor() throws IOException {
    Path events = folder.resolve("out/events.csv");
    Run run = run("read", SAMPLE.toString(), "--no-html", "--write", "events=" + events);
    assertThat(run.status()).isZero();
    assertThat(Files.readAllLines(events)).hasSizeGreaterThan(3);
    Run wrong = run("read", SAMPLE.toString(), "--write", "evnts=x");
    assertThat(wrong.status()).isEqualTo(ExitStatus.WRONG_USAGE);
    assertThat(wrong.err()).contains("events").contains("prov");
  }

  @Test
  void whatIsMistypedIsToldWithWhatMayBeMeant() {
    String sample = SAMPLE.toString();
    assertThat(run("read", sample, "--jsn", "x").err()).contains("did you mean --json?");
    assertThat(run("read", sample, "--markdwon=x").err()).contains("did you mean --markdown?");
    assertThat(run("raed", sample).err()).contains("did you mean read?");
    assertThat(run("read", sample, "--zzzzqqqq").err()).doesNotContain("did you mean");
    assertThat(run("read", sample, "--write", "evnts=x").err()).contains("did you mean events?");
  }

  @Test
  void twoResultsToOnePlaceAreRefused() {
    String sample = SAMPLE.toString();
    String file = folder.resolve("x").toString();
    for (String[] more :
        List.of(
            new String[] {"--json", "-", "--markdown", "-"},
            new String[] {"--json", "-", "--write", "events=-"},
            new String[] {"--markdown", "-", "--json", "/dev/stdout"},
            new String[] {"--json", file, "--markdown", folder + "/./x"})) {
      Run run = run("read", sample, more[0], more[1], more[2], more[3]);
      assertThat(run.status()).isEqualTo(ExitStatus.WRONG_USAGE);
      assertThat(run.err()).contains("two results go to");
    }
  }

  @Test
  void aFormOnStandardOutputStandsThereAlone() {
    Run run = run("read", SAMPLE.toString(), "--write", "events=-");
    assertThat(run.out().lines().findFirst().orElseThrow()).contains(",");
    assertThat(run.out()).doesNotContain("6 reports");
  }

  @Test
  void aResultOntoAnInputIsRefusedThroughLinksAndFoldersToo() throws IOException {
    Path reports = Files.createDirectory(folder.resolve("reports"));
    Path report = Files.writeString(reports.resolve("a.txt"), "The pier sank on Monday.");
    Path link = Files.createSymbolicLink(folder.resolve("link.json"), report);
    for (String target :
        List.of(report.toString(), link.toString(), reports + "/../reports/a.txt")) {
      Run file = run("read", report.toString(), "--no-html", "--json", target);
      assertThat(file.status()).isEqualTo(ExitStatus.WRONG_USAGE);
      Run inFolder = run("read", reports.toString(), "--no-html", "--json", target);
      assertThat(inFolder.status()).isEqualTo(ExitStatus.WRONG_USAGE);
      assertThat(inFolder.err()).contains("lies in the input folder");
    }
    assertThat(Files.readString(report)).isEqualTo("The pier sank on Monday.");
  }

  @Test
  void theEvidenceBehindAFindingCanBeAskedForLater() throws IOException {
    run("read", SAMPLE.toString(), "--html", folder.resolve("page").toString(), "--quiet");
    String result = folder.resolve("page/result.json").toString();
    Run why = run("why", "f1", "--from", result);
    assertThat(why.status()).isZero();
    assertThat(why.out()).contains("origin: ").contains("because");
    assertThat(run("why", "c1", "--from", result).out()).contains("stated in family f");
    assertThat(run("why", "l1", "--from", result).out()).contains("rests on family f");
    Run wrong = run("why", "c999", "--from", result);
    assertThat(wrong.status()).isEqualTo(ExitStatus.WRONG_USAGE);
    assertThat(wrong.err()).contains("did you mean c");
  }

  @Test
  void aFindingIsNamedByItsLabelAndByItsId() throws IOException {
    run("read", SAMPLE.toString(), "--html", folder.resolve("page").toString(), "--quiet");
    Path result = folder.resolve("page/result.json");
    JsonNode story = new ObjectMapper().readTree(result.toFile()).path("stories").path(0);
    for (String list : List.of("claims", "families", "distortions", "brief")) {
      JsonNode first = story.path(list).path(0);
      Run byLabel = run("why", first.path("label").asText(), "--from", result.toString());
      Run byId = run("why", first.path("id").asText(), "--from", result.toString());
      assertThat(byId.status()).isZero();
      assertThat(byId.out()).isEqualTo(byLabel.out());
    }
  }

  @Test
  void pairsAreComparedAndABrokenLineCostsNoOther() throws IOException {
    Path pairs = folder.resolve("pairs.jsonl");
    Files.writeString(
        pairs,
        """
        {"id": "p1", "before": "The mayor allegedly took the money, prosecutors said.", "after": "The mayor took the money."}
        not json
        {"id": "p2", "before": "Twelve people were hurt.", "after": "12 people were hurt."}
        """);
    Run run = run("compare", "--pairs", pairs.toString(), "--json", "-");
    assertThat(run.status()).isZero();
    assertThat(run.err()).contains("line 2");
    JsonNode answers = new ObjectMapper().readTree(run.out());
    assertThat(answers.findValuesAsText("id")).containsExactly("p1", "p2");
    assertThat(answers.get(0).get("distortions")).isNotEmpty();
    assertThat(answers.get(1).get("distortions")).isEmpty();
  }

  @Test
  void aSummaryIsCheckedSentenceBySentence() throws IOException {
    Path report = folder.resolve("report.txt");
    Path summary = folder.resolve("summary.txt");
    Files.writeString(
        report,
        "MARLOW - The bridge over the Teal was closed on Monday, the city of Marlow said. Two cars were damaged.");
    Files.writeString(
        summary, "The bridge over the Teal was closed on Monday. Nine cars were damaged.");
    Run run = run("check", summary.toString(), report.toString(), "--json", "-");
    assertThat(run.status()).isZero();
    JsonNode checks = new ObjectMapper().readTree(run.out());
    assertThat(checks).hasSize(2);
    assertThat(checks.get(1).get("supported").asBoolean()).isFalse();
  }

  @Test
  void theSameInputGivesTheSameBytes() {
    assertThat(run("read", SAMPLE.toString(), "--json", "-").out())
        .isEqualTo(run("read", SAMPLE.toString(), "--json", "-").out());
  }

  @Test
  void laterFieldsAreAbsentWhenAStageIsTheLast() throws IOException {
    JsonNode result =
        new ObjectMapper()
            .readTree(run("read", SAMPLE.toString(), "--json", "-", "--until", "text").out());
    assertThat(result.get("reports").get(0).get("sentences")).isNotEmpty();
    assertThat(result.has("stories")).isFalse();
    assertThat(result.get("reports").get(0).has("timexes")).isFalse();
  }

  @Test
  void aFolderWithoutAReportSaysSoAndAnswersTwo() throws IOException {
    Files.writeString(folder.resolve("empty.txt"), "");
    Run run = run("read", folder.toString(), "--no-html");
    assertThat(run.status()).isEqualTo(ExitStatus.NOTHING_READ);
    assertThat(run.err()).contains("no report could be read").contains("empty.txt");
  }

  @Test
  void wrongUsageAnswersSixtyFourWithWhatToDo() {
    assertThat(run("read").status()).isEqualTo(ExitStatus.WRONG_USAGE);
    assertThat(run("reed", "x").status()).isEqualTo(ExitStatus.WRONG_USAGE);
    Run date = run("read", SAMPLE.toString(), "--as-of", "yesterday");
    assertThat(date.status()).isEqualTo(ExitStatus.WRONG_USAGE);
    assertThat(date.err()).contains("2023-06-18").contains("yesterday");
  }

  @Test
  void reportsInTheSameWordsAYearApartAreTwoStories() throws IOException {
    bridgeRun("2022-05-09");
    bridgeRun("2023-05-09");
    assertThat(stories()).hasSize(2);
  }

  @Test
  void reportsInTheSameWordsAreTwoStoriesWhereStoriesCloseSooner() throws IOException {
    bridgeRun("2022-05-09");
    bridgeRun("2022-11-25");
    assertThat(stories()).hasSize(1);
    assertThat(stories("--stories-close-after", "200")).hasSize(1);
    assertThat(stories("--stories-close-after", "199")).hasSize(2);
  }

  private void bridgeRun(String day) throws IOException {
    Files.writeString(
        folder.resolve(day + ".html"),
        "<html><head><title>Marlow holds its bridge run</title>"
            + "<meta property=\"article:published_time\" content=\""
            + day
            + "\"></head><body><article><h1>Marlow holds its bridge run</h1>"
            + "<p>MARLOW - Some 400 people ran over the bridge across the Teal on Sunday, the"
            + " organiser Ada Brandt said. The city of Marlow closed the bridge for the morning."
            + " Children ran the short way along the harbour, and the mayor handed out the"
            + " medals.</p></article></body></html>");
  }

  private JsonNode stories(String... options) throws IOException {
    List<String> command = new ArrayList<>(List.of("read", folder.toString(), "--json", "-"));
    command.addAll(List.of(options));
    JsonNode result = new ObjectMapper().readTree(run(command.toArray(String[]::new)).out());
    assertThat(result.path("made").path("options").path("stories-close-after").asText())
        .isEqualTo(options.length == 0 ? "" : options[1]);
    return result.get("stories");
  }

  @Test
  void aStoryClosesAfterADayOrMore() {
    for (String days : List.of("0", "-5", "1.5", "never", "99999999999")) {
      Run run = run("read", SAMPLE.toString(), "--stories-close-after", days);
      assertThat(run.status()).isEqualTo(ExitStatus.WRONG_USAGE);
      assertThat(run.err()).contains("--stories-close-after").contains(days);
    }
  }

  @Test
  void aBadFileCostsNoOtherReport() throws IOException {
    Files.copy(SAMPLE.resolve("01-coast-wire.txt"), folder.resolve("good.txt"));
    Files.write(folder.resolve("bad.bin"), new byte[] {0, 1, 2, 3, 0, 0, 7, 0, 127, 0, 0, 0});
    Run run = run("read", folder.toString(), "--json", "-");
    assertThat(run.status()).isZero();
    JsonNode result = new ObjectMapper().readTree(run.out());
    assertThat(result.get("reports")).hasSize(1);
    assertThat(result.get("unreadable").get(0).get("source").asText()).endsWith("bad.bin");
    assertThat(result.get("unreadable").get(0).get("reason").asText()).isNotBlank();
  }

  @Test
  void terminalEscapesInAReportDoNotReachTheTerminal() throws IOException {
    Files.writeString(
        folder.resolve("evil\u001b[31m.txt"),
        "MARLOW (CW) \u2014 \u001b]0;owned\u0007The mayor of Marlow \u001b[2Jresigned on Monday after a long inquiry.\n");
    Run run = run("read", folder.toString(), "--no-html");
    assertThat(run.status()).isZero();
    assertThat(run.out()).doesNotContain("\u001b").doesNotContain("\u0007");
  }

  @Test
  void aResultThatCannotBeWrittenIsSaidWithItsPlace() throws IOException {
    Path blocked = Files.writeString(folder.resolve("file"), "x").resolve("result.json");
    Run run = run("read", SAMPLE.toString(), "--json", blocked.toString(), "--no-html");
    assertThat(run.status()).isEqualTo(ExitStatus.NOT_WRITTEN);
    assertThat(run.err()).contains("file").doesNotContain("\tat ");
  }

  private static Run run(String... arguments) {
    return Run.of(arguments);
  }
}
