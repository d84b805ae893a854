package org.twosource.annotate.speech;

import java.util.List;
import java.util.Optional;
import org.twosource.report.Span;

/**
 * Somebody saying something, as one finder sees it.
 *
 * @param content what is said, in text order, at least one span
 */
record Speech(Optional<Span> source, Optional<Span> cue, List<Span> content, double confidence) {
  Speech {
    content = List.copyOf(content);
  }

  Speech withConfidenceBelow(double most) {
    return new Speech(source, cue, content, Math.min(confidence, most));
  }

  Speech withSource(Optional<Span> newSource, Optional<Span> newCue) {
    return new Speech(newSource, newCue, content, confidence);
  }

  Speech withContent(List<Span> newContent) {
    return new Speech(source, cue, newContent, confidence);
  }
}
