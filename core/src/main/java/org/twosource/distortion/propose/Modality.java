package org.twosource.distortion.propose;

import java.util.List;
import java.util.Set;
import org.twosource.distortion.DistortionWords;
import org.twosource.distortion.Side;
import org.twosource.text.Language;

/** How surely a word of one side is told: by its auxiliaries, its clause and the cues over it. */
final class Modality {
  private static final Set<String> NONE = Set.of();

  private final Side side;
  private final Set<String> future;
  private final Set<String> modal;
  private final Set<String> infinitive;
  private final Set<String> past;
  private final Set<String> conditions;
  private final Set<String> ahead;
  private final Set<String> openVerbs;
  private final List<String> pastEndings;

  Modality(Side side) {
    this.side = side;
    var language = Language.find(side.text().text().language());
    future = language.map(one -> one.words("future-auxiliaries")).orElse(NONE);
    modal = language.map(one -> one.words("modal-auxiliaries")).orElse(NONE);
    ahead = language.map(one -> one.words("unreached-openers")).orElse(NONE);
    openVerbs = language.map(one -> one.words("open-verbs")).orElse(NONE);
    infinitive = language.map(one -> one.words("infinitive-words")).orElse(NONE);
    pastEndings = language.map(one -> one.list("past-endings")).orElse(List.of());
    past = DistortionWords.of(side.text()).pastAuxiliaries();
    conditions = DistortionWords.of(side.text()).conditions();
  }

  private boolean hasAuxiliary(int verb, Set<String> words) {
    return side.grammar()
        .dependents(verb, "aux.*")
        .mapToObj(side::normal)
        .anyMatch(words::contains);
  }

  /** Verbs of promises, wishes and orders, whose content may not come to be. */
  Set<String> openVerbs() {
    return openVerbs;
  }

  boolean isFuture(int verb) {
    return hasAuxiliary(verb, future);
  }

  boolean isModal(int verb) {
    return hasAuxiliary(verb, modal);
  }

  boolean isInfinitive(int verb) {
    return side.grammar()
        .dependents(verb, "mark")
        .anyMatch(at -> infinitive.contains(side.normal(at)));
  }

  /** Whether the word stands under a condition or in one. */
  boolean isConditional(int verb) {
    return side.grammar()
            .up(verb)
            .filter(at -> side.relation(at).startsWith("advcl"))
            .anyMatch(this::opensCondition)
        || side.grammar().dependents(verb, "advcl.*").anyMatch(this::opensCondition);
  }

  /** Whether the word is told as what did not come before something else: "before it sank". */
  boolean isAhead(int verb) {
    return side.grammar()
        .up(verb)
        .filter(at -> side.relation(at).startsWith("advcl") || side.relation(at).equals("acl"))
        .anyMatch(
            at ->
                side.grammar()
                    .dependents(at, "mark|case")
                    .anyMatch(mark -> ahead.contains(side.normal(mark))));
  }

  private boolean opensCondition(int clause) {
    return side.grammar()
        .dependents(clause, "mark")
        .anyMatch(at -> conditions.contains(side.normal(at)));
  }

  boolean isPast(int verb) {
    return !isOpen(verb)
        && (hasAuxiliary(verb, past)
            || side.pos(verb).equals("VERB")
                && pastEndings.stream().anyMatch(side.normal(verb)::endsWith));
  }

  private boolean isOpen(int verb) {
    return isFuture(verb) || isModal(verb) || isInfinitive(verb);
  }

  /** Whether it is told as a fact, under no cue at all. */
  boolean isFact(int verb) {
    return !isOpen(verb) && !isConditional(verb) && CopiedSentence.cuesOver(side, verb).isEmpty();
  }
}
