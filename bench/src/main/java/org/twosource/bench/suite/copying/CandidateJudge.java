package org.twosource.bench.suite.copying;

import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.IntFunction;
import org.twosource.annotate.Annotated;
import org.twosource.bench.suite.copying.CandidateTrial.Pair;
import org.twosource.lexicon.WordRarity;
import org.twosource.lineage.PairEvidence;
import org.twosource.reuse.Alignment;
import org.twosource.reuse.FurnitureIndex;
import org.twosource.reuse.LinearModel;
import org.twosource.reuse.PassageAligner;

/**
 * The second look at proposed pairs, as the pipeline takes it: sentences aligned by words alone,
 * and the confidence that one was made from the other or both from a third.
 */
final class CandidateJudge {
  /** From here on lineage counts a pair as one source. */
  static final double MIN_CONFIDENCE = .5;

  private static final LinearModel DERIVATION =
      LinearModel.load("/org/twosource/weights/derivation.tsv", PairEvidence.FEATURES);

  private final WordRarity rarity = WordRarity.standard();
  private final Map<Pair, Double> confidences = new IdentityHashMap<>();

  /**
   * @param story the story of a report, by its place in the trial; what other stories print too is
   *     furniture
   */
  CandidateJudge(CandidateTrial trial, IntFunction<String> story) {
    FurnitureIndex furniture = new FurnitureIndex();
    for (int at = 0; at < trial.size(); at++) {
      furniture.add(story.apply(at), trial.text(at));
    }
    for (Pair pair : trial.pairs()) {
      Set<String> own = new TreeSet<>(List.of(story.apply(pair.report())));
      own.add(story.apply(pair.candidate()));
      PassageAligner aligner = new PassageAligner(furniture.outside(own), rarity);
      Annotated a = Annotated.bare(trial.text(pair.candidate()));
      Annotated b = Annotated.bare(trial.text(pair.report()));
      confidences.put(pair, confidence(a, b, aligner.align(List.of(a, b))));
    }
  }

  private double confidence(Annotated a, Annotated b, List<Alignment> alignments) {
    if (alignments.isEmpty()) {
      return 0;
    }
    PairEvidence evidence = PairEvidence.of(a, b, alignments.getFirst(), rarity);
    return evidence.isAny() ? DERIVATION.probability(evidence.features()) : 0;
  }

  boolean accepts(Pair pair) {
    return confidences.getOrDefault(pair, 0.0) >= MIN_CONFIDENCE;
  }
}
