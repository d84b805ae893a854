package org.twosource.claim;

import java.util.List;
import java.util.Optional;
import java.util.function.BiPredicate;
import org.twosource.annotate.EntityType;
import org.twosource.annotate.Grammar;
import org.twosource.annotate.Mention;
import org.twosource.reuse.ContentWords;
import org.twosource.text.Language;
import org.twosource.text.Token;

/**
 * Subject and object of a verb in the active voice, as far as the sentence names them: who does it,
 * and to whom.
 */
public record Participants(Optional<Participant> agent, Optional<Participant> patient) {

  /**
   * One side of a verb: a pronoun that stands for nothing known may be anybody.
   *
   * @param stem of its word
   * @param entity whom it names or stands for, where that is known
   * @param person whether that is a person
   */
  public record Participant(String stem, Optional<String> entity, boolean pronoun, boolean person) {
    boolean isUnknown() {
      return pronoun && entity.isEmpty();
    }

    boolean isOneThingWith(Participant other) {
      return entity.isPresent() && entity.equals(other.entity);
    }

    /** Two people: of bodies, places and things one may be part of the other. */
    boolean isSurelyNot(Participant other) {
      return person && other.person && !entity.equals(other.entity) && !stem.equals(other.stem);
    }
  }

  public static Participants of(
      Wording wording, Grammar syntax, int verb, ContentWords contentWords) {
    int passive = syntax.dependent(verb, "nsubj:pass").orElse(-1);
    int agent = syntax.dependent(verb, "nsubj").orElse(-1);
    int patient = passive >= 0 ? passive : syntax.dependent(verb, "obj").orElse(-1);
    return new Participants(
        side(wording, syntax, agent, verb, contentWords),
        side(wording, syntax, patient, verb, contentWords));
  }

  private static Optional<Participant> side(
      Wording wording, Grammar syntax, int at, int verb, ContentWords contentWords) {
    if (at < 0) {
      return Optional.empty();
    }
    int named = at;
    boolean relative = syntax.relation(verb).equals("acl:relcl");
    if (syntax.pos(at).equals("PRON") && relative && syntax.head(verb) >= 0) {
      named = syntax.head(verb); // "a farmer who"
    }
    Token token = wording.sentence().tokens().get(named);
    Optional<Mention> mention = wording.annotated().mentionsOver(token.span()).stream().findFirst();
    Optional<String> entity = mention.map(Mention::entity).or(() -> speaker(wording, token));
    boolean person =
        entity.isPresent()
            && mention.map(one -> one.type() == EntityType.PERSON && one.isName()).orElse(true);
    boolean pronoun = syntax.pos(named).equals("PRON") || syntax.pos(named).equals("DET");
    return Optional.of(new Participant(contentWords.stem(token.normal()), entity, pronoun, person));
  }

  /** Who is meant by "I": whoever says it. */
  private static Optional<String> speaker(Wording wording, Token token) {
    return wording
        .informant()
        .filter(
            by ->
                Language.ofMost(List.of(wording.annotated().text().language()))
                    .words("first-person-singular")
                    .contains(token.normal()))
        .map(Informant::key);
  }

  /**
   * Whether they may be the same two.
   *
   * @param mean whether two stems mean the same
   */
  public boolean fit(Participants other, BiPredicate<String, String> mean) {
    return fit(agent, other.agent, mean) && fit(patient, other.patient, mean);
  }

  private static boolean fit(
      Optional<Participant> one, Optional<Participant> other, BiPredicate<String, String> mean) {
    if (one.isEmpty() || other.isEmpty()) {
      return true;
    }
    Participant a = one.get();
    Participant b = other.get();
    return a.isUnknown() || b.isUnknown() || a.isOneThingWith(b) || mean.test(a.stem(), b.stem());
  }

  /** Whether one of the two is known to be somebody else. */
  public boolean areOthersThan(Participants other) {
    return areApart(agent, other.agent) || areApart(patient, other.patient);
  }

  private static boolean areApart(Optional<Participant> one, Optional<Participant> other) {
    return one.isPresent() && other.isPresent() && one.get().isSurelyNot(other.get());
  }
}
