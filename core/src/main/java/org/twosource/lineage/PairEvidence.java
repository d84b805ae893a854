package org.twosource.lineage;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.twosource.annotate.Annotated;
import org.twosource.lexicon.WordRarity;
import org.twosource.reuse.Alignment;
import org.twosource.reuse.Manner;
import org.twosource.reuse.Passage;
import org.twosource.reuse.SentenceChain;

/**
 * What two reports share, counted: the features of a derivation.
 *
 * @param prose passages of prose that words put together, in the order of the first report
 * @param quotations the number of passages that only share speech
 * @param other the number of passages of captions and furniture
 * @param chain the length of the longest chain of prose passages in the same order in both
 * @param shareA share of the first report's prose words that stand in prose passages, 0 to 1
 * @param shareB likewise for the second
 * @param longestRun words in the longest stretch of prose that both have
 * @param mass the rarity of the prose words that the passages share, summed; a rare word is 5 to 8
 * @param distinctive the same mass, each word weighted by how few third reports have it and each
 *     passage by its closeness: what everybody reports is no evidence, nor is a loose likeness
 * @param closeness the mass shared over the mass of the smaller side, over all prose passages, 0 to
 *     1
 * @param sequence the sentences of both side by side, by meaning; none where words tell enough
 * @param isAlone whether no third report is known
 */
public record PairEvidence(
    List<Passage> prose,
    int quotations,
    int other,
    int chain,
    double shareA,
    double shareB,
    int longestRun,
    double mass,
    double distinctive,
    double closeness,
    SentenceChain sequence,
    boolean isAlone) {
  /** The feature that vectors give: order and selection, whatever the words. */
  public static final String IN_ORDER = "in-order";

  /** A share of the prose that rests on few passages is drawn towards 0, as if so many had none. */
  private static final double SHRINKING = 1;

  /** {@link SentenceChain#throughout} up to this says nothing, from the next on all it can. */
  private static final double NOT_THROUGHOUT = .5;

  private static final double THROUGHOUT = .7;

  /** Where words alone cover this much of both sides, meaning adds nothing. */
  private static final double ENOUGH_BY_WORDS = .7;

  /** Names of {@link #features}, in order. */
  public static final List<String> FEATURES =
      List.of("distinctive", "closeness", "share", "longest-run", "alone", IN_ORDER);

  public PairEvidence {
    prose = List.copyOf(prose);
  }

  /** Counts what two reports share when no third report is known. */
  public static PairEvidence of(Annotated a, Annotated b, Alignment alignment, WordRarity rarity) {
    return of(ProseWords.of(a, rarity), ProseWords.of(b, rarity), alignment);
  }

  static PairEvidence of(ProseWords a, ProseWords b, Alignment alignment) {
    List<Passage> prose = new ArrayList<>();
    int quotations = 0;
    int other = 0;
    for (Passage passage : alignment.passages()) {
      if (!passage.isByWords()) {
        continue;
      }
      switch (passage.substance()) {
        case PROSE -> prose.add(passage);
        case QUOTATION -> quotations++;
        case CAPTION, BOILERPLATE -> other++;
      }
    }
    double mass = 0;
    double possible = 0;
    int longestRun = 0;
    for (Passage passage : prose) {
      mass += a.shared(b, passage).values().stream().mapToDouble(Float::doubleValue).sum();
      possible += Math.min(a.mass(passage.a()), b.mass(passage.b()));
      longestRun = Math.max(longestRun, a.longestRun(b, passage));
    }
    double shareA = a.share(prose.stream().flatMap(passage -> passage.a().stream()).toList());
    double shareB = b.share(prose.stream().flatMap(passage -> passage.b().stream()).toList());
    return new PairEvidence(
        prose,
        quotations,
        other,
        chain(prose),
        shareA,
        shareB,
        longestRun,
        mass,
        distinctive(a, b, prose, Witnesses.NONE),
        possible == 0 ? 0 : Math.min(1, mass / possible),
        Math.min(shareA, shareB) >= ENOUGH_BY_WORDS
            ? SentenceChain.NONE
            : SentenceChain.of(a.sentences(), b.sentences()),
        true);
  }

  /** The same pair beside third reports. */
  PairEvidence beside(ProseWords a, ProseWords b, Witnesses third) {
    return new PairEvidence(
        prose,
        quotations,
        other,
        chain,
        shareA,
        shareB,
        longestRun,
        mass,
        distinctive(a, b, prose, third),
        closeness,
        sequence,
        third.count() == 0);
  }

  private static double distinctive(
      ProseWords a, ProseWords b, List<Passage> prose, Witnesses third) {
    double sum = 0;
    for (Passage passage : prose) {
      double shared = 0;
      double ofFew = 0;
      for (Map.Entry<Integer, Float> word : a.shared(b, passage).entrySet()) {
        shared += word.getValue();
        ofFew += word.getValue() * (1 - third.share(word.getKey()));
      }
      double smaller = Math.min(a.mass(passage.a()), b.mass(passage.b()));
      sum += smaller == 0 ? 0 : ofFew * Math.min(1, shared / smaller);
    }
    return sum;
  }

  /** The values of {@link #FEATURES}, each about 0 to 1. */
  public double[] features() {
    return new double[] {
      Math.log1p(distinctive) / Math.log(1000),
      closeness,
      Math.max(shareA, shareB) * prose.size() / (prose.size() + SHRINKING),
      Math.min(1, longestRun / 20.0),
      isAlone ? 1 : 0,
      inOrder()
    };
  }

  /**
   * Whether both have the same sentences in the same order and little of their own, 0 to 1: by
   * words or by meaning.
   */
  double inOrder() {
    double byWords = SentenceChain.shrunk(Math.min(shareA, shareB), chain);
    double found = Math.max(byWords, sequence.throughout());
    return Math.clamp((found - NOT_THROUGHOUT) / (THROUGHOUT - NOT_THROUGHOUT), 0, 1);
  }

  /** Whether there is anything that tells of copying. */
  public boolean isAny() {
    return !prose.isEmpty() || inOrder() > 0;
  }

  /** Share of the first report's prose that the second has, in a copy reworded throughout too. */
  public double coveredOfA() {
    return inOrder() > 0 ? Math.max(shareA, sequence.ofA()) : shareA;
  }

  /** Likewise of the second report's. */
  public double coveredOfB() {
    return inOrder() > 0 ? Math.max(shareB, sequence.ofB()) : shareB;
  }

  /** The evidence in words. */
  public List<String> inWords() {
    List<String> words = new ArrayList<>();
    words.add("passages of prose: " + prose.size());
    if (prose.size() > 1) {
      words.add("in the same order: " + chain);
    }
    if (quotations > 0) {
      words.add("passages that only share speech: " + quotations);
    }
    if (inOrder() > 0 && !sequence.links().isEmpty()) {
      words.add(
          "sentences that say the same in the same order: %d of %d and %d"
              .formatted(
                  sequence.links().size(), sequence.sentencesOfA(), sequence.sentencesOfB()));
    }
    if (longestRun > 5) {
      words.add("longest stretch in the same words: " + longestRun);
    }
    return words;
  }

  /** The manner of most of the shared prose, by words. */
  public Manner manner() {
    if (Math.max(shareA, shareB) < .5 * Math.max(coveredOfA(), coveredOfB())) {
      return Manner.REWORDED;
    }
    int[] words = new int[Manner.values().length];
    for (Passage passage : prose) {
      words[passage.manner().ordinal()] += passage.bSpan().length();
    }
    int all = Math.max(1, words[0] + words[1] + words[2]);
    if (words[0] >= .8 * all) {
      return Manner.VERBATIM;
    }
    return words[0] + words[1] >= .5 * all ? Manner.EDITED : Manner.REWORDED;
  }

  /** Length of the longest subsequence of passages with ascending places in both reports. */
  private static int chain(List<Passage> passages) {
    int[] length = new int[passages.size()];
    int longest = 0;
    for (int at = 0; at < length.length; at++) {
      length[at] = 1;
      for (int before = 0; before < at; before++) {
        boolean follows =
            passages.get(before).a().getFirst() < passages.get(at).a().getFirst()
                && passages.get(before).b().getFirst() < passages.get(at).b().getFirst();
        if (follows) {
          length[at] = Math.max(length[at], length[before] + 1);
        }
      }
      longest = Math.max(longest, length[at]);
    }
    return longest;
  }
}
