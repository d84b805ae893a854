package org.twosource.annotate;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.twosource.report.Span;

/**
 * Who says what: the words of a source other than the outlet (PARC/PolNeAR: source, cue, content).
 * All offsets point into the report's body.
 *
 * @param speaker who says it
 * @param cue the words that signal it ("said", "according to")
 * @param content what is said, one span or several
 * @param quoted the words inside quotation marks, marks excluded; empty for indirect speech
 * @param confidence 0 to 1
 */
public record Attribution(
    Kind kind,
    Speaker speaker,
    Optional<Span> cue,
    List<Span> content,
    List<Span> quoted,
    double confidence) {
  public Attribution {
    content = List.copyOf(content);
    quoted = List.copyOf(quoted);
    if (content.isEmpty()) {
      throw new IllegalArgumentException("an attribution without content");
    }
  }

  public Attribution withSpeaker(Speaker newSpeaker) {
    return new Attribution(kind, newSpeaker, cue, content, quoted, confidence);
  }

  /** The words that name who says it; absent when the text does not. */
  public Optional<Span> source() {
    return speaker.words();
  }

  /** The {@link Entity#id()} behind the source, if one is known. */
  public Optional<String> entity() {
    return speaker.entity();
  }

  /** Whether the content stands in quotation marks wholly, not at all, or in part. */
  public enum Kind {
    DIRECT,
    INDIRECT,
    MIXED;

    /** The name used in the result: {@code direct}. */
    public String label() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** The smallest span that holds all content. */
  public Span extent() {
    return content.stream().reduce(Span::union).orElseThrow();
  }
}
