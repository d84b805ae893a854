package org.twosource.claim.dispute;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.twosource.annotate.EntityType;
import org.twosource.annotate.Grammar;
import org.twosource.annotate.Mention;
import org.twosource.claim.Dispute;
import org.twosource.claim.Wording;
import org.twosource.text.Language;
import org.twosource.text.Token;

/**
 * Two places for one thing: each wording says where, with one place behind "in", "at", "near" or
 * the like, and not the same. A report that names the other's place anywhere knows of both, as of a
 * town and its province, and is left alone. Needs grammar; without it nothing is found.
 */
public final class PlaceDispute implements DisputeDetector {
  /** Wordings less alike than this may well tell of two occasions. */
  private static final double MIN_LIKENESS = 0.50;

  private final Set<String> where;

  public PlaceDispute(Language language) {
    this.where = language.words("where-prepositions");
  }

  @Override
  public Optional<DisputedPair> find(Wording a, Wording b, double likeness) {
    if (likeness < MIN_LIKENESS || a.report() == b.report() || a.family().equals(b.family())) {
      return Optional.empty();
    }
    Optional<Mention> first = place(a);
    Optional<Mention> second = place(b);
    if (first.isEmpty()
        || second.isEmpty()
        || knows(a, second.get(), b)
        || knows(b, first.get(), a)
        || AmountQuestions.datesDiffer(a, b)) {
      return Optional.empty();
    }
    return Optional.of(
        DisputedPair.open(
            Dispute.Kind.PLACE, said(a, first.orElseThrow()), said(b, second.orElseThrow())));
  }

  private static ProposedSide said(Wording wording, Mention place) {
    return new ProposedSide(wording, place.span(), place.entity(), false);
  }

  /** Whether a report names a place of another, by its entity or its words. */
  private static boolean knows(Wording wording, Mention place, Wording other) {
    String name = said(other, place).words();
    return wording.annotated().body().contains(name)
        || wording.annotated().mentions().stream()
            .anyMatch(mention -> mention.entity().equals(place.entity()));
  }

  /** The only place of a wording, if it says where. */
  private Optional<Mention> place(Wording wording) {
    List<Mention> places =
        wording.annotated().mentionsIn(wording.span()).stream()
            .filter(mention -> mention.type() == EntityType.PLACE)
            .filter(mention -> mention.form() == Mention.Form.NAME)
            .toList();
    return places.size() == 1 && isWhere(wording, places.getFirst())
        ? Optional.of(places.getFirst())
        : Optional.empty();
  }

  private boolean isWhere(Wording wording, Mention place) {
    List<Token> tokens = wording.sentence().tokens();
    Optional<Grammar> syntax = wording.annotated().syntax(wording.sentence().index());
    for (int at = 0; syntax.isPresent() && at < tokens.size(); at++) {
      int head = syntax.get().head(at);
      if (syntax.get().relation(at).equals("case")
          && where.contains(tokens.get(at).normal())
          && head >= 0
          && place.span().contains(tokens.get(head).span())
          && syntax.get().relation(head).startsWith("obl")) {
        return true;
      }
    }
    return false;
  }
}
