package org.twosource.report;

import java.util.Optional;
import java.util.Set;

/**
 * Who publishes a report, under whatever name it was named.
 *
 * @param name as it is shown
 * @param owner who owns it, where a list says so
 * @param keys what it goes by: equal keys are one publisher. Opaque; never empty
 */
public record Publisher(String name, Optional<String> owner, Set<String> keys) {
  public Publisher {
    keys = Set.copyOf(keys);
    if (keys.isEmpty()) {
      throw new IllegalArgumentException("a publisher without a key: " + name);
    }
  }

  /** Whether both are one publisher. */
  public boolean isSame(Publisher other) {
    return keys.stream().anyMatch(other.keys::contains);
  }
}
