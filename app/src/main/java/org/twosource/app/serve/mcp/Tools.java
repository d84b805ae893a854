package org.twosource.app.serve.mcp;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.twosource.app.json.StoreJson;
import org.twosource.app.search.Hit;
import org.twosource.app.serve.Accounts;
import org.twosource.app.serve.Caller;
import org.twosource.app.serve.Changes;
import org.twosource.app.serve.Desk;
import org.twosource.app.serve.DraftScope;
import org.twosource.app.serve.Problem;
import org.twosource.app.serve.StoryJson;
import org.twosource.app.serve.TextJson;
import org.twosource.app.store.KeptDecision;
import org.twosource.app.store.StoredReport;
import org.twosource.app.store.StoredStory;
import org.twosource.app.user.Role;
import org.twosource.report.Report;
import org.twosource.report.Span;

/** The seven tools, by hand, so that a search finds them. */
final class Tools {
  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final int STANDARD_LIMIT = 20;
  private static final int MOST_LIMIT = 100;
  private static final int MOST_HITS = 2_000;

  /** Fields of a story that an assistant gets; passages are asked for with compare_reports. */
  private static final List<String> STORY =
      List.of(
          "id", "title", "from", "to", "reports", "families", "distortions", "timeline", "brief");

  private final Desk desk;

  Tools(Desk desk) {
    this.desk = desk;
  }

  List<Tool> all() {
    String items = "{'type':'object','required':['items'],'properties':{'items':{'type':'array'}}}";
    return List.of(
        tool(
            "find_stories",
            "Stories of this store, those that changed last first: how many reports tell each, and"
                + " how many of them are independent. query takes words as search does.",
            true,
            "{'type':'object','properties':{'query':{'type':'string'},'limit':{'type':'integer','minimum':1,'maximum':100}}}",
            items,
            reading(this::findStories)),
        tool(
            "get_story",
            "The account of a story: brief with citations, families of copies, what copying"
                + " changed, timeline, and its claims with their standing.",
            true,
            "{'type':'object','required':['id'],'properties':{'id':{'type':'string'}}}",
            "{'type':'object','required':['id','title','brief','claims'],'properties':{'id':{'type':'string'},'title':{'type':'string'},'brief':{'type':'array'},'claims':{'type':'array'}}}",
            reading(this::getStory)),
        tool(
            "get_claim",
            "One claim: every statement with the words and where they stand, its families, and why"
                + " these count as so many independent sources.",
            true,
            "{'type':'object','required':['story','claim'],'properties':{'story':{'type':'string'},'claim':{'type':'string'}}}",
            "{'type':'object','required':['id','text','standing','statements','quoted'],'properties':{'id':{'type':'string'},'standing':{'type':'string'},'quoted':{'type':'array'}}}",
            reading(this::getClaim)),
        tool(
            "compare_reports",
            "What two reports share, who copied whom, and what the copy changed.",
            true,
            "{'type':'object','required':['a','b'],'properties':{'a':{'type':'string'},'b':{'type':'string'}}}",
            "{'type':'object','required':['a','b','derivations','passages','distortions']}",
            reading(this::compareReports)),
        tool(
            "check_text",
            "Is each sentence of a text carried by the reports of this store, or of one story of"
                + " it? The text is not kept.",
            true,
            "{'type':'object','required':['text'],'properties':{'text':{'type':'string'},'story':{'type':'string'}}}",
            items,
            reading(this::checkText)),
        tool(
            "search_reports",
            "Reports by their words, with the passage that fits best and its story.",
            true,
            "{'type':'object','required':['query'],'properties':{'query':{'type':'string'},'limit':{'type':'integer','minimum':1,'maximum':100}}}",
            items,
            reading(this::searchReports)),
        tool(
            "record_decision",
            "Keeps what a person decided: together, apart, same-claim, different-claims,"
                + " same-name (two names of one entity), pin or rename. Asks first: without confirmed it only says what would be kept; set"
                + " confirmed after the person has agreed.",
            false,
            "{'type':'object','required':['kind','a','b'],'properties':{'kind':{'enum':['together','apart','same-claim','different-claims','same-name','pin','rename']},'a':{'type':'string'},'b':{'type':'string'},'confirmed':{'type':'boolean'}}}",
            "{'type':'object','required':['recorded'],'properties':{'recorded':{'type':'boolean'},'question':{'type':'string'},'decision':{'type':'object'}}}",
            this::recordDecision));
  }

  private static Tool tool(
      String name, String description, boolean reads, String input, String output, Tool.Work work) {
    return new Tool(name, description, reads, schema(input), schema(output), work);
  }

  /** What every caller may ask for. */
  private static Tool.Work reading(Function<JsonNode, ObjectNode> work) {
    return (arguments, caller) -> work.apply(arguments);
  }

  private static JsonNode schema(String text) {
    try {
      return MAPPER.readTree(text.replace('\'', '"'));
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }

  // ---- arguments
  // -------------------------------------------------------------------------------

  private static String text(JsonNode arguments, String name) {
    String value = arguments.path(name).asText("");
    if (value.isBlank()) {
      throw Problem.invalid("the argument " + name + " is missing");
    }
    return value;
  }

  private static int limit(JsonNode arguments) {
    return Math.clamp(arguments.path("limit").asInt(STANDARD_LIMIT), 1, MOST_LIMIT);
  }

  private StoryJson account(String id) {
    StoredStory story =
        desk.store()
            .read(view -> view.survivor(id).flatMap(view::story))
            .orElseThrow(() -> Problem.notFound("there is no story " + id));
    Accounts.Known known = desk.accounts().of(story, desk.limits().apiPatience());
    if (!known.current()) {
      throw Problem.busy("the analysis of this story is under way; ask again in a moment");
    }
    return known.story().orElseThrow();
  }

  private List<Hit> hits(String query, int most) {
    try {
      return desk.index().search(query, most);
    } catch (IllegalArgumentException wrong) {
      throw Problem.invalid(String.valueOf(wrong.getMessage()));
    }
  }

  // ---- what they do
  // ----------------------------------------------------------------------------

  private ObjectNode findStories(JsonNode arguments) {
    String query = arguments.path("query").asText("");
    Set<String> wanted = new HashSet<>();
    if (!query.isBlank()) {
      for (Hit hit : hits(query, MOST_HITS)) {
        desk.store().read(view -> view.storyOf(hit.at().report())).ifPresent(wanted::add);
      }
    }
    int limit = limit(arguments);
    List<StoredStory> found =
        query.isBlank()
            ? desk.store().read(view -> view.latestStories(0, limit))
            : desk.store()
                .read(
                    view ->
                        wanted.stream()
                            .flatMap(id -> view.story(id).stream())
                            .sorted(
                                Comparator.comparingLong((StoredStory story) -> -story.changed())
                                    .thenComparing(StoredStory::id))
                            .limit(limit)
                            .toList());
    return StoreJson.list(found, StoreJson::story);
  }

  private ObjectNode getStory(JsonNode arguments) {
    JsonNode story = account(text(arguments, "id")).story();
    ObjectNode answer = StoreJson.object();
    STORY.forEach(field -> answer.set(field, story.path(field)));
    ArrayNode claims = answer.putArray("claims");
    for (JsonNode claim : story.path("claims")) {
      ObjectNode shown = claims.addObject();
      for (String field : List.of("id", "label", "text", "reports", "families", "standing")) {
        shown.set(field, claim.path(field));
      }
    }
    return answer;
  }

  private ObjectNode getClaim(JsonNode arguments) {
    StoryJson account = account(text(arguments, "story"));
    String name = text(arguments, "claim");
    ObjectNode answer =
        account
            .claim(name)
            .orElseThrow(() -> Problem.notFound("there is no claim " + name))
            .deepCopy();
    ArrayNode quoted = answer.putArray("quoted");
    for (JsonNode statement : answer.path("statements")) {
      String report = statement.path("report").asText();
      quoted
          .addObject()
          .put("report", report)
          .put("outlet", account.name(report))
          .put(
              "family", account.familyOf(report).map(one -> one.path("id").asText()).orElse(report))
          .put("words", account.words(statement));
    }
    return answer;
  }

  private ObjectNode compareReports(JsonNode arguments) {
    Report a = TextJson.report(desk, text(arguments, "a"));
    Report b = TextJson.report(desk, text(arguments, "b"));
    if (a.id().equals(b.id())) {
      throw Problem.invalid("a and b are the same report");
    }
    return (ObjectNode) TextJson.compared(desk, a, b);
  }

  private ObjectNode checkText(JsonNode arguments) {
    String text = DraftScope.checked(desk, text(arguments, "text"));
    String story = arguments.path("story").asText("");
    List<Report> reports =
        story.isBlank() ? DraftScope.ofStore(desk, text) : DraftScope.ofStory(desk, story, text);
    return TextJson.checked(desk, text, reports);
  }

  private ObjectNode searchReports(JsonNode arguments) {
    return StoreJson.list(
        hits(text(arguments, "query"), limit(arguments)),
        hit -> {
          String page = hit.at().report();
          ObjectNode item =
              StoreJson.hit(hit, desk.store().read(view -> view.storyOf(page)).orElse(null));
          desk.store().read(view -> view.current(page)).ifPresent(one -> told(item, hit, one));
          return item;
        });
  }

  private static void told(ObjectNode item, Hit hit, StoredReport stored) {
    Span span = hit.at().span();
    String body = stored.report().body();
    item.put("outlet", stored.report().outlet().orElse(null));
    item.put("headline", stored.report().headline().orElse(null));
    item.put("words", span.end() <= body.length() ? span.in(body) : "");
  }

  private ObjectNode recordDecision(JsonNode arguments, Caller caller) {
    caller.needs(Role.EDITOR);
    String kind = text(arguments, "kind");
    String a = text(arguments, "a");
    String b = text(arguments, "b");
    ObjectNode answer = StoreJson.object();
    if (!arguments.path("confirmed").asBoolean(false)) {
      return answer
          .put("recorded", false)
          .put(
              "question",
              "Shall this be kept: "
                  + kind
                  + ", "
                  + a
                  + ", "
                  + b
                  + "? It changes the stories of this store and can be undone.");
    }
    KeptDecision made = new Changes(desk).decide(caller, kind, a, b);
    answer.put("recorded", true);
    answer.set("decision", StoreJson.decision(made));
    return answer;
  }
}
