package org.twosource.app.serve;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.twosource.app.store.KeptDecision;

/** Two decisions that cannot both hold: together and apart of one pair, and the like of claims. */
final class Contradiction {
  private Contradiction() {}

  static Optional<KeptDecision> find(List<KeptDecision> kept, String kind, String a, String b) {
    Optional<String> opposite = opposite(kind);
    return opposite.flatMap(
        other ->
            kept.stream()
                .filter(one -> one.undone().isEmpty() && one.kind().equals(other))
                .filter(one -> Set.of(one.a(), one.b()).equals(pair(a, b)))
                .findFirst());
  }

  private static Set<String> pair(String a, String b) {
    return a.equals(b) ? Set.of(a) : Set.of(a, b);
  }

  private static Optional<String> opposite(String kind) {
    return switch (kind) {
      case "together" -> Optional.of("apart");
      case "apart" -> Optional.of("together");
      case "same-claim" -> Optional.of("different-claims");
      case "different-claims" -> Optional.of("same-claim");
      default -> Optional.empty();
    };
  }
}
