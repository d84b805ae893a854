package org.twosource.app.serve;

import java.util.Optional;
import java.util.function.Supplier;
import org.twosource.app.desk.Derived;
import org.twosource.app.desk.Drafts;
import org.twosource.app.desk.StoryAnalysis;
import org.twosource.app.desk.StoryService;
import org.twosource.app.fetch.Fetcher;
import org.twosource.app.store.Store;
import org.twosource.app.store.StoreException;
import org.twosource.app.store.StorePlace;

/**
 * What the handlers of a desk share: the store, what is derived from it, and the one writer where
 * no other process writes. Any thread may use it.
 *
 * @param writer absent where the store can only be read; {@code whyReadOnly} says why
 */
public record Desk(
    StorePlace place,
    Store store,
    Optional<DeskWriter> writer,
    String whyReadOnly,
    Accounts accounts,
    Drafts drafts,
    OpenIndex index,
    Callers callers,
    Supplier<Fetcher> fetching,
    DeskOptions.DeskLimits limits)
    implements AutoCloseable {

  /** Opens the store of a place, or makes it; only to read where another process writes it. */
  public static Desk open(StorePlace place, DeskOptions options) {
    DeskOptions.DeskLimits limits = options.limits();
    Optional<StoryService> service = Optional.empty();
    String why = "";
    try {
      service = Optional.of(StoryService.open(place));
    } catch (StoreException refused) {
      boolean readable =
          refused.kind() == StoreException.Kind.IN_USE
              || refused.kind() == StoreException.Kind.READ_ONLY;
      if (!readable) {
        throw refused;
      }
      why = String.valueOf(refused.getMessage());
    }
    Store store = service.isPresent() ? service.get().store() : place.openToRead();
    Derived derived = new Derived(place.folder());
    StoryAnalysis analysis =
        service.map(StoryService::analysis).orElseGet(() -> new StoryAnalysis(store, derived));
    OpenIndex index = new OpenIndex(store, derived, limits);
    return new Desk(
        place,
        store,
        service.map(one -> new DeskWriter(one, options.settling(), index::bringUpToDateSoon)),
        why,
        new Accounts(store, analysis, limits),
        new Drafts(),
        index,
        new Callers(place.folder(), options.access()),
        options.fetching(),
        limits);
  }

  /** What a request that writes has to carry where the store has no users. */
  public DeskToken token() {
    return callers.token();
  }

  /**
   * @throws Problem where the store can only be read
   */
  public DeskWriter writing() {
    return writer.orElseThrow(() -> Problem.busy(whyReadOnly));
  }

  @Override
  public void close() {
    accounts.close();
    index.close();
    if (writer.isPresent()) {
      writer.get().close();
    } else {
      store.close();
    }
  }
}
