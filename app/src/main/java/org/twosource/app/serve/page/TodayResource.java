package org.twosource.app.serve.page;

import io.javalin.http.Context;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.twosource.app.serve.Desk;
import org.twosource.app.serve.Route;
import org.twosource.app.store.Store;
import org.twosource.app.store.StoredStory;

/** {@code /}: the stories, those that changed last first. */
public final class TodayResource {
  private static final int ON_A_PAGE = 50;

  private final Desk desk;
  private final Pages pages;

  public TodayResource(Desk desk, Pages pages) {
    this.desk = desk;
    this.pages = pages;
  }

  public List<Route> routes() {
    return List.of(Route.get("/", this::show));
  }

  /** A story as a row. */
  public record Row(
      String href, String title, int sources, int reports, String days, boolean hasCopies) {
    static Row of(StoredStory story) {
      return new Row(
          Links.story(story.id()),
          Shown.line(story.title(), 180),
          story.sources(),
          story.reports(),
          Shown.days(story.days().from(), story.days().to()),
          story.reports() > story.sources());
    }
  }

  private void show(Context context) {
    int from = Parameters.number(context, "from", 0, 0, 10_000_000);
    List<StoredStory> stories =
        desk.store().read(Store.View::stories).stream()
            .sorted(
                Comparator.comparingLong((StoredStory story) -> -story.changed())
                    .thenComparing(StoredStory::id))
            .toList();
    List<Row> rows = stories.stream().skip(from).limit(ON_A_PAGE).map(Row::of).toList();
    int next = from + ON_A_PAGE < stories.size() ? from + ON_A_PAGE : 0;
    pages.show(
        context,
        "today",
        "Today",
        Map.of("rows", rows, "from", from, "next", next, "folder", desk.folder().toString()));
  }
}
