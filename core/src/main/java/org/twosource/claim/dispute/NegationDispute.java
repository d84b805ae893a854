package org.twosource.claim.dispute;

import java.util.List;
import java.util.Optional;
import org.twosource.annotate.Certainty;
import org.twosource.annotate.Cue;
import org.twosource.annotate.Grammar;
import org.twosource.claim.Dispute;
import org.twosource.claim.Participants;
import org.twosource.claim.Wording;
import org.twosource.reuse.ContentWords;
import org.twosource.text.Language;

/** One says that something is so, the other that it is not. */
public final class NegationDispute implements DisputeDetector {
  /** The answers to whether something is so. */
  static final String SO = "so";

  static final String NOT_SO = "not so";

  /** Wordings less alike than this may negate something else. */
  private static final double MIN_LIKENESS = 0.60;

  /** Two parties, of whom one denies, seldom use the same words. */
  private static final double MIN_PARTY_LIKENESS = 0.40;

  /** Content words that both must have, so that they speak of one thing. */
  private static final int MIN_SHARED = 3;

  private final Language language;
  private final ContentWords contentWords;

  NegationDispute(Language language, ContentWords contentWords) {
    this.language = language;
    this.contentWords = contentWords;
  }

  @Override
  public Optional<DisputedPair> find(Wording a, Wording b, double likeness) {
    if (likeness < (a.isOfAnotherParty(b) ? MIN_PARTY_LIKENESS : MIN_LIKENESS)
        || isNegative(a) == isNegative(b)
        || a.words().stream().filter(b.words()::contains).count() < MIN_SHARED
        || a.report() == b.report() && !a.isOfAnotherParty(b)
        || holdsNegation(isNegative(a) ? b : a)
        || a.isOfOneInformant(b)
        || isUncertain(a, b)
        || !speakOfOneDeed(isNegative(a) ? a : b, isNegative(a) ? b : a)) {
      return Optional.empty();
    }
    return Optional.of(DisputedPair.open(Dispute.Kind.NEGATION, said(a), said(b)));
  }

  /**
   * Whether what is negated denies something, and the other, where it has the same verb, tells it
   * as so and of the same people.
   */
  private boolean speakOfOneDeed(Wording denial, Wording other) {
    Optional<Grammar> here = denial.annotated().syntax(denial.sentence().index());
    Optional<Grammar> there = other.annotated().syntax(other.sentence().index());
    if (here.isEmpty() || there.isEmpty()) {
      return true;
    }
    DeniedWords words = new DeniedWords(denial.sentence(), here.get(), language);
    DeniedWords others = new DeniedWords(other.sentence(), there.get(), language);
    return words
        .deniedIn(denial.span())
        .allMatch(
            verb -> {
              List<Integer> same =
                  others.verbsIn(other.span(), stem(denial, verb), contentWords).boxed().toList();
              Participants sides = Participants.of(denial, here.get(), verb, contentWords);
              return words.isDenied(verb)
                  && (same.isEmpty()
                      || same.stream()
                          .anyMatch(
                              at ->
                                  others.isTold(at)
                                      && !sides.areOthersThan(
                                          Participants.of(other, there.get(), at, contentWords))));
            });
  }

  private String stem(Wording wording, int word) {
    return contentWords.stem(wording.sentence().tokens().get(word).normal());
  }

  private static ProposedSide said(Wording wording) {
    return ProposedSide.whole(wording, isNegative(wording) ? NOT_SO : SO);
  }

  private static boolean isNegative(Wording wording) {
    return wording.negated() != (wording.certainty() == Certainty.DENIED);
  }

  /** Whether a word that turns or rejects something stands in it, whatever it governs. */
  public static boolean holdsNegation(Wording wording) {
    return wording.annotated().cuesIn(wording.span()).stream()
        .anyMatch(cue -> cue.kind() == Cue.Kind.NEGATION || cue.kind() == Cue.Kind.DENIAL);
  }

  private static boolean isUncertain(Wording a, Wording b) {
    return a.certainty() == Certainty.POSSIBLE
        || b.certainty() == Certainty.POSSIBLE
        || a.certainty() == Certainty.PLANNED
        || b.certainty() == Certainty.PLANNED;
  }
}
