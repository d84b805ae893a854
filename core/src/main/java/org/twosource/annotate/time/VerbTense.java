package org.twosource.annotate.time;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.IntStream;
import org.twosource.annotate.Annotated;
import org.twosource.annotate.Grammar;
import org.twosource.annotate.time.TimeResolver.Outlook;
import org.twosource.report.Span;
import org.twosource.text.Language;
import org.twosource.text.Part;
import org.twosource.text.Sentence;
import org.twosource.text.Token;

/**
 * Whether a date looks back or forward, by the verb that governs it.
 *
 * <p>The speaker's verb has no say over what he says: in "talks resume on Friday, the ministry
 * said" the date hangs on <i>resume</i>. A present without an auxiliary is a timetable. A verb
 * without tense of its own ("to meet", "meeting") takes it from the verb over it: what is agreed,
 * planned or ordered lies ahead, what somebody managed or had to do lies where that lies. Some
 * prepositions settle it: "put off until Monday", "moved to Sunday", "set for Thursday". What was
 * called off, or was made to hold from a day on, may lie on either side: its nearest day is meant
 * ("the opening on Friday was cancelled", "banned cars from January 1").
 */
final class VerbTense {
  /** How many verbs without a tense are climbed. */
  private static final int LONGEST_CHAIN = 4;

  private final Set<String> past;
  private final List<String> pastEndings;
  private final Set<String> notPast;
  private final Set<String> modals;
  private final Set<String> sureModals;
  private final Set<String> had;
  private final Set<String> was;
  private final Set<String> is;
  private final Set<String> planned;
  private final Set<String> done;
  private final Set<String> moving;
  private final Set<String> speech;
  private final Set<String> closing;
  private final Set<String> said;
  private final Set<String> dayMarks;
  private final Set<String> intentions;
  private final Set<String> negations;
  private final Set<String> until;
  private final Set<String> deadline;
  private final Set<String> since;
  private final Set<String> purpose;
  private final Set<String> target;
  private final Set<String> starting;
  private final Set<String> ruling;
  private final Set<String> calledOff;
  private final Set<String> ends;
  private final Set<String> ahead;
  private final Set<String> behind;

  VerbTense(Language language) {
    past = language.words("past-verbs");
    pastEndings = language.list("past-endings");
    notPast = language.words("not-past");
    modals = language.words("modal-auxiliaries");
    sureModals = language.words("future-auxiliaries");
    had = language.words("perfect-auxiliaries");
    was = language.words("past-copulas");
    is = language.words("present-copulas");
    planned = language.words("fixed-ahead");
    done = language.words("verbs-over-done");
    moving = language.words("moving-dates");
    speech = language.words("present-speech");
    closing = language.words("closing-speech");
    said = language.words("told-on-a-day");
    dayMarks = language.words("day-prepositions");
    intentions = language.words("agreeing-verbs");
    negations = language.words("grammar-negations");
    until = language.words("until-prepositions");
    deadline = language.words("deadline-prepositions");
    since = language.words("since-prepositions");
    purpose = language.words("fixing-prepositions");
    target = language.words("moving-prepositions");
    starting = language.words("stretch-beginnings");
    ruling = language.words("ruling-verbs");
    calledOff = language.words("called-off");
    ends = language.words("stretch-ends");
    ahead = language.words("ahead-prepositions");
    behind = language.words("behind-prepositions");
  }

  /** Empty where there is no grammar, or it shows no verb over the date. */
  Optional<Outlook> around(Annotated soFar, Sentence sentence, Span date) {
    Optional<Grammar> tree = soFar.syntax(sentence.index());
    return tree.isEmpty() || modals.isEmpty()
        ? Optional.empty()
        : new SentenceReading(sentence, tree.get()).around(date);
  }

  /** One sentence. */
  private final class SentenceReading {
    private final List<Token> tokens;
    private final Grammar tree;
    private final Part.Kind part;

    SentenceReading(Sentence sentence, Grammar tree) {
      tokens = sentence.tokens();
      this.tree = tree;
      part = sentence.part();
    }

    Optional<Outlook> around(Span date) {
      int from = -1;
      int to = -1;
      for (int i = 0; i < tokens.size(); i++) {
        if (date.overlaps(tokens.get(i).span())) {
          from = from < 0 ? i : from;
          to = i + 1;
        }
      }
      if (from < 0 || to > tree.size()) {
        return Optional.empty();
      }
      int top = tree.tops(from, to).findFirst().orElse(from);
      String preposition = from > 0 ? word(from - 1) : "";
      int head = tree.head(top);
      if (since.contains(preposition) || isSaidOn(from)) {
        return Optional.of(Outlook.BACK);
      }
      if (head < 0) {
        return copula(top);
      }
      Optional<Outlook> byNoun = byNoun(head);
      if (byNoun.isPresent()) {
        return byNoun;
      }
      if (tree.pos(head).equals("ADJ") && planned.contains(word(head)) && !isPredicate(head)) {
        return Optional.of(Outlook.FORWARD); // "the pact, effective June 1"
      }
      OptionalInt verb = tree.up(head).filter(this::isPredicate).findFirst();
      if (verb.isEmpty()) {
        return Optional.empty();
      }
      if (isSpeaker(verb.getAsInt(), to)) {
        return Optional.of(Outlook.TIMETABLE);
      }
      Outlook tense = tense(verb.getAsInt(), 0);
      if (tense == Outlook.TIMETABLE && tree.relation(top).equals("nmod:poss")) {
        return Optional.of(Outlook.NEAREST); // "Monday's shooting follows two others"
      }
      if (tense == Outlook.BACK && mayLieAhead(verb.getAsInt(), head, preposition, to)) {
        return Optional.of(Outlook.NEAREST);
      }
      return Optional.of(settled(tense, preposition, head, verb.getAsInt()));
    }

    /**
     * "Friday's opening was called off", "raised the fare from January 1"; but "called off on
     * Friday", and "raised money from January 1 to March 3".
     */
    private boolean mayLieAhead(int verb, int head, String preposition, int after) {
      if (starting.contains(preposition) && isOneOf(ruling, verb)) {
        return after >= tokens.size() || !ends.contains(word(after));
      }
      return tree.pos(head).matches("NOUN|PROPN") && isOneOf(calledOff, verb);
    }

    /** Whether the verb, or the verb with its particle, is in a list. */
    private boolean isOneOf(Set<String> verbs, int verb) {
      return verbs.contains(word(verb))
          || tree.dependents(verb, "compound:prt|advmod")
              .anyMatch(at -> verbs.contains(word(verb) + " " + word(at)));
    }

    /**
     * "Said Monday he will leave", "said on Monday that": whatever the date is taken to hang on.
     */
    private boolean isSaidOn(int from) {
      boolean bare = from > 0 && said.contains(word(from - 1));
      return bare || from > 1 && dayMarks.contains(word(from - 1)) && said.contains(word(from - 2));
    }

    /** A verb of saying behind a comma: the verb of the date was not read as one. */
    private boolean isSpeaker(int verb, int after) {
      return closing.contains(word(verb))
          && IntStream.range(after, verb).anyMatch(at -> word(at).equals(","));
    }

    /** "The deadline is Friday": the date itself is said of something. */
    private Optional<Outlook> copula(int top) {
      return tree.dependent(top, "cop").isPresent() ? Optional.of(tense(top, 0)) : Optional.empty();
    }

    /** "After Friday's attack", "ahead of Sunday's vote". */
    private Optional<Outlook> byNoun(int noun) {
      if (!tree.pos(noun).matches("NOUN|PROPN")) {
        return Optional.empty();
      }
      List<String> before = tree.dependents(noun, "case|mark|fixed").mapToObj(this::word).toList();
      if (before.stream().anyMatch(ahead::contains)) {
        return Optional.of(Outlook.FORWARD);
      }
      return before.stream().anyMatch(behind::contains)
          ? Optional.of(Outlook.BACK)
          : Optional.empty();
    }

    /** What the preposition of a date makes of the tense over it. */
    private Outlook settled(Outlook tense, String preposition, int head, int verb) {
      boolean overNoun = tree.pos(head).matches("NOUN|PROPN");
      boolean over = tense == Outlook.BACK || tense == Outlook.NEAREST;
      if (!over) {
        return tense;
      }
      if (until.contains(preposition)) {
        return isNegated(verb)
            ? Outlook.BACK
            : isPassive(verb) || moving.contains(word(verb)) || overNoun
                ? Outlook.TIMETABLE
                : tense;
      }
      if (deadline.contains(preposition)) {
        return overNoun ? Outlook.TIMETABLE : tense;
      }
      if (purpose.contains(preposition)) {
        return overNoun || planned.contains(word(verb)) || planned.contains(word(head))
            ? Outlook.TIMETABLE
            : tense;
      }
      if (target.contains(preposition)
          && (moving.contains(word(verb)) || moving.contains(word(head)))) {
        return Outlook.TIMETABLE;
      }
      return tense;
    }

    private boolean isPredicate(int word) {
      return tree.pos(word).matches("VERB|AUX") || tree.dependent(word, "cop").isPresent();
    }

    private boolean isPassive(int verb) {
      return tree.voice(verb) == Grammar.Voice.PASSIVE;
    }

    private boolean isNegated(int verb) {
      return tree.dependents(verb).anyMatch(at -> negations.contains(word(at)));
    }

    private Outlook tense(int verb, int steps) {
      List<String> auxiliaries = tree.dependents(verb, "aux.*|cop").mapToObj(this::word).toList();
      String own = word(verb);
      boolean perfect = auxiliaries.stream().anyMatch(had::contains);
      if (auxiliaries.stream().anyMatch(sureModals::contains)) {
        return Outlook.FORWARD;
      }
      if (auxiliaries.stream().anyMatch(modals::contains)) {
        return isNegated(verb) ? Outlook.BACK : perfect ? Outlook.NEAREST : Outlook.FORWARD;
      }
      if (perfect) {
        return Outlook.BACK;
      }
      if (isInfinitive(verb)) {
        return infinitive(verb, steps);
      }
      if (auxiliaries.stream().anyMatch(was::contains) || was.contains(own)) {
        return planned.contains(own) ? Outlook.NEAREST : Outlook.BACK;
      }
      if (auxiliaries.stream().anyMatch(is::contains)) {
        return planned.contains(own) ? Outlook.FORWARD : Outlook.TIMETABLE;
      }
      if (own.endsWith("ing") && auxiliaries.isEmpty()) {
        return under(verb, steps) == Outlook.BACK ? Outlook.BACK : Outlook.NEAREST;
      }
      if (isPast(own) && !(tree.pos(verb).equals("ADJ"))) {
        boolean participle = tree.relation(verb).matches("acl|amod") && planned.contains(own);
        return participle ? Outlook.TIMETABLE : Outlook.BACK;
      }
      return present(verb);
    }

    /** "Talks resume on Friday"; but a headline or a caption tells in the present what is over. */
    private Outlook present(int verb) {
      if (part == Part.Kind.HEADLINE || speech.contains(word(verb))) {
        return Outlook.NEAREST;
      }
      return part == Part.Kind.CAPTION || part == Part.Kind.GALLERY
          ? Outlook.BACK
          : Outlook.TIMETABLE;
    }

    private boolean isInfinitive(int verb) {
      return tree.dependents(verb, "mark").anyMatch(at -> word(at).equals("to"));
    }

    private Outlook infinitive(int verb, int steps) {
      int over = tree.head(verb);
      boolean overVerb = over >= 0 && isPredicate(over);
      Outlook governing = under(verb, steps);
      if (governing == Outlook.FORWARD || governing == Outlook.TIMETABLE) {
        return Outlook.FORWARD;
      }
      if (overVerb && planned.contains(word(over)) || over >= 0 && !overVerb) {
        return Outlook.NEAREST; // "was scheduled to leave on Sunday", "rejected offers to buy it"
      }
      boolean takesPlace =
          overVerb
              && (done.contains(word(over))
                  || tree.relation(verb).startsWith("advcl") && !intentions.contains(word(over)));
      return takesPlace ? governing : Outlook.TIMETABLE;
    }

    /** The tense of the verb over another one. */
    private Outlook under(int verb, int steps) {
      int head = tree.head(verb);
      OptionalInt over =
          head < 0 ? OptionalInt.empty() : tree.up(head).filter(this::isPredicate).findFirst();
      return over.isEmpty() || steps >= LONGEST_CHAIN
          ? Outlook.NEAREST
          : tense(over.getAsInt(), steps + 1);
    }

    private boolean isPast(String word) {
      return past.contains(word)
          || !notPast.contains(word)
              && pastEndings.stream()
                  .anyMatch(ending -> word.length() > ending.length() + 2 && word.endsWith(ending));
    }

    private String word(int at) {
      return tokens.get(at).normal();
    }
  }
}
