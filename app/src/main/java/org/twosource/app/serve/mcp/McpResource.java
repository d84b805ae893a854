package org.twosource.app.serve.mcp;

import io.javalin.http.Context;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.twosource.app.serve.Caller;
import org.twosource.app.serve.Desk;
import org.twosource.app.serve.Problem;
import org.twosource.app.serve.Route;
import org.twosource.app.user.Role;

/** {@code /mcp}: the protocol over HTTP, a message and its answer at a time. */
public final class McpResource {
  private final McpServer server;

  public McpResource(Desk desk) {
    this.server = new McpServer(desk);
  }

  public List<Route> routes() {
    return List.of(Route.post("/mcp", this::message).by(Role.READER));
  }

  private void message(Context context) {
    String type = context.contentType();
    if (type == null || !type.startsWith("application/json")) {
      throw new Problem(Problem.Kind.UNKNOWN_FORMAT, "this address takes application/json");
    }
    Optional<String> answer =
        server.answer(
            new String(context.bodyAsBytes(), StandardCharsets.UTF_8), Caller.of(context));
    if (answer.isPresent()) {
      context.contentType("application/json").result(answer.get());
    } else {
      context.status(202);
    }
  }
}
