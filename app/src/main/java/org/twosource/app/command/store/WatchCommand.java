package org.twosource.app.command.store;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.twosource.app.command.ExitStatus;
import org.twosource.app.command.FetchOptions;
import org.twosource.app.command.JsonOption;
import org.twosource.app.command.SettlingOptions;
import org.twosource.app.command.StopSignal;
import org.twosource.app.command.StoreOption;
import org.twosource.app.command.Usage;
import org.twosource.app.desk.StoryService;
import org.twosource.app.feed.Feed;
import org.twosource.app.feed.FeedList;
import org.twosource.app.feed.Schedule;
import org.twosource.app.feed.Sources;
import org.twosource.app.feed.WatchMetrics;
import org.twosource.app.feed.Watcher;
import org.twosource.app.fetch.Fetcher;
import org.twosource.app.fetch.WebAddress;
import org.twosource.app.metrics.MetricsServer;
import org.twosource.app.store.Outcome;
import org.twosource.app.watch.CourierThread;
import org.twosource.report.InputReader;
import org.twosource.report.Limits;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code twosource watch}: polls feeds into the store. */
@Command(
    name = "watch",
    description =
        "Polls feeds and keeps what is new in a store, until it is stopped. Robots files, and what"
            + " servers say of when to come back, are heeded.",
    mixinStandardHelpOptions = true)
public final class WatchCommand implements Callable<Integer> {
  @Spec @Nullable CommandSpec spec;
  @Mixin StoreOption store = new StoreOption();
  @Mixin FetchOptions fetching = new FetchOptions();
  @Mixin SettlingOptions settling = new SettlingOptions();

  @Parameters(
      arity = "0..*",
      paramLabel = "SOURCES",
      description =
          "Lists of feeds (OPML, or an address a line), or addresses. Remembered by the store; without"
              + " any, those of last time are polled.")
  List<String> named = List.of();

  @Option(names = "--once", description = "Ask every feed once, and end.")
  boolean once;

  @Option(
      names = "--every",
      paramLabel = "MINUTES",
      description = "How long a feed is left alone after an answer (default: ${DEFAULT-VALUE}).",
      defaultValue = "15")
  int everyMinutes = 15;

  @Mixin JsonOption json = new JsonOption();

  @Option(
      names = "--log",
      paramLabel = "FORM",
      description =
          "How events are told: words (default: ${DEFAULT-VALUE}), or json: an object a line, all on"
              + " standard error.",
      defaultValue = "words")
  LogForm log = LogForm.WORDS;

  /** How events are told. */
  enum LogForm {
    WORDS,
    JSON
  }

  @Option(
      names = "--metrics",
      paramLabel = "PORT",
      description =
          "Answer /metrics for Prometheus on this port of 127.0.0.1; 0 takes one that is free.")
  @Nullable Integer metricsPort;

  @Option(names = "--quiet", description = "Print nothing but the last line and errors.")
  boolean quiet;

  @Override
  @SuppressWarnings("try") // the courier tells channels by itself
  public Integer call() throws IOException {
    if (everyMinutes < 1 || everyMinutes > 7 * 24 * 60) {
      throw Usage.wrong(spec, "--every takes 1 to 10080 minutes, not " + everyMinutes);
    }
    List<Feed> feeds = new ArrayList<>(named.isEmpty() ? List.of() : feeds());
    fetching.limits();
    settling.times();
    try (StopSignal signal = new StopSignal();
        StoryService service = store.write();
        CourierThread telling = new CourierThread(service.store());
        Fetcher fetcher = fetching.open()) {
      if (named.isEmpty()) {
        feeds.addAll(Sources.of(service.store()));
      } else if (!feeds.isEmpty()) {
        Sources.remember(service, "", feeds);
      }
      if (feeds.isEmpty()) {
        say("there is no feed to poll; name a list of them");
        return ExitStatus.NOTHING_READ;
      }
      WatchMetrics metrics = new WatchMetrics(feeds.size());
      Watcher watcher =
          new Watcher(
              service,
              settling.times(),
              fetcher,
              new InputReader(Limits.standard()),
              new Schedule(Duration.ofMinutes(everyMinutes), feeds.size()),
              List.of(log(), metrics),
              Clock.systemUTC());
      signal.heed(watcher::stop);
      try (Closeable metricsServer = serve(metrics)) {
        if (once) {
          watcher.once(feeds);
        } else {
          watcher.run(feeds);
        }
      }
      tell(watcher.counts());
      return ExitStatus.READ;
    }
  }

  private List<Feed> feeds() throws IOException {
    List<Feed> feeds = new ArrayList<>();
    for (String name : named) {
      if (WebAddress.isMeant(name)) {
        feeds.add(
            new Feed(
                WebAddress.parse(name)
                    .orElseThrow(
                        () -> Usage.wrong(spec, "not an address that can be asked for: " + name)),
                Optional.empty()));
      } else {
        FeedList list = list(name);
        list.wrong().forEach(bad -> say(bad.source() + ": " + bad.reason()));
        feeds.addAll(list.feeds());
      }
    }
    return feeds.stream().distinct().toList();
  }

  private FeedList list(String name) {
    try (InputStream in = Files.newInputStream(Path.of(name))) {
      return FeedList.read(in.readNBytes(FeedList.MAX_BYTES), name);
    } catch (IOException unreadable) {
      throw Usage.wrong(spec, "cannot read the list " + unreadable.getMessage());
    }
  }

  private void tell(Map<Outcome, Long> counts) throws IOException {
    String line = ImportCommand.line(counts);
    json.write(ImportCommand.object(counts));
    if (json.isOnStandardOutput()) {
      say(line);
    } else {
      System.out.println(line);
    }
  }

  private void say(String text) {
    log().trouble(text);
  }

  private WatchLog log() {
    CommandLine line = java.util.Objects.requireNonNull(spec).commandLine();
    return switch (log) {
      case WORDS ->
          new WatchLog.Words(
              line.getOut(), line.getErr(), quiet || json.isOnStandardOutput(), Clock.systemUTC());
      case JSON -> new WatchLog.Lines(line.getErr(), Clock.systemUTC());
    };
  }

  /** Opens the door for Prometheus, where one is asked for. */
  private Closeable serve(WatchMetrics metrics) {
    if (metricsPort == null) {
      return () -> {};
    }
    try {
      MetricsServer server = new MetricsServer(metricsPort, metrics::exposition);
      say("numbers for Prometheus: http://127.0.0.1:" + server.port() + "/metrics");
      return server::close;
    } catch (IOException | IllegalArgumentException taken) {
      throw Usage.wrong(
          spec,
          "--metrics: no door can be opened on port " + metricsPort + ": " + taken.getMessage());
    }
  }
}
