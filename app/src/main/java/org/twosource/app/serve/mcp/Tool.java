package org.twosource.app.serve.mcp;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.twosource.app.serve.Caller;

/**
 * Something an assistant can ask for.
 *
 * @param reads whether it leaves the store as it is
 * @param input JSON Schema of its arguments
 * @param output JSON Schema of its answer
 */
record Tool(
    String name, String description, boolean reads, JsonNode input, JsonNode output, Work work) {

  /** What it does; a {@link org.twosource.app.serve.Problem} becomes an error it can read. */
  interface Work {
    ObjectNode with(JsonNode arguments, Caller caller);
  }
}
