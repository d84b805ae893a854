package org.twosource.app.feed;

import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.twosource.app.metrics.Exposition;
import org.twosource.app.store.Outcome;

/** Counts what a {@link Watcher} does, since it began. Any thread may ask. */
public final class WatchMetrics implements Watcher.Listener {
  private final int feeds;
  private final Map<String, AtomicLong> polls = new ConcurrentHashMap<>();
  private final Map<String, AtomicLong> inputs = new ConcurrentHashMap<>();
  private final Set<Feed> failing = ConcurrentHashMap.newKeySet();
  private final AtomicLong bytes = new AtomicLong();
  private final AtomicLong placings = new AtomicLong();
  private final AtomicLong placingNanos = new AtomicLong();
  private final AtomicLong stories = new AtomicLong();

  /**
   * @param feeds that are polled
   */
  public WatchMetrics(int feeds) {
    this.feeds = feeds;
    for (String result : new String[] {"answered", "unchanged", "failed"}) {
      polls.put(result, new AtomicLong());
    }
    for (Outcome outcome : Outcome.values()) {
      inputs.put(outcome.label(), new AtomicLong());
    }
  }

  @Override
  public void polled(Feed feed, Map<Outcome, Long> outcomes, long received) {
    add(polls, "answered", 1);
    outcomes.forEach((outcome, count) -> add(inputs, outcome.label(), count));
    bytes.addAndGet(received);
    failing.remove(feed);
  }

  @Override
  public void unchanged(Feed feed) {
    add(polls, "unchanged", 1);
    failing.remove(feed);
  }

  @Override
  public void failed(Feed feed, String reason, boolean isNews) {
    add(polls, "failed", 1);
    failing.add(feed);
  }

  @Override
  public void placed(int changed, Duration took) {
    placings.incrementAndGet();
    placingNanos.addAndGet(took.toNanos());
    stories.addAndGet(changed);
  }

  private static void add(Map<String, AtomicLong> counts, String name, long more) {
    counts.computeIfAbsent(name, none -> new AtomicLong()).addAndGet(more);
  }

  /** The numbers of now. */
  public Exposition exposition() {
    return new Exposition()
        .gauge("twosource_feeds", "feeds that are polled", feeds)
        .gauge("twosource_feeds_failing", "feeds whose last poll failed", failing.size())
        .counters("twosource_polls_total", "polls by what came of them", "result", plain(polls))
        .counters(
            "twosource_watch_inputs_total",
            "inputs of polls by what came of them",
            "outcome",
            plain(inputs))
        .counter("twosource_received_bytes_total", "bytes of answers, unpacked", bytes.get())
        .counter(
            "twosource_placings_total", "times stories were brought up to date", placings.get())
        .family("twosource_placing_seconds_total", "counter", "time that this took")
        .sample("twosource_placing_seconds_total", "", Exposition.seconds(placingNanos.get()))
        .counter("twosource_stories_changed_total", "stories that changed by it", stories.get());
  }

  private static Map<String, Long> plain(Map<String, AtomicLong> counts) {
    Map<String, Long> plain = new TreeMap<>();
    counts.forEach((name, count) -> plain.put(name, count.get()));
    return plain;
  }
}
