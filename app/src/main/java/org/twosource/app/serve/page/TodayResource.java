package org.twosource.app.serve.page;

import io.javalin.http.Context;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.twosource.app.serve.Caller;
import org.twosource.app.serve.Changes;
import org.twosource.app.serve.Desk;
import org.twosource.app.serve.Problem;
import org.twosource.app.serve.Route;
import org.twosource.app.store.Store;
import org.twosource.app.store.StoredStory;
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
    String at = pages.now();
    Seen seen = Seen.parse(changes.noted(Caller.of(context).own(SEEN)));
    List<StoredStory> stories =
        desk.store().read(Store.View::stories).stream()
            .sorted(
                Comparator.comparingLong((StoredStory story) -> -story.changed())
                    .thenComparing(StoredStory::id))
            .toList();
    List<StoredStory> shown = stories.stream().skip(from).limit(ON_A_PAGE).toList();
    int next = from + ON_A_PAGE < stories.size() ? from + ON_A_PAGE : 0;
    Map<String, Object> model = new HashMap<>();
    model.put("at", at);
    model.put("fresh", rows(shown, story -> story.changed() > seen.seq()));
    model.put("rows", rows(shown, story -> story.changed() <= seen.seq()));
    model.put("seenAt", seen.at());
    model.put("seq", desk.store().read(Store.View::lastReceipt));
    model.put("from", from);
    model.put("next", next);
    model.put("placing", Parameters.text(context, "placing").equals("1"));
    model.put("links", "");
    pages.show(context, "today", "Today", model);
  }

  private static List<Row> rows(List<StoredStory> stories, Predicate<StoredStory> wanted) {
    return stories.stream().filter(wanted).map(Row::of).toList();
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
