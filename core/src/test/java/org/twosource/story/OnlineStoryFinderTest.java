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
            new OnlineStoryFinder.Change(
                OnlineStoryFinder.Change.Kind.OPENED, "s-ferry-1", "s-ferry-1"),
            new OnlineStoryFinder.Change(
                OnlineStoryFinder.Change.Kind.OPENED, "s-rates-1", "s-rates-1"));
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
