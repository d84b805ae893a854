package org.twosource.claim.grouping;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.twosource.annotate.Timex;
import org.twosource.claim.Amount;
import org.twosource.claim.Wording;
import org.twosource.report.PartialDate;

/**
 * What speaks for two wordings stating the same, and against it. One story at a time, one thread.
 */
public final class WordingEvidence {
  private final WordingIndex index;
  private final Map<Long, Nearest> nearest = new HashMap<>();

  /** The two sentences of one report that are nearest to that of an entry. */
  private record Nearest(int entry, double cosine, double next) {
    Nearest with(int other, double otherCosine) {
      return otherCosine > cosine
          ? new Nearest(other, otherCosine, cosine)
          : new Nearest(entry, cosine, Math.max(next, otherCosine));
    }
  }

  /**
   * @param pairs that are compared, as {@link Comparisons#key} makes them
   */
  public WordingEvidence(WordingIndex index, Set<Long> pairs) {
    this.index = index;
    for (long pair : pairs) {
      WordingIndex.Entry a = index.entries().get((int) (pair >>> 32));
      WordingIndex.Entry b = index.entries().get((int) pair);
      double cosine = index.cosine(a, b);
      note(a, b, cosine);
      note(b, a, cosine);
    }
  }

  private void note(WordingIndex.Entry of, WordingIndex.Entry other, double cosine) {
    nearest.merge(
        rivals(of, other),
        new Nearest(other.at(), cosine, WordingIndex.MIN_COSINE),
        (known, one) -> known.with(one.entry(), one.cosine()));
  }

  private static long rivals(WordingIndex.Entry of, WordingIndex.Entry other) {
    return ((long) of.at() << 32) | other.first().report();
  }

  /**
   * By how much {@code other} is nearer to {@code of} than the next of its report that {@code of}
   * is compared with, by the cosine of their sentences; below 0 where one is nearer. Sentences less
   * near than {@link WordingIndex#MIN_COSINE} are not looked for, so one as near may always be.
   */
  private double standingOut(WordingIndex.Entry of, WordingIndex.Entry other) {
    double cosine = index.cosine(of, other);
    Nearest known = nearest.get(rivals(of, other));
    if (known == null) {
      return cosine - WordingIndex.MIN_COSINE;
    }
    return cosine - (known.entry() == other.at() ? known.next() : known.cosine());
  }

  /**
   * The evidence between two entries, in the order of {@link Likeness#FEATURES}.
   *
   * @param passage similarity of the passage both stand in, 0 if none
   */
  public double[] between(WordingIndex.Entry a, WordingIndex.Entry b, double passage) {
    Wording first = a.first();
    Wording second = b.first();
    double shared = index.shared(a.words(), b.words());
    double dice = a.weight() + b.weight() == 0 ? 0 : 2 * shared / (a.weight() + b.weight());
    double least = shared / Math.max(a.weight(), b.weight());
    double most = shared / Math.min(a.weight(), b.weight());
    double context =
        (shared + index.shared(a.words(), b.context())) / a.weight() / 2
            + (shared + index.shared(a.context(), b.words())) / b.weight() / 2;
    boolean sameTopic = false;
    boolean sameSort = false;
    List<WordingIndex.Counterparts> counterparts = index.counterparts(a, b);
    var ab = counterparts.getFirst();
    var ba = counterparts.getLast();
    double fromA = standingOut(a, b);
    double fromB = standingOut(b, a);
    boolean agrees = false;
    boolean differs = false;
    for (Amount one : first.amounts()) {
      for (Amount other : second.amounts()) {
        if (one.measure().equals(other.measure())) {
          sameTopic |=
              one.of().stream().anyMatch(of -> of.startsWith("#") && other.of().contains(of));
          sameSort |=
              one.of().stream().anyMatch(of -> !of.startsWith("#") && other.of().contains(of));
          boolean same = one.agreesWith(other);
          agrees |= same;
          differs |= !same;
        }
      }
    }
    return new double[] {
      dice,
      least,
      most,
      Math.min(1, context),
      overlap(first.names(), second.names()),
      agrees ? 1 : 0,
      differs && !agrees ? 1 : 0,
      datesAgree(first.dates(), second.dates()) ? 1 : 0,
      Math.max(0, index.cosine(a, b)),
      passage,
      sameInformant(first, second) ? 1 : 0,
      first.attribution().isPresent() == second.attribution().isPresent() ? 1 : 0,
      1 - Math.abs(first.position() - second.position()),
      Math.min(ab.mean(), ba.mean()),
      Math.max(ab.mean(), ba.mean()),
      Math.min(ab.worst(), ba.worst()),
      sameTopic ? 1 : 0,
      sameSort ? 1 : 0,
      Math.min(fromA, fromB),
      Math.max(fromA, fromB),
      Math.log1p(Math.min(a.words().length, b.words().length))
    };
  }

  private static double overlap(Set<String> a, Set<String> b) {
    if (a.isEmpty() || b.isEmpty()) {
      return 0;
    }
    long shared = a.stream().filter(b::contains).count();
    return shared / (double) Math.min(a.size(), b.size());
  }

  private static boolean datesAgree(List<Timex> a, List<Timex> b) {
    for (Timex one : a) {
      for (Timex other : b) {
        Optional<PartialDate> date = one.date();
        Optional<PartialDate> second = other.date();
        if (date.isPresent() && second.isPresent() && date.get().agreesWith(second.get())) {
          return true;
        }
      }
    }
    return false;
  }

  private static boolean sameInformant(Wording a, Wording b) {
    return a.informant().isPresent()
        && b.informant().isPresent()
        && a.informant().get().key().equals(b.informant().get().key());
  }
}
