package org.twosource.app.serve.page;

import java.util.List;
import java.util.Map;
import org.twosource.app.serve.Problem;
import org.twosource.app.serve.Route;

/** {@code /problems}: where the types of problems lead. */
public final class ProblemsResource {
  private final Pages pages;

  public ProblemsResource(Pages pages) {
    this.pages = pages;
  }

  public List<Route> routes() {
    return List.of(
        Route.get(
            "/problems",
            context ->
                pages.show(
                    context, "problems", "Problems", Map.of("kinds", Problem.Kind.values()))));
  }
}
