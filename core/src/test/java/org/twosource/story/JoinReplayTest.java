package org.twosource.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.twosource.report.Report;
import org.twosource.story.JoinReplay.LabelledReport;
import org.twosource.story.JoinReplay.Proposed;
import org.twosource.text.StandardTextBuilder;

class JoinReplayTest {
  private static final String FERRY =
      "The ferry Marigold ran aground off Arden harbour on Tuesday with 212 passengers aboard."
          + " Rescue boats took all of them off within three hours, the coast guard said.";
  private static final String OTHER_FERRY =
      "Passengers of the ferry Marigold, which ran aground off Arden harbour on Tuesday, were taken"
          + " off by rescue boats. The coast guard counted 212 people.";
  private static final String MILL =
      "The council of Ullbeck closed its old water mill after a storm tore the roof off at night.";

  private final StandardTextBuilder builder = new StandardTextBuilder();

  private LabelledReport report(String id, String story, String body) {
    return new LabelledReport(builder.build(Report.of(id, body)), story);
  }

  private static List<Proposed> replayed(LabelledReport... arrivals) {
    return JoinReplay.of(List.of(arrivals), Optional.empty());
  }

  @Test
  void nothingIsAskedOfTheFirstReportNorOfAStoryThatSharesNoWords() {
    assertThat(replayed(report("a", "ferry", FERRY))).isEmpty();
    assertThat(replayed(report("a", "ferry", FERRY), report("b", "mill", MILL))).isEmpty();
  }

  @Test
  void theRightStoryIsTheOneAReportBelongsTo() {
    List<Proposed> asked = replayed(report("a", "ferry", FERRY), report("b", "ferry", OTHER_FERRY));
    assertThat(asked)
        .singleElement()
        .satisfies(
            one -> {
              assertThat(one.report()).isEqualTo("b");
              assertThat(one.belongs()).isTrue();
              assertThat(one.features()).hasSize(JoinReplay.features().size());
            });
    assertThat(replayed(report("a", "ferry", FERRY), report("b", "wreck", OTHER_FERRY)))
        .singleElement()
        .satisfies(one -> assertThat(one.belongs()).isFalse());
  }

  @Test
  void ofManyStoriesThreeAreAskedAndTheRightOneBesides() {
    List<LabelledReport> arrivals = new ArrayList<>();
    for (int at = 0; at < 6; at++) {
      arrivals.add(report("r" + at, "story " + at, FERRY + " Bulletin " + at + "."));
    }
    arrivals.add(report("own", "far", "The ferry ran aground off Arden harbour. " + MILL));
    arrivals.add(report("last", "far", FERRY + " " + OTHER_FERRY));
    List<Proposed> last =
        JoinReplay.of(arrivals, Optional.empty()).stream()
            .filter(one -> one.report().equals("last"))
            .toList();
    assertThat(last).hasSizeBetween(3, 4);
    assertThat(last).filteredOn(Proposed::belongs).hasSize(1);
  }

  @Test
  void theNextBestStoryIsOneOfTheFeatures() {
    List<Proposed> alone = replayed(report("a", "ferry", FERRY), report("b", "ferry", OTHER_FERRY));
    List<Proposed> beside =
        replayed(
            report("a", "ferry", FERRY),
            report("x", "copy", FERRY.replace("Tuesday", "Monday")),
            report("b", "ferry", OTHER_FERRY));
    Proposed of = beside.getLast();
    assertThat(of.report()).isEqualTo("b");
    assertThat(of.features()).isNotEqualTo(alone.getFirst().features());
  }
}
