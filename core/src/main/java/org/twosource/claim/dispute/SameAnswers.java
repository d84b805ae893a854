package org.twosource.claim.dispute;

import java.util.ArrayList;
import java.util.List;
import org.twosource.claim.Amount;
import org.twosource.claim.Dispute;
import org.twosource.claim.DisputeSide;
import org.twosource.claim.Wording;

/**
 * Gives each side of a dispute all statements of its claim that give the same answer: the same
 * number of the same thing, the same date, else the same content words. A statement that gives the
 * other side's answer too belongs to neither.
 */
public final class SameAnswers {
  private SameAnswers() {}

  /**
   * @param wordings of the claim, in the order of its statements
   */
  public static Dispute in(Dispute dispute, List<Wording> wordings) {
    return dispute.withSides(
        dispute.sides().stream().map(side -> with(side, dispute.sides(), wordings)).toList());
  }

  private static DisputeSide with(
      DisputeSide side, List<DisputeSide> sides, List<Wording> wordings) {
    List<DisputeSide> others = sides.stream().filter(other -> other != side).toList();
    List<Integer> statements = new ArrayList<>(side.statements());
    for (int at = 0; at < wordings.size(); at++) {
      int statement = at;
      if (!statements.contains(at)
          && others.stream().noneMatch(other -> other.statements().contains(statement))
          && gives(wordings.get(at), side, wordings)
          && others.stream().noneMatch(other -> gives(wordings.get(statement), other, wordings))) {
        statements.add(at);
      }
    }
    return side.withStatements(statements);
  }

  private static boolean gives(Wording wording, DisputeSide side, List<Wording> wordings) {
    Wording shown = wordings.get(side.statement());
    List<Amount> amounts = amountsAt(shown, side);
    if (!amounts.isEmpty()) {
      return wording.amounts().stream()
          .anyMatch(one -> amounts.stream().anyMatch(amount -> isOfOneThing(one, amount)));
    }
    boolean dated = shown.dates().stream().anyMatch(date -> date.value().equals(side.answer()));
    return dated
        ? wording.dates().stream().anyMatch(date -> date.value().equals(side.answer()))
        : wording.words().equals(shown.words());
  }

  private static List<Amount> amountsAt(Wording wording, DisputeSide side) {
    return wording.amounts().stream()
        .filter(amount -> side.span().contains(amount.figure()))
        .filter(amount -> amount.answer().equals(side.answer()))
        .toList();
  }

  private static boolean isOfOneThing(Amount one, Amount other) {
    return one.measure().equals(other.measure())
        && one.isSameAs(other)
        && (one.of().isEmpty()
            || other.of().isEmpty()
            || one.of().stream().anyMatch(other.of()::contains));
  }
}
