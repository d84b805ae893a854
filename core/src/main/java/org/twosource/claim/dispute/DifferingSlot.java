package org.twosource.claim.dispute;

import java.util.Comparator;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.twosource.claim.Dispute;
import org.twosource.claim.Wording;

/** Names what two wordings differ in, once it is known that they do. */
final class DifferingSlot {
  /** Fillers less alike in their sentences stand in different slots. */
  private static final double MIN_ALIKE = 0.30;

  /** So well must be met what one denies. */
  private static final double MIN_DENIED = 0.35;

  private static final Set<Slot.Sort> NAMES = EnumSet.of(Slot.Sort.PERSON, Slot.Sort.ORGANIZATION);

  private DifferingSlot() {}

  static DisputedPair between(
      Wording a,
      Wording b,
      DisputeEvidence evidence,
      SlotWords wordsA,
      SlotWords wordsB,
      Dispute.Resolution resolution) {
    if (evidence.isDenial() && evidence.denied() >= MIN_DENIED) {
      return whole(Dispute.Kind.NEGATION, a, b, resolution);
    }
    Optional<Slot> best =
        EnumSet.allOf(Slot.Sort.class).stream()
            .flatMap(sort -> evidence.slot(sort).stream())
            .filter(slot -> slot.alike() >= MIN_ALIKE)
            .max(Comparator.comparingDouble(Slot::alike));
    if (best.isPresent()) {
      Slot slot = best.get();
      return new DisputedPair(kind(slot, wordsA, wordsB), resolution, slot.a(), slot.b());
    }
    return whole(kindOfWhole(evidence), a, b, resolution);
  }

  private static Dispute.Kind kindOfWhole(DisputeEvidence evidence) {
    if (evidence.isOfAnotherStatus()) {
      return Dispute.Kind.STATUS;
    }
    return evidence.isDenial() ? Dispute.Kind.NEGATION : Dispute.Kind.MEANING;
  }

  private static DisputedPair whole(
      Dispute.Kind kind, Wording a, Wording b, Dispute.Resolution resolution) {
    return new DisputedPair(
        kind, resolution, ProposedSide.whole(a, a.text()), ProposedSide.whole(b, b.text()));
  }

  private static Dispute.Kind kind(Slot slot, SlotWords wordsA, SlotWords wordsB) {
    if (NAMES.contains(slot.sort())) {
      boolean acts = wordsA.isSubject(slot.a().span()) && wordsB.isSubject(slot.b().span());
      return acts ? Dispute.Kind.ACTOR : Dispute.Kind.NAME;
    }
    return switch (slot.sort()) {
      case COUNT -> Dispute.Kind.NUMBER;
      case MEASURE -> isClock(slot) ? Dispute.Kind.DATE : Dispute.Kind.NUMBER;
      case DATE -> Dispute.Kind.DATE;
      case PLACE -> Dispute.Kind.PLACE;
      case PERSON, ORGANIZATION -> Dispute.Kind.NAME;
    };
  }

  private static boolean isClock(Slot slot) {
    return Slot.amount(slot.a()).filter(amount -> amount.measure().equals("minute")).isPresent();
  }
}
