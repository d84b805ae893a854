package org.twosource.app.serve.page;

import io.javalin.http.Context;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.twosource.app.desk.NamesOfStory;
import org.twosource.app.serve.AllNames;
import org.twosource.app.serve.Desk;
import org.twosource.app.serve.Problem;
import org.twosource.app.serve.Route;
import org.twosource.app.serve.page.Shown.Cite;
import org.twosource.app.store.StoredStory;
import org.twosource.report.Span;

/** {@code /entities}: who and what the analysed stories speak of, and what they are quoted with. */
public final class EntityResource {
  private static final int NAMES = 300;
  private static final int STORIES = 60;

  /** Quotations of a story that are shown at once. */
  private static final int QUOTATIONS = 8;

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

  /**
   * What one story has of a name.
   *
   * @param saidToo the quotations that are folded
   */
  public record InStory(
      TodayResource.Row story,
      List<String> roles,
      List<String> spellings,
      List<Said> said,
      List<Said> saidToo) {}

  /** Words of a name. */
  public record Said(String words, Cite cite) {}

  private void list(Context context) {
    AllNames all = desk.accounts().names();
    List<Named> names =
        all.listed().stream()
            .limit(NAMES)
            .map(
                one ->
                    new Named(
                        Shown.line(one.name(), 80),
                        kind(one.type()),
                        "/entities/" + Links.escaped(one.name()),
                        one.stories(),
                        one.mentions()))
            .toList();
    pages.show(
        context,
        "entities",
        "Names",
        Map.of(
            "names", names, "analysed", all.stories(), "more", all.listed().size() - names.size()));
  }

  private void one(Context context) {
    String name = context.pathParam("name");
    AllNames all = desk.accounts().names();
    List<InStory> stories = new ArrayList<>();
    for (AllNames.InStory one : all.of(name)) {
      desk.store()
          .read(view -> view.story(one.story()))
          .ifPresent(story -> stories.add(inStory(story, one.name())));
    }
    if (stories.isEmpty()) {
      throw Problem.notFound("no story that was analysed speaks of " + name);
    }
    String type = all.of(name).getFirst().name().type();
    pages.show(
        context,
        "entity",
        Shown.line(name, 80),
        Map.of(
            "heading",
            Shown.line(name, 120),
            "type",
            kind(type),
            "search",
            Links.search("\"" + name.replace("\"", "") + "\""),
            "stories",
            stories.subList(0, Math.min(STORIES, stories.size())),
            "more",
            Math.max(0, stories.size() - STORIES),
            "name",
            name,
            "others",
            others(all, name, type)));
  }

  /** What a name is of, as the pages spell it. */
  private static String kind(String type) {
    return type.equals("organization") ? "organisation" : type;
  }

  /** The other names of that type, one of which may be another name of this one. */
  private static List<String> others(AllNames all, String name, String type) {
    return all.listed().stream()
        .filter(one -> one.type().equals(type) && !one.name().equals(name))
        .map(AllNames.Listed::name)
        .limit(NAMES)
        .sorted()
        .toList();
  }

  private InStory inStory(StoredStory story, NamesOfStory.Name name) {
    List<Said> said = name.said().stream().flatMap(one -> said(one).stream()).toList();
    int shown = Math.min(QUOTATIONS, said.size());
    return new InStory(
        TodayResource.Row.of(desk.accounts().names().asAnalysed(story)),
        lines(name.roles()),
        lines(name.spellings()),
        said.subList(0, shown),
        said.subList(shown, said.size()));
  }

  private static List<String> lines(List<String> texts) {
    return texts.stream().map(text -> Shown.line(text, 120)).toList();
  }

  /** The words with their place, where they are still there. */
  private Optional<Said> said(NamesOfStory.Said said) {
    Span span = new Span(said.start(), said.end());
    return desk.store()
        .read(view -> view.current(said.report()))
        .filter(stored -> span.end() <= stored.report().body().length())
        .filter(stored -> span.in(stored.report().body()).equals(said.cited()))
        .map(
            stored ->
                new Said(
                    Shown.line(said.words(), 500),
                    new Cite(
                        desk.accounts().names().nameOf(stored),
                        Links.at(said.report(), span),
                        Shown.line(said.cited(), 400))));
  }
}
