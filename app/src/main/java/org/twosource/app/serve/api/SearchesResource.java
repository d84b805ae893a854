package org.twosource.app.serve.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.http.Context;
import java.util.List;
import org.twosource.app.json.StoreJson;
import org.twosource.app.search.Hit;
import org.twosource.app.serve.Desk;
import org.twosource.app.serve.Problem;
import org.twosource.app.serve.Route;
import org.twosource.app.serve.page.Parameters;
import org.twosource.app.store.Store;

/** {@code /api/v1/search}. */
public final class SearchesResource {
  private static final int MOST_HITS = 10_000;

  private final Desk desk;

  public SearchesResource(Desk desk) {
    this.desk = desk;
  }

  public List<Route> routes() {
    return List.of(Route.get("/api/v1/search", this::search));
  }

  /** The hits, or a problem that shows where the query is wrong. */
  static List<Hit> search(Desk desk, String query, int most) {
    try {
      return desk.index().search(query, most);
    } catch (IllegalArgumentException wrong) {
      throw Problem.invalid(String.valueOf(wrong.getMessage()));
    }
  }

  private void search(Context context) {
    String query = Parameters.text(context, "q");
    if (query.isEmpty()) {
      throw Problem.invalid("q is missing: what shall be found?");
    }
    int from = (int) Cursor.number("search " + query, Answers.cursor(context));
    int most = Math.min(MOST_HITS, from + Answers.limit(context) + 1);
    List<ObjectNode> hits =
        search(desk, query, most).stream()
            .map(
                hit ->
                    StoreJson.hit(
                        hit,
                        desk.store().read(view -> view.storyOf(hit.at().report())).orElse(null)))
            .toList();
    Answers.pages(context, "search " + query, hits, desk.store().read(Store.View::lastReceipt));
  }
}
