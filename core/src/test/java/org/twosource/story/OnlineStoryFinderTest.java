package org.twosource.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.twosource.report.Report;
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
    assertThat(most).isLessThanOrEqualTo(OnlineStoryFinder.WEIGHED_STORIES);
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

  private static void add(OnlineStoryFinder finder, String id, String body) {
    finder.add(text(id, body));
  }

  private static Text text(String id, String body) {
    Report bare = Report.of(id, body);
    return TEXTS.build(
        new Report(
            id,
            id,
            bare.url(),
            bare.outlet(),
            bare.headline(),
            bare.byline(),
            bare.credit(),
            bare.published(),
            Optional.of("en"),
            body));
  }
}
