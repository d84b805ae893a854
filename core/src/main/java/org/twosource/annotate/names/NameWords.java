package org.twosource.annotate.names;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.twosource.lexicon.VerbForms;
import org.twosource.text.Language;

/** The words of one language that names are read by: titles, endings of firms, prepositions. */
record NameWords(
    Map<String, String> titles,
    Set<String> roleWords,
    Set<String> roleModifiers,
    Set<String> thingNouns,
    Set<String> honorifics,
    Set<String> unnamedSpeakers,
    Set<String> pictureFronts,
    Set<String> headlineVerbs,
    Set<String> ruleNouns,
    Set<String> lawWords,
    Set<String> organizationWords,
    Set<String> placeWords,
    Set<String> placeBeginnings,
    Set<String> placePrepositions,
    Map<String, String> pronouns,
    Map<String, String> shortTitles,
    Set<String> capitalisedWords,
    Set<String> particles,
    Set<String> endings,
    Set<String> speechVerbs,
    Set<String> actingVerbs,
    Set<String> actingNouns,
    Set<String> pastVerbs,
    Set<String> indefiniteArticles,
    Set<String> speakingFor,
    Set<String> placeFollowers,
    Set<String> tiedParticiples,
    Set<String> pastEndings,
    Set<String> organizationBeginnings,
    Set<String> localBodies,
    Set<String> regionWords,
    Set<String> roadWords,
    Set<String> directions,
    Set<String> partyLetters,
    Map<String, String> partyMembers,
    Set<String> thingFollowers,
    Set<String> stateBodies,
    Set<String> calendar,
    Set<String> stopwords,
    Set<String> abbreviations) {

  static NameWords of(Language language, Gazetteer gazetteer) {
    var organizations = language.words("organization-words");
    Set<String> abbreviations = new LinkedHashSet<>();
    for (String section :
        List.of(
            "titles",
            "organization-words",
            "place-beginnings",
            "name-endings",
            "capitalised-words",
            "abbreviations")) {
      for (String word : language.words(section)) {
        if (word.endsWith(".")) {
          abbreviations.add(word.toLowerCase(Locale.ROOT));
        }
      }
    }
    abbreviations.addAll(gazetteer.abbreviations());
    return new NameWords(
        new LinkedHashMap<>(language.map("titles")),
        language.words("role-words"),
        language.words("role-modifiers"),
        language.words("thing-nouns"),
        language.words("honorifics"),
        language.words("unnamed-speakers"),
        language.words("picture-fronts"),
        language.words("headline-verbs"),
        language.words("rule-nouns"),
        language.words("law-words"),
        organizations,
        language.words("place-words"),
        language.words("place-beginnings"),
        language.words("place-prepositions"),
        new LinkedHashMap<>(language.map("pronouns")),
        new LinkedHashMap<>(language.map("short-titles")),
        language.words("capitalised-words"),
        language.words("name-particles"),
        language.words("name-endings"),
        language.words("speech-verbs"),
        language.words("acting-verbs"),
        language.words("acting-nouns"),
        language.words("past-verbs"),
        language.words("indefinite-articles"),
        language.words("speaking-for"),
        language.words("place-followers"),
        language.words("tied-participles"),
        language.words("past-endings"),
        language.words("organization-beginnings"),
        language.words("local-bodies"),
        language.words("region-words"),
        language.words("road-words"),
        language.words("directions"),
        language.words("party-letters"),
        new LinkedHashMap<>(language.map("party-members")),
        language.words("thing-followers"),
        language.words("state-bodies"),
        calendar(language),
        language.words("stopwords"),
        abbreviations);
  }

  private static Set<String> calendar(Language language) {
    Set<String> calendar = new LinkedHashSet<>(language.words("weekdays"));
    calendar.addAll(language.words("months"));
    return calendar;
  }

  /** Whether a small word tied to a name is a participle: "Harrow-based", "state-run". */
  boolean isTiedParticiple(String word) {
    return tiedParticiples.contains(word) || pastEndings.stream().anyMatch(word::endsWith);
  }

  boolean isFunctionWord(String word) {
    return stopwords.contains(word);
  }

  /** How many words from {@code at} on are the longest of {@code phrases}; 0 for none. */
  static int longest(Set<String> phrases, List<NameWord> words, int at) {
    int found = 0;
    var phrase = new StringBuilder();
    for (int i = at; i < words.size() && i < at + 5; i++) {
      NameWord word = words.get(i);
      if (i > at) {
        if (!word.follows()) {
          break;
        }
        phrase.append(word.join() == NameWord.Join.HYPHEN ? '-' : ' ');
      }
      phrase.append(word.lower());
      if (phrases.contains(phrase.toString())) {
        found = i - at + 1;
      }
    }
    return found;
  }

  /** The title that begins here: its number of words, 0 for none. */
  int title(List<NameWord> words, int at) {
    int title = longest(titles.keySet(), words, at);
    int end = at + title;
    if (title > 0 && end + 1 < words.size() && words.get(end).lower().equals("of")) {
      int field = end + 1; // Minister of Public Works
      while (field < words.size()
          && words.get(field).isCapital()
          && words.get(field).follows()
          && roleModifiers.contains(words.get(field).lower())) {
        field++;
      }
      return field > end + 1 ? field - at : title;
    }
    return title;
  }

  /** Whether a form of one of the verbs: says, said, saying, insisted. */
  static boolean isFormOf(Set<String> verbs, String form) {
    return IRREGULAR.containsKey(form)
        ? verbs.contains(form) || verbs.contains(IRREGULAR.get(form))
        : VerbForms.isFormOf(verbs, form);
  }

  /** Whether a word, as {@code NameForm} has it, ends the names of firms. */
  static boolean isFirmEnding(String word) {
    return FIRM_ENDINGS.contains(word);
  }

  private static final Set<String> FIRM_ENDINGS =
      Language.find("en").orElseThrow().words("firm-endings");

  /** Irregular past forms of the verbs that governments and people are said to do. */
  private static final Map<String, String> IRREGULAR =
      Language.find("en").orElseThrow().map("irregular-acts");
}
