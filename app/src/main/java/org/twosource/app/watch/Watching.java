package org.twosource.app.watch;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.twosource.app.store.KeptAlert;
import org.twosource.app.store.KeptAlert.Firmness;
import org.twosource.app.store.KeptChannel;
import org.twosource.app.store.KeptDelivery;
import org.twosource.app.store.KeptWatch;
import org.twosource.app.store.Store;
import org.twosource.brief.StoryAccount;

/**
 * Looks through what came for what the watches wait for. First what arrival alone can tell, which
 * is then durable; then what needs the analysis of a story, which is made only where its words fit
 * a watch.
 *
 * <p>Which receipts were looked at is kept in the same transaction as the alerts and what is to be
 * delivered of them, so a process that is killed in between looks again and tells nothing twice.
 */
public final class Watching {
  /** The setting that holds the number of the last receipt that the watches looked at. */
  public static final String WATCHED = "watched";

  private static final String WATCHED_CHANGE = "watched change";

  private final Store store;
  private final Function<String, StoryAccount> accounts;
  private final String now;
  private final Finders finders = new Finders();

  /**
   * @param accounts makes the account of a story
   * @param now ISO 8601 instant
   */
  public Watching(Store store, Function<String, StoryAccount> accounts, String now) {
    this.store = store;
    this.accounts = accounts;
    this.now = now;
  }

  /** What one look gave. */
  private record LookResult(
      List<KeptAlert> told, List<KeptAlert> replaced, Map<String, String> notes) {}

  /**
   * Looks through what changed since last time.
   *
   * @param changed further stories, which changed without a new report
   */
  public void run(Set<String> changed) {
    List<KeptWatch> watches = store.read(Store.View::watches);
    long placed = News.number(store, "placed");
    long change = store.read(Store.View::lastChange);
    Map<String, String> seen = Map.of(WATCHED, "" + placed, WATCHED_CHANGE, "" + change);
    if (watches.isEmpty()) {
      keep(new LookResult(List.of(), List.of(), seen));
      return;
    }
    News news =
        News.since(
            store,
            accounts,
            now,
            News.number(store, WATCHED),
            News.number(store, WATCHED_CHANGE),
            changed);
    List<KeptAlert> known = store.read(Store.View::alerts);
    List<KeptAlert> early = found(watches.stream().filter(this::isOfArrival).toList(), news, known);
    keep(new LookResult(early, List.of(), Map.copyOf(news.notes())));
    news.notes().clear();
    known = store.read(Store.View::alerts);
    List<KeptAlert> replaced = replaced(known, news);
    List<KeptAlert> late =
        found(watches.stream().filter(watch -> !isOfArrival(watch)).toList(), news, known);
    news.notes().putAll(seen);
    keep(new LookResult(late, replaced, news.notes()));
  }

  /** Looks through all that is there for what is so already. */
  public void begin(KeptWatch watch, boolean isTold) {
    News news = News.ofAll(store, accounts, now, isTold);
    List<KeptAlert> found = found(List.of(watch), news, store.read(Store.View::alerts));
    keep(new LookResult(found, List.of(), news.notes()));
    List<KeptAlert> judged = replaced(found, news);
    keep(new LookResult(List.of(), judged, Map.of()));
  }

  private boolean isOfArrival(KeptWatch watch) {
    return switch (WatchKind.of(watch.kind())) {
      case QUERY, OUTLET, ENTITY, STORY, SILENCE -> true;
      case SECOND_SOURCE, STANDING, CORRECTION, CHANGED_COPY -> false;
    };
  }

  private List<KeptAlert> found(List<KeptWatch> watches, News news, List<KeptAlert> known) {
    List<KeptAlert> found = new ArrayList<>();
    for (KeptWatch watch : watches) {
      List<KeptAlert> ofWatch =
          known.stream().filter(alert -> alert.watch().number() == watch.number()).toList();
      found.addAll(finders.of(WatchKind.of(watch.kind())).find(watch, news, ofWatch));
    }
    return found;
  }

  /** Alerts that are no longer so, and provisional ones that the analysis has judged. */
  private List<KeptAlert> replaced(List<KeptAlert> known, News news) {
    List<KeptAlert> replaced = new ArrayList<>();
    for (KeptAlert alert : known) {
      if (alert.retracted().isPresent()) {
        continue;
      }
      if (alert.firmness() == Firmness.PROVISIONAL) {
        replaced.add(EntityFinder.judged(alert, news));
      } else if (Claims.storiesOf(alert, news).stream().anyMatch(news.stories()::contains)) {
        AlertFinder finder = finders.of(WatchKind.of(alert.watch().kind()));
        Optional<String> why = finder.takenBack(alert, news);
        why.ifPresent(reason -> replaced.add(alert.withRetracted(now, reason)));
      }
    }
    return replaced;
  }

  private void keep(LookResult outcome) {
    store.write(
        change -> {
          List<KeptChannel> channels = change.channels();
          for (KeptAlert alert : outcome.told()) {
            if (change.addAlert(alert) && !alert.baseline()) {
              deliver(channels, alert, KeptDelivery.Event.TOLD, change);
            }
          }
          for (KeptAlert alert : outcome.replaced()) {
            change.replaceAlert(alert);
            if (alert.retracted().isPresent() && !alert.baseline()) {
              deliver(channels, alert, KeptDelivery.Event.RETRACTED, change);
            }
          }
          outcome.notes().forEach(change::setSetting);
          return true;
        });
  }

  private void deliver(
      List<KeptChannel> channels, KeptAlert alert, KeptDelivery.Event event, Store.Change change) {
    for (KeptChannel channel : channels) {
      if (channel.watch().isEmpty() || channel.watch().get() == alert.watch().number()) {
        change.putDelivery(KeptDelivery.first(channel, alert, event, now));
      }
    }
  }
}
