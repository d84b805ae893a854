package org.twosource.claim.dispute;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.twosource.annotate.Annotations;
import org.twosource.annotate.Certainty;
import org.twosource.annotate.Cue;
import org.twosource.annotate.Grammar;
import org.twosource.claim.Dispute;
import org.twosource.claim.Informant;
import org.twosource.claim.InformantReader;
import org.twosource.claim.Question;
import org.twosource.claim.Wording;
import org.twosource.report.Span;
import org.twosource.reuse.ContentWords;
import org.twosource.text.Language;
import org.twosource.text.Token;

/**
 * Statements that somebody turns down without saying them again: "The group is buying the works,
 * two people said. ... The company rejected the report." What is turned down is the first statement
 * of somebody else in the nearest paragraph before that holds one. Where the next sentence has the
 * party's own words with a negation, these are its side. Needs grammar; without it nothing is
 * found.
 */
public final class Rejections {
  /** Sentences before the rejection in which the statement is looked for. */
  private static final int MAX_SENTENCES = 4;

  private final Set<String> rejectingVerbs;
  private final Set<String> rejected;
  private final Set<String> tellsWhat;
  private final ContentWords contentWords;
  private final InformantReader informants;

  public Rejections(Language language, ContentWords contentWords, Annotations annotations) {
    this.rejectingVerbs = language.words("rejecting-verbs");
    this.rejected = language.words("rejected-statements");
    this.tellsWhat = language.words("statement-openers");
    this.contentWords = contentWords;
    this.informants = new InformantReader(language, contentWords, annotations);
  }

  /** One question a rejection, in story order. */
  public List<Question> find(List<Wording> wordings) {
    List<Question> found = new ArrayList<>();
    for (Wording wording : wordings) {
      Optional<Informant> party = party(wording);
      if (party.isPresent()) {
        statement(wording, party.get(), wordings)
            .ifPresent(said -> found.add(contested(said, denial(wording, party.get(), wordings))));
      }
    }
    return found;
  }

  private static Question contested(Wording said, Wording denial) {
    return new Question(
        List.of(said, denial),
        List.of(
            DisputedPair.open(
                    Dispute.Kind.NEGATION,
                    ProposedSide.whole(said, NegationDispute.SO),
                    ProposedSide.whole(denial, NegationDispute.NOT_SO))
                .between(Dispute.Between.PARTIES, 0, 1)));
  }

  /** Who turns down a statement in this wording, if somebody does. */
  private Optional<Informant> party(Wording wording) {
    Optional<Grammar> syntax = wording.annotated().syntax(wording.sentence().index());
    List<Token> tokens = wording.sentence().tokens();
    for (int at = 1; syntax.isPresent() && at < tokens.size(); at++) {
      if (!rejectingVerbs.contains(tokens.get(at).normal())
          || !wording.span().contains(tokens.get(at).span())) {
        continue;
      }
      int object = object(tokens, syntax.get(), at);
      Optional<Span> subject = Party.subject(tokens, syntax.get(), at);
      if (object >= 0 && subject.isPresent()) {
        return Party.read(informants, wording, subject.get(), tokens.get(object).span());
      }
    }
    return Optional.empty();
  }

  /** The statement a verb turns down, if nothing behind it says what it is; else -1. */
  private int object(List<Token> tokens, Grammar syntax, int verb) {
    return syntax
        .dependents(verb, "obj")
        .filter(at -> at > verb)
        .limit(1)
        .filter(at -> rejected.contains(tokens.get(at).normal()) && isBare(tokens, syntax, at))
        .findFirst()
        .orElse(-1);
  }

  private boolean isBare(List<Token> tokens, Grammar syntax, int noun) {
    for (int at = Math.max(0, noun - 3); at < noun; at++) {
      if (tokens.get(at).normal().matches("an?|another")) {
        return false;
      }
    }
    if (noun + 1 < tokens.size() && tellsWhat.contains(tokens.get(noun + 1).normal())) {
      return false;
    }
    return syntax
        .dependents(noun, "acl.*|nmod.*|ccomp|appos")
        .noneMatch(at -> at > noun && contentWords.isContent(tokens.get(at)));
  }

  private static Optional<Wording> statement(
      Wording rejection, Informant party, List<Wording> wordings) {
    Optional<Wording> found = Optional.empty();
    for (int at = rejection.at() - 1; at >= 0; at--) {
      Wording wording = wordings.get(at);
      int back = rejection.sentence().index() - wording.sentence().index();
      if (wording.report() != rejection.report() || back > MAX_SENTENCES) {
        break;
      }
      if (found.isPresent() && isParagraphBetween(wording, found.get())) {
        break;
      }
      if (back > 0 && isAnothers(wording, party)) {
        found = Optional.of(wording);
      }
    }
    return found;
  }

  private static boolean isAnothers(Wording wording, Informant party) {
    return wording.informant().filter(by -> !by.key().equals(party.key())).isPresent()
        && wording.certainty() != Certainty.DENIED
        && !NegationDispute.holdsNegation(wording);
  }

  private static boolean isParagraphBetween(Wording before, Wording after) {
    return new Span(before.span().end(), Math.max(before.span().end(), after.span().start()))
        .in(before.annotated().body())
        .contains("\n");
  }

  /** The party's own words in the next sentence if they deny something; else the rejection. */
  private static Wording denial(Wording rejection, Informant party, List<Wording> wordings) {
    for (int at = rejection.at() + 1; at < wordings.size(); at++) {
      Wording next = wordings.get(at);
      int ahead = next.sentence().index() - rejection.sentence().index();
      if (next.report() != rejection.report() || ahead > 1) {
        break;
      }
      if (ahead == 1
          && next.informant().filter(by -> by.key().equals(party.key())).isPresent()
          && next.annotated().cuesIn(next.span()).stream()
              .anyMatch(cue -> cue.kind() == Cue.Kind.NEGATION)) {
        return next;
      }
    }
    return rejection.cutTo(rejection.span(), Optional.of(party), Certainty.DENIED);
  }
}
