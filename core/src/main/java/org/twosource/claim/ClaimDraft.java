package org.twosource.claim;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.twosource.claim.dispute.AmountQuestions;
import org.twosource.claim.grouping.LikeGroup;
import org.twosource.lineage.OriginOrder;

/**
 * The wordings of one claim in story order, and how much it weighs.
 *
 * @param question what its wordings answer, in words; empty where they state the same
 * @param answers the numbers, where the claim is a question of number
 * @param known its disputes, where it was made of them
 * @param related what is like it and no part of it, the likest first
 * @param added disputes found elsewhere: names in two spellings, denials of what it states
 */
record ClaimDraft(
    String question,
    List<Wording> wordings,
    List<AmountQuestions.Answer> answers,
    Optional<List<Dispute>> known,
    List<LikeGroup.Alike> related,
    List<Dispute> added,
    Wording nearest,
    double weight) {

  /** How like a claim is what the model of likeness had joined to it, at least. */
  private static final double UNTIED = StandardClaimMatcher.MERGE;

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
    return new ClaimDraft(question, wordings, answers, known, related, more, nearest, weight);
  }

  /** Whether several reports state in it what one of the sides states. */
  boolean restates(Question other) {
    return question.isEmpty()
        && wordings.stream().map(Wording::report).distinct().count() > 1
        && other.disputes().stream()
            .allMatch(one -> at(wordings, other.wordings().get(one.a().statement())) >= 0);
  }

  /** Whether all answers to a question stand in it as if they were one statement. */
  boolean holdsAll(Question other) {
    return question.isEmpty() && other.wordings().stream().allMatch(one -> at(wordings, one) >= 0);
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
    Set<Integer> own = all.stream().map(Wording::at).collect(Collectors.toSet());
    List<LikeGroup.Alike> rest =
        related.stream().filter(alike -> !own.contains(alike.wording().at())).toList();
    return new ClaimDraft(question, all, answers, known, rest, disputes, nearest, joined.weight());
  }

  /**
   * The claim without some of its wordings, which become related to what is left.
   *
   * @param left indices of wordings that no dispute of the claim needs
   */
  ClaimDraft without(Set<Integer> left) {
    if (left.isEmpty()) {
      return this;
    }
    List<Wording> kept = new ArrayList<>();
    List<LikeGroup.Alike> alike = new ArrayList<>();
    for (int at = 0; at < wordings.size(); at++) {
      if (left.contains(at)) {
        alike.add(new LikeGroup.Alike(wordings.get(at), UNTIED));
      } else {
        kept.add(wordings.get(at));
      }
    }
    alike.addAll(related);
    return new ClaimDraft(
        question,
        kept,
        answers.stream().filter(answer -> at(kept, answer.wording()) >= 0).toList(),
        known,
        alike,
        added.stream().map(dispute -> moved(dispute, wordings, kept)).toList(),
        at(kept, nearest) >= 0 ? nearest : kept.getFirst(),
        weight);
  }

  /** The index of a wording; -1 where it is none of the claim. */
  int at(Wording wording) {
    return at(wordings, wording);
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

  /** Wordings that state the same. */
  static ClaimDraft of(LikeGroup group, OriginOrder nearness) {
    ClaimDraft draft = of("", group.wordings(), List.of(), Optional.empty(), nearness);
    return new ClaimDraft(
        draft.question,
        draft.wordings,
        draft.answers,
        draft.known,
        group.related(),
        draft.added,
        draft.nearest,
        draft.weight);
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
                Comparator.comparing((Wording wording) -> !wording.sentence().part().isProse())
                    .thenComparing(wording -> wording.annotated().id(), nearness)
                    .thenComparing(wording -> !wording.isWhole())
                    .thenComparingInt(Wording::at))
            .orElseThrow();
    long reports = wordings.stream().map(Wording::report).distinct().count();
    long families = wordings.stream().map(Wording::family).distinct().count();
    double head = 1 - wordings.stream().mapToDouble(Wording::position).min().orElse(1);
    double substance = Math.min(1, nearest.words().size() / 8.0);
    double weight = 2 * Math.log1p(reports) + 3 * Math.log(families) + head + 0.5 * substance;
    return new ClaimDraft(
        question, wordings, answers, known, List.of(), List.of(), nearest, weight);
  }
}
