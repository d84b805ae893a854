package org.twosource.app;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.twosource.Models;
import org.twosource.app.fetch.Fetcher;
import org.twosource.app.serve.DeskOptions;
import org.twosource.app.serve.DeskServer;
import org.twosource.app.store.StorePlace;

/**
 * What the launcher has run once after the program was built: a sample is read, and a desk is
 * opened over it and looked at, so that the Java machine can keep what later starts load. Writes
 * into the folder that it is given, and opens a port of this machine for a moment.
 */
public final class Rehearsal {
  private static final Duration PATIENCE = Duration.ofMinutes(2);
  private static final int ROUNDS = 20;
  private static final Pattern STORY = Pattern.compile("href=\"(/stories/[^\"/#]+)\"");
  private static final List<String> PAGES =
      List.of(
          "/",
          "/search?q=harbour",
          "/inbox",
          "/watches",
          "/entities",
          "/decisions",
          "/sources",
          "/status",
          "/check",
          "/assets/desk.css",
          "/assets/desk.js",
          "/api/v1/stories");

  private Rehearsal() {}

  /**
   * @param arguments a folder of reports, and a folder to write into
   */
  public static void main(String[] arguments) throws IOException {
    run(arguments[0], Path.of(arguments[1]));
    Models.settle();
    System.exit(0);
  }

  /**
   * Answers the page of the story.
   *
   * @throws IOException also where a page is not there
   */
  static String run(String sample, Path work) throws IOException {
    String store = work.resolve("store").toString();
    Twosource.run("read", sample, "--html", work.resolve("page").toString(), "--quiet");
    Twosource.run("import", "--store", store, sample, "--quiet");
    try (DeskServer server = DeskServer.open(StorePlace.in(Path.of(store)), options())) {
      String at = "http://127.0.0.1:" + server.port();
      Matcher story = STORY.matcher(asked(at + "/"));
      String page = story.find() ? asked(at + story.group(1)) : "";
      for (int round = 0; round < ROUNDS; round++) {
        for (String other : PAGES) {
          asked(at + other);
        }
      }
      return page;
    }
  }

  private static DeskOptions options() {
    Supplier<Fetcher> none =
        () -> {
          throw new IllegalStateException("nothing is fetched here");
        };
    return DeskOptions.onThisMachine(none)
        .withLimits(DeskOptions.DeskLimits.standard().withPatience(PATIENCE));
  }

  private static String asked(String address) throws IOException {
    try (InputStream in = URI.create(address).toURL().openStream()) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
