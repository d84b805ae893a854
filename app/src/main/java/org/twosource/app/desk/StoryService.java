package org.twosource.app.desk;

import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.twosource.Progress;
import org.twosource.app.search.SearchIndex;
import org.twosource.app.store.Digests;
import org.twosource.app.store.KeptAct;
import org.twosource.app.store.KeptAlert;
import org.twosource.app.store.KeptChannel;
import org.twosource.app.store.KeptDecision;
import org.twosource.app.store.KeptWatch;
import org.twosource.app.store.Store;
import org.twosource.app.store.StorePlace;
import org.twosource.app.store.StoredStory;
import org.twosource.app.watch.WatchKind;
import org.twosource.app.watch.Watching;
import org.twosource.report.InputReader;
import org.twosource.report.Limits;
import org.twosource.report.PartialDate;
import org.twosource.text.StandardTextBuilder;

/**
 * The only writer of a store. Inputs are accepted in groups, each durable and acknowledged before
 * the next; stories are brought up to date by {@link #place}, which may be put off, and is made up
 * for after a process was killed.
 *
 * <p>Keeps state; one thread at a time, but for {@link #accept}, which has a thread of its own.
 */
public final class StoryService implements AutoCloseable {
  /** The host of an address, behind a password if there is one. */
  private static final Pattern HOST = Pattern.compile("://(?:[^/@]*@)?([^/?#]+)");

  /** Pages at the end that can be placed again after a new start without all others. */
  private static final int TAKEN_BACK = 2_048;

  private final Store store;
  private final Clock clock;
  private final Derived derived;
  private final Placing placing;
  private final StoryAnalysis analysis;
  private @Nullable StandardTextBuilder divider;

  /**
   * @param derived what can be made again, beside the store
   * @param threads that divide reports where many are placed; what comes out is the same
   */
  public StoryService(Store store, Derived derived, Clock clock, int threads) {
    this.store = store;
    this.derived = derived;
    this.clock = clock;
    this.analysis = new StoryAnalysis(store, derived);
    this.placing =
        new Placing(
            store,
            new StoryWriter(store, new Texts(threads), analysis.names()::forget),
            derived.placing(),
            TAKEN_BACK);
  }

  /** Opens the store of a place, or makes it. */
  public static StoryService open(StorePlace place) {
    int threads = Math.clamp(Runtime.getRuntime().availableProcessors(), 1, 8);
    return new StoryService(place.open(), new Derived(place.folder()), Clock.systemUTC(), threads);
  }

  public Store store() {
    return store;
  }

  /** The accounts of its stories; any thread may ask. */
  public StoryAnalysis analysis() {
    return analysis;
  }

  /** Made for the first report: what words a language has is nothing that a reader waits for. */
  private StandardTextBuilder divider() {
    StandardTextBuilder made = divider;
    if (made == null) {
      made = new StandardTextBuilder();
      divider = made;
    }
    return made;
  }

  private String now() {
    return clock.instant().truncatedTo(ChronoUnit.SECONDS).toString();
  }

  /**
   * Files inputs, in order; when this returns they are durable and so acknowledged. Another thread
   * may place meanwhile.
   */
  public List<Acknowledged> accept(List<Input> inputs) {
    Map<Input, Optional<PartialDate>> dates = new HashMap<>();
    for (Input input : inputs) {
      if (input.reading() instanceof Input.Read read) {
        dates.put(input, divider().published(read.report()).date());
      }
    }
    return store.write(
        change -> {
          Filing filing = new Filing(change, now());
          List<Acknowledged> acknowledged = new ArrayList<>();
          for (Input input : inputs) {
            acknowledged.add(filing.file(input, dates.getOrDefault(input, Optional.empty())));
          }
          return acknowledged;
        });
  }

  /**
   * Says which bytes are kept as received from now on.
   *
   * @param setting {@code all}, {@code text} or a number of days like {@code 90d}
   */
  public void setRawKept(String setting) {
    RawKept kept = new RawKept(setting);
    store.write(
        change -> {
          change.setSetting(RawKept.NAME, kept.setting());
          return kept;
        });
  }

  /** Keeps a note of another part of the program under a name; durable when this returns. */
  public void note(String name, String text) {
    store.write(
        change -> {
          change.setSetting(name, text);
          return true;
        });
  }

  /** Lets go of bytes whose time is over; answers how many inputs they were. */
  public int letGoOfRaw() {
    return store.write(
        change ->
            RawKept.of(change)
                .since(clock.instant())
                .map(since -> change.removeRawBefore(since.toString()))
                .orElse(0));
  }

  /**
   * Keeps a decision and has it take effect; one that holds already is answered as it was made.
   *
   * @param kind {@code together}, {@code apart}, {@code same-claim}, {@code different-claims},
   *     {@code same-name}, {@code pin} or {@code rename}
   * @throws IllegalArgumentException saying what is wrong with it
   */
  public KeptDecision decide(String by, String kind, String a, String b, Progress progress) {
    String other = store.read(view -> PlacingDecisions.checked(kind, a, b, view));
    Optional<KeptDecision> holds =
        store.read(Store.View::decisions).stream()
            .filter(one -> one.undone().isEmpty() && one.kind().equals(kind))
            .filter(one -> one.a().equals(a) && one.b().equals(other))
            .findFirst();
    if (holds.isPresent()) {
      return holds.get();
    }
    KeptDecision made =
        new KeptDecision(0, kind, a, other, new KeptDecision.Act(now(), by), Optional.empty());
    long number = store.write(change -> change.addDecision(made));
    place(progress);
    return new KeptDecision(number, kind, a, other, made.made(), Optional.empty());
  }

  /** Takes a decision back; false when there is none of that number that holds. */
  public boolean undo(String by, long number, Progress progress) {
    boolean undone =
        store.write(change -> change.undoDecision(number, new KeptDecision.Act(now(), by)));
    if (undone) {
      place(progress);
    }
    return undone;
  }

  /** The page of an id, or all pages of an outlet. */
  public List<String> pagesOf(String reportOrOutlet) {
    return store.read(
        view ->
            view.current(reportOrOutlet).isPresent()
                ? List.of(reportOrOutlet)
                : view.pagesOf(reportOrOutlet));
  }

  public List<String> pagesBefore(PartialDate day) {
    return store.read(view -> view.pagesBefore(day));
  }

  /** Deletes pages for good: text, versions, bytes as received, and what rests on them. */
  public Forgotten forget(List<String> pages) {
    Set<String> gone = new LinkedHashSet<>(pages);
    List<String> decisions = new ArrayList<>();
    List<String> alerts = new ArrayList<>();
    Map<String, String> stories = new TreeMap<>();
    int[] versions = {0};
    int[] bytes = {0};
    store.write(
        change -> {
          for (KeptDecision decision : change.decisions()) {
            if (decision.undone().isEmpty()
                && (gone.contains(subject(decision.a())) || gone.contains(subject(decision.b())))) {
              decisions.add(decision.number() + " " + decision.kind());
              change.undoDecision(decision.number(), new KeptDecision.Act(now(), ""));
            }
          }
          for (KeptAlert alert : change.alerts()) {
            if (alert.evidence().stream().anyMatch(cited -> gone.contains(cited.report()))) {
              alerts.add(alert.id());
              change.removeAlert(alert.id());
            }
          }
          for (String page : gone) {
            change.storyOf(page).ifPresent(story -> stories.put(story, ""));
            versions[0] += change.versions(page).size();
            bytes[0] += change.forget(page, now());
          }
          return countChange(change);
        });
    place(Progress.NONE);
    store.compact();
    Derived.delete(derived.accounts());
    SearchIndex.delete(derived.search());
    stories.keySet().forEach(new KeptIds(derived.ids())::forget);
    stories.keySet().forEach(analysis.names()::forget);
    List<String> told =
        store.read(
            view ->
                stories.keySet().stream()
                    .map(
                        story ->
                            story
                                + view.story(story)
                                    .map(left -> ": " + left.reports() + " reports left")
                                    .orElse(": none left"))
                    .toList());
    return new Forgotten(pages, versions[0], bytes[0], told, decisions, alerts);
  }

  /** Says that what is stored changed without a receipt. */
  private static boolean countChange(Store.Change change) {
    long before = change.setting(Store.CONTENTS).map(Long::parseLong).orElse(0L);
    change.setSetting(Store.CONTENTS, "" + (before + 1));
    return true;
  }

  /** The report that a decision about a statement is about. */
  private static String subject(String reportOrStatement) {
    return reportOrStatement.replaceFirst(":\\d+-\\d+$", "");
  }

  /** Whether reports were accepted that are in no story yet, or that no watch has looked at. */
  public boolean isBehind() {
    return store.read(
        view -> {
          long placed = view.setting(StoryWriter.PLACED).map(Long::parseLong).orElse(0L);
          long watched = view.setting(Watching.WATCHED).map(Long::parseLong).orElse(0L);
          return view.lastReceipt() > Math.min(placed, watched);
        });
  }

  /**
   * Brings the stories up to date.
   *
   * @return the ids of those that changed
   */
  public Set<String> place(Progress progress) {
    Set<String> changed = placing.run(now(), progress);
    watching().run(changed);
    return changed;
  }

  /**
   * Brings the stories up to date with what came, quickly: a report that many others follow is
   * placed behind them for now, and a large story that grew keeps the number of its sources. {@link
   * #settle} makes both good.
   *
   * @return the ids of those that changed
   */
  public Set<String> arrive() {
    Set<String> changed = placing.arrive(now());
    watching().run(changed);
    return changed;
  }

  /**
   * Places in order what {@link #arrive} placed behind others, and counts the sources of stories
   * that grew.
   *
   * @param most time for counting, after which it goes on when asked again
   * @return the ids of those that changed
   */
  public Set<String> settle(Duration most) {
    long end = System.nanoTime() + most.toNanos();
    Set<String> changed = placing.settle(now(), () -> System.nanoTime() > end);
    watching().run(changed);
    return changed;
  }

  /** Reads what was kept of placing, so that the first report that comes is placed soon. */
  public void prepare() {
    placing.prepare();
  }

  /** Whether stories are as they would be if all reports had come in order. */
  public boolean isSettled() {
    return store.read(
        view ->
            view.setting(StoryWriter.SETTLED).map(Long::parseLong).orElse(-1L)
                >= view.lastReceipt());
  }

  private Watching watching() {
    return new Watching(
        store, story -> analysis.account(story, Progress.NONE).stories().getFirst(), now());
  }

  /** Has the watches look at the clock: whether what they wait for has been silent for long. */
  public void lookAround() {
    boolean isOfClock =
        store.read(Store.View::watches).stream()
            .anyMatch(watch -> watch.kind().equals(WatchKind.SILENCE.label()));
    if (isOfClock) {
      watching().run(Set.of());
    }
  }

  /**
   * Begins to watch; what is so already is told only when asked for. A watch that there is already
   * is answered as it was begun.
   *
   * @param by the name of a user, or empty for the owner of the store
   * @param fromStart whether what is so already is told, too
   * @throws IllegalArgumentException saying what is wrong with the query
   */
  public KeptWatch watch(String by, WatchKind kind, String query, boolean fromStart) {
    Optional<String> wrong = kind.wrong(query);
    if (wrong.isPresent()) {
      throw new IllegalArgumentException(wrong.get());
    }
    if (kind == WatchKind.STORY && store.read(view -> view.survivor(query)).isEmpty()) {
      throw new IllegalArgumentException("there is no story '" + query + "'");
    }
    Optional<KeptWatch> known =
        store.read(Store.View::watches).stream()
            .filter(one -> one.kind().equals(kind.label()) && one.query().equals(query))
            .findFirst();
    if (known.isPresent()) {
      return known.get();
    }
    String subject = kind.label() + " " + query;
    KeptWatch watch =
        store.write(
            change -> {
              change.addAct(new KeptAct(by, now(), KeptAct.Kind.WATCH_BEGUN, subject));
              return change.addWatch(kind.label(), query, now());
            });
    watching().begin(watch, fromStart);
    return watch;
  }

  /**
   * Begins to tell a channel of what is found from now on.
   *
   * @param watch name of a watch ({@code w1}); absent: of all
   * @throws IllegalArgumentException where there is no such watch
   */
  public KeptChannel addChannel(
      String kind, String target, Optional<String> watch, String settings) {
    Optional<Long> number =
        watch.map(
            name ->
                store.read(Store.View::watches).stream()
                    .map(KeptWatch::number)
                    .filter(one -> name.equals("w" + one))
                    .findFirst()
                    .orElseThrow(
                        () -> new IllegalArgumentException("there is no watch '" + name + "'")));
    return store.write(
        change -> {
          change.addAct(new KeptAct("", now(), KeptAct.Kind.CHANNEL_ADDED, named(kind, target)));
          return change.addChannel(new KeptChannel(0, kind, target, number, settings, now()));
        });
  }

  /**
   * A channel as everybody may read it: of an address no more than the host, for what follows it
   * may be a secret.
   */
  private static String named(String kind, String target) {
    Matcher host = HOST.matcher(target);
    return kind + " " + (host.find() ? host.group(1) : target);
  }

  /** Ends a channel; false when there is none of that number. */
  public boolean stopChannel(long number) {
    return store.write(
        change -> {
          change.channels().stream()
              .filter(one -> one.number() == number)
              .map(one -> named(one.kind(), one.target()))
              .map(one -> new KeptAct("", now(), KeptAct.Kind.CHANNEL_STOPPED, one))
              .forEach(change::addAct);
          return change.stopChannel(number, now());
        });
  }

  /** Ends a watch; false when there is none of that number. */
  public boolean stopWatching(String by, long number) {
    return store.write(
        change -> {
          change.watches().stream()
              .filter(one -> one.number() == number)
              .map(one -> one.kind() + " " + one.query())
              .map(one -> new KeptAct(by, now(), KeptAct.Kind.WATCH_STOPPED, one))
              .forEach(change::addAct);
          return change.stopWatch(number, now());
        });
  }

  /** Keeps a note, and what somebody began or ended by it. */
  public void note(String name, String text, List<KeptAct> acts) {
    store.write(
        change -> {
          acts.forEach(change::addAct);
          change.setSetting(name, text);
          return true;
        });
  }

  /** What somebody does now. */
  public KeptAct act(String by, KeptAct.Kind kind, String subject) {
    return new KeptAct(by, now(), kind, subject);
  }

  /**
   * Makes everything that is derived again: reports from the bytes kept, stories from the reports.
   *
   * @return the digest
   */
  public String rebuild(Progress progress) {
    InputReader reader = new InputReader(Limits.standard());
    for (Rereading.Source source : store.read(Rereading::sources)) {
      store.write(change -> new Rereading(change, reader, divider()).run(source));
    }
    store.write(StoryService::countChange);
    placing.startOver();
    place(progress);
    return digest(store);
  }

  /**
   * What a store says of the world, as one number: its stories with their reports, dates and
   * sources, whatever their ids and histories. The same reports and decisions give the same digest.
   */
  public static String digest(Store store) {
    return store.read(
        view -> {
          List<String> lines = new ArrayList<>();
          for (StoredStory story : view.stories()) {
            lines.add(
                String.join(
                    "\n",
                    story.fingerprint(),
                    story.title(),
                    "" + story.sources(),
                    story.days().toString()));
          }
          lines.sort(null);
          return Digests.of(lines.toArray(String[]::new));
        });
  }

  @Override
  public void close() {
    try {
      placing.save();
    } finally {
      store.close();
    }
  }
}
