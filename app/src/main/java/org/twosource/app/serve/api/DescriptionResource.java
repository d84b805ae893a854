package org.twosource.app.serve.api;

import java.util.List;
import org.twosource.app.serve.FixedText;
import org.twosource.app.serve.Route;

/** {@code /openapi.yaml} and the schema that it names. */
public final class DescriptionResource {
  public List<Route> routes() {
    return List.of(
        route("openapi.yaml", "application/yaml"),
        route("result.schema.json", "application/schema+json"));
  }

  private static Route route(String name, String type) {
    return FixedText.at("/" + name, type, FixedText.beside(DescriptionResource.class, name));
  }
}
