package org.twosource.app.serve;

import io.javalin.http.Context;
import java.util.List;

/** Whether the desk lives, and whether it can answer. */
final class HealthResource {
  private final Desk desk;

  HealthResource(Desk desk) {
    this.desk = desk;
  }

  List<Route> routes() {
    return List.of(
        Route.get("/healthz", context -> context.contentType("text/plain").result("ok\n")).open(),
        Route.get("/readyz", this::ready));
  }

  private void ready(Context context) {
    long seq = desk.store().read(view -> view.lastReceipt());
    context
        .contentType("text/plain")
        .result(
            "ready, "
                + (desk.writer().isPresent() ? "reads and writes" : "reads only")
                + ", seq "
                + seq
                + "\n");
  }
}
