package org.twosource.story;

import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A report in the story it was placed in, with what is needed to take that back, and to place it
 * again where another report came late: where it meets the same stories as they were, the outcome
 * is the same and nothing is weighed again.
 *
 * <p>Made and used by one {@link OnlineStoryFinder}; one thread at a time.
 */
public final class Placement {
  /** A likeness to a story that a report cannot belong to. */
  static final double LOST = -1;

  final Placed report;

  /** How each step is taken back, in the order of the steps. */
  private final List<Runnable> back = new ArrayList<>();

  private List<OpenStory> weighed = List.of();
  private long[] versions = {};
  private double[] links = {};
  private @Nullable Entry entry;
  private boolean isPlain = true;
  private boolean isFinal;

  Placement(Placed report) {
    this.report = report;
  }

  /**
   * How the report entered a story.
   *
   * @param isFirst whether the story was opened for it
   * @param pairs see {@link OpenStory#lastPairs}
   * @param why absent for the first report
   */
  record Entry(
      OpenStory home,
      boolean isFirst,
      VersionNumbers versions,
      int[] pairs,
      OpenStory.@Nullable Reason why) {}

  /** Of a story without and with the report. */
  record VersionNumbers(long before, long after) {}

  /** Id of the report. */
  public String id() {
    return report.id();
  }

  /** Writes the report, without what came of it: it is weighed anew by who reads it. */
  public void write(DataOutputStream out) throws IOException {
    report.write(out);
  }

  void onTakingBack(Runnable step) {
    back.add(step);
  }

  /** Undoes all steps, the last first. */
  void takeBack() {
    for (Runnable step : back.reversed()) {
      step.run();
    }
    back.clear();
  }

  /** The stories that the report was weighed against, as they are now. */
  void weighedAgainst(List<OpenStory> stories) {
    weighed = stories;
    versions = stories.stream().mapToLong(story -> story.version).toArray();
    links = new double[versions.length];
    Arrays.fill(links, Double.NaN);
  }

  /** How alike the report is to one of them, or {@link #LOST}. */
  void linked(int at, double link) {
    links[at] = link;
  }

  void entered(Entry how) {
    entry = how;
  }

  /** Says that other reports moved. */
  void movedOthers() {
    isPlain = false;
  }

  /** Says that it cannot be taken back. */
  void makeFinal() {
    isFinal = true;
  }

  boolean isFinal() {
    return isFinal;
  }

  /**
   * Whether what was found out then helps among these stories: nobody else moved then, the story it
   * joined is as it was, and those that are as they were come in the same order, so that of two
   * that are as good the same one comes first.
   */
  boolean isOf(List<OpenStory> stories) {
    Entry how = entry;
    if (how == null || !isPlain) {
      return false;
    }
    boolean isHomeMet = how.isFirst();
    int last = -1;
    for (OpenStory story : stories) {
      int place = place(story);
      if (place >= 0) {
        if (place < last) {
          return false;
        }
        last = place;
        isHomeMet |= story == how.home();
      }
    }
    return isHomeMet;
  }

  /** The place of a story among those weighed then, if it is as it was; else -1. */
  private int place(OpenStory story) {
    for (int at = 0; at < versions.length; at++) {
      if (weighed.get(at) == story) {
        return versions[at] == story.version ? at : -1;
      }
    }
    return -1;
  }

  /** How alike the report was to a story that is as it was then; NaN where that is not known. */
  double linkTo(OpenStory story) {
    int place = place(story);
    return place < 0 ? Double.NaN : links[place];
  }

  /** Those of some stories that changed since. */
  List<OpenStory> othersAmong(List<OpenStory> stories) {
    return stories.stream().filter(story -> place(story) < 0).toList();
  }

  /** How it entered, if it was this story as it is now. */
  @Nullable Entry entryTo(OpenStory story) {
    Entry how = entry;
    return how != null
            && !how.isFirst()
            && how.home() == story
            && how.versions().before() == story.version
        ? how
        : null;
  }

  /** How it entered the story that was opened for it; null where it joined one. */
  @Nullable Entry opening() {
    Entry how = entry;
    return how != null && how.isFirst() ? how : null;
  }
}
