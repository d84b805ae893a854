package org.twosource.claim;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.IntStream;
import org.twosource.claim.dispute.AmountQuestions;
import org.twosource.claim.dispute.Spellings;
import org.twosource.claim.grouping.LikeGroup;
import org.twosource.lineage.OriginOrder;

/**
 * The claims of one story while they are gathered: first what states the same, then what answers
 * one question differently, then names in two spellings. One story, one thread.
 */
final class ClaimDrafts {
  /** Disputes over whether the very thing happened that a claim states. */
  private static final Set<Dispute.Kind> HOSTED = EnumSet.of(Dispute.Kind.NEGATION);

  private static final Comparator<ClaimDraft> BY_WEIGHT =
      Comparator.comparingDouble((ClaimDraft draft) -> -draft.weight())
          .thenComparing(draft -> draft.wordings().getFirst().at());

  private final OriginOrder nearness;
  private final Decisions decisions;
  private final List<ClaimDraft> drafts = new ArrayList<>();

  /**
   * @param nearness report ids, the nearest to the origin first
   */
  ClaimDrafts(OriginOrder nearness, Decisions decisions) {
    this.nearness = nearness;
    this.decisions = decisions;
  }

  /** Wordings that state the same; captions alone make no claim. */
  void addLike(LikeGroup group) {
    if (group.wordings().stream().anyMatch(one -> one.sentence().part().isProse())) {
      drafts.add(ClaimDraft.of(group, nearness));
    }
  }

  /** Competing answers to one question of number. */
  void addAnswers(String key, List<AmountQuestions.Answer> answers) {
    drafts.add(
        ClaimDraft.of(
            "answers to one question of number: " + key.replace("#", ""),
            answers.stream().map(AmountQuestions.Answer::wording).distinct().toList(),
            answers,
            Optional.empty(),
            nearness));
  }

  /** A question, in the claim that states what is denied or as one of its own. */
  void addQuestion(Question question) {
    decisions
        .allowed(question)
        .ifPresent(
            allowed -> {
              OptionalInt stated = stating(allowed);
              if (stated.isPresent()) {
                drafts.set(
                    stated.getAsInt(), drafts.get(stated.getAsInt()).with(allowed, nearness));
              } else {
                drafts.add(
                    ClaimDraft.of(
                        ClaimDraft.question(allowed.disputes().getFirst()),
                        allowed.wordings(),
                        List.of(),
                        Optional.of(allowed.disputes()),
                        nearness));
              }
            });
  }

  /**
   * The claim that the question belongs to: one that holds all its answers, taken for the same; or
   * of a denial the claim of several reports that states what is denied.
   */
  private OptionalInt stating(Question question) {
    OptionalInt holding =
        IntStream.range(0, drafts.size())
            .filter(at -> drafts.get(at).holdsAll(question))
            .findFirst();
    if (holding.isPresent()) {
      return holding;
    }
    return question.disputes().stream().allMatch(one -> HOSTED.contains(one.kind()))
        ? IntStream.range(0, drafts.size())
            .filter(at -> drafts.get(at).restates(question))
            .findFirst()
        : OptionalInt.empty();
  }

  /** Two spellings, told in the weightiest claim so far that holds both, else in one of its own. */
  void addSpellings(List<Spellings.Pair> pairs) {
    drafts.sort(BY_WEIGHT);
    pairs.forEach(this::addSpelling);
  }

  private void addSpelling(Spellings.Pair pair) {
    for (int at = 0; at < drafts.size(); at++) {
      Optional<Dispute> dispute = pair.in(drafts.get(at).wordings());
      if (dispute.isPresent()) {
        drafts.set(at, drafts.get(at).withSpelling(dispute.get()));
        return;
      }
    }
    List<Wording> all = pair.all();
    pair.in(all)
        .filter(dispute -> decisions.barred(all).isEmpty())
        .ifPresent(
            dispute ->
                drafts.add(
                    ClaimDraft.of(
                        ClaimDraft.SPELLINGS,
                        all,
                        List.of(),
                        Optional.of(List.of(dispute)),
                        nearness)));
  }

  /**
   * The weightiest, by weight; those the reader has decided on are kept first, then those that
   * reports differ on.
   *
   * @param count how many are kept at most
   */
  List<ClaimDraft> weightiest(int count) {
    return drafts.stream()
        .sorted(
            Comparator.comparing((ClaimDraft draft) -> !decisions.concerns(draft.wordings()))
                .thenComparing(draft -> !draft.isContested())
                .thenComparing(BY_WEIGHT))
        .limit(count)
        .sorted(BY_WEIGHT)
        .toList();
  }
}
