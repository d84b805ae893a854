package org.twosource.report.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.twosource.CpuLimit;
import org.twosource.report.InputReader;
import org.twosource.report.Limits;
import org.twosource.report.PartialDate;
import org.twosource.report.Reading;
import org.twosource.report.Report;
import org.twosource.report.Unreadable;

/**
 * One small file of every format that is read, beside what must come of it: {@code feed.rss} and
 * {@code feed.rss.expected}. A new format is one more file; {@code -Dgolden=update} writes what it
 * gives, to be read before it is committed.
 */
class FormatsTest {
  private static final Path FOLDER = Path.of("src", "test", "resources", "formats");
  private static final String EXPECTED = ".expected";
  private static final Duration FOR_ALL_CUTS = Duration.ofSeconds(60);

  /** Formats that end where their items end, so that nothing shows that items are missing. */
  private static final Set<String> OPEN_ENDED =
      Set.of("plain text", "HTML", "JSON Lines", "WARC", "gzip", "mailbox");

  /** Bytes between two items of such a format; a cut there cannot be seen. */
  private static final int SILENT_BYTES_AN_ITEM = 8;

  /** Equal bytes before and behind a place in the middle of padding. */
  private static final int PADDING_BYTES = 8;

  /** So few bytes are of no format yet. */
  private static final int FIRST_BYTES = 8;

  static List<Path> files() throws IOException {
    try (Stream<Path> files = Files.list(FOLDER)) {
      return files.filter(file -> !file.toString().endsWith(EXPECTED)).sorted().toList();
    }
  }

  private static Reading read(Path file, byte[] bytes) {
    String name = file.getFileName().toString();
    return new InputReader(Limits.standard()).read(Content.of(name, name, bytes));
  }

  @ParameterizedTest
  @MethodSource("files")
  void aFileGivesWhatStandsBesideIt(Path file) throws IOException {
    String found = shown(read(file, Files.readAllBytes(file)));
    Path expected = file.resolveSibling(file.getFileName() + EXPECTED);
    if ("update".equals(System.getProperty("golden"))) {
      Files.writeString(expected, found);
    }
    assertThat(expected).exists();
    assertThat(found).isEqualTo(Files.readString(expected));
  }

  @ParameterizedTest
  @MethodSource("files")
  void aFileCutAtAnyByteIsToldAndCostsNoMoreThanWhatIsCut(Path file) throws IOException {
    byte[] whole = Files.readAllBytes(file);
    Content content = Content.of("whole", file.getFileName().toString(), whole);
    int reports = read(file, whole).reports().size();
    int silent = CpuLimit.within(FOR_ALL_CUTS, () -> silentCuts(file, whole, reports));
    int allowed =
        OPEN_ENDED.contains(Readers.formatOf(content)) ? SILENT_BYTES_AN_ITEM * reports : 0;
    assertThat(silent).as("cuts of %s that nobody is told of", file).isLessThanOrEqualTo(allowed);
  }

  private static int silentCuts(Path file, byte[] whole, int reports) {
    int silent = 0;
    for (int length = 0; length < whole.length; length++) {
      if (isInPadding(whole, length)) {
        continue;
      }
      Reading reading = read(file, Arrays.copyOf(whole, length));
      String place = file.getFileName() + " cut at " + length;
      assertThat(reading.reports().size() + reading.unreadable().size()).as(place).isPositive();
      assertThat(reading.unreadable())
          .as(place)
          .extracting(Unreadable::reason)
          .noneMatch(reason -> reason.startsWith("could not be read"));
      boolean fewer = reading.reports().size() < reports && reading.unreadable().isEmpty();
      silent += fewer && length > FIRST_BYTES ? 1 : 0;
    }
    return silent;
  }

  /** Whether the bytes on either side are all the same: one cut there is like the next. */
  private static boolean isInPadding(byte[] whole, int at) {
    int from = Math.max(0, at - PADDING_BYTES);
    int to = Math.min(whole.length, at + PADDING_BYTES);
    for (int i = from; i < to; i++) {
      if (whole[i] != whole[at]) {
        return false;
      }
    }
    return true;
  }

  @Test
  void everyReaderHasAFile() throws IOException {
    Set<String> formats = new TreeSet<>();
    for (Path file : files()) {
      String name = file.getFileName().toString();
      formats.add(Readers.formatOf(Content.of(name, name, Files.readAllBytes(file))));
    }
    assertThat(formats)
        .containsExactlyInAnyOrderElementsOf(
            Readers.standard().stream().map(FormatReader::format).toList());
  }

  /** Field by field, what is absent left out; reports first, then what could not be read. */
  private static String shown(Reading reading) {
    StringBuilder shown = new StringBuilder();
    for (Report report : reading.reports()) {
      shown.append("report ").append(report.id()).append('\n');
      line(shown, "source", Optional.of(report.source()));
      line(shown, "url", report.url());
      line(shown, "outlet", report.outlet());
      line(shown, "headline", report.headline());
      line(shown, "byline", joined(report.byline()));
      line(shown, "credit", joined(report.credit()));
      line(shown, "published", report.published().map(PartialDate::iso));
      line(shown, "language", report.language());
      line(shown, "guid", report.edition().guid());
      line(shown, "modified", report.edition().modified().map(PartialDate::iso));
      line(shown, "corrections", joined(report.edition().corrections()));
      report.body().lines().forEach(text -> shown.append("  | ").append(text).append('\n'));
    }
    for (Unreadable bad : reading.unreadable()) {
      shown.append("unreadable ").append(bad.source()).append(" at ").append(bad.offset());
      shown.append(": ").append(bad.reason()).append('\n');
    }
    return shown.toString();
  }

  private static Optional<String> joined(List<String> values) {
    return Optional.of(String.join("; ", values)).filter(text -> !text.isEmpty());
  }

  private static void line(StringBuilder shown, String name, Optional<String> value) {
    value.ifPresent(text -> shown.append("  ").append(name).append(": ").append(text).append('\n'));
  }
}
