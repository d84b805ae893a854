package org.twosource.app.watch;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.twosource.app.store.Digests;
import org.twosource.app.store.KeptAlert;
import org.twosource.app.store.KeptWatch;
import org.twosource.app.store.Outcome;
import org.twosource.app.store.Receipt;
import org.twosource.app.store.Store;
import org.twosource.app.store.StoredReport;
import org.twosource.brief.StoryAccount;
import org.twosource.report.Citation;
import org.twosource.report.Span;

/**
 * What came since the watches looked last, and everything that has to be asked to judge it: what is
 * asked twice is answered once. Used by one thread.
 *
 * @param now ISO 8601 instant
 * @param beginning whether a watch begins, and what is so already is not news
 * @param reports versions that came, in order of arrival
 * @param stories ids of those that changed and are there
 * @param changesAfter number of the last change of a story that was looked at
 * @param notes what finders keep from one look to the next, by name
 */
record News(
    Store store,
    Function<String, StoryAccount> accounts,
    String now,
    boolean beginning,
    List<StoredReport> reports,
    Set<String> stories,
    long changesAfter,
    Map<String, String> notes,
    Map<String, StoryAccount> made) {
  private static final int LEAD_CHARACTERS = 240;

  /** All that is there, for a watch that begins. */
  static News ofAll(
      Store store, Function<String, StoryAccount> accounts, String now, boolean isTold) {
    Set<String> stories = new TreeSet<>();
    store.read(Store.View::stories).forEach(story -> stories.add(story.id()));
    long placed = number(store, "placed");
    long changes = isTold ? 0 : store.read(Store.View::lastChange);
    return new News(
        store,
        accounts,
        now,
        !isTold,
        isTold ? arrived(store, 0, placed) : List.of(),
        stories,
        changes,
        new HashMap<>(),
        new HashMap<>());
  }

  /** What came after a receipt and a change. */
  static News since(
      Store store,
      Function<String, StoryAccount> accounts,
      String now,
      long receipt,
      long change,
      Set<String> further) {
    Set<String> stories = new TreeSet<>();
    store.read(view -> view.storiesChangedAfter(receipt)).forEach(one -> stories.add(one.id()));
    further.stream()
        .filter(id -> store.read(view -> view.story(id)).isPresent())
        .forEach(stories::add);
    return new News(
        store,
        accounts,
        now,
        false,
        arrived(store, receipt, number(store, "placed")),
        stories,
        change,
        new HashMap<>(),
        new HashMap<>());
  }

  static long number(Store store, String setting) {
    return store.read(view -> view.setting(setting)).map(Long::parseLong).orElse(0L);
  }

  private static List<StoredReport> arrived(Store store, long after, long placed) {
    List<StoredReport> reports = new ArrayList<>();
    List<Receipt> receipts = store.read(view -> view.receiptsAfter(after, Integer.MAX_VALUE));
    for (Receipt receipt : receipts) {
      boolean isReport =
          receipt.outcome() == Outcome.STORED || receipt.outcome() == Outcome.VERSION_OF;
      if (isReport && receipt.seq() <= placed) {
        store.read(view -> view.versions(receipt.report().orElseThrow())).stream()
            .filter(version -> version.receipt() == receipt.seq())
            .forEach(reports::add);
      }
    }
    return reports;
  }

  StoryAccount account(String story) {
    StoryAccount known = made.get(story);
    if (known == null) {
      known = accounts.apply(story);
      made.put(story, known);
    }
    return known;
  }

  /** The story of a page; empty where it is in none. */
  String storyOf(String page) {
    return store.read(view -> view.storyOf(page)).orElse("");
  }

  /** Stories that changed, with a report that has all words of a query. */
  List<String> fitting(QueryWords words) {
    return stories.stream().filter(story -> fits(words, story)).toList();
  }

  private boolean fits(QueryWords words, String story) {
    for (String page : store.read(view -> view.members(story))) {
      Optional<StoredReport> report = store.read(view -> view.current(page));
      if (report.isPresent() && words.allIn(textOf(report.get()))) {
        return true;
      }
    }
    return false;
  }

  static String textOf(StoredReport report) {
    return report.report().headline().orElse("") + " " + report.report().body();
  }

  /** What a finder noted last time. */
  String noted(String name) {
    return notes.getOrDefault(name, store.read(view -> view.setting(name)).orElse(""));
  }

  /** How a report begins: to the end of a sentence where one ends soon. */
  static Citation lead(StoredReport report) {
    String body = report.report().body();
    int end = Math.min(body.length(), LEAD_CHARACTERS);
    int stop = body.indexOf(". ", Math.min(40, end));
    return new Citation(
        report.page(), new Span(0, stop >= 0 && stop + 1 <= end ? stop + 1 : Math.max(1, end)));
  }

  /**
   * An alert that is made now.
   *
   * @param transition what makes it different from others of its watch; the same is told once
   */
  KeptAlert alert(
      KeptWatch watch,
      String transition,
      KeptAlert.Subject subject,
      KeptAlert.Said said,
      List<Citation> evidence) {
    String id = "a-" + Digests.of(watch.number() + "", watch.kind(), transition).substring(0, 16);
    return new KeptAlert(
        id,
        watch,
        subject,
        said,
        evidence,
        Optional.empty(),
        beginning ? KeptAlert.Firmness.BASELINE : KeptAlert.Firmness.FIRM);
  }
}
