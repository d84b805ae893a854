package org.twosource.app.serve.page;

import io.javalin.http.Context;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import org.twosource.app.serve.Accounts;
import org.twosource.app.serve.Desk;
import org.twosource.app.serve.DraftScope;
import org.twosource.app.serve.Problem;
import org.twosource.app.serve.Route;
import org.twosource.app.serve.StoryJson;
import org.twosource.app.serve.TextJson;
import org.twosource.app.serve.export.Listing;
import org.twosource.app.serve.export.NinjsWriter;
import org.twosource.app.serve.export.Outputs;
import org.twosource.app.store.StoredReport;
import org.twosource.app.store.StoredStory;
import org.twosource.app.store.StoryChange;
import org.twosource.app.user.Role;
import org.twosource.report.Report;

/**
 * {@code /save/VIEW/FORM}: what a page lists, whole, as a file. The address of a page with {@code
 * /save} in front names the same thing.
 */
public final class SaveResource {
  private static final String NINJS = "ninjs";

  private final Desk desk;
  private final StoreListings store;

  public SaveResource(Desk desk) {
    this.desk = desk;
    this.store = new StoreListings(desk);
  }

  public List<Route> routes() {
    return List.of(
        Route.get("/save/{view}/{form}", this::save),
        Route.post("/save/check/{form}", this::draft).by(Role.READER));
  }

  private void save(Context context) throws IOException {
    String view = context.pathParam("view");
    if (context.pathParam("form").equals(NINJS)) {
      ninjs(context, view);
    } else {
      send(context, listing(context, view));
    }
  }

  private Listing listing(Context context, String view) {
    return switch (view) {
      case "stories" -> store.stories();
      case "search" -> store.hits(needed(context, "q"));
      case "inbox" -> store.alerts();
      case "watches" -> store.watches();
      case "decisions" -> store.decisions();
      case "sources" -> store.sources();
      case "entities" -> store.entities();
      case "claims" -> ofStory(story(context)).claims();
      case "outlets" -> ofStory(story(context)).outlets();
      case "changes" -> ofStory(story(context)).changes();
      case "reports" -> ofStory(story(context)).reports();
      case "claim" -> claim(context);
      case "report" -> ofReport(needed(context, "report"));
      case "compare" -> compared(context);
      default -> throw Problem.notFound("there is no list " + view + " to save");
    };
  }

  private static String needed(Context context, String name) {
    String value = Parameters.text(context, name);
    if (value.isEmpty()) {
      throw Problem.invalid("the address names no " + name);
    }
    return value;
  }

  private StoredStory story(Context context) {
    String id = needed(context, "story");
    return desk.store()
        .read(view -> view.survivor(id).flatMap(view::story))
        .orElseThrow(() -> Problem.notFound("there is no story " + id + " in this store"));
  }

  private StoredStory storyOf(String report) {
    return desk.store()
        .read(view -> view.storyOf(report).flatMap(view::story))
        .orElseThrow(() -> Problem.notFound("there is no report " + report + " in a story"));
  }

  private StoryJson account(StoredStory story) {
    Accounts.Known known = desk.accounts().of(story, desk.limits().apiPatience());
    return known
        .story()
        .orElseThrow(
            () -> Problem.busy("the analysis of this story is under way; save it in a moment"));
  }

  private StoryListings ofStory(StoredStory story) {
    String at =
        desk.store().read(view -> view.changesOf(story.id())).stream()
            .map(StoryChange::at)
            .max(String::compareTo)
            .orElseGet(store::at);
    return new StoryListings(account(story), story.title(), at);
  }

  private Listing claim(Context context) {
    StoredStory story = story(context);
    String name = needed(context, "claim");
    return ofStory(story)
        .claim(
            account(story)
                .claim(name)
                .orElseThrow(() -> Problem.notFound("there is no claim " + name)));
  }

  private Listing ofReport(String report) {
    return ofStory(storyOf(report)).report(report);
  }

  private Listing compared(Context context) {
    List<String> ids = context.queryParams("report").stream().distinct().toList();
    if (ids.size() < 2) {
      throw Problem.invalid("name two reports or more");
    }
    StoredStory story = storyOf(ids.getFirst());
    for (String id : ids) {
      if (!storyOf(id).equals(story)) {
        throw Problem.invalid("reports of two stories are compared on the page only");
      }
    }
    return ofStory(story).compared(ids);
  }

  private void draft(Context context) throws IOException {
    String text =
        DraftScope.checked(desk, Forms.needed(context, "text", "paste the draft first"))
            .replace("\r\n", "\n");
    String story = Forms.text(context, "story");
    List<Report> reports =
        story.isEmpty() ? DraftScope.ofStore(desk, text) : DraftScope.ofStory(desk, story, text);
    send(context, store.draft(text, reports));
  }

  private void ninjs(Context context, String view) throws IOException {
    List<Report> reports =
        switch (view) {
          case "report" -> List.of(TextJson.report(desk, needed(context, "report")));
          case "reports" ->
              desk
                  .store()
                  .read(
                      open ->
                          open.members(story(context).id()).stream()
                              .flatMap(page -> open.current(page).stream())
                              .toList())
                  .stream()
                  .map(StoredReport::asPage)
                  .toList();
          default -> throw Problem.notFound("only reports are saved as ninjs, not " + view);
        };
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    NinjsWriter.write(reports, out);
    attach(context, view + ".ninjs.json", out.toByteArray());
  }

  private static void send(Context context, Listing listing) throws IOException {
    String name = context.pathParam("form");
    Outputs.Form form =
        Outputs.find(name)
            .orElseThrow(
                () ->
                    Problem.notFound(
                        "nothing is saved as " + name + "; there are " + Outputs.names()));
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    form.output().write(listing, out);
    attach(context, listing.name() + "." + form.ending(), out.toByteArray());
  }

  /** A file, whatever is in it: no browser shows it as a page of the desk. */
  private static void attach(Context context, String fileName, byte[] bytes) {
    context
        .contentType("application/octet-stream")
        .header("Content-Disposition", "attachment; filename=\"" + fileName + "\"")
        .result(bytes);
  }
}
