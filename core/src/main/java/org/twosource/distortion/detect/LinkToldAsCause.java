package org.twosource.distortion.detect;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.twosource.annotate.Cue;
import org.twosource.distortion.Distortion.Kind;
import org.twosource.distortion.Distortion.Severity;
import org.twosource.distortion.DistortionWords;
import org.twosource.distortion.Finding;
import org.twosource.distortion.SentencePair;
import org.twosource.distortion.Side;
import org.twosource.report.Span;

/**
 * What was only seen together, told as doing it: "coffee is linked to a lower risk" became "coffee
 * lowers the risk" (the levels of Sumner and others, BMJ 2014: no relation, correlation, possible
 * cause, cause). The statement before has a word of association that the copy has lost, the copy a
 * verb of causing and no word of association at all.
 */
public final class LinkToldAsCause {
  private static final Set<Cue.Kind> NOT_SO = Set.of(Cue.Kind.NEGATION, Cue.Kind.DENIAL);

  private LinkToldAsCause() {}

  /** What is told so; nothing where the copy itself speaks of things seen together. */
  public static List<Finding> find(SentencePair pair) {
    DistortionWords words = DistortionWords.of(pair.before().text());
    if (!links(pair.after(), words).isEmpty() || !haveAWordInCommon(pair)) {
      return List.of();
    }
    Optional<Integer> cause = causes(pair.after(), words).filter(j -> isNew(pair, j)).findFirst();
    if (cause.isEmpty()) {
      return List.of();
    }
    List<Integer> links = links(pair.before(), words);
    if (!links.isEmpty()) {
      return links.stream().anyMatch(i -> pair.counterpart(i).isPresent())
          ? List.of()
          : List.of(fromLink(pair, links.getFirst(), cause.get()));
    }
    return fromPossible(pair, words, cause.get()).stream().toList();
  }

  /** "A lower risk" is not yet "lowers the risk". */
  private static boolean isNew(SentencePair pair, int j) {
    OptionalInt origin = pair.origin(j);
    return origin.isEmpty() || !pair.before().pos(origin.getAsInt()).equals("VERB");
  }

  private static IntStream all(Side side) {
    return IntStream.range(0, side.size());
  }

  /** The verbs of causing that are not denied. */
  private static Stream<Integer> causes(Side side, DistortionWords words) {
    return all(side)
        .filter(i -> holds(words.causeVerbs(), side, i))
        .filter(i -> side.pos(i).equals("VERB") && !side.isUnder(i, NOT_SO))
        .boxed();
  }

  private static Finding fromLink(SentencePair pair, int link, int cause) {
    boolean open = isOpen(pair.after(), cause);
    Span before = pair.before().token(link).span();
    Span after = pair.after().token(cause).span();
    return new Finding(
        Kind.CERTAINTY_RAISED,
        Optional.of(before),
        Optional.of(after),
        open ? Severity.LOW : Severity.MEDIUM,
        open ? 0.5 : 0.6,
        "“"
            + pair.before().words(before)
            + "” says that two things go together, “"
            + pair.after().words(after)
            + "” that one brings the other about");
  }

  /** "Could reduce pain" became "relieves pain": nothing before tells of a cause without doubt. */
  private static Optional<Finding> fromPossible(
      SentencePair pair, DistortionWords words, int cause) {
    Side before = pair.before();
    List<Integer> possible = causes(before, words).toList();
    boolean doubted = !possible.isEmpty() && possible.stream().allMatch(i -> isOpen(before, i));
    boolean kept = possible.stream().anyMatch(i -> pair.counterpart(i).isPresent());
    if (!doubted || kept || !pair.after().cues(Cue.Kind.HEDGE).isEmpty()) {
      return Optional.empty();
    }
    Span was = before.token(possible.getFirst()).span();
    Span is = pair.after().token(cause).span();
    return Optional.of(
        new Finding(
            Kind.CERTAINTY_RAISED,
            Optional.of(was),
            Optional.of(is),
            Severity.MEDIUM,
            0.5,
            "“"
                + before.words(was)
                + "” was possible, “"
                + pair.after().words(is)
                + "” is told without a doubt"));
  }

  private static boolean isOpen(Side side, int verb) {
    return side.isUnder(verb, Set.of(Cue.Kind.HEDGE));
  }

  private static List<Integer> links(Side side, DistortionWords words) {
    return all(side).filter(i -> holds(words.linkWords(), side, i)).boxed().toList();
  }

  /** Whether the list has the word, or the word with the one behind it. */
  private static boolean holds(Set<String> list, Side side, int i) {
    return list.contains(side.normal(i))
        || i + 1 < side.size() && list.contains(side.normal(i) + " " + side.normal(i + 1));
  }

  private static boolean haveAWordInCommon(SentencePair pair) {
    return all(pair.before())
        .anyMatch(i -> pair.before().isContent(i) && pair.counterpart(i).isPresent());
  }
}
