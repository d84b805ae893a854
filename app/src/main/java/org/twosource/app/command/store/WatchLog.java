package org.twosource.app.command.store;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.PrintWriter;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import org.twosource.app.command.Json;
import org.twosource.app.command.Plain;
import org.twosource.app.feed.Feed;
import org.twosource.app.feed.Watcher;
import org.twosource.app.store.Outcome;

/** What {@code watch} says of what it does, one line an event. */
interface WatchLog extends Watcher.Listener {

  /** Something that is wrong, and is of no feed. */
  void trouble(String text);

  /** For people: what is new on standard output, what fails on the other. */
  record Words(PrintWriter out, PrintWriter err, boolean isQuiet, Clock clock) implements WatchLog {
    @Override
    public void polled(Feed feed, Map<Outcome, Long> outcomes, long bytes) {
      long news =
          outcomes.getOrDefault(Outcome.STORED, 0L) + outcomes.getOrDefault(Outcome.VERSION_OF, 0L);
      if (news > 0 && !isQuiet) {
        String now = clock.instant().truncatedTo(ChronoUnit.SECONDS).toString();
        out.println(now + "  " + news + " new  " + Plain.line(name(feed)));
        out.flush();
      }
    }

    @Override
    public void failed(Feed feed, String reason, boolean isNews) {
      if (isNews) {
        trouble(name(feed) + ": " + reason);
      }
    }

    @Override
    public void trouble(String text) {
      err.println("twosource: " + Plain.line(text));
      err.flush();
    }

    private static String name(Feed feed) {
      return feed.title().map(title -> title + " ").orElse("") + feed.address();
    }
  }

  /** For programs: an object a line, everything on one stream. */
  record Lines(PrintWriter out, Clock clock) implements WatchLog {
    @Override
    public void polled(Feed feed, Map<Outcome, Long> outcomes, long bytes) {
      ObjectNode line = line("info", "polled", feed);
      outcomes.forEach((outcome, count) -> line.put(outcome.label(), count));
      write(line.put("bytes", bytes));
    }

    @Override
    public void unchanged(Feed feed) {
      write(line("info", "unchanged", feed));
    }

    @Override
    public void failed(Feed feed, String reason, boolean isNews) {
      write(line("warning", "failed", feed).put("reason", reason).put("again", !isNews));
    }

    @Override
    public void placed(int stories, Duration took) {
      write(line("info", "placed").put("stories", stories).put("millis", took.toMillis()));
    }

    @Override
    public void trouble(String text) {
      write(line("warning", "trouble").put("reason", text));
    }

    private ObjectNode line(String level, String event, Feed feed) {
      ObjectNode line = line(level, event).put("feed", feed.address().toString());
      feed.title().ifPresent(title -> line.put("title", title));
      return line;
    }

    private ObjectNode line(String level, String event) {
      return Json.object()
          .put("at", clock.instant().truncatedTo(ChronoUnit.MILLIS).toString())
          .put("level", level)
          .put("event", event);
    }

    private synchronized void write(ObjectNode line) {
      out.println(Json.line(line));
      out.flush();
    }
  }
}
