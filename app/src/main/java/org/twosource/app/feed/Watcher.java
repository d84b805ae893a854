package org.twosource.app.feed;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.twosource.Progress;
import org.twosource.app.desk.Importer;
import org.twosource.app.desk.Settling;
import org.twosource.app.desk.StoryService;
import org.twosource.app.fetch.Asking;
import org.twosource.app.fetch.Fetched;
import org.twosource.app.fetch.Fetched.Failed;
import org.twosource.app.fetch.Fetcher;
import org.twosource.app.fetch.NamedInputs;
import org.twosource.app.fetch.Waiting;
import org.twosource.app.store.Digests;
import org.twosource.app.store.Outcome;
import org.twosource.app.store.StoredReport;
import org.twosource.report.InputReader;
import org.twosource.report.Report;
import org.twosource.report.Unreadable;

/**
 * Polls feeds and has what is new kept. Each feed is asked on a thread of its own, so that a slow
 * or broken host costs no other; one thread, that of {@link #run}, reads the answers and writes to
 * the store. How a feed stands is kept after what it held is durable: whoever is killed in between
 * reads the same answer again, and the store knows what it has.
 */
public final class Watcher {
  /** What has come when the stop comes is kept for so long; the rest comes again next time. */
  private static final Duration LAST_ANSWERS = Duration.ofSeconds(2);

  /** Placing takes at most one part in so many of the time. */
  private static final int PLACING_SHARE = 5;

  /** How often watches look at the clock. */
  private static final long LOOK_NANOS = TimeUnit.MINUTES.toNanos(1);

  /**
   * No feed is left alone for longer; what seems so was said by a clock that was set back since.
   */
  private static final Duration LONGEST_DUE = Waiting.LONGEST.multipliedBy(2);

  /** A stop is noticed after this. */
  private static final long LONGEST_WAIT_MILLIS = 200;

  private final StoryService service;
  private final Settling settling;
  private final Fetcher fetcher;
  private final InputReader reader;
  private final Schedule schedule;
  private final List<Listener> listeners;
  private final Clock clock;
  private final BlockingQueue<Arrival> arrivals = new LinkedBlockingQueue<>();
  private final Map<Outcome, Long> counts = new EnumMap<>(Outcome.class);
  private volatile boolean stopped;
  private long placedNanos = System.nanoTime();
  private long lookedNanos = System.nanoTime();
  private long placingNanos;

  /** Is told what came of each poll, on the thread of {@link #run}. */
  public interface Listener {
    /**
     * An answer was kept.
     *
     * @param bytes of the answer, unpacked
     */
    void polled(Feed feed, Map<Outcome, Long> outcomes, long bytes);

    /** The answer was the same as last time. */
    default void unchanged(Feed feed) {}

    /**
     * None came.
     *
     * @param isNews whether the feed begins to fail, or fails otherwise than before
     */
    void failed(Feed feed, String reason, boolean isNews);

    /** Stories were brought up to date. */
    default void placed(int stories, Duration took) {}
  }

  /** A feed whose turn comes. */
  private record Turn(Feed feed, FeedState state, int number) {}

  /** What came of asking. */
  private record Arrival(Turn turn, Fetched fetched) {}

  public Watcher(
      StoryService service,
      Settling.Times times,
      Fetcher fetcher,
      InputReader reader,
      Schedule schedule,
      List<? extends Listener> listeners,
      Clock clock) {
    this.service = service;
    this.settling = new Settling(service, times);
    this.fetcher = fetcher;
    this.reader = reader;
    this.schedule = schedule;
    this.listeners = List.copyOf(listeners);
    this.clock = clock;
    for (Outcome outcome : Outcome.values()) {
      counts.put(outcome, 0L);
    }
  }

  /** Asks every feed once, whenever it was asked last. */
  public void once(List<Feed> feeds) {
    loop(feeds, false);
  }

  /** Polls until {@link #stop}. */
  public void run(List<Feed> feeds) {
    loop(feeds, true);
  }

  /** Ends the polling soon; what has come is kept. May be called from any thread. */
  public void stop() {
    stopped = true;
  }

  /** How many inputs came to what. */
  public Map<Outcome, Long> counts() {
    return new EnumMap<>(counts);
  }

  private void loop(List<Feed> feeds, boolean again) {
    PriorityQueue<Turn> turns =
        new PriorityQueue<>(
            Comparator.comparing((Turn turn) -> turn.state().due()).thenComparing(Turn::number));
    for (Feed feed : feeds) {
      FeedState state = Sources.state(service.store(), feed);
      boolean isDue = !again || isLost(state.due(), clock.instant());
      turns.add(new Turn(feed, isDue ? state.withDue(Instant.EPOCH) : state, turns.size()));
    }
    int underWay = 0;
    ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    try {
      while (!stopped && (underWay > 0 || !turns.isEmpty())) {
        underWay += begin(turns, threads);
        Optional<Arrival> arrival = next(turns);
        if (arrival.isPresent()) {
          underWay--;
          Turn turn = take(arrival.get());
          if (again) {
            turns.add(turn);
          }
        }
        if (again && !stopped) {
          placeInTime();
          lookAround();
        }
      }
      if (!stopped && (service.isBehind() || !service.isSettled())) {
        placed(() -> service.place(Progress.NONE));
      }
    } finally {
      fetcher.close();
      threads.shutdownNow();
      keepLast();
    }
  }

  private int begin(PriorityQueue<Turn> turns, ExecutorService threads) {
    int begun = 0;
    Instant now = clock.instant();
    for (Turn turn = turns.peek();
        turn != null && (!turn.state().due().isAfter(now) || isLost(turn.state().due(), now));
        turn = turns.peek()) {
      Turn due = turns.remove();
      threads.execute(() -> arrivals.add(new Arrival(due, ask(due))));
      begun++;
    }
    return begun;
  }

  private static boolean isLost(Instant due, Instant now) {
    return due.isAfter(now.plus(LONGEST_DUE));
  }

  private Fetched ask(Turn turn) {
    try {
      return fetcher.fetch(Asking.again(turn.feed().address(), turn.state().validators()));
    } catch (RuntimeException fault) {
      return new Failed("could not be fetched: " + fault, Fetched.Kind.PASSING, Optional.empty());
    }
  }

  private Optional<Arrival> next(PriorityQueue<Turn> turns) {
    long wait = LONGEST_WAIT_MILLIS;
    if (turns.peek() != null) {
      long due = Duration.between(clock.instant(), turns.peek().state().due()).toMillis();
      wait = Math.clamp(due, 0, wait);
    }
    try {
      return Optional.ofNullable(arrivals.poll(wait, TimeUnit.MILLISECONDS));
    } catch (InterruptedException interrupted) {
      stopped = true;
      return Optional.empty();
    }
  }

  /** Keeps what had come before the stop, as far as the time goes. */
  private void keepLast() {
    long began = System.nanoTime();
    for (Arrival arrival = arrivals.poll();
        arrival != null && System.nanoTime() - began < LAST_ANSWERS.toNanos();
        arrival = arrivals.poll()) {
      if (!(arrival.fetched() instanceof Failed)) {
        take(arrival);
      }
    }
  }

  /** Keeps what an answer holds and says when its feed is asked again. */
  private Turn take(Arrival arrival) {
    Feed feed = arrival.turn().feed();
    FeedState before = arrival.turn().state();
    FeedState after =
        switch (arrival.fetched()) {
          case Fetched.Page page -> keep(feed, before, page);
          case Fetched.Unchanged same -> unchanged(feed, before, same);
          case Failed failed -> failed(feed, before, failed);
        };
    Sources.keep(service, feed, after);
    return new Turn(feed, after, arrival.turn().number());
  }

  private FeedState unchanged(Feed feed, FeedState before, Fetched.Unchanged same) {
    listeners.forEach(listener -> listener.unchanged(feed));
    return new FeedState(
        before.validators(),
        before.seen(),
        0,
        Optional.empty(),
        clock.instant().plus(schedule.afterAnswer(feed.address(), same.fresh())));
  }

  private FeedState keep(Feed feed, FeedState before, Fetched.Page page) {
    Marks marks = new Marks(before.seen());
    Importer importer = new Importer(service, acknowledged -> {}, marks);
    reader.read(NamedInputs.content(feed.address().toString(), page), importer);
    importer.finish();
    Map<Outcome, Long> outcomes = importer.counts();
    outcomes.forEach((outcome, count) -> counts.merge(outcome, count, Long::sum));
    listeners.forEach(listener -> listener.polled(feed, outcomes, page.bytes().length));
    return new FeedState(
        page.validators(),
        marks.met,
        0,
        Optional.empty(),
        clock.instant().plus(schedule.afterAnswer(feed.address(), page.fresh())));
  }

  private FeedState failed(Feed feed, FeedState before, Failed failed) {
    boolean isNews = !before.problem().equals(Optional.of(failed.reason()));
    listeners.forEach(listener -> listener.failed(feed, failed.reason(), isNews));
    int failures = before.failures() + 1;
    return new FeedState(
        before.validators(),
        before.seen(),
        failures,
        Optional.of(failed.reason()),
        clock.instant().plus(schedule.afterFailure(feed.address(), failed, failures)));
  }

  /** What a watch waits for may be that nothing comes. */
  private void lookAround() {
    if (System.nanoTime() - lookedNanos > LOOK_NANOS) {
      service.lookAround();
      lookedNanos = System.nanoTime();
    }
  }

  /** Brings stories up to date and settles them, unless that took much of the time lately. */
  private void placeInTime() {
    long since = System.nanoTime() - placedNanos;
    if (!arrivals.isEmpty() || since <= placingNanos * PLACING_SHARE) {
      return;
    }
    if (service.isBehind()) {
      placed(settling::arrive);
    } else if (settling.isDue()) {
      placed(settling::settle);
    }
  }

  private void placed(Supplier<Set<String>> placing) {
    long began = System.nanoTime();
    int stories = placing.get().size();
    placedNanos = System.nanoTime();
    placingNanos = placedNanos - began;
    listeners.forEach(listener -> listener.placed(stories, Duration.ofNanos(placingNanos)));
  }

  /** Lets through what the last answer of a feed did not hold, and marks what this one holds. */
  private static final class Marks implements Importer.Choice {
    private final Set<String> known;
    private final Set<String> met = new LinkedHashSet<>();

    Marks(Set<String> known) {
      this.known = known;
    }

    @Override
    public boolean takes(Report report) {
      return takes(report.url().orElse(""), StoredReport.contentOf(report));
    }

    @Override
    public boolean takes(Unreadable bad) {
      return takes("unreadable", bad.reason());
    }

    private boolean takes(String... parts) {
      String mark = Digests.of(parts).substring(0, 16);
      return met.add(mark) && !known.contains(mark);
    }
  }
}
