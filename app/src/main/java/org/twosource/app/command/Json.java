package org.twosource.app.command;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** The answers of the commands of a store, as JSON. */
public final class Json {
  private static final ObjectMapper MAPPER =
      new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

  private Json() {}

  public static ObjectNode object() {
    return MAPPER.createObjectNode();
  }

  public static void write(String target, JsonNode node) throws IOException {
    Destination.write(
        target,
        out ->
            out.write((MAPPER.writeValueAsString(node) + "\n").getBytes(StandardCharsets.UTF_8)));
  }

  /** One line, without line breaks. */
  public static String line(JsonNode node) {
    return node.toString();
  }
}
