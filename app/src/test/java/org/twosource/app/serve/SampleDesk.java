package org.twosource.app.serve;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.twosource.Progress;
import org.twosource.app.desk.Importer;
import org.twosource.app.desk.StoryService;
import org.twosource.app.fetch.Fetcher;
import org.twosource.app.store.StorePlace;
import org.twosource.report.InputReader;
import org.twosource.report.Limits;

/**
 * The real server on a real port, over the store of one story; opened once for all tests that only
 * read, since its analysis takes seconds.
 */
final class SampleDesk {
  static final String STORY = "s-01-coast-wire";
  static final String STORY_PAGE = "/stories/" + STORY;

  /** One address of each kind of page. */
  static final List<String> PAGES =
      List.of(
          "/",
          STORY_PAGE,
          STORY_PAGE + "/claims/c1",
          STORY_PAGE + "/reports",
          STORY_PAGE + "/outlets",
          "/reports/05-selwyn-signal?at=100-160",
          "/compare?report=01-coast-wire&report=04-world-now-24",
          "/search?q=harbour",
          "/search",
          "/inbox",
          "/watches?q=harbour",
          "/check",
          "/entities",
          "/decisions",
          "/sources",
          "/status",
          "/add",
          "/problems",
          "/sign-in",
          "/nothing");

  private static final Path SAMPLE = Path.of("..", "samples", "harbour");
  private static @Nullable DeskServer open;

  private SampleDesk() {}

  static synchronized DeskServer open() throws IOException {
    if (open == null) {
      Path folder = Files.createTempDirectory("twosource-desk");
      fill(folder);
      DeskServer server = DeskServer.open(StorePlace.in(folder), options());
      Runtime.getRuntime().addShutdownHook(new Thread(server::close));
      open = server;
    }
    return open;
  }

  /** Puts the sample into a store. */
  static void fill(Path folder) {
    fill(StorePlace.in(folder));
  }

  /** The same, wherever the store is. */
  static void fill(StorePlace place) {
    try (StoryService service = StoryService.open(place)) {
      Importer importer = new Importer(service, one -> {});
      new InputReader(Limits.standard()).read(List.of(SAMPLE), importer);
      importer.finish();
      service.place(Progress.NONE);
    }
  }

  /** Pages that wait until an analysis has ended. */
  static DeskOptions options() {
    Duration patience = Duration.ofMinutes(4);
    Supplier<Fetcher> none =
        () -> {
          throw new IllegalStateException("no test of the desk fetches");
        };
    return DeskOptions.onThisMachine(none)
        .withLimits(
            new DeskOptions.DeskLimits(1 << 20, 32 << 20, patience, patience, 20_000, 6, 4));
  }
}
