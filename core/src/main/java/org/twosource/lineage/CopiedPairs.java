package org.twosource.lineage;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Which reports of a story have text of each other: those of one family, and those of two families
 * between which a derivation is sure (a round-up takes from several) or likely. What two other
 * reports share both only state. Immutable.
 */
public final class CopiedPairs {
  private final Map<String, String> familyOf = new HashMap<>();
  private final Set<List<String>> across = new HashSet<>();

  public CopiedPairs(Lineage lineage) {
    for (Family family : lineage.families()) {
      family.reports().forEach(report -> familyOf.put(report, family.id()));
    }
    Stream.concat(lineage.derivations().stream(), lineage.possible().stream())
        .forEach(
            derivation -> {
              across.add(List.of(derivation.from(), derivation.to()));
              across.add(List.of(derivation.to(), derivation.from()));
            });
  }

  /** Whether what two reports share was copied. */
  public boolean hold(String a, String b) {
    String family = familyOf.get(a);
    return family != null && family.equals(familyOf.get(b)) || across.contains(List.of(a, b));
  }
}
