package org.twosource.app.serve.page;

import com.fasterxml.jackson.databind.JsonNode;
import io.javalin.http.Context;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.twosource.app.serve.Accounts;
import org.twosource.app.serve.Desk;
import org.twosource.app.serve.Problem;
import org.twosource.app.serve.ReportNames;
import org.twosource.app.serve.Route;
import org.twosource.app.serve.StoryJson;
import org.twosource.app.serve.TextJson;
import org.twosource.app.serve.page.Shown.Cite;
import org.twosource.app.serve.page.Shown.Piece;
import org.twosource.app.serve.page.Shown.Side;
import org.twosource.app.store.StoredStory;
import org.twosource.brief.render.WordDiff;
import org.twosource.report.Report;
import org.twosource.report.Span;

/** {@code /compare?report=&report=}: two to six reports, each beside the first. */
public final class CompareResource {
  private static final int MOST = 6;
  private static final int PASSAGES = 40;

  /** A comma or quotation mark more is not worth a mark; a sign before a number is. */
  private static final Pattern HAS_WORD = Pattern.compile("[\\p{L}\\p{N}\\p{Sc}%+−-]");

  private final Desk desk;
  private final Pages pages;

  public CompareResource(Desk desk, Pages pages) {
    this.desk = desk;
    this.pages = pages;
  }

  public List<Route> routes() {
    return List.of(Route.get("/compare", this::compare));
  }

  /**
   * The first report and another one.
   *
   * @param passages in other words
   * @param same passages in the same words
   * @param claims that both state, where they are in one story
   */
  public record Pair(
      Named a,
      Named b,
      String direction,
      List<Shared> passages,
      List<Shared> same,
      int more,
      List<StoryShown.Claim> claims) {}

  /** A report as a link. */
  public record Named(String name, String href) {}

  /** A passage that both have; {@code kind} is empty where no change of meaning was found in it. */
  public record Shared(String manner, String kind, String severity, Side a, Side b) {
    boolean isSame() {
      return kind.isEmpty() && unmarked(a) && unmarked(b);
    }

    private static boolean unmarked(Side side) {
      return side.pieces().stream().allMatch(piece -> piece.css().isEmpty());
    }
  }

  private void compare(Context context) {
    List<String> ids = context.queryParams("report").stream().distinct().toList();
    if (ids.isEmpty()) {
      pages.show(
          context,
          "compare",
          "Compare",
          Map.of("pairs", List.of(), "swap", "", "saved", "", "storyHref", ""));
      return;
    }
    if (ids.size() < 2 || ids.size() > MOST) {
      throw Problem.invalid("choose two to " + MOST + " reports; " + ids.size() + " were named");
    }
    List<Report> reports = ids.stream().map(id -> TextJson.report(desk, id)).toList();
    List<Pair> pairs = new ArrayList<>();
    for (Report other : reports.subList(1, reports.size())) {
      pairs.add(pair(reports.getFirst(), other));
    }
    String swap =
        ids.size() == 2
            ? "/compare?report="
                + Links.escaped(ids.get(1))
                + "&report="
                + Links.escaped(ids.get(0))
            : "";
    String saved =
        ids.stream().map(id -> "report=" + Links.escaped(id)).collect(Collectors.joining("&"));
    Optional<StoredStory> story = storyOfAll(ids);
    pages.show(
        context,
        "compare",
        "Compare",
        Map.of(
            "pairs",
            pairs,
            "swap",
            swap,
            "saved",
            saved,
            "storyHref",
            story.map(one -> Links.story(one.id())).orElse(""),
            "storyTitle",
            story.map(one -> Shown.line(one.title(), 160)).orElse("")));
  }

  /** The story that all of them are in. */
  private Optional<StoredStory> storyOfAll(List<String> reports) {
    return desk.store()
        .read(
            view ->
                view.storyOf(reports.getFirst())
                    .filter(
                        story ->
                            reports.stream()
                                .allMatch(one -> view.storyOf(one).equals(Optional.of(story))))
                    .flatMap(view::story));
  }

  /** From the account of the story that both are in, else read for the purpose. */
  private Pair pair(Report a, Report b) {
    Optional<StoryJson> account = account(a.id(), b.id());
    return account.isPresent()
        ? new Sides(account.get().names(), a, b)
            .pair(account.get().story(), new StoryShown(account.get()).claimsOf(a.id(), b.id()))
        : new Sides(Map.of(), a, b).pair(TextJson.compared(desk, a, b), List.of());
  }

  private Optional<StoryJson> account(String a, String b) {
    Optional<StoredStory> story = desk.store().read(view -> view.storyOf(a).flatMap(view::story));
    boolean shared =
        story.isPresent()
            && desk.store().read(view -> view.storyOf(b)).equals(Optional.of(story.get().id()));
    if (!shared) {
      return Optional.empty();
    }
    Accounts.Known known = desk.accounts().of(story.get(), desk.limits().apiPatience());
    if (!known.current()) {
      throw Problem.busy(
          "the analysis of their story is under way ("
              + known.under()
              + "); look again in a moment");
    }
    return known.story();
  }

  /** Two reports and what an account says of them. */
  private static final class Sides {
    private final Map<String, String> names;
    private final Report a;
    private final Report b;

    Sides(Map<String, String> names, Report a, Report b) {
      this.names = names;
      this.a = a;
      this.b = b;
    }

    private String name(Report report) {
      return names.getOrDefault(report.id(), ReportNames.of(report.id(), report));
    }

    Pair pair(JsonNode account, List<StoryShown.Claim> claims) {
      List<Shared> all = new ArrayList<>();
      for (JsonNode passage : account.path("passages")) {
        Optional<Span> first = span(passage, a);
        Optional<Span> second = span(passage, b);
        if (first.isPresent() && second.isPresent()) {
          all.add(shared(passage, first.get(), second.get(), account.path("distortions")));
        }
      }
      List<Shared> shown = all.subList(0, Math.min(PASSAGES, all.size()));
      return new Pair(
          new Named(name(a), Links.report(a.id())),
          new Named(name(b), Links.report(b.id())),
          direction(account.path("derivations")),
          shown.stream().filter(one -> !one.isSame()).toList(),
          shown.stream().filter(Shared::isSame).toList(),
          Math.max(0, all.size() - PASSAGES),
          claims);
    }

    /** Where a passage lies in one of the two, whichever side it is told on. */
    private Optional<Span> span(JsonNode passage, Report report) {
      for (String side : List.of("a", "b")) {
        JsonNode at = passage.path(side);
        if (at.path("report").asText().equals(report.id())
            && at.path("end").asInt() <= report.body().length()) {
          return Optional.of(StoryJson.span(at));
        }
      }
      return Optional.empty();
    }

    private String direction(JsonNode derivations) {
      for (JsonNode one : derivations) {
        String from = one.path("from").asText();
        String to = one.path("to").asText();
        boolean forth = from.equals(a.id()) && to.equals(b.id());
        boolean back = from.equals(b.id()) && to.equals(a.id());
        if (forth || back) {
          String share = Math.round(one.path("share").asDouble() * 100) + " % of its prose";
          return name(forth ? b : a)
              + " took over "
              + share
              + " from "
              + name(forth ? a : b)
              + ", "
              + one.path("manner").asText()
              + evidence(one.path("evidence"));
        }
      }
      return "Neither was copied from the other directly.";
    }

    private String evidence(JsonNode evidence) {
      List<String> words = new ArrayList<>();
      evidence.forEach(
          one -> words.add(one.asText().replace(a.id(), name(a)).replace(b.id(), name(b))));
      return words.isEmpty() ? "" : ": " + Shown.line(String.join("; ", words), 300);
    }

    private Shared shared(JsonNode passage, Span first, Span second, JsonNode distortions) {
      WordDiff diff = WordDiff.of(first.in(a.body()), second.in(b.body()));
      String kind = "";
      String severity = "";
      for (JsonNode one : distortions) {
        if (touches(one.path("to"), first, second) && touches(one.path("from"), first, second)) {
          kind = one.path("kind").asText().replace('-', ' ');
          severity = one.path("severity").asText();
        }
      }
      return new Shared(
          passage.path("manner").asText(),
          kind,
          severity,
          new Side(cite(a, first), "", pieces(a, first, diff.before(), "before")),
          new Side(cite(b, second), "", pieces(b, second, diff.after(), "after")));
    }

    private boolean touches(JsonNode at, Span first, Span second) {
      String report = at.path("report").asText();
      return (report.equals(a.id()) && StoryJson.span(at).overlaps(first))
          || (report.equals(b.id()) && StoryJson.span(at).overlaps(second));
    }

    private Cite cite(Report report, Span span) {
      return new Cite(
          name(report), Links.at(report.id(), span), Shown.line(span.in(report.body()), 300));
    }

    private static List<Piece> pieces(
        Report report, Span whole, List<WordDiff.Piece> words, String css) {
      List<Span> changed = new ArrayList<>();
      for (WordDiff.Piece one : words) {
        if (one.changed()) {
          Span span = new Span(whole.start() + one.start(), whole.start() + one.end());
          boolean goesOn = !changed.isEmpty() && isOneWord(changed.getLast(), span, report.body());
          int start = goesOn ? changed.removeLast().start() : span.start();
          changed.add(new Span(start, span.end()));
        }
      }
      changed.removeIf(span -> !HAS_WORD.matcher(span.in(report.body())).find());
      return Shown.pieces(report.body(), whole, changed, css);
    }

    /** Whether no blank stands between two changed words: 2,300 is marked as one. */
    private static boolean isOneWord(Span before, Span after, String body) {
      String between = body.substring(before.end(), after.start());
      return between.length() == 1
          && !Character.isWhitespace(between.charAt(0))
          && Character.isDigit(body.charAt(before.end() - 1))
          && Character.isDigit(body.charAt(after.start()));
    }
  }
}
