package org.twosource.app.serve.page;

import io.javalin.http.Context;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.twosource.app.serve.Caller;
import org.twosource.app.serve.Changes;
import org.twosource.app.serve.Desk;
import org.twosource.app.serve.Problem;
import org.twosource.app.serve.Route;
import org.twosource.app.store.Store;
import org.twosource.app.store.StoredStory;
import org.twosource.app.store.StoryChange;
import org.twosource.app.user.Role;

/** {@code /}: the stories, those that changed last first. */
public final class TodayResource {
  private static final int ON_A_PAGE = 50;

  /** The note of what a reader has seen. */
  private static final String SEEN = "seen";

  private final Desk desk;
  private final Pages pages;
  private final Changes changes;

  public TodayResource(Desk desk, Pages pages) {
    this.desk = desk;
    this.pages = pages;
    this.changes = new Changes(desk);
  }

  public List<Route> routes() {
    return List.of(Route.get("/", this::show), Route.post("/seen", this::seen).by(Role.READER));
  }

  /** A story as a row. */
  public record Row(
      String href,
      String title,
      int sources,
      int reports,
      String days,
      boolean hasCopies,
      String news) {

    /**
     * @param news what became of it, in words; empty: nothing is said
     */
    Row withNews(String news) {
      return new Row(href, title, sources, reports, days, hasCopies, news);
    }

    static Row of(StoredStory story) {
      return new Row(
          Links.story(story.id()),
          Shown.line(story.title(), 180),
          story.sources(),
          story.reports(),
          Shown.days(story.days().from(), story.days().to()),
          story.reports() > story.sources(),
          "");
    }
  }

  private void show(Context context) {
    int from = Parameters.number(context, "from", 0, 0, 10_000_000);
    String at = pages.now();
    Seen seen = Seen.parse(changes.noted(Caller.of(context).own(SEEN)));
    List<StoredStory> found = desk.store().read(view -> view.latestStories(from, ON_A_PAGE + 1));
    List<StoredStory> shown = found.subList(0, Math.min(ON_A_PAGE, found.size()));
    int next = found.size() > ON_A_PAGE ? from + ON_A_PAGE : 0;
    Map<String, Object> model = new HashMap<>();
    model.put("at", at);
    model.put(
        "fresh",
        shown.stream()
            .filter(story -> story.changed() > seen.seq())
            .map(story -> Row.of(story).withNews(seen.seq() == 0 ? "" : news(story, seen.seq())))
            .toList());
    model.put(
        "rows",
        shown.stream().filter(story -> story.changed() <= seen.seq()).map(Row::of).toList());
    model.put("seenAt", seen.at());
    model.put("seq", desk.store().read(Store.View::lastReceipt));
    model.put("from", from);
    model.put("next", next);
    model.put("placing", Parameters.text(context, "placing").equals("1"));
    model.put("links", "");
    pages.show(context, "today", "Today", model);
  }

  /** What became of a story since a receipt, in words. */
  private String news(StoredStory story, long since) {
    List<StoryChange> changes = desk.store().read(view -> view.changesOf(story.id()));
    List<String> news = new ArrayList<>();
    int before = 0;
    for (StoryChange change : changes) {
      boolean isOwn = change.story().equals(story.id());
      if (isOwn && change.seq() <= since) {
        before = change.reports();
      } else if (!isOwn && change.kind() == StoryChange.Kind.MERGED_INTO && change.seq() > since) {
        news.add("took in another story");
      } else if (isOwn && change.kind() == StoryChange.Kind.SPLIT_FROM && change.seq() > since) {
        news.add("split off from another");
      }
    }
    int more = story.reports() - before;
    if (before == 0) {
      news.addFirst("new");
    } else if (more != 0) {
      news.addFirst(
          Math.abs(more)
              + (more > 0 ? " more " : " fewer ")
              + (Math.abs(more) == 1 ? "report" : "reports"));
    }
    return String.join(", ", news.stream().distinct().toList());
  }

  /** Up to which receipt a reader has seen what there is, and when that was. */
  private record Seen(long seq, String at) {
    static Seen parse(String note) {
      String[] parts = note.split(" ", 2);
      return parts.length == 2 && parts[0].matches("\\d{1,18}")
          ? new Seen(Long.parseLong(parts[0]), Shown.instant(parts[1]))
          : new Seen(0, "");
    }
  }

  /** What came while the page was open is not seen: the form names the receipt it showed. */
  private void seen(Context context) {
    String seq = Forms.needed(context, "seq", "up to which receipt?");
    if (!seq.matches("\\d{1,18}")) {
      throw Problem.invalid("seq is the number of a receipt", "/seq");
    }
    changes.note(
        Caller.of(context).own(SEEN), seq + " " + Instant.now().truncatedTo(ChronoUnit.SECONDS));
    Forms.then(context, "/");
  }
}
