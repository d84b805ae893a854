package org.twosource.story;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.twosource.encode.Encoder;
import org.twosource.reuse.SavedForm;
import org.twosource.text.Text;

/**
 * Places reports into stories one by one (single-pass average link, as in TDT; Allan, Papka and
 * Lavrenko 1998), and corrects itself: stories that turn out to be two events of one kind are
 * split, stories that grow together are merged.
 *
 * <p>A report's words propose earlier reports, and these their stories ({@link NearReports}); the
 * cost of a placement does not grow with the number of stories. A placement depends on the proposed
 * stories and the day, and on nothing else: see {@link StoryBlocks} for what follows from that.
 * Where the words alone decide, no vector is made; where they leave it open, the head of the report
 * (headline and lead) is encoded once. A report joins the story that it most probably belongs to
 * ({@link HomeJudge}): the one it is most alike to on average, as alike as the story's own reports
 * are to each other, and ahead of the next.
 *
 * <p>All thresholds were chosen together on bench/results/stories.tsv, one configuration for all
 * sets. Keeps state; one thread at a time.
 */
public final class OnlineStoryFinder implements StoryFinder {
  /**
   * Two sides of a story whose likeness is below this share of their own cohesion are two events.
   */
  static final double SPLIT_RATIO = 0.8;

  /** What two stories need above the threshold to become one. */
  static final double MERGE_MARGIN = 0.06;

  /**
   * Days of the stream without a report after which a story closes, unless said otherwise. The
   * longest gap inside a labelled story of bench/results/stories.tsv is 958 days.
   */
  public static final int CLOSED_AFTER_DAYS = 1_095;

  /** Stories looked at for each report, in turn, whether they are to be closed. */
  private static final int LOOKED_AT_FOR_CLOSING = 2;

  /** The members looked at for the best link to show. */
  private static final int SHOWN_MEMBERS = 50;

  /** From this probability on a report that stands alone may belong to a story. */
  private static final double DOUBTED = 0.1;

  /** Reports standing alone that are asked again, at most. */
  private static final int MAX_DOUBTS = 500;

  /** What the saved form is called, and its version. */
  private static final String SAVED = "open stories";

  private static final int FORM = 3;

  private final Vocabulary vocabulary;
  private final Terms.Reader reader;
  private final Supplier<Optional<Encoder>> encoder;
  private final MemberConstraints constraints;
  private final HomeJudge homes;
  private final StoryInWords words;
  private final List<OpenStory> stories = new ArrayList<>();
  private final NearReports index;
  private final List<@Nullable Placed> reports = new ArrayList<>();
  private @Nullable HeadVectors heads;
  private final List<Story.Change> history = new ArrayList<>();
  private final Map<Integer, Story> closed = new TreeMap<>();
  private final StreamClock clock = new StreamClock();
  private final int closedAfterDays;
  private final boolean isOneEvent;
  private final Journal journal = new Journal();
  private long versions;
  private int nextToClose;
  private boolean byWordsAlone;
  private int weighed;

  /** By words alone, without constraints. */
  public OnlineStoryFinder() {
    this(Optional::empty, StoryConstraints.NONE);
  }

  /**
   * @param encoder asked when words first leave a placement open, then kept
   */
  public OnlineStoryFinder(Supplier<Optional<Encoder>> encoder, StoryConstraints constraints) {
    this(encoder, constraints, CLOSED_AFTER_DAYS);
  }

  /**
   * @param closedAfterDays days without a report after which a story closes, by the dates of the
   *     reports that arrive; at least 1. A closed story is kept, takes no report and costs nothing.
   *     Where reports arrive out of order, the time is that of the reports arriving: an archive
   *     read from its end closes what it has left behind, too.
   */
  public OnlineStoryFinder(
      Supplier<Optional<Encoder>> encoder, StoryConstraints constraints, int closedAfterDays) {
    this(encoder, constraints, closedAfterDays, false, new Vocabulary(), new NearReports());
  }

  private OnlineStoryFinder(
      Supplier<Optional<Encoder>> encoder,
      StoryConstraints constraints,
      int closedAfterDays,
      boolean isOneEvent,
      Vocabulary vocabulary,
      NearReports index) {
    if (closedAfterDays < 1) {
      throw new IllegalArgumentException(
          "closedAfterDays " + closedAfterDays + ": stories close after 1 day or more");
    }
    this.encoder = encoder;
    this.constraints = new MemberConstraints(constraints);
    this.homes = new HomeJudge(closedAfterDays, () -> byWordsAlone);
    this.words = new StoryInWords(vocabulary);
    this.closedAfterDays = closedAfterDays;
    this.isOneEvent = isOneEvent;
    this.vocabulary = vocabulary;
    this.index = index;
    this.reader = new Terms.Reader(BackgroundFrequencies.read(), vocabulary);
  }

  /**
   * A finder for reports that are all of one event because the user says so: what they say is not
   * asked, but pairs that the user keeps apart stay apart.
   */
  public static OnlineStoryFinder ofOneEvent(
      Supplier<Optional<Encoder>> encoder, StoryConstraints constraints) {
    return new OnlineStoryFinder(
        encoder, constraints, CLOSED_AFTER_DAYS, true, new Vocabulary(), new NearReports());
  }

  /**
   * The finder that was written: with the same encoder and decisions it goes on as if it had never
   * stopped.
   *
   * @throws SavedForm.UnreadableException when the bytes are no stories, damaged or of a newer form
   */
  public static OnlineStoryFinder read(
      InputStream from,
      Supplier<Optional<Encoder>> encoder,
      StoryConstraints constraints,
      int closedAfterDays)
      throws IOException {
    return SavedForm.read(
        from,
        SAVED,
        FORM,
        in -> {
          Vocabulary vocabulary = Vocabulary.read(in);
          NearReports index = NearReports.read(in);
          OnlineStoryFinder finder =
              new OnlineStoryFinder(
                  encoder, constraints, closedAfterDays, false, vocabulary, index);
          finder.read(in);
          return finder;
        });
  }

  private void read(DataInputStream in) throws IOException {
    int count = in.readInt();
    for (int number = 0; number < count; number++) {
      reports.add(in.readBoolean() ? Placed.read(in, this::vector) : null);
    }
    int open = in.readInt();
    for (int number = 0; number < open; number++) {
      stories.add(OpenStory.read(in, this::report));
    }
    int over = in.readInt();
    for (int at = 0; at < over; at++) {
      closed.put(in.readInt(), Story.read(in));
    }
    history.addAll(Story.changes(in));
    clock.read(in);
    nextToClose = in.readInt();
    byWordsAlone = in.readBoolean();
  }

  private Placed report(int number) {
    return Objects.requireNonNull(reports.get(number), "a report of a closed story");
  }

  /** Writes the stories and all that placing the next report rests on. */
  public void write(OutputStream to) throws IOException {
    SavedForm.write(
        to,
        SAVED,
        FORM,
        out -> {
          vocabulary.write(out);
          index.write(out);
          out.writeInt(reports.size());
          for (Placed report : reports) {
            out.writeBoolean(report != null);
            if (report != null) {
              report.write(out);
            }
          }
          out.writeInt(stories.size());
          for (OpenStory story : stories) {
            story.write(out);
          }
          out.writeInt(closed.size());
          for (Map.Entry<Integer, Story> story : closed.entrySet()) {
            out.writeInt(story.getKey());
            story.getValue().write(out);
          }
          Story.changes(out, history);
          clock.write(out);
          out.writeInt(nextToClose);
          out.writeBoolean(byWordsAlone);
        });
  }

  @Override
  public void add(Text text) {
    Placed report = new Placed(reports.size(), text, reader.read(text), this::vector);
    take(report, new LookBack(() -> text), new Placement(report));
  }

  /**
   * Keeps the last placements from now on, so that they can be taken back.
   *
   * @param placements kept at most, 1 or more; some 1.5 kB each
   */
  public void remember(int placements) {
    journal.begin(placements);
  }

  /** How many of the last placements can be taken back. */
  public int remembered() {
    return journal.size();
  }

  /**
   * Takes the last placements back: all is as it was before, but for numbers that nobody sees.
   *
   * @param count up to {@link #remembered}
   * @return the placements, in the order in which they were made
   */
  public List<Placement> takeBack(int count) {
    return journal.takeBack(count);
  }

  /** Reads a report that was taken back and written, to be placed again. */
  public Placement readPlacement(DataInputStream in) throws IOException {
    return new Placement(Placed.read(in, this::vector));
  }

  /**
   * Places a report again that was taken back, after all that were placed meanwhile.
   *
   * @param text asked where the days that it speaks of are needed
   */
  public void placeAgain(Placement before, Supplier<Text> text) {
    Placed report = before.report;
    report.number(reports.size());
    take(report, new LookBack(text), before);
  }

  /**
   * @param before what came of it before it was taken back; nothing the first time
   */
  private void take(Placed report, LookBack lookBack, Placement before) {
    Terms terms = report.terms();
    journal.open(report);
    if (journal.isKept()) {
      int[] replaced = index.replacedBy(terms);
      StreamClock.Mark mark = clock.mark();
      int changes = history.size();
      int next = nextToClose;
      journal.onTakingBack(
          () -> {
            index.takeBack(terms, replaced);
            clock.goBack(mark);
            history.subList(changes, history.size()).clear();
            nextToClose = next;
          });
    }
    report.published().ifPresent(clock::report);
    int[] near = index.near(terms);
    index.add(terms);
    place(report, near, lookBack, before);
    journal.close();
  }

  /**
   * Places a report for which the day and the near reports were worked out before.
   *
   * @param near reports placed here before, by their number
   */
  public void place(Text text, long day, int[] near) {
    clock.set(day);
    Placed report = new Placed(reports.size(), text, reader.read(text), this::vector);
    place(report, near, new LookBack(() -> text), new Placement(report));
  }

  /** Tells how far the stream has come since the last report. */
  public void comeTo(long day) {
    clock.set(day);
  }

  private void place(Placed report, int[] near, LookBack lookBack, Placement before) {
    closeSome();
    reports.add(report);
    journal.onTakingBack(reports::removeLast);
    List<OpenStory> candidates = candidates(near);
    Placement known = isFree() && before.isOf(candidates) ? before : new Placement(report);
    Placement now = journal.now();
    if (now != null) {
      now.weighedAgainst(candidates);
    }
    @Nullable OpenStory home =
        isOneEvent ? constraints.first(report, stories) : home(report, candidates, lookBack, known);
    if (home == null) {
      OpenStory opened = open(before.opening());
      enter(report, opened, before.opening());
      history.add(
          new Story.Change(
              Story.Change.Kind.OPENED, StoryInWords.id(opened), StoryInWords.id(opened)));
      return;
    }
    Placement.Entry entry = before.entryTo(home);
    boolean isAsBefore = known == before && entry != null;
    enter(report, home, entry);
    OpenStory joined = joinAsked(report, home);
    if (!isOneEvent && (isAsBefore || !split(joined))) {
      merge(joined, isAsBefore ? before.othersAmong(candidates) : candidates);
    }
  }

  /** Whether the user decided nothing: then reports are weighed against those proposed alone. */
  private boolean isFree() {
    return !isOneEvent && constraints.isNone();
  }

  /**
   * Has a report enter a story.
   *
   * @param known how it entered this story as it is, if it did so before
   */
  private void enter(Placed report, OpenStory home, Placement.@Nullable Entry known) {
    boolean isFirst = home.members.isEmpty();
    OpenStory.Reason why = isFirst ? null : known == null ? bestLink(report, home) : known.why();
    if (why != null) {
      explain(home, why);
    }
    long before = home.version;
    join(report, home, known);
    Placement now = journal.now();
    if (now != null) {
      Placement.VersionNumbers versions = new Placement.VersionNumbers(before, home.version);
      now.entered(new Placement.Entry(home, isFirst, versions, home.lastPairs(), why));
    }
  }

  private void explain(OpenStory home, OpenStory.Reason why) {
    home.why.add(why);
    journal.onTakingBack(home.why::removeLast);
  }

  private OpenStory open() {
    return open(null);
  }

  /**
   * @param known the story that was opened for the same report before, empty again
   */
  private OpenStory open(Placement.@Nullable Entry known) {
    OpenStory story = known == null ? new OpenStory(stories.size()) : known.home();
    story.number = stories.size();
    stories.add(story);
    journal.touchNew(story);
    journal.onTakingBack(stories::removeLast);
    return story;
  }

  /** Closes those of the next stories in turn whose time is over. */
  private void closeSome() {
    for (int at = 0; at < Math.min(LOOKED_AT_FOR_CLOSING, stories.size()); at++) {
      nextToClose = nextToClose + 1 < stories.size() ? nextToClose + 1 : 0;
      closeIfOver(stories.get(nextToClose));
    }
  }

  /** Whether the story takes reports; closes it when its time is over. */
  private boolean isOpen(OpenStory story) {
    return !story.members.isEmpty() && !closeIfOver(story);
  }

  private boolean closeIfOver(OpenStory story) {
    boolean isOver =
        !isOneEvent
            && !story.members.isEmpty()
            && story.lastDay != StreamClock.UNKNOWN
            && Math.abs(clock.now() - story.lastDay) > closedAfterDays
            && !constraints.nameOneOf(story);
    if (isOver) {
      history.add(
          new Story.Change(
              Story.Change.Kind.CLOSED, StoryInWords.id(story), StoryInWords.id(story)));
      int first = story.first().number();
      closed.put(first, words.whole(story, List.of()));
      story.members.forEach(member -> reports.set(member.number(), null));
      journal.onTakingBack(
          () -> {
            closed.remove(first);
            story.members.forEach(member -> reports.set(member.number(), member));
          });
      forget(story);
    }
    return isOver;
  }

  private void forget(OpenStory story) {
    OpenStory.Forgotten all = story.forget();
    story.version = ++versions;
    journal.onTakingBack(
        () -> {
          journal.touch(story);
          story.takeBack(all);
        });
  }

  /**
   * @param before what came of the report before; its likeness to stories that are as they were
   *     then is known
   */
  private @Nullable OpenStory home(
      Placed report, List<OpenStory> candidates, LookBack lookBack, Placement before) {
    List<OpenStory> asked = new ArrayList<>();
    double[] links = new double[candidates.size()];
    Placement now = journal.now();
    for (int at = 0; at < candidates.size(); at++) {
      OpenStory story = candidates.get(at);
      double link = before.linkTo(story);
      if (Double.isNaN(link)) {
        if (constraints.forbid(report, story)) {
          continue;
        }
        if (constraints.join(report, story)) {
          return story;
        }
        link = homes.link(report, story);
      }
      if (now != null) {
        now.linked(at, link);
      }
      if (link != Placement.LOST) {
        links[asked.size()] = link;
        asked.add(story);
      }
    }
    OpenStory home = homes.home(report, asked, Arrays.copyOf(links, asked.size()), lookBack);
    return home != null ? home : constraints.named(report, stories);
  }

  /** The open stories of the reports named, in their order. */
  private List<OpenStory> candidates(int[] near) {
    Set<OpenStory> candidates = new LinkedHashSet<>();
    for (int number : near) {
      Placed report = reports.get(number);
      if (report != null && isOpen(report.home())) {
        candidates.add(report.home());
      }
    }
    weighed = candidates.size();
    return List.copyOf(candidates);
  }

  /** How many stories the last report was weighed against. */
  int weighedForTheLast() {
    return weighed;
  }

  private float[] vector(List<String> head) {
    Optional<Encoder> open = encoder.get();
    if (open.isEmpty()) {
      byWordsAlone = true;
      return new float[0];
    }
    if (heads == null) {
      heads = new HeadVectors();
    }
    return heads.of(head, open.get());
  }

  private void join(Placed report, OpenStory home) {
    join(report, home, null);
  }

  private void join(Placed report, OpenStory home, Placement.@Nullable Entry known) {
    journal.touch(home);
    OpenStory.Before before = home.before(report.homeOrNone());
    if (known == null) {
      home.add(report);
      home.version = ++versions;
    } else {
      home.add(report, known.pairs());
      home.version = known.versions().after();
    }
    home.lastDay = clock.now();
    Placement now = journal.now();
    if (now != null) {
      now.onTakingBack(() -> leave(home, before));
      if (!home.mayTakeBack(report)) {
        now.makeFinal();
      }
    }
  }

  private void leave(OpenStory home, OpenStory.Before before) {
    journal.touch(home);
    home.takeBack(before);
  }

  /** Merges what the user put together with the report into its story, unless a pair forbids it. */
  private OpenStory joinAsked(Placed report, OpenStory home) {
    OpenStory joined = home;
    OpenStory other = constraints.asked(report, joined, stories);
    while (other != null) {
      joined = merge(joined, other);
      other = constraints.asked(report, joined, stories);
    }
    return joined;
  }

  /** Parts a story that has become two events of one kind; the one with its first report stays. */
  private boolean split(OpenStory story) {
    List<Integer> leaving = story.secondEvent(SPLIT_RATIO);
    if (leaving.isEmpty() || constraints.holdTogether(story, leaving)) {
      return false;
    }
    OpenStory stays = new OpenStory(story.number);
    OpenStory leaves = open();
    moveOthers();
    journal.onTakingBack(
        () -> {
          story.members.forEach(member -> member.moveTo(story));
          stories.set(story.number, story);
          journal.touch(story);
        });
    stays.lastDay = story.lastDay;
    leaves.lastDay = story.lastDay;
    for (int i = 0; i < story.members.size(); i++) {
      Placed member = story.members.get(i);
      OpenStory home = leaving.contains(i) ? leaves : stays;
      if (!home.members.isEmpty()) {
        home.why.add(bestLink(member, home));
      }
      home.add(member);
    }
    stories.set(story.number, stays);
    stays.version = ++versions;
    leaves.version = ++versions;
    journal.touchNew(stays);
    history.add(
        new Story.Change(
            Story.Change.Kind.SPLIT_FROM, StoryInWords.id(leaves), StoryInWords.id(stays)));
    return true;
  }

  private void moveOthers() {
    Placement now = journal.now();
    if (now != null) {
      now.movedOthers();
    }
  }

  /** Joins a story to the one it has grown together with; the older keeps its id. */
  private void merge(OpenStory grown, List<OpenStory> candidates) {
    if (grown.members.size() > OpenStory.LARGEST_SPLIT) {
      return;
    }
    OpenStory partner = null;
    double best = MERGE_MARGIN;
    Terms newest = grown.members.get(grown.members.size() - 1).terms();
    for (OpenStory other : candidates) {
      if (other == grown
          || other.members.isEmpty()
          || other.sameForm(newest)
          || grown.daysTo(other) > Math.min(closedAfterDays, OpenStory.OCCASION_DAYS)
          || other.members.size() > OpenStory.LARGEST_SPLIT
          || constraints.forbid(grown, other)) {
        continue;
      }
      double link = grown.link(other);
      double margin = link - Math.max(homes.needed(grown), homes.needed(other));
      if (margin > best && !grown.isApart(other, link, SPLIT_RATIO)) {
        best = margin;
        partner = other;
      }
    }
    if (partner != null) {
      merge(grown, partner);
    }
  }

  private OpenStory merge(OpenStory one, OpenStory other) {
    OpenStory older = one.first().number() < other.first().number() ? one : other;
    OpenStory younger = older == one ? other : one;
    moveOthers();
    history.add(
        new Story.Change(
            Story.Change.Kind.MERGED_INTO, StoryInWords.id(younger), StoryInWords.id(older)));
    for (Placed member : younger.members) {
      explain(older, bestLink(member, older));
      join(member, older);
    }
    journal.touch(younger);
    forget(younger);
    return older;
  }

  /**
   * The reports that stand alone and that {@link #DOUBTED} and more speaks for a story's being
   * theirs too, the likeliest story of each; of at most {@link #MAX_DOUBTS} reports, the first.
   */
  @Override
  public List<Story.Doubt> doubts() {
    List<Story.Doubt> doubts = new ArrayList<>();
    List<OpenStory> alone =
        stories.stream().filter(story -> story.members.size() == 1).limit(MAX_DOUBTS).toList();
    for (OpenStory story : isOneEvent ? List.<OpenStory>of() : alone) {
      doubt(story.first()).ifPresent(doubts::add);
    }
    return doubts;
  }

  private Optional<Story.Doubt> doubt(Placed report) {
    List<OpenStory> others =
        candidates(index.near(report.terms())).stream()
            .filter(story -> story != report.home() && !constraints.forbid(report, story))
            .filter(story -> homes.link(report, story) != Placement.LOST)
            .toList();
    double[] links = others.stream().mapToDouble(story -> homes.link(report, story)).toArray();
    double[] probabilities = homes.probabilities(report, others, links);
    int best = -1;
    for (int at = 0; at < probabilities.length; at++) {
      best = best < 0 || probabilities[at] > probabilities[best] ? at : best;
    }
    if (best < 0 || probabilities[best] < DOUBTED) {
      return Optional.empty();
    }
    OpenStory story = others.get(best);
    return Optional.of(
        new Story.Doubt(
            report.id(),
            StoryInWords.id(story),
            probabilities[best],
            words.link(bestLink(report, story)).evidence()));
  }

  private static OpenStory.Reason bestLink(Placed report, OpenStory home) {
    Placed nearest = home.members.get(0);
    double best = -1;
    int from = Math.max(0, home.members.size() - SHOWN_MEMBERS);
    for (Placed member : home.members.subList(from, home.members.size())) {
      double link = report.likeness(member);
      if (link > best) {
        best = link;
        nearest = member;
      }
    }
    return new OpenStory.Reason(nearest, report, Math.clamp(best, 0, 1));
  }

  /**
   * The stories that are not as they were when this was asked last, and where it was not asked yet,
   * all; without their links and history. Asked of a finder that remembers.
   */
  public List<Story> changed() {
    Map<Integer, Story> byFirst = new TreeMap<>();
    for (OpenStory story : journal.changed()) {
      boolean isThere = story.number < stories.size() && stories.get(story.number) == story;
      if (isThere && !story.members.isEmpty()) {
        byFirst.put(story.first().number(), StoryInWords.brief(story));
      } else if (isThere && closed.containsKey(story.first().number())) {
        byFirst.put(story.first().number(), closed.get(story.first().number()).inBrief());
      }
    }
    return List.copyOf(byFirst.values());
  }

  /** All stories as they are now, without their links and history. */
  public List<Story> inBrief() {
    Map<Integer, Story> byFirst = new TreeMap<>();
    for (OpenStory story : stories) {
      if (!story.members.isEmpty()) {
        byFirst.put(story.first().number(), StoryInWords.brief(story));
      }
    }
    closed.forEach((first, story) -> byFirst.put(first, story.inBrief()));
    journal.forgetChanges();
    return List.copyOf(byFirst.values());
  }

  @Override
  public List<Story> stories() {
    int before = closed.size();
    stories.forEach(this::closeIfOver);
    if (closed.size() > before) {
      journal.clear();
    }
    Map<String, List<Story.Change>> told = new HashMap<>();
    for (Story.Change change : history) {
      told.computeIfAbsent(change.story(), id -> new ArrayList<>()).add(change);
      if (!change.other().equals(change.story())) {
        told.computeIfAbsent(change.other(), id -> new ArrayList<>()).add(change);
      }
    }
    Map<Integer, Story> byFirst = new TreeMap<>();
    for (OpenStory story : stories) {
      if (!story.members.isEmpty()) {
        byFirst.put(
            story.first().number(),
            words.whole(story, told.getOrDefault(StoryInWords.id(story), List.of())));
      }
    }
    closed.forEach(
        (first, story) ->
            byFirst.put(first, story.withHistory(told.getOrDefault(story.id(), List.of()))));
    return List.copyOf(byFirst.values());
  }

  /** What became of the stories, in the order in which it happened. */
  public List<Story.Change> history() {
    return List.copyOf(history);
  }
}
