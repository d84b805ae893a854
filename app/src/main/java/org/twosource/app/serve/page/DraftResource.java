package org.twosource.app.serve.page;

import com.fasterxml.jackson.databind.JsonNode;
import io.javalin.http.Context;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.twosource.app.serve.Desk;
import org.twosource.app.serve.DraftScope;
import org.twosource.app.serve.ReportNames;
import org.twosource.app.serve.Route;
import org.twosource.app.serve.StoryJson;
import org.twosource.app.serve.TextJson;
import org.twosource.app.serve.page.Shown.Cite;
import org.twosource.app.serve.page.Shown.Piece;
import org.twosource.app.store.StoredStory;
import org.twosource.app.user.Role;
import org.twosource.report.Report;
import org.twosource.report.Span;

/** {@code /check}: a draft, sentence by sentence, against the store. Nothing of it is kept. */
public final class DraftResource {
  private static final int CITES = 4;

  private final Desk desk;
  private final Pages pages;

  public DraftResource(Desk desk, Pages pages) {
    this.desk = desk;
    this.pages = pages;
  }

  public List<Route> routes() {
    return List.of(
        Route.get("/check", this::form), Route.post("/check", this::check).by(Role.READER));
  }

  /** A sentence of the draft. */
  public record Sentence(
      String css, String verdict, List<Piece> pieces, List<Passage> passages, List<String> why) {}

  /** What it rests on. */
  public record Passage(Cite cite, String words, int note) {}

  private void form(Context context) {
    pages.show(
        context,
        "check",
        "Check a draft",
        Map.of(
            "text",
            "",
            "story",
            Parameters.text(context, "story"),
            "sentences",
            List.of(),
            "against",
            0,
            "copy",
            "",
            "checked",
            false));
  }

  private void check(Context context) {
    String text =
        DraftScope.checked(desk, Forms.needed(context, "text", "paste the draft first"))
            .replace("\r\n", "\n");
    String story = Forms.text(context, "story");
    List<Report> reports =
        story.isEmpty() ? DraftScope.ofStore(desk, text) : DraftScope.ofStory(desk, story, text);
    JsonNode items = TextJson.checked(desk, text, reports).path("items");
    Notes notes = new Notes(desk, reports);
    List<Sentence> sentences = new ArrayList<>();
    for (JsonNode item : items) {
      sentences.add(notes.sentence(item, text));
    }
    Map<String, Object> model = new HashMap<>();
    model.put("text", text);
    model.put("story", story);
    model.put("sentences", sentences);
    model.put("against", reports.size());
    model.put("copy", notes.copy(text, items));
    model.put("checked", true);
    pages.show(context, "check", "Check a draft", model);
  }

  /** The footnotes of one check. */
  private static final class Notes {
    private final Map<String, Report> reports = new HashMap<>();
    private final Map<String, StoryJson> accounts = new HashMap<>();
    private final List<String> footnotes = new ArrayList<>();

    Notes(Desk desk, List<Report> held) {
      for (Report report : held) {
        reports.put(report.id(), report);
        Optional<StoredStory> story =
            desk.store().read(view -> view.storyOf(report.id()).flatMap(view::story));
        story.flatMap(desk.accounts()::kept).ifPresent(one -> accounts.put(report.id(), one));
      }
    }

    Sentence sentence(JsonNode item, String text) {
      List<Passage> passages = new ArrayList<>();
      for (JsonNode at : item.path("restsOn")) {
        if (passages.size() < CITES) {
          passages.add(passage(at));
        }
      }
      boolean disputed = item.path("disputed").asBoolean();
      int sources = item.path("families").asInt();
      String verdict = item.path("verdict").asText();
      List<Span> marked = new ArrayList<>();
      List<String> why = new ArrayList<>();
      item.path("missing").forEach(one -> mark(one, marked, why));
      marked.removeIf(span -> span.end() > text.length() || span.isEmpty());
      marked.sort(null);
      return new Sentence(
          css(verdict, sources, disputed),
          words(verdict, sources, disputed),
          Shown.pieces(text, StoryJson.span(item), marked, "said"),
          passages,
          why);
    }

    private static void mark(JsonNode one, List<Span> marked, List<String> why) {
      marked.add(StoryJson.span(one));
      why.add(
          "“"
              + Shown.line(one.path("text").asText(), 80)
              + "”: "
              + Shown.line(one.path("why").asText(), 200));
    }

    private static String css(String verdict, int sources, boolean disputed) {
      return switch (verdict) {
        case "supported" -> disputed ? "disputed" : sources > 1 ? "corroborated" : "single-origin";
        case "contradicted" -> "disputed";
        default -> "open";
      };
    }

    private static String words(String verdict, int sources, boolean disputed) {
      return switch (verdict) {
        case "supported" ->
            (sources == 1 ? "stated by 1 source" : "stated by " + sources + " sources")
                + (disputed ? ", and disputed" : "");
        case "contradicted" -> "contradicted";
        case "partly" -> "stated in part";
        default -> "not stated by these reports";
      };
    }

    private Passage passage(JsonNode at) {
      String id = at.path("report").asText();
      Report report = reports.get(id);
      Span span = StoryJson.span(at);
      String words =
          report != null && span.end() <= report.body().length()
              ? Shown.line(span.in(report.body()), 400)
              : "";
      String name = name(id);
      footnotes.add(
          name
              + Optional.ofNullable(report)
                  .flatMap(Report::published)
                  .map(date -> ", " + date.iso())
                  .orElse("")
              + ": “"
              + words
              + "”"
              + Optional.ofNullable(report).flatMap(Report::url).map(url -> " " + url).orElse(""));
      return new Passage(new Cite(name, Links.at(id, span), words), words, footnotes.size());
    }

    private String name(String id) {
      StoryJson account = accounts.get(id);
      if (account != null) {
        return account.name(id);
      }
      Report report = reports.get(id);
      return report == null ? Shown.line(id, 60) : ReportNames.of(id, report);
    }

    /** The draft with its footnotes, as Markdown. */
    String copy(String text, JsonNode items) {
      StringBuilder copy = new StringBuilder();
      int at = 0;
      int note = 0;
      for (JsonNode item : items) {
        int end = Math.min(item.path("end").asInt(), text.length());
        copy.append(text, Math.min(at, end), end);
        for (int i = 0; i < Math.min(CITES, item.path("restsOn").size()); i++) {
          copy.append("[^").append(++note).append(']');
        }
        at = end;
      }
      copy.append(text.substring(Math.min(at, text.length()))).append('\n');
      for (int i = 0; i < footnotes.size(); i++) {
        copy.append("\n[^").append(i + 1).append("]: ").append(footnotes.get(i));
      }
      return copy.append('\n').toString();
    }
  }
}
