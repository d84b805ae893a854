package org.twosource.distortion;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.twosource.annotate.Annotated;
import org.twosource.reuse.Alignment;
import org.twosource.reuse.Passage;

/**
 * The passages of each pair of reports in which a change of meaning can be looked for: prose and
 * quotations of bodies that are alike enough. For one thread.
 */
final class SharedPassages {
  /** Passages less alike than this are not looked at. */
  private static final double MIN_READ = 0.2;

  private final Map<String, Annotated> texts;
  private final Map<String, Map<String, List<Passage>>> shared;
  private final Map<String, Map<String, List<Passage>>> comparable = new HashMap<>();

  SharedPassages(Map<String, Annotated> texts, List<Alignment> alignments) {
    this.texts = texts;
    this.shared = shared(alignments);
  }

  /** The passages of every pair that shares some, from either side. */
  private static Map<String, Map<String, List<Passage>>> shared(List<Alignment> alignments) {
    Map<String, Map<String, List<Passage>>> shared = new HashMap<>();
    for (Alignment alignment : alignments) {
      shared
          .computeIfAbsent(alignment.a(), id -> new HashMap<>())
          .put(alignment.b(), alignment.passages());
      shared
          .computeIfAbsent(alignment.b(), id -> new HashMap<>())
          .put(alignment.a(), alignment.passages().stream().map(Passage::swapped).toList());
    }
    return shared;
  }

  /** Comparable passages from {@code other} (side a) to {@code report} (side b). */
  List<Passage> between(String other, String report) {
    List<Passage> all = shared.getOrDefault(other, Map.of()).getOrDefault(report, List.of());
    return all.isEmpty()
        ? all
        : comparable
            .computeIfAbsent(other, from -> new HashMap<>())
            .computeIfAbsent(report, to -> comparable(all, other, report));
  }

  private List<Passage> comparable(List<Passage> all, String other, String report) {
    return all.stream()
        .filter(passage -> passage.similarity() >= MIN_READ)
        .filter(
            passage ->
                passage.substance() == Passage.Substance.PROSE
                    || passage.substance() == Passage.Substance.QUOTATION)
        .filter(
            passage ->
                isProse(Objects.requireNonNull(texts.get(other)), passage.a())
                    && isProse(Objects.requireNonNull(texts.get(report)), passage.b()))
        .toList();
  }

  private boolean isProse(Annotated text, List<Integer> sentences) {
    return sentences.stream().allMatch(index -> text.sentences().get(index).part().isProse());
  }
}
