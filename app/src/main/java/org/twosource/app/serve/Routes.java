package org.twosource.app.serve;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.twosource.app.serve.api.DecisionsResource;
import org.twosource.app.serve.api.DescriptionResource;
import org.twosource.app.serve.api.EventsResource;
import org.twosource.app.serve.api.MetricsResource;
import org.twosource.app.serve.api.ReportsResource;
import org.twosource.app.serve.api.SearchesResource;
import org.twosource.app.serve.api.SourcesResource;
import org.twosource.app.serve.api.StoriesResource;
import org.twosource.app.serve.api.TextsResource;
import org.twosource.app.serve.api.WatchesResource;
import org.twosource.app.serve.mcp.McpResource;
import org.twosource.app.serve.page.ArrivalResource;
import org.twosource.app.serve.page.CompareResource;
import org.twosource.app.serve.page.DecisionResource;
import org.twosource.app.serve.page.DraftResource;
import org.twosource.app.serve.page.EntityResource;
import org.twosource.app.serve.page.Pages;
import org.twosource.app.serve.page.ProblemsResource;
import org.twosource.app.serve.page.ReportResource;
import org.twosource.app.serve.page.SaveResource;
import org.twosource.app.serve.page.SearchResource;
import org.twosource.app.serve.page.SignInResource;
import org.twosource.app.serve.page.SourceResource;
import org.twosource.app.serve.page.StatusResource;
import org.twosource.app.serve.page.StoryResource;
import org.twosource.app.serve.page.TodayResource;
import org.twosource.app.serve.page.WatchResource;

/** All addresses of the desk, by hand, so that a search finds them. */
final class Routes {
  private Routes() {}

  static List<Route> of(Desk desk, Pages pages, MetricsResource metrics, AtomicBoolean closing) {
    List<Route> routes = new ArrayList<>();
    routes.addAll(new SignInResource(desk, pages).routes());
    routes.addAll(new TodayResource(desk, pages).routes());
    routes.addAll(new StoryResource(desk, pages).routes());
    routes.addAll(new ReportResource(desk, pages).routes());
    routes.addAll(new SearchResource(desk, pages).routes());
    routes.addAll(new ProblemsResource(pages).routes());
    routes.addAll(new ArrivalResource(desk, pages).routes());
    routes.addAll(new CompareResource(desk, pages).routes());
    routes.addAll(new DecisionResource(desk, pages).routes());
    routes.addAll(new DraftResource(desk, pages).routes());
    routes.addAll(new EntityResource(desk, pages).routes());
    routes.addAll(new SourceResource(desk, pages).routes());
    routes.addAll(new SaveResource(desk).routes());
    routes.addAll(new StatusResource(desk, pages).routes());
    routes.addAll(new WatchResource(desk, pages).routes());
    routes.addAll(new StoriesResource(desk).routes());
    routes.addAll(new ReportsResource(desk).routes());
    routes.addAll(new SearchesResource(desk).routes());
    routes.addAll(new TextsResource(desk).routes());
    routes.addAll(new WatchesResource(desk).routes());
    routes.addAll(new DecisionsResource(desk).routes());
    routes.addAll(new SourcesResource(desk).routes());
    routes.addAll(new EventsResource(desk, closing).routes());
    routes.addAll(new DescriptionResource().routes());
    routes.addAll(metrics.routes());
    routes.addAll(new McpResource(desk).routes());
    routes.addAll(new AssetResource().routes());
    routes.addAll(new HealthResource(desk).routes());
    return List.copyOf(routes);
  }
}
