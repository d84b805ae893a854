package org.twosource.annotate;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.twosource.text.Language;
import org.twosource.text.Sentence;
import org.twosource.text.Token;

/**
 * The words of a language that signal speech: forms of {@code [speech-verbs]} and {@code
 * [attribution-phrases]}. A verb without forms of its own gets the regular English ones.
 */
final class SpeechWords {
  private static final Set<String> BEFORE_BASE =
      Set.of(
          "to", "would", "will", "could", "can", "may", "might", "did", "does", "do", "not", "n't");

  private final Set<String> forms = new HashSet<>();
  private final Set<String> bases = new HashSet<>();
  private final List<List<String>> phrases = new ArrayList<>();
  private final Set<String> pronouns;

  SpeechWords(Language language) {
    for (Map.Entry<String, String> verb : language.map("speech-verbs").entrySet()) {
      if (verb.getKey().contains(" ")) {
        continue;
      }
      bases.add(verb.getKey());
      if (!verb.getValue().isEmpty()) {
        forms.addAll(List.of(verb.getValue().split(" ")));
      } else if (language.code().equals("en")) {
        forms.addAll(regular(verb.getKey()));
      }
    }
    for (String phrase : language.list("attribution-phrases")) {
      phrases.add(List.of(phrase.split(" ")));
    }
    pronouns = Set.of("he", "she", "they", "it", "we", "i", "who", "one");
  }

  private static List<String> regular(String verb) {
    char last = verb.charAt(verb.length() - 1);
    String stem = verb.substring(0, verb.length() - 1);
    if (last == 'e') {
      return List.of(verb + "s", verb + "d", stem + "ing");
    }
    if (last == 'y' && "aeiou".indexOf(verb.charAt(verb.length() - 2)) < 0) {
      return List.of(stem + "ies", stem + "ied", verb + "ing");
    }
    boolean hisses = last == 's' || last == 'x' || verb.endsWith("sh") || verb.endsWith("ch");
    return List.of(
        verb + (hisses ? "es" : "s"),
        verb + "ed",
        verb + "ing",
        verb + last + "ed",
        verb + last + "ing");
  }

  /**
   * Whether the word is a form of a verb of saying. A base form may be a noun ("state", "report"):
   * it counts after a pronoun, an auxiliary or a plural.
   */
  boolean isSpeech(List<Token> tokens, int index) {
    String word = tokens.get(index).normal();
    if (forms.contains(word)) {
      return true;
    }
    if (!bases.contains(word) || index == 0) {
      return false;
    }
    Token before = tokens.get(index - 1);
    boolean plural = before.normal().length() > 3 && before.normal().endsWith("s");
    return BEFORE_BASE.contains(before.normal()) || pronouns.contains(before.normal()) || plural;
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
