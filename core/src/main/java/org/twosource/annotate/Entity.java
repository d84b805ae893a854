package org.twosource.annotate;

import java.util.List;
import java.util.Optional;

/**
 * Someone or something that reports name.
 *
 * @param id stable for the same reports: a Wikidata id where a local file gives one, else a local
 *     id made from the name
 * @param name the fullest form seen
 * @param aliases the other forms seen, sorted
 * @param roles titles and roles as stated ("US Secretary of State"), in order of first mention
 */
public record Entity(
    String id,
    EntityType type,
    String name,
    List<String> aliases,
    List<String> roles,
    Optional<String> wikidata) {
  public Entity {
    aliases = List.copyOf(aliases);
    roles = List.copyOf(roles);
  }
}
