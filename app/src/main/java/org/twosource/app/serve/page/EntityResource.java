package org.twosource.app.serve.page;

import com.fasterxml.jackson.databind.JsonNode;
import io.javalin.http.Context;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import org.twosource.app.serve.Desk;
import org.twosource.app.serve.Route;
import org.twosource.app.serve.StoryJson;
import org.twosource.app.serve.page.Shown.Cite;
import org.twosource.app.store.Store;
import org.twosource.app.store.StoredStory;

/** {@code /entities}: who and what the analysed stories speak of, and what they are quoted with. */
public final class EntityResource {
  private static final int NAMES = 300;
  private static final int STORIES = 200;

  private final Desk desk;
  private final Pages pages;

  public EntityResource(Desk desk, Pages pages) {
    this.desk = desk;
    this.pages = pages;
  }

  public List<Route> routes() {
    return List.of(Route.get("/entities", this::list), Route.get("/entities/{name}", this::one));
  }

  /** A name in the list. */
  public record Named(String name, String type, String href, int stories, int mentions) {}

  /** What one story has of a name. */
  public record InStory(
      TodayResource.Row story, List<String> roles, List<String> spellings, List<Said> said) {}

  /** Words of a name. */
  public record Said(String words, Cite cite) {}

  /** The stories that were analysed, the ones that changed last first. */
  private Map<StoredStory, StoryJson> analysed() {
    Map<StoredStory, StoryJson> analysed = new LinkedHashMap<>();
    desk.store().read(Store.View::stories).stream()
        .sorted(Comparator.comparingLong((StoredStory story) -> -story.changed()))
        .limit(STORIES)
        .forEach(story -> desk.accounts().kept(story).ifPresent(one -> analysed.put(story, one)));
    return analysed;
  }

  private void list(Context context) {
    Map<String, Named> byName = new TreeMap<>();
    Map<StoredStory, StoryJson> analysed = analysed();
    for (StoryJson account : analysed.values()) {
      Map<String, Integer> mentions = account.mentions();
      for (JsonNode entity : account.document().path("entities")) {
        String name = entity.path("name").asText();
        int count = mentions.getOrDefault(entity.path("id").asText(), 0);
        byName.merge(
            name,
            new Named(
                Shown.line(name, 80),
                entity.path("type").asText(),
                "/entities/" + Links.escaped(name),
                1,
                count),
            (a, b) ->
                new Named(
                    a.name(), a.type(), a.href(), a.stories() + 1, a.mentions() + b.mentions()));
      }
    }
    List<Named> names =
        byName.values().stream()
            .sorted(
                Comparator.comparingInt((Named one) -> -one.mentions()).thenComparing(Named::name))
            .limit(NAMES)
            .toList();
    pages.show(
        context,
        "entities",
        "Names",
        Map.of("names", names, "analysed", analysed.size(), "more", byName.size() - names.size()));
  }

  private void one(Context context) {
    String name = context.pathParam("name");
    List<InStory> stories = new ArrayList<>();
    String type = "";
    for (Map.Entry<StoredStory, StoryJson> one : analysed().entrySet()) {
      StoryJson account = one.getValue();
      for (JsonNode entity : account.document().path("entities")) {
        if (entity.path("name").asText().equals(name)) {
          type = entity.path("type").asText();
          stories.add(
              new InStory(
                  TodayResource.Row.of(one.getKey()),
                  texts(entity.path("roles")),
                  texts(entity.path("aliases")),
                  said(account, entity.path("id").asText())));
        }
      }
    }
    Optional<String> none = stories.isEmpty() ? Optional.of(name) : Optional.empty();
    none.ifPresent(
        missing -> {
          throw org.twosource.app.serve.Problem.notFound(
              "no story that was analysed speaks of " + missing);
        });
    pages.show(
        context,
        "entity",
        Shown.line(name, 80),
        Map.of(
            "heading",
            Shown.line(name, 120),
            "type",
            type,
            "search",
            Links.search("\"" + name.replace("\"", "") + "\""),
            "stories",
            stories,
            "name",
            name,
            "others",
            others(name, type)));
  }

  /** The other names of that type, one of which may be another name of this one. */
  private List<String> others(String name, String type) {
    TreeSet<String> others = new TreeSet<>();
    for (StoryJson account : analysed().values()) {
      for (JsonNode entity : account.document().path("entities")) {
        if (entity.path("type").asText().equals(type)) {
          others.add(entity.path("name").asText());
        }
      }
    }
    others.remove(name);
    return others.stream().limit(NAMES).toList();
  }

  private static List<String> texts(JsonNode list) {
    List<String> texts = new ArrayList<>();
    list.forEach(one -> texts.add(Shown.line(one.asText(), 120)));
    return texts;
  }

  private static List<Said> said(StoryJson account, String entity) {
    List<Said> said = new ArrayList<>();
    StoryShown shown = new StoryShown(account);
    for (JsonNode quotation : account.list("quotations")) {
      if (quotation.path("speaker").asText("").equals(entity)
          && quotation.path("wordings").size() > 0) {
        said.add(
            new Said(
                Shown.line(quotation.path("best").asText(), 500),
                shown.cite(quotation.path("wordings").path(0))));
      }
    }
    return said;
  }
}
