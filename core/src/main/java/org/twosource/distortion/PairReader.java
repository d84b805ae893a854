package org.twosource.distortion;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.twosource.annotate.Annotated;
import org.twosource.report.Span;
import org.twosource.reuse.WordAligner;

/** Makes sentence pairs of one story; remembers what each body quotes. For one thread. */
final class PairReader {
  private final WordAligner aligner;
  private final Map<String, List<Span>> quoted = new HashMap<>();

  PairReader(WordAligner aligner) {
    this.aligner = aligner;
  }

  SentencePair read(Annotated a, Span beforeSpan, Annotated b, Span afterSpan) {
    return new SentencePair(
        new Side(a, beforeSpan, quoted(a)),
        new Side(b, afterSpan, quoted(b)),
        aligner.align(a, beforeSpan, b, afterSpan));
  }

  List<Span> quoted(Annotated text) {
    return quoted.computeIfAbsent(text.id(), id -> text.text().quotes().spans());
  }
}
