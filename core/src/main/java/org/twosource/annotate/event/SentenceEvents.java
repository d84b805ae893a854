package org.twosource.annotate.event;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.twosource.annotate.Annotated;
import org.twosource.annotate.Clause;
import org.twosource.annotate.EntityType;
import org.twosource.annotate.Event;
import org.twosource.annotate.Grammar;
import org.twosource.annotate.Mention;
import org.twosource.annotate.Timex;
import org.twosource.annotate.event.EventWords.Found;
import org.twosource.annotate.event.RootFeatures.SideWords;
import org.twosource.report.PartialDate;
import org.twosource.report.Span;
import org.twosource.text.Sentence;
import org.twosource.text.Token;

/** The events of one sentence. */
final class SentenceEvents {
  /** Where there is no grammar to tell. */
  private static final double UNKNOWN = .5;

  /**
   * Of events found worth coding, so many are right in root, actor and status: notes/grammar.md.
   */
  private static final double WORTH = .6;

  private static final double NOT_WORTH = .1;

  /**
   * A root less probable than this does not replace the table's. Of sentences of PLV with both
   * sides, held out, so many have an event between them with the right root: .557 with 0, .555 with
   * .3, .545 with .5, .499 by the tables alone.
   */
  private static final double LEAST_PROBABILITY = .3;

  /** Words of violence with a mode ("shot") and of asking mean what the table says of them. */
  private static final Set<String> PLAIN_ROOTS = Set.of("ASSAULT", "COERCE");

  private static final String ASKING = "REQUEST";

  private final EventAnnotator.Words words;
  private final Optional<RootModel> roots;
  private final Annotated soFar;
  private final Sentence sentence;
  private final List<Token> tokens;
  private final Optional<Grammar> syntax;
  private final List<Mention> mentions;
  private final List<Timex> timexes;
  private final Parties.Reader parties;
  private final EventStatus status;

  SentenceEvents(
      EventAnnotator.Words words, Optional<RootModel> roots, Annotated soFar, Sentence sentence) {
    this.words = words;
    this.roots = roots.filter(model -> soFar.text().language().equals("en"));
    this.soFar = soFar;
    this.sentence = sentence;
    tokens = sentence.tokens();
    syntax = soFar.syntax(sentence.index());
    mentions = soFar.mentionsIn(sentence.span());
    timexes = soFar.timexesIn(sentence.span());
    parties =
        new Parties.Reader(words.parties(), sentence, syntax, withoutDays(mentions), soFar.body());
    status = new EventStatus(words.status(), soFar, sentence);
  }

  List<Event> events() {
    List<Draft> drafts = new ArrayList<>();
    for (Found found : words.events().find(tokens)) {
      if (!found.kind().type().equals("NONE") && !isName(found) && isEventWord(found)) {
        drafts.add(new Draft(found, found, parties.of(found), parties.around(found)));
      }
    }
    Set<Integer> triggers =
        drafts.stream().map(draft -> draft.found().start()).collect(Collectors.toSet());
    return drafts.stream().map(draft -> event(named(draft, drafts), triggers)).toList();
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
   * @param table what the table says of the trigger
   * @param found likewise, or the learned root
   * @param named the sides that have names, which the learned roots look at
   */
  private record Draft(Found table, Found found, Parties parties, Parties named) {
    boolean isPolitical() {
      return found.kind().cameo().isPresent()
          && !named.actors().isEmpty()
          && !named.recipients().isEmpty();
    }

    Span actor() {
      return named.actors().getFirst().span();
    }

    Span recipient() {
      return named.recipients().getFirst().span();
    }
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
    SideWords source = SideWords.of(sentence, draft.actor());
    SideWords target = SideWords.of(sentence, draft.recipient());
    List<Integer> path = words.roots().path(sentence, syntax.get(), source, target);
    Found found = draft.found();
    if (!path.contains(found.start()) && !path.contains(found.end() - 1)) {
      return draft;
    }
    return words
        .roots()
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
    List<String> names = roots.orElseThrow().roots();
    int best = 0;
    for (int i = 0; i < probabilities.length; i++) {
      best = probabilities[i] > probabilities[best] ? i : best;
    }
    boolean agrees = RootModel.isOf(found.kind().type(), names.get(best));
    boolean plain = PLAIN_ROOTS.contains(found.kind().type()) && found.kind().mode().isPresent();
    Found now =
        agrees
                || plain
                || ASKING.equals(found.kind().type())
                || probabilities[best] < LEAST_PROBABILITY
            ? found
            : new Found(found.start(), found.end(), RootModel.kind(names.get(best)), found.words());
    return new Draft(draft.table(), now, draft.parties(), draft.named());
  }

  private Event event(Draft draft, Set<Integer> triggers) {
    Found found = draft.found();
    Span trigger = tokens.get(found.start()).span();
    Span span = new Span(trigger.start(), tokens.get(found.end() - 1).end());
    Optional<PartialDate> date = date(trigger);
    EventStatus.Said said = status.of(found.start(), span, date);
    Optional<Boolean> worth = isWorthCoding(draft, said, triggers);
    Parties parties = worth.orElse(true) ? draft.parties() : draft.named();
    boolean tables = worth.orElse(false) && EventWorth.lacksASide(found, parties);
    EventWords.Kind kind = (tables ? draft.table() : found).kind();
    return new Event(
        span,
        trigger,
        Optional.of(kind.type()),
        kind.mode(),
        kind.cameo(),
        parties.actorIds(),
        parties.recipientIds(),
        place(parties, found),
        date,
        said.status(),
        said.negated(),
        worth.map(is -> is ? WORTH : NOT_WORTH).orElse(UNKNOWN));
  }

  /** Empty where there is no grammar to tell. */
  private Optional<Boolean> isWorthCoding(
      Draft draft, EventStatus.Said said, Set<Integer> triggers) {
    return syntax
        .map(tree -> new EventWorth(words.worth(), sentence, tree, mentions))
        .map(worth -> worth.isWorthCoding(draft.table(), draft.parties(), said, triggers));
  }

  /** The nearest date in the clause of the trigger, else in the sentence if there is only one. */
  private Optional<PartialDate> date(Span trigger) {
    Optional<Span> clause =
        soFar.clauses().stream().map(Clause::span).filter(s -> s.contains(trigger)).findFirst();
    Comparator<Timex> nearest = Comparator.comparingInt(t -> distance(t.span(), trigger));
    List<Timex> dated =
        timexes.stream()
            .filter(timex -> timex.date().isPresent() && !saysWhich(timex, trigger))
            .toList();
    Optional<Timex> inside =
        dated.stream()
            .filter(timex -> clause.map(c -> c.contains(timex.span())).orElse(false))
            .min(nearest);
    return inside
        .or(
            () ->
                dated.size() == 1 && !isOfLowerVerb(dated.getFirst(), trigger)
                    ? Optional.of(dated.getFirst())
                    : Optional.empty())
        .flatMap(Timex::date);
  }

  /** "Met on New Year's Eve": a day is no party. */
  private List<Mention> withoutDays(List<Mention> all) {
    return all.stream()
        .filter(
            mention ->
                mention.type() != EntityType.OTHER
                    || timexes.stream().noneMatch(timex -> timex.span().overlaps(mention.span())))
        .toList();
  }

  /** "Complained that it was asked to vote on Friday": the day is that of the vote. */
  private boolean isOfLowerVerb(Timex timex, Span trigger) {
    if (syntax.isEmpty()) {
      return false;
    }
    Grammar tree = syntax.get();
    int size = Math.min(tokens.size(), tree.size());
    int word =
        IntStream.range(0, size)
            .filter(at -> tokens.get(at).span().overlaps(trigger))
            .findFirst()
            .orElse(-1);
    return word >= 0
        && tree.pos(word).equals("VERB") // "her visit, which was planned for Friday"
        && IntStream.range(0, size)
            .filter(at -> timex.span().overlaps(tokens.get(at).span()))
            .map(
                at ->
                    tree.up(at)
                        .filter(over -> tree.pos(over).equals("VERB"))
                        .findFirst()
                        .orElse(-1))
            .anyMatch(verb -> verb >= 0 && tree.isUnder(verb, word) && isContent(tree, verb, word));
  }

  /** What is said, asked or tried, not what happened meanwhile. */
  private static boolean isContent(Grammar tree, int verb, int over) {
    return tree.up(verb)
        .takeWhile(at -> at != over)
        .anyMatch(at -> tree.relation(at).matches("ccomp|xcomp"));
  }

  /** "Accused him of exploiting the May 4 fire": the day is the fire's. */
  private boolean saysWhich(Timex timex, Span trigger) {
    if (syntax.isEmpty()) {
      return false;
    }
    Grammar tree = syntax.get();
    return IntStream.range(0, Math.min(tokens.size(), tree.size()))
        .filter(at -> timex.span().overlaps(tokens.get(at).span()))
        .map(tree::head)
        .filter(head -> head >= 0 && tokens.get(head).start() >= timex.span().end())
        .anyMatch(
            head ->
                tree.pos(head).matches("NOUN|PROPN") && !tokens.get(head).span().overlaps(trigger));
  }

  private static int distance(Span a, Span b) {
    return a.end() <= b.start() ? b.start() - a.end() : Math.max(0, a.start() - b.end());
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
            .filter(party -> party.form() == Parties.Form.PLACE)
            .findFirst()
            .map(Parties.Participant::id)
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
