package org.twosource.claim.dispute;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
import org.twosource.annotate.Annotations;
import org.twosource.annotate.Certainty;
import org.twosource.annotate.Grammar;
import org.twosource.annotate.Mention;
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
 * Who did it, where two parties name different ones: "The government blamed the rebels for the
 * shelling ... The rebels accused the army of it." Two charges are of one thing if each party
 * charges the other, or if what follows the charge shares a word. Needs grammar; without it nothing
 * is found.
 */
public final class Blame {
  private static final int MAX_DISPUTES = 4;

  private final Set<String> blamingVerbs;
  private final ContentWords contentWords;
  private final InformantReader informants;

  public Blame(Language language, ContentWords contentWords, Annotations annotations) {
    this.blamingVerbs = language.words("blaming-verbs");
    this.contentWords = contentWords;
    this.informants = new InformantReader(language, contentWords, annotations);
  }

  /**
   * One party's charge.
   *
   * @param accuser entity of the party, where it is known
   * @param accused entity charged
   * @param name where the accused is named
   * @param matter stems of the content words behind it
   */
  private record Accusation(
      Wording wording,
      Informant by,
      Optional<String> accuser,
      String accused,
      Span name,
      Set<String> matter) {}

  /** One question a pair of charges, in story order. */
  public List<Question> find(List<Wording> wordings) {
    List<Accusation> charges = new ArrayList<>();
    wordings.forEach(wording -> charge(wording).ifPresent(charges::add));
    List<Question> found = new ArrayList<>();
    Set<String> seen = new TreeSet<>();
    for (int i = 0; i < charges.size(); i++) {
      for (int j = i + 1; j < charges.size() && found.size() < MAX_DISPUTES; j++) {
        Accusation a = charges.get(i);
        Accusation b = charges.get(j);
        if (differ(a, b) && seen.add(key(a, b))) {
          found.add(contested(a, b));
        }
      }
    }
    return found;
  }

  private static String key(Accusation a, Accusation b) {
    return new TreeSet<>(Set.of(a.accused(), b.accused())).toString();
  }

  private static boolean differ(Accusation a, Accusation b) {
    if (a.accused().equals(b.accused())
        || a.by().key().equals(b.by().key())
        || a.wording().sentence() == b.wording().sentence()
        || a.wording().looksBack() != b.wording().looksBack()
        || a.wording().isCopyOf(b.wording())) {
      return false;
    }
    boolean eachOther =
        a.accuser().filter(b.accused()::equals).isPresent()
            && b.accuser().filter(a.accused()::equals).isPresent();
    return eachOther || a.matter().stream().anyMatch(b.matter()::contains);
  }

  private static Question contested(Accusation a, Accusation b) {
    return new Question(
        List.of(said(a), said(b)),
        List.of(
            DisputedPair.open(Dispute.Kind.ACTOR, accused(a), accused(b))
                .between(Dispute.Between.PARTIES, 0, 1)));
  }

  private static ProposedSide accused(Accusation charge) {
    return new ProposedSide(charge.wording(), charge.name(), charge.accused(), false);
  }

  private static Wording said(Accusation charge) {
    return charge
        .wording()
        .cutTo(charge.wording().span(), Optional.of(charge.by()), Certainty.ALLEGED);
  }

  private Optional<Accusation> charge(Wording wording) {
    Optional<Grammar> syntax = wording.annotated().syntax(wording.sentence().index());
    List<Token> tokens = wording.sentence().tokens();
    for (int at = 1; syntax.isPresent() && at < tokens.size(); at++) {
      if (blamingVerbs.contains(tokens.get(at).normal())
          && syntax.get().pos(at).equals("VERB")
          && wording.span().contains(tokens.get(at).span())) {
        Optional<Accusation> charge = charge(wording, tokens, syntax.get(), at);
        if (charge.isPresent()) {
          return charge;
        }
      }
    }
    return Optional.empty();
  }

  private Optional<Accusation> charge(
      Wording wording, List<Token> tokens, Grammar syntax, int verb) {
    Optional<Span> subject = Party.subject(tokens, syntax, verb);
    Optional<Mention> accused = accused(wording, tokens, syntax, verb);
    if (subject.isEmpty() || accused.isEmpty()) {
      return Optional.empty();
    }
    Mention other = accused.get();
    Set<String> matter = new TreeSet<>();
    for (Token token : tokens) {
      if (token.start() >= other.span().end() && contentWords.isContent(token)) {
        matter.add(contentWords.stem(token.normal()));
      }
    }
    Optional<String> accuser =
        wording.annotated().mentionsIn(subject.get()).stream().map(Mention::entity).findFirst();
    return Party.read(informants, wording, subject.get(), other.span())
        .map(by -> new Accusation(wording, by, accuser, other.entity(), other.span(), matter));
  }

  private static Optional<Mention> accused(
      Wording wording, List<Token> tokens, Grammar syntax, int verb) {
    OptionalInt object = syntax.dependents(verb, "obj").filter(at -> at > verb).findFirst();
    return object.isEmpty()
        ? Optional.empty()
        : wording.annotated().mentionsOver(tokens.get(object.getAsInt()).span()).stream()
            .filter(Mention::isName)
            .findFirst();
  }
}
