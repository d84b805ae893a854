package org.twosource.lineage;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.twosource.reuse.Alignment;
import org.twosource.reuse.Passage;
import org.twosource.reuse.Passage.Substance;

/**
 * What a report has in common with reports that it has no text of: a source of its own may print
 * the same speech as another, and say the same in a sentence or two.
 *
 * @param prose its passages of prose that other sources have too
 * @param quotations likewise its passages of speech
 * @param other likewise its captions and furniture
 */
public record Overlap(int prose, int quotations, int other) {
  /** Nothing in common with anybody. */
  public static final Overlap NONE = new Overlap(0, 0, 0);

  /** By report; those that have nothing in common with anybody are left out. */
  public static Map<String, Overlap> of(Lineage lineage, List<Alignment> alignments) {
    CopiedPairs copied = new CopiedPairs(lineage);
    Map<String, List<Passage>> shared = new HashMap<>();
    for (Alignment alignment : alignments) {
      if (!copied.hold(alignment.a(), alignment.b())) {
        for (Passage passage : alignment.passages()) {
          shared.computeIfAbsent(alignment.a(), any -> new ArrayList<>()).add(passage);
          shared.computeIfAbsent(alignment.b(), any -> new ArrayList<>()).add(passage.swapped());
        }
      }
    }
    Map<String, Overlap> overlaps = new HashMap<>();
    shared.forEach((report, passages) -> overlaps.put(report, of(passages)));
    return overlaps;
  }

  /** A sentence counts once, however many reports have it. */
  private static Overlap of(List<Passage> passages) {
    Map<Substance, Set<Integer>> first = new HashMap<>();
    for (Passage passage : passages) {
      first
          .computeIfAbsent(passage.substance(), any -> new HashSet<>())
          .add(passage.a().getFirst());
    }
    return new Overlap(
        count(first, Substance.PROSE),
        count(first, Substance.QUOTATION),
        count(first, Substance.CAPTION) + count(first, Substance.BOILERPLATE));
  }

  private static int count(Map<Substance, Set<Integer>> first, Substance substance) {
    return first.getOrDefault(substance, Set.of()).size();
  }
}
