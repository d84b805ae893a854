package org.twosource.annotate.event;

import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import org.twosource.annotate.Event;
import org.twosource.annotate.Grammar;
import org.twosource.annotate.Mention;
import org.twosource.report.Span;
import org.twosource.text.Language;
import org.twosource.text.Sentence;
import org.twosource.text.Token;

/**
 * Whether a trigger with its parties is an event worth coding, by rules that leave no doubt: a
 * political trigger whose actor is an argument of it, outside conditions, demands, wishes,
 * questions and denials. A noun counts with an owner or an agent of its own ("the envoy's visit",
 * "the attack by rebels"), or as what a light verb says ("held talks"). What is not worth coding
 * still tells what the words around it are about.
 */
final class EventWorth {
  /** "Released a hostage", not "released a statement". */
  private static final String FREEING = "0841";

  /** Roots whose words are common ("help", "back", "allow"): they need somebody on both sides. */
  private static final Set<String> OF_TWO_SIDES = Set.of("SUPPORT", "COOPERATE", "AID", "RETREAT");

  /**
   * The words of a language that tell it.
   *
   * @param light verbs that leave what happens to their object, in base form: "hold talks"
   * @param wishing verbs of a wish that nobody acts on, in any form: "wants"
   * @param achieving verbs over another that happens, in any form: "began to", "remained"
   */
  record Words(
      Set<String> light, Set<String> wishing, Set<String> achieving, Parties.Words parties) {
    static Words of(Language language, Parties.Words parties) {
      return new Words(
          language.words("light-verbs"),
          language.words("wishing-words"),
          language.words("achieving-words"),
          parties);
    }
  }

  private final Words words;
  private final List<Token> tokens;
  private final Grammar tree;
  private final List<Mention> mentions;

  EventWorth(Words words, Sentence sentence, Grammar tree, List<Mention> mentions) {
    this.words = words;
    tokens = sentence.tokens();
    this.tree = tree;
    this.mentions = mentions;
  }

  /**
   * @param triggers where the sentence's event words begin: "opened fire" is told once
   */
  boolean isWorthCoding(
      EventWords.Found found, Parties parties, EventStatus.Said said, Set<Integer> triggers) {
    int at = found.start();
    boolean hollow =
        said.unreal()
            || said.status() == Event.Status.DENIED
            || said.status() == Event.Status.REFUSED
            || words.wishing().contains(word(at));
    if (found.kind().cameo().isEmpty() || parties.actors().isEmpty() || hollow) {
      return false;
    }
    if (parties.actors().getFirst().form() == Parties.Form.INSIDE || isThingReleased(found)) {
      return false;
    }
    if (OF_TWO_SIDES.contains(found.kind().type()) && !parties.bothShown()) {
      return false;
    }
    return switch (parties.link()) {
      case SUBJECT, AGENT, SHARED, RELATIVE, POSSESSOR, BETWEEN -> true;
      case CONTROLLED -> isAchieved(at) || said.status() == Event.Status.PLANNED && isPlanned(at);
      case OVER_NOUN -> isSaidByLightVerb(at, triggers);
      case MODIFIER, NONE -> false;
    };
  }

  /** "Began to shell the port", "remained opposed"; not "sought to shell it". */
  private boolean isAchieved(int verb) {
    return tree.head(verb) >= 0 && words.achieving().contains(word(tree.head(verb)));
  }

  /** "Plans to visit", "a plan to visit"; a clause beside another only tells what for. */
  private boolean isPlanned(int verb) {
    return tree.relation(verb).matches("xcomp|acl");
  }

  private boolean isSaidByLightVerb(int noun, Set<Integer> triggers) {
    int verb = tree.head(noun);
    return tree.relation(noun).equals("obj")
        && words.light().contains(word(verb))
        && !triggers.contains(verb);
  }

  /** "Released a statement": only people and bodies are set free. */
  private boolean isThingReleased(EventWords.Found found) {
    OptionalInt object = tree.object(found.start());
    return found.kind().cameo().filter(FREEING::equals).isPresent()
        && object.isPresent()
        && !isSomebody(object.getAsInt());
  }

  private boolean isSomebody(int head) {
    Span span = tokens.get(head).span();
    return mentions.stream().anyMatch(mention -> mention.span().contains(span))
        || tree.pos(head).matches("PRON|NUM")
        || words.parties().isPeople(word(head));
  }

  private String word(int at) {
    return tokens.get(at).normal();
  }
}
