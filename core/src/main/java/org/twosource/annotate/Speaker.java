package org.twosource.annotate;

import java.util.List;
import java.util.Optional;
import org.twosource.report.Span;

/**
 * Who speaks, as far as the text tells.
 *
 * @param words that name the source; absent when the text does not
 * @param entity the {@link Entity#id()} behind them, through pronouns where they resolve
 * @param candidates ids of the two entities that the words may mean with about equal right; then no
 *     entity is given, and a reader is told that the speaker is open. Else empty
 */
public record Speaker(Optional<Span> words, Optional<String> entity, List<String> candidates) {
  /** Nobody is named. */
  public static final Speaker NONE = new Speaker(Optional.empty(), Optional.empty(), List.of());

  public Speaker {
    candidates = List.copyOf(candidates);
    if (entity.isPresent() && !candidates.isEmpty()) {
      throw new IllegalArgumentException("an entity and candidates: " + entity.get());
    }
  }

  /** Somebody of whom at most one entity is meant. */
  public static Speaker of(Optional<Span> words, Optional<String> entity) {
    return new Speaker(words, entity, List.of());
  }
}
