package org.twosource.app.desk;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.twosource.app.store.PackedFile;
import org.twosource.story.OnlineStoryFinder;
import org.twosource.story.StoryConstraints;

/**
 * The story finder as it was some pages ago, packed in memory: where a page comes late, only those
 * after it are placed again. What comes late is mostly late by hours, so a few places near the end
 * are enough.
 *
 * <p>Keeps state; one thread at a time.
 */
final class Checkpoints {
  /** Pages from the end at which a finder is kept. */
  static final int BEHIND = 64;

  /** Pages between two that are kept near the end. */
  private static final int APART = 256;

  /** The same, further back. */
  private static final int FAR = 4_096;

  private static final int FAR_APART = 2_048;

  private static final int MOST = 4;

  /** A finder larger than this, packed, is not kept. */
  private static final int MOST_BYTES = 64 << 20;

  private record Checkpoint(int pages, byte[] packed) {}

  /** In order of pages. */
  private final List<Checkpoint> kept = new ArrayList<>();

  void clear() {
    kept.clear();
  }

  /** Forgets what rests on pages after the first so many. */
  void keepUpTo(int pages) {
    kept.removeIf(one -> one.pages() > pages);
  }

  /**
   * Keeps the finder where it is time to.
   *
   * @param pages that it was given
   * @param all that it will be given now
   */
  void offer(OnlineStoryFinder finder, int pages, int all) {
    int since = pages - (kept.isEmpty() ? 0 : kept.getLast().pages());
    int left = all - pages;
    boolean isNear = left <= APART && since >= APART;
    boolean isFar = left <= FAR && since >= FAR_APART;
    if (left < BEHIND || !(isNear || isFar)) {
      return;
    }
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (OutputStream out = PackedFile.packing(bytes)) {
      finder.write(out);
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    if (bytes.size() <= MOST_BYTES) {
      kept.add(new Checkpoint(pages, bytes.toByteArray()));
    }
    if (kept.size() > MOST) {
      kept.remove(1); // the oldest is for what comes very late
    }
  }

  /** The latest that was given no more than the first so many pages. */
  Optional<SavedPlacing.Placed> latest(int pages, StoryConstraints constraints) {
    for (Checkpoint one : kept.reversed()) {
      if (one.pages() <= pages) {
        try (var in = PackedFile.unpacking(new ByteArrayInputStream(one.packed()))) {
          OnlineStoryFinder finder =
              OnlineStoryFinder.read(
                  in, Optional::empty, constraints, OnlineStoryFinder.CLOSED_AFTER_DAYS);
          return Optional.of(new SavedPlacing.Placed(finder, one.pages()));
        } catch (IOException impossible) {
          throw new UncheckedIOException(impossible);
        }
      }
    }
    return Optional.empty();
  }
}
