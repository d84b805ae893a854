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
import org.twosource.text.PublicationOrder;
import org.twosource.text.Published;
import org.twosource.text.StandardTextBuilder;
import org.twosource.text.Text;

class StoryBlocksTest {
  private static final StandardTextBuilder TEXTS = new StandardTextBuilder();
  private static final StoryConstraints NONE = StoryConstraints.NONE;

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void aStreamCutIntoBlocksGivesTheStoriesOfTheWhole(long seed) {
    List<Text> stream = stream(seed, 400);
    StoryBlocks blocks = StoryBlocks.of(stream, NONE);
    assertThat(blocks.size()).isGreaterThan(1);
    assertThat(stories(blocks, NONE)).isEqualTo(whole(stream, NONE));
  }

  @Test
  void theOrderOfTheInputChangesNothing() {
    List<Text> stream = stream(6, 400);
    List<Story> stories = whole(stream, NONE);
    for (int round = 0; round < 5; round++) {
      List<Text> shuffled = new ArrayList<>(stream);
      Collections.shuffle(shuffled, new Random(round));
      assertThat(whole(shuffled, NONE)).isEqualTo(stories);
      assertThat(stories(StoryBlocks.of(shuffled, NONE), NONE)).isEqualTo(stories);
    }
  }

  @Test
  void blocksArePlacedInAnyOrder() {
    List<Text> stream = stream(7, 300);
    StoryBlocks blocks = StoryBlocks.of(stream, NONE);
    List<Story> backwards = new ArrayList<>();
    for (int block = blocks.size() - 1; block >= 0; block--) {
      backwards.addAll(blocks.stories(block, Optional::empty, NONE, 30));
    }
    assertThat(blocks.inOrder(backwards)).isEqualTo(whole(stream, NONE));
  }

  @Test
  void aLargeBlockIsCutBetweenDaysAndAlikeForEveryOrderOfTheInput() {
    List<Text> stream = stream(8, 400);
    StoryBlocks blocks = StoryBlocks.of(stream, NONE, 50);
    for (int block = 0; block < blocks.size(); block++) {
      assertThat(blocks.reports(block)).isLessThanOrEqualTo(50);
    }
    List<Text> shuffled = new ArrayList<>(stream);
    Collections.shuffle(shuffled, new Random(1));
    assertThat(stories(StoryBlocks.of(shuffled, NONE, 50), NONE)).isEqualTo(stories(blocks, NONE));
  }

  @Test
  void whatTheUserPutTogetherIsOneBlockHoweverSmallTheyAre() {
    List<Text> stream = stream(9, 200);
    List<Text> ordered = stream.stream().sorted(PublicationOrder.ofTexts()).toList();
    StoryConstraints together =
        new StoryConstraints(
            List.of(
                new StoryConstraints.Pair(ordered.getFirst().id(), ordered.get(180).id()),
                new StoryConstraints.Pair(ordered.get(3).id(), ordered.get(90).id())),
            List.of());
    assertThat(stories(StoryBlocks.of(stream, together), together))
        .isEqualTo(whole(stream, together));
    List<Story> cut = stories(StoryBlocks.of(stream, together, 20), together);
    for (StoryConstraints.Pair pair : together.together()) {
      assertThat(cut).anyMatch(story -> story.reports().containsAll(List.of(pair.a(), pair.b())));
    }
  }

  @Test
  void noReportsHaveNoBlocks() {
    assertThat(StoryBlocks.of(List.of(), NONE).size()).isZero();
  }

  private static List<Story> stories(StoryBlocks blocks, StoryConstraints constraints) {
    List<Story> stories = new ArrayList<>();
    for (int block = 0; block < blocks.size(); block++) {
      stories.addAll(blocks.stories(block, Optional::empty, constraints, 30));
    }
    return blocks.inOrder(stories);
  }

  private static List<Story> whole(List<Text> texts, StoryConstraints constraints) {
    OnlineStoryFinder finder = new OnlineStoryFinder(Optional::empty, constraints, 30);
    texts.stream().sorted(PublicationOrder.ofTexts()).forEach(finder::add);
    return finder.stories();
  }

  /**
   * Events of several reports over some months: half of their words are the event's, some are of a
   * subject that a few events share, the rest is chance. A tenth of the reports has no date.
   */
  static List<Text> stream(long seed, int reports) {
    Random random = new Random(seed);
    List<Text> texts = new ArrayList<>();
    for (int i = 0; i < reports; i++) {
      int event = random.nextInt(reports / 6);
      StringBuilder body = new StringBuilder();
      for (int word = 0; word < 60; word++) {
        int kind = random.nextInt(10);
        String of = kind < 5 ? "Event" + event : kind < 7 ? "subject" + event / 4 : "chance" + i;
        body.append(of)
            .append((char) ('a' + random.nextInt(20)))
            .append(word % 12 == 11 ? ". " : " ");
      }
      Text text = text("r" + random.nextInt(1_000_000) + "-" + i, body.toString());
      LocalDate day = LocalDate.of(2024, 1, 1).plusDays(event * 2L + random.nextInt(6));
      texts.add(
          random.nextInt(10) == 0
              ? text
              : text.withPublished(
                  new Published(Optional.of(PartialDate.of(day)), Published.From.METADATA)));
    }
    return texts;
  }

  private static Text text(String id, String body) {
    return TEXTS.build(Report.of(id, body));
  }
}
