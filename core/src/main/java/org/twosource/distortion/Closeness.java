package org.twosource.distortion;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.twosource.annotate.Annotated;
import org.twosource.lineage.Family;
import org.twosource.lineage.Lineage;
import org.twosource.reuse.Passage;

/** How near the wording of each report of a family is to the original's. For one thread. */
final class Closeness {
  /** Power of a similarity: a passage with one word in ten changed counts for a third or less. */
  private static final double EXACTNESS = 10;

  /** A share of fewer characters than about this says little. */
  private static final double SURE_CHARACTERS = 300;

  /** How much nearer the original a copy is that names the agency. */
  private static final double CREDITED = 1.2;

  private final Family family;
  private final Lineage lineage;
  private final Map<String, Annotated> texts;
  private final SharedPassages passages;
  private final Map<String, Double> closeness = new HashMap<>();

  Closeness(Family family, Lineage lineage, Map<String, Annotated> texts, SharedPassages passages) {
    this.family = family;
    this.lineage = lineage;
    this.texts = texts;
    this.passages = passages;
    family.reports().forEach(report -> closeness.put(report, closeness(report)));
  }

  /** Of a report of the family, 0 or more; what is larger is nearer. */
  double of(String report) {
    return closeness.getOrDefault(report, 0.0);
  }

  /**
   * How near its wording is to the original's: the share of what it has from the family that
   * another copy has exactly so, and a little more for naming the agency credited.
   */
  private double closeness(String report) {
    if (isOrigin(report)) {
      return Double.MAX_VALUE;
    }
    Map<Integer, Passage> nearest = new TreeMap<>();
    for (String other : siblings(report)) {
      for (Passage passage : passages.between(other, report)) {
        if (passage.similarity() >= PassageChanges.MIN_SIMILARITY) {
          nearest.merge(
              passage.b().getFirst(),
              passage,
              (one, two) -> one.similarity() >= two.similarity() ? one : two);
        }
      }
    }
    double exact = 0;
    double all = SURE_CHARACTERS;
    for (Passage passage : nearest.values()) {
      exact += Math.pow(passage.similarity(), EXACTNESS) * passage.bSpan().length();
      all += passage.bSpan().length();
    }
    boolean credited =
        family
            .origin()
            .credit()
            .filter(Objects.requireNonNull(texts.get(report)).text().credit()::contains)
            .isPresent();
    return exact / all * (credited ? CREDITED : 1);
  }

  /** Whether others are known to come from it; where no direction is known, nobody is. */
  boolean isOrigin(String report) {
    return family.origin().report().filter(report::equals).isPresent()
        && lineage.derivations().stream()
            .filter(edge -> edge.from().equals(report) && edge.directed())
            .anyMatch(edge -> family.reports().contains(edge.to()));
  }

  private List<String> siblings(String report) {
    return family.reports().stream().filter(other -> !other.equals(report)).toList();
  }
}
