package org.twosource.app.serve;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.twosource.Progress;
import org.twosource.app.feed.Feed;
import org.twosource.app.feed.Sources;
import org.twosource.app.fetch.WebAddress;
import org.twosource.app.json.StoreJson;
import org.twosource.app.store.KeptDecision;
import org.twosource.app.store.KeptWatch;
import org.twosource.app.store.Store;
import org.twosource.app.watch.WatchKind;

/** What readers and programs change, beside sending reports: the same for pages and interface. */
public final class Changes {
  /** The kinds of decisions, and what each means in the words of a page. */
  public static final List<String> DECISIONS =
      List.of("together", "apart", "same-claim", "different-claims", "same-name", "pin", "rename");

  private final Desk desk;

  public Changes(Desk desk) {
    this.desk = desk;
  }

  // ---- decisions
  // -------------------------------------------------------------------------------

  /**
   * A decision by its name.
   *
   * @throws Problem where there is none
   */
  public KeptDecision decision(String name) {
    return desk.store().read(Store.View::decisions).stream()
        .filter(one -> StoreJson.name(one).equals(name))
        .findFirst()
        .orElseThrow(() -> Problem.notFound("there is no decision " + name));
  }

  /** Keeps a decision; one that is wrong or contradicts another that holds is refused. */
  public KeptDecision decide(Caller who, String kind, String a, String b) {
    Contradiction.find(desk.store().read(Store.View::decisions), kind, a, b)
        .ifPresent(
            other -> {
              throw new Problem(
                  Problem.Kind.CONFLICTING_DECISION,
                  StoreJson.name(other) + " says the opposite: undo it first");
            });
    try {
      return desk.writing().write(service -> service.decide(who.name(), kind, a, b, Progress.NONE));
    } catch (IllegalArgumentException wrong) {
      throw Problem.invalid(String.valueOf(wrong.getMessage()));
    }
  }

  public void undo(Caller who, KeptDecision decision) {
    boolean undone =
        desk.writing().write(service -> service.undo(who.name(), decision.number(), Progress.NONE));
    if (!undone) {
      throw new Problem(
          Problem.Kind.CONFLICTING_DECISION, StoreJson.name(decision) + " was undone before");
    }
  }

  // ---- watches
  // ---------------------------------------------------------------------------------

  /**
   * A watch by its name.
   *
   * @throws Problem where there is none
   */
  public KeptWatch watch(String name) {
    return desk.store().read(Store.View::watches).stream()
        .filter(one -> StoreJson.name(one).equals(name))
        .findFirst()
        .orElseThrow(() -> Problem.notFound("there is no watch " + name));
  }

  /** Begins to watch. */
  public KeptWatch watch(Caller who, String kind, String query, boolean fromStart) {
    WatchKind of;
    try {
      of = WatchKind.of(kind);
    } catch (IllegalArgumentException unknown) {
      throw Problem.invalid(String.valueOf(unknown.getMessage()), "/kind");
    }
    try {
      return desk.writing()
          .write(service -> service.watch(who.name(), of, query.strip(), fromStart));
    } catch (IllegalArgumentException wrong) {
      throw Problem.invalid(String.valueOf(wrong.getMessage()), "/query");
    }
  }

  public void stop(Caller who, KeptWatch watch) {
    desk.writing().write(service -> service.stopWatching(who.name(), watch.number()));
  }

  // ---- sources
  // ---------------------------------------------------------------------------------

  /** Adds a feed or page to poll; one that is there gets the new title. */
  public Feed addSource(Caller who, String address, String title) {
    Feed feed =
        new Feed(
            WebAddress.parse(address.strip())
                .orElseThrow(() -> Problem.invalid("no address that can be asked for", "/address")),
            Optional.of(title.strip()).filter(one -> !one.isEmpty()));
    addSources(who, List.of(feed));
    return feed;
  }

  public void addSources(Caller who, List<Feed> added) {
    desk.writing()
        .write(
            service -> {
              List<Feed> feeds = new ArrayList<>(Sources.of(service.store()));
              for (Feed feed : added) {
                feeds.removeIf(one -> one.address().equals(feed.address()));
                feeds.add(feed);
              }
              Sources.remember(service, who.name(), feeds);
              return feeds;
            });
  }

  /**
   * @throws Problem where there is none of that address
   */
  public void removeSource(Caller who, String address) {
    boolean removed =
        desk.writing()
            .write(
                service -> {
                  List<Feed> feeds = new ArrayList<>(Sources.of(service.store()));
                  boolean found = feeds.removeIf(one -> one.address().toString().equals(address));
                  Sources.remember(service, who.name(), feeds);
                  return found;
                });
    if (!removed) {
      throw Problem.notFound("there is no source with the address '" + address + "'");
    }
  }

  // ---- what a reader has seen
  // ------------------------------------------------------------------

  /** Keeps a note of the desk itself. */
  public void note(String name, String text) {
    desk.writing()
        .write(
            service -> {
              service.note("desk " + name, text);
              return true;
            });
  }

  /** A note of the desk; empty where there is none. */
  public String noted(String name) {
    return desk.store().read(view -> view.setting("desk " + name)).orElse("");
  }
}
