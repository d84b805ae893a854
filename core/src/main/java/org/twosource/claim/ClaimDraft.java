package org.twosource.claim;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.twosource.claim.dispute.AmountQuestions;
import org.twosource.lineage.OriginOrder;

/**
 * The wordings of one claim in story order, and how much it weighs.
 *
 * @param question what its wordings answer, in words; empty where they state the same
 * @param answers the numbers, where the claim is a question of number
 * @param known its disputes, where it was made of them
 * @param added disputes found elsewhere: names in two spellings, denials of what it states
 */
record ClaimDraft(
    String question,
    List<Wording> wordings,
    List<AmountQuestions.Answer> answers,
    Optional<List<Dispute>> known,
    List<Dispute> added,
    Wording nearest,
    double weight) {

  /** The question of a claim that holds one name in two spellings and nothing else. */
  static final String SPELLINGS = "spellings of one name";

  /** A dispute as a question, in words. */
  static String question(Dispute dispute) {
    return "answers to one question of " + dispute.kind().label();
  }

  boolean isContested() {
    return known.isPresent() || !answers.isEmpty() || !added.isEmpty();
  }

  ClaimDraft withSpelling(Dispute dispute) {
    List<Dispute> more = new ArrayList<>(added);
    more.add(dispute);
    return new ClaimDraft(question, wordings, answers, known, more, nearest, weight);
  }

  /** Whether several reports state in it what one of the sides states. */
  boolean restates(Question other) {
    return question.isEmpty()
        && wordings.stream().map(Wording::report).distinct().count() > 1
        && other.disputes().stream()
            .allMatch(one -> at(wordings, other.wordings().get(one.a().statement())) >= 0);
  }

  /** The claim with the sides it lacks, and what they dispute. */
  ClaimDraft with(Question other, OriginOrder nearness) {
    List<Wording> all = new ArrayList<>(wordings);
    other.wordings().stream().filter(side -> at(wordings, side) < 0).forEach(all::add);
    all.sort(Comparator.comparingInt(Wording::at));
    List<Dispute> disputes = new ArrayList<>();
    added.forEach(one -> disputes.add(moved(one, wordings, all)));
    other.disputes().forEach(one -> disputes.add(moved(one, other.wordings(), all)));
    ClaimDraft joined = of(question, all, answers, known, nearness);
    return new ClaimDraft(question, all, answers, known, disputes, nearest, joined.weight());
  }

  private static Dispute moved(Dispute dispute, List<Wording> from, List<Wording> to) {
    return dispute.moved(statement -> at(to, from.get(statement)));
  }

  private static int at(List<Wording> wordings, Wording wanted) {
    return IntStream.range(0, wordings.size())
        .filter(at -> wordings.get(at).at() == wanted.at())
        .findFirst()
        .orElse(-1);
  }

  static ClaimDraft of(
      String question,
      List<Wording> wordings,
      List<AmountQuestions.Answer> answers,
      Optional<List<Dispute>> known,
      OriginOrder nearness) {
    Wording nearest =
        wordings.stream()
            .min(
                Comparator.comparing((Wording wording) -> wording.annotated().id(), nearness)
                    .thenComparing(wording -> !wording.isWhole())
                    .thenComparingInt(Wording::at))
            .orElseThrow();
    long reports = wordings.stream().map(Wording::report).distinct().count();
    long families = wordings.stream().map(Wording::family).distinct().count();
    double head = 1 - wordings.stream().mapToDouble(Wording::position).min().orElse(1);
    double substance = Math.min(1, nearest.words().size() / 8.0);
    double weight = 2 * Math.log1p(reports) + 3 * Math.log(families) + head + 0.5 * substance;
    return new ClaimDraft(question, wordings, answers, known, List.of(), nearest, weight);
  }
}
