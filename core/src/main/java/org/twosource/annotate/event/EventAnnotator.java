package org.twosource.annotate.event;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.twosource.annotate.Annotated;
import org.twosource.annotate.Clause;
import org.twosource.annotate.Cue;
import org.twosource.annotate.CueWords;
import org.twosource.annotate.EntityType;
import org.twosource.annotate.Event;
import org.twosource.annotate.Grammar;
import org.twosource.annotate.Mention;
import org.twosource.annotate.TextAnnotator;
import org.twosource.annotate.Timex;
import org.twosource.annotate.event.EventWords.Found;
import org.twosource.annotate.event.RootFeatures.Side;
import org.twosource.encode.Encoder;
import org.twosource.encode.TextEncoding;
import org.twosource.report.PartialDate;
import org.twosource.report.Span;
import org.twosource.text.Language;
import org.twosource.text.Sentence;
import org.twosource.text.Token;

/**
 * Finds events: the word that names one, who does it, to or with whom, where, when, and what is
 * said of its happening.
 *
 * <p>Words come from the language file. Who and whom come from the grammar: subject and object of a
 * verb, the possessor and the "by", "with", "to" of a noun, and for a noun under a verb ("postponed
 * the trip", "held talks") the verb's subject; without grammar, the nearest names before and after.
 * The root comes from the tables; of an event between two named sides a learned model ({@link
 * RootModel}), where there is one, has the last word, and then mode and exact code are open. The
 * status comes from the cues over the trigger, the nearest last.
 *
 * <p>Threads: may be shared.
 */
public final class EventAnnotator implements TextAnnotator {

  /** Without grammar, a cue this many tokens behind a noun is taken to be its verb's. */
  private static final int SUBJECT_REACH = 3;

  /**
   * A root less probable than this does not replace the table's. Of sentences of PLV with both
   * sides, held out, so many have an event between them with the right root: .557 with 0, .555 with
   * .3, .545 with .5, .499 by the tables alone.
   */
  private static final double LEAST_PROBABILITY = .3;

  private record Words(
      EventWords events,
      CueWords cues,
      RootFeatures features,
      Set<String> recipients,
      Set<String> agents,
      Set<String> places) {}

  private final Map<String, Optional<Words>> languages = new ConcurrentHashMap<>();
  private final Optional<RootModel> roots;

  /** By the tables alone. */
  public EventAnnotator() {
    this(Optional.empty());
  }

  /** With a model that has the last word on the root of an English event with two sides. */
  public EventAnnotator(Optional<RootModel> roots) {
    this.roots = roots;
  }

  @Override
  public Annotated annotate(Annotated soFar, TextEncoding encoding) {
    Optional<Words> words =
        languages.computeIfAbsent(
            soFar.text().language(),
            code ->
                Language.find(code)
                    .map(
                        found ->
                            new Words(
                                new EventWords(found),
                                new CueWords(found),
                                new RootFeatures(found),
                                found.words("recipient-words"),
                                found.words("agent-words"),
                                found.words("place-words-before"))));
    if (words.isEmpty()) {
      return soFar;
    }
    List<Event> events = new ArrayList<>();
    for (Sentence sentence : soFar.sentences()) {
      if (sentence.tokens().size() <= Encoder.MAX_TOKENS) {
        new InSentence(words.get(), roots, soFar, sentence).events().forEach(events::add);
      }
    }
    events.sort(Comparator.comparing(Event::trigger));
    return soFar.withEvents(events);
  }

  /** One sentence being read. */
  private static final class InSentence {
    private final Words words;
    private final Optional<RootModel> roots;
    private final Annotated soFar;
    private final Sentence sentence;
    private final List<Token> tokens;
    private final Optional<Grammar> syntax;
    private final List<Mention> mentions;
    private final List<Timex> timexes;
    private final List<Cue> cues;
    private final List<CueWords.Found> cueWords;

    InSentence(Words words, Optional<RootModel> roots, Annotated soFar, Sentence sentence) {
      this.words = words;
      this.roots = roots.filter(model -> soFar.text().language().equals("en"));
      this.soFar = soFar;
      this.sentence = sentence;
      tokens = sentence.tokens();
      syntax = soFar.syntax(sentence.index());
      mentions = soFar.mentionsIn(sentence.span());
      timexes = soFar.timexesIn(sentence.span());
      cues = soFar.cuesIn(sentence.span());
      cueWords = words.cues().find(tokens);
    }

    List<Event> events() {
      List<Draft> drafts = new ArrayList<>();
      for (Found found : words.events().find(tokens)) {
        if (!found.kind().type().equals("NONE") && !isName(found) && isEventWord(found)) {
          drafts.add(draft(found));
        }
      }
      return drafts.stream().map(draft -> event(named(draft, drafts))).toList();
    }

    private boolean isName(Found found) {
      Span trigger = tokens.get(found.start()).span();
      return mentions.stream().anyMatch(mention -> mention.span().contains(trigger))
          || timexes.stream().anyMatch(timex -> timex.span().contains(trigger));
    }

    /** An adjective or adverb that looks like a trigger is none. */
    private boolean isEventWord(Found found) {
      return syntax
          .map(tree -> tree.pos(found.start()).matches("VERB|NOUN|AUX|PROPN|PART|ADJ|ADP"))
          .orElse(true);
    }

    /**
     * An event word with its sides, before it is known what stands over it.
     *
     * @param confidence in its root
     */
    private record Draft(Found found, Parties parties, double confidence) {
      boolean isPolitical() {
        return found.kind().cameo().isPresent()
            && !parties.actors().isEmpty()
            && !parties.recipients().isEmpty();
      }

      Span actor() {
        return parties.actors().iterator().next().span();
      }

      Span recipient() {
        return parties.recipients().iterator().next().span();
      }
    }

    private Draft draft(Found found) {
      Parties parties = syntax.map(tree -> byGrammar(tree, found)).orElseGet(() -> byOrder(found));
      boolean isKnown = found.kind().cameo().isPresent() && !parties.actors().isEmpty();
      return new Draft(found, parties, isKnown ? .7 : .5);
    }

    /**
     * The draft with the root of the model, if the model reads it. Of the event words between two
     * sides, the model names the highest in the grammar: "refused to deploy" is one event, and what
     * was refused keeps its own root.
     */
    private Draft named(Draft draft, List<Draft> all) {
      if (roots.isEmpty() || syntax.isEmpty() || !draft.isPolitical() || !isHighest(draft, all)) {
        return draft;
      }
      Side source = Side.of(sentence, draft.actor());
      Side target = Side.of(sentence, draft.recipient());
      List<Integer> path = words.features().path(sentence, syntax.get(), source, target);
      Found found = draft.found();
      if (!path.contains(found.start()) && !path.contains(found.end() - 1)) {
        return draft;
      }
      return words
          .features()
          .of(soFar, sentence, source, target)
          .map(values -> named(draft, roots.get().probabilities(values)))
          .orElse(draft);
    }

    private boolean isHighest(Draft draft, List<Draft> all) {
      return all.stream()
          .filter(Draft::isPolitical)
          .filter(other -> other.actor().equals(draft.actor()))
          .filter(other -> other.recipient().equals(draft.recipient()))
          .min(Comparator.comparingInt(other -> depth(other.found())))
          .filter(draft::equals)
          .isPresent();
    }

    private int depth(Found found) {
      return (int) syntax.orElseThrow().up(found.start()).count();
    }

    private Draft named(Draft draft, double[] probabilities) {
      Found found = draft.found();
      int best = 0;
      for (int i = 1; i < probabilities.length; i++) {
        best = probabilities[i] > probabilities[best] ? i : best;
      }
      if (probabilities[best] < LEAST_PROBABILITY) {
        return draft;
      }
      String root = roots.orElseThrow().roots().get(best);
      Found now =
          RootModel.isOf(found.kind().type(), root)
              ? found
              : new Found(found.start(), found.end(), RootModel.kind(root), found.words());
      return new Draft(now, draft.parties(), Math.round(probabilities[best] * 100) / 100.0);
    }

    private Event event(Draft draft) {
      Found found = draft.found();
      Parties parties = draft.parties();
      Span trigger = tokens.get(found.start()).span();
      Span span = new Span(trigger.start(), tokens.get(found.end() - 1).end());
      List<Cue> over = over(trigger, span);
      Optional<PartialDate> date = date(trigger);
      return new Event(
          span,
          trigger,
          Optional.of(found.kind().type()),
          found.kind().mode(),
          found.kind().cameo(),
          entities(parties.actors()),
          entities(parties.recipients()),
          place(parties, found),
          date,
          status(over, trigger, date),
          negated(over),
          draft.confidence());
    }

    private static List<String> entities(Set<Mention> mentions) {
      return mentions.stream().map(Mention::entity).distinct().toList();
    }

    /** A name in a clause of its own is no party of the event outside it. */
    private static final String OWN_CLAUSE = "acl.*|advcl.*|ccomp|parataxis";

    private static final int LONGEST_CHAIN = 12;

    private record Parties(Set<Mention> actors, Set<Mention> recipients) {}

    private Parties byGrammar(Grammar tree, Found found) {
      Set<Mention> actors = new LinkedHashSet<>();
      Set<Mention> recipients = new LinkedHashSet<>();
      int trigger = found.start();
      collect(tree, trigger, found, actors, recipients);
      int head = tree.head(trigger);
      boolean noun = !tree.pos(trigger).equals("VERB");
      for (int steps = 0; actors.isEmpty() && head >= 0 && steps < 3; steps++) {
        subjects(tree, head, actors, recipients);
        if (noun && recipients.isEmpty()) {
          obliques(tree, head, found, actors, recipients);
        }
        head = tree.head(head);
      }
      if (recipients.isEmpty() && actors.isEmpty()) {
        return byOrder(found);
      }
      recipients.removeAll(actors);
      if (found.kind().cameo().isPresent() && (recipients.isEmpty() || actors.isEmpty())) {
        fillFrom(byOrder(found), actors, recipients);
      }
      return new Parties(actors, recipients);
    }

    /** A political event has two sides: what the grammar does not show, the order of names does. */
    private static void fillFrom(Parties order, Set<Mention> actors, Set<Mention> recipients) {
      if (recipients.isEmpty()) {
        recipients.addAll(order.recipients());
        recipients.removeAll(actors);
      }
      if (actors.isEmpty()) {
        actors.addAll(order.actors());
        actors.removeAll(recipients);
      }
    }

    private void collect(
        Grammar tree, int head, Found found, Set<Mention> actors, Set<Mention> recipients) {
      subjects(tree, head, actors, recipients);
      tree.dependents(head, "i?obj").forEach(at -> recipients.addAll(under(tree, at)));
      tree.dependents(head, "nmod:poss|compound|amod")
          .forEach(at -> actors.addAll(under(tree, at)));
      obliques(tree, head, found, actors, recipients);
    }

    private void subjects(Grammar tree, int head, Set<Mention> actors, Set<Mention> recipients) {
      tree.dependents(head, "nsubj:pass").forEach(at -> recipients.addAll(under(tree, at)));
      tree.dependents(head, "nsubj(:outer)?").forEach(at -> actors.addAll(under(tree, at)));
    }

    private void obliques(
        Grammar tree, int head, Found found, Set<Mention> actors, Set<Mention> recipients) {
      for (int i : tree.dependents(head, "(?!nmod:poss$|obl:unmarked$)(obl|nmod).*").toArray()) {
        String relation = tree.relation(i);
        String preposition = preposition(tree, i);
        if (words.agents().contains(preposition)) {
          actors.addAll(under(tree, i));
        } else if (words.recipients().contains(preposition)
            || relation.equals("obl:agent")
            || words.places().contains(preposition) && recipients.isEmpty()) {
          under(tree, i).stream()
              .filter(mention -> !mention.span().contains(tokens.get(found.start()).span()))
              .forEach(recipients::add);
        }
      }
    }

    private String preposition(Grammar tree, int noun) {
      OptionalInt preposition = tree.preposition(noun);
      return preposition.isPresent() ? tokens.get(preposition.getAsInt()).normal() : "";
    }

    /** The names in the subtree of a token, but not those of clauses inside it. */
    private List<Mention> under(Grammar tree, int top) {
      List<Mention> found = new ArrayList<>();
      for (Mention mention : mentions) {
        int token = tokenAt(mention.span());
        if (token >= 0 && tree.isUnder(token, top, OWN_CLAUSE)) {
          found.add(mention);
        }
      }
      Span head = tokens.get(top).span();
      Optional<Mention> exact =
          found.stream().filter(mention -> mention.span().contains(head)).findFirst();
      if (exact.isEmpty()) {
        return found;
      }
      List<Mention> joined = new ArrayList<>(List.of(exact.get()));
      for (Mention mention : found) {
        int token = tokenAt(mention.span());
        if (mention != exact.get() && isConjunct(tree, token, top)) {
          joined.add(mention);
        }
      }
      return joined;
    }

    private static boolean isConjunct(Grammar tree, int token, int top) {
      return tree.up(token)
          .takeWhile(at -> at != top)
          .limit(LONGEST_CHAIN)
          .anyMatch(at -> tree.relation(at).equals("conj"));
    }

    private int tokenAt(Span span) {
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

    /** The nearest name before and after the trigger; turned round before a "by". */
    private Parties byOrder(Found found) {
      Span trigger = tokens.get(found.start()).span();
      Set<Mention> before = new LinkedHashSet<>();
      Set<Mention> after = new LinkedHashSet<>();
      for (Mention mention : mentions) {
        if (mention.span().end() <= trigger.start()) {
          before.clear();
          before.add(mention);
        } else if (mention.span().start() >= trigger.end() && after.isEmpty()) {
          after.add(mention);
        }
      }
      boolean passive =
          found.end() < tokens.size() && words.agents().contains(tokens.get(found.end()).normal());
      return passive ? new Parties(after, before) : new Parties(before, after);
    }

    private List<Cue> over(Span trigger, Span span) {
      return cues.stream()
          .filter(cue -> cue.kind() != Cue.Kind.APPROXIMATION)
          .filter(cue -> cue.scope().contains(trigger) || isSubjectOf(trigger, cue))
          .filter(cue -> !span.contains(cue.span()) || cue.kind() == Cue.Kind.HEDGE)
          .toList();
    }

    /** "The visit could be held": the event is the subject of what the cue governs. */
    private boolean isSubjectOf(Span trigger, Cue cue) {
      if (trigger.end() > cue.span().start() || cue.kind() == Cue.Kind.ALLEGATION) {
        return false;
      }
      boolean sameClause =
          soFar.clauses().stream()
              .anyMatch(
                  clause -> clause.span().contains(trigger) && clause.span().contains(cue.span()));
      int token = tokenAt(trigger);
      if (!sameClause || token < 0) {
        return false;
      }
      if (syntax.isPresent()) {
        int verb = syntax.get().head(token);
        boolean governs =
            verb >= 0
                && (cue.scope().contains(tokens.get(verb).span())
                    || cue.span().contains(tokens.get(verb).span()));
        return governs && syntax.get().relation(token).startsWith("nsubj");
      }
      return tokens.stream()
              .filter(t -> t.start() >= trigger.end() && t.end() <= cue.span().start())
              .count()
          <= SUBJECT_REACH;
    }

    private static boolean negated(List<Cue> over) {
      return over.stream()
          .anyMatch(cue -> cue.kind() == Cue.Kind.NEGATION || cue.kind() == Cue.Kind.NEAR_MISS);
    }

    /** The cue that stands nearest to the trigger decides; a date ahead makes a plan. */
    private Event.Status status(List<Cue> over, Span trigger, Optional<PartialDate> date) {
      Optional<Cue> nearest =
          over.stream()
              .filter(cue -> cue.kind() != Cue.Kind.NEGATION && cue.kind() != Cue.Kind.NEAR_MISS)
              .min(
                  Comparator.<Cue>comparingInt(cue -> rank(cue.kind()))
                      .thenComparingInt(cue -> distance(cue.span(), trigger)));
      if (nearest.isPresent()) {
        return switch (nearest.get().kind()) {
          case POSTPONEMENT ->
              outcome(nearest.get()).equals("cancelled")
                  ? Event.Status.CANCELLED
                  : Event.Status.POSTPONED;
          case DENIAL ->
              outcome(nearest.get()).equals("refused") ? Event.Status.REFUSED : Event.Status.DENIED;
          case ALLEGATION -> Event.Status.ALLEGED;
          case HEDGE -> Event.Status.POSSIBLE;
          case PLAN -> Event.Status.PLANNED;
          case NEGATION, NEAR_MISS, APPROXIMATION -> Event.Status.HELD;
        };
      }
      boolean ahead =
          date.isPresent()
              && soFar.text().published().date().isPresent()
              && date.get().earliest().isAfter(soFar.text().published().date().get().latest());
      return ahead ? Event.Status.PLANNED : Event.Status.HELD;
    }

    private static int rank(Cue.Kind kind) {
      return switch (kind) {
        case POSTPONEMENT, DENIAL -> 0;
        case HEDGE -> 1;
        case PLAN -> 2;
        case ALLEGATION -> 3;
        case NEGATION, NEAR_MISS, APPROXIMATION -> 4;
      };
    }

    private static int distance(Span a, Span b) {
      return a.end() <= b.start() ? b.start() - a.end() : Math.max(0, a.start() - b.end());
    }

    private String outcome(Cue cue) {
      for (CueWords.Found found : cueWords) {
        if (found.kind() == cue.kind() && tokens.get(found.start()).start() == cue.span().start()) {
          return found.outcome();
        }
      }
      return "";
    }

    /** The nearest date in the clause of the trigger, else in the sentence if there is only one. */
    private Optional<PartialDate> date(Span trigger) {
      Optional<Span> clause =
          soFar.clauses().stream().map(Clause::span).filter(s -> s.contains(trigger)).findFirst();
      Comparator<Timex> nearest = Comparator.comparingInt(t -> distance(t.span(), trigger));
      List<Timex> dated = timexes.stream().filter(timex -> timex.date().isPresent()).toList();
      Optional<Timex> inside =
          dated.stream()
              .filter(timex -> clause.map(c -> c.contains(timex.span())).orElse(false))
              .min(nearest);
      return inside
          .or(() -> dated.size() == 1 ? Optional.of(dated.getFirst()) : Optional.empty())
          .flatMap(Timex::date);
    }

    /** A place behind a word of place, nearest behind the trigger; for a visit, who is visited. */
    private Optional<String> place(Parties parties, Found found) {
      Span trigger = tokens.get(found.start()).span();
      Optional<Mention> behind =
          mentions.stream()
              .filter(mention -> mention.type() == EntityType.PLACE)
              .filter(mention -> mention.span().start() >= trigger.end())
              .filter(mention -> words.places().contains(wordBefore(mention.span())))
              .findFirst();
      if (behind.isPresent()) {
        return behind.map(Mention::entity);
      }
      return found.kind().mode().filter("visit"::equals).isPresent()
          ? parties.recipients().stream()
              .filter(mention -> mention.type() == EntityType.PLACE)
              .findFirst()
              .map(Mention::entity)
          : Optional.empty();
    }

    private String wordBefore(Span span) {
      String before = "";
      for (Token token : tokens) {
        if (token.end() > span.start()) {
          break;
        }
        before = token.normal().equals("the") ? before : token.normal();
      }
      return before;
    }
  }
}
