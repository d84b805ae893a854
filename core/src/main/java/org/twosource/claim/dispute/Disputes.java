package org.twosource.claim.dispute;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.twosource.claim.Dispute;
import org.twosource.claim.Wording;
import org.twosource.claim.WordingLikeness;
import org.twosource.reuse.ContentWords;
import org.twosource.text.Language;

/** Finds the disputes of a claim: every detector over pairs of its distinct wordings. */
public final class Disputes {
  /** Wordings of one claim that are compared with each other. */
  private static final int MAX_WORDINGS = 24;

  /** Disputes kept a claim; a claim with more is a heap of statements, not a disagreement. */
  private static final int MAX_DISPUTES = 4;

  private final WordingLikeness likeness;
  private final List<DisputeDetector> detectors;
  private final NarrowerCounts narrower;

  public Disputes(WordingLikeness likeness, Language language) {
    this.likeness = likeness;
    ContentWords contentWords = new ContentWords(language);
    this.narrower = new NarrowerCounts(language, contentWords);
    this.detectors =
        List.of(
            new DateDispute(),
            new NegationDispute(language, contentWords),
            new StatusDispute(),
            new PlaceDispute(language));
  }

  /**
   * @param wordings of the claim, in the order of its statements
   */
  public List<Dispute> find(List<Wording> wordings) {
    List<Integer> compared = distinct(wordings);
    List<Dispute> disputes = new ArrayList<>();
    for (DisputeDetector detector : detectors) {
      Set<String> seen = new LinkedHashSet<>();
      for (int i = 0; i < compared.size(); i++) {
        for (int j = i + 1; j < compared.size(); j++) {
          Wording a = wordings.get(compared.get(i));
          Wording b = wordings.get(compared.get(j));
          if (a.sentence() == b.sentence() || a.isCopyOf(b)) {
            continue;
          }
          Optional<DisputedPair> found = detector.find(a, b, likeness.sharedWords(a, b));
          if (found.isPresent() && seen.add(found.get().key())) {
            disputes.add(found.get().between(compared.get(i), compared.get(j)));
          }
        }
      }
    }
    disputes.addAll(ofSoleCounts(wordings, compared));
    return disputes.size() <= MAX_DISPUTES ? disputes : firstOfEachKind(disputes);
  }

  /**
   * Counts that differ, in a claim that is about nothing but a count: every wording gives one
   * number, whatever noun stands beside it ("1,900 members may vote", "2,300 are entitled to").
   */
  private List<Dispute> ofSoleCounts(List<Wording> wordings, List<Integer> compared) {
    List<AmountQuestions.Answer> answers =
        compared.stream()
            .map(wordings::get)
            .filter(wording -> wording.amounts().size() == 1)
            .map(one -> new AmountQuestions.Answer(one, one.amounts().getFirst()))
            .filter(answer -> answer.amount().measure().equals("count"))
            .toList();
    boolean sole = answers.size() == compared.size() && answers.size() > 1;
    boolean comparable =
        answers.stream()
            .allMatch(
                one ->
                    answers.stream()
                        .allMatch(
                            other ->
                                AmountQuestions.areComparableCounts(one, other)
                                    && !narrower.isPartOfOther(one.amount(), other.amount())));
    return sole && comparable
        ? ofNumbers(wordings, answers).stream().map(one -> inTime(one, wordings)).toList()
        : List.of();
  }

  /**
   * What lay off the coast in the morning is overtaken, not denied, by the count of the evening.
   */
  private static Dispute inTime(Dispute dispute, List<Wording> wordings) {
    Wording a = wordings.get(dispute.a().statement());
    Wording b = wordings.get(dispute.b().statement());
    if (dispute.resolution() != Dispute.Resolution.OPEN || !AmountQuestions.hoursDiffer(a, b)) {
      return dispute;
    }
    boolean second = b.isOlderThan(a);
    return new Dispute(
        dispute.kind(),
        dispute.between(),
        Dispute.Resolution.SUPERSEDED,
        dispute.a().supersededIf(!second),
        dispute.b().supersededIf(second));
  }

  /**
   * The answers to a question of number that cannot both be right.
   *
   * @param wordings of the claim, in the order of its statements
   */
  public List<Dispute> ofNumbers(List<Wording> wordings, List<AmountQuestions.Answer> answers) {
    List<List<AmountQuestions.Answer>> values = new ArrayList<>();
    for (AmountQuestions.Answer answer : answers) {
      values.stream()
          .filter(same -> same.getFirst().amount().isSameAs(answer.amount()))
          .findFirst()
          .ifPresentOrElse(
              same -> same.add(answer), () -> values.add(new ArrayList<>(List.of(answer))));
    }
    List<Dispute> disputes = new ArrayList<>();
    for (int i = 0; i < values.size(); i++) {
      for (int j = i + 1; j < values.size(); j++) {
        ofNumbers(wordings, values.get(i), values.get(j)).ifPresent(disputes::add);
      }
    }
    return disputes.stream()
        .sorted(
            Comparator.comparing(Dispute::resolution)
                .thenComparingInt(dispute -> depth(wordings, dispute)))
        .limit(MAX_DISPUTES)
        .toList();
  }

  /** Sentences a reader passes before both sides are met. */
  private static int depth(List<Wording> wordings, Dispute dispute) {
    return wordings.get(dispute.a().statement()).sentence().index()
        + wordings.get(dispute.b().statement()).sentence().index();
  }

  /** The first two printings of two values that cannot both be right. */
  private Optional<Dispute> ofNumbers(
      List<Wording> wordings,
      List<AmountQuestions.Answer> some,
      List<AmountQuestions.Answer> others) {
    for (AmountQuestions.Answer a : some) {
      for (AmountQuestions.Answer b : others) {
        if (a.wording().report() != b.wording().report()
            && !a.amount().agreesWith(b.amount())
            && !narrower.isPartOfOther(a.amount(), b.amount())
            && !a.wording().isCopyOf(b.wording())) {
          return Optional.of(ofNumbers(wordings, a, b));
        }
      }
    }
    return Optional.empty();
  }

  private static Dispute ofNumbers(
      List<Wording> wordings, AmountQuestions.Answer a, AmountQuestions.Answer b) {
    return NumberDispute.of(a.wording(), a.amount(), b.wording(), b.amount())
        .between(wordings.indexOf(a.wording()), wordings.indexOf(b.wording()));
  }

  private static List<Dispute> firstOfEachKind(List<Dispute> disputes) {
    List<Dispute> kept = new ArrayList<>();
    for (Dispute dispute : disputes) {
      long same = kept.stream().filter(other -> other.kind() == dispute.kind()).count();
      if (same < 2) {
        kept.add(dispute);
      }
    }
    return kept.stream().limit(MAX_DISPUTES).toList();
  }

  /** Indices of the first wording of each set of words. */
  private static List<Integer> distinct(List<Wording> wordings) {
    Set<Set<String>> seen = new HashSet<>();
    List<Integer> indices = new ArrayList<>();
    for (int i = 0; i < wordings.size() && indices.size() < MAX_WORDINGS; i++) {
      if (seen.add(wordings.get(i).words())) {
        indices.add(i);
      }
    }
    return indices;
  }

  /** Who disagrees: one report that gives two positions does not disagree with itself. */
  public static Dispute.Between between(Wording a, Wording b) {
    return a.isOfAnotherParty(b) || a.report() == b.report()
        ? Dispute.Between.PARTIES
        : Dispute.Between.REPORTS;
  }
}
