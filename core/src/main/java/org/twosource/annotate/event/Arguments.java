package org.twosource.annotate.event;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.IntStream;
import org.twosource.annotate.Grammar;
import org.twosource.text.Token;

/**
 * Who does what a trigger names, and to whom, by the grammar alone: heads of noun phrases, in text
 * order. A name that only stands near the trigger is none.
 *
 * @param actors empty where the grammar shows nobody who does it
 * @param link how the actor hangs on the trigger
 */
record Arguments(List<Integer> actors, List<Integer> targets, Link link) {

  /** How far a subject is looked for over verbs that have none of their own. */
  private static final int LONGEST_CHAIN = 4;

  private static final String SUBJECT = "(nsubj|csubj)(:outer)?";
  private static final String PASSIVE_SUBJECT = "(nsubj|csubj):pass";

  /** How an actor hangs on its trigger. */
  enum Link {
    /** "The envoy left." */
    SUBJECT,
    /** "The envoy was attacked by rebels", "the attack by rebels". */
    AGENT,
    /** "The envoy came and left." */
    SHARED,
    /** "The envoy wants to leave", "told the envoy to leave", "before leaving, the envoy". */
    CONTROLLED,
    /** "The envoy who left." */
    RELATIVE,
    /** "The envoy's visit." */
    POSSESSOR,
    /** "The rebel attack", "the Iranian reply". */
    MODIFIER,
    /** "The envoy held talks": a noun, by the verb it hangs on. */
    OVER_NOUN,
    /** "Talks between the envoys." */
    BETWEEN,
    NONE
  }

  Arguments {
    actors = List.copyOf(actors);
    targets = List.copyOf(targets);
  }

  private static Arguments none() {
    return new Arguments(List.of(), List.of(), Link.NONE);
  }

  /** Reads them in one sentence. */
  static final class Reader {
    private final List<Token> tokens;
    private final Grammar tree;
    private final Set<String> giverMarks;
    private final Set<String> agentMarks;
    private final Set<String> recipientMarks;
    private final Set<String> relatives;
    private final Set<String> lightVerbs;
    private final Set<String> patientNouns;
    private final Set<String> receivingVerbs;

    Reader(List<Token> tokens, Grammar tree, Parties.Words words) {
      this.tokens = tokens;
      this.tree = tree;
      agentMarks = words.agentMarks();
      recipientMarks = words.recipientMarks();
      relatives = words.relatives();
      lightVerbs = words.lightVerbs();
      patientNouns = words.patientNouns();
      receivingVerbs = words.receivingVerbs();
      giverMarks = words.giverMarks();
    }

    Arguments of(int trigger) {
      Arguments found = isVerb(trigger) ? ofVerb(trigger, 0) : ofNoun(trigger);
      List<Integer> targets = new ArrayList<>(found.targets());
      targets.removeAll(found.actors());
      return new Arguments(found.actors(), targets, found.link());
    }

    private boolean isVerb(int word) {
      return tree.pos(word).matches("VERB|AUX")
          || tree.dependent(word, "aux.*|" + SUBJECT).isPresent()
              && !tree.pos(word).matches("NOUN|PROPN");
    }

    private boolean isNoun(int word) {
      return tree.pos(word).matches("NOUN|PROPN");
    }

    private Arguments ofVerb(int verb, int steps) {
      boolean passive = isPassive(verb);
      List<Integer> targets = passive ? doneTo(verb) : objects(verb);
      if (passive) {
        List<Integer> agents = behind(verb, agentMarks);
        return new Arguments(agents, targets, agents.isEmpty() ? Link.NONE : Link.AGENT);
      }
      OptionalInt own = tree.dependent(verb, SUBJECT);
      if (own.isPresent()) {
        int subject = subjectOf(own.getAsInt());
        return relatives.contains(word(subject)) && isRelative(verb)
            ? new Arguments(withConjuncts(tree.head(verb)), targets, Link.RELATIVE)
            : new Arguments(withConjuncts(subject), targets, Link.SUBJECT);
      }
      int over = tree.head(verb);
      if (over < 0 || steps >= LONGEST_CHAIN) {
        return new Arguments(List.of(), targets, Link.NONE);
      }
      Link link = tree.relation(verb).equals("conj") ? shared(over, steps) : Link.CONTROLLED;
      List<Integer> actors = actorsOver(verb, over, steps);
      return new Arguments(actors, targets, actors.isEmpty() ? Link.NONE : link);
    }

    /** "A plan to leave and return": the second is as far from its actor as the first. */
    private Link shared(int over, int steps) {
      Link link = isVerb(over) && !isPassive(over) ? ofVerb(over, steps + 1).link() : Link.SHARED;
      return link == Link.CONTROLLED ? link : Link.SHARED;
    }

    /** "The senators, meeting at noon, asked": read as if the meeting asked. */
    private int subjectOf(int subject) {
      OptionalInt inner = isVerb(subject) ? tree.dependent(subject, "nsubj") : OptionalInt.empty();
      return inner.orElse(subject);
    }

    /** Who does what a verb without a subject of its own says. */
    private List<Integer> actorsOver(int verb, int over, int steps) {
      String relation = tree.relation(verb);
      if (relation.equals("conj")) {
        return isVerb(over) ? doers(over, steps) : List.of();
      }
      if (relation.matches("xcomp|ccomp")) {
        List<Integer> told = tree.dependents(over, "i?obj").boxed().toList();
        return told.isEmpty() || !relation.equals("xcomp")
            ? relation.equals("xcomp") ? doers(over, steps) : List.of()
            : withConjuncts(told.getFirst());
      }
      if (relation.startsWith("advcl")) {
        return isVerb(over) ? doers(over, steps) : List.of();
      }
      if (relation.equals("parataxis")) {
        return isNoun(over) && over < verb ? withConjuncts(over) : List.of(); // "Holm, mayor, left"
      }
      if (relation.equals("acl")) {
        return word(verb).endsWith("ing")
            ? withConjuncts(over)
            : ofNoun(over).actors(); // "its plan to leave"
      }
      return List.of();
    }

    /** Who does what a verb says, or in the passive has it done to him: "was asked to leave". */
    private List<Integer> doers(int verb, int steps) {
      return isPassive(verb) ? doneTo(verb) : ofVerb(verb, steps + 1).actors();
    }

    /** In the passive, or a participle behind its noun: "soldiers killed by rebels". */
    private boolean isPassive(int verb) {
      return tree.voice(verb) == Grammar.Voice.PASSIVE
          || sharesPassive(verb)
          || tree.relation(verb).equals("acl")
              && !word(verb).endsWith("ing")
              && tree.dependent(verb, "mark|aux.*|obj").isEmpty();
    }

    /** "Four were killed and twenty injured": the second has no auxiliary of its own. */
    private boolean sharesPassive(int verb) {
      int over = tree.head(verb);
      return over >= 0
          && tree.relation(verb).equals("conj")
          && tree.dependent(verb, SUBJECT + "|aux.*|obj").isEmpty()
          && !word(verb).endsWith("ing")
          && tree.voice(over) == Grammar.Voice.PASSIVE;
    }

    private List<Integer> doneTo(int verb) {
      OptionalInt subject = tree.dependent(verb, PASSIVE_SUBJECT);
      if (subject.isPresent()) {
        return relatives.contains(word(subject.getAsInt())) && isRelative(verb)
            ? withConjuncts(tree.head(verb))
            : withConjuncts(subject.getAsInt());
      }
      if (tree.relation(verb).equals("acl")) {
        return withConjuncts(tree.head(verb));
      }
      int over = tree.head(verb);
      return tree.relation(verb).equals("conj") && over >= 0 && isPassive(over)
          ? doneTo(over)
          : List.of();
    }

    private boolean isRelative(int verb) {
      return tree.relation(verb).startsWith("acl") && tree.head(verb) >= 0;
    }

    private List<Integer> objects(int verb) {
      List<Integer> objects = new ArrayList<>();
      tree.dependents(verb, "i?obj")
          .forEach(
              object ->
                  objects.addAll(
                      relatives.contains(word(object)) && isRelative(verb)
                          ? withConjuncts(tree.head(verb))
                          : withConjuncts(object)));
      objects.addAll(behind(verb, recipientMarks));
      return objects;
    }

    private Arguments ofNoun(int noun) {
      List<Integer> between =
          tree.dependents(noun, "nmod.*")
              .filter(at -> preposition(at).equals("between"))
              .boxed()
              .toList();
      if (!between.isEmpty()) {
        return new Arguments(withConjuncts(between.getFirst()), List.of(), Link.BETWEEN);
      }
      List<Integer> targets = new ArrayList<>(behind(noun, recipientMarks));
      List<Integer> owners = all(tree.dependents(noun, "nmod:poss"));
      if (!owners.isEmpty() && patientNouns.contains(word(noun))) {
        targets.addAll(owners); // "the girl's release"
      } else if (!owners.isEmpty()) {
        return new Arguments(owners, targets, Link.POSSESSOR);
      }
      List<Integer> agents = behind(noun, agentMarks);
      if (!agents.isEmpty()) {
        return new Arguments(agents, targets, Link.AGENT);
      }
      List<Integer> had = hadBy(noun);
      if (!had.isEmpty()) {
        return new Arguments(had, targets, Link.RELATIVE);
      }
      int verb = tree.head(noun);
      if (verb >= 0 && isVerb(verb) && tree.relation(noun).matches("obj|obl.*")) {
        Arguments over = ofVerb(verb, 0);
        if (receivingVerbs.contains(word(verb)) && tree.relation(noun).equals("obj")) {
          return received(noun, verb, over.actors());
        }
        if (!over.actors().isEmpty()) {
          over.targets().stream().filter(at -> at != noun).forEach(targets::add);
          return new Arguments(over.actors(), targets, Link.OVER_NOUN);
        }
      }
      List<Integer> modifiers = all(tree.dependents(noun, "compound|amod"));
      return modifiers.isEmpty()
          ? new Arguments(List.of(), targets, Link.NONE)
          : new Arguments(modifiers, targets, Link.MODIFIER);
    }

    /** "The island received threats from the mainland": who has it from whom. */
    private Arguments received(int noun, int verb, List<Integer> receivers) {
      List<Integer> givers = new ArrayList<>(behind(noun, giverMarks));
      givers.addAll(behind(verb, giverMarks));
      return new Arguments(givers, receivers, givers.isEmpty() ? Link.NONE : Link.AGENT);
    }

    /** "Talks they held": who does what a light verb behind the noun says of it. */
    private List<Integer> hadBy(int noun) {
      return tree.dependents(noun, "acl:relcl")
          .filter(verb -> lightVerbs.contains(word(verb)))
          .mapToObj(verb -> tree.dependent(verb, "nsubj"))
          .filter(subject -> subject.isPresent() && !relatives.contains(word(subject.getAsInt())))
          .findFirst()
          .map(subject -> withConjuncts(subject.getAsInt()))
          .orElse(List.of());
    }

    /** The nouns on a word behind one of these prepositions. */
    private List<Integer> behind(int head, Set<String> prepositions) {
      return all(
          tree.dependents(head, "(?!nmod:poss$|obl:unmarked$)(obl|nmod).*")
              .filter(at -> prepositions.contains(preposition(at))));
    }

    private List<Integer> all(IntStream heads) {
      return heads.boxed().flatMap(at -> withConjuncts(at).stream()).toList();
    }

    private List<Integer> withConjuncts(int head) {
      List<Integer> all = new ArrayList<>(List.of(head));
      tree.dependents(head, "conj").filter(at -> !isVerb(at)).forEach(all::add);
      return all;
    }

    private String preposition(int noun) {
      OptionalInt preposition = tree.preposition(noun);
      return preposition.isPresent() ? word(preposition.getAsInt()) : "";
    }

    private String word(int at) {
      return tokens.get(at).normal();
    }
  }

  static Arguments absent() {
    return none();
  }
}
