package org.twosource.distortion.propose;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.twosource.annotate.EntityType;
import org.twosource.annotate.Timex;
import org.twosource.distortion.Distortion.Kind;
import org.twosource.distortion.Side;
import org.twosource.lexicon.Antonyms;
import org.twosource.report.Span;
import org.twosource.text.Language;

/**
 * What stands on both sides behind another small word: "from the port" for "to the port", a time
 * "until May" for "since May" or "a day before" for "a day after" it, a clause with "when" for
 * "before".
 */
final class MarkProposer implements Proposer {
  private static final Set<String> SMALL = Set.of("ADP", "SCONJ");
  private static final Set<String> BEHIND = Set.of("ADP", "SCONJ", "ADV");
  private static final Set<String> SKIPPED = Set.of("DET", "NUM", "ADJ", "ADV", "PUNCT");
  private static final int MAX_SKIPPED = 3;

  @Override
  public void propose(CopiedSentence reading, DraftProposals drafts) {
    Marks marks = new Marks(reading.after());
    words(reading, drafts, marks);
    times(reading, drafts, marks);
    clauses(reading, drafts, marks);
  }

  /** How small words stand to each other in a language. */
  private record Marks(Map<String, String> opposites, Set<String> turning) {
    Marks(Side side) {
      this(
          Language.find(side.text().text().language())
              .map(language -> language.map("opposite-prepositions"))
              .orElse(Map.of()),
          Language.find(side.text().text().language())
              .map(language -> language.words("turning-marks"))
              .orElse(Set.of()));
    }

    boolean areOpposite(String one, String other) {
      return Antonyms.standard().areOpposite(one, other)
          || other.equals(opposites.get(one))
          || one.equals(opposites.get(other));
    }

    boolean hasOpposite(String mark) {
      return opposites.containsKey(mark) || opposites.containsValue(mark);
    }

    boolean isTurned(String one, String other) {
      return turning.contains(one + " " + other) || turning.contains(other + " " + one);
    }
  }

  private static void words(CopiedSentence reading, DraftProposals drafts, Marks marks) {
    for (int j = 0; j < reading.after().size(); j++) {
      int i = reading.links().from(j).orElse(-1);
      Span word = reading.after().token(j).span();
      if (i >= 0
          && reading.after().isContent(j)
          && reading.after().text().timexesIn(word).isEmpty()) {
        word(reading, drafts, marks, i, j);
      }
    }
  }

  private static void word(
      CopiedSentence reading, DraftProposals drafts, Marks marks, int i, int j) {
    Side before = reading.before();
    Side after = reading.after();
    OptionalInt one = before.grammar().preposition(i);
    OptionalInt two = after.grammar().preposition(j);
    if (one.isEmpty() || two.isEmpty()) {
      return;
    }
    boolean place =
        after.text().mentionsIn(after.token(j).span()).stream()
            .anyMatch(name -> name.type() == EntityType.PLACE);
    evidence(reading, marks, one.getAsInt(), two.getAsInt())
        .ifPresent(
            evidence ->
                drafts.add(
                    place ? Kind.PLACE_CHANGED : Kind.WORDING_CHANGED,
                    stretch(before, one.getAsInt(), i),
                    stretch(after, two.getAsInt(), j),
                    evidence
                        .set("place", place)
                        .set("same head", reading.links().areLinked(before.head(i), after.head(j)))
                        .set("letters", reading.links().likenessOf(i, j))));
  }

  /** Times that are one, and times counted from something else, behind or before another mark. */
  private static void times(CopiedSentence reading, DraftProposals drafts, Marks marks) {
    Side before = reading.before();
    Side after = reading.after();
    for (Timex one : reading.dates()) {
      for (Timex two : reading.datesAfter()) {
        if (!CopiedSentence.areOneTime(one, two)) {
          continue;
        }
        List<Integer> from = before.in(one.span());
        List<Integer> to = after.in(two.span());
        boolean head = reading.haveSameHead(from, to);
        time(reading, drafts, marks, ahead(before, from), ahead(after, to), from, to, head);
        OptionalInt countedFrom = behind(before, from);
        OptionalInt countedFromAfter = behind(after, to);
        if (countedFrom.isPresent()
            && countedFromAfter.isPresent()
            && one.type() == Timex.Type.DURATION
            && !isRate(before, from)) {
          time(reading, drafts, marks, countedFrom, countedFromAfter, from, to, head);
        }
      }
    }
  }

  private static void time(
      CopiedSentence reading,
      DraftProposals drafts,
      Marks marks,
      OptionalInt one,
      OptionalInt two,
      List<Integer> from,
      List<Integer> to,
      boolean head) {
    if (one.isEmpty() || two.isEmpty()) {
      return;
    }
    evidence(reading, marks, one.getAsInt(), two.getAsInt())
        .ifPresent(
            evidence ->
                drafts.add(
                    Kind.DATE_CHANGED,
                    wide(reading.before(), one.getAsInt(), from),
                    wide(reading.after(), two.getAsInt(), to),
                    evidence
                        .set("dated", true)
                        .set("same head", head)
                        .set(
                            "mark turned here",
                            head
                                && marks.isTurned(
                                    reading.before().normal(one.getAsInt()),
                                    reading.after().normal(two.getAsInt())))));
  }

  /** The small word before a stretch, past numbers and articles. */
  private static OptionalInt ahead(Side side, List<Integer> words) {
    int first = words.getFirst();
    if (SMALL.contains(side.pos(first))) {
      return OptionalInt.of(first);
    }
    for (int at = first - 1; at >= Math.max(0, first - MAX_SKIPPED); at--) {
      if (SMALL.contains(side.pos(at))) {
        return OptionalInt.of(at);
      }
      if (!SKIPPED.contains(side.pos(at))) {
        return OptionalInt.empty();
      }
    }
    return OptionalInt.empty();
  }

  /** "A day" of "nine a day": an article alone before the unit and a thing before it. */
  private static boolean isRate(Side side, List<Integer> words) {
    int before = words.getFirst() - 1;
    return side.pos(words.getFirst()).equals("DET")
        && before >= 0
        && side.pos(before).matches("NOUN|NUM");
  }

  private static OptionalInt behind(Side side, List<Integer> words) {
    int next = words.getLast() + 1;
    return next < side.size() && BEHIND.contains(side.pos(next))
        ? OptionalInt.of(next)
        : OptionalInt.empty();
  }

  /** Clauses of verbs that stand for each other, opened by another word. */
  private static void clauses(CopiedSentence reading, DraftProposals drafts, Marks marks) {
    Side before = reading.before();
    Side after = reading.after();
    for (int j = 0; j < after.size(); j++) {
      int i = reading.links().from(j).orElse(-1);
      if (i < 0 || !before.pos(i).equals("VERB") || !after.pos(j).equals("VERB")) {
        continue;
      }
      OptionalInt one = opening(before, i);
      OptionalInt two = opening(after, j);
      if (one.isEmpty() || two.isEmpty()) {
        continue;
      }
      int verb = j;
      evidence(reading, marks, one.getAsInt(), two.getAsInt())
          .ifPresent(
              evidence ->
                  drafts.add(
                      Kind.DATE_CHANGED,
                      stretch(before, one.getAsInt(), i),
                      stretch(after, two.getAsInt(), verb),
                      evidence
                          .set("verb", true)
                          .set("letters", reading.links().likenessOf(i, verb))));
    }
  }

  /** The word that opens the clause of a verb: "before", or "when". */
  private static OptionalInt opening(Side side, int verb) {
    return side.grammar()
        .dependents(verb, "mark|advmod")
        .filter(at -> at < verb)
        .filter(at -> side.relation(at).equals("mark") || side.grammar().first(verb) == at)
        .findFirst();
  }

  /** What two marks say of each other; nothing of equal ones. */
  private static Optional<ProposalEvidence> evidence(
      CopiedSentence reading, Marks marks, int one, int two) {
    String mark = reading.before().normal(one);
    String other = reading.after().normal(two);
    if (mark.equals(other)) {
      return Optional.empty();
    }
    return Optional.of(
        reading
            .evidence()
            .set("mark", true)
            .set("mark opposite", marks.areOpposite(mark, other))
            .set("mark turned", marks.isTurned(mark, other))
            .set("mark direction", marks.hasOpposite(mark) || marks.hasOpposite(other)));
  }

  private static Span wide(Side side, int mark, List<Integer> words) {
    return side.from(Math.min(mark, words.getFirst()), Math.max(mark, words.getLast()));
  }

  private static Span stretch(Side side, int one, int two) {
    return side.from(Math.min(one, two), Math.max(one, two));
  }
}
