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
        new Form("prov", "prov.jsonld", new ProvOutput()),
        new Form("claims", "claims.jsonld", new ClaimOutput()),
        new Form("atom", "atom", new AtomOutput()));
  }

  public static Optional<Form> find(String name) {
    return standard().stream().filter(form -> form.name().equals(name)).findFirst();
  }

  public static List<String> names() {
    return standard().stream().map(Form::name).toList();
  }

  /** Of a list whose items rest on no words, the forms that are not about those. */
  public static List<String> namesWithoutWords() {
    return names().stream()
        .filter(name -> !List.of("annotations", "prov", "claims").contains(name))
        .toList();
  }
}
