package org.twosource.archive;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

/** What docs/archive.md says can be typed, and what it asks of the tables is there. */
class ArchivePageTest {
  private static final Path HOME = Path.of(System.getProperty("twosource.home"));
  private static final Path SCHEMAS = HOME.resolve("docs/schema/archive");

  private static String page() throws IOException {
    return Files.readString(HOME.resolve("docs/archive.md"));
  }

  private static List<String> found(String pattern, String in) {
    return Pattern.compile(pattern).matcher(in).results().map(hit -> hit.group(1)).toList();
  }

  @Test
  void everyCommandIsUnderstood() throws IOException {
    List<String> commands = new ArrayList<>(found("\\./twosource archive ([^#`\n]+)", page()));
    commands.addAll(found("spark-submit --class org.twosource.archive.Main \\S+ ([^\n]+)", page()));
    assertThat(commands).hasSizeGreaterThan(5);
    for (String command : commands) {
      String[] words = command.strip().replace("IN...", "IN").split("\\s+");
      assertThat(new CommandLine(new Main()).parseArgs(words).errors()).as(command).isEmpty();
    }
  }

  @Test
  void everyTableIsListedWithItsSchema() throws IOException {
    List<String> schemas;
    try (Stream<Path> files = Files.list(SCHEMAS)) {
      schemas = files.map(file -> file.getFileName().toString()).sorted().toList();
    }
    assertThat(new TreeSet<>(found("\\(schema/archive/(\\w+\\.json)\\)", page())))
        .containsExactlyElementsOf(schemas);
  }

  @Test
  void queriesAskForColumnsThatAreThere() throws IOException {
    for (String query : found("(?s)```(?:sql|python)\n(.*?)```", page())) {
      List<String> columns = new ArrayList<>();
      for (String table : found("out/(\\w+)", query)) {
        new ObjectMapper()
            .readTree(SCHEMAS.resolve(table + ".json").toFile())
            .path("properties")
            .fieldNames()
            .forEachRemaining(columns::add);
      }
      assertThat(columns).as(query).isNotEmpty();
      columns.addAll(found("AS (\\w+)", query)); // named by the query
      assertThat(columns).as(query).containsAll(named(query));
    }
  }

  /** What is selected from a table, or asked of a frame. */
  private static List<String> named(String query) {
    return Stream.concat(
            Pattern.compile("\\b(?:r|m|e|f|families|lineages)\\.(\\w+)")
                .matcher(query)
                .results()
                .map(hit -> hit.group(1)),
            Pattern.compile("SELECT ([\\w, ]+) FROM 'out")
                .matcher(query)
                .results()
                .map(MatchResult::group)
                .flatMap(list -> Stream.of(list.replaceAll("SELECT | FROM 'out", "").split(", "))))
        .toList();
  }
}
