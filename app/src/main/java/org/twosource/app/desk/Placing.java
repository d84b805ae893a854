package org.twosource.app.desk;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.twosource.Progress;
import org.twosource.app.store.Store;
import org.twosource.brief.Stage;
import org.twosource.story.OnlineStoryFinder;
import org.twosource.story.Placement;
import org.twosource.story.Story;
import org.twosource.story.StoryConstraints;
import org.twosource.text.Text;

/**
 * Brings the stories of a store up to date with its reports.
 *
 * <p>The stories are what the online story finder makes of all pages in order of publication
 * ({@link Store.PageKey}), by words alone: a function of what is stored and decided, not of the
 * order of arrival. So a store that is rebuilt, restored or filled in another order has the same
 * stories. Pages that follow in this order on what was placed before are added to the finder that
 * is at hand. Where one came late, changed or went, those after it are taken back and placed again,
 * which weighs anew only what meets other stories than before; where a decision was made, all are
 * placed again. Only the stories that changed are told and written. A page without a date counts as
 * of the day it was received.
 *
 * <p>Reports that arrive are placed at once whatever follows them: where that are many, they are
 * placed behind all others for now ({@link #arrive}), until {@link #run} puts all into order.
 *
 * <p>Keeps state; one thread at a time.
 */
final class Placing {
  /** Pages placed until the finder is kept again, and which share of those kept. */
  private static final int MANY = 1_000;

  private static final int SHARE = 10;

  /** At most this many are taken back for a report that arrives; where more follow it, it waits. */
  private static final int AT_ONCE = 256;

  /** The setting that holds the number of the last receipt that the kept finder knows, or less. */
  static final String KEPT = "kept placing";

  /** Placements that can be taken back: some 90 MB. */
  private static final int REMEMBERED = 1 << 16;

  private final Store store;
  private final Texts texts;
  private final SavedPlacing saved;
  private final StoryWriter writer;
  private final PlacedPages pages = new PlacedPages();
  private @Nullable OnlineStoryFinder finder;
  private boolean isRead;

  /** Whether the store has the stories as the finder had them when it was asked last. */
  private boolean isInStep;

  /** How many pages the finder that lies beside the store was given; 0 where none does. */
  private int base;

  /** The same with the pages that lie beside it, ready to be placed. */
  private int kept;

  /** Of a finder that was read: the pages that came after those it was given. */
  private final Map<Store.PageKey, Placement> last = new HashMap<>();

  /** How many pages there were when the finder was last kept, or what was kept was deleted. */
  private int keptAt;

  /** The pages that the finder was given, as it was given them. */
  private final List<Store.PageKey> placed = new ArrayList<>();

  /** How many of them, from the first, are the first pages in order. */
  private int inOrder;

  private PlacingDecisions decided = new PlacingDecisions(StoryConstraints.NONE, Map.of());

  /**
   * @param file where the finder is kept for the process that comes after this one
   * @param takenBack pages at the end that it can take back then
   */
  Placing(Store store, StoryWriter writer, Path file, int takenBack) {
    this.store = store;
    this.texts = writer.texts();
    this.writer = writer;
    this.saved = new SavedPlacing(file, takenBack, page -> texts.of(writer.report(page)));
  }

  /** Forgets the finder, so that all is placed again. */
  void startOver() {
    finder = null;
    isRead = true;
    pages.clear();
    saved.delete();
    base = 0;
    kept = 0;
  }

  /** Keeps the finder for the process that comes after this one, if all is in order. */
  void save() {
    OnlineStoryFinder now = finder;
    boolean isOnlyRead = !last.isEmpty();
    if (now != null && !isOnlyRead && placed.size() != kept && inOrder == placed.size()) {
      // before the file: where this process ends in between, what lies there knows less than this
      store.write(
          change -> {
            change.setSetting(KEPT, "" + pages.seq());
            return true;
          });
      base = saved.write(now, placed, decided.stories());
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
    PlacedPages.Update update = update();
    OnlineStoryFinder found = place(progress);
    if (placed.size() - keptAt > Math.max(MANY, keptAt / SHARE)) {
      save();
    }
    StoryWriter.Moment moment = new StoryWriter.Moment(pages.seq(), now, true, true);
    Set<String> changed = write(found, moment, update.changed());
    changed.addAll(writer.countAgain(pages, () -> false));
    return changed;
  }

  /**
   * Places what came, and does not look at what would have to be placed again where that is much;
   * leaves large stories that grew the number of sources that they had. {@link #run} makes up for
   * both.
   *
   * @return the ids of the stories that changed
   */
  Set<String> arrive(String now) {
    PlacedPages.Update update = update();
    OnlineStoryFinder known = finder;
    boolean isExact = known == null || update.isWhole() || !isInStep;
    boolean isInOrder = isExact || placed.size() - inOrder <= AT_ONCE;
    StoryWriter.Moment moment = new StoryWriter.Moment(pages.seq(), now, isInOrder, isExact);
    OnlineStoryFinder found =
        isInOrder || known == null ? place(Progress.NONE) : placeBehind(update.fresh(), known);
    return write(found, moment, update.changed());
  }

  /** Places pages behind all others for now. */
  private OnlineStoryFinder placeBehind(List<Store.PageKey> fresh, OnlineStoryFinder found) {
    finder = null; // where adding fails in the middle, all are placed again
    int[] at = {0};
    texts.each(
        fresh.stream().map(Store.PageKey::page).toList(),
        writer::report,
        text -> addFresh(found, fresh.get(at[0]++), text));
    finder = found;
    return found;
  }

  private void addFresh(OnlineStoryFinder found, Store.PageKey page, Text text) {
    found.add(text);
    writer.keep(page, text);
    placed.add(page);
  }

  /**
   * Places in order what was placed behind others, and counts the sources of stories that grew.
   *
   * @param isOver asked before each story that is counted, but for the first
   * @return the ids of the stories that changed
   */
  Set<String> settle(String now, BooleanSupplier isOver) {
    Set<String> changed = new HashSet<>();
    PlacedPages.Update update = update();
    if (finder == null || inOrder < placed.size() || placed.size() < pages.inOrder().size()) {
      StoryWriter.Moment moment = new StoryWriter.Moment(pages.seq(), now, true, false);
      changed.addAll(write(place(Progress.NONE), moment, update.changed()));
    }
    changed.addAll(writer.countAgain(pages, isOver));
    return changed;
  }

  private PlacedPages.Update update() {
    PlacedPages.Update update = pages.update(store);
    inOrder = Math.min(inOrder, update.same());
    PlacingDecisions decisions = store.read(view -> PlacingDecisions.of(view.decisions(), view));
    boolean begins = finder == null && !isRead;
    if (begins) {
      goOn(decisions);
    }
    if ((update.isWhole() && !begins) || !decisions.equals(decided)) {
      isInStep = false;
    }
    if (!decisions.stories().equals(decided.stories())) {
      finder = null;
    }
    decided = decisions;
    return update;
  }

  private Set<String> write(
      OnlineStoryFinder found, StoryWriter.Moment moment, List<String> otherwise) {
    boolean isWhole = !isInStep;
    isInStep = false; // where writing fails, all is written the next time
    List<Story> stories = isWhole ? found.inBrief() : found.changed();
    Set<String> changed = writer.write(stories, isWhole, pages, decided, moment);
    isInStep = true;
    for (String page : otherwise) {
      store.read(view -> view.storyOf(page)).ifPresent(changed::add);
    }
    return changed;
  }

  /** Reads the finder that was kept, and does no more. */
  void prepare() {
    if (finder == null && !isRead) {
      update();
    }
  }

  private void goOn(PlacingDecisions decisions) {
    isRead = true;
    Optional<SavedPlacing.Placed> before = saved.read(pages.inOrder(), decisions.stories());
    if (before.isPresent()) {
      SavedPlacing.Placed saved = before.get();
      finder = saved.finder();
      finder.remember(REMEMBERED);
      decided = decisions;
      isInStep = store.read(view -> isInStep(view, decisions));
      base = saved.pages();
      kept = base + saved.last().size();
      keptAt = kept;
      placed.addAll(pages.inOrder().subList(0, base));
      inOrder = base;
      last.putAll(saved.last());
    }
  }

  /**
   * Whether the store has the stories as the finder that was kept has them, but for those of pages
   * that came since: it was kept before they were written, all in order, and by the decisions that
   * hold.
   */
  private static boolean isInStep(Store.View view, PlacingDecisions decisions) {
    long placed = number(view, StoryWriter.PLACED, -1);
    return number(view, KEPT, Long.MAX_VALUE) <= placed
        && number(view, StoryWriter.SETTLED, -1) >= placed
        && view.setting(StoryWriter.DECIDED).equals(Optional.of(decisions.digest()));
  }

  private static long number(Store.View view, String setting, long otherwise) {
    return view.setting(setting).map(Long::parseLong).orElse(otherwise);
  }

  /** Has the finder know all pages, in order. */
  private OnlineStoryFinder place(Progress progress) {
    List<Store.PageKey> all = pages.inOrder();
    int from = Math.min(inOrder, placed.size());
    OnlineStoryFinder found = finder;
    finder = null; // where adding fails in the middle, all are placed again
    Map<Store.PageKey, Placement> again = new HashMap<>();
    if (found == null || placed.size() - from > found.remembered()) {
      found = new OnlineStoryFinder(Optional::empty, decided.stories());
      found.remember(REMEMBERED);
      isInStep = false;
      from = 0;
    } else {
      again.putAll(last);
      List<Placement> back = found.takeBack(placed.size() - from);
      for (int at = 0; at < back.size(); at++) {
        again.put(placed.get(from + at), back.get(at));
      }
    }
    last.clear();
    if (base > from) {
      saved.delete();
      base = 0;
      kept = 0;
      keptAt = placed.size();
    }
    placed.subList(from, placed.size()).clear();
    inOrder = from;
    add(found, all.subList(from, all.size()), again, progress);
    inOrder = placed.size();
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
          addFresh(found, rest.get(at[0]++), text);
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
