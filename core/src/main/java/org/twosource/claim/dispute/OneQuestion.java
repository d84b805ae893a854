package org.twosource.claim.dispute;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.twosource.claim.Dispute;
import org.twosource.claim.DisputeSide;

/** Makes one entry of the disputes of a claim that ask the same: 40 or 50, 50 or 51, 40 or 51. */
public final class OneQuestion {
  private OneQuestion() {}

  /** The same disputes, those joined that are of one kind, both open, and share an answer. */
  public static List<Dispute> joined(List<Dispute> disputes) {
    List<Dispute> joined = new ArrayList<>();
    for (Dispute dispute : disputes) {
      int same = 0;
      while (same < joined.size() && !isOne(joined.get(same), dispute)) {
        same++;
      }
      if (same < joined.size()) {
        joined.set(same, with(joined.get(same), dispute));
      } else {
        joined.add(dispute);
      }
    }
    return joined;
  }

  private static boolean isOne(Dispute known, Dispute other) {
    return known.kind() == other.kind()
        && known.between() == other.between()
        && known.resolution() == Dispute.Resolution.OPEN
        && other.resolution() == Dispute.Resolution.OPEN
        && known.sides().stream().anyMatch(side -> gives(other, side));
  }

  private static boolean gives(Dispute dispute, DisputeSide side) {
    return dispute.sides().stream()
        .anyMatch(
            one ->
                one.answer().equals(side.answer())
                    && one.statements().stream().anyMatch(side.statements()::contains));
  }

  private static Dispute with(Dispute known, Dispute other) {
    List<DisputeSide> sides = new ArrayList<>(known.sides());
    other.sides().stream().filter(side -> !gives(known, side)).forEach(side -> add(side, sides));
    return known.withSides(sides);
  }

  /** An answer that is there already is given by more statements. */
  private static void add(DisputeSide side, List<DisputeSide> sides) {
    for (int at = 0; at < sides.size(); at++) {
      DisputeSide known = sides.get(at);
      if (known.answer().equals(side.answer())) {
        Set<Integer> statements = new LinkedHashSet<>(known.statements());
        statements.addAll(side.statements());
        sides.set(at, known.withStatements(List.copyOf(statements)));
        return;
      }
    }
    sides.add(side);
  }
}
