package org.twosource.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.twosource.report.PartialDate;
import org.twosource.report.Report;
import org.twosource.text.Published;
import org.twosource.text.StandardTextBuilder;
import org.twosource.text.Text;

class OnlineStoryFinderTest {
  private static final StandardTextBuilder TEXTS = new StandardTextBuilder();

  private static final String FERRY =
      "The ferry Saint Brendan ran aground off Port Havel on Tuesday with 214 passengers aboard,"
          + " the Aldmark coast guard said. Lifeboats from Port Havel took the passengers off the"
          + " Saint Brendan. Captain Ilse Morven said the ferry lost its rudder near Havel Rock.";
  private static final String FERRY_TOO =
      "Passengers of the Saint Brendan were brought to Port Havel by lifeboats after the ferry"
          + " struck Havel Rock, the Aldmark coast guard said. The ferry's captain, Ilse Morven,"
          + " told the coast guard the rudder had failed.";
  private static final String RATES =
      "The central bank of Tirmond raised its key rate to 4.5 percent on Wednesday, citing wage"
          + " growth. Governor Pavel Anders said inflation in Tirmond would fall next year.";
  private static final String RATES_TOO =
      "Tirmond's central bank lifted its key rate by a quarter point to 4.5 percent. Inflation and"
          + " wage growth left no choice, governor Pavel Anders told reporters.";

  @Test
  void reportsOfOneEventAreOneStoryAndOthersAreNot() {
    OnlineStoryFinder finder = new OnlineStoryFinder();
    add(finder, "ferry-1", FERRY);
    add(finder, "rates-1", RATES);
    add(finder, "ferry-2", FERRY_TOO);
    add(finder, "rates-2", RATES_TOO);
    assertThat(finder.stories().stream().map(Story::reports))
        .containsExactly(List.of("ferry-1", "ferry-2"), List.of("rates-1", "rates-2"));
  }

  @Test
  void aReportAloneThatMayBeOfAStoryIsNamedWithTheReason() {
    OnlineStoryFinder finder = new OnlineStoryFinder();
    add(finder, "ferry-1", "2031-05-06", FERRY);
    add(finder, "ferry-2", "2031-05-06", FERRY_TOO);
    add(finder, "rates-1", "2031-05-06", RATES);
    add(finder, "a-year-on", "2032-05-04", FERRY_TOO);
    assertThat(finder.stories()).hasSize(3);
    assertThat(finder.doubts())
        .singleElement()
        .satisfies(
            doubt -> {
              assertThat(doubt.report()).isEqualTo("a-year-on");
              assertThat(doubt.story()).isEqualTo("s-ferry-1");
              assertThat(doubt.probability()).isGreaterThan(0.5);
              assertThat(doubt.evidence().getFirst()).startsWith("names: ").contains("havel");
              assertThat(doubt.evidence()).contains("time: 364 d");
            });
  }

  @Test
  void whatTheUserKeepsApartIsInNoDoubt() {
    OnlineStoryFinder finder =
        new OnlineStoryFinder(
            Optional::empty,
            new StoryConstraints(
                List.of(), List.of(new StoryConstraints.Pair("ferry-2", "ferry-1"))));
    add(finder, "ferry-1", FERRY);
    add(finder, "ferry-2", FERRY_TOO);
    assertThat(finder.doubts()).isEmpty();
  }

  @Test
  void aPlaceADayAndAnAgencyAreNoTitle() {
    OnlineStoryFinder finder = new OnlineStoryFinder();
    add(finder, "ferry", "PORT HAVEL, May 4 (Coastwire).\n\n" + FERRY);
    assertThat(finder.stories().getFirst().title()).startsWith("The ferry Saint Brendan");
  }

  @Test
  void everyReportAfterTheFirstSaysWhyItIsThere() {
    OnlineStoryFinder finder = new OnlineStoryFinder();
    add(finder, "ferry-1", FERRY);
    add(finder, "ferry-2", FERRY_TOO);
    Story.Link why = finder.stories().get(0).why().get(0);
    assertThat(List.of(why.a(), why.b())).containsExactly("ferry-1", "ferry-2");
    assertThat(why.evidence().get(0)).startsWith("names: ").contains("havel");
    assertThat(why.score()).isBetween(0.1, 1.0);
  }

  @Test
  void whatTheUserKeepsApartStaysApart() {
    OnlineStoryFinder finder =
        new OnlineStoryFinder(
            Optional::empty,
            new StoryConstraints(
                List.of(new StoryConstraints.Pair("ferry-1", "rates-1")),
                List.of(new StoryConstraints.Pair("ferry-2", "ferry-1"))));
    add(finder, "ferry-1", FERRY);
    add(finder, "ferry-2", FERRY_TOO);
    add(finder, "rates-1", RATES);
    assertThat(finder.stories().stream().map(Story::reports))
        .containsExactly(List.of("ferry-1", "rates-1"), List.of("ferry-2"));
  }

  @Test
  void twoEventsOfOneKindAreToldApartOnceEachHasThreeReports() {
    OnlineStoryFinder finder = new OnlineStoryFinder();
    for (int i = 0; i < 4; i++) {
      add(finder, "north-" + i, quake(i, "Norrel", "Mount Esk", "5.9", "fishing villages"));
      add(finder, "south-" + i, quake(i, "Calder", "Tamar Valley", "6.3", "vineyards"));
    }
    assertThat(finder.stories())
        .allSatisfy(
            story ->
                assertThat(story.reports().stream().map(id -> id.substring(0, 5)).distinct())
                    .hasSize(1));
  }

  private static String quake(int i, String town, String near, String magnitude, String hit) {
    List<String> sentences =
        new ArrayList<>(
            List.of(
                "An earthquake of magnitude " + magnitude + " shook " + town + " on Monday.",
                "The epicentre lay near " + near + ", the geological survey said.",
                "In " + town + " and the " + hit + " around " + near + " walls cracked.",
                "Rescue workers searched the " + hit + " of " + town + " for survivors.",
                "The mayor of " + town + " asked people to stay away from " + near + "."));
    Collections.shuffle(sentences, new Random(i));
    return String.join(" ", sentences);
  }

  @Test
  void theCostOfAPlacementDoesNotGrowWithTheNumberOfStories() {
    OnlineStoryFinder finder = new OnlineStoryFinder();
    Random random = new Random(7);
    int most = 0;
    for (int i = 0; i < 2_000; i++) {
      StringBuilder body = new StringBuilder("Officials said on Monday that ");
      for (int word = 0; word < 30; word++) {
        body.append("w").append(random.nextInt(20_000)).append(' ');
      }
      Text text = text("r" + i, body + "phrase that all of them share.");
      finder.add(text);
      most = Math.max(most, finder.weighedForTheLast());
    }
    assertThat(most).isLessThanOrEqualTo(NearReports.PROPOSED);
  }

  @Test
  void aFormFilledInForAnotherCaseIsAnotherEvent() {
    OnlineStoryFinder finder = new OnlineStoryFinder();
    add(finder, "vardo", results("Vardo Mills", "Ines Tark", "412", "388", "Oslen"));
    add(finder, "quill", results("Quill Marine", "Bram Oster", "97", "133", "Hafen"));
    add(finder, "vardo-copy", results("Vardo Mills", "Ines Tark", "412", "388", "Oslen"));
    assertThat(finder.stories().stream().map(Story::reports))
        .containsExactly(List.of("vardo", "vardo-copy"), List.of("quill"));
  }

  private static String results(
      String company, String chief, String profit, String before, String town) {
    return "Shares rose after "
        + company
        + " reported a quarterly profit of "
        + profit
        + " million, against "
        + before
        + " million a year earlier. Revenue beat the forecasts of analysts, and chief executive "
        + chief
        + " kept the outlook for the year. The company, based in "
        + town
        + ", pays a dividend of "
        + before.charAt(0)
        + "7 cents a share, "
        + chief
        + " told investors of "
        + company
        + " in "
        + town
        + ".";
  }

  @Test
  void aFollowUpStaysWithItsEvent() {
    OnlineStoryFinder finder = new OnlineStoryFinder();
    add(finder, "ferry-1", FERRY);
    add(finder, "rates-1", RATES);
    add(finder, "ferry-2", FERRY_TOO);
    add(
        finder,
        "ferry-inquiry",
        "Aldmark opened an inquiry into the grounding of the ferry Saint Brendan off Port Havel."
            + " Captain Ilse Morven will be heard next week about the rudder that failed near Havel"
            + " Rock, the coast guard said.");
    assertThat(finder.stories().get(0).reports())
        .containsExactly("ferry-1", "ferry-2", "ferry-inquiry");
  }

  @Test
  void twoTrialsInOneTownAreTwoStories() {
    OnlineStoryFinder finder = new OnlineStoryFinder();
    add(
        finder,
        "arson",
        "A court in Mellburg sentenced Jonas Feld to nine years for setting fire to the Ravna"
            + " warehouse. Feld denied the arson. Judge Petra Lund spoke of greed over insurance.");
    add(
        finder,
        "bribes",
        "In Mellburg the trial of former mayor Odette Krantz over bribes from the builder Sarno"
            + " began. Krantz said the payments were loans. Prosecutor Emil Tove wants six years.");
    assertThat(finder.stories()).hasSize(2);
  }

  @Test
  void whatTheUserPutTogetherIsMergedWhenTheSecondStoryIsFoundLater() {
    OnlineStoryFinder finder =
        new OnlineStoryFinder(
            Optional::empty,
            new StoryConstraints(
                List.of(
                    new StoryConstraints.Pair("ferry-2", "ferry-1"),
                    new StoryConstraints.Pair("ferry-2", "rates-1")),
                List.of()));
    add(finder, "ferry-1", FERRY);
    add(finder, "rates-1", RATES);
    add(finder, "ferry-2", FERRY_TOO);
    assertThat(finder.stories()).hasSize(1);
    Story story = finder.stories().get(0);
    assertThat(story.id()).isEqualTo("s-ferry-1");
    assertThat(story.history())
        .contains(new Story.Change(Story.Change.Kind.MERGED_INTO, "s-rates-1", "s-ferry-1"));
  }

  @Test
  void whatTheUserKeepsApartIsNotMergedThroughAThirdReport() {
    OnlineStoryFinder finder =
        new OnlineStoryFinder(
            Optional::empty,
            new StoryConstraints(
                List.of(
                    new StoryConstraints.Pair("ferry-2", "ferry-1"),
                    new StoryConstraints.Pair("ferry-2", "rates-1")),
                List.of(new StoryConstraints.Pair("ferry-1", "rates-1"))));
    add(finder, "ferry-1", FERRY);
    add(finder, "rates-1", RATES);
    add(finder, "ferry-2", FERRY_TOO);
    assertThat(finder.stories()).hasSize(2);
  }

  @Test
  void whatTheUserCallsOneEventIsOneStoryHoweverUnlikeAndFarApart() {
    OnlineStoryFinder finder = OnlineStoryFinder.ofOneEvent(Optional::empty, StoryConstraints.NONE);
    add(finder, "ferry-1", "2019-01-02", FERRY);
    add(finder, "rates-1", "2024-01-20", RATES);
    add(finder, "empty", "");
    add(finder, "rates-2", "2024-01-21", RATES_TOO);
    assertThat(finder.stories().stream().map(Story::reports))
        .containsExactly(List.of("ferry-1", "rates-1", "empty", "rates-2"));
    assertThat(finder.stories().getFirst().why()).hasSize(3);
  }

  @Test
  void whatTheUserKeepsApartStaysApartInOneEvent() {
    OnlineStoryFinder finder =
        OnlineStoryFinder.ofOneEvent(
            Optional::empty,
            new StoryConstraints(
                List.of(), List.of(new StoryConstraints.Pair("rates-1", "ferry-1"))));
    add(finder, "ferry-1", FERRY);
    add(finder, "rates-1", RATES);
    add(finder, "ferry-2", FERRY_TOO);
    assertThat(finder.stories().stream().map(Story::reports))
        .containsExactly(List.of("ferry-1", "ferry-2"), List.of("rates-1"));
  }

  @Test
  void anEmptyReportIsAStoryOfItsOwn() {
    OnlineStoryFinder finder = new OnlineStoryFinder();
    add(finder, "empty", "");
    add(finder, "blank", " \n ");
    add(finder, "ferry", FERRY);
    assertThat(finder.stories()).hasSize(3);
  }

  @Test
  void theHistorySaysWhatBecameOfAStory() {
    OnlineStoryFinder finder = new OnlineStoryFinder();
    add(finder, "ferry-1", FERRY);
    add(finder, "rates-1", RATES);
    assertThat(finder.history())
        .containsExactly(
            new Story.Change(Story.Change.Kind.OPENED, "s-ferry-1", "s-ferry-1"),
            new Story.Change(Story.Change.Kind.OPENED, "s-rates-1", "s-rates-1"));
  }

  private static final List<String> RAILWAY_VISIT =
      List.of(
          "Foreign minister Dana Orlov arrived in Kestrel on Tuesday and signed a contract for the"
              + " railway to the port of Nimba. President Ruan Achterberg called the line a dream of"
              + " three generations. Forty locomotives will be built abroad, and the sleepers cast"
              + " from local gravel. Engineers expect tunnels under the Tessen ridge to take four"
              + " years. The harbour of Nimba is to get a third quay for ore.",
          "Kestrel gets its railway to Nimba: president Ruan Achterberg and Dana Orlov put their"
              + " names to the contract. The locomotives come from Orlov's country and the gravel"
              + " for the sleepers from Tessen. Tunnels under the ridge are the hardest part,"
              + " engineers said, while mines want the third quay for their ore soon.",
          "Ore from Kestrel's mines will roll to Nimba by rail. The contract that Dana Orlov signed"
              + " foresees forty locomotives, tunnels through the Tessen ridge and a third quay in"
              + " the harbour, engineers of the railway said.");
  private static final List<String> FISHING_VISIT =
      List.of(
          "Foreign minister Dana Orlov met president Ruan Achterberg in Kestrel on Tuesday over"
              + " fishing rights. Trawlers had cut the nets of small boats near the Sable Bank in"
              + " March, and cod landings fell by half. Orlov promised payment for the nets and"
              + " patrols at the bank. Fishermen hung torn nets on the fence of the palace and"
              + " demanded a closed season for cod.",
          "Trawlers will stay away from the Sable Bank, Dana Orlov promised in Kestrel. Fishermen"
              + " whose nets were cut are to be paid, and patrols will watch the bank until the"
              + " closed season for cod begins. President Ruan Achterberg had complained of empty"
              + " landings since March.",
          "After months of torn nets the small boats of Kestrel get patrols at the Sable Bank. The"
              + " cod, fishermen say, will need a longer closed season than Dana Orlov offered;"
              + " trawlers landed half of it in March.");

  @Test
  void lastYearsVisitIsAnotherEvent() {
    OnlineStoryFinder finder = new OnlineStoryFinder();
    for (int i = 0; i < 3; i++) {
      add(finder, "rail-" + i, "2023-05-09", RAILWAY_VISIT.get(i));
    }
    for (int i = 0; i < 3; i++) {
      add(finder, "fish-" + i, "2024-05-14", FISHING_VISIT.get(i));
    }
    assertThat(finder.stories().stream().map(Story::reports))
        .containsExactly(
            List.of("rail-0", "rail-1", "rail-2"), List.of("fish-0", "fish-1", "fish-2"));
  }

  @Test
  void lastYearsVisitInTheSameWordsIsAnotherEvent() {
    OnlineStoryFinder finder = new OnlineStoryFinder();
    for (String year : List.of("2022", "2023", "2024")) {
      for (int i = 0; i < 3; i++) {
        add(finder, year + "-" + i, year + "-05-09", RAILWAY_VISIT.get(i));
      }
    }
    assertThat(finder.stories().stream().map(Story::reports))
        .containsExactly(
            List.of("2022-0", "2022-1", "2022-2"),
            List.of("2023-0", "2023-1", "2023-2"),
            List.of("2024-0", "2024-1", "2024-2"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        " The ferry sank in January 2022.",
        " The ferry sank the year before last.",
        " On January 2, 2022, the captain had been alone on the bridge."
      })
  void aReportThatSpeaksOfTheDaysOfAStoryBelongsToItAfterYears(String lookBack) {
    OnlineStoryFinder finder = new OnlineStoryFinder();
    add(finder, "ferry-1", "2022-01-02", FERRY);
    add(finder, "ferry-2", "2024-01-02", FERRY_TOO + lookBack);
    add(finder, "ferry-3", "2024-01-05", FERRY_TOO);
    assertThat(finder.stories().stream().map(Story::reports))
        .containsExactly(List.of("ferry-1", "ferry-2", "ferry-3"));
  }

  @Test
  void aReportThatSpeaksOfOtherDaysDoesNot() {
    OnlineStoryFinder finder = new OnlineStoryFinder();
    add(finder, "ferry-1", "2022-01-02", FERRY);
    add(finder, "ferry-2", "2024-01-02", FERRY_TOO + " A ferry had sunk there in 1997.");
    assertThat(finder.stories()).hasSize(2);
  }

  @Test
  void aStoryThatTheStreamHasLeftBehindIsClosedAndKept() {
    OnlineStoryFinder finder = new OnlineStoryFinder(Optional::empty, StoryConstraints.NONE, 30);
    add(finder, "ferry-1", "2024-01-02", FERRY);
    add(finder, "ferry-2", "2024-01-03", FERRY_TOO);
    add(finder, "rates-1", "2024-01-20", RATES);
    add(finder, "rates-2", "2024-02-20", RATES_TOO);
    add(finder, "other-1", "2024-02-20", quake(0, "Norrel", "Mount Esk", "5.9", "villages"));
    add(finder, "other-2", "2024-02-20", quake(1, "Norrel", "Mount Esk", "5.9", "villages"));
    add(finder, "ferry-3", "2024-02-21", FERRY_TOO);
    assertThat(finder.stories().stream().map(Story::reports))
        .contains(List.of("ferry-1", "ferry-2"), List.of("ferry-3"));
    Story over = finder.stories().get(0);
    assertThat(over.why()).hasSize(1);
    assertThat(over.to().orElseThrow().iso()).isEqualTo("2024-01-03");
    assertThat(over.history())
        .containsExactly(
            new Story.Change(Story.Change.Kind.OPENED, "s-ferry-1", "s-ferry-1"),
            new Story.Change(Story.Change.Kind.CLOSED, "s-ferry-1", "s-ferry-1"));
  }

  @Test
  void aGapOfTwoYearsClosesNothingUnlessToldTo() {
    OnlineStoryFinder finder = new OnlineStoryFinder();
    add(finder, "ferry-1", "2022-01-02", FERRY);
    for (int i = 0; i < 5; i++) {
      add(finder, "other-" + i, "2024-01-02", quake(i, "Norrel", "Mount Esk", "5.9", "villages"));
    }
    add(finder, "ferry-2", "2024-01-02", FERRY_TOO + " The ferry sank in January 2022.");
    assertThat(finder.stories().get(0).reports()).containsExactly("ferry-1", "ferry-2");
  }

  @Test
  void twoWrongDatesCloseNothing() {
    OnlineStoryFinder finder = new OnlineStoryFinder(Optional::empty, StoryConstraints.NONE, 30);
    for (int i = 0; i < 4; i++) {
      add(finder, "other-" + i, "2024-01-02", quake(i, "Norrel", "Mount Esk", "5.9", "villages"));
    }
    add(finder, "ferry-1", "2024-01-02", FERRY);
    add(finder, "rates-1", "2099-01-01", RATES);
    add(finder, "rates-2", "2099-01-01", RATES_TOO);
    add(finder, "ferry-2", "2024-01-03", FERRY_TOO);
    assertThat(finder.history())
        .extracting(Story.Change::kind)
        .doesNotContain(Story.Change.Kind.CLOSED);
    assertThat(finder.stories().stream().map(Story::reports))
        .contains(List.of("ferry-1", "ferry-2"));
  }

  @Test
  void whatTheUserPutTogetherHoldsHoweverMuchTimeHasPassed() {
    OnlineStoryFinder finder =
        new OnlineStoryFinder(
            Optional::empty,
            new StoryConstraints(
                List.of(new StoryConstraints.Pair("ferry-1", "ferry-2")), List.of()),
            30);
    for (int i = 0; i < 4; i++) {
      add(finder, "early-" + i, "2020-01-02", quake(i, "Norrel", "Mount Esk", "5.9", "villages"));
    }
    add(finder, "ferry-1", "2020-01-02", FERRY);
    for (int i = 0; i < 4; i++) {
      add(finder, "late-" + i, "2024-01-02", quake(i, "Calder", "Tamar", "6.3", "vineyards"));
    }
    add(finder, "ferry-2", "2024-01-03", FERRY_TOO);
    assertThat(finder.stories().stream().map(Story::reports))
        .contains(List.of("ferry-1", "ferry-2"));
  }

  @Test
  void anArchiveReadBackwardsKeepsItsStoriesTogether() {
    OnlineStoryFinder finder = new OnlineStoryFinder(Optional::empty, StoryConstraints.NONE, 30);
    for (int i = 0; i < 4; i++) {
      add(finder, "late-" + i, "2024-01-02", quake(i, "Calder", "Tamar", "6.3", "vineyards"));
    }
    for (int i = 0; i < 70; i++) {
      add(finder, "early-" + i, "2020-01-02", quake(i, "Norrel", "Mount Esk", "5.9", "villages"));
    }
    add(finder, "ferry-1", "2020-01-02", FERRY);
    add(finder, "ferry-2", "2020-01-01", FERRY_TOO);
    assertThat(finder.stories().stream().map(Story::reports))
        .contains(List.of("ferry-1", "ferry-2"));
  }

  @Test
  void storiesThatNobodyAsksForCloseInTheirTurn() {
    OnlineStoryFinder finder = new OnlineStoryFinder(Optional::empty, StoryConstraints.NONE, 30);
    Random random = new Random(3);
    for (int i = 0; i < 400; i++) {
      String day = LocalDate.of(2020, 1, 1).plusDays(i).toString();
      StringBuilder body = new StringBuilder("Officials said that ");
      for (int word = 0; word < 30; word++) {
        body.append("w").append(random.nextInt(1_000_000)).append(' ');
      }
      add(finder, "r" + i, day, body.toString());
    }
    long closed =
        finder.history().stream()
            .filter(change -> change.kind() == Story.Change.Kind.CLOSED)
            .count();
    assertThat(closed).isBetween(150L, 370L);
    assertThat(finder.stories()).hasSize(400);
  }

  private static void add(OnlineStoryFinder finder, String id, String day, String body) {
    Text text = text(id, body);
    PartialDate date = new PartialDate(day);
    finder.add(text.withPublished(new Published(Optional.of(date), Published.From.METADATA)));
  }

  private static void add(OnlineStoryFinder finder, String id, String body) {
    finder.add(text(id, body));
  }

  private static Text text(String id, String body) {
    return TEXTS.build(Report.of(id, body).withLanguage(Optional.of("en")));
  }
}
