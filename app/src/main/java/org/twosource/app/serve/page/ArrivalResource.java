package org.twosource.app.serve.page;

import io.javalin.http.Context;
import io.javalin.http.UploadedFile;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.twosource.app.desk.Acknowledged;
import org.twosource.app.feed.FeedList;
import org.twosource.app.serve.Arrivals;
import org.twosource.app.serve.Caller;
import org.twosource.app.serve.Changes;
import org.twosource.app.serve.Desk;
import org.twosource.app.serve.Problem;
import org.twosource.app.serve.Route;
import org.twosource.app.store.Outcome;
import org.twosource.app.user.Role;
import org.twosource.report.Unreadable;

/** {@code /add}: the ways in. Links are fetched, files are read, a list of feeds is remembered. */
public final class ArrivalResource {
  private static final int MOST_LINKS = 200;

  /** The reports of the sample, which come with the program. */
  private static final List<String> SAMPLE =
      List.of(
          "01-coast-wire.txt",
          "02-morning-ledger.txt",
          "03-daily-courant.txt",
          "04-world-now-24.txt",
          "05-selwyn-signal.txt",
          "06-radio-aldmark.txt");

  private final Desk desk;
  private final Pages pages;

  public ArrivalResource(Desk desk, Pages pages) {
    this.desk = desk;
    this.pages = pages;
  }

  public List<Route> routes() {
    return List.of(
        Route.get("/add", this::form),
        Route.post("/add/links", this::links),
        Route.post("/add/files", this::files),
        Route.post("/add/feeds", this::feeds).by(Role.ADMIN),
        Route.post("/add/sample", this::sample));
  }

  private void form(Context context) {
    String link = Links.outside(Parameters.text(context, "link"));
    pages.show(context, "add", "Add reports", Map.of("links", link, "told", List.of()));
  }

  private void links(Context context) {
    String typed = Forms.needed(context, "links", "paste one address or more, each on a line");
    List<String> addresses = typed.lines().map(String::strip).filter(l -> !l.isEmpty()).toList();
    if (addresses.size() > MOST_LINKS) {
      throw new Problem(
          Problem.Kind.TOO_LARGE,
          MOST_LINKS + " addresses at a time; twosource read --links takes more");
    }
    Arrivals.FetchedPages fetched = new Arrivals(desk).fetch(addresses);
    tell(context, fetched.kept(), fetched.failed());
  }

  private void files(Context context) throws IOException {
    List<Acknowledged> all = new ArrayList<>();
    List<Unreadable> failed = new ArrayList<>();
    for (UploadedFile file : context.uploadedFiles()) {
      try (InputStream content = file.content()) {
        byte[] bytes = content.readAllBytes();
        if (bytes.length > 0) {
          List<Acknowledged> kept = new Arrivals(desk).take(file.filename(), bytes);
          all.addAll(kept);
          if (kept.isEmpty()) {
            failed.add(new Unreadable(file.filename(), 0, "there is no report in it"));
          }
        }
      }
    }
    if (all.isEmpty() && failed.isEmpty()) {
      throw Problem.invalid("choose a file first", "/files");
    }
    tell(context, all, failed);
  }

  private void feeds(Context context) throws IOException {
    UploadedFile file = context.uploadedFile("list");
    if (file == null) {
      throw Problem.invalid("choose an OPML file first", "/list");
    }
    try (InputStream content = file.content()) {
      FeedList list = FeedList.read(content.readNBytes(FeedList.MAX_BYTES), file.filename());
      if (list.feeds().isEmpty()) {
        throw Problem.invalid("there is no address of a feed in " + file.filename(), "/list");
      }
      new Changes(desk).addSources(Caller.of(context), list.feeds());
    }
    Forms.then(context, "/sources");
  }

  private void sample(Context context) throws IOException {
    for (String name : SAMPLE) {
      try (InputStream stream = ArrivalResource.class.getResourceAsStream("sample/" + name)) {
        new Arrivals(desk).take(name, Objects.requireNonNull(stream, name).readAllBytes());
      }
    }
    Forms.then(context, "/?placing=1");
  }

  /** What came of it, in words. */
  private void tell(Context context, List<Acknowledged> kept, List<Unreadable> failed) {
    Map<Outcome, Integer> counts = new EnumMap<>(Outcome.class);
    List<String> told = new ArrayList<>();
    for (Acknowledged one : kept) {
      counts.merge(one.outcome(), 1, Integer::sum);
      if (one.outcome() == Outcome.QUARANTINED) {
        told.add(
            Shown.line(one.receipt().origin().source(), 200)
                + ": "
                + Shown.line(one.receipt().reason().orElse("could not be read"), 300));
      }
    }
    failed.forEach(
        bad -> told.add(Shown.line(bad.source(), 200) + ": " + Shown.line(bad.reason(), 300)));
    if (told.isEmpty()) {
      Forms.then(context, "/?placing=1");
      return;
    }
    List<String> all = new ArrayList<>();
    counts.forEach((outcome, count) -> all.add(count + " " + words(outcome)));
    all.addAll(told);
    pages.show(context, "add", "Add reports", Map.of("links", "", "told", all));
  }

  private static String words(Outcome outcome) {
    return switch (outcome) {
      case STORED -> "kept";
      case VERSION_OF -> "kept as a new version of a page that was known";
      case DUPLICATE_OF -> "known already";
      case QUARANTINED -> "kept aside, since nothing could be read of them";
    };
  }
}
