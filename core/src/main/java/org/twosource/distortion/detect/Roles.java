package org.twosource.distortion.detect;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.twosource.annotate.Grammar;
import org.twosource.annotate.Mention;
import org.twosource.distortion.DistortionWords;
import org.twosource.distortion.Side;
import org.twosource.lexicon.WordForm;

/**
 * Who stands in which place of which word on one side of a pair, read from the grammar: the doer
 * and the receiver of a verb, whichever voice it is in, those it is said or given to, and the same
 * of nouns that name a deed ("Norland's invasion of Sudeva", "the attack by the rebels on the
 * army"). Subjects of relative clauses and of verbs that another verb governs are read through.
 * Pronouns stand in no place, for whom they mean is a guess.
 */
final class Roles {

  /** A place beside a word. */
  enum Role {
    DOER,
    RECEIVER,
    /** Behind "to", "against", "from" and their like, or the person something is told. */
    OTHER
  }

  /**
   * One place filled.
   *
   * @param word the verb or noun
   * @param stem of the word
   * @param party the entity, or the stem of its noun
   * @param noun the stem of the token that names the party
   * @param at the token that names the party
   */
  record Place(int word, String stem, Role role, String party, String noun, int at) {

    /** Whether the party is named, not only described. */
    boolean isNamed() {
      return !party.equals(noun);
    }

    /** Whether both places are filled by one and the same. */
    boolean hasPartyOf(Place other) {
      return party.equals(other.party) || noun.equals(other.noun);
    }
  }

  private static final Set<String> NOMINAL = Set.of("NOUN", "PROPN", "NUM");

  private final Side side;
  private final DistortionWords words;

  private Roles(Side side) {
    this.side = side;
    this.words = DistortionWords.of(side.text());
  }

  /** The filled places of a side, in the order of their words. */
  static List<Place> of(Side side) {
    Roles roles = new Roles(side);
    List<Place> places = new ArrayList<>();
    for (int word = 0; side.isParsed() && word < side.size(); word++) {
      if (side.pos(word).equals("VERB")) {
        roles.add(places, word, Role.DOER, roles.doer(word, 0));
        roles.add(places, word, Role.RECEIVER, roles.receiver(word));
        roles.add(places, word, Role.OTHER, roles.addressee(word));
      } else if (side.pos(word).equals("NOUN")) {
        roles.add(places, word, Role.DOER, roles.nounsDoer(word));
        roles.add(places, word, Role.RECEIVER, roles.nounsReceiver(word));
      }
    }
    return places;
  }

  private void add(List<Place> places, int word, Role role, int at) {
    if (at >= 0
        && NOMINAL.contains(side.pos(at))
        && !words.mutualWords().contains(side.normal(word))) {
      String noun = WordForm.stem(side.normal(at));
      String party = entity(at).orElse(noun);
      places.add(new Place(word, WordForm.stem(side.normal(word)), role, party, noun, at));
    }
  }

  private Optional<String> entity(int at) {
    return ReplacedName.names(side).stream()
        .filter(mention -> mention.span().contains(side.token(at).span()))
        .map(Mention::entity)
        .findFirst();
  }

  private boolean isPassive(int verb) {
    return side.grammar().voice(verb) == Grammar.Voice.PASSIVE;
  }

  private int doer(int verb, int depth) {
    int by = marked(verb, words.agentMarks());
    if (isPassive(verb)) {
      return by;
    }
    int subject = dependent(verb, "nsubj");
    if (subject >= 0) {
      return isRelative(subject, verb) ? side.head(verb) : subject;
    }
    if (isParticiple(verb) && by >= 0) {
      return by;
    }
    int head = side.head(verb);
    boolean governed =
        side.relation(verb).equals("xcomp") || side.relation(verb).equals("conj") && by < 0;
    boolean reaches =
        governed
            && head >= 0
            && depth < 3
            && side.pos(head).equals("VERB")
            && !isPassive(head)
            && (side.relation(verb).equals("conj") || dependent(head, "obj") < 0);
    return reaches ? doer(head, depth + 1) : -1;
  }

  private int receiver(int verb) {
    int passive = dependent(verb, "nsubj:pass");
    if (passive >= 0) {
      return isRelative(passive, verb) ? side.head(verb) : passive;
    }
    int object = dependent(verb, "obj");
    if (object >= 0) {
      return isRelative(object, verb) ? side.head(verb) : object;
    }
    return isParticiple(verb) && marked(verb, words.agentMarks()) >= 0 ? side.head(verb) : -1;
  }

  /** To whom something is said, sold or done, whatever the sentence hangs it on. */
  private int addressee(int verb) {
    int indirect = dependent(verb, "iobj");
    if (indirect >= 0) {
      return indirect;
    }
    int direct = marked(verb, words.addresseeMarks());
    int object = dependent(verb, "obj");
    return direct >= 0 || object < 0 ? direct : marked(object, words.addresseeMarks());
  }

  private int nounsDoer(int noun) {
    int owner = dependent(noun, "nmod:poss");
    return owner >= 0 ? owner : marked(noun, words.agentMarks());
  }

  /** What hangs on the noun, or, as parsers often have it, on its doer. */
  private int nounsReceiver(int noun) {
    int own = marked(noun, words.receiverMarks());
    int doer = marked(noun, words.agentMarks());
    return own >= 0 || doer < 0 ? own : marked(doer, words.receiverMarks());
  }

  /** Whether a pronoun stands for the noun that the verb's clause hangs on. */
  private boolean isRelative(int pronoun, int verb) {
    return words.relativePronouns().contains(side.normal(pronoun))
        && side.relation(verb).equals("acl:relcl")
        && side.head(verb) >= 0
        && pronoun < verb;
  }

  /** "A village shelled by the army": a verb that hangs on the noun it was done to. */
  private boolean isParticiple(int verb) {
    return side.relation(verb).equals("acl") && side.head(verb) >= 0;
  }

  /** The dependent that a preposition of this list stands before, or -1. */
  private int marked(int head, Set<String> marks) {
    for (int i = head + 1; i < side.size(); i++) {
      if (side.head(i) == head && side.relation(i).matches("(obl|nmod)(:agent)?")) {
        int mark = side.grammar().preposition(i).orElse(-1);
        if (mark >= 0 && marks.contains(side.normal(mark))) {
          return i;
        }
      }
    }
    return -1;
  }

  private int dependent(int head, String relation) {
    return side.grammar().dependent(head, relation).orElse(-1);
  }
}
