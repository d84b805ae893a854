package org.twosource.distortion;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.twosource.annotate.Mention;
import org.twosource.distortion.Distortion.Kind;
import org.twosource.distortion.Distortion.Severity;

/**
 * Who did or said it became somebody else, or doer and receiver changed places: "the minister
 * criticised the judge" became "the judge criticised the minister". Turning a sentence into the
 * passive voice changes no actor.
 */
final class ActorSwapped implements Detector {

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
    return findings;
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
