package org.twosource.app.desk;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.twosource.Progress;
import org.twosource.app.store.Store;
import org.twosource.brief.Stage;
import org.twosource.story.OnlineStoryFinder;
import org.twosource.story.Placement;
import org.twosource.story.Story;
import org.twosource.story.StoryConstraints;

/**
 * Brings the stories of a store up to date with its reports.
 *
 * <p>The stories are what the online story finder makes of all pages in order of publication, then
 * of id, by words alone: a function of what is stored and decided, not of the order of arrival. So
 * a store that is rebuilt, restored or filled in another order has the same stories. Pages that
 * follow in this order on what was placed before are added to the finder that is at hand. Where one
 * came late, changed or went, those after it are taken back and placed again, which weighs anew
 * only what meets other stories than before; where a decision was made, all are placed again. Only
 * the stories that changed are told and written.
 *
 * <p>Keeps state; one thread at a time.
 */
final class Placing {
  /** Pages placed until the finder is kept again, and which share of those kept. */
  private static final int MANY = 1_000;

  private static final int SHARE = 10;

  /** Placements that can be taken back: some 90 MB. */
  private static final int REMEMBERED = 1 << 16;

  private final Store store;
  private final Texts texts;
  private final SavedPlacing saved;
  private final StoryWriter writer;
  private final Pages pages = new Pages();
  private @Nullable OnlineStoryFinder finder;
  private boolean isRead;

  /** Whether the store has the stories as the finder had them when it was asked last. */
  private boolean isInStep;

  /** How many pages the finder that lies beside the store was given; 0 where none does. */
  private int kept;

  /** How many pages there were when the finder was last kept, or what was kept was deleted. */
  private int keptAt;

  /** The pages that the finder was given, in order. */
  private final List<Store.PageKey> placed = new ArrayList<>();

  private Decisions decided = new Decisions(StoryConstraints.NONE, Map.of());

  Placing(Store store, Texts texts, SavedPlacing saved) {
    this.store = store;
    this.texts = texts;
    this.saved = saved;
    this.writer = new StoryWriter(store, texts);
  }

  /** Forgets the finder, so that all is placed again. */
  void startOver() {
    finder = null;
    isRead = true;
    pages.clear();
    saved.delete();
    kept = 0;
  }

  /** Keeps the finder for the process that comes after this one. */
  void save() {
    OnlineStoryFinder now = finder;
    if (now != null && placed.size() != kept) {
      saved.write(now, placed, decided.stories());
      kept = placed.size();
      keptAt = kept;
    }
  }

  /**
   * Brings all up to date.
   *
   * @return the ids of the stories that changed
   */
  Set<String> run(String now, Progress progress) {
    Pages.Update update = pages.update(store);
    Decisions decisions = store.read(view -> Decisions.of(view.decisions(), view));
    if (finder == null && !isRead) {
      goOn(decisions.stories());
    }
    if (update.isWhole() || !decisions.equals(decided)) {
      isInStep = false;
    }
    if (!decisions.stories().equals(decided.stories())) {
      finder = null;
    }
    decided = decisions;
    OnlineStoryFinder found = place(update.same(), progress);
    if (placed.size() - keptAt > Math.max(MANY, keptAt / SHARE)) {
      save();
    }
    boolean isWhole = !isInStep;
    isInStep = false; // where writing fails, all is written the next time
    List<Story> stories = isWhole ? found.inBrief() : found.changed();
    StoryWriter.Moment moment = new StoryWriter.Moment(pages.seq(), now);
    Set<String> changed = writer.write(stories, isWhole, pages, decided, moment);
    isInStep = true;
    return changed;
  }

  private void goOn(StoryConstraints decisions) {
    isRead = true;
    Optional<SavedPlacing.Placed> before = saved.read(pages.inOrder(), decisions);
    if (before.isPresent()) {
      finder = before.get().finder();
      finder.remember(REMEMBERED);
      decided = new Decisions(decisions, Map.of());
      kept = before.get().pages();
      keptAt = kept;
      placed.addAll(pages.inOrder().subList(0, kept));
    }
  }

  /**
   * Has the finder know all pages.
   *
   * @param same how many of them it was given as they are
   */
  private OnlineStoryFinder place(int same, Progress progress) {
    List<Store.PageKey> all = pages.inOrder();
    int from = Math.min(same, placed.size());
    OnlineStoryFinder found = finder;
    finder = null; // where adding fails in the middle, all are placed again
    Map<Store.PageKey, Placement> again = new HashMap<>();
    if (found == null || placed.size() - from > found.remembered()) {
      found = new OnlineStoryFinder(Optional::empty, decided.stories());
      found.remember(REMEMBERED);
      isInStep = false;
      from = 0;
    } else {
      List<Placement> back = found.takeBack(placed.size() - from);
      for (int at = 0; at < back.size(); at++) {
        again.put(placed.get(from + at), back.get(at));
      }
    }
    if (kept > from) {
      saved.delete();
      kept = 0;
      keptAt = placed.size();
    }
    placed.subList(from, placed.size()).clear();
    add(found, all.subList(from, all.size()), again, progress);
    finder = found;
    return found;
  }

  /**
   * Gives the finder pages in order.
   *
   * @param again those that it was given before
   */
  private void add(
      OnlineStoryFinder found,
      List<Store.PageKey> rest,
      Map<Store.PageKey, Placement> again,
      Progress progress) {
    List<String> fresh =
        rest.stream().filter(key -> !again.containsKey(key)).map(Store.PageKey::page).toList();
    int[] done = {0};
    int[] at = {0};
    texts.each(
        fresh,
        writer::report,
        text -> {
          at[0] = addAgain(found, rest, at[0], again);
          found.add(text);
          placed.add(rest.get(at[0]++));
          progress.at(Stage.STORY, done[0]++, fresh.size());
        });
    addAgain(found, rest, at[0], again);
  }

  /** Goes on to the next page that the finder was not given before, and answers its place. */
  private int addAgain(
      OnlineStoryFinder found,
      List<Store.PageKey> rest,
      int from,
      Map<Store.PageKey, Placement> again) {
    int at = from;
    while (at < rest.size() && again.containsKey(rest.get(at))) {
      Store.PageKey key = rest.get(at++);
      found.placeAgain(
          Objects.requireNonNull(again.get(key)), () -> texts.of(writer.report(key.page())));
      placed.add(key);
    }
    return at;
  }
}
