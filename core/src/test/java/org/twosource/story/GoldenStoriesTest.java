package org.twosource.story;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.twosource.CasesFile;
import org.twosource.EvidenceFile;
import org.twosource.ReadingsFile;
import org.twosource.encode.Encoder;
import org.twosource.encode.OnnxEncoder;
import org.twosource.report.PartialDate;
import org.twosource.report.Report;
import org.twosource.story.JoinReplay.LabelledReport;
import org.twosource.story.JoinReplay.Proposed;
import org.twosource.text.StandardTextBuilder;
import org.twosource.text.Text;

/** Places the reports of the cases file of stories by their words, in the order of the file. */
class GoldenStoriesTest {
  private static final String UNKNOWN = "-";

  private static List<LabelledReport> arrivals() {
    List<LabelledReport> arrivals = new ArrayList<>();
    for (List<String> row : CasesFile.rows("Stories")) {
      Report report =
          new Report(
              row.get(0).replace(' ', '-') + "-" + arrivals.size(),
              "stream",
              Optional.empty(),
              known(row.get(2)),
              known(row.get(3)),
              List.of(),
              List.of(),
              known(row.get(1)).flatMap(PartialDate::parse),
              Optional.of("en"),
              row.get(4));
      arrivals.add(new LabelledReport(new StandardTextBuilder().build(report), row.get(0)));
    }
    return arrivals;
  }

  private static Optional<String> known(String cell) {
    return Optional.of(cell).filter(some -> !some.equals(UNKNOWN));
  }

  private static OnlineStoryFinder placed(Iterable<LabelledReport> arrivals) {
    OnlineStoryFinder finder = new OnlineStoryFinder();
    arrivals.forEach(arrival -> finder.add(arrival.text()));
    return finder;
  }

  @Test
  void whyAReportIsInItsStoryIsSaid() throws IOException {
    OnlineStoryFinder finder = placed(arrivals());
    ReadingsFile readings = new ReadingsFile();
    for (Story story : finder.stories()) {
      readings.add(
          String.join(
              " | ",
              story.id(),
              story.title(),
              story.from().map(PartialDate::iso).orElse(UNKNOWN),
              story.to().map(PartialDate::iso).orElse(UNKNOWN),
              String.join(" ", story.reports())));
      Set<String> labels = new TreeSet<>();
      story.reports().forEach(id -> labels.add(id.substring(0, id.lastIndexOf('-'))));
      if (labels.size() > 1) {
        readings.add("  wrong: reports of " + String.join(", ", labels));
      }
      for (Story.Link link : story.why()) {
        readings.add(
            String.format(
                Locale.ROOT,
                "  %s %s %.3f: %s",
                link.a(),
                link.b(),
                link.score(),
                String.join("; ", link.evidence())));
      }
    }
    finder.history().forEach(change -> readings.add(change.kind() + " " + change.story()));
    readings.check("Stories");
  }

  @Test
  void whatIsAskedOfEachStoryIsAsItWasLearned() throws IOException {
    EvidenceFile evidence = new EvidenceFile();
    for (Proposed asked : JoinReplay.of(arrivals(), Optional.empty())) {
      evidence.add(
          asked.report() + (asked.belongs() ? " belongs" : " does not"),
          JoinReplay.features(),
          asked.features());
    }
    evidence.checkExactly("Placements");
  }

  @Test
  void withHeadsTheSameIsAskedOfMoreThanWords() throws IOException {
    EvidenceFile evidence = new EvidenceFile();
    try (Encoder encoder = OnnxEncoder.open().orElseThrow()) {
      for (Proposed asked : JoinReplay.of(arrivals(), Optional.of(encoder))) {
        evidence.add(
            asked.report() + (asked.belongs() ? " belongs" : " does not"),
            JoinReplay.features(),
            asked.features());
      }
    }
    evidence.check("PlacementsWithHeads");
  }

  @Test
  void heavyWordsAreTheRareOnesAndThoseOfTheHead() throws IOException {
    ReadingsFile readings = new ReadingsFile();
    HeavyWords.Reader reader = new HeavyWords.Reader();
    for (LabelledReport arrival : arrivals()) {
      readings.add(words(arrival.text(), reader.read(arrival.text())));
    }
    readings.check("HeavyWords");
  }

  private static String words(Text text, HeavyWords words) {
    List<String> shown = new ArrayList<>();
    for (int at = 0; at < words.stems().length; at++) {
      shown.add(words.stems()[at] + "=" + words.shares()[at]);
    }
    return text.id() + ": " + String.join(" ", shown);
  }
}
