package org.twosource.app.serve;

import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import io.javalin.http.Handler;
import io.javalin.http.HttpResponseException;
import io.javalin.util.JavalinException;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.eclipse.jetty.http.UriCompliance;
import org.twosource.app.serve.api.MetricsResource;
import org.twosource.app.serve.page.Pages;
import org.twosource.app.store.StoreException;
import org.twosource.app.store.StorePlace;

/** The desk of one store on one port. Opened by one thread; any may close it. */
public final class DeskServer implements AutoCloseable {
  private static final long STOP_MILLIS = 1_000;

  private final AtomicBoolean closing = new AtomicBoolean();
  private final Desk desk;
  private final MetricsResource metrics;
  private final Pages pages;
  private final List<Route> routes;
  private final Javalin javalin;

  private DeskServer(StorePlace place, DeskOptions options) {
    this.desk = Desk.open(place, options);
    this.metrics = new MetricsResource(desk);
    this.pages = new Pages(desk);
    this.routes = Routes.of(desk, pages, metrics, closing);
    this.javalin = Javalin.create(config -> configure(config, options));
  }

  /** Opens the store and listens; when this returns, pages are served. */
  public static DeskServer open(StorePlace place, DeskOptions options) {
    DeskServer server = new DeskServer(place, options);
    try {
      server.javalin.start();
      return server;
    } catch (RuntimeException failure) {
      server.desk.close();
      throw failure;
    }
  }

  private void configure(JavalinConfig config, DeskOptions options) {
    config.startup.showJavalinBanner = false;
    config.startup.startupWatcherEnabled = false;
    config.startup.showOldJavalinVersionWarning = false;
    config.concurrency.useVirtualThreads = true;
    config.http.maxRequestSize = options.limits().bodyBytes();
    config.http.prefer405over404 = true;
    config.router.treatMultipleSlashesAsSingleSlash = false;
    config.jetty.host = options.address();
    config.jetty.port = options.port();
    config.jetty.modifyHttpConfiguration(
        http -> {
          http.setSendServerVersion(false);
          http.setSendXPoweredBy(false);
          // ids of reports may have a slash or a percent sign in them
          http.setUriCompliance(
              UriCompliance.DEFAULT.with(
                  "ids",
                  UriCompliance.Violation.AMBIGUOUS_PATH_SEPARATOR,
                  UriCompliance.Violation.AMBIGUOUS_PATH_ENCODING));
        });
    config.jetty.multipartConfig.maxFileSize(
        options.limits().bodyBytes(), io.javalin.config.SizeUnit.BYTES);
    config.jetty.multipartConfig.maxTotalRequestSize(
        options.limits().bodyBytes(), io.javalin.config.SizeUnit.BYTES);
    config.jetty.modifyServletContextHandler(
        context -> context.getServletHandler().setDecodeAmbiguousURIs(true));
    config.jetty.modifyServer(
        server -> {
          server.setHandler(new Gate(options.hosts(), desk.callers()));
          server.setStopTimeout(STOP_MILLIS);
          server.setStopAtShutdown(false);
        });
    routes.forEach(
        route -> config.routes.addHttpHandler(route.method(), route.path(), timed(route)));
    config.routes.exception(Problem.class, (problem, context) -> answer(context, problem));
    config.routes.exception(
        HttpResponseException.class, (failure, context) -> answer(context, problem(failure)));
    config.routes.exception(
        StoreException.class,
        (failure, context) -> answer(context, Problem.busy(String.valueOf(failure.getMessage()))));
    config.routes.exception(Exception.class, (failure, context) -> answer(context, failure));
  }

  /** The handler, with how long it took taken down. */
  private Handler timed(Route route) {
    return context -> {
      long began = System.nanoTime();
      int status = 500;
      try {
        route.role().ifPresent(role -> Caller.of(context).needs(role));
        route.handler().handle(context);
        status = context.statusCode();
      } catch (Problem problem) {
        status = problem.status();
        throw problem;
      } finally {
        metrics.observe(route.method().name(), route.path(), status, System.nanoTime() - began);
      }
    };
  }

  private static Problem problem(HttpResponseException failure) {
    return switch (failure.getStatus()) {
      case 404 -> Problem.notFound("there is nothing at this address");
      case 405 ->
          new Problem(Problem.Kind.METHOD_NOT_ALLOWED, "this address is asked in another way");
      case 413 ->
          new Problem(
              Problem.Kind.TOO_LARGE,
              "the request is longer than this desk takes; --body-bytes moves the limit");
      default -> Problem.invalid(String.valueOf(failure.getMessage()));
    };
  }

  /** A fault of ours. */
  private void answer(Context context, Exception failure) {
    System.err.println("twosource: a fault of the program at " + context.path());
    failure.printStackTrace();
    answer(context, new Problem(Problem.Kind.FAULT, "please report it: " + failure.getClass()));
  }

  private void answer(Context context, Problem problem) {
    context.status(problem.status());
    problem.headers().forEach(context::header);
    if (wantsPage(context)) {
      pages.problem(context, problem);
    } else {
      context.result(problem.json()).contentType(Problem.MEDIA_TYPE);
    }
  }

  private static boolean wantsPage(Context context) {
    String accept = context.header("Accept");
    return !context.path().startsWith("/api/") && accept != null && accept.contains("text/html");
  }

  public int port() {
    return javalin.port();
  }

  public List<Route> routes() {
    return routes;
  }

  public Desk desk() {
    return desk;
  }

  @Override
  public void close() {
    closing.set(true);
    try {
      javalin.stop();
    } catch (JavalinException late) {
      // a request that did not end in time is cut off; what it wrote is durable or was not told
    } finally {
      desk.close();
    }
  }
}
