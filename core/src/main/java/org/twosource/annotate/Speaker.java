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
 * @param antecedent the words that a pronoun stands for where no entity is known: "a spokesman"
 *     before "he said". Else absent
 */
public record Speaker(
    Optional<Span> words,
    Optional<String> entity,
    List<String> candidates,
    Optional<Span> antecedent) {
  /** Nobody is named. */
  public static final Speaker NONE = of(Optional.empty(), Optional.empty());

  public Speaker {
    candidates = List.copyOf(candidates);
    if (entity.isPresent() && !candidates.isEmpty()) {
      throw new IllegalArgumentException("an entity and candidates: " + entity.get());
    }
  }

  /** Somebody of whom at most one entity is meant. */
  public static Speaker of(Optional<Span> words, Optional<String> entity) {
    return new Speaker(words, entity, List.of(), Optional.empty());
  }

  /** One of two entities. */
  public static Speaker open(Span words, String one, String other) {
    return new Speaker(Optional.of(words), Optional.empty(), List.of(one, other), Optional.empty());
  }

  /** A pronoun for somebody who is no known entity. */
  public static Speaker standingFor(Span pronoun, Span antecedent) {
    return new Speaker(Optional.of(pronoun), Optional.empty(), List.of(), Optional.of(antecedent));
  }

  /** The words that say most of who speaks. */
  public Optional<Span> named() {
    return antecedent.or(() -> words);
  }
}
