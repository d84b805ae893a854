package org.twosource.annotate;

import java.util.Optional;
import org.twosource.report.Span;

/**
 * A name in a report, or a pronoun or description resolved to one.
 *
 * @param span offsets into the report's body
 * @param type of this mention: "Washington" may be a place here and a government there
 * @param entity the {@link Entity#id()}
 * @param form how the entity is referred to
 * @param confidence 0 to 1
 * @param namedAfter the place whose name a body or built thing carries, inside {@code span}:
 *     "Harrow County" in "Harrow County Community Foundation", all of "Harrow" where a team or
 *     council goes by the bare name. It is no mention of its own
 */
public record Mention(
    Span span,
    EntityType type,
    String entity,
    Form form,
    double confidence,
    Optional<Span> namedAfter) {
  public Mention {
    if (namedAfter.isPresent() && !span.contains(namedAfter.get())) {
      throw new IllegalArgumentException(
          "namedAfter " + namedAfter.get() + " is not in the name " + span);
    }
  }

  /** One whose words name no other place. */
  public Mention(Span span, EntityType type, String entity, Form form, double confidence) {
    this(span, type, entity, form, confidence, Optional.empty());
  }

  /**
   * Whether the words themselves are a name: also a capital for its government, a spoiled name, and
   * a demonym ("Chinese"); not a pronoun or "the minister".
   */
  public boolean isName() {
    return switch (form) {
      case NAME, METONYM, GARBLED -> true;
      case DESCRIPTION -> type == EntityType.OTHER;
      case PRONOUN -> false;
    };
  }

  /** How an entity is referred to. */
  public enum Form {
    NAME,
    /** A capital or seat that stands for its government ("Beijing insisted"). */
    METONYM,
    /** A name that bad copying or translation has spoiled ("You are Jinping"). */
    GARBLED,
    PRONOUN,
    /** "The minister" (a person, organisation or place), or a demonym, "Chinese" (other). */
    DESCRIPTION
  }
}
