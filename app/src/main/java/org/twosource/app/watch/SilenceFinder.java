package org.twosource.app.watch;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.twosource.app.store.KeptAlert;
import org.twosource.app.store.KeptWatch;
import org.twosource.app.store.StoredReport;

/**
 * Nothing that fits a search came for a time. When something came last is noted; each silence is
 * told once.
 */
final class SilenceFinder implements AlertFinder {
  @Override
  public List<KeptAlert> find(KeptWatch watch, News news, List<KeptAlert> known) {
    Quiet quiet = Quiet.parse(watch.query()).orElseThrow();
    String note = "heard w" + watch.number();
    Optional<StoredReport> last =
        quiet.isOfAll()
            ? news.reports().stream().reduce((a, b) -> b)
            : QueryFinder.fitting(quiet.query(), news).keySet().stream().reduce((a, b) -> b);
    if (last.isPresent()) {
      news.notes().put(note, news.now() + " " + last.get().page());
    }
    String noted = news.noted(note);
    String since = noted.isEmpty() ? watch.made() : noted.substring(0, noted.indexOf(' '));
    boolean isQuiet =
        Duration.between(Instant.parse(since), Instant.parse(news.now())).compareTo(quiet.time())
            >= 0;
    if (!isQuiet || news.beginning()) {
      return List.of();
    }
    Optional<StoredReport> heard =
        noted.isEmpty()
            ? Optional.empty()
            : news.store().read(view -> view.current(noted.substring(noted.indexOf(' ') + 1)));
    return List.of(
        news.alert(
            watch,
            since,
            new KeptAlert.Subject(heard.map(one -> news.storyOf(one.page())).orElse(""), ""),
            new KeptAlert.Said(
                "nothing that fits " + quiet.query() + " since " + since,
                new KeptAlert.Turn(
                    heard.map(one -> "a report at " + since).orElse("watched since " + since),
                    "silence for " + watch.query().substring(0, watch.query().indexOf(' '))),
                heard
                    .map(one -> "the last: " + QueryFinder.title(one))
                    .orElse("nothing came since the watch began"),
                news.now()),
            heard.map(News::lead).map(List::of).orElse(List.of())));
  }
}
