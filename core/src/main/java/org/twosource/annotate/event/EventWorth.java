package org.twosource.annotate.event;

import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Stream;
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

  /** Somebody is received, not something. */
  private static final String HOSTING = "host";

  private static final String BEATING = "beat";
  private static final String MEETING = "meet";

  /** Roots that need one to whom it is done, unless the passive says by whom. */
  private static final Set<String> DONE_TO_SOMEBODY = Set.of("ASSAULT", "COERCE", "SANCTION");

  /** Types that the table has for what happens without anybody's doing. */
  private static final Set<String> DONE_BY_NOBODY = Set.of("ACCIDENT", "DISASTER", "DEATH");

  private static final String OF_OFFICE = "APPOINTMENT";

  /** Roots whose words are common ("help", "back", "allow"): they need somebody on both sides. */
  private static final Set<String> OF_TWO_SIDES = Set.of("SUPPORT", "COOPERATE", "AID", "RETREAT");

  /**
   * The words of a language that tell it.
   *
   * @param light verbs that leave what happens to their object, in base form: "hold talks"
   * @param wishing verbs of a wish that nobody acts on, in any form: "wants"
   * @param achieving verbs over another that happens, in any form: "began to", "remained"
   * @param telling verbs that ask for something or only tell, in any form: "asked"
   * @param asked prepositions of what is asked for
   * @param that what opens a clause that states or demands, and is no question
   * @param stating verbs that with a clause of their own state, and demand with a noun: "insists"
   * @param modals auxiliaries of what is to come
   * @param reporting participles of a passive that tells on hearsay: "is said to have"
   */
  record Words(
      Set<String> light,
      Set<String> wishing,
      Set<String> achieving,
      Set<String> telling,
      Set<String> asked,
      Set<String> that,
      Set<String> stating,
      Set<String> modals,
      Set<String> reporting,
      Parties.Words parties) {
    static Words of(Language language, Parties.Words parties) {
      return new Words(
          language.words("light-verbs"),
          language.words("wishing-words"),
          language.words("achieving-words"),
          language.words("telling-words"),
          language.words("asked-for-words"),
          language.words("content-conjunctions"),
          language.words("stating-words"),
          language.words("future-words"),
          language.words("reported-passives"),
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
   * @param found what the table says of the trigger
   * @param triggers where the sentence's event words begin: "opened fire" is told once
   */
  boolean isWorthCoding(
      EventWords.Found found, Parties parties, EventStatus.Said said, Set<Integer> triggers) {
    int at = found.start();
    if (isHollow(at, said)) {
      return false;
    }
    if (found.kind().cameo().isEmpty()) {
      return isHappening(found, parties);
    }
    if (parties.actors().isEmpty()
        || parties.actors().getFirst().form() == Parties.Form.INSIDE
        || isOnlyAlike(found, parties)) {
      return false;
    }
    if (lacksASide(found, parties)) {
      return false;
    }
    return switch (parties.link()) {
      case SUBJECT, AGENT -> true;
      case POSSESSOR -> // "his visit": whose, is seldom sure
          said.status() != Event.Status.DENIED
              && parties.actors().getFirst().form() != Parties.Form.PRONOUN;
      case SHARED, RELATIVE, BETWEEN -> said.status() != Event.Status.DENIED;
      case CONTROLLED ->
          said.status() != Event.Status.DENIED
              && (isAchieved(at) || said.status() == Event.Status.PLANNED && isPlanned(at));
      case OVER_NOUN -> said.status() != Event.Status.DENIED && isSaidByLightVerb(at, triggers);
      case MODIFIER, NONE -> false;
    };
  }

  /** Of two sides, and the grammar shows only one. */
  static boolean lacksASide(EventWords.Found found, Parties parties) {
    return OF_TWO_SIDES.contains(found.kind().type()) && !parties.bothShown();
  }

  private boolean isHollow(int at, EventStatus.Said said) {
    return said.unreal()
        || said.status() == Event.Status.REFUSED
        || words.wishing().contains(word(at));
  }

  /**
   * What nobody need do: a quake, a crash, a death. Of other happenings, which are common words
   * ("promote", "match"), only what is said in the passive of something: "was launched in May".
   */
  private boolean isHappening(EventWords.Found found, Parties parties) {
    int at = found.start();
    if (!parties.actors().isEmpty()) {
      return false;
    }
    if (DONE_BY_NOBODY.contains(found.kind().type())) {
      return !tree.relation(at).matches("compound|amod");
    }
    boolean told = tree.dependent(at, "nsubj:pass").isPresent();
    boolean office = found.kind().type().equals(OF_OFFICE);
    return told && (!office || isSomebody(tree.dependent(at, "nsubj:pass").getAsInt()));
  }

  /** A trigger that is another word here: "fought for values", "asked who came", "had received". */
  private boolean isOnlyAlike(EventWords.Found found, Parties parties) {
    int at = found.start();
    boolean verb = tree.pos(at).equals("VERB");
    boolean doneToNobody = tree.object(at).isEmpty() && !parties.bothShown();
    boolean active = parties.link() != Arguments.Link.AGENT && verb;
    if (active && doneToNobody && DONE_TO_SOMEBODY.contains(found.kind().type())) {
      return true;
    }
    if (found.kind().type().equals("REQUEST") && verb && isNoDemand(found)) {
      return true;
    }
    boolean meeting = found.kind().mode().filter(MEETING::equals).isPresent();
    if (verb
        && meeting
        && found.words() == 1
        && tree.object(at).isPresent()
        && !isObjectSomebody(at)) {
      return true; // "met the demand"
    }
    if (found.kind().type().equals("THREATEN") && verb && isStated(at)) {
      return true;
    }
    return isThingReleased(found)
        || found.kind().mode().filter(HOSTING::equals).isPresent() && !isObjectSomebody(at)
        || found.kind().mode().filter(BEATING::equals).isPresent() && !isOfPeople(parties);
  }

  /**
   * "Asked who came", "asked, “Who came?”": what asks for a thing or a deed names it. "Insists that
   * it is fair" only states.
   */
  private boolean isNoDemand(EventWords.Found found) {
    int verb = found.start();
    if (words.stating().contains(word(verb))) {
      return tree.dependent(verb, "ccomp").isPresent();
    }
    return found.words() == 1
        && words.telling().contains(word(verb))
        && tree.dependent(verb, "xcomp").isEmpty()
        && tree.dependents(verb, "ccomp").noneMatch(clause -> isOpenedByThat(clause))
        && tree.dependents(verb, "(obl|nmod|advcl|ccomp).*")
            .flatMap(asked -> tree.dependents(asked, "case|mark"))
            .noneMatch(mark -> words.asked().contains(word(mark)));
  }

  /** "Warned that the bridge is old": a threat is of what somebody will do. */
  private boolean isStated(int verb) {
    return tree.dependents(verb, "ccomp")
        .anyMatch(
            clause ->
                tree.dependents(clause, "aux.*")
                    .noneMatch(at -> words.modals().contains(word(at))));
  }

  private boolean isOpenedByThat(int clause) {
    return tree.dependents(clause, "mark").anyMatch(mark -> words.that().contains(word(mark)));
  }

  /** People without a name on a side: "police beat protesters", not "Arsenal beat Chelsea". */
  private static boolean isOfPeople(Parties parties) {
    return Stream.concat(parties.actors().stream(), parties.recipients().stream())
        .anyMatch(party -> party.form() == Parties.Form.WORDS);
  }

  /**
   * "Began to shell the port", "remained opposed", "is said to have shelled it"; not "sought to
   * shell it".
   */
  private boolean isAchieved(int verb) {
    int over = tree.head(verb);
    return over >= 0
        && (words.achieving().contains(word(over))
            || tree.voice(over) == Grammar.Voice.PASSIVE && words.reporting().contains(word(over)));
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
    return found.kind().cameo().filter(FREEING::equals).isPresent()
        && tree.object(found.start()).isPresent()
        && !isObjectSomebody(found.start());
  }

  private boolean isObjectSomebody(int verb) {
    OptionalInt object = tree.object(verb);
    return object.isPresent() && isSomebody(object.getAsInt());
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
