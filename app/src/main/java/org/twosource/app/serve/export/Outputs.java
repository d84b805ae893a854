package org.twosource.app.serve.export;

import java.util.List;
import java.util.Optional;

/** All forms in which a listing is saved, by hand, so that a search finds them. */
public final class Outputs {
  private Outputs() {}

  /**
   * One of them.
   *
   * @param name as addresses have it
   * @param ending of the file
   */
  public record Form(String name, String ending, Output output) {}

  public static List<Form> standard() {
    return List.of(
        new Form("csv", "csv", new CsvOutput()),
        new Form("json", "json", new JsonOutput()),
        new Form("markdown", "md", new MarkdownOutput()),
        new Form("html", "html", new HtmlOutput()),
        new Form("annotations", "jsonld", new AnnotationOutput()),
        new Form("atom", "atom", new AtomOutput()));
  }

  public static Optional<Form> find(String name) {
    return standard().stream().filter(form -> form.name().equals(name)).findFirst();
  }

  /** As pages list them. */
  public static List<String> names() {
    return standard().stream().map(Form::name).toList();
  }
}
