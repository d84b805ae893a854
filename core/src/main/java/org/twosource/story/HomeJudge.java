package org.twosource.story;

import java.util.List;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/** Decides which of the stories that are near a report it belongs to. */
final class HomeJudge {
  /** Mean likeness from which two stories may be one, with vectors; what doubt draws towards. */
  static final double SAME_STORY = 0.250;

  /** The same by words alone, when the model is off. */
  static final double SAME_STORY_BY_WORDS = 0.19;

  /** Share of a story's cohesion above the threshold that another must reach besides. */
  static final double COHESION_SHARE = 0.15;

  /** Below this mean cosine of the words no vector can make a report belong. */
  static final double HOPELESS = 0.04;

  private final int closedAfterDays;
  private final BooleanSupplier byWordsAlone;

  /**
   * @param byWordsAlone whether the model turned out to be off; asked each time
   */
  HomeJudge(int closedAfterDays, BooleanSupplier byWordsAlone) {
    this.closedAfterDays = closedAfterDays;
    this.byWordsAlone = byWordsAlone;
  }

  /** Likeness to a story that the report can belong to, else {@link Placement#LOST}. */
  double link(Placed report, OpenStory story) {
    return isOver(report, story) || story.wordLink(report.terms()) < HOPELESS
        ? Placement.LOST
        : story.link(report);
  }

  /**
   * Of the stories that words leave open, the likeliest that the report belongs to.
   *
   * @param links the likeness to each of them
   */
  @Nullable OpenStory home(Placed report, List<OpenStory> open, double[] links, LookBack lookBack) {
    JoinJudge judge = judge();
    OpenStory home = null;
    long best = 0;
    for (int at = 0; at < links.length; at++) {
      OpenStory story = open.get(at);
      if (isAnother(report, story)) {
        continue;
      }
      double next = highestBut(at, links);
      long score = judge.score(JoinJudge.features(report, story, links[at], next, threshold()));
      if ((home == null ? score >= 0 || isAloneAndAlike(report, open, links) : score > best)
          && !isAnotherOccasion(report, story, lookBack)) {
        best = score;
        home = story;
      }
    }
    return home;
  }

  /**
   * How likely a report belongs to each of some stories, 0 to 1; 0 where it is another one's form
   * or names others.
   *
   * @param links the likeness to each of them
   */
  double[] probabilities(Placed report, List<OpenStory> open, double[] links) {
    double[] probabilities = new double[links.length];
    for (int at = 0; at < links.length; at++) {
      OpenStory story = open.get(at);
      double next = highestBut(at, links);
      probabilities[at] =
          isAnother(report, story)
              ? 0
              : judge()
                  .probability(JoinJudge.features(report, story, links[at], next, threshold()));
    }
    return probabilities;
  }

  private JoinJudge judge() {
    return byWordsAlone.getAsBoolean() ? JoinJudge.byWords() : JoinJudge.withHeads();
  }

  private static boolean isAnother(Placed report, OpenStory story) {
    return story.sameForm(report.terms()) || JoinJudge.isOfOtherNames(report, story);
  }

  /**
   * Whether no other story is asked about, and the report is as alike to this one as two stories
   * must be that become one: copies that are very alike to each other do not shut it out.
   */
  private boolean isAloneAndAlike(Placed report, List<OpenStory> open, double[] links) {
    return links.length == 1
        && links[0] >= needed(open.getFirst())
        && !open.getFirst().isOnePapersDay(report);
  }

  private static double highestBut(int left, double[] links) {
    double highest = 0;
    for (int at = 0; at < links.length; at++) {
      highest = at == left ? highest : Math.max(highest, links[at]);
    }
    return highest;
  }

  /** Whether the story was over when the report was published, or had not begun. */
  private boolean isOver(Placed report, OpenStory story) {
    return report.published().isPresent()
        && story.daysTo(report.published().get()) > closedAfterDays;
  }

  /**
   * Whether the story was silent for about a year before the report, which does not speak of its
   * days: last year's visit. Asked last, for it may read the report's dates.
   */
  private static boolean isAnotherOccasion(Placed report, OpenStory story, LookBack lookBack) {
    return report.published().filter(story::isAnotherTime).isPresent()
        && !lookBack.reaches(story.firstDay(), story.lastDay());
  }

  /** The likeness that another story must reach to be one with this. */
  double needed(OpenStory story) {
    double threshold = threshold();
    return threshold + COHESION_SHARE * Math.max(0, story.cohesion(threshold) - threshold);
  }

  private double threshold() {
    return byWordsAlone.getAsBoolean() ? SAME_STORY_BY_WORDS : SAME_STORY;
  }
}
