package org.twosource.story;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The last placements of a finder, to be taken back, and the stories that changed since somebody
 * asked. Empty, and free, until it is begun. One thread at a time.
 */
final class Journal {
  /** The version of a story that was not there. */
  private static final long NOT_THERE = -1;

  private final Deque<Placement> last = new ArrayDeque<>();
  private final Map<OpenStory, Long> touched = new IdentityHashMap<>();
  private int most;
  private @Nullable Placement open;

  /**
   * @param placements that can be taken back, at most
   */
  void begin(int placements) {
    most = placements;
  }

  boolean isKept() {
    return most > 0;
  }

  /** How many placements can be taken back. */
  int size() {
    return last.size();
  }

  void open(Placed report) {
    if (isKept()) {
      open = new Placement(report);
    }
  }

  /** The placement under way; null where none is kept. */
  @Nullable Placement now() {
    return open;
  }

  void close() {
    Placement made = open;
    open = null;
    if (made == null) {
      return;
    }
    if (made.isFinal()) {
      last.clear();
      return;
    }
    last.add(made);
    if (last.size() > most) {
      last.remove();
    }
  }

  /** Keeps how the step that was just made is taken back. */
  void onTakingBack(Runnable step) {
    Placement now = open;
    if (now != null) {
      now.onTakingBack(step);
    }
  }

  /** Takes the last placements back; answers them in the order in which they were made. */
  List<Placement> takeBack(int count) {
    List<Placement> taken = new ArrayList<>();
    for (int at = 0; at < count; at++) {
      Placement one = last.removeLast();
      one.takeBack();
      taken.add(one);
    }
    return taken.reversed();
  }

  /** Says that something changed that cannot be taken back. */
  void clear() {
    last.clear();
  }

  /** Before a story changes. */
  void touch(OpenStory story) {
    if (isKept()) {
      touched.putIfAbsent(story, story.version);
    }
  }

  /** After a story was opened. */
  void touchNew(OpenStory story) {
    if (isKept()) {
      touched.putIfAbsent(story, NOT_THERE);
    }
  }

  /** The stories that are not as they were when this was asked last. */
  List<OpenStory> changed() {
    List<OpenStory> changed = new ArrayList<>();
    touched.forEach(
        (story, version) -> {
          if (story.version != version) {
            changed.add(story);
          }
        });
    touched.clear();
    return changed;
  }

  void forgetChanges() {
    touched.clear();
  }
}
