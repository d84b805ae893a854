package org.twosource.timeline;

import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.twosource.annotate.Annotated;
import org.twosource.annotate.Cue;
import org.twosource.annotate.Event;
import org.twosource.annotate.Grammar;
import org.twosource.annotate.Timex;
import org.twosource.report.PartialDate;
import org.twosource.report.Span;
import org.twosource.reuse.ContentWords;
import org.twosource.text.Language;
import org.twosource.text.Sentence;
import org.twosource.text.Token;

/**
 * Finds what a date is the date of, by the grammar: the verb it hangs on, or the noun in front of
 * which it stands ("Friday's attack").
 *
 * <p>Many dates are the date of nothing that happened: a year that only says which ("the 2014
 * ban"), the other end of a stretch ("from 1996 to 2007", "the worst since May"), what somebody is
 * or thinks ("was governor in 2002"), when somebody merely spoke ("said on Friday"), when somebody
 * was born long ago or lived ("1952-2019" in brackets), what is asked, put as a condition, denied,
 * or said inside a quotation.
 */
final class DoingReader {
  /** Relations of verbs that tell of something done; a purpose or a way of doing is not told. */
  private static final String TELLING = "root|conj|ccomp|advcl|parataxis|acl:relcl";

  /** How far before its other end a stretch of time begins, in tokens. */
  private static final int STRETCH_TOKENS = 8;

  private static final Set<Cue.Kind> SAYS_NO_STATUS =
      EnumSet.of(Cue.Kind.APPROXIMATION, Cue.Kind.NEGATION, Cue.Kind.NEAR_MISS);

  /** Words that tell a day, beside an hour. */
  private final Set<String> dayWords = new HashSet<>();

  /** A month that hangs on a noun belongs to the verb over it if the noun is near the verb. */
  private static final int MAX_NOUNS = 2;

  /** Days after which what happened is no news. */
  private static final int NEWS_DAYS = 60;

  private final ContentWords contentWords;
  private final Set<String> since;
  private final Set<String> speaking;
  private final Set<String> states;
  private final Set<String> conditions;
  private final Set<String> negations;
  private final Set<String> until;
  private final Set<String> from;
  private final Set<String> sureModals;
  private final Set<String> modals;
  private final Set<String> intentions;
  private final Set<String> prepositions;
  private final Set<String> infinitive;
  private final Set<String> denials;
  private final Set<String> hearsay;
  private final Set<String> births;
  private final Set<String> lifeMarks;

  DoingReader(Language language, ContentWords contentWords) {
    this.contentWords = contentWords;
    dayWords.addAll(language.words("weekdays"));
    dayWords.addAll(language.words("months"));
    dayWords.addAll(language.words("day-references"));
    dayWords.addAll(language.words("told-days"));
    speaking = language.words("plain-speech");
    states = language.words("states");
    conditions = language.words("conditions");
    negations = language.words("grammar-negations");
    since = language.words("since-prepositions");
    until = language.words("stretch-ends");
    from = language.words("stretch-beginnings");
    sureModals = language.words("future-auxiliaries");
    intentions = language.words("agreeing-verbs");
    prepositions = language.words("time-prepositions");
    infinitive = language.words("infinitive-words");
    modals = language.words("modal-auxiliaries");
    denials = language.words("denials");
    hearsay = language.words("hearsay-passives");
    births = language.words("births");
    lifeMarks = language.words("life-marks");
  }

  /** Empty where the date is that of nothing that happened, or it is not shown. */
  Optional<Doing> of(Annotated annotated, Sentence sentence, Grammar tree, Timex timex) {
    return new Dating(annotated, sentence, tree, timex).doing();
  }

  /**
   * What a sentence tells as done, in text order, whatever it says of when.
   *
   * @param verbs stems of those that are looked for
   */
  List<Doing> all(Annotated annotated, Sentence sentence, Grammar tree, Set<String> verbs) {
    return new SentenceReading(annotated, sentence, tree).doings(verbs);
  }

  /** One sentence. */
  private class SentenceReading {
    final Annotated annotated;
    final Sentence sentence;
    final List<Token> tokens;
    final Grammar tree;

    SentenceReading(Annotated annotated, Sentence sentence, Grammar tree) {
      this.annotated = annotated;
      this.sentence = sentence;
      tokens = sentence.tokens();
      this.tree = tree;
    }

    List<Doing> doings(Set<String> verbs) {
      return IntStream.range(0, Math.min(tokens.size(), tree.size()))
          .filter(at -> tree.pos(at).equals("VERB") && tree.relation(at).matches(TELLING))
          .filter(at -> verbs.contains(contentWords.stem(tokens.get(at).normal())))
          .filter(at -> !isAsked())
          .filter(at -> tree.subject(at).isPresent() || tree.sharedSubject(at).isPresent())
          .filter(at -> isSomethingHappening(at) && !isQuoted(tokens.get(at).span()))
          .mapToObj(at -> doing(at, event(at)))
          .toList();
    }

    /**
     * Nouns on the way to the verb: in "a push for gains in the House in May" the day is not that
     * of the pushing, and "the site of the attacks of May" is told as something else's place.
     */
    long nounsUp(int noun) {
      return tree.up(noun).takeWhile(at -> !isPredicate(at)).filter(this::isNoun).count();
    }

    Doing doing(int word, Optional<Event> event) {
      Token token = tokens.get(word);
      boolean refused = isRefusal(word);
      return new Doing(
          token.span(),
          part(word),
          contentWords.stem(token.normal()),
          objects(word),
          refused ? Optional.empty() : event,
          refused ? Optional.of(Event.Status.HELD) : status(word),
          isPredicate(word),
          over(word));
    }

    private Set<String> objects(int word) {
      return tree.dependents(word, "obj|nsubj:pass")
          .filter(at -> contentWords.isContent(tokens.get(at)))
          .mapToObj(at -> contentWords.stem(tokens.get(at).normal()))
          .collect(Collectors.toCollection(TreeSet::new));
    }

    /**
     * From the first to the last word that belongs to it and to no other verb: of "left on Monday
     * and will land on Tuesday" either half.
     */
    Span part(int word) {
      int[] own =
          IntStream.range(0, Math.min(tokens.size(), tree.size()))
              .filter(at -> isOwn(at, word))
              .toArray();
      return tokens.get(own[0]).span().union(tokens.get(own[own.length - 1]).span());
    }

    boolean isOwn(int at, int word) {
      if (tree.relation(at).matches("punct|cc")) {
        return false;
      }
      return isPredicate(word)
          ? tree.up(at).filter(this::isMainVerb).findFirst().orElse(-1) == word
          : tree.isUnder(at, word);
    }

    /** "He was denied a permit in March": that took place, and nobody denies it. */
    boolean isRefusal(int word) {
      return tree.voice(word) == Grammar.Voice.PASSIVE && denials.contains(word(word));
    }

    /** The last cue in whose scope the word lies and that bears on it. */
    Optional<Cue> over(int word) {
      return annotated.cuesIn(sentence.span()).stream()
          .filter(cue -> !SAYS_NO_STATUS.contains(cue.kind()))
          .filter(cue -> cue.scope().contains(tokens.get(word).span()))
          .filter(
              cue ->
                  IntStream.range(0, tree.size())
                      .filter(at -> cue.span().overlaps(tokens.get(at).span()))
                      .anyMatch(at -> tree.bearsOn(at, word)))
          .max(Comparator.comparing(Cue::span));
    }

    /** What the verb's own auxiliaries say; a perfect under a modal ("may have left") too. */
    Optional<Event.Status> status(int word) {
      List<String> auxiliaries = tree.dependents(word, "aux.*").mapToObj(this::word).toList();
      if (auxiliaries.stream().anyMatch(sureModals::contains)) {
        return Optional.of(Event.Status.PLANNED);
      }
      if (auxiliaries.stream().anyMatch(modals::contains)) {
        return Optional.of(Event.Status.POSSIBLE);
      }
      if (isSaidOf(word)) {
        return Optional.of(Event.Status.ALLEGED);
      }
      boolean intended =
          tree.dependents(word, "mark").anyMatch(at -> infinitive.contains(word(at)))
              && tree.head(word) >= 0
              && tree.relation(word).equals("xcomp")
              && intentions.contains(word(tree.head(word)));
      return intended ? Optional.of(Event.Status.PLANNED) : Optional.empty();
    }

    /** "Is said to have left". */
    boolean isSaidOf(int word) {
      int over = tree.head(word);
      return tree.relation(word).equals("xcomp")
          && over >= 0
          && tree.voice(over) == Grammar.Voice.PASSIVE
          && hearsay.contains(word(over));
    }

    /** An event is what somebody does or what happens, not what is, is thought or is only said. */
    boolean isSomethingHappening(int verb) {
      if (tree.dependent(verb, "cop").isPresent() || tree.pos(verb).equals("AUX")) {
        return tree.subject(verb).isPresent() && event(tree.subject(verb).getAsInt()).isPresent();
      }
      boolean speaks = speaking.contains(word(verb));
      return !speaks && !states.contains(word(verb)) && isHeld(verb);
    }

    /** Not negated, nor said of nobody ("no pilot left"), and under no condition. */
    boolean isHeld(int word) {
      boolean ofNobody =
          tree.subject(word).stream()
              .flatMap(subject -> tree.dependents(subject, "det"))
              .anyMatch(at -> negations.contains(word(at)));
      return !ofNobody
          && tree.dependents(word)
              .noneMatch(
                  at ->
                      negations.contains(word(at)) && !isNoun(word)
                          || tree.relation(at).equals("mark") && conditions.contains(word(at)));
    }

    boolean isPredicate(int word) {
      return tree.pos(word).matches("VERB|AUX") || tree.dependent(word, "cop").isPresent();
    }

    boolean isMainVerb(int word) {
      return isPredicate(word) && !tree.relation(word).matches("aux.*|cop");
    }

    boolean isNoun(int word) {
      return tree.pos(word).matches("NOUN|PROPN");
    }

    boolean isAsked() {
      return word(tokens.size() - 1).equals("?");
    }

    /** The event whose word this is. */
    Optional<Event> event(int at) {
      Span span = tokens.get(at).span();
      return annotated.eventsIn(sentence.span()).stream()
          .filter(event -> event.trigger().overlaps(span))
          .findFirst();
    }

    String word(int at) {
      return tokens.get(at).normal();
    }

    boolean isQuoted(Span words) {
      return annotated.text().quotes().outer().stream()
          .anyMatch(quote -> quote.inside().contains(words));
    }
  }

  /** One date of one sentence. */
  private final class Dating extends SentenceReading {
    private final Timex timex;

    Dating(Annotated annotated, Sentence sentence, Grammar tree, Timex timex) {
      super(annotated, sentence, tree);
      this.timex = timex;
    }

    Optional<Doing> doing() {
      OptionalInt first =
          IntStream.range(0, Math.min(tokens.size(), tree.size()))
              .filter(at -> timex.span().overlaps(tokens.get(at).span()))
              .findFirst();
      if (first.isEmpty()
          || isBareHour()
          || onlySaysWhich(first.getAsInt())
          || isQuoted(timex.span())
          || endsStretch(first.getAsInt())
          || isSince(first.getAsInt())
          || isOfALife(first.getAsInt())
          || isAsked()) {
        return Optional.empty();
      }
      int last = last(first.getAsInt());
      int top = tree.tops(first.getAsInt(), last + 1).findFirst().orElse(first.getAsInt());
      int head = tree.head(top);
      if (head < 0) {
        return tree.subject(top).isPresent()
            ? event(tree.subject(top).getAsInt()).map(event -> doing(top, Optional.of(event)))
            : Optional.empty();
      }
      OptionalInt before = verbBefore(first.getAsInt());
      if (head > last
          && before.isPresent()
          && tree.relation(top).matches("obl.*|nmod:tmod|advmod")) {
        int word = before.getAsInt();
        return isSomethingHappening(word)
            ? Optional.of(doing(word, event(word)))
            : Optional.empty();
      }
      if (isNoun(head)) {
        Optional<Event> named = event(head);
        boolean inFront = head > last;
        boolean only = inFront && !isExact() && !tree.relation(top).equals("nmod:poss");
        if (named.isPresent() && !only && (inFront || tree.relation(top).startsWith("nmod"))) {
          return isHeld(head) && nounsUp(head) <= MAX_NOUNS && !isOld(top, inFront)
              ? Optional.of(doing(head, named))
              : Optional.empty();
        }
        if (inFront && !isExact()
            || inFront && tree.relation(top).matches("compound|nummod|amod")) {
          return Optional.empty();
        }
      }
      OptionalInt verb = tree.up(head).filter(this::isPredicate).findFirst();
      if (verb.isEmpty() || !isExact() && nounsUp(head) > MAX_NOUNS) {
        return Optional.empty();
      }
      int word = verb.getAsInt();
      boolean old = births.contains(word(word)) && isLongAgo();
      return !old && isSomethingHappening(word)
          ? Optional.of(doing(word, event(word)))
          : Optional.empty();
    }

    /**
     * The verb right in front of a date: "said Wednesday the vote is off" tells the day of the
     * saying, whatever the tree hangs it on.
     */
    private OptionalInt verbBefore(int first) {
      int at = first - 1;
      if (at >= 0 && prepositions.contains(word(at))) {
        at--;
      }
      return at >= 0 && tree.pos(at).equals("VERB") ? OptionalInt.of(at) : OptionalInt.empty();
    }

    /** "Wrote about the May 4 fire" years later: the day only says which fire. */
    private boolean isOld(int top, boolean inFront) {
      return inFront && !tree.relation(top).equals("nmod:poss") && isLongAgo();
    }

    private boolean isLongAgo() {
      return annotated
          .text()
          .published()
          .date()
          .filter(
              now ->
                  now.earliest().toEpochDay() - timex.date().orElseThrow().latest().toEpochDay()
                      > NEWS_DAYS)
          .isPresent();
    }

    /** "(1952-2019)", "(b. 1952)", "(2019)": a year in brackets of its own says whose or which. */
    private boolean isOfALife(int first) {
      int open = first - 1;
      while (open >= 0 && isOfLifeDates(open)) {
        open--;
      }
      int close = last(first) + 1;
      while (close < tokens.size() && isOfLifeDates(close)) {
        close++;
      }
      return timex.date().filter(date -> date.precision() == PartialDate.Precision.YEAR).isPresent()
          && open >= 0
          && word(open).equals("(")
          && close < tokens.size()
          && word(close).equals(")");
    }

    private boolean isOfLifeDates(int at) {
      return word(at).matches("\\d{4}") || lifeMarks.contains(word(at));
    }

    /** "The worst since May 1974": the day is what something is measured by. */
    private boolean isSince(int first) {
      return first > 0 && since.contains(word(first - 1));
    }

    private int last(int first) {
      return IntStream.range(first, Math.min(tokens.size(), tree.size()))
          .filter(at -> timex.span().overlaps(tokens.get(at).span()))
          .max()
          .orElse(first);
    }

    private boolean isExact() {
      return timex
          .date()
          .filter(date -> date.precision().compareTo(PartialDate.Precision.DAY) >= 0)
          .isPresent();
    }

    /** "The already crowded 2016 Republican field"; but "in 2016 Republican voters". */
    private boolean onlySaysWhich(int first) {
      int behind = last(first) + 1;
      return first > 0
          && behind < Math.min(tokens.size(), tree.size())
          && timex.date().filter(date -> date.precision() == PartialDate.Precision.YEAR).isPresent()
          && isNumber(first)
          && !prepositions.contains(word(first - 1))
          && tree.pos(behind).matches("NOUN|PROPN|ADJ");
    }

    private boolean isNumber(int word) {
      return Character.isDigit(tokens.get(word).normal().charAt(0));
    }

    /** "At 10 p.m." beside a day that the sentence names: the day has the row. */
    private boolean isBareHour() {
      return timex.type() == Timex.Type.TIME
          && !tellsDay(timex)
          && annotated.timexesIn(sentence.span()).stream()
              .anyMatch(other -> other != timex && other.date().isPresent() && tellsDay(other));
    }

    private boolean tellsDay(Timex other) {
      return other.type() != Timex.Type.TIME
          || sentence.tokens().stream()
              .filter(token -> other.span().contains(token.span()))
              .anyMatch(token -> dayWords.contains(token.normal()));
    }

    /** "Until 2007" behind "from 1996": the stretch is told by its beginning. */
    private boolean endsStretch(int first) {
      if (first == 0 || !until.contains(word(first - 1))) {
        return false;
      }
      return annotated.timexesIn(sentence.span()).stream()
          .filter(other -> other.span().end() <= timex.span().start())
          .anyMatch(
              other ->
                  IntStream.range(Math.max(0, first - STRETCH_TOKENS), first)
                      .anyMatch(
                          at ->
                              from.contains(word(at))
                                  && other.span().overlaps(tokens.get(at + 1).span())));
    }
  }
}
