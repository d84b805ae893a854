package org.twosource.app.serve.page;

import io.javalin.http.Context;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.twosource.app.feed.Feed;
import org.twosource.app.feed.FeedState;
import org.twosource.app.feed.Sources;
import org.twosource.app.serve.Arrivals;
import org.twosource.app.serve.Caller;
import org.twosource.app.serve.Changes;
import org.twosource.app.serve.Desk;
import org.twosource.app.serve.Route;
import org.twosource.app.user.Role;

/** {@code /sources}: the feeds, and how they stand. */
public final class SourceResource {
  private final Desk desk;
  private final Pages pages;
  private final Changes changes;

  public SourceResource(Desk desk, Pages pages) {
    this.desk = desk;
    this.pages = pages;
    this.changes = new Changes(desk);
  }

  public List<Route> routes() {
    return List.of(
        Route.get("/sources", this::list),
        Route.post("/sources", this::add).by(Role.ADMIN),
        Route.post("/sources/remove", this::remove).by(Role.ADMIN),
        Route.post("/sources/fetch", this::fetch).by(Role.ADMIN));
  }

  /** A feed as a row. */
  public record Row(String title, String address, String href, String state, boolean fails) {
    static Row of(Feed feed, FeedState state) {
      String address = feed.address().toString();
      String again =
          state.due().equals(Instant.EPOCH)
              ? "not asked yet"
              : "asked again " + Shown.instant(state.due().toString());
      return new Row(
          Shown.line(feed.title().orElse(feed.address().getHost()), 100),
          address,
          Links.outside(address),
          state
              .problem()
              .map(
                  problem ->
                      Shown.line(problem, 200) + ", " + state.failures() + " times; " + again)
              .orElse(again),
          state.problem().isPresent());
    }
  }

  private void list(Context context) {
    List<Row> rows =
        Sources.of(desk.store()).stream()
            .map(feed -> Row.of(feed, Sources.state(desk.store(), feed)))
            .toList();
    pages.show(
        context, "sources", "Sources", Map.of("rows", rows, "folder", desk.place().toString()));
  }

  private void add(Context context) {
    changes.addSource(
        Caller.of(context),
        Forms.needed(context, "address", "paste the address of a feed or page"),
        Forms.text(context, "title"));
    Forms.then(context, "/sources");
  }

  private void remove(Context context) {
    changes.removeSource(Caller.of(context), Forms.needed(context, "address", "which source?"));
    Forms.then(context, "/sources");
  }

  private void fetch(Context context) {
    new Arrivals(desk).fetch(List.of(Forms.needed(context, "address", "which source?")));
    Forms.then(context, "/?placing=1");
  }
}
