package org.twosource.app.serve;

import java.time.Duration;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.twosource.Progress;
import org.twosource.app.desk.NamesOfStory;
import org.twosource.app.desk.StoryAnalysis;
import org.twosource.app.store.Digests;
import org.twosource.app.store.Store;
import org.twosource.app.store.StoredStory;
import org.twosource.brief.Stage;

/**
 * The accounts of stories, as the pages and programs read them. One analysis runs at a time; who
 * asks while it runs gets the account from before, where there is one. The accounts used last stay
 * in memory.
 *
 * <p>Any thread may call it.
 */
public final class Accounts implements AutoCloseable {
  private final Store store;
  private final StoryAnalysis analysis;
  private final long mostBytes;
  private final ExecutorService thread =
      Executors.newSingleThreadExecutor(
          work -> Thread.ofPlatform().name("analysis").daemon().unstarted(work));
  private final Map<String, Kept> kept = new LinkedHashMap<>(16, 0.75f, true);
  private final Map<String, Running> running = new HashMap<>();

  /** Why analyses failed, by story; one that changed since is tried again. */
  private final Map<String, Failed> failed = new HashMap<>();

  private volatile AllNames allNames = new AllNames(List.of());
  private long keptBytes;

  Accounts(Store store, StoryAnalysis analysis, DeskOptions.DeskLimits limits) {
    this.store = store;
    this.analysis = analysis;
    this.mostBytes = limits.keptBytes();
  }

  /** An account in memory, and what it was made of. */
  private record Kept(String version, StoryJson story) {}

  /** An analysis that failed, and of what state. */
  private record Failed(String version, String why) {}

  /**
   * What is known of a story.
   *
   * @param story the account; of an earlier state where {@code current} is false
   * @param under what is done meanwhile, in words; empty where nothing is
   */
  public record Known(Optional<StoryJson> story, boolean current, String under) {}

  /** An analysis under way. */
  private static final class Running implements Progress {
    final CompletableFuture<StoryJson> done = new CompletableFuture<>();
    private volatile String at = "waiting for its turn";

    @Override
    public void at(Stage stage, int finished, int of) {
      at = words(stage) + (of > 1 ? ", " + finished + " of " + of : "");
    }

    private static String words(Stage stage) {
      return switch (stage) {
        case REPORT, TEXT -> "the reports are divided into sentences";
        case ANNOTATE -> "names, times and sayings are read";
        case REUSE -> "passages are compared";
        case STORY -> "the reports are put together";
        case LINEAGE -> "it is worked out who copied whom";
        case DISTORTION -> "copies are held against their origins";
        case TIMELINE -> "the timeline is made";
        case CLAIM -> "statements are gathered";
        case BRIEF -> "the brief is written";
      };
    }
  }

  /** What an account depends on, cheaply: changes when the account may. */
  public String version(StoredStory story) {
    return store.read(
        view ->
            Digests.of(
                    story.toString(),
                    view.decisions().toString(),
                    view.changesOf(story.id()).toString())
                .substring(0, 20));
  }

  /**
   * The account of a story that is there.
   *
   * @param patience how long to wait for an analysis
   */
  public Known of(StoredStory story, Duration patience) {
    String version = version(story);
    Optional<StoryJson> before;
    Running run;
    synchronized (this) {
      Kept one = kept.get(story.id());
      if (one != null && one.version().equals(version)) {
        return new Known(Optional.of(one.story()), true, "");
      }
      before = Optional.ofNullable(one).map(Kept::story);
      Failed earlier = failed.get(story.id());
      if (earlier != null && earlier.version().equals(version)) {
        throw fault(earlier);
      }
    }
    Optional<StoryJson> fromDisk = kept(story);
    if (fromDisk.isPresent()) {
      return new Known(fromDisk, true, "");
    }
    synchronized (this) {
      run = running.get(story.id() + version);
      if (run == null) {
        run = new Running();
        running.put(story.id() + version, run);
        start(story.id(), version, run);
      }
    }
    try {
      StoryJson made = run.done.get(patience.toMillis(), TimeUnit.MILLISECONDS);
      return new Known(Optional.of(made), true, "");
    } catch (TimeoutException stillRunning) {
      return new Known(before, false, run.at);
    } catch (ExecutionException failure) {
      if (failure.getCause() instanceof Problem gone) {
        throw gone;
      }
      throw fault(new Failed(version, String.valueOf(failure.getCause())));
    } catch (InterruptedException ending) {
      Thread.currentThread().interrupt();
      throw Problem.busy("the desk is closing");
    }
  }

  /** The account where there is one of the state of now; begins no analysis. */
  public Optional<StoryJson> kept(StoredStory story) {
    String version = version(story);
    synchronized (this) {
      Kept one = kept.get(story.id());
      if (one != null && one.version().equals(version)) {
        return Optional.of(one.story());
      }
    }
    Optional<StoryJson> fromDisk =
        analysis.kept(story.id()).map(json -> new StoryJson(version, json));
    fromDisk.ifPresent(one -> keep(story.id(), new Kept(version, one)));
    return fromDisk;
  }

  private void start(String id, String version, Running run) {
    thread.execute(
        () -> {
          try {
            StoryJson story = new StoryJson(version, analysis.json(id, run));
            keep(id, new Kept(version, story));
            run.done.complete(story);
          } catch (RuntimeException | Error failure) {
            run.done.completeExceptionally(toldAs(id, version, failure));
          } finally {
            synchronized (this) {
              running.remove(id + version);
            }
          }
        });
  }

  private Throwable toldAs(String id, String version, Throwable failure) {
    if (thread.isShutdown()) { // the desk closes, and nobody waits for it
      return failure;
    }
    if (store.read(view -> view.story(id)).isEmpty()) {
      return Problem.notFound("story " + id + " became part of another; open it again");
    }
    System.err.println("twosource: the analysis of story " + id + " failed");
    failure.printStackTrace();
    synchronized (this) {
      failed.put(id, new Failed(version, failure.toString()));
    }
    return failure;
  }

  private static Problem fault(Failed failed) {
    return new Problem(
        Problem.Kind.FAULT,
        "the analysis of this story failed ("
            + failed.why()
            + "); its reports can be read, and it is tried again when the story changes");
  }

  private synchronized void keep(String id, Kept one) {
    failed.remove(id);
    Kept before = kept.put(id, one);
    keptBytes += one.story().bytes() - (before == null ? 0 : before.story().bytes());
    Iterator<Kept> oldest = kept.values().iterator();
    while (keptBytes > mostBytes && kept.size() > 1) {
      keptBytes -= oldest.next().story().bytes();
      oldest.remove();
    }
  }

  /** The names of the stories that were analysed. */
  public AllNames names() {
    List<NamesOfStory> now = analysis.names().all();
    AllNames known = allNames;
    if (!known.areOf(now)) {
      known = new AllNames(now);
      allNames = known;
    }
    return known;
  }

  /** Bytes of the accounts in memory, as JSON. */
  public synchronized long keptBytes() {
    return keptBytes;
  }

  /** How many analyses wait or run. */
  public synchronized int underWay() {
    return running.size();
  }

  @Override
  public void close() {
    thread.shutdownNow();
  }
}
