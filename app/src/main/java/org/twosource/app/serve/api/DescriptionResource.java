package org.twosource.app.serve.api;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.twosource.app.serve.Route;

/** {@code /openapi.yaml} and the schema that it names. */
public final class DescriptionResource {
  private static final String DESCRIPTION = "openapi.yaml";
  private static final String SCHEMA = "result.schema.json";

  public List<Route> routes() {
    String description = text(DESCRIPTION);
    String schema = text(SCHEMA);
    return List.of(
        Route.get(
            "/" + DESCRIPTION,
            context -> context.contentType("application/yaml").result(description)),
        Route.get(
            "/" + SCHEMA,
            context -> context.contentType("application/schema+json").result(schema)));
  }

  private static String text(String name) {
    try (InputStream stream = DescriptionResource.class.getResourceAsStream(name)) {
      return new String(
          Objects.requireNonNull(stream, name).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException failure) {
      throw new UncheckedIOException(name, failure);
    }
  }
}
