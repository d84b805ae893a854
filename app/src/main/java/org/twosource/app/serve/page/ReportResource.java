package org.twosource.app.serve.page;

import io.javalin.http.Context;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.twosource.app.serve.Accounts;
import org.twosource.app.serve.Desk;
import org.twosource.app.serve.Problem;
import org.twosource.app.serve.Route;
import org.twosource.app.serve.StoryJson;
import org.twosource.app.store.StoredReport;
import org.twosource.app.store.StoredStory;
import org.twosource.report.PartialDate;
import org.twosource.report.Span;

/** {@code /reports/{id}}: a text, its versions, and what rests on it. */
public final class ReportResource {
  private final Desk desk;
  private final Pages pages;

  public ReportResource(Desk desk, Pages pages) {
    this.desk = desk;
    this.pages = pages;
  }

  public List<Route> routes() {
    return List.of(Route.get("/reports/{id}", this::report));
  }

  /** A version as a row. */
  public record Version(String href, String day, String headline, boolean shown, boolean current) {}

  private void report(Context context) {
    String id = context.pathParam("id");
    List<StoredReport> versions = desk.store().read(view -> view.versions(id));
    StoredReport current =
        versions.stream()
            .filter(StoredReport::current)
            .findFirst()
            .orElseThrow(() -> Problem.notFound("there is no report " + id + " in this store"));
    String asked = Parameters.text(context, "version");
    StoredReport shown =
        asked.isEmpty()
            ? current
            : versions.stream()
                .filter(one -> one.report().id().equals(asked))
                .findFirst()
                .orElseThrow(() -> Problem.notFound("the report has no version " + asked));
    String body = shown.report().body();
    Span target = Parameters.span(context, "at");
    if (target.end() > body.length()) {
      throw Problem.notFound(
          "the text has "
              + body.length()
              + " characters; it has changed since the place was cited");
    }
    Optional<StoredStory> story = desk.store().read(view -> view.storyOf(id).flatMap(view::story));
    Optional<StoryJson> account =
        shown.current()
            ? story
                .map(one -> desk.accounts().of(one, Duration.ZERO))
                .filter(Accounts.Known::current)
                .flatMap(Accounts.Known::story)
                .filter(one -> one.body(id).equals(body))
            : Optional.empty();
    Optional<StoredStory> listed = story.map(desk.accounts().names()::asAnalysed);
    Map<String, Object> model = model(shown, versions, listed, account, target);
    model.put(
        "others",
        shown.current() && desk.writer().isPresent()
            ? story.map(one -> DecisionResource.others(desk, one.id(), id)).orElse(List.of())
            : List.of());
    pages.show(context, "report", title(shown), model);
  }

  private static String title(StoredReport shown) {
    return Shown.line(shown.report().headline().orElse(shown.report().body()), 120);
  }

  private static Map<String, Object> model(
      StoredReport shown,
      List<StoredReport> versions,
      Optional<StoredStory> story,
      Optional<StoryJson> account,
      Span target) {
    String id = shown.page();
    Map<String, Object> model = new HashMap<>();
    String name =
        Shown.line(account.map(one -> one.name(id)).or(shown.report()::outlet).orElse(id), 80);
    String heading = Shown.line(shown.report().headline().orElse(""), 300);
    model.put("id", id);
    model.put("idHref", Links.escaped(id));
    model.put("likeHref", likeHref(id));
    model.put("name", heading.isEmpty() ? "" : name);
    model.put("heading", heading.isEmpty() ? name : heading);
    model.put("facts", facts(shown));
    model.put("outside", Links.outside(shown.report().url().orElse("")));
    ReportShown text = new ReportShown(id, shown.report().body(), heading, target, account);
    model.put("text", text);
    model.put("marksChanged", text.marks("changed"));
    model.put("marksDisputed", text.marks("disputed"));
    model.put("analysed", account.isPresent());
    model.put("quiet", shown.current() ? "" : "This is an earlier version of the page.");
    model.put("storyId", story.map(StoredStory::id).orElse(""));
    model.put("storyHref", story.map(one -> Links.story(one.id())).orElse(""));
    model.put("storyTitle", story.map(one -> Shown.line(one.title(), 160)).orElse(""));
    model.put("storySources", story.map(StoredStory::sources).orElse(0));
    model.put("storyReports", story.map(StoredStory::reports).orElse(0));
    List<Version> rows = new ArrayList<>();
    for (StoredReport version : versions.size() > 1 ? versions : List.<StoredReport>of()) {
      rows.add(
          new Version(
              Links.report(id) + "?version=" + Links.escaped(version.report().id()),
              version.published().map(PartialDate::iso).map(Shown::date).orElse("no date"),
              title(version),
              version.report().id().equals(shown.report().id()),
              version.current()));
    }
    model.put("versions", rows);
    return model;
  }

  /** Where reports like one are found; empty where its id cannot be typed. */
  private static String likeHref(String id) {
    return id.indexOf('"') >= 0 ? "" : "/search?q=" + Links.escaped("like:\"" + id + "\"");
  }

  private static String facts(StoredReport shown) {
    List<String> facts = new ArrayList<>();
    shown.published().map(PartialDate::iso).map(Shown::date).ifPresent(facts::add);
    if (!shown.report().byline().isEmpty()) {
      facts.add("by " + Shown.line(String.join(", ", shown.report().byline()), 120));
    }
    if (!shown.report().credit().isEmpty()) {
      facts.add("credit: " + Shown.line(String.join(", ", shown.report().credit()), 120));
    }
    facts.add("read from " + Shown.line(shown.report().source(), 120));
    return String.join(" · ", facts);
  }
}
