package org.twosource.brief.render;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.twosource.lineage.Derivation;
import org.twosource.lineage.Family;
import org.twosource.lineage.Lineage;

/**
 * A family drawn as a tree: every report once, under the text it most likely comes from.
 *
 * <p>A lineage may hold more derivations than a tree has edges. Each report goes below its best
 * one: directed before undirected, then the larger share, then the higher confidence; a derivation
 * that would close a circle is passed over. What is left without a parent hangs below the unseen
 * original, where the family has one, and is a root of its own otherwise.
 *
 * @param id a report id, or the id of an unseen original
 * @param derivation how it comes from the node above; absent at a root
 * @param children in story order
 */
record FamilyTree(String id, Optional<Derivation> derivation, List<FamilyTree> children) {
  private static final Comparator<Derivation> BEST_FIRST =
      Comparator.comparing((Derivation derivation) -> !derivation.directed())
          .thenComparing(Comparator.comparingDouble(Derivation::share).reversed())
          .thenComparing(Comparator.comparingDouble(Derivation::confidence).reversed())
          .thenComparing(Derivation::from);

  FamilyTree {
    children = List.copyOf(children);
  }

  /** The trees of one family; more than one only where nothing joins its reports. */
  static List<FamilyTree> of(Family family, Lineage lineage) {
    String origin = family.origin().id();
    boolean unseen = family.origin().isUnseen();
    Set<String> nodes = new HashSet<>(family.reports());
    nodes.add(origin);
    Map<String, List<Derivation>> into =
        lineage.derivations().stream()
            .filter(derivation -> nodes.contains(derivation.from()))
            .collect(Collectors.groupingBy(Derivation::to));
    Map<String, Derivation> parents = new HashMap<>();
    for (String report : family.reports()) {
      if (unseen || !report.equals(origin)) {
        parent(report, into.getOrDefault(report, List.of()), parents)
            .ifPresent(derivation -> parents.put(report, derivation));
      }
    }
    Map<String, List<String>> children = new HashMap<>();
    List<String> roots = new ArrayList<>();
    for (String report : family.reports()) {
      Derivation derivation = parents.get(report);
      if (derivation != null) {
        children.computeIfAbsent(derivation.from(), id -> new ArrayList<>()).add(report);
      } else if (unseen) {
        children.computeIfAbsent(origin, id -> new ArrayList<>()).add(report);
      } else {
        roots.add(report);
      }
    }
    if (unseen) {
      roots.add(0, origin);
    }
    return roots.stream().map(root -> node(root, parents, children)).toList();
  }

  private static FamilyTree node(
      String id, Map<String, Derivation> parents, Map<String, List<String>> children) {
    return new FamilyTree(
        id,
        Optional.ofNullable(parents.get(id)),
        children.getOrDefault(id, List.of()).stream()
            .map(child -> node(child, parents, children))
            .toList());
  }

  private static Optional<Derivation> parent(
      String report, List<Derivation> derivations, Map<String, Derivation> parents) {
    return derivations.stream()
        .sorted(BEST_FIRST)
        .filter(derivation -> !leadsTo(derivation.from(), report, parents))
        .findFirst();
  }

  private static boolean leadsTo(String from, String report, Map<String, Derivation> parents) {
    Set<String> seen = new HashSet<>();
    for (String at = from; seen.add(at); ) {
      if (at.equals(report)) {
        return true;
      }
      Derivation above = parents.get(at);
      if (above == null) {
        return false;
      }
      at = above.from();
    }
    return true;
  }
}
