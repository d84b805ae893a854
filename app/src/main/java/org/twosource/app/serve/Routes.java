package org.twosource.app.serve;

import java.util.ArrayList;
import java.util.List;
import org.twosource.app.serve.page.Pages;
import org.twosource.app.serve.page.ReportResource;
import org.twosource.app.serve.page.SearchResource;
import org.twosource.app.serve.page.StoryResource;
import org.twosource.app.serve.page.TodayResource;

/** All addresses of the desk, by hand, so that a search finds them. */
final class Routes {
  private Routes() {}

  static List<Route> of(Desk desk, Pages pages) {
    List<Route> routes = new ArrayList<>();
    routes.addAll(new TodayResource(desk, pages).routes());
    routes.addAll(new StoryResource(desk, pages).routes());
    routes.addAll(new ReportResource(desk, pages).routes());
    routes.addAll(new SearchResource(desk, pages).routes());
    routes.addAll(new AssetResource().routes());
    routes.addAll(new HealthResource(desk).routes());
    return List.copyOf(routes);
  }
}
