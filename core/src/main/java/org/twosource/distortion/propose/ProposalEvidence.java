package org.twosource.distortion.propose;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Named values of one proposal; what is not said is 0. For one thread. */
public final class ProposalEvidence {

  /** The columns of the judge's weights, in their order. */
  public static final List<String> FEATURES =
      List.of(
          // the pair
          "kept",
          "known",
          "length ratio",
          "open names before",
          "open names after",
          "open numbers after",
          "open dates after",
          "more negations",
          "more hedges",
          "more plans",
          "more sayings",
          "proposals",
          "touching",
          // the two stretches
          "letters",
          "cosine",
          "in place",
          "same head",
          "same relation",
          "before elsewhere",
          "after elsewhere",
          "quoted before",
          "quoted after",
          "words before",
          "words after",
          "context",
          "best before",
          "best after",
          "only one",
          // names
          "same entity",
          "shares last",
          "shares first",
          "sureness",
          "person",
          "body",
          "place",
          "subject",
          "rarity",
          "named",
          // numbers and dates
          "same unit",
          "counts same",
          "ratio",
          "ordinal",
          "role",
          "coarser",
          "dated",
          // words
          "opposite",
          "synonym",
          "verb",
          "noun",
          "adjective",
          "adverb",
          "arguments",
          // cues and how surely a verb is told
          "hedge",
          "allegation",
          "plan",
          "near",
          "negation",
          "denial",
          "postponed",
          "approximation",
          "lost",
          "governed kept",
          "main kept",
          "cue near",
          "other cue",
          "any cue after",
          "more cues before",
          "future before",
          "modal before",
          "infinitive before",
          "condition before",
          "fact after",
          "future after",
          "modal after",
          "past after",
          // who does what to whom
          "moved",
          "drift",
          "exchanged",
          "exchanged both",
          "exchanged core",
          "turned",
          "turned same",
          "doer before",
          "doer after",
          "receiver before",
          "receiver after",
          "verb likeness",
          "voice changed",
          "other party",
          "mark",
          "mark opposite",
          "mark turned",
          "mark turned here",
          "mark direction",
          // more of how surely a verb is told
          "ahead before",
          "attempt",
          "proposal",
          "tentative",
          // names, shares and points of the compass in one place
          "slot",
          "share",
          "compass",
          "surname",
          // more of numbers and dates
          "same figure",
          "other unit",
          "both measured",
          "digits",
          "clash",
          "only open",
          "one",
          // quotations
          "quote unmarked",
          "quote unknown",
          "quote unknown words",
          "quote words",
          "quote others",
          "quote dropped",
          "quote same",
          // who says it
          "source elsewhere",
          "said after",
          "confidence",
          "content kept",
          "names source",
          // what the detectors found
          "found",
          "found high",
          "found low",
          "found confidence",
          "found kept",
          "found known",
          "detector");

  private final Map<String, Double> values;

  ProposalEvidence() {
    this(Map.of());
  }

  private ProposalEvidence(Map<String, Double> values) {
    this.values = new HashMap<>(values);
  }

  ProposalEvidence copy() {
    return new ProposalEvidence(values);
  }

  ProposalEvidence set(String name, double value) {
    if (!FEATURES.contains(name)) {
      throw new IllegalArgumentException("no such evidence: " + name);
    }
    values.put(name, value);
    return this;
  }

  ProposalEvidence set(String name, boolean holds) {
    return set(name, holds ? 1 : 0);
  }

  double[] row() {
    return FEATURES.stream().mapToDouble(name -> values.getOrDefault(name, 0.0)).toArray();
  }
}
