package org.twosource.app.serve.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.http.Context;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.twosource.app.feed.Feed;
import org.twosource.app.feed.FeedList;
import org.twosource.app.feed.Sources;
import org.twosource.app.json.StoreJson;
import org.twosource.app.serve.Caller;
import org.twosource.app.serve.Changes;
import org.twosource.app.serve.Desk;
import org.twosource.app.serve.Route;
import org.twosource.app.serve.page.Parameters;
import org.twosource.app.store.Store;
import org.twosource.app.user.Role;

/** {@code /api/v1/sources}: the feeds that {@code watch} polls. */
public final class SourcesResource {
  private static final String SOURCES = "/api/v1/sources";

  private final Desk desk;

  public SourcesResource(Desk desk) {
    this.desk = desk;
  }

  public List<Route> routes() {
    return List.of(
        Route.get(SOURCES, this::list),
        Route.post(SOURCES, this::add).by(Role.ADMIN),
        Route.delete(SOURCES, this::remove).by(Role.ADMIN),
        Route.get(SOURCES + ".opml", this::opml));
  }

  private void list(Context context) {
    List<ObjectNode> all =
        Sources.of(desk.store()).stream()
            .map(feed -> StoreJson.source(feed, Sources.state(desk.store(), feed)))
            .toList();
    Answers.pages(context, "sources", all, desk.store().read(Store.View::lastReceipt));
  }

  private void add(Context context) {
    ObjectNode body = Answers.body(context);
    Feed feed =
        new Changes(desk)
            .addSource(
                Caller.of(context), Answers.text(body, "address"), body.path("title").asText(""));
    context
        .status(201)
        .header("Location", SOURCES)
        .contentType("application/json")
        .result(StoreJson.source(feed, Sources.state(desk.store(), feed)).toString());
  }

  private void remove(Context context) {
    new Changes(desk).removeSource(Caller.of(context), Parameters.text(context, "address"));
    context.status(204);
  }

  private void opml(Context context) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      FeedList.write(Sources.of(desk.store()), out);
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    context
        .contentType("text/x-opml; charset=utf-8")
        .header("Content-Disposition", "attachment; filename=\"sources.opml\"")
        .result(out.toByteArray());
  }
}
