package org.twosource.annotate.event;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.twosource.annotate.Annotated;
import org.twosource.annotate.Cue;
import org.twosource.annotate.CueWords;
import org.twosource.annotate.Event;
import org.twosource.annotate.Grammar;
import org.twosource.report.PartialDate;
import org.twosource.report.Span;
import org.twosource.text.Language;
import org.twosource.text.Sentence;
import org.twosource.text.Token;

/**
 * What is said of an event's happening, from the cues over its trigger, the nearest last, and from
 * what the grammar shows to hold it: a condition, a demand, a report that may be wrong.
 */
final class EventStatus {
  /** Without grammar, a cue this many tokens behind a noun is taken to be its verb's. */
  private static final int SUBJECT_REACH = 3;

  /** The words of a language that hold an event. */
  record Words(
      CueWords cues,
      Set<String> conditions,
      Set<String> auxiliariesUnderCondition,
      Set<String> demands,
      Set<String> obliging,
      Set<String> tellings,
      Set<String> hearsay,
      Set<String> statements,
      Set<String> refuting,
      Set<String> accusing) {
    static Words of(Language language) {
      return new Words(
          new CueWords(language),
          language.words("conditions"),
          language.words("future-words"),
          language.words("demanding-words"),
          language.words("obliging-auxiliaries"),
          language.words("telling-words"),
          language.words("hearsay-passives"),
          language.words("rejected-statements"),
          language.words("false-words"),
          language.words("accusing-sources"));
    }
  }

  private final Words words;
  private final Annotated soFar;
  private final List<Token> tokens;
  private final Optional<Grammar> syntax;
  private final List<Cue> cues;
  private final List<CueWords.Found> cueWords;

  EventStatus(Words words, Annotated soFar, Sentence sentence) {
    this.words = words;
    this.soFar = soFar;
    tokens = sentence.tokens();
    syntax = soFar.syntax(sentence.index());
    cues = soFar.cuesIn(sentence.span());
    cueWords = words.cues().find(tokens);
  }

  /**
   * What is said of one event.
   *
   * @param negated whether it is said not to have happened
   * @param unreal whether a condition, demand, question or report that is false holds it
   */
  record Said(Event.Status status, boolean negated, boolean unreal) {}

  Said of(int token, Span span, Optional<PartialDate> date) {
    Span trigger = tokens.get(token).span();
    List<Cue> over = over(token, trigger, span);
    boolean unreal = isUnreal(token);
    Event.Status status = status(over, trigger, date);
    if (unreal && (status == Event.Status.HELD || status == Event.Status.PLANNED)) {
      status = Event.Status.POSSIBLE;
    } else if (status == Event.Status.HELD && (isHearsay(token) || isCharged(trigger))
        || status == Event.Status.POSSIBLE && isSaidOf(token)) {
      status = Event.Status.ALLEGED;
    }
    return new Said(status, negated(over), unreal);
  }

  /** In a condition or what hangs on one, in a demand, in a question, in a report that is false. */
  boolean isUnreal(int token) {
    if (syntax.isEmpty()) {
      return false;
    }
    Grammar tree = syntax.get();
    for (int at : tree.up(token).toArray()) {
      if (isCondition(tree, at) || hangsOnCondition(tree, at) || isDue(tree, at)) {
        return true;
      }
      int over = tree.head(at);
      if (over >= 0 && isVerbal(tree, at) && holds(tree, at, over)) {
        return true;
      }
      if (over < 0 && isQuestion()) {
        return true;
      }
    }
    return false;
  }

  /** "Should sign": what ought to be done is not. */
  private boolean isDue(Grammar tree, int clause) {
    return tree.dependents(clause, "aux.*").anyMatch(at -> words.obliging().contains(word(at)));
  }

  /** "if it signs", "had it signed". */
  private boolean isCondition(Grammar tree, int clause) {
    OptionalInt auxiliary = tree.dependent(clause, "aux.*");
    OptionalInt subject = tree.dependent(clause, "nsubj.*");
    boolean inverted =
        auxiliary.isPresent()
            && subject.isPresent()
            && auxiliary.getAsInt() < subject.getAsInt()
            && tree.first(clause) == auxiliary.getAsInt()
            && tree.dependent(clause, "mark").isEmpty();
    return inverted
        || tree.relation(clause).startsWith("advcl")
            && tree.dependents(clause, "mark")
                .anyMatch(at -> words.conditions().contains(word(at)));
  }

  /** "Had it signed, the border would have opened"; "if it strikes, they will protest". */
  private boolean hangsOnCondition(Grammar tree, int clause) {
    return tree.dependents(clause, "advcl.*").anyMatch(at -> isCondition(tree, at))
        && tree.dependents(clause, "aux.*")
            .anyMatch(at -> words.auxiliariesUnderCondition().contains(word(at)));
  }

  /** "Urged it to sign", "wants that it signs", "it is vital for it to sign". */
  private boolean holds(Grammar tree, int clause, int over) {
    String relation = tree.relation(clause);
    if (words.demands().contains(word(over)) && relation.matches("xcomp|ccomp|acl|csubj|advcl")) {
      boolean adverbial = relation.equals("advcl") && !tree.pos(over).equals("ADJ");
      boolean told = relation.equals("ccomp") && words.tellings().contains(word(over));
      return !adverbial && !told;
    }
    int predicate = tree.head(over);
    return relation.matches("xcomp|ccomp|acl")
        && words.statements().contains(word(over))
        && predicate >= 0
        && tree.relation(over).startsWith("nsubj")
        && words.refuting().contains(word(predicate));
  }

  /** "Called it an attack" holds nothing: what is asked for is a clause. */
  private static boolean isVerbal(Grammar tree, int clause) {
    return tree.pos(clause).matches("VERB|AUX")
        || tree.dependent(clause, "cop|mark|aux.*").isPresent();
  }

  private boolean isQuestion() {
    return tokens.reversed().stream().limit(2).anyMatch(token -> token.text().equals("?"));
  }

  /** "Reports say that it attacked", "there are reports that it attacked". */
  private boolean isHearsay(int token) {
    return syntax.isPresent()
        && (syntax.get().up(token).anyMatch(at -> isToldByReports(syntax.get(), at))
            || isInReport(syntax.get(), token));
  }

  /**
   * Whether a clause that "reports that" opens goes on to the token, whatever the tree hangs it on;
   * "reports that cover the attacks" opens none.
   */
  private boolean isInReport(Grammar tree, int token) {
    for (int at = token - 1; at >= 2 && !word(at).equals(","); at--) {
      boolean opens =
          tree.relation(at - 1).equals("mark") && words.statements().contains(word(at - 2));
      if (opens && !tree.pos(at).matches("VERB|AUX")) {
        return true;
      }
    }
    return false;
  }

  /** "Is said to have attacked". */
  private boolean isSaidOf(int token) {
    if (syntax.isEmpty() || !syntax.get().relation(token).equals("xcomp")) {
      return false;
    }
    int over = syntax.get().head(token);
    return syntax.get().voice(over) == Grammar.Voice.PASSIVE
        && words.hearsay().contains(word(over));
  }

  /** Inside what an indictment or a prosecutor says: "The suit says that Holm hit him". */
  private boolean isCharged(Span trigger) {
    return soFar.attributionsOver(trigger).stream()
        .flatMap(said -> said.source().stream())
        .anyMatch(source -> tokensOf(source).anyMatch(words.accusing()::contains));
  }

  private Stream<String> tokensOf(Span source) {
    return tokens.stream().filter(token -> source.contains(token.span())).map(Token::normal);
  }

  private boolean isToldByReports(Grammar tree, int clause) {
    int over = tree.head(clause);
    if (over < 0 || !tree.relation(clause).matches("ccomp|acl.*|xcomp")) {
      return false;
    }
    OptionalInt subject = tree.subject(over);
    return words.statements().contains(word(over))
        || subject.isPresent() && words.statements().contains(word(subject.getAsInt()));
  }

  private String word(int at) {
    return tokens.get(at).normal();
  }

  private List<Cue> over(int token, Span trigger, Span span) {
    return cues.stream()
        .filter(cue -> cue.kind() != Cue.Kind.APPROXIMATION)
        .filter(cue -> cue.scope().contains(trigger) || isSubjectOf(token, trigger, cue))
        .filter(cue -> cue.kind() != Cue.Kind.HEDGE || bearsOn(cue, token))
        .filter(cue -> !span.contains(cue.span()) || cue.kind() == Cue.Kind.HEDGE)
        .toList();
  }

  /** Whether a hedge is about the event: not so in "the potentially rich man visited Lima". */
  private boolean bearsOn(Cue cue, int token) {
    return syntax.isEmpty()
        || IntStream.range(0, Math.min(tokens.size(), syntax.get().size()))
            .filter(at -> cue.span().overlaps(tokens.get(at).span()))
            .anyMatch(at -> syntax.get().bearsOn(at, token));
  }

  /** "The visit could be held": the event is the subject of what the cue governs. */
  private boolean isSubjectOf(int token, Span trigger, Cue cue) {
    if (trigger.end() > cue.span().start() || cue.kind() == Cue.Kind.ALLEGATION) {
      return false;
    }
    boolean sameClause =
        soFar.clauses().stream()
            .anyMatch(
                clause -> clause.span().contains(trigger) && clause.span().contains(cue.span()));
    if (!sameClause) {
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
}
