package org.twosource.distortion;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.twosource.annotate.Annotated;
import org.twosource.text.Language;

/**
 * The sections of a language file that this stage reads. Immutable; English is read once.
 *
 * @param numbers number words with their values
 * @param rangeWords words and marks between the two numbers of a range
 * @param negativePrefixes beginnings that turn a word into its opposite
 * @param firstPerson words by which speakers speak of themselves and their listeners
 * @param demonymEndings endings that make the word for a people out of a place's name
 * @param pastAuxiliaries auxiliaries that tell a thing as done
 * @param intentionVerbs verbs by which somebody means to do what may yet not be done
 * @param attemptVerbs verbs of attempts, which may fail
 * @param proposalVerbs verbs of offers and threats, which may come to nothing
 * @param tentativeVerbs verbs of views that may be wrong
 * @param provingVerbs verbs whose content is taken for true
 */
record Words(
    Map<String, String> numbers,
    Set<String> rangeWords,
    List<String> negativePrefixes,
    Set<String> firstPerson,
    Set<String> demonymEndings,
    Set<String> pastAuxiliaries,
    Set<String> intentionVerbs,
    Set<String> attemptVerbs,
    Set<String> proposalVerbs,
    Set<String> tentativeVerbs,
    Set<String> provingVerbs) {
  private static final Words NONE =
      new Words(
          Map.of(), Set.of(), List.of(), Set.of(), Set.of(), Set.of(), Set.of(), Set.of(), Set.of(),
          Set.of(), Set.of());
  private static final Words ENGLISH = Language.find("en").map(Words::of).orElse(NONE);

  /** The words of the language a text is in; none where the project has no file for it. */
  static Words of(Annotated text) {
    String code = text.text().language();
    return code.startsWith("en") ? ENGLISH : Language.find(code).map(Words::of).orElse(NONE);
  }

  private static Words of(Language language) {
    return new Words(
        language.map("number-words"),
        language.words("range-words"),
        language.list("negative-prefixes"),
        language.words("first-person"),
        language.words("demonym-endings"),
        language.words("past-auxiliaries"),
        language.words("intention-verbs"),
        language.words("attempt-verbs"),
        language.words("proposal-verbs"),
        language.words("tentative-verbs"),
        language.words("proving-verbs"));
  }
}
