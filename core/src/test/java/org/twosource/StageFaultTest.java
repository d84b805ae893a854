package org.twosource;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.twosource.annotate.Annotated;
import org.twosource.brief.Account;
import org.twosource.report.Limits;
import org.twosource.report.PartialDate;
import org.twosource.report.Reading;
import org.twosource.report.Report;
import org.twosource.report.Unreadable;

/** A stage that fails costs a report or a story, is told with place and reason, and no more. */
class StageFaultTest {
  private static final String FERRY =
      "The ferry to Kelm hit the north pier on Monday. Its captain, Mara Oldt, said that fog lay on"
          + " the river. Fourteen passengers were hurt, and the pier was closed.";
  private static final String ELECTION =
      "Voters in Selwyn chose a new council on Sunday. The mayor, Jonas Reed, lost his seat to a"
          + " teacher. The turnout was the lowest in twenty years, the clerk of the town said.";
  private static final String POISON = "Poison stood in the harbour of Kelm on Monday.";

  @Test
  void aTextThatCannotBeDividedCostsItsReport() {
    Account account =
        read(
            stages -> failing(stages, "text", new IllegalStateException("no such sentence")),
            ferry("a", FERRY),
            ferry("b", FERRY + " " + POISON));
    assertThat(ids(account)).containsExactly("a");
    assertThat(account.unreadable())
        .singleElement()
        .satisfies(
            lost -> {
              assertThat(lost.source()).isEqualTo("b");
              assertThat(lost.reason())
                  .contains("stage text")
                  .contains("IllegalStateException: no such sentence")
                  .contains("StageFaultTest.java:");
            });
  }

  @ParameterizedTest
  @ValueSource(strings = {"story", "reuse", "lineage", "distortion", "timeline", "claim", "brief"})
  void aStageThatFailsOnOneReportCostsItsReportAndTheStoryIsReadWithoutIt(String stage) {
    for (Error error : List.of(new OutOfMemoryError("Java heap space"), new StackOverflowError())) {
      Account account =
          read(
              stages -> failing(stages, stage, error),
              ferry("a", FERRY),
              ferry("b", FERRY),
              ferry("c", FERRY + " " + POISON),
              election("d"));
      assertThat(ids(account)).containsExactly("a", "b", "d");
      assertThat(account.stories()).hasSize(2);
      assertThat(account.stories()).allSatisfy(story -> assertThat(story.claims()).isNotEmpty());
      assertThat(account.unreadable()).extracting(Unreadable::source).containsExactly("c");
      assertThat(account.unreadable().getFirst().reason())
          .contains("stage " + stage)
          .contains(error.getClass().getSimpleName());
    }
  }

  @Test
  void aStageThatFailsOnNoReportAloneCostsTheStory() {
    Account account =
        read(
            stages ->
                withAligner(
                    stages,
                    reports -> {
                      if (reports.size() > 1) {
                        throw new ArrayIndexOutOfBoundsException("Index 7 out of bounds");
                      }
                      return List.of();
                    }),
            ferry("a", FERRY),
            ferry("b", FERRY),
            election("d"));
    assertThat(ids(account)).containsExactly("d");
    assertThat(account.unreadable()).extracting(Unreadable::source).containsExactly("a", "b");
    assertThat(account.unreadable())
        .allSatisfy(lost -> assertThat(lost.reason()).contains("stage reuse").contains("Index 7"));
  }

  /** Two seconds are much for a short report and little for one of eight thousand sentences. */
  @Test
  void aReportThatTakesMoreOfTheProcessorThanItMayIsListedAndTheOthersAreRead() {
    Options options = Options.standard().withLimits(Limits.standard().with("report-seconds", 2));
    Account account =
        Pipeline.standard(options, Progress.NONE)
            .read(
                new Reading(
                    List.of(
                        ferry("a", FERRY),
                        ferry("b", FERRY + "\n\n" + everyDay(8_000)),
                        ferry("c", FERRY),
                        election("d")),
                    List.of()));
    assertThat(ids(account)).containsExactly("a", "c", "d");
    assertThat(account.unreadable())
        .singleElement()
        .satisfies(
            lost -> {
              assertThat(lost.source()).isEqualTo("b");
              assertThat(lost.reason())
                  .isEqualTo("annotating it takes more than the limit report-seconds = 2");
            });
  }

  private static String everyDay(int days) {
    return IntStream.range(0, days)
        .mapToObj(day -> "On day " + day + " the pilot Jon Marr" + day + " led " + day + " ships.")
        .collect(Collectors.joining(" "));
  }

  @Test
  void theDigitsOfEveryScriptAreRead() {
    String wide =
        "Kelm counted \uff11\uff14 hurt passengers on Monday, June \uff11\uff12, 2023, at"
            + " \uff11\uff14:\uff13\uff10, \u0663\u0664 cars, \u0967\u0968 lorries, 3.\uff15 million euros,"
            + " \uff11\uff14% of the fleet, \u00b2/\u2083 of it, \u00bd more, \u216b, \u2460\u2463,"
            + " US$\uff11\uff14, \uff11\uff14-fold, \ud835\udfcf\ud835\udfd2 lamps and"
            + " \uff11,\uff12\uff13\uff14,\uff15\uff16\uff17 bolts at \uff17:\uff13\uff10 p.m.";
    Account account =
        Pipeline.standard(Options.standard(), Progress.NONE)
            .read(
                new Reading(List.of(ferry("a", FERRY + " " + wide), ferry("b", wide)), List.of()));
    assertThat(account.unreadable()).isEmpty();
    assertThat(ids(account)).containsExactly("a", "b");
  }

  // ---- what fails
  // --------------------------------------------------------------------------------

  private static Account read(
      Function<Pipeline.Stages, Pipeline.Stages> broken, Report... reports) {
    Options options = Options.standard();
    return new Pipeline(broken.apply(Pipeline.Stages.standard(options)), options, Progress.NONE)
        .read(new Reading(List.of(reports), List.of()));
  }

  private static Pipeline.Stages withAligner(
      Pipeline.Stages stages, org.twosource.reuse.Aligner aligner) {
    return new Pipeline.Stages(
        stages.reader(),
        stages.textBuilder(),
        stages.encoder(),
        stages.annotator(),
        stages.storyFinder(),
        furniture -> aligner,
        stages.lineageBuilder(),
        stages.distortionFinder(),
        stages.timelineBuilder(),
        stages.claimMatcher(),
        stages.briefBuilder());
  }

  /** The stages, of which one fails on what holds the poison. */
  private static Pipeline.Stages failing(Pipeline.Stages stages, String stage, Throwable fault) {
    return new Pipeline.Stages(
        stages.reader(),
        report -> {
          trip(stage.equals("text") && report.body().contains(POISON), fault);
          return stages.textBuilder().build(report);
        },
        stages.encoder(),
        stages.annotator(),
        encoder -> {
          org.twosource.story.StoryFinder finder = stages.storyFinder().apply(encoder);
          return new org.twosource.story.StoryFinder() {
            @Override
            public void add(org.twosource.text.Text text) {
              trip(stage.equals("story") && text.report().body().contains(POISON), fault);
              finder.add(text);
            }

            @Override
            public List<org.twosource.story.Story> stories() {
              return finder.stories();
            }
          };
        },
        furniture ->
            reports -> {
              trip(stage.equals("reuse") && poisoned(reports), fault);
              return stages.aligner().apply(furniture).align(reports);
            },
        (reports, alignments) -> {
          trip(stage.equals("lineage") && poisoned(reports), fault);
          return stages.lineageBuilder().build(reports, alignments);
        },
        (annotations, alignments, lineage) -> {
          trip(stage.equals("distortion") && poisoned(annotations.reports()), fault);
          return stages.distortionFinder().find(annotations, alignments, lineage);
        },
        (annotations, alignments, lineage) -> {
          trip(stage.equals("timeline") && poisoned(annotations.reports()), fault);
          return stages.timelineBuilder().build(annotations, alignments, lineage);
        },
        (annotations, alignments, lineage) -> {
          trip(stage.equals("claim") && poisoned(annotations.reports()), fault);
          return stages.claimMatcher().match(annotations, alignments, lineage);
        },
        (story, annotations, lineage, distortions, claims) -> {
          trip(stage.equals("brief") && poisoned(annotations.reports()), fault);
          return stages.briefBuilder().build(story, annotations, lineage, distortions, claims);
        });
  }

  private static boolean poisoned(List<Annotated> reports) {
    return reports.stream().anyMatch(one -> one.report().body().contains(POISON));
  }

  private static void trip(boolean now, Throwable fault) {
    if (now && fault instanceof Error error) {
      throw error;
    }
    if (now && fault instanceof RuntimeException exception) {
      exception.setStackTrace(new Throwable().getStackTrace());
      throw exception;
    }
  }

  private static List<String> ids(Account account) {
    return new ArrayList<>(account.reports().stream().map(Annotated::id).toList());
  }

  private static Report ferry(String id, String body) {
    return report(id, body, "2023-06-13");
  }

  private static Report election(String id) {
    return report(id, ELECTION, "2023-06-12");
  }

  private static Report report(String id, String body, String day) {
    return new Report(
        id,
        id,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        List.of(),
        List.of(),
        Optional.of(new PartialDate(day)),
        Optional.empty(),
        body);
  }
}
