package org.twosource.distortion;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.twosource.annotate.Mention;
import org.twosource.distortion.Distortion.Kind;
import org.twosource.distortion.Distortion.Severity;
import org.twosource.reuse.Edit;

/**
 * Who did or said it became somebody else, or doer and receiver changed places: "the minister
 * criticised the judge" became "the judge criticised the minister". Turning a sentence into the
 * passive voice changes no actor.
 */
final class ActorSwapped implements Detector {

  private static final Set<String> PERSONS = Set.of("i", "we", "you", "he", "she", "they");

  /** The share of the sentence that must stand for a pronoun to stand out. */
  private static final double MIN_KEPT = 0.7;

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
    findings.addAll(exchanged(pair));
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
      if (!PERSONS.contains(one)
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

  /** Verbs whose doer before is their receiver after, and the other way round. */
  private List<Finding> exchanged(SentencePair pair) {
    List<Finding> findings = new ArrayList<>();
    for (int verb = 0; verb < pair.before().size(); verb++) {
      OptionalInt counterpart = pair.counterpart(verb);
      if (!pair.before().pos(verb).equals("VERB") || counterpart.isEmpty()) {
        continue;
      }
      int other = counterpart.getAsInt();
      Optional<String> doer = named(pair.before(), doer(pair.before(), verb));
      Optional<String> receiver = named(pair.before(), receiver(pair.before(), verb));
      Optional<String> newDoer = named(pair.after(), doer(pair.after(), other));
      Optional<String> newReceiver = named(pair.after(), receiver(pair.after(), other));
      boolean exchanged =
          doer.isPresent()
              && receiver.isPresent()
              && !doer.equals(receiver)
              && doer.equals(newReceiver)
              && receiver.equals(newDoer);
      if (exchanged) {
        findings.add(finding(pair, verb, other));
      }
    }
    return findings;
  }

  private Finding finding(SentencePair pair, int verb, int other) {
    int a = doer(pair.before(), verb);
    int b = receiver(pair.before(), verb);
    int c = doer(pair.after(), other);
    int d = receiver(pair.after(), other);
    return new Finding(
        kind(),
        Optional.of(
            pair.before().from(Math.min(verb, Math.min(a, b)), Math.max(verb, Math.max(a, b)))),
        Optional.of(
            pair.after().from(Math.min(other, Math.min(c, d)), Math.max(other, Math.max(c, d)))),
        Severity.HIGH,
        0.75,
        "doer and receiver of “" + pair.before().token(verb).text() + "” changed places");
  }

  /** The entity that a token names, or its own word where it is no name. */
  private static Optional<String> named(Side side, int i) {
    if (i < 0) {
      return Optional.empty();
    }
    return Optional.of(
        side.text().mentions().stream()
            .filter(mention -> mention.span().contains(side.token(i).span()))
            .map(Mention::entity)
            .findFirst()
            .orElse(side.normal(i)));
  }

  private static int doer(Side side, int verb) {
    boolean passive = dependent(side, verb, "nsubj:pass") >= 0;
    return passive ? byAgent(side, verb) : dependent(side, verb, "nsubj");
  }

  private static int receiver(Side side, int verb) {
    int passive = dependent(side, verb, "nsubj:pass");
    return passive >= 0 ? passive : dependent(side, verb, "obj");
  }

  /** The oblique introduced by the word that marks agents, read as the first one of a passive. */
  private static int byAgent(Side side, int verb) {
    int agent = dependent(side, verb, "obl:agent");
    return agent >= 0 ? agent : dependent(side, verb, "obl");
  }

  private static int dependent(Side side, int verb, String relation) {
    for (int i = 0; i < side.size(); i++) {
      if (side.head(i) == verb && side.relation(i).equals(relation)) {
        return i;
      }
    }
    return -1;
  }
}
