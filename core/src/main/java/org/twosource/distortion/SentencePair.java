package org.twosource.distortion;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.twosource.annotate.Annotated;
import org.twosource.report.Span;
import org.twosource.reuse.Edit;
import org.twosource.reuse.WordAligner;

/**
 * A sentence (or two) and its copy: both texts with everything read out of them, and the word edits
 * between the two stretches. What a detector reads. Immutable.
 *
 * <p>Words are counted from 0 on either side. The <em>counterpart</em> of a word is the word that
 * the alignment puts in its place with the same or nearly the same meaning; the <em>gap</em> of a
 * stretch is what stands where it stood, between the counterparts of its neighbours.
 */
public final class SentencePair {
  private static final Set<Edit.Kind> KEPT =
      Set.of(Edit.Kind.EQUAL, Edit.Kind.VARIANT, Edit.Kind.SYNONYM, Edit.Kind.MOVED);

  private final Side before;
  private final Side after;
  private final List<Edit> edits;
  private final int[] toAfter;
  private final int[] toBefore;
  private final Edit.Kind[] kindBefore;
  private final Edit.Kind[] kindAfter;

  /** Reads the pair with the quotation marks of both whole bodies. */
  public SentencePair(
      Annotated a, Span beforeSpan, Annotated b, Span afterSpan, WordAligner aligner) {
    this(
        new Side(a, beforeSpan, a.text().quotes().spans()),
        new Side(b, afterSpan, b.text().quotes().spans()),
        aligner.align(a, beforeSpan, b, afterSpan));
  }

  SentencePair(Side before, Side after, List<Edit> edits) {
    this.before = before;
    this.after = after;
    this.edits = List.copyOf(edits);
    toAfter = new int[before.size()];
    toBefore = new int[after.size()];
    kindBefore = new Edit.Kind[before.size()];
    kindAfter = new Edit.Kind[after.size()];
    Arrays.fill(toAfter, -1);
    Arrays.fill(toBefore, -1);
    Arrays.fill(kindBefore, Edit.Kind.DROPPED);
    Arrays.fill(kindAfter, Edit.Kind.ADDED);
    edits.forEach(this::map);
  }

  private void map(Edit edit) {
    List<Integer> from = before.in(edit.before());
    List<Integer> to = after.in(edit.after());
    from.forEach(i -> kindBefore[i] = edit.kind());
    to.forEach(j -> kindAfter[j] = edit.kind());
    if (!KEPT.contains(edit.kind()) || from.isEmpty() || to.isEmpty()) {
      return;
    }
    for (int k = 0; k < from.size(); k++) {
      toAfter[from.get(k)] = to.get(Math.min(k, to.size() - 1));
    }
    for (int k = 0; k < to.size(); k++) {
      toBefore[to.get(k)] = from.get(Math.min(k, from.size() - 1));
    }
  }

  public Side before() {
    return before;
  }

  public Side after() {
    return after;
  }

  public List<Edit> edits() {
    return edits;
  }

  /** The same pair read from the copy to the sentence; edits are turned round with it. */
  public SentencePair swapped() {
    List<Edit> turned = new ArrayList<>();
    for (Edit edit : edits) {
      Edit.Kind kind =
          switch (edit.kind()) {
            case DROPPED -> Edit.Kind.ADDED;
            case ADDED -> Edit.Kind.DROPPED;
            case EQUAL, VARIANT, SYNONYM, REPLACED, MOVED -> edit.kind();
          };
      turned.add(new Edit(kind, edit.after(), edit.before()));
    }
    return new SentencePair(after, before, turned);
  }

  /** The word of the copy that stands for word {@code i}, if one does. */
  public OptionalInt counterpart(int i) {
    return toAfter[i] < 0 ? OptionalInt.empty() : OptionalInt.of(toAfter[i]);
  }

  /** The word before for which word {@code j} of the copy stands, if there is one. */
  public OptionalInt origin(int j) {
    return toBefore[j] < 0 ? OptionalInt.empty() : OptionalInt.of(toBefore[j]);
  }

  /** Whether word {@code j} of the copy stands for word {@code i}, or in its place. */
  public boolean standsFor(int j, int i) {
    return toAfter[i] == j || toBefore[j] == i || replacement(i).contains(j);
  }

  public Edit.Kind becameOf(int i) {
    return kindBefore[i];
  }

  public Edit.Kind cameBy(int j) {
    return kindAfter[j];
  }

  /** The share of the content words among {@code words} that have a counterpart, 0 to 1. */
  public double kept(List<Integer> words) {
    long content = words.stream().filter(before::isContent).count();
    long kept = words.stream().filter(before::isContent).filter(i -> toAfter[i] >= 0).count();
    return content == 0 ? 0 : (double) kept / content;
  }

  /** The words of the copy that stand for any of {@code words}, in order. */
  public List<Integer> counterparts(List<Integer> words) {
    return words.stream().map(i -> toAfter[i]).filter(j -> j >= 0).distinct().sorted().toList();
  }

  /** The words that the edit over word {@code i} put in its place; empty where it was dropped. */
  public List<Integer> replacement(int i) {
    Span word = before.token(i).span();
    return edits.stream()
        .filter(edit -> edit.before().contains(word))
        .findFirst()
        .map(edit -> after.in(edit.after()))
        .orElse(List.of());
  }

  /**
   * The words of the copy between the counterparts of the neighbours of {@code first} to {@code
   * last}: what stands where they stood. Empty where nothing does or where the neighbours moved
   * apart by more than {@code most} words.
   */
  public List<Integer> gap(int first, int last, int most) {
    int left = -1;
    for (int i = first - 1; i >= 0 && left < 0; i--) {
      left = toAfter[i];
    }
    int right = after.size();
    for (int i = last + 1; i < before.size(); i++) {
      if (toAfter[i] > left) {
        right = toAfter[i];
        break;
      }
    }
    List<Integer> words = new ArrayList<>();
    for (int j = left + 1; j < right; j++) {
      if (toBefore[j] < 0 || toBefore[j] >= first && toBefore[j] <= last) {
        words.add(j);
      }
    }
    return words.size() > most ? List.of() : words;
  }

  /** The stretch of the copy where word {@code i} stood, as words to show; absent at no words. */
  Optional<Span> place(int first, int last) {
    List<Integer> gap = gap(first, last, 12);
    if (!gap.isEmpty()) {
      return Optional.of(after.from(gap.getFirst(), gap.getLast()));
    }
    return Optional.empty();
  }
}
