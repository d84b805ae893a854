package org.twosource.claim;

import java.util.Optional;

/**
 * A source that stands behind a claim. One publisher is one source, whatever number of families its
 * reports are of; the first of them names it.
 *
 * @param family id of the source's first family that states the claim
 * @param tie how sure it is that the source states what the others state, 0 to 1: its strongest tie
 *     to the source that the claim hangs on; 1 where it is the only one
 * @param informant who alone is said to know it there: an entity's id, an outlet's name or the
 *     words for somebody; empty where the source says it in its own voice or names several
 */
public record Backing(String family, double tie, Optional<String> informant) {
  Backing withFamily(String other) {
    return new Backing(other, tie, informant);
  }
}
