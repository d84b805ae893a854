package org.twosource.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.twosource.encode.Encoder;
import org.twosource.text.PublicationOrder;
import org.twosource.text.Text;

/** Placements that are taken back and made again around reports that come late. */
class JournalTest {
  private static final int CLOSE = 30;

  @Test
  void whatIsTakenBackLeavesNothing() throws IOException {
    for (long seed = 1; seed <= 2; seed++) {
      List<Text> stream = stream(seed);
      Random random = new Random(seed);
      OnlineStoryFinder finder = finder(StoryConstraints.NONE);
      finder.remember(stream.size());
      for (int at = 0; at < stream.size(); at++) {
        finder.add(stream.get(at));
        if (at % 17 == 16) {
          int back = random.nextInt(at + 1);
          finder.takeBack(back);
          assertIsOf(finder, stream.subList(0, at + 1 - back), StoryConstraints.NONE);
          stream.subList(at + 1 - back, at + 1).forEach(finder::add);
        }
      }
      assertIsOf(finder, stream, StoryConstraints.NONE);
    }
  }

  @Test
  void reportsThatComeLateGiveTheStoriesOfTheWholeInOrder() throws IOException {
    for (long seed = 1; seed <= 4; seed++) {
      List<Text> stream = stream(seed);
      StoryConstraints decided =
          seed < 4
              ? StoryConstraints.NONE
              : new StoryConstraints(
                  List.of(pair(stream, 3, 60), pair(stream, 10, 80)), List.of(pair(stream, 4, 5)));
      inAnyOrder(stream, new Random(seed), decided);
    }
  }

  @Test
  void aStoryThatIsTakenOutOfAnotherAgainIsToldAsChanged() throws IOException {
    int merged = 0;
    for (long seed = 1; seed <= 2; seed++) {
      List<Text> stream = stream(seed);
      List<StoryConstraints.Pair> pairs = new ArrayList<>();
      for (int at = 40; at < 90; at += 5) {
        pairs.add(pair(stream, at - 7, at));
      }
      StoryConstraints decided = new StoryConstraints(pairs, List.of());
      OnlineStoryFinder finder = finder(decided);
      finder.remember(stream.size());
      Map<String, Story> known = new TreeMap<>();
      int met = 0;
      for (Text text : stream) {
        finder.add(text);
        keep(finder.changed(), known);
        List<Story.Change> history = finder.history();
        boolean isMerge =
            history.subList(met, history.size()).stream()
                .anyMatch(one -> one.kind() == Story.Change.Kind.MERGED_INTO);
        met = history.size();
        if (isMerge && finder.remembered() > 0) {
          merged++;
          List<Placement> back = finder.takeBack(1);
          known.values().removeIf(one -> one.reports().contains(text.id()));
          keep(finder.changed(), known);
          assertThat(byReports(known.values().stream().toList()))
              .isEqualTo(byReports(copy(finder, decided).inBrief()));
          finder.placeAgain(back.getFirst(), () -> text);
          keep(finder.changed(), known);
        }
      }
    }
    assertThat(merged).isPositive();
  }

  private static StoryConstraints.Pair pair(List<Text> stream, int a, int b) {
    return new StoryConstraints.Pair(stream.get(a).id(), stream.get(b).id());
  }

  /** One report in three comes late; some are dropped and come again. */
  private static void inAnyOrder(List<Text> stream, Random random, StoryConstraints decided)
      throws IOException {
    Map<String, Text> texts =
        stream.stream().collect(Collectors.toMap(Text::id, Function.identity()));
    List<Text> late = new ArrayList<>();
    List<Text> there = new ArrayList<>();
    for (Text text : stream) {
      (random.nextInt(3) == 0 ? late : there).add(text);
    }
    OnlineStoryFinder finder = finder(decided);
    finder.remember(stream.size());
    there.forEach(finder::add);
    Map<String, Story> known = new TreeMap<>();
    keep(finder.inBrief(), known);
    while (!late.isEmpty()) {
      Text text = late.remove(random.nextInt(late.size()));
      int at = 0;
      while (at < there.size() && PublicationOrder.ofTexts().compare(there.get(at), text) < 0) {
        at++;
      }
      List<Placement> after = new ArrayList<>(finder.takeBack(there.size() - at));
      if (random.nextInt(8) == 0 && !after.isEmpty()) {
        Placement gone = after.remove(random.nextInt(after.size()));
        late.add(texts.get(gone.id()));
        there.removeIf(one -> one.id().equals(gone.id()));
        known.values().removeIf(one -> one.reports().contains(gone.id()));
      }
      there.add(at, text);
      finder.add(text);
      after.forEach(one -> finder.placeAgain(one, () -> texts.get(one.id())));
      if (late.size() % 7 == 0) {
        assertIsOf(finder, there, decided);
      }
      keep(finder.changed(), known);
      assertThat(byReports(known.values().stream().toList()))
          .isEqualTo(byReports(copy(finder, decided).inBrief()));
    }
  }

  /** Replaces those that share a report with the new ones. */
  private static void keep(List<Story> changed, Map<String, Story> known) {
    for (Story story : changed) {
      known.values().removeIf(one -> one.reports().stream().anyMatch(story.reports()::contains));
    }
    changed.forEach(story -> known.put(story.id() + story.reports(), story));
  }

  private static List<String> byReports(List<Story> stories) {
    return stories.stream()
        .map(story -> story.reports() + story.title() + story.from() + story.to())
        .sorted()
        .toList();
  }

  private static void assertIsOf(
      OnlineStoryFinder finder, List<Text> texts, StoryConstraints decided) throws IOException {
    OnlineStoryFinder whole = finder(decided);
    texts.forEach(whole::add);
    OnlineStoryFinder copy = copy(finder, decided);
    assertThat(copy.history()).isEqualTo(whole.history());
    assertThat(copy.stories()).isEqualTo(whole.stories());
  }

  /** Asking for the stories closes some, so a copy is asked. */
  private static OnlineStoryFinder copy(OnlineStoryFinder finder, StoryConstraints decided)
      throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    finder.write(bytes);
    return OnlineStoryFinder.read(
        new ByteArrayInputStream(bytes.toByteArray()), NONE, decided, CLOSE);
  }

  private static final Supplier<Optional<Encoder>> NONE = Optional::empty;

  private static OnlineStoryFinder finder(StoryConstraints decided) {
    return new OnlineStoryFinder(NONE, decided, CLOSE);
  }

  private static List<Text> stream(long seed) {
    return StoryBlocksTest.stream(seed, 90).stream().sorted(PublicationOrder.ofTexts()).toList();
  }
}
