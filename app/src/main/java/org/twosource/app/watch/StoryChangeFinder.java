package org.twosource.app.watch;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.twosource.app.store.KeptAlert;
import org.twosource.app.store.KeptWatch;
import org.twosource.app.store.NumberedChange;
import org.twosource.app.store.StoredReport;
import org.twosource.app.store.StoryChange;
import org.twosource.report.Citation;

/** A story that grows, shrinks, is merged or split, once a change. */
final class StoryChangeFinder implements AlertFinder {
  @Override
  public List<KeptAlert> find(KeptWatch watch, News news, List<KeptAlert> known) {
    List<KeptAlert> found = new ArrayList<>();
    String now = news.store().read(view -> view.survivor(watch.query())).orElse(watch.query());
    List<NumberedChange> changes =
        news.store().read(view -> view.changesAfter(news.changesAfter(), Integer.MAX_VALUE));
    for (NumberedChange numbered : changes) {
      StoryChange change = numbered.change();
      boolean isOfIt =
          change.story().equals(now)
              || change.story().equals(watch.query())
              || change.other().equals(Optional.of(now));
      if (isOfIt) {
        found.add(alert(watch, numbered, now, news));
      }
    }
    return found;
  }

  private static KeptAlert alert(
      KeptWatch watch, NumberedChange numbered, String story, News news) {
    StoryChange change = numbered.change();
    Optional<StoredReport> newest =
        news.reports().reversed().stream()
            .filter(report -> news.storyOf(report.page()).equals(story))
            .findFirst();
    String title =
        news.store().read(view -> view.story(story)).map(one -> one.title()).orElse(story);
    List<Citation> evidence = newest.map(News::lead).map(List::of).orElse(List.of());
    return news.alert(
        watch,
        "" + numbered.number(),
        new KeptAlert.Subject(change.story(), "change-" + numbered.number()),
        new KeptAlert.Said(
            title,
            new KeptAlert.Turn(before(numbered, news), after(change, news)),
            newest
                .map(one -> "the newest report: " + QueryFinder.title(one))
                .orElse(after(change, news)),
            news.now()),
        evidence);
  }

  private static String before(NumberedChange numbered, News news) {
    List<StoryChange> history =
        news.store().read(view -> view.changesOf(numbered.change().story()));
    int at = history.indexOf(numbered.change());
    return at > 0 ? history.get(at - 1).reports() + " reports" : "";
  }

  private static String after(StoryChange change, News news) {
    return switch (change.kind()) {
      case OPENED -> "it began with " + change.reports() + " reports";
      case GROWN, SHRUNK -> change.reports() + " reports";
      case MERGED_INTO -> "merged into " + other(change, news);
      case SPLIT_FROM -> "split from " + other(change, news);
      case EMPTIED -> "all its reports were forgotten";
    };
  }

  /** The other story by its title. */
  private static String other(StoryChange change, News news) {
    return change
        .other()
        .flatMap(id -> news.store().read(view -> view.survivor(id).flatMap(view::story)))
        .map(story -> "“" + story.title() + "”")
        .orElse("another story");
  }
}
