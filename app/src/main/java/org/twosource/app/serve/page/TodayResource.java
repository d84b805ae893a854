package org.twosource.app.serve.page;

import io.javalin.http.Context;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
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

/**
 * {@code /}: the stories, those that changed last first; of those that changed since a reader
 * marked them as seen, the ones that gained most independent sources.
 */
public final class TodayResource {
  private static final int ON_A_PAGE = 50;

  /** Of the stories that changed last this many are put in order of what they gained. */
  private static final int RANKED = 200;

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
    List<Gained> found = found(from, seen.seq());
    List<Gained> shown = found.subList(0, Math.min(ON_A_PAGE, found.size()));
    int next = found.size() > ON_A_PAGE ? from + ON_A_PAGE : 0;
    Map<String, Object> model = new HashMap<>();
    model.put("at", at);
    model.put(
        "fresh",
        shown.stream()
            .filter(one -> one.story().changed() > seen.seq())
            .map(one -> row(one.story()).withNews(seen.seq() == 0 ? "" : news(one, seen.seq())))
            .toList());
    model.put(
        "rows",
        shown.stream()
            .filter(one -> one.story().changed() <= seen.seq())
            .map(one -> row(one.story()))
            .toList());
    model.put("seenAt", seen.at());
    model.put("seq", desk.store().read(Store.View::lastReceipt));
    model.put("from", from);
    model.put("next", next);
    model.put("placing", Parameters.text(context, "placing").equals("1"));
    model.put("links", "");
    pages.show(context, "today", "Today", model);
  }

  private Row row(StoredStory story) {
    return Row.of(desk.accounts().names().asAnalysed(story));
  }

  /**
   * A story and how many independent sources it gained.
   *
   * @param sources 0 also where it lost some or nothing is known of what it had
   */
  private record Gained(StoredStory story, int sources) {}

  /** One more than are on a page, if there are. */
  private List<Gained> found(int from, long seen) {
    boolean isRanked = seen > 0 && from < RANKED;
    int first = isRanked ? 0 : from;
    int most = from - first + ON_A_PAGE + 1;
    return desk.store()
        .read(
            view -> {
              List<StoredStory> latest =
                  view.latestStories(first, isRanked ? Math.max(RANKED, most) : most);
              List<Gained> all = new ArrayList<>();
              for (StoredStory story : latest) {
                all.add(new Gained(story, isRanked ? gained(view, story, seen) : 0));
              }
              all.subList(0, Math.min(RANKED, all.size()))
                  .sort(Comparator.comparingInt((Gained one) -> -one.sources()));
              return all.subList(Math.min(from - first, all.size()), Math.min(most, all.size()));
            });
  }

  private static int gained(Store.View view, StoredStory story, long since) {
    return story.changed() <= since
        ? 0
        : Math.max(0, story.sources() - view.sourcesAt(story.id(), since).orElse(story.sources()));
  }

  /** What became of a story since a receipt, in words. */
  private String news(Gained gained, long since) {
    StoredStory story = gained.story();
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
    if (before > 0 && gained.sources() > 0) {
      news.addFirst(gained.sources() + (gained.sources() == 1 ? " more source" : " more sources"));
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
