package org.twosource.distortion;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.IntStream;
import org.twosource.annotate.Annotated;
import org.twosource.distortion.Distortion.Kind;
import org.twosource.reuse.Passage;

/** What the judge finds between the two sides of a passage. For one thread. */
final class PassageChanges {
  /** Passages less alike than this share a subject, not a sentence, unless most words do. */
  static final double MIN_SIMILARITY = 0.4;

  /** Share of the content words of either side that stand for one of the other. */
  private static final double MIN_COUNTERPARTS = 0.5;

  /** Kinds that a sentence shows though it was reworded throughout: one fact for another. */
  private static final Set<Kind> FACTS =
      EnumSet.of(Kind.NUMBER_CHANGED, Kind.DATE_CHANGED, Kind.NAME_GARBLED);

  /** So many reworded passages of a story are read; of the others the detectors speak alone. */
  private static final int MAX_READ = 120;

  private final ChangeJudge judge;
  private final PairReader reader;
  private final Map<String, Annotated> texts;

  PassageChanges(ChangeJudge judge, PairReader reader, Map<String, Annotated> texts) {
    this.judge = judge.upTo(MAX_READ);
    this.reader = reader;
    this.texts = texts;
  }

  /** What changed; nothing where the words are the same to the letter, which most copies' are. */
  List<Finding> between(String from, String to, Passage passage) {
    String before = passage.aSpan().in(Objects.requireNonNull(texts.get(from)).body());
    String after = passage.bSpan().in(Objects.requireNonNull(texts.get(to)).body());
    if (before.equals(after)) {
      return List.of();
    }
    SentencePair pair =
        reader.read(
            Objects.requireNonNull(texts.get(from)),
            passage.aSpan(),
            Objects.requireNonNull(texts.get(to)),
            passage.bSpan());
    if (passage.similarity() >= MIN_SIMILARITY) {
      return judge.find(pair);
    }
    return hasItsWords(pair)
        ? judge.find(pair).stream().filter(found -> FACTS.contains(found.kind())).toList()
        : List.of();
  }

  /** Whether a passage that was reworded throughout still tells the same, word for word. */
  private static boolean hasItsWords(SentencePair pair) {
    return pair.kept(all(pair.before())) >= MIN_COUNTERPARTS
        && pair.swapped().kept(all(pair.after())) >= MIN_COUNTERPARTS;
  }

  private static List<Integer> all(Side side) {
    return IntStream.range(0, side.size()).boxed().toList();
  }
}
