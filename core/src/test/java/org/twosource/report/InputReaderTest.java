package org.twosource.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Random;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.twosource.report.format.Content;
import org.twosource.report.format.Findings;
import org.twosource.report.format.FormatReader;
import org.twosource.report.format.Readers;

/** Bad input is normal input: each gives a report or one line that says what was wrong. */
class InputReaderTest {
  private static final String TEXT = "The harbour was closed on Tuesday. Two dockers were hurt.";

  @TempDir Path folder;

  private final InputReader reader = new InputReader(Limits.standard());

  private Path write(String name, String text) throws IOException {
    return write(name, text.getBytes(StandardCharsets.UTF_8));
  }

  private Path write(String name, byte[] bytes) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    return Files.write(file, bytes);
  }

  private List<String> ids() {
    return reader.read(folder).reports().stream().map(Report::id).toList();
  }

  /** The one thing that is wrong in the folder, beside a good report that is still read. */
  private Unreadable onlyFault() throws IOException {
    write("zz-good.txt", TEXT);
    Reading reading = reader.read(folder);
    assertThat(reading.reports()).extracting(Report::id).contains("zz-good");
    assertThat(reading.unreadable()).hasSize(1);
    Unreadable fault = reading.unreadable().getFirst();
    assertThat(fault.reason()).isNotBlank().doesNotContain("\n", "\u001b");
    return fault;
  }

  @Test
  void aFaultOfAReaderCostsItsContentAlone() throws IOException {
    write("bad.txt", "bad " + TEXT);
    write("good.txt", TEXT);
    for (Throwable fault :
        List.of(
            new OutOfMemoryError("Java heap space"),
            new IllegalStateException(),
            new StackOverflowError(),
            new ArithmeticException("/ by zero"))) {
      Reading reading =
          new InputReader(Limits.standard(), List.of(failing(fault), Readers.standard().getLast()))
              .read(folder);
      assertThat(reading.reports()).extracting(Report::id).containsExactly("good");
      assertThat(reading.unreadable()).hasSize(1);
      assertThat(reading.unreadable().getFirst().source()).endsWith("bad.txt");
      assertThat(reading.unreadable().getFirst().reason())
          .contains(fault.getClass().getSimpleName())
          .doesNotContain("null");
    }
  }

  private static FormatReader failing(Throwable fault) {
    return new FormatReader() {
      @Override
      public String format() {
        return "failing";
      }

      @Override
      public boolean recognises(Content content) {
        return content.head(3).equals("bad");
      }

      @Override
      public void read(Content content, Limits limits, Findings findings) {
        if (fault instanceof Error error) {
          throw error;
        }
        throw (RuntimeException) fault;
      }
    };
  }

  // ---- files and folders
  // -------------------------------------------------------------------------

  @Test
  void aFolderIsReadInTheOrderOfItsNames() throws IOException {
    write("b.txt", TEXT);
    write("a.txt", TEXT);
    write("sub/c.txt", TEXT);
    write(".hidden", TEXT);
    assertThat(ids()).containsExactly("a", "b", "c");
  }

  @Test
  void twoFilesOfTheSameNameGetIdsOfTheirOwn() throws IOException {
    write("a/story.txt", TEXT);
    write("b/story.txt", TEXT);
    write("c/story.txt", TEXT);
    assertThat(ids()).containsExactly("story", "story-2", "story-3");
  }

  @Test
  void theSameFileTwiceIsReadOnceAndEqualFilesAreTwoReports() throws IOException {
    Path file = write("a.txt", TEXT);
    write("b.txt", TEXT);
    Files.createSymbolicLink(folder.resolve("c.txt"), file);
    Reading reading = reader.read(List.of(file, folder, file));
    assertThat(reading.reports()).extracting(Report::id).containsExactly("a", "b");
    assertThat(reading.unreadable()).isEmpty();
  }

  @Test
  void aLinkThatLeadsBackIsFollowedOnce() throws IOException {
    write("sub/a.txt", TEXT);
    Files.createSymbolicLink(folder.resolve("sub/up"), folder);
    Files.createSymbolicLink(folder.resolve("sub/self"), folder.resolve("sub/self"));
    Reading reading = reader.read(folder);
    assertThat(reading.reports()).hasSize(1);
    assertThat(reading.unreadable()).hasSize(1);
  }

  @Test
  void aMissingFileAndADanglingLinkAreTold() throws IOException {
    assertThat(reader.read(folder.resolve("none")).unreadable().getFirst().reason())
        .isEqualTo("no such file");
    Files.createSymbolicLink(folder.resolve("gone"), folder.resolve("none"));
    assertThat(onlyFault().reason()).isEqualTo("a link to nothing");
  }

  @Test
  void aFileThatMayNotBeReadIsTold() throws IOException {
    Path file = write("secret.txt", TEXT);
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("---------"));
    assumeFalse(Files.isReadable(file), "this user may read everything");
    assertThat(onlyFault().reason()).contains("permission denied");
  }

  @Test
  void aFolderWithoutAReportIsTold() throws IOException {
    Reading reading = reader.read(folder);
    assertThat(reading.reports()).isEmpty();
    assertThat(reading.unreadable().getFirst().reason()).isEqualTo("a folder without a report");
  }

  @Test
  void tenThousandTinyFilesAreRead() throws IOException {
    for (int i = 0; i < 10_000; i++) {
      Files.writeString(folder.resolve("r" + i + ".txt"), "It fell.");
    }
    assertThat(ids()).hasSize(10_000).doesNotHaveDuplicates();
  }

  @Test
  void controlCharactersInAFileNameAreKeptOutOfTheId() throws IOException {
    write("a\u001b[31m\u0007b.txt", TEXT);
    assertThat(ids()).containsExactly("a[31mb");
  }

  // ---- one file
  // ----------------------------------------------------------------------------------

  @Test
  void anEmptyFileIsTold() throws IOException {
    write("empty.txt", "");
    assertThat(onlyFault().reason()).isEqualTo("empty file");
  }

  @Test
  void whiteSpaceAloneIsTold() throws IOException {
    write("blank.txt", " \n\t\n");
    assertThat(onlyFault().reason()).isEqualTo("nothing but white space");
  }

  @Test
  void aBinaryFileIsTold() throws IOException {
    byte[] noise = new byte[5_000];
    new Random(7).nextBytes(noise);
    write("noise.txt", noise);
    assertThat(onlyFault().reason()).contains("not text");
  }

  @Test
  void aDocumentOfAnotherKindIsNamed() throws IOException {
    write("paper.txt", "%PDF-1.7\n...");
    assertThat(onlyFault().reason()).startsWith("the PDF is damaged");
  }

  @Test
  void aFileOfFiftyMegabytesIsNotRead() throws IOException {
    byte[] large = new byte[50 << 20];
    java.util.Arrays.fill(large, (byte) 'a');
    write("large.txt", large);
    assertThat(onlyFault().reason())
        .isEqualTo("52,428,800 bytes, more than the limit file-bytes = 33,554,432");
  }

  @Test
  void aLineOfFiveMillionCharactersIsReadWhenTheLimitAllows() throws IOException {
    write("long.txt", "word ".repeat(1_000_000));
    assertThat(onlyFault().reason())
        .isEqualTo("5,000,000 characters, more than the limit report-characters = 1,000,000");
    Reading reading =
        new InputReader(Limits.standard().with("report-characters", 6_000_000))
            .read(folder.resolve("long.txt"));
    assertThat(reading.reports()).hasSize(1);
  }

  @Test
  void invalidUtf8CostsOnlyTheBytesConcerned() throws IOException {
    byte[] bytes = "Le port est fermé après la chute. X".getBytes(StandardCharsets.UTF_8);
    bytes[bytes.length - 1] = (byte) 0xff;
    write("a.txt", bytes);
    assertThat(reader.read(folder).reports().getFirst().body())
        .isEqualTo("Le port est fermé après la chute. \ufffd");
  }

  @Test
  void windows1252AndUtf16AreRead() throws IOException {
    String text = "“The café is closed” – it’s over.";
    write("a.txt", text.getBytes(Charset.forName("windows-1252")));
    write("b.txt", text.getBytes(StandardCharsets.UTF_16));
    write("c.txt", text.getBytes(StandardCharsets.UTF_16LE));
    write("d.txt", ("\ufeff" + text).getBytes(StandardCharsets.UTF_8));
    assertThat(reader.read(folder).reports())
        .hasSize(4)
        .allMatch(report -> report.body().equals(text));
  }

  @Test
  void controlCharactersAndEscapesStayInTheBodyAsReceived() throws IOException {
    String text =
        "The \u001b[31mharbour\u001b[0m was \u0007closed <script>alert(1)</script> on Tuesday & so on.";
    write("a.txt", text);
    assertThat(reader.read(folder).reports().getFirst().body()).isEqualTo(text);
  }

  @Test
  void thePlainTextIsTheBodyToTheLastCharacter() throws IOException {
    String text = " date 2021-05-03 Minister Ana Beck (L).\r\n\r\n" + TEXT + "\n";
    write("a.txt", text);
    assertThat(reader.read(folder).reports().getFirst().body()).isEqualTo(text);
  }

  // ---- formats under a wrong name
  // ----------------------------------------------------------------

  @Test
  void htmlUnderATextNameIsReadAsAPage() throws IOException {
    write(
        "page.txt",
        "<!DOCTYPE html><html lang=en><head><title>Crane falls - Courier</title>"
            + "<meta property='article:published_time' content='2021-05-03T07:00:00Z'>"
            + "<meta property='og:site_name' content='The Alder Courier'></head><body><nav>Home News Sport</nav>"
            + "<h1>Crane falls in Port Alder</h1><script>var x = 'evil';</script><article>"
            + "<p>The harbour of Port Alder was closed on Tuesday after a crane fell onto the quay, the port said.</p>"
            + "<p>Two dockers were hurt, and ships were sent to other ports of the island in the evening.</p></article>"
            + "<footer>All rights reserved.</footer></body></html>");
    Report report = reader.read(folder).reports().getFirst();
    assertThat(report.body())
        .isEqualTo(
            "The harbour of Port Alder was closed on Tuesday after a crane fell onto the quay, the port said.\n"
                + "Two dockers were hurt, and ships were sent to other ports of the island in the evening.");
    assertThat(report.headline()).contains("Crane falls in Port Alder");
    assertThat(report.outlet()).contains("The Alder Courier");
    assertThat(report.published()).contains(new PartialDate("2021-05-03T07:00Z"));
  }

  @Test
  void jsonUnderATextNameIsReadByItsFields() throws IOException {
    write(
        "one.txt",
        "{\"headline\": \"Crane falls\", \"body\": \""
            + TEXT
            + "\", \"published\": \"2021-05-03\", \"outlet\": \"Courier\","
            + " \"byline\": [\"Ana Beck\"], \"credit\": \"AP\", \"language\": \"en\", \"url\": \"https://courier.example/a\"}");
    Report report = reader.read(folder).reports().getFirst();
    assertThat(report)
        .isEqualTo(
            new Report(
                "one",
                folder.resolve("one.txt").toString(),
                java.util.Optional.of("https://courier.example/a"),
                java.util.Optional.of("Courier"),
                java.util.Optional.of("Crane falls"),
                List.of("Ana Beck"),
                List.of("AP"),
                PartialDate.parse("2021-05-03"),
                java.util.Optional.of("en"),
                TEXT));
  }

  @Test
  void aJsonLineBrokenInTheMiddleCostsNoOtherLine() throws IOException {
    write(
        "many.jsonl",
        "{\"id\": \"a\", \"text\": \""
            + TEXT
            + "\"}\n{\"id\": \"b\", \"text\": \"The harb\n{\"id\": \"c\", \"text\": \""
            + TEXT
            + "\"}\n{\"id\": \"d\"}\n");
    Reading reading = reader.read(folder);
    assertThat(reading.reports()).extracting(Report::id).containsExactly("a", "c");
    assertThat(reading.unreadable()).hasSize(2);
    assertThat(reading.unreadable().getFirst().source()).endsWith("many.jsonl:2");
    assertThat(reading.unreadable().getFirst().offset()).isGreaterThan(80);
    assertThat(reading.unreadable().getFirst().reason()).startsWith("broken JSON");
    assertThat(reading.unreadable().getLast().reason())
        .isEqualTo("a JSON object without text or body");
  }

  @Test
  void aJsonArrayAndAnObjectWithAListGiveAllTheirReports() throws IOException {
    write("array.json", "[{\"id\": 1, \"text\": \"" + TEXT + "\"}, {\"text\": \"" + TEXT + "\"}]");
    write("list.json", "{\n \"reports\": [{\"id\": \"x\", \"body\": \"" + TEXT + "\"}]}");
    assertThat(ids()).containsExactly("1", "array-2", "x");
  }

  @Test
  void aTextThatBeginsWithABracketIsText() throws IOException {
    write("a.txt", "[UPDATE] " + TEXT);
    write("b.txt", "{sic} " + TEXT);
    assertThat(ids()).containsExactly("a", "b");
  }

  @Test
  void aFeedGivesItsEntriesAndABrokenOneWhatCanBeRead() throws IOException {
    String feed =
        "<?xml version='1.0'?><rss version='2.0'><channel><title>Courier</title><language>en-gb</language>"
            + "<item><title>Crane &amp; quay</title><link>https://courier.example/a</link><pubDate>Mon, 03 May 2021 07:00:00 GMT</pubDate>"
            + "<description>&lt;p&gt;"
            + TEXT
            + "&lt;/p&gt;</description></item>"
            + "<item><title>Second</title><pubDate>never</pubDate><description>Ships were sent to other ports.";
    write("feed.xml", feed);
    Reading reading = reader.read(folder);
    assertThat(reading.reports()).hasSize(2);
    Report first = reading.reports().getFirst();
    assertThat(first.body()).isEqualTo(TEXT);
    assertThat(first.headline()).contains("Crane & quay");
    assertThat(first.outlet()).contains("Courier");
    assertThat(first.published()).contains(new PartialDate("2021-05-03T07:00Z"));
    assertThat(reading.reports().getLast().published()).isEmpty();
  }

  // ---- archives
  // ----------------------------------------------------------------------------------

  @Test
  void aZipGivesTheFilesInIt() throws IOException {
    write("week.zip", zip("news/a.txt", TEXT, "news/b.txt", TEXT, "news/empty.txt", ""));
    Reading reading = reader.read(folder);
    assertThat(reading.reports()).extracting(Report::id).containsExactly("a", "b");
    assertThat(reading.reports().getFirst().source()).endsWith("week.zip!news/a.txt");
    assertThat(reading.unreadable().getFirst().source()).endsWith("week.zip!news/empty.txt");
  }

  @Test
  void aTruncatedGzipStopsAtTheLastWholeReport() throws IOException {
    StringBuilder lines = new StringBuilder();
    Random random = new Random(3);
    for (int i = 0; i < 200; i++) {
      lines
          .append("{\"id\": \"r")
          .append(i)
          .append("\", \"text\": \"Crane ")
          .append(random.nextLong())
          .append(" fell.\"}\n");
    }
    byte[] whole = gzip(lines.toString());
    write("many.jsonl.gz", java.util.Arrays.copyOf(whole, whole.length / 2));
    Reading reading = reader.read(folder);
    assertThat(reading.reports().size()).isBetween(50, 150);
    assertThat(reading.unreadable().getFirst().reason()).contains("cut off");
  }

  @Test
  void everyTruncationOfAnArchiveIsSurvived() throws IOException {
    byte[] packed = zip("a.txt", TEXT, "b.json", "{\"text\": \"" + TEXT + "\"}");
    byte[] squeezed = gzip(TEXT);
    for (int length = 0; length < Math.max(packed.length, squeezed.length); length++) {
      Path cut = write("cut.bin", java.util.Arrays.copyOf(packed, Math.min(length, packed.length)));
      Reading zip = reader.read(cut);
      assertThat(zip.reports().size() + zip.unreadable().size()).isPositive();
      write("cut.bin", java.util.Arrays.copyOf(squeezed, Math.min(length, squeezed.length)));
      Reading gzip = reader.read(cut);
      assertThat(gzip.reports().size() + gzip.unreadable().size()).isPositive();
    }
  }

  @Test
  void anArchiveThatGrowsWithoutEndIsStopped() throws IOException {
    write("bomb.gz", gzip("\0".repeat(40 << 20)));
    InputReader careful =
        new InputReader(
            Limits.standard()
                .with("archive-depth", 3)
                .with("archive-entries", 10)
                .with("expanded-bytes", 64 << 20)
                .with("expansion-ratio", 100));
    assertThat(careful.read(folder).unreadable().getFirst().reason())
        .contains("more than 100 times");
  }

  @Test
  void archivesInArchivesAreOpenedToALimit() throws IOException {
    byte[] nested = zip("a.txt", TEXT);
    for (int i = 0; i < 6; i++) {
      nested = zip("inner" + i + ".zip", nested);
    }
    write("deep.zip", nested);
    assertThat(onlyFault().reason()).isEqualTo("more than 4 archives deep");
  }

  @Test
  void noMoreReportsThanTheLimitAreRead() throws IOException {
    for (int i = 0; i < 5; i++) {
      write("r" + i + ".txt", TEXT);
    }
    Reading reading = new InputReader(Limits.standard().with("reports", 3)).read(folder);
    assertThat(reading.reports()).hasSize(3);
    assertThat(reading.unreadable()).hasSize(1);
  }

  private static byte[] gzip(String text) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream packed = new GZIPOutputStream(bytes)) {
      packed.write(text.getBytes(StandardCharsets.UTF_8));
    }
    return bytes.toByteArray();
  }

  private static byte[] zip(Object... namesAndContents) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream archive = new ZipOutputStream(bytes)) {
      for (int i = 0; i < namesAndContents.length; i += 2) {
        archive.putNextEntry(new ZipEntry((String) namesAndContents[i]));
        Object content = namesAndContents[i + 1];
        archive.write(
            content instanceof byte[] raw
                ? raw
                : content.toString().getBytes(StandardCharsets.UTF_8));
        archive.closeEntry();
      }
    }
    return bytes.toByteArray();
  }
}
