package org.twosource.story;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.twosource.encode.Encoder;
import org.twosource.text.Text;

/**
 * Placements made again with the right stories known: what would have been asked of each story that
 * is proposed for a report, and what the answer is. {@link JoinJudge} is learned from this.
 */
public final class JoinReplay {
  /** Of the stories proposed, the most alike that are asked about; the right one always is. */
  private static final int ASKED = 3;

  private JoinReplay() {}

  /** A report as it comes, and the name of the story it belongs to. */
  public record LabelledReport(Text text, String story) {}

  /**
   * A story proposed for a report.
   *
   * @param features in the order of {@link #features()}
   */
  public record Proposed(String report, double[] features, boolean belongs) {}

  public static List<String> features() {
    return JoinJudge.FEATURES;
  }

  /**
   * Replays the arrival of reports.
   *
   * @param encoder empty to learn placing by words alone
   */
  public static List<Proposed> of(List<LabelledReport> arrivals, Optional<Encoder> encoder) {
    HeadVectors heads = new HeadVectors();
    Terms.Reader reader = new Terms.Reader(BackgroundFrequencies.read(), new Vocabulary());
    double threshold = encoder.isPresent() ? HomeJudge.SAME_STORY : HomeJudge.SAME_STORY_BY_WORDS;
    NearReports index = new NearReports();
    List<Placed> placed = new ArrayList<>();
    Map<String, OpenStory> stories = new HashMap<>();
    List<Proposed> asked = new ArrayList<>();
    for (LabelledReport arrival : arrivals) {
      Terms terms = reader.read(arrival.text());
      Placed report =
          new Placed(
              placed.size(),
              arrival.text(),
              terms,
              head -> encoder.map(open -> heads.of(head, open)).orElse(new float[0]));
      Set<OpenStory> proposed = new LinkedHashSet<>();
      for (int near : index.near(terms)) {
        proposed.add(placed.get(near).home());
      }
      index.add(terms);
      placed.add(report);
      OpenStory own =
          stories.computeIfAbsent(arrival.story(), name -> new OpenStory(stories.size()));
      if (!own.members.isEmpty()) {
        proposed.add(own);
      }
      asked.addAll(asked(report, List.copyOf(proposed), own, threshold));
      own.add(report);
    }
    return asked;
  }

  private static List<Proposed> asked(
      Placed report, List<OpenStory> proposed, OpenStory own, double threshold) {
    List<OpenStory> weighed =
        proposed.stream()
            .filter(story -> story.wordLink(report.terms()) >= HomeJudge.HOPELESS)
            .sorted(Comparator.comparingDouble(story -> -story.link(report)))
            .toList();
    List<Proposed> asked = new ArrayList<>();
    for (int at = 0; at < weighed.size(); at++) {
      OpenStory story = weighed.get(at);
      boolean isOpen = !story.sameForm(report.terms()) && !JoinJudge.isOfOtherNames(report, story);
      if (isOpen && (at < ASKED || story == own)) {
        OpenStory next = at > 0 ? weighed.getFirst() : weighed.size() > 1 ? weighed.get(1) : null;
        int[] features =
            JoinJudge.features(
                report, story, story.link(report), next == null ? 0 : next.link(report), threshold);
        double[] values = new double[features.length];
        for (int feature = 0; feature < values.length; feature++) {
          values[feature] = FixedPoint.value(features[feature]);
        }
        asked.add(new Proposed(report.id(), values, story == own));
      }
    }
    return asked;
  }
}
