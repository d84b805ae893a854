package org.twosource.distortion.detect;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.twosource.annotate.Attribution;
import org.twosource.annotate.Cue;
import org.twosource.distortion.SentencePair;
import org.twosource.distortion.Side;
import org.twosource.report.Span;
import org.twosource.reuse.Edit;

/**
 * A cue that a copy lost though it kept the words that the cue governs.
 *
 * <p>It is lost when none of its words has a counterpart, at least half of the content words it
 * governs have one, and nothing of the same force stands over them in the copy. A copy that dropped
 * the whole statement lost no cue: that is shortening.
 *
 * @param cue of the sentence before
 * @param words the cue's words
 * @param main the governed word nearest the cue that the copy kept
 * @param counterpart the word of the copy that stands for {@code main}
 * @param instead what stands in the copy where the cue stood
 */
record LostCue(Cue cue, List<Integer> words, int main, int counterpart, List<Integer> instead) {

  /** Governed words further from the cue than this say little about it. */
  private static final int MAX_REACH_TOKENS = 10;

  /** A cue of another kind does the same only so close to the word. */
  private static final int NEAR_TOKENS = 3;

  /**
   * The lost cues of one kind.
   *
   * @param keptBy kinds of cue that, standing over the words in the copy, keep the force
   */
  static List<LostCue> in(SentencePair pair, Cue.Kind kind, Set<Cue.Kind> keptBy) {
    List<LostCue> lost = new ArrayList<>();
    for (Cue cue : pair.before().cues(kind)) {
      read(pair, cue, keptBy).ifPresent(lost::add);
    }
    return lost;
  }

  /**
   * The lost ones among words that are no cue by themselves: verbs of one list and what they govern
   * up to the end of the sentence.
   */
  static List<LostCue> ofVerbs(
      SentencePair pair, Set<String> verbs, Cue.Kind kind, Set<Cue.Kind> keptBy) {
    List<LostCue> lost = new ArrayList<>();
    Side before = pair.before();
    for (int i = 0; i + 2 < before.size(); i++) {
      boolean governs = verbs.contains(before.normal(i)) && before.normal(i + 1).equals("to");
      if (governs) {
        Cue cue = new Cue(kind, before.from(i, i + 1), before.from(i + 2, before.size() - 1));
        read(pair, cue, keptBy)
            .filter(found -> found.main() <= found.words().getLast() + 2)
            .ifPresent(lost::add);
      }
    }
    return lost;
  }

  private static Optional<LostCue> read(SentencePair pair, Cue cue, Set<Cue.Kind> keptBy) {
    Side before = pair.before();
    List<Integer> words = before.in(cue.span());
    if (words.isEmpty() || isKept(pair, words)) {
      return Optional.empty();
    }
    List<Integer> governed = new ArrayList<>();
    Set<Integer> frame = frame(before, cue);
    int clause = relative(before, words.getFirst());
    for (int i : before.in(cue.scope())) {
      if (!frame.contains(i)
          && !words.contains(i)
          && before.isContent(i)
          && distance(words, i) <= MAX_REACH_TOKENS
          && relative(before, i) == clause) {
        governed.add(i);
      }
    }
    if (pair.kept(governed) < 0.5) {
      return Optional.empty();
    }
    Optional<Integer> nearest =
        governed.stream().min((x, y) -> Integer.compare(rank(words, x), rank(words, y)));
    boolean turned = cue.kind() == Cue.Kind.NEGATION || cue.kind() == Cue.Kind.DENIAL;
    if (turned && pair.counterpart(nearest.orElseThrow()).isEmpty()) {
      return Optional.empty();
    }
    if (cue.kind() == Cue.Kind.NEAR_MISS && !isDeedKept(pair, words, governed)) {
      return Optional.empty();
    }
    int main =
        governed.stream()
            .filter(i -> pair.counterpart(i).isPresent())
            .min((x, y) -> Integer.compare(rank(words, x), rank(words, y)))
            .orElseThrow();
    int counterpart = pair.counterpart(main).getAsInt();
    List<Integer> instead = pair.gap(words.getFirst(), words.getLast(), 12);
    return isHeld(pair, cue, counterpart, instead, keptBy) || isCutOff(pair, words, counterpart)
        ? Optional.empty()
        : Optional.of(new LostCue(cue, words, main, counterpart, instead));
  }

  /**
   * The head of the relative clause that a word stands in, -1 outside one: "whose name was unknown"
   * says nothing of the rest of the sentence.
   */
  private static int relative(Side side, int word) {
    return side.grammar()
        .up(word)
        .filter(at -> side.relation(at).equals("acl:relcl"))
        .findFirst()
        .orElse(-1);
  }

  /** "About to board a vessel" loses nothing in a copy that tells of the vessel alone. */
  private static boolean isDeedKept(
      SentencePair pair, List<Integer> words, List<Integer> governed) {
    return governed.stream()
        .filter(i -> i > words.getLast() && !pair.before().pos(i).equals("ADV"))
        .findFirst()
        .map(deed -> pair.counterpart(deed).isPresent())
        .orElse(true);
  }

  /** Words that only tell who says it, which no cue governs: "according to the inspectors". */
  private static Set<Integer> frame(Side before, Cue cue) {
    Set<Integer> frame = new HashSet<>();
    for (Attribution said : before.text().attributionsOver(cue.span())) {
      if (said.source().isPresent() && said.cue().isPresent()) {
        frame.addAll(before.in(said.source().get()));
        frame.addAll(before.in(said.cue().get()));
      }
    }
    return frame;
  }

  /** Whether a cue of the copy does the same: one of the same kind, or another one close by. */
  private static boolean isHeld(
      SentencePair pair, Cue cue, int counterpart, List<Integer> instead, Set<Cue.Kind> keptBy) {
    Side after = pair.after();
    for (Cue other : after.text().cuesIn(after.span())) {
      List<Integer> own = after.in(other.span());
      if (!keptBy.contains(other.kind()) || own.isEmpty()) {
        continue;
      }
      boolean governs =
          other.scope().contains(after.token(counterpart).span()) || own.contains(counterpart);
      boolean near = other.kind() == cue.kind() || distance(own, counterpart) <= NEAR_TOKENS;
      if (governs && near || own.stream().anyMatch(instead::contains)) {
        return true;
      }
    }
    return false;
  }

  /** Whether the copy only quotes less: the cue opens a quotation whose beginning was left out. */
  private static boolean isCutOff(SentencePair pair, List<Integer> words, int counterpart) {
    Side before = pair.before();
    boolean marked = before.isQuoted(words.getFirst()) || pair.after().isQuoted(counterpart);
    boolean spoken = before.isSpoken(words.getFirst()) && pair.after().isSpoken(counterpart);
    if (!marked || !spoken) {
      return false;
    }
    for (int i = words.getFirst() - 1; i >= 0 && before.isSpoken(i); i--) {
      if (before.token(i).isWord() && pair.counterpart(i).isPresent()) {
        return false;
      }
    }
    return true;
  }

  /** Whether the words that carry the cue stand in the copy too, marked as a cue there or not. */
  private static boolean isKept(SentencePair pair, List<Integer> words) {
    long kept = words.stream().filter(i -> pair.counterpart(i).isPresent()).count();
    boolean lastKept =
        pair.becameOf(words.getLast()) == Edit.Kind.EQUAL
            || pair.becameOf(words.getLast()) == Edit.Kind.VARIANT;
    return words.size() == 1 ? kept == 1 : kept * 2 > words.size() && lastKept;
  }

  private static int distance(List<Integer> words, int i) {
    return i < words.getFirst() ? words.getFirst() - i : i - words.getLast();
  }

  /** Words after the cue come first: English cues govern what follows. */
  private static int rank(List<Integer> words, int i) {
    return i > words.getLast() ? i - words.getLast() : 100 + words.getFirst() - i;
  }

  /** The cue and the words up to the main one: what a reader needs to see of the sentence. */
  Span before(SentencePair pair) {
    Side side = pair.before();
    return side.from(Math.min(words.getFirst(), main), Math.max(words.getLast(), main));
  }

  /** The same place in the copy. */
  Span after(SentencePair pair) {
    int first = counterpart;
    int last = counterpart;
    for (int j : instead) {
      if (Math.abs(j - counterpart) <= MAX_REACH_TOKENS) {
        first = Math.min(first, j);
        last = Math.max(last, j);
      }
    }
    return pair.after().from(first, last);
  }

  String words(SentencePair pair) {
    return pair.before().words(cue.span());
  }
}
