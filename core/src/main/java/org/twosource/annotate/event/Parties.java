package org.twosource.annotate.event;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.twosource.annotate.EntityType;
import org.twosource.annotate.Grammar;
import org.twosource.annotate.Mention;
import org.twosource.annotate.event.Arguments.Link;
import org.twosource.report.Span;
import org.twosource.text.Language;
import org.twosource.text.Sentence;
import org.twosource.text.Token;

/**
 * Who takes part in an event of one sentence: names, or the words of people and bodies without one.
 *
 * @param link how the actors hang on the trigger
 * @param bothShown whether the grammar shows a recipient too
 */
record Parties(
    List<Participant> actors, List<Participant> recipients, Link link, boolean bothShown) {

  /**
   * One who takes part.
   *
   * @param id of the entity; the words where no entity is known: "two soldiers"
   * @param span offsets into the report's body
   */
  record Participant(String id, Span span, Form form) {}

  /** By what a party is known. */
  enum Form {
    PERSON,
    ORGANIZATION,
    PLACE,
    OTHER,
    /** A pronoun that stands for an entity. */
    PRONOUN,
    /** People or a body without a name. */
    WORDS,
    /** A name inside words for something else: "Iran's plan". */
    INSIDE
  }

  Parties {
    actors = List.copyOf(actors);
    recipients = List.copyOf(recipients);
  }

  List<String> actorIds() {
    return actors.stream().map(Participant::id).distinct().toList();
  }

  List<String> recipientIds() {
    return recipients.stream().map(Participant::id).distinct().toList();
  }

  /**
   * The words of a language that tell who takes part.
   *
   * @param recipientMarks prepositions of the one it is done to or with
   * @param agentMarks prepositions of who does it
   * @param relatives pronouns that stand for the noun their clause hangs on
   * @param people nouns of people and bodies that act
   * @param lightVerbs that leave what happens to their object: "had" talks
   * @param patientNouns whose owner has it done to him: "his arrest"
   * @param places prepositions of where it happens
   * @param receivingVerbs whose subject has from another what their object tells: "received"
   *     threats
   * @param giverMarks prepositions of the one it is received from
   * @param indefinite articles of somebody not told before
   * @param staying prepositions of where something happens that is not its aim: "at a mill"
   */
  record Words(
      Set<String> recipientMarks,
      Set<String> agentMarks,
      Set<String> relatives,
      Set<String> people,
      Set<String> lightVerbs,
      Set<String> patientNouns,
      Set<String> places,
      Set<String> receivingVerbs,
      Set<String> giverMarks,
      Set<String> indefinite,
      Set<String> staying) {
    static Words of(Language language) {
      Set<String> people = new LinkedHashSet<>(language.words("event-actors"));
      people.addAll(language.words("role-words"));
      return new Words(
          language.words("recipient-words"),
          language.words("agent-words"),
          language.words("relative-pronouns"),
          people,
          language.words("light-verbs"),
          language.words("patient-nouns"),
          language.words("place-words-before"),
          language.words("receiving-verbs"),
          language.words("giver-words"),
          language.words("indefinite-articles"),
          language.words("staying-prepositions"));
    }

    /** Whether a noun, one or several, is one of people or bodies that act. */
    boolean isPeople(String noun) {
      return people.contains(noun)
          || noun.endsWith("s") && people.contains(noun.substring(0, noun.length() - 1))
          || noun.endsWith("men") && people.contains(noun.substring(0, noun.length() - 3) + "man");
    }
  }

  /** Reads them in one sentence. */
  static final class Reader {
    /** A name in a clause of its own is no party of the event outside it. */
    private static final String OWN_CLAUSE = "acl.*|advcl.*|ccomp|parataxis";

    /** What stands beside a clause and is no part of it. */
    private static final String BESIDE = "advcl.*|parataxis|conj";

    /** What belongs to the words of a party. */
    private static final String OWN_WORDS = "det.*|amod|compound|nummod|flat";

    private final Words words;
    private final List<Token> tokens;
    private final Optional<Grammar> syntax;
    private final List<Mention> mentions;
    private final String body;

    Reader(
        Words words,
        Sentence sentence,
        Optional<Grammar> syntax,
        List<Mention> mentions,
        String body) {
      this.words = words;
      tokens = sentence.tokens();
      this.syntax = syntax;
      this.mentions = mentions;
      this.body = body;
    }

    Parties of(EventWords.Found found) {
      return syntax.map(tree -> byGrammar(tree, found)).orElseGet(() -> byOrder(found));
    }

    /** The names that the words around a trigger are about. */
    Parties around(EventWords.Found found) {
      return syntax
          .map(tree -> new NamesAround(words, tokens, tree, mentions).of(found))
          .map(
              sides ->
                  new Parties(named(sides.actors()), named(sides.recipients()), Link.NONE, false))
          .orElseGet(() -> byOrder(found));
    }

    private static List<Participant> named(Set<Mention> names) {
      return names.stream().map(mention -> party(mention, form(mention))).toList();
    }

    private Parties byGrammar(Grammar tree, EventWords.Found found) {
      Arguments arguments = new Arguments.Reader(tokens, tree, words).of(found.start());
      Span trigger = tokens.get(found.start()).span();
      List<Participant> actors = parties(tree, arguments.actors(), trigger);
      List<Participant> recipients = parties(tree, arguments.targets(), trigger);
      Set<String> acting = new LinkedHashSet<>();
      actors.forEach(one -> acting.add(one.id()));
      recipients.removeIf(one -> acting.contains(one.id()));
      boolean shown = recipients.stream().anyMatch(one -> one.form() != Form.INSIDE);
      if (recipients.isEmpty() && found.kind().cameo().isPresent()) {
        recipients.addAll(lower(tree, found, acting));
      }
      Parties read =
          new Parties(actors, recipients, actors.isEmpty() ? Link.NONE : arguments.link(), shown);
      if (found.kind().cameo().isEmpty()) {
        return read;
      }
      List<Participant> above = actors.isEmpty() ? above(tree, found, trigger) : List.of();
      Parties order = actors.isEmpty() ? byOrder(found) : inClause(tree, found, byOrder(found));
      return filled(
          read, above.isEmpty() ? order : new Parties(above, order.recipients(), Link.NONE, false));
    }

    /** "Norway insists that it is fair, but Chile protests": Chile is in another clause. */
    private Parties inClause(Grammar tree, EventWords.Found found, Parties order) {
      int clause = tree.clause(found.start());
      return new Parties(
          order.actors(),
          order.recipients().stream()
              .filter(party -> tree.object(found.start()).isEmpty())
              .filter(party -> isInside(tree, head(party.span()), clause))
              .filter(party -> party.form() != Form.PLACE || !isPlaceOf(tree, head(party.span())))
              .toList(),
          order.link(),
          order.bothShown());
    }

    private static boolean isInside(Grammar tree, int word, int clause) {
      return word >= 0
          && tree.isUnder(word, clause)
          && tree.up(word)
              .takeWhile(at -> at != clause)
              .noneMatch(
                  at -> tree.isClauseHead(at) && tree.relation(at).matches("conj|parataxis"));
    }

    /** The subject of the nearest verb above that has one. */
    private List<Participant> above(Grammar tree, EventWords.Found found, Span trigger) {
      return tree.up(found.start())
          .skip(1)
          .limit(3)
          .mapToObj(
              at -> parties(tree, tree.dependents(at, "nsubj(:outer)?").boxed().toList(), trigger))
          .filter(parties -> !parties.isEmpty())
          .findFirst()
          .orElse(List.of());
    }

    /**
     * A political event has two sides: whom the grammar does not show is looked for in the order of
     * names. An actor found so has no link to the trigger, and the event is none to be coded.
     */
    private static Parties filled(Parties read, Parties order) {
      List<Participant> recipients =
          read.recipients().isEmpty()
              ? without(order.recipients(), read.actorIds())
              : read.recipients();
      List<Participant> actors =
          read.actors().isEmpty()
              ? without(order.actors(), recipients.stream().map(Participant::id).toList())
              : read.actors();
      return new Parties(actors, recipients, read.link(), read.bothShown());
    }

    private static List<Participant> without(List<Participant> parties, List<String> ids) {
      return parties.stream().filter(party -> !ids.contains(party.id())).toList();
    }

    /**
     * The first name in what a trigger governs, or the verb of a trigger that is a noun:
     * "threatened to send troops to Peru", "received the ministers of Chile".
     */
    private List<Participant> lower(Grammar tree, EventWords.Found found, Set<String> acting) {
      int over = tree.head(found.start());
      int top =
          tree.pos(found.start()).equals("VERB") || over < 0 || !tree.pos(over).equals("VERB")
              ? found.start()
              : over;
      return mentions.stream()
          .filter(mention -> mention.span().start() >= tokens.get(found.start()).end())
          .filter(mention -> !acting.contains(mention.entity()))
          .filter(mention -> tree.isUnder(head(mention.span()), top, BESIDE))
          .filter(mention -> !isWhere(tree, head(mention.span()), top))
          .limit(1)
          .map(mention -> party(mention, Form.INSIDE))
          .toList();
    }

    /** "Shot two in an attack at a Finch mill": Finch only tells where. */
    private boolean isWhere(Grammar tree, int word, int top) {
      return tree.up(word)
          .takeWhile(at -> at != top)
          .anyMatch(
              at -> tree.dependents(at, "case").anyMatch(of -> words.staying().contains(word(of))));
    }

    private List<Participant> parties(Grammar tree, List<Integer> heads, Span trigger) {
      List<Participant> parties = new ArrayList<>();
      for (int head : heads) {
        for (Participant party : parties(tree, head)) {
          if (!party.span().contains(trigger)
              && parties.stream().noneMatch(known -> known.id().equals(party.id()))) {
            parties.add(party);
          }
        }
      }
      return parties;
    }

    /** The name a head is in; else its words, if they are of people; else the names inside them. */
    private List<Participant> parties(Grammar tree, int head) {
      Span span = tokens.get(head).span();
      Optional<Mention> exact =
          mentions.stream().filter(mention -> mention.span().contains(span)).findFirst();
      if (exact.isPresent()) {
        return List.of(party(exact.get(), form(exact.get())));
      }
      if (!tree.pos(head).matches("NOUN|PROPN|ADJ|NUM")) {
        return List.of();
      }
      boolean people = words.isPeople(tokens.get(head).normal());
      List<Participant> inside = new ArrayList<>();
      for (Mention mention : mentions) {
        int token = head(mention.span());
        if (token >= 0
            && tree.isUnder(token, head, OWN_CLAUSE)
            && !(people && isBeside(tree, mention, token, head))) {
          inside.add(party(mention, people ? form(mention) : Form.INSIDE));
        }
      }
      if (!inside.isEmpty() && !(people && isSomeone(tree, head))) {
        return people ? List.of(inside.getFirst()) : inside;
      }
      return people && !isOfPronoun(tree, head) ? List.of(words(tree, head)) : List.of();
    }

    /** In "Holm's adviser" Holm is not who acts, nor Lima in "police in Lima". */
    private boolean isBeside(Grammar tree, Mention mention, int token, int head) {
      if (mention.type() == EntityType.PLACE) {
        return isPlaceOf(tree, token);
      }
      return mention.type() == EntityType.PERSON
          && tree.relation(token).equals("nmod:poss")
          && tree.head(token) == head;
    }

    /** "A Kelm policeman", "an Iranian official": one of many, who is not Kelm or Iran. */
    private boolean isSomeone(Grammar tree, int head) {
      return tree.dependents(head, "det").anyMatch(at -> words.indefinite().contains(word(at)));
    }

    private String word(int at) {
      return tokens.get(at).normal();
    }

    private boolean isPlaceOf(Grammar tree, int noun) {
      OptionalInt preposition = noun < 0 ? OptionalInt.empty() : tree.preposition(noun);
      return preposition.isPresent()
          && words.places().contains(tokens.get(preposition.getAsInt()).normal());
    }

    /** "Their forces" tells nobody whose. */
    private static boolean isOfPronoun(Grammar tree, int head) {
      return tree.dependents(head, "nmod:poss").anyMatch(at -> tree.pos(at).equals("PRON"));
    }

    private Participant words(Grammar tree, int head) {
      int start = head;
      while (start > 0
          && tree.head(start - 1) == head
          && tree.relation(start - 1).matches(OWN_WORDS)) {
        start--;
      }
      OptionalInt owner = tree.dependent(head, "nmod:poss");
      if (owner.isPresent() && owner.getAsInt() < start) {
        start = tree.first(owner.getAsInt()); // "Holm's adviser"
      }
      Span span = new Span(tokens.get(start).start(), tokens.get(head).end());
      return new Participant(span.in(body).replaceAll("\\s+", " "), span, Form.WORDS);
    }

    private static Participant party(Mention mention, Form form) {
      return new Participant(mention.entity(), mention.span(), form);
    }

    private static Form form(Mention mention) {
      if (mention.form() == Mention.Form.PRONOUN) {
        return Form.PRONOUN;
      }
      return switch (mention.type()) {
        case PERSON -> Form.PERSON;
        case ORGANIZATION -> Form.ORGANIZATION;
        case PLACE -> Form.PLACE;
        case OTHER -> Form.OTHER;
      };
    }

    private int head(Span span) {
      for (int i = tokens.size() - 1; i >= 0; i--) {
        if (span.contains(tokens.get(i).span())) {
          int last = i;
          return syntax
              .map(tree -> tree.up(last).takeWhile(at -> span.contains(tokens.get(at).span())))
              .flatMap(inside -> inside.boxed().reduce((below, above) -> above))
              .orElse(last);
        }
      }
      return -1;
    }

    /** Without grammar: the nearest name before and after the trigger; turned before a "by". */
    private Parties byOrder(EventWords.Found found) {
      Span trigger = tokens.get(found.start()).span();
      List<Participant> before =
          mentions.stream()
              .filter(mention -> mention.span().end() <= trigger.start())
              .max(Comparator.comparing(Mention::span))
              .map(mention -> party(mention, form(mention)))
              .stream()
              .toList();
      List<Participant> after =
          mentions.stream()
              .filter(mention -> mention.span().start() >= trigger.end())
              .findFirst()
              .map(mention -> party(mention, form(mention)))
              .stream()
              .toList();
      boolean passive =
          found.end() < tokens.size()
              && words.agentMarks().contains(tokens.get(found.end()).normal());
      return passive
          ? new Parties(after, before, Link.NONE, false)
          : new Parties(before, after, Link.NONE, false);
    }
  }
}
