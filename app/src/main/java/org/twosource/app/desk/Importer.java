package org.twosource.app.desk;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.twosource.app.store.Digests;
import org.twosource.app.store.Outcome;
import org.twosource.report.InputReader;
import org.twosource.report.Report;
import org.twosource.report.Unreadable;
import org.twosource.report.format.Content;

/**
 * Takes what an {@link InputReader} finds and has it accepted in groups: one flush of the disk a
 * group. Call {@link #finish} at the end. One thread at a time.
 */
public final class Importer implements InputReader.Receiver {
  /** Inputs of one group. */
  private static final int GROUP = 256;

  /** Bytes of one group, and how long its first input waits. */
  private static final long GROUP_BYTES = 16L << 20;

  private static final long GROUP_NANOS = 250_000_000L;

  /** Says what is handed on; what is not still counts as found in its content. */
  public interface Choice {
    boolean takes(Report report);

    boolean takes(Unreadable bad);
  }

  private static final Choice EVERYTHING =
      new Choice() {
        @Override
        public boolean takes(Report report) {
          return true;
        }

        @Override
        public boolean takes(Unreadable bad) {
          return true;
        }
      };

  private final StoryService service;
  private final Consumer<Acknowledged> acknowledged;
  private final Choice choice;
  private final List<Input> group = new ArrayList<>();
  private final Map<Outcome, Long> counts = new EnumMap<>(Outcome.class);
  private final List<Unreadable> missing = new ArrayList<>();
  private long groupBytes;
  private long groupBegan;
  private final Deque<Open> open = new ArrayDeque<>();

  /**
   * @param acknowledged told of every input after it is durable
   */
  public Importer(StoryService service, Consumer<Acknowledged> acknowledged) {
    this(service, acknowledged, EVERYTHING);
  }

  /**
   * @param acknowledged told of every input after it is durable
   * @param choice of what has not been met before
   */
  public Importer(StoryService service, Consumer<Acknowledged> acknowledged, Choice choice) {
    this.service = service;
    this.acknowledged = acknowledged;
    this.choice = choice;
    for (Outcome outcome : Outcome.values()) {
      counts.put(outcome, 0L);
    }
  }

  /** A content whose findings are being counted; archives stay open around their entries. */
  private static final class Open {
    final Content content;
    final String sha;
    int findings;

    Open(Content content) {
      this.content = content;
      this.sha = Digests.of(content.bytes());
    }
  }

  @Override
  public void report(Report report, Content from) {
    Open at = at(from);
    int ordinal = at.findings++;
    if (choice.takes(report)) {
      add(Input.read(report, from, at.sha, ordinal));
    }
  }

  @Override
  public void unreadable(Unreadable bad, Optional<Content> from) {
    if (from.isPresent()) {
      Open at = at(from.get());
      int ordinal = at.findings++;
      if (choice.takes(bad)) {
        add(Input.refused(bad, from.get(), at.sha, ordinal));
      }
    } else if (isFile(bad.source())) {
      add(Input.unopened(bad));
    } else {
      missing.add(bad);
    }
  }

  private static boolean isFile(String source) {
    try {
      return Files.isRegularFile(Path.of(source));
    } catch (InvalidPathException noPath) {
      return false;
    }
  }

  private Open at(Content from) {
    while (!open.isEmpty()
        && open.peek().content != from
        && open.peek().content.depth() >= from.depth()) {
      open.pop();
    }
    if (open.isEmpty() || open.peek().content != from) {
      open.push(new Open(from));
      groupBytes += from.bytes().length;
    }
    return open.element();
  }

  private void add(Input input) {
    if (group.isEmpty()) {
      groupBegan = System.nanoTime();
    }
    group.add(input);
    if (group.size() >= GROUP
        || groupBytes >= GROUP_BYTES
        || System.nanoTime() - groupBegan > GROUP_NANOS) {
      finish();
    }
  }

  /** Has accepted what still waits. */
  public void finish() {
    if (group.isEmpty()) {
      return;
    }
    for (Acknowledged one : service.accept(group)) {
      counts.merge(one.outcome(), 1L, Long::sum);
      acknowledged.accept(one);
    }
    group.clear();
    groupBytes = 0;
  }

  /** How many inputs came to what, so far. */
  public Map<Outcome, Long> counts() {
    return new EnumMap<>(counts);
  }

  /** What was named and could not be opened; no input. */
  public List<Unreadable> missing() {
    return List.copyOf(missing);
  }
}
