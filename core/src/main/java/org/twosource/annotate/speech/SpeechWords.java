package org.twosource.annotate.speech;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.twosource.lexicon.PlainForm;
import org.twosource.lexicon.VerbForms;
import org.twosource.text.Language;
import org.twosource.text.Sentence;
import org.twosource.text.Token;

/**
 * The words of a language that signal speech: forms of {@code [speech-verbs]} and {@code
 * [attribution-phrases]}. A verb without forms of its own gets the regular English ones; a form
 * {@code teilte+mit} is in two parts, the second at the end of the clause.
 */
final class SpeechWords {
  private final Set<String> forms = new HashSet<>();
  private final Set<String> bases = new HashSet<>();
  private final List<List<String>> phrases = new ArrayList<>();
  private final Map<String, String> parted = new HashMap<>();
  private final Set<String> sourceEnds;
  private final Set<String> judging;
  private final Set<String> judgedAs;
  private final Set<String> ownParts;
  private final Set<String> timePrepositions;
  private final Set<String> beforeBase;
  private final Set<String> passive;
  private final Set<String> infinitive;
  private final Set<String> auxiliaries;
  private final Set<String> copulas;
  private final Set<String> conjunctions;
  private final Set<String> naming;
  private final Set<String> namingOpeners;
  private final Set<String> namingEnds;
  private final Map<String, String> personal;
  private final Map<String, String> pronouns;
  private final Set<String> relative;
  private final Set<String> firstPerson;
  private final Set<String> modals;
  private final Set<String> spokenNouns;
  private final Set<String> termOpeners;
  private final Set<String> topicOpeners;
  private final Set<String> adverbialOpeners;
  private final Set<String> suffered;
  private final Set<String> passiveOpeners;
  private final Set<String> readers;
  private final Set<String> bodyNouns;
  private final Set<String> firmNouns;
  private final Set<String> thingPronouns;

  SpeechWords(Language language) {
    for (Map.Entry<String, String> verb : language.map("speech-verbs").entrySet()) {
      if (verb.getKey().contains(" ")) {
        continue;
      }
      bases.add(PlainForm.of(verb.getKey()));
      if (!verb.getValue().isEmpty()) {
        for (String form : PlainForm.of(verb.getValue()).split(" ")) {
          int plus = form.indexOf('+');
          if (plus > 0) {
            parted.put(form.substring(0, plus), form.substring(plus + 1));
          } else {
            forms.add(form);
          }
        }
      } else if (language.code().equals("en")) {
        forms.addAll(VerbForms.of(verb.getKey()));
      }
    }
    for (String phrase : language.list("attribution-phrases")) {
      phrases.add(List.of(PlainForm.of(phrase).split(" ")));
    }
    sourceEnds = PlainForm.of(language.words("source-ends"));
    judging = PlainForm.of(language.words("judging-verbs"));
    judgedAs = PlainForm.of(language.words("judged-as"));
    passive = PlainForm.of(language.words("reported-passives"));
    infinitive = PlainForm.of(language.words("infinitive-words"));
    auxiliaries = PlainForm.of(language.words("speech-auxiliaries"));
    copulas = PlainForm.of(language.words("speech-copulas"));
    conjunctions = PlainForm.of(language.words("content-conjunctions"));
    naming = PlainForm.of(language.words("speech-naming-verbs"));
    namingOpeners = PlainForm.of(language.words("speech-naming-openers"));
    namingEnds = PlainForm.of(language.words("speech-naming-ends"));
    personal = language.map("personal-pronouns");
    pronouns = language.map("pronouns");
    relative = PlainForm.of(language.words("relative-pronouns"));
    termOpeners = PlainForm.of(language.words("term-openers"));
    spokenNouns = PlainForm.of(language.words("spoken-nouns"));
    topicOpeners = PlainForm.of(language.words("topic-openers"));
    adverbialOpeners = PlainForm.of(language.words("adverbial-openers"));
    suffered = PlainForm.of(language.words("suffered-speech"));
    passiveOpeners = PlainForm.of(language.words("forms-of-be"));
    readers = PlainForm.of(language.words("reader-pronouns"));
    bodyNouns = PlainForm.of(language.words("body-nouns"));
    firmNouns = PlainForm.of(language.words("firm-nouns"));
    thingPronouns = PlainForm.of(language.words("body-pronouns"));
    modals = PlainForm.of(language.words("conditional-auxiliaries"));
    firstPerson = PlainForm.of(language.words("first-person"));
    beforeBase = PlainForm.of(language.words("before-speech-verbs"));
    ownParts = PlainForm.of(language.words("own-parts"));
    timePrepositions = PlainForm.of(language.words("time-prepositions"));
  }

  /** Whether a cue is a passive by which something is said of its subject: "are feared". */
  boolean isPassive(String cue) {
    String[] words = PlainForm.of(cue.strip().toLowerCase(Locale.ROOT)).split("\\s+");
    return words.length > 1 && passive.contains(words[words.length - 1]);
  }

  /** Whether a cue is a passive by which something is done to its subject: "was charged with". */
  boolean isSuffered(String cue) {
    String[] words = PlainForm.of(cue.strip().toLowerCase(Locale.ROOT)).split("\\s+");
    for (int i = 1; i < words.length; i++) {
      if (suffered.contains(words[i]) && auxiliaries.contains(words[0])) {
        return Arrays.asList(words).subList(0, i).stream().anyMatch(passiveOpeners::contains);
      }
    }
    return false;
  }

  /** Whether the word stands for whoever reads. */
  boolean isReader(String word) {
    return readers.contains(word.strip().toLowerCase(Locale.ROOT));
  }

  /** Whether a day, an hour or a place may follow: "on", "in", "at". */
  boolean isTimePreposition(Token token) {
    return timePrepositions.contains(token.normal());
  }

  /** Whether the words only say that it is somebody's turn: "(for) his part". */
  boolean isOwnPart(String words) {
    return ownParts.contains(PlainForm.of(words.strip().toLowerCase(Locale.ROOT)));
  }

  /** Whether words begin with the mark of an infinitive. */
  boolean isInfinitive(String words) {
    return infinitive.contains(
        PlainForm.of(words.strip().toLowerCase(Locale.ROOT)).split("\\s+")[0]);
  }

  /**
   * Whether the word is a form of a verb of saying. A base form may be a noun ("state", "report"):
   * it counts after a pronoun, an auxiliary or a plural.
   */
  boolean isSpeech(List<Token> tokens, int index) {
    String word = tokens.get(index).normal();
    if (forms.contains(word) || particleFollows(tokens, index)) {
      return true;
    }
    if (!bases.contains(word) || index == 0) {
      return false;
    }
    Token before = tokens.get(index - 1);
    boolean plural = before.normal().length() > 3 && before.normal().endsWith("s");
    return beforeBase.contains(before.normal()) || plural;
  }

  /**
   * Whether this is the first part of a verb in two parts and the second closes its clause: "teilte
   * die Polizei am Sonntag mit".
   */
  private boolean particleFollows(List<Token> tokens, int index) {
    String particle = parted.get(tokens.get(index).normal());
    if (particle == null) {
      return false;
    }
    for (int at = index + 1; at < tokens.size(); at++) {
      boolean closes = at + 1 == tokens.size() || !tokens.get(at + 1).isWord();
      if (closes && tokens.get(at).normal().equals(particle)) {
        return true;
      }
      if (!tokens.get(at).isWord()) {
        return false;
      }
    }
    return false;
  }

  /** Whether the word is the second part of a verb in two parts. */
  boolean isParticle(Token token) {
    return parted.containsValue(token.normal());
  }

  /** Whether the words that name a source end before this one. */
  boolean endsSource(Token token) {
    return sourceEnds.contains(token.normal());
  }

  /** Whether the word may stand between the source and the verb of saying: "has", "later". */
  boolean isAuxiliary(Token token) {
    return auxiliaries.contains(token.normal());
  }

  /** Likewise. */
  boolean isAuxiliary(String word) {
    return auxiliaries.contains(word) || modals.contains(word);
  }

  /** Whether the word is a form of "be" as a verb of its own. */
  boolean isCopula(Token token) {
    return copulas.contains(token.normal());
  }

  /** Whether the word stands between the verb and what is said: "said that". */
  boolean isConjunction(Token token) {
    return conjunctions.contains(token.normal());
  }

  /** Whether the word opens "what X calls Y". */
  boolean opensNaming(Token token) {
    return namingOpeners.contains(token.normal());
  }

  /** Whether the verb gives a name: "calls", "described". */
  boolean isNaming(Token token) {
    return naming.contains(token.normal());
  }

  /** Whether the name ends before this word in "what X calls Y". */
  boolean endsNaming(Token token) {
    return namingEnds.contains(token.normal());
  }

  /** "m", "f" or "pl" for a pronoun of the third person, else empty. */
  String gender(String word) {
    return pronouns.getOrDefault(word.strip().toLowerCase(Locale.ROOT), "");
  }

  /** Whether the word stands for the noun before it: "who". */
  boolean isRelative(String word) {
    return relative.contains(word.strip().toLowerCase(Locale.ROOT));
  }

  /** Whether the word is a pronoun for several who act. */
  boolean isPlural(String word) {
    return personal.getOrDefault(word.strip().toLowerCase(Locale.ROOT), "").equals("pl");
  }

  /** Whether a quotation right behind the word is a name or a term: the so-called “...”. */
  boolean opensTerm(String word) {
    return termOpeners.contains(word.toLowerCase(Locale.ROOT));
  }

  /** Whether the noun is something said: "comment", "promise". */
  boolean isSpokenNoun(Token token) {
    return spokenNouns.contains(token.normal());
  }

  /** Whether what somebody's comment is about, or says, follows: "call for", "claim of". */
  boolean opensTopic(Token token) {
    return topicOpeners.contains(token.normal());
  }

  /** Whether the word opens a phrase that says when or where, and names nobody: "On Monday,". */
  boolean opensAdverbial(Token token) {
    return adverbialOpeners.contains(token.normal());
  }

  /** Whether the word is the pronoun for a body: "it". */
  boolean isThing(String word) {
    return thingPronouns.contains(word);
  }

  /** Whether the noun is one of bodies that have it in their name: "the ministry". */
  boolean isBodyNoun(String word) {
    return bodyNouns.contains(word);
  }

  /** Whether the noun is one of firms: "the airline". */
  boolean isFirmNoun(String word) {
    return firmNouns.contains(word);
  }

  /** Whether the word is a pronoun for who speaks or is spoken to. */
  boolean isFirstPerson(String word) {
    return firstPerson.contains(word.strip().toLowerCase(Locale.ROOT));
  }

  /** Whether the words are a pronoun for one person who acts. */
  boolean isSingularPerson(String word) {
    String kind = personal.getOrDefault(word.strip().toLowerCase(Locale.ROOT), "");
    return kind.equals("m") || kind.equals("f");
  }

  /** Whether the word is a pronoun that stands for who acts. */
  boolean isPersonal(Token token) {
    return personal.containsKey(token.normal());
  }

  /** Whether the word is the mark of an infinitive. */
  boolean isInfinitive(Token token) {
    return infinitive.contains(token.normal());
  }

  /** Whether the word is a form of a verb by which one calls a thing something. */
  boolean isJudging(Token token) {
    return judging.contains(token.normal());
  }

  /** Whether the word stands before what a thing is called: "dismissed it as". */
  boolean isJudgedAs(Token token) {
    return judgedAs.contains(token.normal());
  }

  /** How many tokens from here make a phrase like "according to"; 0 when none begins here. */
  int phraseAt(Sentence sentence, int token) {
    int longest = 0;
    for (List<String> phrase : phrases) {
      boolean here = token + phrase.size() <= sentence.tokens().size();
      for (int i = 0; here && i < phrase.size(); i++) {
        here = sentence.tokens().get(token + i).normal().equals(phrase.get(i));
      }
      longest = here ? Math.max(longest, phrase.size()) : longest;
    }
    return longest;
  }
}
