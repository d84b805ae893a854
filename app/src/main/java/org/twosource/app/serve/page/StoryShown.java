package org.twosource.app.serve.page;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.twosource.app.serve.StoryJson;
import org.twosource.app.serve.page.Shown.Cite;
import org.twosource.app.serve.page.Shown.Piece;
import org.twosource.app.serve.page.Shown.Side;
import org.twosource.app.serve.page.Shown.Standing;
import org.twosource.brief.render.Labels;
import org.twosource.brief.render.page.ClaimsOfLine;
import org.twosource.lineage.Overlap;
import org.twosource.report.Citation;
import org.twosource.report.Span;

/** What the pages show of the account of a story. */
public final class StoryShown {
  private static final int CITES = 6;
  private static final int CLAIM_CITES = 12;
  private static final int CLAIMS = 60;
  private static final int CHANGES = 60;
  private static final int REASONS = 24;

  /** The severity of changes that hardly matter. */
  private static final String LOW = "low";

  private static final int QUOTATIONS = 30;
  private static final int WORDINGS = 8;

  /** Characters of an answer that says more than the words below it. */
  private static final int SHORT_ANSWER = 40;

  private static final int EVENTS = 60;
  private static final int COPIES = 40;
  private static final int REPORTS = 60;

  private final StoryJson account;
  private final String id;

  StoryShown(StoryJson account) {
    this.account = account;
    this.id = account.story().path("id").asText();
  }

  // ---- citations
  // -------------------------------------------------------------------------------

  Cite cite(JsonNode at) {
    String report = at.path("report").asText();
    return new Cite(account.name(report), Links.at(at), Shown.line(account.words(at), 300));
  }

  /** One a report, the first ones. */
  private List<Cite> cites(JsonNode places, int most) {
    Set<String> reports = new HashSet<>();
    List<Cite> cites = new ArrayList<>();
    for (JsonNode place : places) {
      if (cites.size() < most && reports.add(place.path("report").asText())) {
        cites.add(cite(place));
      }
    }
    return cites;
  }

  private Side side(JsonNode at, String answer, String css) {
    return side(List.of(at), answer, css);
  }

  /**
   * @param places in the same sentences
   */
  private Side side(List<JsonNode> places, String answer, String css) {
    JsonNode first = places.getFirst();
    String report = first.path("report").asText();
    String body = account.body(report);
    if (places.stream().anyMatch(at -> StoryJson.span(at).end() > body.length())) {
      return new Side(cite(first), answer, List.of());
    }
    Span whole = account.sentences(report, StoryJson.span(first));
    List<Span> marked = innermost(places.stream().map(StoryJson::span).toList());
    return new Side(cite(first), answer, Shown.pieces(body, whole, marked, css));
  }

  /** In order, without those that hold another. */
  private static List<Span> innermost(List<Span> spans) {
    return spans.stream()
        .filter(one -> spans.stream().noneMatch(other -> !other.equals(one) && one.contains(other)))
        .distinct()
        .sorted()
        .toList();
  }

  // ---- brief
  // -----------------------------------------------------------------------------------

  /**
   * A line of the brief; {@code more} reports carry it beside those cited.
   *
   * @param pieces its words, with what several sources state marked where they do not state all
   * @param claim the address of the claim that it makes with this standing; empty without one
   * @param claims the others that it makes
   */
  public record Line(
      String id,
      String text,
      List<Piece> pieces,
      Standing standing,
      List<Cite> cites,
      int more,
      String claim,
      List<ClaimOfLine> claims) {}

  /** A claim that a line makes, by how it is supported. */
  public record ClaimOfLine(String href, Standing standing, String text) {
    boolean isAs(Standing line) {
      return standing.css().equals(line.css())
          && (standing.words().equals(line.words()) || line.css().equals("disputed"));
    }
  }

  public List<Line> lines() {
    List<Line> lines = new ArrayList<>();
    for (JsonNode line : account.list("brief")) {
      List<Cite> cites = cites(line.path("cites"), CITES);
      String text = line.path("text").asText();
      List<Span> carried = new ArrayList<>();
      if (line.path("families").asInt() < 2) {
        line.path("carried").forEach(part -> carried.add(StoryJson.span(part)));
      }
      Standing standing = standing(line);
      List<ClaimOfLine> claims = claims(line);
      Optional<ClaimOfLine> same = claims.stream().filter(one -> one.isAs(standing)).findFirst();
      lines.add(
          new Line(
              line.path("label").asText(),
              text,
              Shown.pieces(text, new Span(0, text.length()), carried, "carried"),
              standing,
              cites,
              line.path("cites").size() - cites.size(),
              same.map(ClaimOfLine::href).orElse(""),
              claims.stream().filter(one -> !Optional.of(one).equals(same)).toList()));
    }
    return lines;
  }

  private List<ClaimOfLine> claims(JsonNode line) {
    List<JsonNode> claims = new ArrayList<>();
    account.list("claims").forEach(claims::add);
    return ClaimsOfLine.of(
            places(line.path("cites")), claims, one -> places(one.path("statements")))
        .stream()
        .map(
            one ->
                new ClaimOfLine(
                    Links.claim(id, one.path("id").asText()),
                    standing(one),
                    Shown.line(one.path("text").asText(), 160)))
        .toList();
  }

  private static List<Citation> places(JsonNode list) {
    List<Citation> places = new ArrayList<>();
    list.forEach(at -> places.add(new Citation(at.path("report").asText(), StoryJson.span(at))));
    return places;
  }

  /** Whether a line has a part that more sources state than all of it. */
  public boolean hasCarriedParts() {
    return lines().stream()
        .flatMap(one -> one.pieces().stream())
        .anyMatch(one -> !one.css().isEmpty());
  }

  private static Standing standing(JsonNode of) {
    return Shown.standing(of.path("standing").asText(), of.path("families").asInt());
  }

  // ---- claims
  // ----------------------------------------------------------------------------------

  /**
   * The sentence of a claim.
   *
   * @param pieces of it; where several claims have it, what this one states is marked
   * @param about what its disagreements are about, in words; empty without any
   */
  public record Words(String text, List<Piece> pieces, String about) {}

  /** A claim in the list; each frame holds the reports of one family that state it. */
  public record Claim(
      String id,
      String label,
      String href,
      Words words,
      Standing standing,
      List<List<Cite>> frames,
      int more,
      int reports,
      List<String> informants) {}

  /**
   * Claims that several sources state, one informant gave several of them, or that are disputed.
   */
  public List<Claim> claims() {
    return claims(false);
  }

  /** Those of a single source. */
  public List<Claim> claimsOfOne() {
    return claims(true);
  }

  private List<Claim> claims(boolean ofOne) {
    List<Claim> claims = new ArrayList<>();
    int at = 0;
    for (JsonNode claim : account.list("claims")) {
      if (at++ < CLAIMS && claim.path("standing").asText().equals("single-origin") == ofOne) {
        claims.add(claim(claim));
      }
    }
    return claims;
  }

  /** Those that two reports both state. */
  List<Claim> claimsOf(String a, String b) {
    List<Claim> claims = new ArrayList<>();
    for (JsonNode claim : account.list("claims")) {
      Set<String> reports = new HashSet<>();
      claim.path("statements").forEach(one -> reports.add(one.path("report").asText()));
      if (claims.size() < CLAIMS && reports.contains(a) && reports.contains(b)) {
        claims.add(claim(claim));
      }
    }
    return claims;
  }

  public int moreClaims() {
    return Math.max(0, account.list("claims").size() - CLAIMS);
  }

  Claim claim(JsonNode claim) {
    Map<String, List<Cite>> frames = new LinkedHashMap<>();
    List<Cite> cites = cites(claim.path("statements"), CLAIM_CITES);
    Set<String> shown = new HashSet<>();
    int at = 0;
    for (JsonNode statement : claim.path("statements")) {
      String report = statement.path("report").asText();
      if (at < cites.size() && shown.add(report)) {
        frames.computeIfAbsent(origin(statement), any -> new ArrayList<>()).add(cites.get(at++));
      }
    }
    List<String> informants = new ArrayList<>();
    claim.path("informants").forEach(name -> informants.add(Shown.line(name.asText(), 80)));
    return new Claim(
        claim.path("id").asText(),
        claim.path("label").asText(),
        Links.claim(id, claim.path("id").asText()),
        wordsOf(claim),
        standing(claim),
        List.copyOf(frames.values()),
        Math.max(0, claim.path("reports").asInt() - cites.size()),
        claim.path("reports").asInt(),
        informants);
  }

  private Words wordsOf(JsonNode claim) {
    String text = claim.path("text").asText();
    Span whole = new Span(0, text.length());
    List<Span> marked = stated(claim).filter(one -> !one.equals(whole)).stream().toList();
    List<String> about = new ArrayList<>();
    for (JsonNode dispute : claim.path("disputes")) {
      if (isOpen(dispute)) {
        about.add(about(dispute));
      }
    }
    return new Words(
        text,
        Shown.pieces(text, whole, marked, "stated"),
        String.join("; ", about.stream().distinct().limit(3).toList()));
  }

  /** What a claim states: its sentence; of one that several claims have, the part that is its. */
  String stated(JsonNode claim, int most) {
    String text = claim.path("text").asText();
    return Shown.line(stated(claim).map(one -> one.in(text)).orElse(text), most);
  }

  /** Where the sentence of a claim, which others have too, says what the claim states. */
  private Optional<Span> stated(JsonNode claim) {
    String text = claim.path("text").asText();
    Map<String, Integer> claims =
        account.once(
            "sentences of claims",
            () -> {
              Map<String, Integer> counts = new HashMap<>();
              account
                  .list("claims")
                  .forEach(one -> counts.merge(one.path("text").asText(), 1, Integer::sum));
              return counts;
            });
    if (claims.getOrDefault(text, 0) < 2) {
      return Optional.empty();
    }
    for (JsonNode statement : claim.path("statements")) {
      String words = account.words(statement);
      int at = words.isEmpty() ? -1 : text.indexOf(words);
      if (at >= 0) {
        return Optional.of(new Span(at, at + words.length()));
      }
    }
    return Optional.empty();
  }

  /** "how many or how much: 62 people / 94". */
  private static String about(JsonNode dispute) {
    String question = question(dispute.path("kind").asText());
    List<String> answers = new ArrayList<>();
    dispute
        .path("answers")
        .forEach(one -> answers.add(Shown.line(one.path("answer").asText(), SHORT_ANSWER + 1)));
    boolean isShort = answers.stream().allMatch(one -> one.length() <= SHORT_ANSWER);
    String lower = Character.toLowerCase(question.charAt(0)) + question.substring(1);
    return isShort && answers.size() > 1 ? lower + ": " + String.join(" / ", answers) : lower;
  }

  private static boolean isOpen(JsonNode dispute) {
    return dispute.path("resolution").asText().equals("open");
  }

  /** Whose words a statement is: a passage may be copied where the rest of its report is not. */
  private String origin(JsonNode statement) {
    String report = statement.path("report").asText();
    String ofPassage = statement.path("family").asText("");
    return ofPassage.isEmpty() || ofPassage.equals("null")
        ? account.familyOf(report).map(family -> family.path("id").asText()).orElse(report)
        : ofPassage;
  }

  /** One wording of a claim. */
  public record Statement(
      Side side, String certainty, String informant, String day, String apart) {}

  /**
   * The wordings of one family: one source, however many printed it.
   *
   * @param number among those that are counted, from 1; 0 where it is not sure that it states the
   *     claim
   */
  public record Source(int number, String name, List<Statement> statements) {}

  List<Source> sources(JsonNode claim) {
    Map<String, Map<String, List<JsonNode>>> byFamily = new LinkedHashMap<>();
    for (JsonNode statement : claim.path("statements")) {
      String report = statement.path("report").asText();
      Span sentence = account.sentences(report, StoryJson.span(statement));
      byFamily
          .computeIfAbsent(origin(statement), any -> new LinkedHashMap<>())
          .computeIfAbsent(report + " " + sentence, any -> new ArrayList<>())
          .add(statement);
    }
    Set<String> sure = new HashSet<>();
    claim.path("support").forEach(one -> sure.add(one.path("family").asText()));
    List<Source> counted = new ArrayList<>();
    List<Source> others = new ArrayList<>();
    byFamily.forEach(
        (family, bySentence) -> {
          List<Statement> statements =
              bySentence.values().stream().map(parts -> statement(parts, first(claim))).toList();
          String name = statements.getFirst().side().cite().name();
          if (sure.isEmpty() || sure.contains(family)) {
            counted.add(new Source(counted.size() + 1, name, statements));
          } else {
            others.add(new Source(0, name, statements));
          }
        });
    counted.addAll(others);
    return counted;
  }

  /** Statements of one sentence, shown in it once. */
  private Statement statement(List<JsonNode> parts, String first) {
    JsonNode statement = parts.getFirst();
    String report = statement.path("report").asText();
    String body = account.body(report);
    List<Span> places =
        parts.stream().map(StoryJson::span).filter(one -> one.end() <= body.length()).toList();
    Span whole = account.sentences(report, StoryJson.span(statement));
    List<Span> inOrder = places.stream().sorted().toList();
    return new Statement(
        new Side(cite(statement), "", Shown.pieces(body, whole, inOrder, "stated")),
        statement.path("certainty").asText(),
        statement.path("informant").asText("").replace("null", ""),
        Shown.date(account.report(report).path("published").asText("")),
        place(statement).equals(first) ? "" : place(statement));
  }

  /** A claim by its first statement, as decisions name it. */
  public record Other(String place, String text) {}

  /** The other claims, one of which may be the same. */
  List<Other> others(JsonNode claim) {
    List<Other> others = new ArrayList<>();
    for (JsonNode other : account.list("claims")) {
      if (others.size() < CLAIMS && !first(other).equals(first(claim))) {
        others.add(new Other(first(other), stated(other, 90)));
      }
    }
    return others;
  }

  /** The first statement of a claim, as decisions name it. */
  static String first(JsonNode claim) {
    return place(claim.path("statements").path(0));
  }

  static String place(JsonNode at) {
    return at.path("report").asText()
        + ":"
        + at.path("start").asInt()
        + "-"
        + at.path("end").asInt();
  }

  /**
   * Why the wordings are one claim, or why several reports count as one source.
   *
   * @param href the reports side by side; empty where their texts have nothing to do with it
   */
  public record Explanation(String text, String href) {}

  /** Reasons in words; what was measured is with {@link #measured}. */
  List<Explanation> reasons(JsonNode claim) {
    List<Explanation> reasons = new ArrayList<>();
    for (JsonNode collapse : claim.path("collapses")) {
      if (collapse.path("by").asText().equals("family") && reasons.size() < REASONS) {
        reasons.add(ofOneText(collapse.path("reports")));
      }
    }
    for (JsonNode why : claim.path("why")) {
      String words = Shown.line(why.asText(), 400);
      if (!words.contains(" count once: ")) {
        reasons.add(
            new Explanation(
                account.named(
                    words.startsWith("one informant: ")
                        ? "all who know it have it from " + words.substring(words.indexOf(':') + 2)
                        : words),
                ""));
      }
    }
    reasons.addAll(putTogether(claim));
    return reasons.stream().distinct().map(StoryShown::asSentence).toList();
  }

  private Explanation ofOneText(JsonNode reports) {
    List<String> ids = new ArrayList<>();
    reports.forEach(report -> ids.add(report.asText()));
    return new Explanation(
        Shown.list(ids.stream().map(account::name).toList(), 6)
            + " count as one source: what they share comes from one text",
        Links.compared(ids.stream().limit(6).toList()));
  }

  /** What put statements together, those of one reason in one sentence. */
  private List<Explanation> putTogether(JsonNode claim) {
    Map<String, Set<String>> byReason = new LinkedHashMap<>();
    for (JsonNode merge : claim.path("merges")) {
      Set<String> names =
          byReason.computeIfAbsent(words(merge.path("by").asText()), any -> new LinkedHashSet<>());
      for (String side : List.of("a", "b")) {
        JsonNode statement = claim.path("statements").path(merge.path(side).asInt());
        names.add(account.name(statement.path("report").asText()));
      }
    }
    return byReason.entrySet().stream()
        .map(
            one ->
                new Explanation(
                    Shown.list(List.copyOf(one.getValue()), 12)
                        + " state one claim: "
                        + one.getKey(),
                    ""))
        .toList();
  }

  private static Explanation asSentence(Explanation reason) {
    String text = reason.text();
    return new Explanation(
        Character.toUpperCase(text.charAt(0)) + text.substring(1) + ".", reason.href());
  }

  /** The same with what was measured. */
  List<String> measured(JsonNode claim) {
    List<String> why = new ArrayList<>();
    claim.path("why").forEach(one -> why.add(account.named(Shown.line(one.asText(), 400))));
    for (JsonNode merge : claim.path("merges")) {
      if (why.size() < REASONS) {
        JsonNode a = claim.path("statements").path(merge.path("a").asInt());
        JsonNode b = claim.path("statements").path(merge.path("b").asInt());
        why.add(
            account.name(a.path("report").asText())
                + " and "
                + account.name(b.path("report").asText())
                + " state one claim: "
                + words(merge.path("by").asText())
                + " ("
                + words(merge.path("evidence"))
                + ")");
      }
    }
    return why;
  }

  /** What puts two statements together, in words. */
  private static String words(String by) {
    return switch (by) {
      case "same-words" -> "they have the same words";
      case "question" -> "they answer one question";
      case "constraint" -> "you decided so";
      default -> "they are alike";
    };
  }

  private static String words(JsonNode list) {
    List<String> words = new ArrayList<>();
    list.forEach(one -> words.add(one.asText()));
    return Shown.line(String.join("; ", words), 300);
  }

  // ---- disputes
  // --------------------------------------------------------------------------------

  /** Two answers to one question. */
  public record Disagreement(
      String id, String question, String state, boolean open, List<Side> sides, String claim) {}

  public List<Disagreement> disagreements() {
    List<Disagreement> open = new ArrayList<>();
    List<Disagreement> settled = new ArrayList<>();
    int number = 0;
    for (JsonNode claim : account.list("claims")) {
      for (JsonNode dispute : claim.path("disputes")) {
        Disagreement one = disagreement(claim, dispute, ++number);
        (one.open() ? open : settled).add(one);
      }
    }
    open.addAll(settled);
    return open;
  }

  /** How many disagreements are none any more. */
  public long settled() {
    return disagreements().stream().filter(one -> !one.open()).count();
  }

  private Disagreement disagreement(JsonNode claim, JsonNode dispute, int number) {
    List<Side> sides = new ArrayList<>();
    for (JsonNode answer : dispute.path("answers")) {
      JsonNode statement = claim.path("statements").path(answer.path("statements").path(0).asInt());
      String said = Shown.line(answer.path("answer").asText(), 120);
      sides.add(side(statement, said.length() <= SHORT_ANSWER ? said : "", "said"));
    }
    boolean open = isOpen(dispute);
    return new Disagreement(
        "q" + number,
        question(dispute.path("kind").asText()),
        !open
            ? settled(dispute.path("resolution").asText())
            : dispute.path("between").asText().equals("parties")
                ? "the parties disagree, and the reports pass on both"
                : "the reports disagree",
        open,
        sides,
        Links.claim(id, claim.path("id").asText()));
  }

  /** Why a disagreement is none. */
  private static String settled(String resolution) {
    return switch (resolution) {
      case "superseded" -> "settled: the later report brings the earlier one up to date";
      case "wording" -> "settled: the same in other words";
      default -> "settled: " + resolution;
    };
  }

  /** What the answers differ about. */
  private static String question(String kind) {
    return switch (kind) {
      case "date" -> "When";
      case "number" -> "How many or how much";
      case "place" -> "Where";
      case "name" -> "What or who, by name";
      case "negation" -> "Whether it is so";
      case "status" -> "Whether it happened or is still to come";
      case "actor" -> "Who did it";
      default -> "What it was";
    };
  }

  // ---- what copying changed
  // --------------------------------------------------------------------

  /**
   * Changes of meaning of one kind in one sentence on the way from one report to another.
   *
   * @param label of the first
   * @param others labels of the others
   * @param why of each, in their order
   */
  public record Change(
      String label,
      List<String> others,
      String kind,
      String severity,
      List<String> why,
      Side before,
      Side after) {}

  /** Those that weigh most first. */
  private List<Change> changes() {
    List<JsonNode> sorted = new ArrayList<>();
    account.list("distortions").forEach(sorted::add);
    List<String> order = List.of("high", "medium", LOW);
    sorted.sort(Comparator.comparingInt(one -> order.indexOf(one.path("severity").asText())));
    Map<String, List<JsonNode>> bySentence = new LinkedHashMap<>();
    for (JsonNode one : sorted.subList(0, Math.min(CHANGES, sorted.size()))) {
      String key =
          one.path("kind").asText()
              + sentences(one.path("from"))
              + sentences(one.path("to"))
              + one.path("severity").asText().equals(LOW);
      bySentence.computeIfAbsent(key, any -> new ArrayList<>()).add(one);
    }
    return bySentence.values().stream().map(this::change).toList();
  }

  private String sentences(JsonNode at) {
    String report = at.path("report").asText();
    return " " + report + " " + account.sentences(report, StoryJson.span(at));
  }

  /** The changes that matter. */
  public List<Change> weightyChanges() {
    return changes().stream().filter(one -> !one.severity().equals(LOW)).toList();
  }

  /** The others. */
  public List<Change> lightChanges() {
    return changes().stream().filter(one -> one.severity().equals(LOW)).toList();
  }

  public int moreChanges() {
    return Math.max(0, account.list("distortions").size() - CHANGES);
  }

  private Change change(List<JsonNode> of) {
    JsonNode first = of.getFirst();
    return new Change(
        first.path("label").asText(),
        of.stream().skip(1).map(one -> one.path("label").asText()).toList(),
        first.path("kind").asText().replace('-', ' '),
        first.path("severity").asText(),
        of.stream()
            .map(one -> Shown.line(one.path("why").asText(""), 300))
            .filter(why -> !why.isEmpty())
            .distinct()
            .toList(),
        side(of.stream().map(one -> one.path("from")).toList(), "", "before"),
        side(of.stream().map(one -> one.path("to")).toList(), "", "after"));
  }

  // ---- who says what
  // ---------------------------------------------------------------------------

  /** One saying in all its wordings. */
  public record Quotation(
      String speaker, String best, boolean altered, List<Wording> wordings, int more) {}

  /** One print of it. */
  public record Wording(Cite cite, String words, boolean altered) {}

  public List<Quotation> quotations() {
    List<Quotation> altered = new ArrayList<>();
    List<Quotation> others = new ArrayList<>();
    for (JsonNode one : account.list("quotations")) {
      Quotation quotation = quotation(one);
      (quotation.altered() ? altered : others).add(quotation);
    }
    altered.addAll(others);
    return altered.stream().limit(QUOTATIONS).toList();
  }

  private Quotation quotation(JsonNode one) {
    List<Wording> wordings = new ArrayList<>();
    boolean altered = false;
    int more = 0;
    Set<String> reports = new HashSet<>();
    for (JsonNode wording : one.path("wordings")) {
      boolean changed = wording.path("altered").asBoolean();
      altered |= changed;
      boolean isNew = changed || reports.add(wording.path("report").asText());
      if (isNew && wordings.size() < WORDINGS) {
        wordings.add(new Wording(cite(wording), Shown.line(account.words(wording), 400), changed));
      } else if (isNew) {
        more++;
      }
    }
    return new Quotation(
        Shown.line(speaker(one), 120),
        Shown.line(one.path("best").asText().replaceFirst("[,;]\\s*$", ""), 600),
        altered,
        wordings,
        more);
  }

  /** Who says it: an entity, the report's words, or both whom it may be. */
  private String speaker(JsonNode quotation) {
    if (quotation.path("speaker").isTextual()) {
      return account.entity(quotation.path("speaker").asText());
    }
    List<String> open = new ArrayList<>();
    quotation.path("candidates").forEach(id -> open.add(account.entity(id.asText())));
    if (!open.isEmpty()) {
      return "Speaker open: " + String.join(" or ", open);
    }
    return quotation.path("source").isTextual()
        ? quotation.path("source").asText()
        : "Speaker not known";
  }

  // ---- timeline
  // --------------------------------------------------------------------------------

  /** Something that happened, or was to happen. */
  public record Event(
      String date, String iso, String text, String status, int sources, List<Cite> cites) {}

  public List<Event> events() {
    List<Event> events = new ArrayList<>();
    for (JsonNode entry : account.list("timeline")) {
      if (events.size() < EVENTS) {
        events.add(
            new Event(
                Shown.date(entry.path("date").asText()),
                entry.path("date").asText(),
                Shown.line(entry.path("text").asText(), 400),
                entry.path("status").asText(),
                entry.path("families").asInt(),
                cites(entry.path("statements"), CITES)));
      }
    }
    return events;
  }

  public int moreEvents() {
    return Math.max(0, account.list("timeline").size() - EVENTS);
  }

  // ---- families
  // --------------------------------------------------------------------------------

  /** A family: one source, with the copies under what they were copied from. */
  public record FamilyShown(
      String anchor, String head, List<Node> roots, List<String> why, int more) {}

  /** A report in the tree. */
  public record Node(String name, String href, String day, String how, List<Node> copies) {}

  public List<FamilyShown> families() {
    List<FamilyShown> families = new ArrayList<>();
    for (JsonNode family : account.list("families")) {
      if (family.path("reports").size() > 1) {
        families.add(family(family));
      }
    }
    return families;
  }

  /** Reports that are a source of their own, and what they have in common with others. */
  public List<Node> alone() {
    List<Node> alone = new ArrayList<>();
    for (JsonNode family : account.list("families")) {
      if (family.path("reports").size() == 1 && alone.size() < REPORTS) {
        String report = family.path("reports").path(0).asText();
        alone.add(node(report, inCommon(report), List.of()));
      }
    }
    return alone;
  }

  private String inCommon(String report) {
    Map<String, Set<Integer>> starts = new HashMap<>();
    for (JsonNode passage : account.list("passages")) {
      for (String side : List.of("a", "b")) {
        JsonNode place = passage.path(side);
        if (place.path("report").asText().equals(report)
            && !passage.path("copied").asBoolean(true)) {
          starts
              .computeIfAbsent(passage.path("substance").asText(), any -> new HashSet<>())
              .add(place.path("start").asInt());
        }
      }
    }
    int prose = starts.getOrDefault("prose", Set.of()).size();
    int quotations = starts.getOrDefault("quotation", Set.of()).size();
    int other = starts.values().stream().mapToInt(Set::size).sum() - prose - quotations;
    StringBuilder told = new StringBuilder(Labels.of(new Overlap(prose, quotations, other)));
    for (JsonNode pair : account.list("derivations")) {
      String from = pair.path("from").asText();
      String to = pair.path("to").asText();
      if (pair.path("mayShare").asBoolean() && (from.equals(report) || to.equals(report))) {
        told.append("; may share a text with ")
            .append(account.name(from.equals(report) ? to : from))
            .append(
                " (%d %% likely)".formatted(Math.round(100 * pair.path("confidence").asDouble())));
      }
    }
    return told.toString();
  }

  private FamilyShown family(JsonNode family) {
    Map<String, List<JsonNode>> copies = new LinkedHashMap<>();
    Set<String> inside = new HashSet<>();
    Set<String> copied = new HashSet<>();
    family.path("reports").forEach(report -> inside.add(report.asText()));
    for (JsonNode derivation : account.list("derivations")) {
      String to = derivation.path("to").asText();
      String from = derivation.path("from").asText();
      boolean within = inside.contains(from) || from.equals(family.at("/origin/id").asText());
      if (inside.contains(to) && within && copied.add(to)) {
        copies.computeIfAbsent(from, any -> new ArrayList<>()).add(derivation);
      }
    }
    int[] left = {COPIES};
    Set<String> told = new HashSet<>();
    List<Node> roots = new ArrayList<>();
    JsonNode origin = family.path("origin");
    if (origin.path("kind").asText().equals("unseen")) {
      String credit = origin.path("credit").asText("").replace("null", "");
      roots.add(
          new Node(
              "An original that is not among these reports"
                  + (credit.isEmpty() ? "" : ", credited to " + Shown.line(credit, 80)),
              "",
              "",
              "",
              below(origin.path("id").asText(), copies, told, left)));
    }
    for (JsonNode report : family.path("reports")) {
      String name = report.asText();
      boolean isRoot = !copied.contains(name);
      if (isRoot && !told.contains(name) && left[0] > 0) {
        told.add(name);
        left[0]--;
        roots.add(node(name, "", below(name, copies, told, left)));
      }
    }
    List<String> why = new ArrayList<>();
    family.path("why").forEach(one -> why.add(account.named(Shown.line(one.asText(), 300))));
    return new FamilyShown(
        family.path("label").asText(),
        "One source, " + family.path("reports").size() + " reports",
        roots,
        why.stream().limit(12).toList(),
        family.path("reports").size() - told.size());
  }

  private List<Node> below(
      String from, Map<String, List<JsonNode>> copies, Set<String> told, int[] left) {
    List<Node> nodes = new ArrayList<>();
    for (JsonNode derivation : copies.getOrDefault(from, List.of())) {
      String to = derivation.path("to").asText();
      if (left[0] > 0 && told.add(to)) {
        left[0]--;
        String how =
            Math.round(derivation.path("share").asDouble() * 100)
                + " % of its prose taken over, "
                + derivation.path("manner").asText()
                + (derivation.path("directed").asBoolean(true) ? "" : "; which came first is open");
        nodes.add(node(to, how, below(to, copies, told, left)));
      }
    }
    return nodes;
  }

  private Node node(String report, String how, List<Node> copies) {
    String day = account.report(report).path("published").asText("");
    return new Node(
        account.name(report),
        Links.report(report),
        day.equals("null") ? "" : Shown.date(day),
        how,
        copies);
  }

  // ---- reports
  // ---------------------------------------------------------------------------------

  /**
   * A report as a row.
   *
   * @param family the anchor of the family that it shares its source with; empty: none, or unknown
   * @param shared by how many reports its source is shared; 1: it has its own; 0: unknown
   */
  public record ReportRow(
      String id,
      String name,
      String href,
      String headline,
      String day,
      String family,
      int shared) {}

  public List<ReportRow> reports(int from, int most) {
    List<ReportRow> rows = new ArrayList<>();
    for (JsonNode report : account.reports().values().stream().skip(from).limit(most).toList()) {
      String name = report.path("id").asText();
      String day = report.path("published").asText("");
      String headline = report.path("headline").asText("").replace("null", "");
      rows.add(
          new ReportRow(
              name,
              account.name(name),
              Links.report(name),
              Shown.line(headline.isEmpty() ? report.path("body").asText() : headline, 140),
              day.equals("null") ? "" : Shown.date(day),
              account
                  .familyOf(name)
                  .filter(family -> family.path("reports").size() > 1)
                  .map(family -> family.path("label").asText())
                  .orElse(""),
              account.familyOf(name).map(family -> family.path("reports").size()).orElse(0)));
    }
    return rows;
  }

  public List<ReportRow> reports() {
    return reports(0, REPORTS);
  }

  public int moreReports() {
    return Math.max(0, account.reports().size() - REPORTS);
  }

  public int sources() {
    return account.list("sources").size();
  }

  public boolean wordsAlone() {
    return !account.document().path("made").path("vectors").asBoolean(true);
  }
}
