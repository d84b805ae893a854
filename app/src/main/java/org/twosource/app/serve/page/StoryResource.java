package org.twosource.app.serve.page;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.javalin.http.Context;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.twosource.app.serve.Accounts;
import org.twosource.app.serve.Desk;
import org.twosource.app.serve.Problem;
import org.twosource.app.serve.Route;
import org.twosource.app.serve.StoryJson;
import org.twosource.app.store.StoredReport;
import org.twosource.app.store.StoredStory;
import org.twosource.app.store.StoryChange;
import org.twosource.app.user.Role;
import org.twosource.brief.render.AccountReader;
import org.twosource.brief.render.Renderers;
import org.twosource.report.PartialDate;

/** {@code /stories/{id}} and {@code /stories/{id}/claims/{claim}}. */
public final class StoryResource {
  private static final int REPORTS_ON_A_PAGE = 200;
  private static final int CLAIMS_ON_A_PAGE = 60;
  private static final int OUTLETS_ON_A_PAGE = 16;

  /** Places of a table of all outlets: where there are many outlets, it has fewer claims. */
  private static final int PLACES_ON_A_PAGE = 4_000;

  private static final int FEWEST_CLAIMS = 5;
  private static final ObjectMapper MAPPER = new ObjectMapper();

  private final Desk desk;
  private final Pages pages;

  public StoryResource(Desk desk, Pages pages) {
    this.desk = desk;
    this.pages = pages;
  }

  public List<Route> routes() {
    return List.of(
        Route.get("/stories/{id}", this::story),
        Route.get("/stories/{id}/reports", this::reports),
        Route.get("/stories/{id}/outlets", this::outlets),
        Route.get("/stories/{id}/claims/{claim}", this::claim),
        Route.get("/stories/{id}/save/{output}", this::save));
  }

  /** What became of a story, as a row. */
  public record Happened(String at, String what) {
    static Happened of(StoryChange change, String story) {
      if (!change.story().equals(story)) {
        String other =
            change.kind() == StoryChange.Kind.MERGED_INTO
                ? "another story was merged into it"
                : "a part of it became a story of its own";
        return new Happened(Shown.instant(change.at()), other);
      }
      String reports = change.reports() == 1 ? "1 report" : change.reports() + " reports";
      String what =
          switch (change.kind()) {
            case OPENED -> "opened with " + reports;
            case GROWN -> "grew to " + reports;
            case SHRUNK -> "shrank to " + reports;
            case MERGED_INTO -> "merged into another story";
            case SPLIT_FROM -> "split from another story, " + reports;
            case EMPTIED -> "its last report was forgotten";
          };
      return new Happened(Shown.instant(change.at()), what);
    }
  }

  /** The story of an address; one that was merged leads to the story it is part of now. */
  private StoredStory stored(Context context) {
    String id = context.pathParam("id");
    return desk.store()
        .read(view -> view.survivor(id).flatMap(view::story))
        .orElseThrow(() -> Problem.notFound("there is no story " + id + " in this store"));
  }

  private boolean isMoved(Context context, StoredStory story, String rest) {
    if (story.id().equals(context.pathParam("id"))) {
      return false;
    }
    context.redirect(Links.story(story.id()) + rest, io.javalin.http.HttpStatus.PERMANENT_REDIRECT);
    return true;
  }

  private void story(Context context) {
    StoredStory stored = stored(context);
    if (isMoved(context, stored, "")) {
      return;
    }
    Accounts.Known known = desk.accounts().of(stored, desk.limits().patience());
    if (known.story().isEmpty()) {
      underWay(context, stored, known.under());
      return;
    }
    StoryJson account = known.story().get();
    Optional<Role> role = Pages.role(context);
    if (known.current()) {
      pages.answer(
          context, account.once("story for " + role, () -> page(stored, account, known, role)));
    } else {
      pages.answer(context, page(stored, account, known, role));
    }
  }

  private String page(
      StoredStory stored, StoryJson account, Accounts.Known known, Optional<Role> role) {
    Map<String, Object> model = new HashMap<>();
    model.put("story", new StoryShown(account));
    model.put("id", stored.id());
    model.put("href", Links.story(stored.id()));
    model.put("heading", Shown.line(stored.title(), 300));
    model.put("days", Shown.days(stored.days().from(), stored.days().to()));
    model.put("reports", account.reports().size());
    model.put("watchWords", watchWords(stored.title()));
    model.put("outputs", Renderers.standard().stream().map(Renderers.Output::name).toList());
    model.put("current", known.current());
    model.put("under", known.under());
    model.put("history", history(stored.id()));
    return pages.render("story", Shown.line(stored.title(), 120), model, role);
  }

  /** The longest words of a title: what a watch on the story may look for. */
  private static String watchWords(String title) {
    return Arrays.stream(title.split("[^\\p{L}\\p{N}]+"))
        .filter(word -> word.length() > 3)
        .sorted(Comparator.comparingInt((String word) -> -word.length()))
        .limit(2)
        .collect(Collectors.joining(" "));
  }

  private List<Happened> history(String story) {
    return desk.store().read(view -> view.changesOf(story)).stream()
        .map(one -> Happened.of(one, story))
        .toList();
  }

  /** What the words alone say, while the account is made. */
  private void underWay(Context context, StoredStory stored, String under) {
    List<StoryShown.ReportRow> rows =
        desk
            .store()
            .read(
                view ->
                    view.members(stored.id()).stream()
                        .limit(REPORTS_ON_A_PAGE)
                        .flatMap(page -> view.current(page).stream())
                        .toList())
            .stream()
            .map(this::row)
            .toList();
    pages.show(
        context,
        "under-way",
        Shown.line(stored.title(), 120),
        Map.of(
            "heading", Shown.line(stored.title(), 300),
            "days", Shown.days(stored.days().from(), stored.days().to()),
            "sources", stored.sources(),
            "reports", stored.reports(),
            "under", under,
            "href", Links.story(stored.id()),
            "rows", rows));
  }

  private StoryShown.ReportRow row(StoredReport one) {
    return new StoryShown.ReportRow(
        one.page(),
        desk.accounts().names().nameOf(one),
        Links.report(one.page()),
        Shown.line(one.report().headline().orElse(one.report().body()), 140),
        one.published().map(PartialDate::iso).map(Shown::date).orElse(""),
        "",
        0);
  }

  private void reports(Context context) {
    StoredStory stored = stored(context);
    if (isMoved(context, stored, "/reports")) {
      return;
    }
    StoryJson account = account(stored);
    int from = Parameters.number(context, "from", 0, 0, 10_000_000);
    int next = from + REPORTS_ON_A_PAGE;
    pages.show(
        context,
        "story-reports",
        "Reports of " + Shown.line(stored.title(), 100),
        Map.of(
            "heading", Shown.line(stored.title(), 300),
            "href", Links.story(stored.id()),
            "reports", account.reports().size(),
            "rows", new StoryShown(account).reports(from, REPORTS_ON_A_PAGE),
            "next", next < account.reports().size() ? next : 0));
  }

  /** Which outlet states which claim, claims by claims. */
  private void outlets(Context context) {
    StoredStory stored = stored(context);
    if (isMoved(context, stored, "/outlets")) {
      return;
    }
    OutletMatrix matrix = new OutletMatrix(account(stored));
    StoryShown shown = new StoryShown(account(stored));
    int all = matrix.outlets().size();
    boolean isWhole = Parameters.text(context, "outlets").equals("all");
    int from = Parameters.number(context, "from", 0, 0, 10_000_000);
    int outletsFrom = isWhole ? 0 : Parameters.number(context, "outlet", 0, 0, 10_000_000);
    int columns = isWhole ? all : OUTLETS_ON_A_PAGE;
    int claims =
        Math.clamp(PLACES_ON_A_PAGE / Math.max(1, columns), FEWEST_CLAIMS, CLAIMS_ON_A_PAGE);
    List<String> outlets = matrix.outlets().stream().skip(outletsFrom).limit(columns).toList();
    List<MatrixRow> rows =
        matrix.claims().stream()
            .skip(from)
            .limit(claims)
            .map(claim -> row(shown, matrix, claim, outlets))
            .toList();
    int next = from + claims;
    int nextOutlet = outletsFrom + columns;
    String address = Links.story(stored.id()) + "/outlets";
    Map<String, Object> model = new HashMap<>();
    model.put("heading", Shown.line(stored.title(), 300));
    model.put("href", Links.story(stored.id()));
    model.put("id", stored.id());
    model.put("outlets", outlets.stream().map(name -> Shown.line(name, 40)).toList());
    model.put("hidden", hidden(matrix, address, from, outlets));
    model.put("rows", rows);
    model.put("claims", matrix.claims().size());
    model.put("all", all);
    model.put("unnamed", matrix.unnamed());
    model.put("whole", isWhole);
    model.put("step", OUTLETS_ON_A_PAGE);
    model.put("from", from);
    model.put("outletsFrom", outletsFrom);
    model.put("next", next < matrix.claims().size() ? next : 0);
    model.put("nextOutlet", nextOutlet < all ? nextOutlet : 0);
    pages.show(context, "outlets", "Outlets: " + Shown.line(stored.title(), 100), model);
  }

  /** An outlet that has no column, and where it has one. */
  public record HiddenOutlet(String name, String href) {}

  private static List<HiddenOutlet> hidden(
      OutletMatrix matrix, String address, int from, List<String> shown) {
    List<HiddenOutlet> hidden = new ArrayList<>();
    for (int at = 0; at < matrix.outlets().size(); at++) {
      String outlet = matrix.outlets().get(at);
      if (!shown.contains(outlet)) {
        int first = at / OUTLETS_ON_A_PAGE * OUTLETS_ON_A_PAGE;
        hidden.add(
            new HiddenOutlet(
                Shown.line(outlet, 40), address + "?from=" + from + "&outlet=" + first));
      }
    }
    return hidden;
  }

  /** A claim by outlets; {@code words} of a cell are empty where nothing was found there. */
  public record MatrixRow(
      String text, String href, Shown.Standing standing, List<MatrixCell> cells) {}

  /** What an outlet says of it. */
  public record MatrixCell(String words, String href, String title) {}

  private static MatrixRow row(
      StoryShown shown, OutletMatrix matrix, JsonNode claim, List<String> outlets) {
    StoryShown.Claim one = shown.claim(claim);
    List<MatrixCell> cells = new ArrayList<>();
    for (String outlet : outlets) {
      cells.add(
          matrix
              .says(claim, outlet)
              .map(
                  cell -> {
                    Shown.Cite cite = shown.cite(cell.statement());
                    return new MatrixCell(cell.words(), cite.href(), cite.words());
                  })
              .orElse(new MatrixCell("", "", "")));
    }
    return new MatrixRow(shown.stated(claim, 160), one.href(), one.standing(), cells);
  }

  /** The account, of an earlier state where a newer one is under way. */
  private StoryJson account(StoredStory stored) {
    Accounts.Known known = desk.accounts().of(stored, desk.limits().apiPatience());
    return known
        .story()
        .orElseThrow(
            () ->
                Problem.busy(
                    "the analysis of this story is under way ("
                        + known.under()
                        + "); open it again in a moment"));
  }

  /** The account in one of the forms that read writes, whole. */
  private void save(Context context) throws IOException {
    StoredStory stored = stored(context);
    String name = context.pathParam("output");
    Renderers.Output output =
        Renderers.find(name).orElseThrow(() -> Problem.notFound("a story is not saved as " + name));
    byte[] json = MAPPER.writeValueAsBytes(account(stored).document());
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    output.renderer().render(new AccountReader().read(new ByteArrayInputStream(json)), out);
    context
        .contentType("application/octet-stream")
        .header("Content-Disposition", "attachment; filename=\"" + output.fileName() + "\"")
        .result(out.toByteArray());
  }

  private void claim(Context context) {
    StoredStory stored = stored(context);
    String name = context.pathParam("claim");
    if (isMoved(context, stored, "/claims/" + Links.escaped(name))) {
      return;
    }
    StoryJson account = account(stored);
    JsonNode claim =
        account
            .claim(name)
            .orElseThrow(
                () ->
                    Problem.notFound(
                        "there is no claim " + name + " in this story any more; look in its list"));
    StoryShown shown = new StoryShown(account);
    Map<String, Object> model = new HashMap<>();
    model.put("heading", Shown.line(stored.title(), 300));
    model.put("href", Links.story(stored.id()));
    model.put("id", stored.id());
    model.put("claim", shown.claim(claim));
    model.put("sources", shown.sources(claim));
    model.put("first", StoryShown.first(claim));
    model.put("others", shown.others(claim));
    model.put("why", shown.reasons(claim));
    model.put("measured", shown.measured(claim));
    model.put(
        "disagreements",
        shown.disagreements().stream()
            .filter(one -> one.claim().equals(Links.claim(stored.id(), claim.path("id").asText())))
            .toList());
    pages.show(context, "claim", Shown.line(claim.path("text").asText(), 100), model);
  }
}
