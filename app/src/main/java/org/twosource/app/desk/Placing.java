package org.twosource.app.desk;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.twosource.Progress;
import org.twosource.annotate.Annotated;
import org.twosource.app.store.Digests;
import org.twosource.app.store.Store;
import org.twosource.app.store.StoredReport;
import org.twosource.app.store.StoredStory;
import org.twosource.app.store.StoryChange;
import org.twosource.brief.Stage;
import org.twosource.lineage.FamilyBuilder;
import org.twosource.report.PartialDate;
import org.twosource.report.Report;
import org.twosource.reuse.Furniture;
import org.twosource.reuse.PassageAligner;
import org.twosource.story.OnlineStoryFinder;
import org.twosource.story.Story;
import org.twosource.story.StoryConstraints;
import org.twosource.text.Text;

/**
 * Brings the stories of a store up to date with its reports.
 *
 * <p>The stories are what the online story finder makes of all pages in order of publication, then
 * of id, by words alone: a function of what is stored and decided, not of the order of arrival. So
 * a store that is rebuilt, restored or filled in another order has the same stories. Pages that
 * follow in this order on what was placed before are added to the finder that is at hand; where one
 * came late, changed or went, those after it are placed again, from the last of the {@link
 * Checkpoints} before it; where a decision was made, all are.
 *
 * <p>Keeps state; one thread at a time.
 */
final class Placing {
  private final Store store;

  /** Pages placed until the finder is kept again, and which share of those kept. */
  private static final int MANY = 1_000;

  private static final int SHARE = 10;

  private final Texts texts;
  private final SavedPlacing saved;
  private @Nullable OnlineStoryFinder finder;
  private final Checkpoints checkpoints = new Checkpoints();
  private boolean isRead;
  private int kept;

  /** How many pages there were when the finder was last kept, or what was kept was deleted. */
  private int keptAt;

  private List<Store.PageKey> placed = List.of();
  private StoryConstraints constraints = StoryConstraints.NONE;

  Placing(Store store, Texts texts, SavedPlacing saved) {
    this.store = store;
    this.texts = texts;
    this.saved = saved;
  }

  /** Forgets the finder, so that all is placed again. */
  void startOver() {
    finder = null;
    isRead = true;
    checkpoints.clear();
    saved.delete();
    kept = 0;
  }

  /** Keeps the finder for the process that comes after this one. */
  void save() {
    OnlineStoryFinder now = finder;
    if (now != null && placed.size() != kept) {
      saved.write(now, placed, constraints);
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
    long seq = store.read(Store.View::lastReceipt);
    List<Store.PageKey> pages = store.read(Store.View::pages);
    Decisions decisions = store.read(view -> Decisions.of(view.decisions(), view));
    if (finder == null && !isRead) {
      goOn(pages, decisions.stories());
    }
    OnlineStoryFinder current = finder;
    int from = placed.size();
    boolean follows =
        current != null
            && decisions.stories().equals(constraints)
            && pages.size() >= from
            && pages.subList(0, from).equals(placed);
    if (current == null || !follows) {
      boolean isOther = current == null || !decisions.stories().equals(constraints);
      int same = isOther ? 0 : inCommon(placed, pages);
      checkpoints.keepUpTo(same);
      constraints = decisions.stories();
      SavedPlacing.Placed before =
          checkpoints
              .latest(same, constraints)
              .orElseGet(
                  () ->
                      new SavedPlacing.Placed(
                          new OnlineStoryFinder(Optional::empty, constraints), 0));
      current = before.finder();
      from = before.pages();
      if (kept > same) {
        saved.delete();
        kept = 0;
        keptAt = placed.size();
      }
    }
    OnlineStoryFinder adding = current;
    int begun = from;
    finder = null; // where adding fails in the middle, all are placed again
    int all = pages.size() - from;
    int[] done = {0};
    texts.each(
        pages.subList(from, pages.size()).stream().map(Store.PageKey::page).toList(),
        this::report,
        text -> {
          adding.add(text);
          progress.at(Stage.STORY, done[0]++, all);
          checkpoints.offer(adding, begun + done[0], pages.size());
        });
    finder = adding;
    placed = pages;
    if (placed.size() - keptAt > Math.max(MANY, keptAt / SHARE)) {
      save();
    }
    return keep(adding.stories(), pages, decisions, new Moment(seq, now));
  }

  /** How many pages two lists begin with in common. */
  private static int inCommon(List<Store.PageKey> before, List<Store.PageKey> now) {
    int most = Math.min(before.size(), now.size());
    int same = 0;
    while (same < most && before.get(same).equals(now.get(same))) {
      same++;
    }
    return same;
  }

  private void goOn(List<Store.PageKey> pages, StoryConstraints decided) {
    isRead = true;
    Optional<SavedPlacing.Placed> before = saved.read(pages, decided);
    if (before.isPresent()) {
      finder = before.get().finder();
      constraints = decided;
      kept = before.get().pages();
      keptAt = kept;
      placed = List.copyOf(pages.subList(0, kept));
    }
  }

  private record Moment(long seq, String now) {}

  private Report report(String page) {
    return store
        .read(view -> view.current(page))
        .map(StoredReport::asPage)
        .orElseThrow(() -> new IllegalStateException("page " + page + " went away"));
  }

  private Set<String> keep(
      List<Story> found, List<Store.PageKey> pages, Decisions decisions, Moment moment) {
    Map<String, Store.PageKey> keys = new HashMap<>();
    pages.forEach(page -> keys.put(page.page(), page));
    Map<String, String> before = store.read(Store.View::membership);
    List<String> ids =
        store.read(
            view ->
                new Identities(
                        before, id -> !view.changesOf(id).isEmpty() || view.story(id).isPresent())
                    .of(found));
    Map<String, StoredStory> known = new LinkedHashMap<>();
    store.read(Store.View::stories).forEach(story -> known.put(story.id(), story));
    List<Told> told = new ArrayList<>();
    for (int at = 0; at < found.size(); at++) {
      Told one = told(ids.get(at), found.get(at), keys, known, decisions, moment);
      if (!one.story().equals(known.get(one.story().id()))) {
        told.add(one);
      }
    }
    Map<String, String> after = new HashMap<>();
    for (int at = 0; at < found.size(); at++) {
      String id = ids.get(at);
      found.get(at).reports().forEach(page -> after.put(page, id));
    }
    Set<String> gone = new HashSet<>(known.keySet());
    gone.removeAll(ids);
    return store.write(
        change -> {
          Set<String> changed = new HashSet<>();
          for (Told one : told) {
            change.putStory(one.story(), one.pages());
            history(one, known, before, moment).ifPresent(change::addChange);
            changed.add(one.story().id());
          }
          for (String id : gone.stream().sorted().toList()) {
            change.removeStory(id);
            change.addChange(end(id, before, after, moment));
          }
          change.setSetting("placed", "" + moment.seq());
          return changed;
        });
  }

  private record Told(StoredStory story, List<String> pages) {}

  private Told told(
      String id,
      Story found,
      Map<String, Store.PageKey> keys,
      Map<String, StoredStory> known,
      Decisions decisions,
      Moment moment) {
    List<Store.PageKey> members =
        found.reports().stream()
            .map(keys::get)
            .map(java.util.Objects::requireNonNull)
            .sorted()
            .toList();
    List<String> pages = members.stream().map(Store.PageKey::page).toList();
    String fingerprint =
        Digests.of(
            members.stream()
                .flatMap(one -> java.util.stream.Stream.of(one.page(), one.content()))
                .toArray(String[]::new));
    StoredStory before = known.get(id);
    boolean isSame = before != null && before.fingerprint().equals(fingerprint);
    String title = decisions.titleOf(id).orElse(found.title());
    StoredStory story =
        new StoredStory(
            id,
            title,
            pages.size(),
            isSame ? before.sources() : sources(pages),
            new StoredStory.Days(
                found.from().map(PartialDate::iso), found.to().map(PartialDate::iso)),
            fingerprint,
            isSame && before.title().equals(title) ? before.changed() : moment.seq());
    return new Told(story, pages);
  }

  /** How many independent sources the words of the reports show. */
  private int sources(List<String> pages) {
    if (pages.size() == 1) {
      return 1;
    }
    List<Annotated> bare = new ArrayList<>();
    for (String page : pages) {
      Text text = texts.of(report(page));
      bare.add(Annotated.bare(text));
    }
    return new FamilyBuilder()
        .build(bare, new PassageAligner(Furniture.NONE).align(bare))
        .families()
        .size();
  }

  /** What became of a story that is there now; nothing where only its title changed. */
  private static Optional<StoryChange> history(
      Told now, Map<String, StoredStory> known, Map<String, String> before, Moment moment) {
    StoredStory story = now.story();
    StoredStory earlier = known.get(story.id());
    if (earlier != null) {
      if (earlier.fingerprint().equals(story.fingerprint())) {
        return Optional.empty();
      }
      boolean lost = story.reports() < earlier.reports();
      return Optional.of(
          change(
              story.id(),
              lost ? StoryChange.Kind.SHRUNK : StoryChange.Kind.GROWN,
              Optional.empty(),
              story.reports(),
              moment));
    }
    Optional<String> from = mostOf(now.pages(), before);
    return Optional.of(
        change(
            story.id(),
            from.isPresent() ? StoryChange.Kind.SPLIT_FROM : StoryChange.Kind.OPENED,
            from,
            story.reports(),
            moment));
  }

  private static StoryChange end(
      String id, Map<String, String> before, Map<String, String> after, Moment moment) {
    List<String> pages =
        before.entrySet().stream()
            .filter(one -> one.getValue().equals(id))
            .map(Map.Entry::getKey)
            .toList();
    Optional<String> into = mostOf(pages, after);
    return change(
        id,
        into.isPresent() ? StoryChange.Kind.MERGED_INTO : StoryChange.Kind.EMPTIED,
        into,
        0,
        moment);
  }

  /** The story that has most of the pages. */
  private static Optional<String> mostOf(List<String> pages, Map<String, String> stories) {
    Map<String, Integer> counts = new HashMap<>();
    for (String page : pages) {
      String story = stories.get(page);
      if (story != null) {
        counts.merge(story, 1, Integer::sum);
      }
    }
    return counts.entrySet().stream()
        .min(
            java.util.Comparator.<Map.Entry<String, Integer>>comparingInt(one -> -one.getValue())
                .thenComparing(Map.Entry::getKey))
        .map(Map.Entry::getKey);
  }

  private static StoryChange change(
      String story, StoryChange.Kind kind, Optional<String> other, int reports, Moment moment) {
    return new StoryChange(story, kind, other, reports, moment.seq(), moment.now());
  }
}
