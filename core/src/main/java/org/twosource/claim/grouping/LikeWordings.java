package org.twosource.claim.grouping;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import org.twosource.claim.Decisions;
import org.twosource.claim.Wording;

/** The wordings of a story in groups that state the same, as the reader has decided. */
public final class LikeWordings {
  private LikeWordings() {}

  /**
   * @param merge mean probability at which two groups are one, 0 to 1
   * @param sure which of them may stand behind each other
   * @param isContested whether wordings answer one question differently: they stay together, so
   *     that the answers are seen side by side
   * @return groups in order of their first entry, each in story order
   */
  public static List<LikeGroup> of(
      Comparisons comparisons,
      Decisions decisions,
      double merge,
      SureTies sure,
      Predicate<List<Wording>> isContested) {
    WordingIndex index = comparisons.index();
    List<LikePair> links = comparisons.links();
    AverageLink grouping = new AverageLink(index.entries().size());
    links.forEach(link -> grouping.link(link.a(), link.b(), link.probability()));
    decide(grouping, index, decisions);
    FamilyTies ties = new FamilyTies(index, links, decisions, sure);
    List<LikeGroup> groups = new ArrayList<>();
    for (List<Integer> entries : grouping.groups(merge)) {
      for (List<Wording> part : decisions.parted(wordingsOf(entries, index))) {
        groups.addAll(
            isContested.test(part) ? List.of(new LikeGroup(part, List.of())) : ties.parted(part));
      }
    }
    return groups;
  }

  /** Tells the grouping what must not and what must be one. */
  private static void decide(AverageLink grouping, WordingIndex index, Decisions decisions) {
    for (Decisions.Decision decision : decisions.apart()) {
      int a = index.entryOf(decision.a()).at();
      int b = index.entryOf(decision.b()).at();
      if (a != b) {
        grouping.keepApart(a, b);
      }
    }
    for (Decisions.Decision decision : decisions.together()) {
      grouping.join(index.entryOf(decision.a()).at(), index.entryOf(decision.b()).at());
    }
  }

  private static List<Wording> wordingsOf(List<Integer> entries, WordingIndex index) {
    return entries.stream()
        .flatMap(entry -> index.entries().get(entry).wordings().stream())
        .sorted(Comparator.comparingInt(Wording::at))
        .toList();
  }
}
