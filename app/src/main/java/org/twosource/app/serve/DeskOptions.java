package org.twosource.app.serve;

import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;
import org.twosource.app.desk.Settling;
import org.twosource.app.fetch.Fetcher;

/**
 * How a desk is opened.
 *
 * @param address to listen on
 * @param port 0 takes any that is free
 * @param hosts further names under which it may be asked, beside those of this machine
 * @param access who is let in
 * @param fetching opens what fetches the addresses that a reader pastes
 * @param settling when stories are settled that reports arrive in
 */
public record DeskOptions(
    String address,
    int port,
    List<String> hosts,
    Supplier<Fetcher> fetching,
    Access access,
    DeskLimits limits,
    Settling.Times settling) {
  public DeskOptions {
    hosts = List.copyOf(hosts);
    if (port < 0 || port > 65_535) {
      throw new IllegalArgumentException("--port takes 0 to 65535, not " + port);
    }
  }

  /** A desk on any free port of this machine that everybody on it may use. */
  public static DeskOptions onThisMachine(Supplier<Fetcher> fetching) {
    return new DeskOptions(
        "127.0.0.1",
        0,
        List.of(),
        fetching,
        Access.standard(),
        DeskLimits.standard(),
        Settling.Times.standard());
  }

  public DeskOptions withPort(int other) {
    return new DeskOptions(address, other, hosts, fetching, access, limits, settling);
  }

  public DeskOptions withHosts(List<String> others) {
    return new DeskOptions(address, port, others, fetching, access, limits, settling);
  }

  public DeskOptions withFetching(Supplier<Fetcher> other) {
    return new DeskOptions(address, port, hosts, other, access, limits, settling);
  }

  public DeskOptions withAccess(Access other) {
    return new DeskOptions(address, port, hosts, fetching, other, limits, settling);
  }

  public DeskOptions withLimits(DeskLimits others) {
    return new DeskOptions(address, port, hosts, fetching, access, others, settling);
  }

  /**
   * Who is let in, and how often.
   *
   * @param usersDemanded also where the store has none, who then can only be added; a store that
   *     has users demands them in any case
   * @param session how long somebody stays signed in
   * @param requestsAMinute of one user, or of one address that nobody is signed in from; 0 does not
   *     limit. Without users nothing is limited
   * @param guesses of passwords and tokens from one address in a quarter of an hour
   */
  public record Access(boolean usersDemanded, Duration session, int requestsAMinute, int guesses) {
    public Access {
      if (session.isNegative() || session.isZero() || session.toDays() > 365) {
        throw new IllegalArgumentException("--session-hours takes 1 to 8760");
      }
      if (requestsAMinute < 0 || guesses < 1) {
        throw new IllegalArgumentException("--requests takes 0 or more, --guesses 1 or more");
      }
    }

    public static Access standard() {
      return new Access(false, Duration.ofHours(12), 1_200, 20);
    }
  }

  /**
   * What a desk takes and keeps at most.
   *
   * @param bodyBytes of one request
   * @param keptBytes of accounts held in memory, as JSON
   * @param patience how long a page waits for an analysis before it says that it is under way
   * @param apiPatience the same for a program, which is then told when to come back
   * @param draftCharacters of a text that is checked or compared
   * @param draftReports reports that a draft is held against
   * @param streams how many listeners {@code /api/v1/events} has at most
   */
  public record DeskLimits(
      long bodyBytes,
      long keptBytes,
      Duration patience,
      Duration apiPatience,
      int draftCharacters,
      int draftReports,
      int streams) {

    public static DeskLimits standard() {
      return new DeskLimits(
          64L << 20, 96L << 20, Duration.ofMillis(700), Duration.ofSeconds(30), 60_000, 12, 64);
    }

    /** The same for pages and programs. */
    public DeskLimits withPatience(Duration other) {
      return new DeskLimits(
          bodyBytes, keptBytes, other, other, draftCharacters, draftReports, streams);
    }
  }
}
