package org.twosource.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Broken, doubled, dateless and empty input is counted and told, and what is done is kept. */
class OddInputTest {
  private static final String WIRE =
      "The harbour authority closed the northern lock on Tuesday after divers found a crack in the"
          + " eastern gate. Forty barges wait upstream. Repairs will take nine days, the lock keeper"
          + " told reporters, and grain for two mills is aboard. The council of Aldmere met at noon"
          + " and asked the army for a pontoon bridge. Nobody was hurt when the gate gave way.";

  private static final String ALONE =
      "A choir of forty bakers sang in the town hall of Westerfeld on Sunday. The mayor clapped for"
          + " six minutes. Tickets had been sold out since the spring, and the organ was tuned.";

  private static SparkSession spark;

  @TempDir static Path folder;
  private static Counters counters;
  private static String story;

  @BeforeAll
  static void readOddInput() throws Exception {
    spark = LocalSpark.open();
    Path in = Files.createDirectory(folder.resolve("in"));
    Files.writeString(
        in.resolve("a.jsonl"),
        String.join(
            "\n",
            line("wire", WIRE, "2031-03-01", "Coast Wire"),
            "{\"id\": \"broken\", \"text\": ",
            line("print", WIRE, "2031-03-02", "Daily Mole"),
            line("alone", ALONE, "31 February", "Westerfeld Post"),
            "{\"id\": \"empty\", \"text\": \"\"}"));
    Files.writeString(in.resolve("b.jsonl"), line("wire", WIRE, "2031-03-01", "Coast Wire"));
    Files.writeString(
        in.resolve("c.jsonl"), line("wire", ALONE + " Encore.", "2031-05-02", "Coast Wire"));
    Files.createFile(in.resolve("d.jsonl"));
    Files.write(in.resolve("e.warc.gz"), warc("http://example.org/lock", WIRE + " More follows."));
    spark
        .read()
        .json(spark.createDataset(List.of(row()), org.apache.spark.sql.Encoders.STRING()))
        .write()
        .parquet(in.resolve("f.parquet").toString());
    counters = run(false, List.of());
    story = rows("stories").getFirst().path("id").asText();
    run(true, List.of(story));
  }

  @AfterAll
  static void stop() {
    spark.stop();
  }

  private static Counters run(boolean resume, List<String> accounts) throws Exception {
    return Job.run(
        spark,
        new JobOptions(
            List.of(folder.resolve("in").toString()),
            new JobOptions.Output(
                folder.resolve("out").toString(), resume, List.of("parquet", "jsonl")),
            new JobOptions.Division(3, 2, 50_000),
            Tier.WORDS,
            new JobOptions.Extras(true, accounts)),
        Watch.NONE);
  }

  private static String line(String id, String text, String date, String outlet) {
    return "{\"id\": \"%s\", \"text\": \"%s\", \"date\": \"%s\", \"source\": \"%s\"}"
        .formatted(id, text, date, outlet);
  }

  private static String row() {
    return "{\"text\": \"" + ALONE + "\", \"date\": \"2031-03-05\", \"source\": \"Table Times\"}";
  }

  private static byte[] warc(String url, String text) throws IOException {
    String page =
        "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n<html><head><title>Lock</title>"
            + "<meta property=\"article:published_time\" content=\"2031-03-03\"></head><body><article><p>"
            + text.replace(". ", ".</p><p>")
            + "</p></article></body></html>";
    byte[] record =
        ("WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: "
                + url
                + "\r\nWARC-Date: 2031-03-03T08:00:00Z\r\n"
                + "WARC-Record-ID: <urn:uuid:3f2504e0-4f89-11d3-9a0c-0305e82c3301>\r\n"
                + "Content-Type: application/http; msgtype=response\r\nContent-Length: "
                + page.getBytes(StandardCharsets.UTF_8).length
                + "\r\n\r\n"
                + page
                + "\r\n\r\n")
            .getBytes(StandardCharsets.UTF_8);
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream member = new GZIPOutputStream(bytes)) {
      member.write(record);
    }
    return bytes.toByteArray();
  }

  private static List<JsonNode> rows(String table) throws IOException {
    List<JsonNode> rows = new ArrayList<>();
    try (Stream<Path> parts = Files.list(folder.resolve("out").resolve(table + ".jsonl"))) {
      for (Path part : parts.filter(one -> one.toString().endsWith(".json")).sorted().toList()) {
        for (String line : Files.readAllLines(part)) {
          rows.add(new ObjectMapper().readTree(line));
        }
      }
    }
    return rows;
  }

  @Test
  void whatWasReadIsStoredOrDoubledOrUnreadable() throws IOException {
    Counters.Input input = counters.input();
    assertThat(input.read()).isEqualTo(input.stored() + input.duplicates() + input.unreadable());
    assertThat(input.duplicates()).isEqualTo(1);
    assertThat(input.stored()).isEqualTo(6);
    assertThat(rows("unreadable"))
        .hasSize((int) input.unreadable())
        .anyMatch(row -> row.path("source").asText().endsWith("a.jsonl:2"))
        .allMatch(row -> !row.path("reason").asText().isBlank());
  }

  @Test
  void anotherTextUnderAnIdGetsItsContentBehindTheId() throws IOException {
    assertThat(rows("reports").stream().map(row -> row.path("id").asText()))
        .contains("wire", "print", "alone")
        .filteredOn(id -> id.startsWith("wire-"))
        .singleElement()
        .asString()
        .matches("wire-[0-9a-f]+");
  }

  @Test
  void printsOfOneTextAreOneFamilyWithEveryReportInOne() throws IOException {
    List<JsonNode> families = rows("families");
    assertThat(families)
        .anyMatch(row -> row.path("reports").toString().contains("\"wire\",\"print\""));
    assertThat(families.stream().mapToInt(row -> row.path("reports").size()).sum()).isEqualTo(6);
    assertThat(rows("prints")).anyMatch(row -> row.path("report").asText().equals("print"));
    assertThat(rows("lineages").stream().mapToInt(row -> row.path("reports").size()).sum())
        .isEqualTo(6);
  }

  @Test
  void tablesHaveTheColumnsThatTheirSchemasSay() throws IOException {
    Path home = Path.of(System.getProperty("twosource.home"));
    List<String> tables = new ArrayList<>();
    try (Stream<Path> schemas = Files.list(home.resolve("docs/schema/archive"))) {
      for (Path file : schemas.sorted().toList()) {
        String table = file.getFileName().toString().replace(".json", "");
        List<String> columns = new ArrayList<>();
        new ObjectMapper()
            .readTree(file.toFile())
            .path("properties")
            .fieldNames()
            .forEachRemaining(columns::add);
        String written = folder.resolve("out").resolve(table).toString();
        assertThat(spark.read().parquet(written).columns())
            .as(table)
            .containsExactlyElementsOf(columns);
        tables.add(table);
      }
    }
    try (Stream<Path> written = Files.list(folder.resolve("out"))) {
      assertThat(
              written
                  .map(one -> one.getFileName().toString())
                  .filter(name -> !name.contains(".") && !name.equals("work")))
          .containsExactlyInAnyOrderElementsOf(tables);
    }
  }

  @Test
  void whatIsDoneIsKeptAndTheRestIsMadeAgain() throws Exception {
    Path done = folder.resolve("out/work/ordered/_SUCCESS");
    Path lost = folder.resolve("out/families/_SUCCESS");
    var before = Files.getLastModifiedTime(done);
    List<JsonNode> families = rows("families");
    Files.delete(lost);
    assertThat(run(true, List.of())).isEqualTo(counters);
    assertThat(Files.getLastModifiedTime(done)).isEqualTo(before);
    assertThat(lost).exists();
    assertThat(rows("families")).isEqualTo(families);
  }

  @Test
  void accountsAreAddedToARunThatIsDone() throws IOException {
    JsonNode row = rows("accounts").getFirst();
    assertThat(rows("accounts")).hasSize(1);
    assertThat(row.path("story").asText()).isEqualTo(story);
    assertThat(new ObjectMapper().readTree(row.path("account").asText()).findValue("brief"))
        .isNotNull();
  }

  @Test
  void aStoryThatIsNotThereIsNamedOnceAllElseIsWritten() throws Exception {
    Files.delete(folder.resolve("out/metrics.json"));
    assertThatThrownBy(() -> run(true, List.of(story, "nosuch")))
        .isInstanceOf(RefusedException.class)
        .hasMessageContaining("no story nosuch;");
    assertThat(folder.resolve("out/metrics.json")).exists();
    assertThat(rows("accounts")).hasSize(1);
  }

  @Test
  void aFolderOfAnotherProgramIsNotTouched() throws Exception {
    Path other = Files.createDirectory(folder.resolve("other"));
    Files.writeString(other.resolve("precious.txt"), "keep me");
    JobOptions options =
        new JobOptions(
            List.of(folder.resolve("in").toString()),
            new JobOptions.Output(other.toString(), false, List.of("parquet")),
            new JobOptions.Division(1, 1, 50_000),
            Tier.WORDS,
            JobOptions.Extras.NONE);
    assertThatThrownBy(() -> Job.run(spark, options, Watch.NONE))
        .isInstanceOf(RefusedException.class);
    assertThat(other.resolve("precious.txt")).exists();
  }
}
