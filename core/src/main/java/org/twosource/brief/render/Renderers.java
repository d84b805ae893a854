package org.twosource.brief.render;

import java.util.List;
import java.util.Optional;

/** All outputs that go to a file, by hand, so that a search finds them. */
public final class Renderers {

  /**
   * One output.
   *
   * @param name as a user asks for it
   * @param fileName what it is called in an output folder
   */
  public record Output(String name, String fileName, Renderer renderer) {}

  private Renderers() {}

  public static List<Output> standard() {
    return List.of(
        new Output("json", "result.json", new JsonRenderer()),
        new Output("html", "index.html", new HtmlRenderer()),
        new Output("markdown", "account.md", new MarkdownRenderer()),
        new Output("annotations", "annotations.jsonld", new WebAnnotationRenderer()),
        new Output("prov", "lineage.prov.jsonld", new ProvRenderer()),
        new Output("claims", "claims.jsonld", new SchemaOrgClaimRenderer()),
        new Output("events", "events.csv", new EventCsvRenderer()));
  }

  public static Optional<Output> find(String name) {
    return standard().stream().filter(output -> output.name().equals(name)).findFirst();
  }
}
