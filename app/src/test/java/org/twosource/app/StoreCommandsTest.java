package org.twosource.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.twosource.app.command.ExitStatus;
import org.twosource.app.desk.StoryService;
import org.twosource.app.store.StorePlace;
import org.twosource.golden.ResultSchema;

/** The commands of a store, as a person types them. */
class StoreCommandsTest {
  private static final Path SAMPLE =
      Path.of(System.getProperty("twosource.home", ".."), "samples", "harbour");

  @TempDir Path folder;

  @Test
  void importTellsWhatCameOfEveryInputAndIsSafeToRunAgain() throws IOException {
    Path bad = Files.write(folder.resolve("bad.txt"), new byte[] {0, 1, 2, 0, 0, 7});
    assertThat(run("import", SAMPLE.toString(), bad.toString()).strip())
        .isEqualTo("stored 6, versions 0, duplicates 0, quarantined 1");
    JsonNode again = json("import", SAMPLE.toString(), bad.toString());
    assertThat(again.toString())
        .isEqualTo("{\"stored\":0,\"versions\":0,\"duplicates\":6,\"quarantined\":1}");
    assertThat(run("verify")).startsWith("ok, digest ");
  }

  @Test
  void storiesAndTheAccountOfOne() throws Exception {
    run("import", SAMPLE.toString());
    JsonNode stories = json("stories");
    assertThat(stories.get("next").isNull()).isTrue();
    assertThat(stories.get("seq").asInt()).isEqualTo(6);
    JsonNode story = stories.at("/items/0");
    assertThat(story.get("reports").asInt()).isEqualTo(6);
    JsonNode account = json("story", story.get("id").asText());
    assertThat(ResultSchema.problems(account.toString().getBytes(StandardCharsets.UTF_8)))
        .isEmpty();
    assertThat(account.at("/stories/0/id")).isEqualTo(story.get("id"));
    assertThat(account.at("/stories/0/reports")).hasSize(6);
    assertThat(account.at("/stories/0/families").size()).isEqualTo(story.get("sources").asInt());
    assertThat(json("story", story.get("id").asText())).isEqualTo(account);
    JsonNode person =
        account.at("/entities").findParents("type").stream()
            .filter(entity -> entity.get("type").asText().equals("person"))
            .findFirst()
            .orElseThrow();
    assertThat(json("search", "person:\"" + person.get("name").asText() + "\"").get("items"))
        .isNotEmpty();
    assertThat(json("search", "standing:corroborated").get("items")).isNotEmpty();
  }

  @Test
  void aDamagedAccountIsMadeAgain() throws IOException {
    run("import", SAMPLE.toString());
    String story = json("stories").at("/items/0/id").asText();
    JsonNode account = json("story", story);
    Path kept;
    try (var listing = Files.list(folder.resolve("store/accounts"))) {
      kept = listing.findFirst().orElseThrow();
    }
    byte[] bytes = Files.readAllBytes(kept);
    assertThat(bytes.length).as("packed").isLessThan(account.toString().length() / 4);
    for (int at : new int[] {2, bytes.length / 2, bytes.length - 1}) {
      byte[] damaged = bytes.clone();
      damaged[at] ^= 1;
      Files.write(kept, damaged);
      assertThat(json("story", story)).as("byte " + at).isEqualTo(account);
    }
  }

  @Test
  void whatIsFoundAgainKeepsItsIdWhenAnOlderReportComes() throws IOException {
    List<String> files = new ArrayList<>();
    try (var listing = Files.list(SAMPLE)) {
      listing
          .map(Path::toString)
          .filter(file -> file.endsWith(".txt"))
          .sorted()
          .forEach(files::add);
    }
    List<String> later = new ArrayList<>(List.of("import"));
    later.addAll(files.subList(1, 5));
    run(later.toArray(String[]::new));
    String story = json("stories").at("/items/0/id").asText();
    JsonNode before = json("story", story).at("/stories/0");
    run("import", files.getFirst());
    JsonNode after = json("story", story).at("/stories/0");
    assertThat(after.get("reports")).hasSize(5);
    assertThat(ids(after.get("families"))).containsAll(ids(before.get("families")));
    List<String> claims = ids(after.get("claims"));
    long kept = ids(before.get("claims")).stream().filter(claims::contains).count();
    assertThat(kept).isGreaterThan(before.get("claims").size() / 2);
    assertThat(claims).doesNotHaveDuplicates();
  }

  private static List<String> ids(JsonNode findings) {
    List<String> ids = new ArrayList<>();
    findings.forEach(finding -> ids.add(finding.get("id").asText()));
    return ids;
  }

  @Test
  void searchAnswersWithPagesStoriesAndOffsets() throws IOException {
    run("import", SAMPLE.toString());
    JsonNode found = json("search", "strike -nothingofthekind");
    assertThat(found.properties()).extracting(Map.Entry::getKey).containsExactly("items");
    assertThat(found.get("items")).isNotEmpty();
    JsonNode first = found.at("/items/0");
    assertThat(first.properties())
        .extracting(Map.Entry::getKey)
        .containsExactly("report", "story", "start", "end", "score");
    assertThat(first.get("story")).isEqualTo(json("stories").at("/items/0/id"));
    assertThat(first.get("score").asDouble()).isPositive();
    assertThat(run("search", "strike")).contains(first.get("report").asText());
    assertThat(json("search", "--most", "1", "strike").get("items")).hasSize(1);
    Run wrong = Run.of("search", "--store", store(), "strike colour:red");
    assertThat(wrong.status()).isEqualTo(ExitStatus.WRONG_USAGE);
    assertThat(wrong.err().lines().toList()).hasSize(3).element(2).isEqualTo("           ^");
  }

  @Test
  void aSecondSourceIsToldOnceAndNotAgainAfterRebuild() throws IOException {
    List<Path> files = new ArrayList<>();
    try (var listing = Files.list(SAMPLE)) {
      listing.filter(file -> file.toString().endsWith(".txt")).sorted().forEach(files::add);
    }
    run("import", files.getFirst().toString());
    run("watches", "add", "second-source", "pay");
    assertThat(json("alerts").get("items")).isEmpty();
    for (Path file : files) {
      run("import", file.toString());
    }
    JsonNode alerts = json("alerts").get("items");
    assertThat(alerts).isNotEmpty();
    for (JsonNode alert : alerts) {
      assertThat(alert.get("kind").asText()).isEqualTo("second-source");
      assertThat(alert.get("evidence")).hasSize(2);
      assertThat(alert.at("/evidence/0/report")).isNotEqualTo(alert.at("/evidence/1/report"));
      assertThat(alert.get("why").asText())
          .contains("no report of the one was copied from the other");
    }
    run("rebuild");
    run("import", SAMPLE.toString());
    assertThat(json("alerts").get("items")).isEqualTo(alerts);
  }

  @Test
  void aBackupRestoredIsTheSameStore() {
    run("import", SAMPLE.toString());
    String digest = run("verify").replaceFirst("ok, ", "");
    run("backup", folder.resolve("b.db").toString());
    Run restored =
        Run.of(
            "restore",
            folder.resolve("b.db").toString(),
            "--store",
            folder.resolve("again").toString());
    assertThat(restored.out()).isEqualTo("restored, " + digest);
    assertThat(run("rebuild")).isEqualTo("rebuilt, " + digest);
  }

  @Test
  void anExportFillsAnotherStoreWithTheSameStories() {
    run("import", SAMPLE.toString());
    Path lines = folder.resolve("all.jsonl");
    run("export", lines.toString());
    Path other = folder.resolve("other");
    Run imported = Run.of("import", "--store", other.toString(), lines.toString());
    assertThat(imported.out().strip())
        .isEqualTo("stored 6, versions 0, duplicates 0, quarantined 0");
  }

  @Test
  void decisionsAreListedAndUndone() throws IOException {
    run("import", SAMPLE.toString());
    String digest = run("verify");
    String story = json("stories").at("/items/0/id").asText();
    assertThat(run("decisions", "add", "rename", story, "The harbour opens")).contains("d1");
    assertThat(json("stories").at("/items/0/title").asText()).isEqualTo("The harbour opens");
    assertThat(json("decisions").at("/items/0/undone").isNull()).isTrue();
    run("decisions", "undo", "d1");
    assertThat(run("verify")).isEqualTo(digest);
    Run wrong = Run.of("decisions", "add", "apart", "no", "none", "--store", store());
    assertThat(wrong.status()).isEqualTo(ExitStatus.WRONG_USAGE);
    assertThat(wrong.err()).contains("there is no report 'no'");
  }

  @Test
  void twoNamesThatTheReaderCallsOneAreOneEntityUntilItIsUndone() throws IOException {
    run("import", SAMPLE.toString());
    String story = json("stories").at("/items/0/id").asText();
    List<String> before = people(story);
    assertThat(before).hasSizeGreaterThan(1);
    String kept = before.get(1);
    String joined = before.getFirst();
    run("decisions", "add", "same-name", kept, joined);
    assertThat(people(story)).hasSize(before.size() - 1).contains(kept).doesNotContain(joined);
    run("rebuild");
    assertThat(people(story)).contains(kept).doesNotContain(joined);
    run("decisions", "undo", "d1");
    assertThat(people(story)).isEqualTo(before);
    Run wrong = Run.of("decisions", "add", "same-name", "Mara", "Mara", "--store", store());
    assertThat(wrong.status()).isEqualTo(ExitStatus.WRONG_USAGE);
  }

  private List<String> people(String story) throws IOException {
    List<String> names = new ArrayList<>();
    for (JsonNode entity : json("story", story).at("/entities")) {
      if (entity.get("type").asText().equals("person")) {
        names.add(entity.get("name").asText());
      }
    }
    return names;
  }

  @Test
  void withoutTheBytesItIsTheSameStoreToo() {
    run("import", "--raw-keep", "text", SAMPLE.toString());
    String digest = run("verify").replaceFirst("ok, ", "");
    assertThat(run("rebuild")).isEqualTo("rebuilt, " + digest);
  }

  @Test
  void pruningDeletesForGoodAndSaysWhatHungOnIt() throws IOException {
    run("import", SAMPLE.toString());
    assertThat(run("prune", "--before", "2024-05-15")).contains("reports ").contains("story s-");
    assertThat(run("verify")).startsWith("ok");
    assertThat(run("import", SAMPLE.toString())).startsWith("stored 0");
  }

  @Test
  void doctorSaysWhatIsWrongAndWhatToDo() throws IOException {
    Run none = Run.of("doctor", "--store", folder.resolve("none").toString());
    assertThat(none.status()).isEqualTo(ExitStatus.BROKEN);
    assertThat(none.out()).contains("trouble  there is no store in").contains("twosource import");
    run("import", SAMPLE.toString());
    assertThat(run("doctor"))
        .contains("ok       programs may run in")
        .contains("stored 6")
        .contains("ok       all reports are in their stories")
        .contains("nobody writes it now")
        .doesNotContain("trouble");
    String before = System.setProperty("org.sqlite.tmpdir", folder.resolve("gone").toString());
    try {
      Run noexec = Run.of("doctor", "--store", store());
      assertThat(noexec.status()).isEqualTo(ExitStatus.BROKEN);
      assertThat(noexec.out()).contains("lets no program run").contains("TWOSOURCE_JAVA_OPTS");
    } finally {
      if (before == null) {
        System.clearProperty("org.sqlite.tmpdir");
      } else {
        System.setProperty("org.sqlite.tmpdir", before);
      }
    }
    Files.writeString(Path.of(store()).resolve("twosource.db"), "no database at all ".repeat(99));
    Run damaged = Run.of("doctor", "--store", store());
    assertThat(damaged.status()).isEqualTo(ExitStatus.BROKEN);
    assertThat(damaged.out()).contains("is damaged").contains("restore a backup");
  }

  @Test
  void whatIsWrongIsOneSentence() {
    Run none = Run.of("stories", "--store", folder.resolve("none").toString());
    assertThat(none.status()).isEqualTo(ExitStatus.NOT_THERE);
    assertThat(none.err().strip().lines()).hasSize(1).first().asString().contains("no store");
    run("import", SAMPLE.toString());
    try (StoryService writing = StoryService.open(StorePlace.in(Path.of(store())))) {
      Run second = Run.of("import", "--store", store(), SAMPLE.toString());
      assertThat(second.status()).isEqualTo(ExitStatus.IN_USE);
      assertThat(second.err())
          .contains("process " + ProcessHandle.current().pid())
          .doesNotContain("\tat ");
      assertThat(run("stories")).contains("6 reports");
      assertThat(writing.isBehind()).isFalse();
    }
    Run gone = Run.of("story", "s-none", "--store", store());
    assertThat(gone.status()).isEqualTo(ExitStatus.NOT_THERE);
    assertThat(gone.err()).contains("there is no story 's-none'");
    Run missing = Run.of("import", "--store", store(), folder.resolve("not-there").toString());
    assertThat(missing.status()).isEqualTo(ExitStatus.NOTHING_READ);
    assertThat(missing.err()).contains("no such file");
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
