package org.twosource.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.OutputStream;
import java.io.RandomAccessFile;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.twosource.app.command.ExitStatus;

/**
 * Bad input through the real command, each beside two good reports: it becomes a report or one line
 * that says what is wrong and where, no stack trace is shown, and the good reports are read all the
 * same.
 */
class BadInputTest {
  private static final String SAMPLE = System.getProperty("twosource.home", "..");
  private static final String PROSE =
      "The ferry to Kelm was late on Monday. Its captain, Mara Oldt, said that fog lay on the river.\n";

  @TempDir Path folder;
  @TempDir Path elsewhere;

  @BeforeEach
  void twoGoodReports() throws IOException {
    for (String name : List.of("01-coast-wire.txt", "02-morning-ledger.txt")) {
      Files.copy(Path.of(SAMPLE, "samples/harbour", name), folder.resolve(name));
    }
  }

  @Test
  void anEmptyFile() throws IOException {
    Files.createFile(folder.resolve("bad.txt"));
    assertThat(reasonFor("bad.txt")).contains("empty");
  }

  @Test
  void aBinaryFile() throws IOException {
    Files.write(folder.resolve("bad.txt"), new byte[] {0, 1, 2, 3, 0, 0, 7, 0, 127, 0, 0, 0});
    assertThat(reasonFor("bad.txt")).isNotEmpty();
  }

  @Test
  void aFileOfFiftyMegabytes() throws IOException {
    try (OutputStream out = Files.newOutputStream(folder.resolve("bad.txt"))) {
      byte[] block = PROSE.repeat(1_000).getBytes(StandardCharsets.UTF_8);
      for (long written = 0; written < 50L << 20; written += block.length) {
        out.write(block);
      }
    }
    assertThat(reasonFor("bad.txt")).contains("file-bytes");
    assertThat(read().at("/unreadable/0/reason").asText()).doesNotContain("\n");
  }

  @Test
  void aFileOfFiftyMegabytesOfNothing() throws IOException {
    try (RandomAccessFile file = new RandomAccessFile(folder.resolve("bad.txt").toFile(), "rw")) {
      file.setLength(50L << 20);
    }
    assertThat(reasonFor("bad.txt")).isNotEmpty();
  }

  @Test
  void aFileThatIsNoUtf8() throws IOException {
    byte[] bytes = (PROSE + "? caf\u00e9 \u2013 " + PROSE).getBytes(StandardCharsets.UTF_8);
    bytes[PROSE.length()] = (byte) 0xc3;
    Files.write(folder.resolve("bad.txt"), bytes);
    assertThat(bodyOf("bad")).contains("\ufffd caf\u00e9 \u2013");
  }

  @Test
  void aFileInWindows1252() throws IOException {
    Files.write(
        folder.resolve("bad.txt"),
        ("\u201cLate again\u201d \u2013 caf\u00e9. " + PROSE)
            .getBytes(Charset.forName("windows-1252")));
    assertThat(bodyOf("bad")).startsWith("\u201cLate again\u201d \u2013 caf\u00e9.");
  }

  @Test
  void htmlAndJsonUnderATextName() throws IOException {
    Files.writeString(
        folder.resolve("page.txt"),
        "<!doctype html><html><head><title>Ferry late</title></head><body><nav>Home</nav><article><h1>Ferry"
            + " late</h1><p>"
            + PROSE.strip()
            + "</p><p>"
            + PROSE.strip()
            + "</p></article></body></html>");
    Files.writeString(
        folder.resolve("object.txt"),
        "{\"headline\": \"Ferry late\", \"body\": \"" + PROSE.strip() + "\"}");
    assertThat(bodyOf("page")).contains("fog lay on the river").doesNotContain("<p>");
    assertThat(bodyOf("object")).isEqualTo(PROSE.strip());
  }

  @Test
  void theSameFileTwice() throws IOException {
    String again = folder.resolve("01-coast-wire.txt").toString();
    JsonNode result = read("--until", "text", folder.toString(), again);
    assertThat(result.get("reports")).hasSize(2);
    assertThat(result.toString()).doesNotContain("01-coast-wire-2");
  }

  @Test
  void aLoopOfLinks() throws IOException {
    Path inner = Files.createDirectory(folder.resolve("inner"));
    Files.createSymbolicLink(inner.resolve("outer"), folder);
    Files.createSymbolicLink(inner.resolve("self"), inner.resolve("self"));
    JsonNode result = read();
    assertThat(result.get("reports")).hasSize(2);
    assertThat(result.get("unreadable").findValuesAsText("source"))
        .anyMatch(at -> at.endsWith("self"));
  }

  @Test
  void aFileThatMayNotBeRead() throws IOException {
    Path bad = Files.writeString(folder.resolve("bad.txt"), PROSE);
    Files.setPosixFilePermissions(bad, PosixFilePermissions.fromString("---------"));
    assumeTrue(!Files.isReadable(bad), "this user may read everything");
    assertThat(reasonFor("bad.txt")).isNotEmpty();
  }

  @Test
  void aFolderWithNoReport() throws IOException {
    Files.createDirectory(elsewhere.resolve("inner"));
    Run run = Run.of("read", elsewhere.toString());
    assertThat(run.status()).isEqualTo(ExitStatus.NOTHING_READ);
    assertThat(run.err().strip().lines().toList())
        .hasSize(2)
        .last()
        .asString()
        .contains(elsewhere + ": a folder without a report");
  }

  @Test
  void aSingleReport() throws IOException {
    JsonNode result = read(folder.resolve("01-coast-wire.txt").toString());
    assertThat(result.get("stories")).hasSize(1);
    assertThat(result.at("/stories/0/families")).hasSize(1);
    assertThat(result.at("/stories/0/claims").findValuesAsText("standing"))
        .isNotEmpty()
        .doesNotContain("corroborated");
  }

  @Test
  void aFileWhoseNameBeginsLikeAnArgumentFile() throws IOException {
    Path report = Files.writeString(folder.resolve("@more.txt"), "--no-html --json " + PROSE);
    assertThat(read(folder.toString(), "./" + report).get("reports")).hasSize(3);
    Run run = Run.of("read", "@more.txt");
    assertThat(run.status()).isEqualTo(ExitStatus.NOTHING_READ);
    assertThat(run.err()).contains("@more.txt: no such file");
  }

  @Test
  void digitsOfOtherScripts() throws IOException {
    Files.writeString(
        folder.resolve("wide.txt"),
        "Kelm counted \uff11\uff14 hurt passengers on Monday, \u0663\u0664 cars and US$\uff11\uff14. "
            + PROSE);
    assertThat(report(read("--until", "brief", folder.toString()), "wide").isObject()).isTrue();
  }

  @Test
  void theResultOfAnEarlierRun() throws IOException {
    Run first =
        Run.of(
            "read",
            folder.toString(),
            "--html",
            folder.resolve("twosource-out").toString(),
            "--quiet");
    assertThat(first.status()).isZero();
    JsonNode result = read();
    assertThat(result.get("reports")).hasSize(2);
    assertThat(result.at("/unreadable/0/reason").asText()).contains("a result of this program");
  }

  @Test
  void resultsThatWouldSpoilSomething() throws IOException {
    String report = folder.resolve("01-coast-wire.txt").toString();
    String before = Files.readString(Path.of(report));
    for (List<String> wrong :
        List.of(
            List.of("read", ""),
            List.of("read", report, "--json", report),
            List.of("read", report, "--json", "-", "--markdown", "-"),
            List.of("read", report, "--markdown", "a.out", "--write", "prov=a.out"),
            List.of("compare", folder.toString(), report))) {
      assertThat(Run.of(wrong.toArray(String[]::new)).status())
          .as(wrong.toString())
          .isEqualTo(ExitStatus.WRONG_USAGE);
    }
    assertThat(Files.readString(Path.of(report))).isEqualTo(before);
  }

  @Test
  void helpIsAlsoACommand() {
    Run run = Run.of("help", "read");
    assertThat(run.status()).isZero();
    assertThat(run.out()).contains("--until").contains("INPUT");
  }

  @Test
  void aReportInAnotherLanguage() throws IOException {
    Files.writeString(
        folder.resolve("other.txt"),
        "Statek do Kelm spóźnił się w poniedziałek. Kapitan powiedział, że nad rzeką leżała mgła.\n\n"
            + "Pasażerowie czekali dwie godziny na przystani, a potem pojechali autobusem do miasta.\n");
    JsonNode report = report(read(), "other");
    assertThat(report.get("language").asText()).isEqualTo("pl");
    assertThat(report.get("sentences").size()).isEqualTo(3);
  }

  @Test
  void tenThousandTinyFiles() throws IOException {
    Path tiny = Files.createDirectory(folder.resolve("tiny"));
    for (int i = 0; i < 10_000; i++) {
      Files.writeString(tiny.resolve("t" + i + ".txt"), "Item " + i + ".");
    }
    assertThat(read("--until", "story", folder.toString()).get("reports")).hasSize(10_002);
  }

  @Test
  void aLineOfFiveMillionCharacters() throws IOException {
    Files.writeString(folder.resolve("bad.txt"), "word ".repeat(1_000_000));
    assertThat(reasonFor("bad.txt")).contains("1,000,000").contains("report-characters");
    JsonNode result =
        read("--limit", "report-characters=6000000", "--until", "text", folder.toString());
    assertThat(report(result, "bad").get("body").asText()).hasSize(5_000_000);
  }

  @Test
  void controlCharactersAndTerminalEscapes() throws IOException {
    Files.writeString(
        folder.resolve("evil\u001b[31m.txt"), "\u001b]0;owned\u0007\u0000\u0001" + PROSE.repeat(2));
    Run run = Run.of("read", folder.toString(), "--html", elsewhere.toString());
    assertThat(run.status()).isZero();
    assertThat(run.out() + run.err()).doesNotContain("\u001b").doesNotContain("\u0007");
    assertThat(Files.readString(elsewhere.resolve("index.html"))).doesNotContain("\u001b");
  }

  @Test
  void htmlAndScriptInTheText() throws IOException {
    Files.writeString(
        folder.resolve("evil.txt"),
        PROSE + "<script>alert(1)</script> said <img src=x onerror=alert(1)> on Monday. " + PROSE);
    Run run = Run.of("read", folder.toString(), "--html", elsewhere.toString());
    assertThat(run.status()).isZero();
    assertThat(Files.readString(elsewhere.resolve("index.html")))
        .doesNotContain("<script>alert(1)")
        .doesNotContain("<img src=x");
  }

  // ---- running
  // -----------------------------------------------------------------------------------

  /** Up to the stage that bad input can still reach as text; later stages see text only. */
  private JsonNode read() throws IOException {
    return read("--until", "text", folder.toString());
  }

  private JsonNode read(String... inputs) throws IOException {
    List<String> arguments = new ArrayList<>(List.of("read", "--json", "-", "--no-html"));
    arguments.addAll(List.of(inputs));
    Run run = Run.of(arguments.toArray(String[]::new));
    assertThat(run.status()).as(run.err()).isZero();
    assertThat(run.err()).doesNotContain("\tat ").doesNotContain("Exception");
    JsonNode result = new ObjectMapper().readTree(run.out());
    assertThat(report(result, "01-coast-wire").get("body").asText()).isNotBlank();
    for (JsonNode unreadable : result.get("unreadable")) {
      assertThat(unreadable.get("reason").asText()).isNotBlank().doesNotContain("\n");
    }
    return result;
  }

  /** Why a file was not read; the good reports were. */
  private String reasonFor(String file) throws IOException {
    JsonNode result = read();
    assertThat(result.get("reports")).hasSize(2);
    assertThat(result.get("unreadable")).hasSize(1);
    assertThat(result.at("/unreadable/0/source").asText()).endsWith(file);
    return result.at("/unreadable/0/reason").asText();
  }

  private String bodyOf(String id) throws IOException {
    return report(read(), id).get("body").asText();
  }

  private static JsonNode report(JsonNode result, String id) {
    for (JsonNode report : result.get("reports")) {
      if (report.get("id").asText().equals(id)) {
        return report;
      }
    }
    return Optional.<JsonNode>empty()
        .orElseThrow(() -> new AssertionError("no report " + id + " in " + result.get("reports")));
  }
}
