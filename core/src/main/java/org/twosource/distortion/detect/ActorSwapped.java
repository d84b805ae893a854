package org.twosource.distortion.detect;

import java.util.ArrayList;
import java.util.IntSummaryStatistics;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.IntStream;
import org.twosource.distortion.Detector;
import org.twosource.distortion.Distortion.Kind;
import org.twosource.distortion.Distortion.Severity;
import org.twosource.distortion.Finding;
import org.twosource.distortion.SentencePair;
import org.twosource.distortion.Side;
import org.twosource.distortion.detect.Roles.Place;
import org.twosource.distortion.detect.Roles.Role;
import org.twosource.report.Span;
import org.twosource.reuse.Edit;
import org.twosource.text.Language;

/**
 * Who did or said it became somebody else, or doer and receiver changed places: "the minister
 * criticised the judge" became "the judge criticised the minister". Turning a sentence into the
 * passive voice changes no actor.
 */
public final class ActorSwapped implements Detector {

  private static final Set<String> PERSONS =
      Language.find("en").orElseThrow().words("subject-pronouns");

  /** The share of the sentence that must stand for a pronoun to stand out. */
  private static final double MIN_KEPT = 0.7;

  /** Nobody changes places by one edit; most copies have no more. */
  private static final int MIN_EDITS = 2;

  /** Share of the content words a copy must keep to tell of the same deeds. */
  private static final double MIN_KEPT_DEEDS = 0.6;

  /** A doer further from its verb than this is seldom read rightly. */
  private static final int MAX_REACH_TOKENS = 10;

  /** The same where "we" became "they", as it does when a speech is told. */
  private static final double MIN_KEPT_SPEECH = 0.85;

  @Override
  public Kind kind() {
    return Kind.ACTOR_SWAPPED;
  }

  @Override
  public List<Finding> find(SentencePair pair) {
    List<Finding> findings = new ArrayList<>();
    for (ReplacedName name : ReplacedName.in(pair)) {
      if (name.isActor(pair) && !name.isGarbled()) {
        findings.add(name.finding(pair, kind(), Severity.MEDIUM, 0.7, "somebody else does it"));
      }
    }
    findings.addAll(moved(pair));
    findings.addAll(otherPerson(pair));
    return findings;
  }

  /**
   * A pronoun that became another person's in a sentence that is otherwise kept: "do we want", "do
   * they want". Not where words were put into somebody's mouth or taken out of it, for that shifts
   * pronouns.
   */
  private List<Finding> otherPerson(SentencePair pair) {
    List<Finding> findings = new ArrayList<>();
    for (int i = 0; i < pair.before().size(); i++) {
      String one = pair.before().normal(i);
      List<Integer> instead = pair.replacement(i);
      if (isOtherSubject(pair, i)
          || !PERSONS.contains(one)
          || pair.becameOf(i) == Edit.Kind.EQUAL
          || instead.size() != 1
          || !pair.before().relation(i).startsWith("nsubj")) {
        continue;
      }
      int j = instead.getFirst();
      String other = pair.after().normal(j);
      if (PERSONS.contains(other)
          && !other.equals(one)
          && keptShare(pair) >= (isSpeaker(one) == isSpeaker(other) ? MIN_KEPT : MIN_KEPT_SPEECH)) {
        findings.add(
            new Finding(
                kind(),
                Optional.of(pair.before().token(i).span()),
                Optional.of(pair.after().token(j).span()),
                Severity.MEDIUM,
                0.6,
                "“" + one + "” became “" + other + "”"));
      }
    }
    return findings;
  }

  /** Whether another noun is a subject further up in the copy, for which the pronoun stands. */
  private static boolean isOtherSubject(SentencePair pair, int pronoun) {
    return IntStream.range(0, pronoun)
        .filter(i -> pair.before().relation(i).startsWith("nsubj"))
        .anyMatch(i -> pair.counterpart(i).isEmpty());
  }

  private static boolean isSpeaker(String pronoun) {
    return pronoun.matches("i|we|you");
  }

  /** The share of the words of the longer side that stand on both, unchanged. */
  private static double keptShare(SentencePair pair) {
    long kept = 0;
    for (int i = 0; i < pair.before().size(); i++) {
      boolean stands = pair.becameOf(i) == Edit.Kind.EQUAL;
      kept += stands && pair.before().token(i).isWord() ? 1 : 0;
    }
    return (double) kept / Math.max(1, Math.max(words(pair.before()), words(pair.after())));
  }

  private static long words(Side side) {
    return side.tokens().stream().filter(token -> token.isWord()).count();
  }

  /** What the places of both sides tell of parties that moved; the surest of it. */
  private List<Finding> moved(SentencePair pair) {
    long changed = pair.edits().stream().filter(edit -> edit.kind() != Edit.Kind.EQUAL).count();
    if (changed < MIN_EDITS || pair.kept(all(pair.before())) < MIN_KEPT_DEEDS) {
      return List.of();
    }
    List<Place> before = single(Roles.of(pair.before()));
    List<Place> after = single(Roles.of(pair.after()));
    return exchanged(pair, before, after)
        .or(() -> turned(pair, before, after))
        .or(() -> otherDoer(pair, before, after))
        .stream()
        .toList();
  }

  /**
   * Two parties that exchanged places: doer and receiver of one deed, the doers of two, or those
   * two deeds were done to. Each deed must be told once on either side, so that "A praised B and B
   * praised A" may be turned round.
   */
  private Optional<Finding> exchanged(SentencePair pair, List<Place> before, List<Place> after) {
    for (Place one : before) {
      for (Place two : before) {
        Optional<Place> newOne = same(after, one);
        Optional<Place> newTwo = same(after, two);
        boolean exchanged =
            isEarlier(one, two)
                && areOpposed(one, two)
                && newOne.filter(two::hasPartyOf).isPresent()
                && newTwo.filter(one::hasPartyOf).isPresent()
                && !newOne.get().hasPartyOf(newTwo.get())
                && isChanged(pair, List.of(one, two), List.of(newOne.get(), newTwo.get()));
        if (exchanged) {
          return Optional.of(
              finding(
                  pair,
                  List.of(one, two),
                  List.of(newOne.get(), newTwo.get()),
                  Severity.HIGH,
                  words(pair, one) + " and " + words(pair, two) + " changed places"));
        }
      }
    }
    return Optional.empty();
  }

  /** Whether any word between the places was changed, moved, dropped or added. */
  private static boolean isChanged(SentencePair pair, List<Place> before, List<Place> after) {
    return pair.before().in(stretch(pair.before(), before)).stream()
            .anyMatch(i -> pair.becameOf(i) != Edit.Kind.EQUAL)
        || pair.after().in(stretch(pair.after(), after)).stream()
            .anyMatch(j -> pair.cameBy(j) != Edit.Kind.EQUAL);
  }

  /**
   * A doer that became the receiver, or the other way round: "the company sued over the fine", "the
   * company was sued". The deed must have both sides in one of the two sentences, for "the window
   * broke" and "the window was broken" are one.
   */
  private Optional<Finding> turned(SentencePair pair, List<Place> before, List<Place> after) {
    for (Place one : before) {
      Role other = one.role() == Role.DOER ? Role.RECEIVER : Role.DOER;
      Optional<Place> now = place(after, one.stem(), other).filter(one::hasPartyOf);
      if (one.role() == Role.OTHER || !pair.before().pos(one.word()).equals("VERB")) {
        continue;
      }
      boolean opposite =
          now.isPresent()
              && pair.after().relation(now.get().at()).equals("nsubj:pass")
              && place(after, one.stem(), one.role()).isEmpty();
      Optional<Place> beside = place(before, one.stem(), other);
      boolean told = beside.filter(two -> !two.hasPartyOf(one)).isPresent();
      if (opposite && told && one.role() == Role.DOER) {
        return Optional.of(
            finding(
                pair,
                List.of(one),
                List.of(now.get()),
                Severity.HIGH,
                words(pair, one) + " did it, in the copy it was done to them"));
      }
    }
    return Optional.empty();
  }

  /** Somebody the sentence names elsewhere does what another did. */
  private Optional<Finding> otherDoer(SentencePair pair, List<Place> before, List<Place> after) {
    for (Place one : before) {
      Optional<Place> now =
          one.role() == Role.DOER && pair.before().pos(one.word()).equals("VERB")
              ? same(after, one)
              : Optional.empty();
      if (now.isPresent()
          && !now.get().hasPartyOf(one)
          && place(before, one.stem(), Role.RECEIVER).filter(now.get()::hasPartyOf).isEmpty()
          && isRecast(pair, one, now.get())
          && areTold(pair, one, now.get())) {
        return Optional.of(
            finding(
                pair,
                List.of(one),
                List.of(now.get()),
                Severity.MEDIUM,
                words(pair, one) + " did it, in the copy somebody else"));
      }
    }
    return Optional.empty();
  }

  /**
   * Whether the new doer stood before in another place that has nothing to do with the old one:
   * "the spokesman of the ministry said" and "the ministry said" are one.
   */
  private static boolean isRecast(SentencePair pair, Place old, Place now) {
    OptionalInt origin = pair.origin(now.at());
    return origin.isPresent()
        && pair.counterpart(old.at()).isPresent()
        && isMoved(origin.getAsInt(), old, now)
        && !pair.before().normal(origin.getAsInt()).equals(pair.before().normal(old.at()))
        && !areJoined(pair.before(), origin.getAsInt(), old.at())
        && !areJoined(pair.after(), now.at(), pair.counterpart(old.at()).getAsInt());
  }

  /**
   * Whether the new doer stands on another side of the deed than before. Where nothing moved, only
   * the grammar was read in two ways.
   */
  private static boolean isMoved(int origin, Place old, Place now) {
    boolean near = Math.abs(now.at() - now.word()) <= MAX_REACH_TOKENS;
    return near && origin < old.word() != now.at() < now.word();
  }

  /** Whether one word hangs on the other, through names, parts and apposition. */
  private static boolean areJoined(Side side, int one, int two) {
    return hangsOn(side, one, two) || hangsOn(side, two, one);
  }

  private static boolean hangsOn(Side side, int word, int head) {
    return side.grammar()
        .up(word)
        .dropWhile(at -> at != head && !side.pos(at).equals("VERB"))
        .limit(1)
        .anyMatch(at -> at == head);
  }

  /** Whether the deed stands in both, each with a subject of its own and none read through. */
  private static boolean areTold(SentencePair pair, Place old, Place now) {
    return pair.counterpart(old.word()).orElse(-1) == now.word()
        && pair.before().head(old.at()) == old.word()
        && pair.after().head(now.at()) == now.word();
  }

  private static String words(SentencePair pair, Place place) {
    return "“" + pair.before().token(place.at()).text() + "”";
  }

  /** The places of words that stand once on the side. */
  private static List<Place> single(List<Place> places) {
    return places.stream()
        .filter(
            one ->
                places.stream()
                    .allMatch(
                        other -> other.word() == one.word() || !other.stem().equals(one.stem())))
        .toList();
  }

  private static Optional<Place> same(List<Place> places, Place one) {
    return place(places, one.stem(), one.role());
  }

  private static Optional<Place> place(List<Place> places, String stem, Role role) {
    return places.stream()
        .filter(other -> other.stem().equals(stem) && other.role() == role)
        .findFirst();
  }

  private static boolean isEarlier(Place one, Place two) {
    return one.word() < two.word() || one.word() == two.word() && one.role() != two.role();
  }

  /** Two places between which it matters who stands where. */
  private static boolean areOpposed(Place one, Place two) {
    if (one.hasPartyOf(two)) {
      return false;
    }
    if (one.word() == two.word()) {
      return one.role() == Role.DOER && two.role() != Role.DOER;
    }
    // of one deed the two must be two; of two deeds "the company" may be the firm that is named
    boolean names = one.isNamed() && two.isNamed();
    return one.isNamed() == two.isNamed()
        && one.role() == two.role()
        && (one.role() == Role.DOER || one.role() == Role.RECEIVER && names);
  }

  private static List<Integer> all(Side side) {
    return IntStream.range(0, side.size()).boxed().toList();
  }

  private Finding finding(
      SentencePair pair, List<Place> before, List<Place> after, Severity severity, String why) {
    return new Finding(
        kind(),
        Optional.of(stretch(pair.before(), before)),
        Optional.of(stretch(pair.after(), after)),
        severity,
        0.75,
        why);
  }

  private static Span stretch(Side side, List<Place> places) {
    IntSummaryStatistics words =
        places.stream()
            .flatMapToInt(place -> IntStream.of(place.word(), place.at()))
            .summaryStatistics();
    return side.from(words.getMin(), words.getMax());
  }
}
