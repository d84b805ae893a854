package org.twosource.app.fetch;

import crawlercommons.robots.BaseRobotRules;
import crawlercommons.robots.SimpleRobotRules;
import crawlercommons.robots.SimpleRobotRules.RobotRulesMode;
import crawlercommons.robots.SimpleRobotRulesParser;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.twosource.app.fetch.Fetched.Failed;
import org.twosource.app.fetch.Fetched.Kind;

/**
 * What sites say to robots, by RFC 9309: a file that is not there allows all, a file that cannot be
 * had allows nothing for now. "Too many requests" (429) is the latter: a site that is tired has not
 * given leave. Each file is remembered for a day. Safe for use by several threads.
 */
final class Robots {
  private static final List<String> NAMES = List.of("twosource");
  private static final int MAX_BYTES = 500 << 10;
  private static final int MAX_SITES = 20_000;
  private static final Duration REMEMBERED = Duration.ofDays(1);
  private static final Duration ASKED_AGAIN = Duration.ofMinutes(15);

  /** A site that asks for more than this between two requests gets this. */
  private static final Duration LONGEST_DELAY = Duration.ofMinutes(5);

  private final Function<URI, Fetched> fetching;
  private final Clock clock;
  private final Map<String, Said> sites = new ConcurrentHashMap<>();

  /** What a site said, and until when that holds. */
  private record Said(BaseRobotRules rules, Optional<String> silence, Instant until) {}

  Robots(Function<URI, Fetched> fetching, Clock clock) {
    this.fetching = fetching;
    this.clock = clock;
  }

  /** Why an address is not polled; empty when it may be. */
  Optional<Failed> refusal(URI address) {
    if ("/robots.txt".equals(address.getRawPath())) {
      return Optional.empty();
    }
    Said said = said(address);
    if (said.silence().isPresent()) {
      return Optional.of(
          new Failed(
              "its robots.txt cannot be had: " + said.silence().get(),
              Kind.PASSING,
              Optional.of(Duration.between(clock.instant(), said.until()))));
    }
    return said.rules().isAllowed(address.toString())
        ? Optional.empty()
        : Optional.of(
            new Failed("its robots.txt does not allow it", Kind.REFUSED, Optional.of(REMEMBERED)));
  }

  /** The pause that a site asks for. */
  Optional<Duration> delay(URI address) {
    long millis = said(address).rules().getCrawlDelay();
    return millis == BaseRobotRules.UNSET_CRAWL_DELAY || millis < 0
        ? Optional.empty()
        : Optional.of(Duration.ofMillis(Math.min(millis, LONGEST_DELAY.toMillis())));
  }

  private Said said(URI address) {
    String origin = WebAddress.origin(address);
    Said known = sites.get(origin);
    if (known != null && clock.instant().isBefore(known.until())) {
      return known;
    }
    if (sites.size() >= MAX_SITES) {
      sites.clear();
    }
    Said said = ask(URI.create(origin + "/robots.txt"));
    sites.put(origin, said);
    return said;
  }

  private Said ask(URI file) {
    Instant now = clock.instant();
    return switch (fetching.apply(file)) {
      case Fetched.Page page ->
          new Said(
              new SimpleRobotRulesParser()
                  .parseContent(
                      file.toString(),
                      Arrays.copyOf(page.bytes(), Math.min(page.bytes().length, MAX_BYTES)),
                      "text/plain",
                      NAMES),
              Optional.empty(),
              now.plus(REMEMBERED));
      case Fetched.Unchanged same -> allowing(now);
      case Failed failed ->
          failed.kind() == Kind.PASSING
              ? new Said(
                  new SimpleRobotRules(RobotRulesMode.ALLOW_NONE),
                  Optional.of(failed.reason()),
                  now.plus(failed.pause().orElse(ASKED_AGAIN)))
              : failed.kind() == Kind.REFUSED
                  ? new Said(
                      new SimpleRobotRules(RobotRulesMode.ALLOW_NONE),
                      Optional.of(failed.reason()),
                      now.plus(REMEMBERED))
                  : allowing(now);
    };
  }

  private static Said allowing(Instant now) {
    return new Said(
        new SimpleRobotRules(RobotRulesMode.ALLOW_ALL), Optional.empty(), now.plus(REMEMBERED));
  }
}
