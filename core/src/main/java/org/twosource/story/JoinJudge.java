package org.twosource.story;

import java.util.List;
import org.twosource.reuse.LinearModel;

/**
 * Whether a report belongs to a story, learned on placements that were made again with the right
 * stories known: a logistic regression whose features and weights are whole numbers, so that the
 * score is the same on every machine.
 *
 * <p>Alike to the story on average, far ahead of the next story, a story of several reports: for.
 * What holds the story's own reports together, names of its own on either side, ordinary words that
 * do not bear out what the names say: against. See the card of the weights for what each is worth.
 */
final class JoinJudge {
  /** In the order of {@link #features}. */
  static final List<String> FEATURES =
      List.of(
          "likeness",
          "cohesion",
          "no-names-shared",
          "no-words-shared",
          "lead",
          "size",
          "names-of-their-own",
          "one-papers-day");

  /** Cosine of names below which a report shares fewer than reports of one event do. */
  private static final double FEW_NAMES = 0.15;

  /** The same of ordinary words. */
  private static final double FEW_WORDS = 0.1;

  /**
   * Cosine of ordinary words below which two items of one paper's day may share no more than the
   * paper's town and the day.
   */
  private static final double SAME_PAPER_WORDS = 0.25;

  /** How far ahead of the next story counts; .15 costs ECB+ .003 and gains NeuS as much. */
  private static final double LEAD = 0.1;

  /**
   * Cosine of names below which, with nearly all main names missing on either side, two reports
   * tell of two events whatever their other words are: two fires, two robberies. On the labelled
   * sets 57 pairs of likeness .25 and more are so, 48 of them of two events.
   */
  private static final double OTHER_NAMES = 0.05;

  /** Share of the main names missing on either side for that. */
  private static final double NEARLY_ALL = 0.9;

  /** Least length (L2) of the names on either side for that. */
  private static final double NAMED = 0.45;

  private static final int WEIGHT_UNITS = 1_000;

  private final long[] weights;
  private final long bias;

  /** The judge of likenesses that words and heads make together. */
  static JoinJudge withHeads() {
    return Held.WITH_HEADS;
  }

  /** The judge for when there is no model. */
  static JoinJudge byWords() {
    return Held.BY_WORDS;
  }

  /** Read once. */
  private static final class Held {
    static final JoinJudge WITH_HEADS = new JoinJudge("/org/twosource/weights/story-join.tsv");
    static final JoinJudge BY_WORDS = new JoinJudge("/org/twosource/weights/story-join-words.tsv");
  }

  private JoinJudge(String resource) {
    LinearModel model = LinearModel.load(resource, FEATURES);
    weights = model.weights().stream().mapToLong(JoinJudge::inUnits).toArray();
    bias = inUnits(model.bias()) * FixedPoint.ONE;
  }

  private static long inUnits(double weight) {
    return Math.round(weight * WEIGHT_UNITS);
  }

  /** The log odds that the report belongs to the story, in units of this judge. */
  long score(int[] features) {
    long score = bias;
    for (int at = 0; at < features.length; at++) {
      score += weights[at] * features[at];
    }
    return score;
  }

  /** The same as a probability, 0 to 1. */
  double probability(int[] features) {
    double logOdds = (double) score(features) / WEIGHT_UNITS / FixedPoint.ONE;
    return 1 / (1 + StrictMath.exp(-logOdds));
  }

  /**
   * What speaks for and against a report in a story, in units of {@link FixedPoint}.
   *
   * @param link likeness to the story, 0 to 1
   * @param next likeness to the most alike of the other stories; 0 when there is none
   * @param threshold likeness that cohesion is drawn towards
   */
  static int[] features(
      Placed report, OpenStory story, double link, double next, double threshold) {
    Terms terms = report.terms();
    double ordinary = story.ordinaryLink(terms);
    return new int[] {
      FixedPoint.of(link),
      FixedPoint.of(story.cohesion(threshold)),
      FixedPoint.of(below(FEW_NAMES, story.namesLink(terms))),
      FixedPoint.of(below(FEW_WORDS, ordinary)),
      FixedPoint.of(Math.clamp(link - next, -LEAD, LEAD)),
      FixedPoint.of(StrictMath.log(story.members.size())),
      FixedPoint.of(story.ownNames(terms)),
      story.isOnePapersDay(report) ? FixedPoint.of(below(SAME_PAPER_WORDS, ordinary)) : 0
    };
  }

  /** 0 from {@code bound} on, 1 at nothing. */
  private static double below(double bound, double value) {
    return Math.max(0, bound - value) / bound;
  }

  /** Whether the two share no name that matters though both are full of them. */
  static boolean isOfOtherNames(Placed report, OpenStory story) {
    Terms terms = report.terms();
    return Math.min(terms.namedLength(), story.namedLength()) > NAMED
        && story.namesLink(terms) < OTHER_NAMES
        && story.ownNames(terms) > NEARLY_ALL;
  }
}
