package org.twosource.story;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.twosource.encode.Encoder;
import org.twosource.report.PartialDate;
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
 * ({@link JoinJudge}): the one it is most alike to on average, as alike as the story's own reports
 * are to each other, and ahead of the next.
 *
 * <p>All thresholds were chosen together on bench/results/stories.tsv, one configuration for all
 * sets. Keeps state; one thread at a time.
 */
public final class OnlineStoryFinder implements StoryFinder {
  /** Mean likeness from which two stories may be one, with vectors; what doubt draws towards. */
  static final double SAME_STORY = 0.250;

  /** The same by words alone, when the model is off. */
  static final double SAME_STORY_BY_WORDS = 0.19;

  /** Share of a story's cohesion above the threshold that another must reach besides. */
  static final double COHESION_SHARE = 0.15;

  /**
   * Two sides of a story whose likeness is below this share of their own cohesion are two events.
   */
  static final double SPLIT_RATIO = 0.8;

  /** What two stories need above the threshold to become one. */
  static final double MERGE_MARGIN = 0.06;

  /** Below this mean cosine of the words no vector can make a report belong. */
  static final double HOPELESS = 0.04;

  /**
   * Days of the stream without a report after which a story closes, unless said otherwise. The
   * longest gap inside a labelled story of bench/results/stories.tsv is 958 days.
   */
  public static final int CLOSED_AFTER_DAYS = 1_095;

  /** Stories looked at for each report, in turn, whether they are to be closed. */
  private static final int LOOKED_AT_FOR_CLOSING = 2;

  /** The members looked at for the best link to show. */
  private static final int SHOWN_MEMBERS = 50;

  private static final int SHOWN_WORDS = 6;

  /** What the saved form is called, and its version. */
  private static final String SAVED = "open stories";

  private static final int FORM = 3;

  private final Vocabulary vocabulary;
  private final Terms.Reader reader;
  private final Supplier<Optional<Encoder>> encoder;
  private final StoryConstraints constraints;
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
    this.constraints = constraints;
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
        isOneEvent ? first(report) : home(report, candidates, lookBack, known);
    if (home == null) {
      OpenStory opened = open(before.opening());
      enter(report, opened, before.opening());
      history.add(new Story.Change(Story.Change.Kind.OPENED, id(opened), id(opened)));
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
    return !isOneEvent && constraints.equals(StoryConstraints.NONE);
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
      Placement.Versions versions = new Placement.Versions(before, home.version);
      now.entered(new Placement.Entry(home, isFirst, versions, home.lastPairs(), why));
    }
  }

  private void explain(OpenStory home, OpenStory.Reason why) {
    home.why.add(why);
    journal.onTakingBack(home.why::removeLast);
  }

  /** The first story that the user does not keep the report out of. */
  private @Nullable OpenStory first(Placed report) {
    return stories.stream()
        .filter(story -> !story.members.isEmpty() && !forbidden(report, story))
        .findFirst()
        .orElse(null);
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
            && story.members.stream().noneMatch(member -> constraints.namesTogether(member.id()));
    if (isOver) {
      history.add(new Story.Change(Story.Change.Kind.CLOSED, id(story), id(story)));
      int first = story.first().number();
      closed.put(first, told(story, List.of()));
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
        if (forbidden(report, story)) {
          continue;
        }
        if (areToJoin(report, story)) {
          return story;
        }
        link = link(report, story);
      }
      if (now != null) {
        now.linked(at, link);
      }
      if (link != Placement.LOST) {
        links[asked.size()] = link;
        asked.add(story);
      }
    }
    OpenStory home = joined(report, asked, Arrays.copyOf(links, asked.size()), lookBack);
    return home != null || constraints.together().isEmpty() ? home : named(report);
  }

  private boolean areToJoin(Placed report, OpenStory story) {
    return !constraints.together().isEmpty()
        && story.members.stream().anyMatch(member -> constraints.join(report.id(), member.id()));
  }

  /** Likeness to a story that the report can belong to. */
  private double link(Placed report, OpenStory story) {
    return isOver(report, story) || story.wordLink(report.terms()) < HOPELESS
        ? Placement.LOST
        : story.link(report);
  }

  /** Of the stories that words leave open, the likeliest that the report belongs to. */
  private @Nullable OpenStory joined(
      Placed report, List<OpenStory> open, double[] links, LookBack lookBack) {
    JoinJudge judge = byWordsAlone ? JoinJudge.byWords() : JoinJudge.withHeads();
    OpenStory home = null;
    long best = 0;
    for (int at = 0; at < links.length; at++) {
      OpenStory story = open.get(at);
      if (story.sameForm(report.terms()) || JoinJudge.isOfOtherNames(report, story)) {
        continue;
      }
      double next = highestBut(at, links);
      long score = judge.score(JoinJudge.features(report, story, links[at], next, threshold()));
      if ((home == null ? score >= 0 || isAloneAndAlike(report, open, links) : score > best)
          && !isAnotherOccasion(report, story, lookBack)) {
        best = score;
        home = story;
      }
    }
    return home;
  }

  /**
   * Whether no other story is asked about, and the report is as alike to this one as two stories
   * must be that become one: copies that are very alike to each other do not shut it out.
   */
  private boolean isAloneAndAlike(Placed report, List<OpenStory> open, double[] links) {
    return links.length == 1
        && links[0] >= needed(open.getFirst())
        && !open.getFirst().isOnePapersDay(report);
  }

  private static double highestBut(int left, double[] links) {
    double highest = 0;
    for (int at = 0; at < links.length; at++) {
      highest = at == left ? highest : Math.max(highest, links[at]);
    }
    return highest;
  }

  /** Whether the story was over when the report was published, or had not begun. */
  private boolean isOver(Placed report, OpenStory story) {
    return report.published().isPresent()
        && story.daysTo(report.published().get()) > closedAfterDays;
  }

  /**
   * Whether the story was silent for about a year before the report, which does not speak of its
   * days: last year's visit. Asked last, for it may read the report's dates.
   */
  private static boolean isAnotherOccasion(Placed report, OpenStory story, LookBack lookBack) {
    return report.published().filter(story::isAnotherTime).isPresent()
        && !lookBack.reaches(story.firstDay(), story.lastDay());
  }

  /** The story of a report that the user put together with this one, however unlike they are. */
  private @Nullable OpenStory named(Placed report) {
    return stories.stream()
        .filter(story -> !forbidden(report, story))
        .filter(
            story ->
                story.members.stream()
                    .anyMatch(member -> constraints.join(report.id(), member.id())))
        .findFirst()
        .orElse(null);
  }

  private boolean forbidden(Placed report, OpenStory story) {
    return !constraints.apart().isEmpty()
        && story.members.stream().anyMatch(member -> constraints.part(report.id(), member.id()));
  }

  private double needed(OpenStory story) {
    double threshold = threshold();
    return threshold + COHESION_SHARE * Math.max(0, story.cohesion(threshold) - threshold);
  }

  private double threshold() {
    return byWordsAlone ? SAME_STORY_BY_WORDS : SAME_STORY;
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
    for (OpenStory other = asked(report, joined); other != null; other = asked(report, joined)) {
      joined = merge(joined, other);
    }
    return joined;
  }

  private @Nullable OpenStory asked(Placed report, OpenStory home) {
    if (constraints.together().isEmpty()) {
      return null;
    }
    return stories.stream()
        .filter(story -> story != home)
        .filter(
            story ->
                story.members.stream()
                    .anyMatch(member -> constraints.join(report.id(), member.id())))
        .filter(story -> home.members.stream().noneMatch(member -> forbidden(member, story)))
        .findFirst()
        .orElse(null);
  }

  /** Parts a story that has become two events of one kind; the one with its first report stays. */
  private boolean split(OpenStory story) {
    List<Integer> leaving = story.secondEvent(SPLIT_RATIO);
    if (leaving.isEmpty() || wouldPart(story, leaving)) {
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
    history.add(new Story.Change(Story.Change.Kind.SPLIT_FROM, id(leaves), id(stays)));
    return true;
  }

  private void moveOthers() {
    Placement now = journal.now();
    if (now != null) {
      now.movedOthers();
    }
  }

  private boolean wouldPart(OpenStory story, List<Integer> leaving) {
    if (constraints.together().isEmpty()) {
      return false;
    }
    for (int leaver : leaving) {
      for (int i = 0; i < story.members.size(); i++) {
        if (!leaving.contains(i)
            && constraints.join(story.members.get(leaver).id(), story.members.get(i).id())) {
          return true;
        }
      }
    }
    return false;
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
          || grown.members.stream().anyMatch(member -> forbidden(member, other))) {
        continue;
      }
      double link = grown.link(other);
      double margin = link - Math.max(needed(grown), needed(other));
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
    history.add(new Story.Change(Story.Change.Kind.MERGED_INTO, id(younger), id(older)));
    for (Placed member : younger.members) {
      explain(older, bestLink(member, older));
      join(member, older);
    }
    journal.touch(younger);
    forget(younger);
    return older;
  }

  private static String id(OpenStory story) {
    return "s-" + story.first().id();
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

  private Story.Link inWords(OpenStory.Reason reason) {
    return new Story.Link(
        reason.a().id(), reason.b().id(), reason.likeness(), evidence(reason.b(), reason.a()));
  }

  private List<String> evidence(Placed a, Placed b) {
    Map<String, Double> names = new TreeMap<>();
    Map<String, Double> words = new TreeMap<>();
    for (int i = 0; i < a.terms().words().length; i++) {
      int word = a.terms().words()[i];
      int at = Arrays.binarySearch(b.terms().words(), word);
      if (at >= 0) {
        (a.terms().named().get(i) ? names : words)
            .put(
                vocabulary.stem(word),
                FixedPoint.ofProducts((long) a.terms().weights()[i] * b.terms().weights()[at]));
      }
    }
    List<String> evidence = new ArrayList<>();
    say(evidence, "names", heaviest(names));
    say(evidence, "words", heaviest(words));
    double byWords = a.terms().dot(b.terms());
    evidence.add(String.format(java.util.Locale.ROOT, "likeness of words: %.2f", byWords));
    if (a.vector().length > 0 && b.vector().length > 0) {
      double byHeads = Placed.dot(a.vector(), b.vector());
      evidence.add(String.format(java.util.Locale.ROOT, "likeness of heads: %.2f", byHeads));
    }
    Optional<PartialDate> one = a.published();
    Optional<PartialDate> other = b.published();
    if (one.isPresent() && other.isPresent()) {
      long days = Math.abs(one.get().earliest().toEpochDay() - other.get().earliest().toEpochDay());
      evidence.add("time: " + days + " d");
    }
    return evidence;
  }

  private static List<String> heaviest(Map<String, Double> shared) {
    return shared.entrySet().stream()
        .sorted(Comparator.comparingDouble(one -> -one.getValue()))
        .map(Map.Entry::getKey)
        .toList();
  }

  private static void say(List<String> evidence, String label, List<String> words) {
    if (!words.isEmpty()) {
      evidence.add(
          label + ": " + String.join(", ", words.subList(0, Math.min(SHOWN_WORDS, words.size()))));
    }
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
        byFirst.put(story.first().number(), told(story, List.of(), List.of()));
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
        byFirst.put(story.first().number(), told(story, List.of(), List.of()));
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
        byFirst.put(story.first().number(), told(story, told.getOrDefault(id(story), List.of())));
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

  private Story told(OpenStory open, List<Story.Change> changes) {
    return told(open, open.why.stream().map(this::inWords).toList(), changes);
  }

  private static Story told(OpenStory open, List<Story.Link> why, List<Story.Change> changes) {
    List<PartialDate> dates =
        new TreeSet<>(open.members.stream().flatMap(member -> member.published().stream()).toList())
            .stream().toList();
    return new Story(
        id(open),
        title(open),
        dates.isEmpty() ? Optional.empty() : Optional.of(dates.get(0)),
        dates.isEmpty() ? Optional.empty() : Optional.of(dates.get(dates.size() - 1)),
        open.members.stream()
            .sorted(Comparator.comparingInt(Placed::number))
            .map(Placed::id)
            .toList(),
        why,
        changes);
  }

  /** The title of the report nearest the middle of the story. */
  private static String title(OpenStory open) {
    Placed central = open.members.get(0);
    double best = -1;
    for (Placed member : open.members) {
      double link = open.wordLink(member.terms());
      if (link > best) {
        best = link;
        central = member;
      }
    }
    return central.title();
  }
}
