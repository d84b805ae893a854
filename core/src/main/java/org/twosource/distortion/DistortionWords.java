package org.twosource.distortion;

import java.util.List;
import java.util.Set;
import org.twosource.annotate.Annotated;
import org.twosource.text.Language;

/**
 * The sections of a language file that this stage reads. Immutable; English is read once.
 *
 * @param numberScales short forms of thousand, million and so on behind a number
 * @param negativePrefixes beginnings that turn a word into its opposite
 * @param firstPerson words by which speakers speak of themselves and their listeners
 * @param demonymEndings endings that make the word for a people out of a place's name
 * @param pastAuxiliaries auxiliaries that tell a thing as done
 * @param intentionVerbs verbs by which somebody means to do what may yet not be done
 * @param attemptVerbs verbs of attempts, which may fail
 * @param proposalVerbs verbs of offers and threats, which may come to nothing
 * @param tentativeVerbs verbs of views that may be wrong
 * @param provingVerbs verbs whose content is taken for true
 * @param ageEndings endings of a span of time that is somebody's age: "old"
 * @param linkWords words, or two of them, by which things are seen together: "associated"
 * @param causeVerbs verbs by which one thing brings another about or changes it
 * @param mutualWords deeds in which nobody is the receiver: "met", "married", "talks"
 * @param agentMarks prepositions before who does it
 * @param receiverMarks prepositions between a deed's noun and whom it is done to
 * @param addresseeMarks prepositions between a verb and whom it is said or done to
 * @param inquiryWords words of questions not yet answered: what is looked for is still open
 * @param couldVerbs verbs that "could" makes no less certain: "could see", "could face"
 * @param conditions words that open a clause without which the other does not hold
 * @param conditionFocus words before those that stress them: "only if"
 * @param conditionalAuxiliaries auxiliaries of what holds under a condition, told or not
 * @param relativePronouns pronouns that stand for the noun their clause hangs on
 * @param namingNouns cues that as nouns only name somebody or something: "the suspect"
 * @param hearsay hedges that say no more than that somebody says so: "reportedly"
 */
public record DistortionWords(
    Set<String> numberScales,
    List<String> negativePrefixes,
    Set<String> firstPerson,
    Set<String> demonymEndings,
    Set<String> pastAuxiliaries,
    Set<String> intentionVerbs,
    Set<String> attemptVerbs,
    Set<String> proposalVerbs,
    Set<String> tentativeVerbs,
    Set<String> provingVerbs,
    Set<String> ageEndings,
    Set<String> linkWords,
    Set<String> causeVerbs,
    Set<String> mutualWords,
    Set<String> agentMarks,
    Set<String> receiverMarks,
    Set<String> addresseeMarks,
    Set<String> inquiryWords,
    Set<String> couldVerbs,
    Set<String> conditions,
    Set<String> conditionFocus,
    Set<String> conditionalAuxiliaries,
    Set<String> relativePronouns,
    Set<String> namingNouns,
    Set<String> hearsay) {
  private static final DistortionWords NONE =
      new DistortionWords(
          Set.of(), List.of(), Set.of(), Set.of(), Set.of(), Set.of(), Set.of(), Set.of(), Set.of(),
          Set.of(), Set.of(), Set.of(), Set.of(), Set.of(), Set.of(), Set.of(), Set.of(), Set.of(),
          Set.of(), Set.of(), Set.of(), Set.of(), Set.of(), Set.of(), Set.of());
  private static final DistortionWords ENGLISH =
      Language.find("en").map(DistortionWords::of).orElse(NONE);

  /** The words of the language a text is in; none where the project has no file for it. */
  public static DistortionWords of(Annotated text) {
    String code = text.text().language();
    return code.startsWith("en")
        ? ENGLISH
        : Language.find(code).map(DistortionWords::of).orElse(NONE);
  }

  private static DistortionWords of(Language language) {
    return new DistortionWords(
        language.words("number-scales"),
        language.list("negative-prefixes"),
        language.words("first-person"),
        language.words("demonym-endings"),
        language.words("past-auxiliaries"),
        language.words("intention-verbs"),
        language.words("attempt-verbs"),
        language.words("proposal-verbs"),
        language.words("tentative-verbs"),
        language.words("proving-verbs"),
        language.words("age-endings"),
        language.words("link-words"),
        language.words("cause-verbs"),
        language.words("mutual-words"),
        language.words("agent-marks"),
        language.words("receiver-marks"),
        language.words("addressee-marks"),
        language.words("inquiry-words"),
        language.words("could-verbs"),
        language.words("conditions"),
        language.words("condition-focus"),
        language.words("conditional-auxiliaries"),
        language.words("relative-pronouns"),
        language.words("naming-nouns"),
        language.words("hearsay"));
  }
}
