package org.twosource.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.twosource.app.command.ExitStatus;

/** Every kind of watch, as a person uses it. */
class WatchesTest {
  private static final Path SAMPLE =
      Path.of(System.getProperty("twosource.home", ".."), "samples", "harbour");
  private static final ObjectMapper JSON = new ObjectMapper();

  private static final String HOSPITAL =
      "Twelve passengers of the ferry Alba were taken to the hospital of Kelm on Sunday evening.";
  private static final String CLINIC =
      "On Sunday evening twelve passengers of the ferry Alba were brought to hospital in Kelm.";
  private static final String SMOKE =
      "Smoke had come out of the engine room when the ship was an hour from the harbour wall."
          + " Fishing boats from the northern bay took the first of them on board within minutes."
          + " A coastguard cutter towed the empty hull past the lighthouse before it grew dark.";
  private static final String PIER =
      "Relatives stood on the old pier until midnight and read out names from a paper list."
          + " The mayor opened the school gym and had blankets brought from the barracks."
          + " Two cranes are to lift the burnt deck as soon as the wind drops below force five.";

  @TempDir Path folder;

  @Test
  void aReportThatFitsASearchAnOutletOrANameIsToldOnce() throws IOException {
    run("watches", "add", "query", "ferry -drill");
    run("watches", "add", "outlet", "kelm-herald.example");
    run("watches", "add", "entity", "Ada Pell");
    run("watches", "add", "entity", "Old Pier");
    accept("one", "Kelm Herald", "2026-03-01", "Ada Pell, the harbour master, spoke. " + HOSPITAL);
    accept("two", "Coast Wire", "2026-03-01", "A ferry drill is planned for May in Selwyn.");
    List<JsonNode> alerts = alerts();
    assertThat(alerts)
        .extracting(alert -> alert.get("kind").asText())
        .containsExactlyInAnyOrder("query", "outlet", "entity");
    for (JsonNode alert : alerts) {
      assertThat(alert.at("/evidence/0/report").asText()).isEqualTo("one");
      assertThat(alert.get("provisional").asBoolean()).isFalse();
      assertThat(alert.get("retracted").asBoolean()).isFalse();
    }
    run("rebuild");
    accept("one", "Kelm Herald", "2026-03-01", "Ada Pell, the harbour master, spoke. " + HOSPITAL);
    assertThat(alerts()).hasSameSizeAs(alerts);
    assertThat(run("verify")).startsWith("ok");
  }

  @Test
  void wordsThatTurnOutToBeNoNameAreTakenBack() throws IOException {
    run("watches", "add", "entity", "hull");
    accept("one", "Coast Wire", "2026-03-01", HOSPITAL + " " + SMOKE);
    assertThat(alerts())
        .singleElement()
        .satisfies(
            alert -> {
              assertThat(alert.get("retracted").asBoolean()).isTrue();
              assertThat(alert.get("why").asText()).contains("name no person");
            });
  }

  @Test
  void aStoryThatGrowsIsToldWithOldAndNew() throws IOException {
    accept("one", "Coast Wire", "2026-03-01", HOSPITAL + " " + SMOKE);
    String story = json("stories").at("/items/0/id").asText();
    run("watches", "add", "story", story);
    accept("two", "Ledger", "2026-03-01", HOSPITAL + " " + SMOKE + " Trains run as planned.");
    JsonNode alert = only();
    assertThat(alert.get("before").asText()).isEqualTo("1 reports");
    assertThat(alert.get("after").asText()).isEqualTo("2 reports");
    assertThat(alert.at("/evidence/0/report").asText()).isEqualTo("two");
    Run wrong = Run.of("watches", "add", "story", "s-none", "--store", store());
    assertThat(wrong.status()).isEqualTo(ExitStatus.WRONG_USAGE);
  }

  @Test
  void aPageThatIsCorrectedIsToldWithBothSentences() throws IOException {
    accept("one", "Coast Wire", "2026-03-01", HOSPITAL + " " + SMOKE);
    run("watches", "add", "correction", "ferry hospital");
    accept("one", "Coast Wire", "2026-03-02", HOSPITAL + " " + SMOKE + " " + PIER);
    assertThat(alerts()).as("what is only added is no correction").isEmpty();
    String mended = HOSPITAL.replace("Twelve", "Fourteen");
    accept("one", "Coast Wire", "2026-03-03", mended + " " + SMOKE + " " + PIER);
    JsonNode alert = only();
    assertThat(alert.get("before").asText()).isEqualTo(HOSPITAL);
    assertThat(alert.get("after").asText()).isEqualTo(mended);
    accept(
        "two",
        "Ledger",
        "2026-03-03",
        HOSPITAL.replace("Twelve", "Fourteen")
            + " "
            + PIER
            + "\n\nCorrection: An earlier version of this article gave a wrong number of"
            + " passengers.");
    assertThat(alerts()).hasSize(2);
    assertThat(alerts().get(1).get("why").asText()).contains("it says so itself");
  }

  @Test
  void aSecondSourceIsTakenBackWhenALaterReportShowsOneText() throws IOException {
    run("watches", "add", "second-source", "ferry");
    accept("one", "Kelm Herald", "2026-03-01T18:00Z", HOSPITAL + " " + SMOKE);
    accept("two", "Ledger", "2026-03-01T19:00Z", CLINIC + " " + PIER);
    JsonNode alert = only();
    assertThat(alert.get("before").asText()).isEqualTo("one source: Kelm Herald");
    assertThat(alert.get("after").asText()).isEqualTo("two sources: Kelm Herald; Ledger");
    assertThat(alert.get("evidence")).hasSize(2);
    assertThat(alert.get("retracted").asBoolean()).isFalse();
    accept(
        "wire",
        "Coast Wire",
        "2026-03-01T17:00Z",
        HOSPITAL + " " + SMOKE + "\n\n" + CLINIC + " " + PIER);
    JsonNode after = only();
    assertThat(after.get("id")).isEqualTo(alert.get("id"));
    assertThat(after.get("retracted").asBoolean()).isTrue();
    assertThat(after.get("why").asText()).contains("two sources -> one");
  }

  @Test
  void aCopyThatChangedAndADisputeAreToldWithBothPassages() throws IOException {
    run("watches", "add", "changed-copy", "Coast Wire");
    run("watches", "add", "standing", "*");
    run("import", SAMPLE.toString());
    List<JsonNode> alerts = alerts();
    assertThat(alerts)
        .filteredOn(alert -> alert.get("kind").asText().equals("changed-copy"))
        .isNotEmpty()
        .allSatisfy(
            alert -> {
              assertThat(alert.get("evidence")).hasSize(2);
              assertThat(alert.get("before").asText()).isNotEqualTo(alert.get("after").asText());
            });
    assertThat(alerts)
        .filteredOn(alert -> alert.get("kind").asText().equals("standing"))
        .isNotEmpty()
        .allSatisfy(
            alert -> {
              assertThat(alert.get("after").asText()).startsWith("disputed: ");
              assertThat(alert.get("evidence")).hasSize(2);
            });
    assertThat(run("alerts")).contains("old: ").contains("new: ").contains("why: ");
  }

  @Test
  void whatIsSoAlreadyIsToldOnlyWhenAskedFor() throws IOException {
    run("import", SAMPLE.toString());
    run("watches", "add", "changed-copy", "Coast Wire");
    run("watches", "add", "query", "strike");
    assertThat(alerts()).isEmpty();
    run("watches", "add", "query", "vote", "--from-start");
    assertThat(alerts()).isNotEmpty();
  }

  @Test
  void aWatchThatIsWrongIsRefusedInASentence() {
    for (List<String> wrong :
        List.of(
            List.of("second-sauce", "x"),
            List.of("second-source", "!!"),
            List.of("silence", "reactor"),
            List.of("silence", "0h reactor"),
            List.of("query", "colour:red"),
            List.of("query", "standing:disputed"))) {
      List<String> all = new ArrayList<>(List.of("watches", "add", "--store", store()));
      all.addAll(wrong);
      Run run = Run.of(all.toArray(String[]::new));
      assertThat(run.status()).as(wrong.toString()).isEqualTo(ExitStatus.WRONG_USAGE);
    }
  }

  private JsonNode only() throws IOException {
    List<JsonNode> alerts = alerts();
    assertThat(alerts).hasSize(1);
    return alerts.getFirst();
  }

  private List<JsonNode> alerts() throws IOException {
    List<JsonNode> alerts = new ArrayList<>();
    json("alerts").get("items").forEach(alerts::add);
    return alerts;
  }

  private void accept(String id, String outlet, String date, String text) throws IOException {
    ObjectNode line = JSON.createObjectNode();
    line.put("id", id).put("text", text).put("source", outlet).put("date", date);
    line.put("title", "The ferry Alba");
    line.put("url", "https://" + outlet.toLowerCase().replace(' ', '-') + ".example/2026/" + id);
    Path file = Files.createTempFile(folder, "in", ".jsonl");
    Files.writeString(file, line + "\n");
    run("import", file.toString());
  }

  private String store() {
    return folder.resolve("store").toString();
  }

  private String run(String... arguments) {
    return StoreRun.run(store(), arguments);
  }

  private JsonNode json(String... arguments) throws IOException {
    return StoreRun.json(store(), arguments);
  }
}
