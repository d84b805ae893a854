package org.twosource.app.desk;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.twosource.annotate.Annotated;
import org.twosource.app.store.Digests;
import org.twosource.app.store.Store;
import org.twosource.app.store.StoredReport;
import org.twosource.app.store.StoredStory;
import org.twosource.app.store.StoryChange;
import org.twosource.lineage.FamilyBuilder;
import org.twosource.report.PartialDate;
import org.twosource.report.Report;
import org.twosource.reuse.Furniture;
import org.twosource.reuse.PassageAligner;
import org.twosource.story.Story;
import org.twosource.text.Text;

/**
 * Writes the stories that were found into the store: which of those known each is, what became of
 * them, and how many sources the words of their reports show. One thread at a time; where many
 * stories are written their sources are counted on several.
 */
final class StoryWriter {
  /** Reports of stories that grew lately are kept divided: at most this many, some 60 kB each. */
  private static final int DIVIDED = 512;

  /** The setting that names the stories that grew and whose sources are not counted yet. */
  private static final String UNCOUNTED = "uncounted";

  /** The setting that says up to which receipt stories are as if all reports came in order. */
  static final String SETTLED = "settled";

  /** The setting that says by which decisions the stories were written. */
  static final String DECIDED = "decided";

  /** The setting that holds the number of the last receipt that the stories know. */
  static final String PLACED = "placed";

  /** Stories up to this size are counted anew when they grow. */
  private static final int COUNTED_AT_ONCE = 24;

  private final Store store;
  private final Texts texts;
  private final Consumer<String> gone;
  private final Map<Store.PageKey, Annotated> divided =
      new LinkedHashMap<>(DIVIDED, .75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Store.PageKey, Annotated> eldest) {
          return size() > DIVIDED;
        }
      };

  /** Stories that have the number of sources that they had before they grew. */
  private final Set<String> uncounted = new TreeSet<>();

  private String noted;

  /**
   * @param gone told of the id of each story that became part of others
   */
  StoryWriter(Store store, Texts texts, Consumer<String> gone) {
    this.store = store;
    this.texts = texts;
    this.gone = gone;
    this.noted = store.read(view -> view.setting(UNCOUNTED)).orElse("");
    noted.lines().forEach(uncounted::add);
  }

  /**
   * When stories were found.
   *
   * @param seq number of the last receipt that they know
   * @param now ISO 8601 instant
   * @param isInOrder whether all pages are placed in order
   * @param isExact whether the sources of large stories, too, are counted anew when they grow
   */
  record Moment(long seq, String now, boolean isInOrder, boolean isExact) {}

  private void note(Store.Change change, boolean isInOrder, long seq) {
    if (isInOrder && uncounted.isEmpty()) {
      change.setSetting(SETTLED, "" + seq);
    }
    String now = String.join("\n", uncounted);
    if (!now.equals(noted)) {
      change.setSetting(UNCOUNTED, now);
      noted = now;
    }
  }

  /** What divides reports. */
  Texts texts() {
    return texts;
  }

  /** Keeps a report divided that is in a story that grew. */
  void keep(Store.PageKey page, Text text) {
    keep(page, Annotated.bare(text));
  }

  private void keep(Store.PageKey page, Annotated bare) {
    synchronized (divided) {
      divided.put(page, bare);
    }
  }

  /** The report of a page. */
  Report report(String page) {
    return store
        .read(view -> view.current(page))
        .map(StoredReport::asPage)
        .orElseThrow(() -> new IllegalStateException("page " + page + " went away"));
  }

  /**
   * Writes what became of the stories.
   *
   * @param found those that changed, or all
   * @param isWhole whether they are all
   * @return the ids of those that the store had otherwise
   */
  Set<String> write(
      List<Story> found,
      boolean isWhole,
      PlacedPages pages,
      PlacingDecisions decisions,
      Moment moment) {
    Before before = store.read(view -> before(found, isWhole, view));
    List<String> ids = before.ids();
    List<Told> told = new ArrayList<>();
    texts.inOrder(
        IntStream.range(0, found.size()).boxed().toList(),
        at -> told(ids.get(at), found.get(at), pages, before, decisions, moment),
        one -> {
          boolean isNews =
              !one.story().equals(before.known().get(one.story().id()))
                  || one.isUncounted() != uncounted.contains(one.story().id());
          if (isNews) {
            told.add(one);
          }
        });
    Map<String, String> after = new HashMap<>();
    for (int at = 0; at < found.size(); at++) {
      String id = ids.get(at);
      found.get(at).reports().forEach(page -> after.put(page, id));
    }
    Set<String> ended = new TreeSet<>(before.known().keySet());
    ids.forEach(ended::remove);
    Set<String> news = written(told, ended, before, after, decisions, moment);
    ended.forEach(gone);
    return news;
  }

  private Set<String> written(
      List<Told> told,
      Set<String> ended,
      Before before,
      Map<String, String> after,
      PlacingDecisions decisions,
      Moment moment) {
    String decided = decisions.digest();
    return store.write(
        change -> {
          Set<String> changed = new HashSet<>();
          for (Told one : told) {
            if (one.isUncounted()) {
              uncounted.add(one.story().id());
            } else {
              uncounted.remove(one.story().id());
            }
            change.putStory(one.story(), one.pages());
            history(one, before.known(), before.membership(), moment).ifPresent(change::addChange);
            changed.add(one.story().id());
          }
          uncounted.removeAll(ended);
          for (String id : ended) {
            change.removeStory(id);
            change.addChange(end(id, before.membership(), after, moment));
          }
          note(change, moment.isInOrder(), moment.seq());
          change.setSetting(PLACED, "" + moment.seq());
          if (!change.setting(DECIDED).equals(Optional.of(decided))) {
            change.setSetting(DECIDED, decided);
          }
          return changed;
        });
  }

  /**
   * What the store knows of the reports of the stories found.
   *
   * @param membership page to story
   * @param known the stories of these pages, and those that have the ids
   * @param ids of the stories found, in their order
   */
  private record Before(
      Map<String, String> membership, Map<String, StoredStory> known, List<String> ids) {

    /** Whether every page that a story had is among these. */
    boolean hasLostNone(StoredStory story, List<String> pages) {
      return pages.stream().filter(page -> story.id().equals(membership.get(page))).count()
          == story.reports();
    }
  }

  /**
   * A story that did not change has exactly the reports of the one that is known, so it shares none
   * with those that did, and what these are called does not rest on it.
   */
  private static Before before(List<Story> found, boolean isWhole, Store.View view) {
    Map<String, String> membership = new HashMap<>();
    Map<String, StoredStory> known = new LinkedHashMap<>();
    if (isWhole) {
      membership.putAll(view.membership());
      view.stories().forEach(story -> known.put(story.id(), story));
    } else {
      for (Story story : found) {
        for (String page : story.reports()) {
          view.storyOf(page).ifPresent(id -> membership.put(page, id));
        }
      }
      new TreeSet<>(membership.values())
          .forEach(id -> view.story(id).ifPresent(story -> known.put(id, story)));
    }
    List<String> ids =
        new Identities(
                membership, id -> !view.changesOf(id).isEmpty() || view.story(id).isPresent())
            .of(found);
    return new Before(membership, known, ids);
  }

  /**
   * @param isUncounted whether it has the number of sources that it had before it grew
   */
  private record Told(StoredStory story, List<String> pages, boolean isUncounted) {}

  private Told told(
      String id,
      Story found,
      PlacedPages pages,
      Before earlier,
      PlacingDecisions decisions,
      Moment moment) {
    List<Store.PageKey> members =
        found.reports().stream().map(pages::key).sorted(Store.PageKey.DATED_FIRST).toList();
    List<String> names = members.stream().map(Store.PageKey::page).toList();
    String fingerprint =
        Digests.of(
            members.stream()
                .flatMap(one -> java.util.stream.Stream.of(one.page(), one.content()))
                .toArray(String[]::new));
    StoredStory before = earlier.known().get(id);
    boolean isSame = before != null && before.fingerprint().equals(fingerprint);
    boolean isCounted = isSame && !uncounted.contains(id);
    boolean isUncounted =
        !moment.isExact()
            && before != null
            && !isCounted
            && members.size() > COUNTED_AT_ONCE
            && earlier.hasLostNone(before, names);
    int sources =
        before != null && (isCounted || isUncounted) ? before.sources() : sources(members);
    String title = decisions.titleOf(id).orElse(found.title());
    long changed =
        before != null && isSame && before.title().equals(title) && before.sources() == sources
            ? before.changed()
            : moment.seq();
    StoredStory story =
        new StoredStory(
            id,
            title,
            names.size(),
            sources,
            new StoredStory.Days(
                found.from().map(PartialDate::iso), found.to().map(PartialDate::iso)),
            fingerprint,
            changed);
    return new Told(story, names, isUncounted);
  }

  /** How many independent sources the words of the reports show. */
  private int sources(List<Store.PageKey> pages) {
    if (pages.size() == 1) {
      return 1;
    }
    List<Annotated> bare = new ArrayList<>();
    for (Store.PageKey page : pages) {
      bare.add(divided(page));
    }
    return new FamilyBuilder().groups(bare, new PassageAligner(Furniture.NONE).align(bare)).size();
  }

  private Annotated divided(Store.PageKey page) {
    synchronized (divided) {
      Annotated known = divided.get(page);
      if (known != null) {
        return known;
      }
    }
    Annotated bare = Annotated.bare(texts.of(report(page.page())));
    keep(page, bare);
    return bare;
  }

  /**
   * Counts the sources of stories that grew, small stories first. All pages are placed in order.
   *
   * @param isOver asked before each but the first
   * @return those that have another number of sources than before
   */
  Set<String> countAgain(PlacedPages pages, BooleanSupplier isOver) {
    List<StoredStory> waiting =
        store.read(
            view ->
                uncounted.stream()
                    .flatMap(id -> view.story(id).stream())
                    .sorted(
                        Comparator.comparingInt(StoredStory::reports)
                            .thenComparing(StoredStory::id))
                    .toList());
    uncounted.retainAll(waiting.stream().map(StoredStory::id).toList());
    Set<String> changed = new HashSet<>();
    int done = 0;
    for (StoredStory story : waiting) {
      if (done++ > 0 && isOver.getAsBoolean()) {
        return changed;
      }
      List<String> names = store.read(view -> view.members(story.id()));
      List<Store.PageKey> members =
          names.stream().map(pages::key).sorted(Store.PageKey.DATED_FIRST).toList();
      int sources = sources(members);
      boolean isOther = sources != story.sources();
      StoredStory counted = story.withSources(sources, isOther ? pages.seq() : story.changed());
      uncounted.remove(story.id());
      store.write(
          change -> {
            change.putStory(counted, names);
            change.setSourcesOfLastChange(story.id(), sources);
            note(change, true, pages.seq());
            return counted;
          });
      if (isOther) {
        changed.add(story.id());
      }
    }
    return changed;
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
              story.sources(),
              moment));
    }
    Optional<String> from = mostOf(now.pages(), before);
    return Optional.of(
        change(
            story.id(),
            from.isPresent() ? StoryChange.Kind.SPLIT_FROM : StoryChange.Kind.OPENED,
            from,
            story.reports(),
            story.sources(),
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
      String story,
      StoryChange.Kind kind,
      Optional<String> other,
      int reports,
      int sources,
      Moment moment) {
    return new StoryChange(
        story, kind, other, reports, OptionalInt.of(sources), moment.seq(), moment.now());
  }
}
