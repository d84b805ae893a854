package org.twosource.story;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.function.IntFunction;
import java.util.function.IntPredicate;
import java.util.function.IntUnaryOperator;
import org.jspecify.annotations.Nullable;
import org.twosource.report.PartialDate;
import org.twosource.reuse.SavedForm;

/**
 * A story that still takes reports.
 *
 * <p>It keeps the sums of its reports' vectors, so that the mean likeness of a report to all
 * members (average link) is one product whatever the size; and, while it is small, the likeness of
 * every pair, from which it is seen when two events of one kind were taken for one.
 */
final class OpenStory {
  /** Stories larger than this are not split any more: by then they are told apart on arrival. */
  static final int LARGEST_SPLIT = 60;

  /** Each side of a split has at least so many reports. */
  private static final int SMALLEST_SIDE = 2;

  /**
   * Cosine of the ordinary words from which two reports are one form. With the two numbers below,
   * chosen on generated streams 2 and 4; pairs of one real event hardly ever pass all three.
   */
  private static final double FORM_WORDS = 0.45;

  /** Cosine of names and numbers below which a form is filled in for two cases. */
  private static final double FORM_NAMES = 0.25;

  /** Least share (L2) of names and numbers in a form. */
  private static final double FORM_FILLED = 0.5;

  /** Pairs' worth of doubt by which cohesion is drawn towards the threshold. */
  private static final double DOUBT = 2;

  /**
   * Likeness from which on two reports are one text. How alike copies are tells nothing of how
   * alike another report of the event must be, so they do not count towards cohesion.
   */
  private static final int SAME_TEXT = FixedPoint.of(0.8);

  /**
   * Sums of up to this many reports are not written: they are made again of the reports, since none
   * can be full.
   */
  private static final int SUMMED_AGAIN = Integer.MAX_VALUE / FixedPoint.ONE;

  private static final int[] NO_PAIRS = {};

  /**
   * Days after which what comes about once a year comes again: a visit, a vote, a match. A report
   * that is later than this tells of another occasion, unless it speaks of the story's days.
   */
  static final int OCCASION_DAYS = 300;

  /** The names and numbers of a report, or of a story, that say whom and what it tells of. */
  private static final int MAIN_NAMES = 6;

  /** The first reports, whose names are the story's. */
  private static final int NAMING_REPORTS = 8;

  /** Lengths below this are taken for it, so that a word or two make no cosine of 1. */
  private static final double SHORTEST = 0.05;

  /** Its place among all stories that were ever opened. */
  int number;

  /** Changes with every change of what placing rests on; the same number, the same story. */
  long version;

  List<Placed> members = new ArrayList<>();
  List<Reason> why = new ArrayList<>();

  /** The day of the stream when its last report came; {@link StreamClock#UNKNOWN} at first. */
  long lastDay = StreamClock.UNKNOWN;

  private long firstDated = Long.MAX_VALUE;
  private long lastDated = Long.MIN_VALUE;
  private @Nullable Placed first;
  private WeightSums words = new WeightSums();
  private long namedLengths;
  private int[] heads = {};
  private int withHead;
  private List<int[]> pairs = new ArrayList<>();
  private int[] names = {};
  private long pairSum;
  private long pairCount;

  /** A link that is put into words when the stories are asked for. */
  record Reason(Placed a, Placed b, double likeness) {}

  OpenStory(int number) {
    this.number = number;
  }

  /** The member that came first: the id is made of it. */
  Placed first() {
    return Objects.requireNonNull(first, "a story without a report");
  }

  /** What a story let go of. */
  record Forgotten(
      List<Placed> members,
      List<Reason> why,
      List<int[]> pairs,
      WeightSums words,
      int[] heads,
      long version) {}

  /** Lets go of all that placing needs: no report comes any more. */
  Forgotten forget() {
    Forgotten all = new Forgotten(members, why, pairs, words, heads, version);
    members = new ArrayList<>();
    why = new ArrayList<>();
    pairs = new ArrayList<>();
    words = new WeightSums();
    heads = new int[0];
    return all;
  }

  void takeBack(Forgotten all) {
    members = all.members();
    why = all.why();
    pairs = all.pairs();
    words = all.words();
    heads = all.heads();
    version = all.version();
  }

  /**
   * What a story was before its last report came.
   *
   * @param home of the report before
   */
  record Before(
      long version,
      long lastDay,
      long firstDated,
      long lastDated,
      @Nullable Placed first,
      int[] names,
      Sums sums,
      @Nullable OpenStory home) {}

  /** Of the likeness of its members, and of what lies in names. */
  record Sums(long pairs, long pairCount, long namedLengths) {}

  Before before(@Nullable OpenStory home) {
    Sums sums = new Sums(pairSum, pairCount, namedLengths);
    return new Before(version, lastDay, firstDated, lastDated, first, names, sums, home);
  }

  /** Whether the report that came last can be taken back: no sum of its words is full. */
  boolean mayTakeBack(Placed last) {
    for (int word : last.terms().words()) {
      if (words.isFull(word)) {
        return false;
      }
    }
    return true;
  }

  /** Takes back the report that came last. */
  void takeBack(Before before) {
    Placed last = members.removeLast();
    last.moveTo(before.home());
    if (pairs.size() > members.size()) {
      pairs.removeLast();
    }
    Terms terms = last.terms();
    for (int i = 0; i < terms.words().length; i++) {
      words.takeBack(terms.words()[i], terms.weights()[i]);
    }
    if (last.vector().length > 0) {
      withHead--;
      for (int i = 0; i < heads.length; i++) {
        heads[i] -= last.vector()[i];
      }
    }
    version = before.version();
    lastDay = before.lastDay();
    firstDated = before.firstDated();
    lastDated = before.lastDated();
    first = before.first();
    names = before.names();
    pairSum = before.sums().pairs();
    pairCount = before.sums().pairCount();
    namedLengths = before.sums().namedLengths();
  }

  /** The likeness of the report that came last to those before it; empty in a large story. */
  int[] lastPairs() {
    return pairs.size() == members.size() ? pairs.getLast() : NO_PAIRS;
  }

  /** Mean cosine of the words with all members: what can be known without a vector. */
  double wordLink(Terms report) {
    return report.dot(words) / members.size();
  }

  /** Mean likeness to all members. */
  double link(Placed report) {
    double byWords = wordLink(report.terms());
    if (withHead == 0 || report.vector().length == 0) {
      return byWords;
    }
    double byHeads = Placed.dot(report.vector(), heads) / withHead;
    return Placed.WORDS_SHARE * byWords + (1 - Placed.WORDS_SHARE) * Math.max(0, byHeads);
  }

  /**
   * Whether the report is the same form filled in for another case: alike in its ordinary words,
   * with other names and numbers. (Results, forecasts and scores are written so.)
   */
  boolean sameForm(Terms report) {
    double named = report.namedLength();
    double ordinary = ordinary(named);
    double meanNamed = namedLength();
    double meanOrdinary = ordinary(meanNamed);
    if (Math.min(named, meanNamed) < FORM_FILLED) {
      return false;
    }
    double byNames = report.dotNamed(words) / members.size();
    double byOrdinary = wordLink(report) - byNames;
    return byOrdinary > FORM_WORDS * ordinary * meanOrdinary
        && byNames < FORM_NAMES * named * meanNamed;
  }

  /** Cosine of the report's names and numbers with the story's. */
  double namesLink(Terms report) {
    return report.dotNamed(words)
        / members.size()
        / Math.max(SHORTEST, report.namedLength() * namedLength());
  }

  /** Cosine of the report's ordinary words with the story's. */
  double ordinaryLink(Terms report) {
    return (report.dot(words) - report.dotNamed(words))
        / members.size()
        / Math.max(SHORTEST, ordinary(report.namedLength()) * ordinary(namedLength()));
  }

  /** Mean length (L2) of the part of its reports that is names and numbers, 0 to 1. */
  double namedLength() {
    return FixedPoint.value(namedLengths) / members.size();
  }

  private static double ordinary(double named) {
    return Math.sqrt(Math.max(0, 1 - named * named));
  }

  /**
   * Share (L2, squared) of the main names of the report that the story has not, or of the story's
   * that the report has not, whichever is less: 1 where neither knows whom the other tells of.
   */
  double ownNames(Terms report) {
    int[] main = report.names(MAIN_NAMES);
    return Math.min(
        missing(main, report::weight, word -> words.of(word) == 0),
        missing(names, words::of, word -> !report.has(word)));
  }

  private static double missing(int[] names, IntUnaryOperator weight, IntPredicate isMissing) {
    double all = 0;
    double missing = 0;
    for (int name : names) {
      double share = FixedPoint.value(weight.applyAsInt(name));
      all += share * share;
      missing += isMissing.test(name) ? share * share : 0;
    }
    return all == 0 ? 0 : missing / all;
  }

  /** Takes the names that are heaviest in the story out of the main ones of its first reports. */
  private int[] mainNames() {
    return members.stream()
        .flatMapToInt(member -> Arrays.stream(member.terms().names(MAIN_NAMES)))
        .distinct()
        .boxed()
        .sorted(Comparator.comparingInt(word -> -words.of(word)))
        .limit(MAIN_NAMES)
        .mapToInt(Integer::intValue)
        .toArray();
  }

  /** Whether the report and all of the story are of one outlet and one day. */
  boolean isOnePapersDay(Placed report) {
    return members.stream().allMatch(report::isOfOnePaperWith);
  }

  /** Mean likeness of all members to all members of another story. */
  double link(OpenStory other) {
    double byWords = words.dot(other.words) / members.size() / other.members.size();
    if (withHead == 0 || other.withHead == 0) {
      return byWords;
    }
    double byHeads = Placed.dot(heads, other.heads) / withHead / other.withHead;
    return Placed.WORDS_SHARE * byWords + (1 - Placed.WORDS_SHARE) * Math.max(0, byHeads);
  }

  /** Mean likeness among the members, drawn towards {@code threshold} while they are few. */
  double cohesion(double threshold) {
    return (FixedPoint.value(pairSum) + DOUBT * threshold) / (pairCount + DOUBT);
  }

  void add(Placed report) {
    add(report, members.size() < LARGEST_SPLIT ? likeness(report) : NO_PAIRS);
  }

  private int[] likeness(Placed report) {
    int[] row = new int[members.size()];
    for (int i = 0; i < row.length; i++) {
      row[i] = FixedPoint.of(report.likeness(members.get(i)));
    }
    return row;
  }

  /**
   * Adds a report that was in this story as it is before.
   *
   * @param row as {@link #lastPairs} said then
   */
  void add(Placed report, int[] row) {
    if (members.size() < LARGEST_SPLIT) {
      for (int pair : row) {
        if (pair < SAME_TEXT) {
          pairSum += pair;
          pairCount++;
        }
      }
      pairs.add(row);
    } else {
      pairSum += FixedPoint.of(link(report)) * (long) members.size();
      pairCount += members.size();
    }
    has(report);
    report.published().ifPresent(this::dated);
    Terms terms = report.terms();
    sum(terms);
    namedLengths += FixedPoint.of(terms.namedLength());
    if (members.size() <= NAMING_REPORTS) {
      names = mainNames();
    }
    if (report.vector().length > 0) {
      withHead++;
      heads = heads.length == 0 ? new int[report.vector().length] : heads;
      for (int i = 0; i < heads.length; i++) {
        heads[i] += report.vector()[i];
      }
    }
  }

  private void sum(Terms terms) {
    for (int i = 0; i < terms.words().length; i++) {
      words.add(terms.words()[i], terms.weights()[i]);
    }
  }

  /** Whether a date is so long after the story that only what speaks of it can belong to it. */
  boolean isAnotherTime(PartialDate date) {
    return firstDated <= lastDated && date.earliest().toEpochDay() - lastDated > OCCASION_DAYS;
  }

  private void dated(PartialDate published) {
    firstDated = Math.min(firstDated, published.earliest().toEpochDay());
    lastDated = Math.max(lastDated, published.latest().toEpochDay());
  }

  /** Days between a date and the nearest of the story's; 0 where it has none. */
  long daysTo(PartialDate date) {
    return firstDated > lastDated
        ? 0
        : Math.max(
            0,
            Math.max(
                firstDated - date.latest().toEpochDay(), date.earliest().toEpochDay() - lastDated));
  }

  /** The day of its first dated report, counted from 1970-01-01. */
  long firstDay() {
    return firstDated;
  }

  /** The day of its last dated report, counted from 1970-01-01. */
  long lastDay() {
    return lastDated;
  }

  /** Days between the dates of two stories; 0 where one has none. */
  long daysTo(OpenStory other) {
    return firstDated > lastDated || other.firstDated > other.lastDated
        ? 0
        : Math.max(0, Math.max(firstDated - other.lastDated, other.firstDated - lastDated));
  }

  private double pair(int i, int j) {
    return FixedPoint.value(i > j ? pairs.get(i)[j] : pairs.get(j)[i]);
  }

  /**
   * The members, as indices, that make an event of their own: the side of the last join of
   * average-link clustering that has not the first report, when its likeness to the rest is below
   * {@code ratio} of what holds either side together. Empty when the story is one.
   */
  List<Integer> secondEvent(double ratio) {
    int size = members.size();
    if (size < 2 * SMALLEST_SIDE || size > LARGEST_SPLIT) {
      return List.of();
    }
    boolean[] second = lastJoin(size);
    boolean first = second[members.indexOf(first())];
    List<Integer> one = new ArrayList<>();
    List<Integer> other = new ArrayList<>();
    for (int i = 0; i < size; i++) {
      (second[i] == first ? one : other).add(i);
    }
    if (one.size() < SMALLEST_SIDE || other.size() < SMALLEST_SIDE) {
      return List.of();
    }
    double between = 0;
    for (int i : one) {
      for (int j : other) {
        between += pair(i, j);
      }
    }
    between /= (double) one.size() * other.size();
    double held = Math.min(within(one, between), within(other, between));
    return between < ratio * held ? other : List.of();
  }

  /**
   * Whether this story and another would be split as two events if they were one, by the same
   * measure as {@link #secondEvent}.
   *
   * @param between their mean likeness
   */
  boolean isApart(OpenStory other, double between, double ratio) {
    return Math.min(members.size(), other.members.size()) >= SMALLEST_SIDE
        && between < ratio * Math.min(cohesion(between), other.cohesion(between));
  }

  private double within(List<Integer> side, double between) {
    double sum = DOUBT * between;
    double count = DOUBT;
    for (int i = 0; i < side.size(); i++) {
      for (int j = 0; j < i; j++) {
        sum += pair(side.get(i), side.get(j));
        count++;
      }
    }
    return sum / count;
  }

  /** Average-link clustering down to two sides (UPGMA; Sokal and Michener 1958). */
  private boolean[] lastJoin(int size) {
    double[][] link = new double[size][size];
    int[] side = new int[size];
    int[] weight = new int[size];
    for (int i = 0; i < size; i++) {
      side[i] = i;
      weight[i] = 1;
      for (int j = 0; j < i; j++) {
        link[i][j] = link[j][i] = pair(i, j);
      }
    }
    for (int left = size; left > 2; left--) {
      int a = -1;
      int b = -1;
      double best = Double.NEGATIVE_INFINITY;
      for (int i = 0; i < size; i++) {
        for (int j = 0; j < i && weight[i] > 0; j++) {
          if (weight[j] > 0 && link[i][j] > best) {
            best = link[i][j];
            a = j;
            b = i;
          }
        }
      }
      for (int k = 0; k < size; k++) {
        link[a][k] = (weight[a] * link[a][k] + weight[b] * link[b][k]) / (weight[a] + weight[b]);
        link[k][a] = link[a][k];
      }
      weight[a] += weight[b];
      weight[b] = 0;
      for (int k = 0; k < size; k++) {
        side[k] = side[k] == b ? a : side[k];
      }
    }
    boolean[] second = new boolean[size];
    for (int i = 0; i < size; i++) {
      second[i] = side[i] != side[0];
    }
    return second;
  }

  /** Writes all but the reports themselves, which are named by their number. */
  void write(DataOutputStream out) throws IOException {
    out.writeInt(number);
    out.writeInt(members.size());
    for (Placed member : members) {
      out.writeInt(member.number());
    }
    out.writeInt(why.size());
    for (Reason reason : why) {
      out.writeInt(reason.a().number());
      out.writeInt(reason.b().number());
      out.writeDouble(reason.likeness());
    }
    out.writeLong(lastDay);
    out.writeLong(firstDated);
    out.writeLong(lastDated);
    if (members.size() > SUMMED_AGAIN) {
      words.write(out);
    }
    out.writeLong(namedLengths);
    SavedForm.ints(out, heads, heads.length);
    out.writeInt(withHead);
    out.writeInt(pairs.size());
    for (int[] row : pairs) {
      SavedForm.ints(out, row, row.length);
    }
    out.writeLong(pairSum);
    out.writeLong(pairCount);
    SavedForm.ints(out, names, names.length);
  }

  static OpenStory read(DataInputStream in, IntFunction<Placed> reports) throws IOException {
    OpenStory read = new OpenStory(in.readInt());
    int members = in.readInt();
    for (int at = 0; at < members; at++) {
      read.has(reports.apply(in.readInt()));
    }
    int reasons = in.readInt();
    for (int at = 0; at < reasons; at++) {
      Placed a = reports.apply(in.readInt());
      Placed b = reports.apply(in.readInt());
      read.why.add(new Reason(a, b, in.readDouble()));
    }
    read.lastDay = in.readLong();
    read.firstDated = in.readLong();
    read.lastDated = in.readLong();
    if (members > SUMMED_AGAIN) {
      read.words = WeightSums.read(in);
    } else {
      read.members.forEach(member -> read.sum(member.terms()));
    }
    read.namedLengths = in.readLong();
    read.heads = SavedForm.ints(in);
    read.withHead = in.readInt();
    int rows = in.readInt();
    for (int row = 0; row < rows; row++) {
      read.pairs.add(SavedForm.ints(in));
    }
    read.pairSum = in.readLong();
    read.pairCount = in.readLong();
    read.names = SavedForm.ints(in);
    return read;
  }

  private void has(Placed report) {
    members.add(report);
    report.moveTo(this);
    first = first == null || report.number() < first.number() ? report : first;
  }

  @Override
  public String toString() {
    return number + ": " + Arrays.toString(members.stream().map(Placed::id).toArray());
  }
}
