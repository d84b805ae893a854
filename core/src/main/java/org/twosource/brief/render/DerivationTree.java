package org.twosource.brief.render;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.twosource.lineage.Derivation;
import org.twosource.lineage.Family;
import org.twosource.lineage.Lineage;

/**
 * A family drawn as a tree: every report once, under the text it most likely comes from.
 *
 * <p>A lineage may hold more derivations than a tree has edges. Each report goes below its best
 * one: directed before undirected, from the origin before others, then the larger share, then the
 * higher confidence; a derivation that would close a circle is passed over. What is left without a
 * parent hangs below the unseen original, where the family has one, and is a root of its own
 * otherwise.
 *
 * @param id a report id, or the id of an unseen original
 * @param derivation how it comes from the node above; absent at a root
 * @param children in story order
 */
public record DerivationTree(
    String id, Optional<Derivation> derivation, List<DerivationTree> children) {
  private static final Comparator<Edge> BEST_FIRST =
      Comparator.comparing((Edge edge) -> -edge.derivation().share())
          .thenComparing(
              Comparator.comparingDouble((Edge edge) -> edge.derivation().confidence()).reversed())
          .thenComparing(Edge::from);

  /** A derivation as an edge to a report; one without a direction leads to both its reports. */
  private record Edge(String from, Derivation derivation) {}

  public DerivationTree {
    children = List.copyOf(children);
  }

  /** The trees of one family; more than one only where nothing joins its reports. */
  public static List<DerivationTree> of(Family family, Lineage lineage) {
    String origin = family.origin().id();
    boolean unseen = family.origin().isUnseen();
    Set<String> nodes = new HashSet<>(family.reports());
    nodes.add(origin);
    Map<String, List<Edge>> into = new HashMap<>();
    for (Derivation derivation : lineage.derivations()) {
      if (nodes.contains(derivation.from()) && nodes.contains(derivation.to())) {
        edge(into, derivation.from(), derivation.to(), derivation);
        if (!derivation.directed()) {
          edge(into, derivation.to(), derivation.from(), derivation);
        }
      }
    }
    Map<String, Edge> parents = new HashMap<>();
    for (String report : family.reports()) {
      if (unseen || !report.equals(origin)) {
        parent(report, origin, into.getOrDefault(report, List.of()), parents)
            .ifPresent(edge -> parents.put(report, edge));
      }
    }
    Map<String, List<String>> children = new HashMap<>();
    List<String> roots = new ArrayList<>();
    for (String report : family.reports()) {
      Edge edge = parents.get(report);
      if (edge != null) {
        children.computeIfAbsent(edge.from(), id -> new ArrayList<>()).add(report);
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

  private static void edge(
      Map<String, List<Edge>> into, String from, String to, Derivation derivation) {
    into.computeIfAbsent(to, id -> new ArrayList<>()).add(new Edge(from, derivation));
  }

  private static DerivationTree node(
      String id, Map<String, Edge> parents, Map<String, List<String>> children) {
    return new DerivationTree(
        id,
        Optional.ofNullable(parents.get(id)).map(Edge::derivation),
        children.getOrDefault(id, List.of()).stream()
            .map(child -> node(child, parents, children))
            .toList());
  }

  private static Optional<Edge> parent(
      String report, String origin, List<Edge> edges, Map<String, Edge> parents) {
    return edges.stream()
        .sorted(
            Comparator.comparing((Edge edge) -> !edge.derivation().directed())
                .thenComparing(edge -> !edge.from().equals(origin))
                .thenComparing(BEST_FIRST))
        .filter(edge -> !leadsTo(edge.from(), report, parents))
        .findFirst();
  }

  private static boolean leadsTo(String from, String report, Map<String, Edge> parents) {
    Set<String> seen = new HashSet<>();
    for (String at = from; seen.add(at); ) {
      if (at.equals(report)) {
        return true;
      }
      Edge above = parents.get(at);
      if (above == null) {
        return false;
      }
      at = above.from();
    }
    return true;
  }
}
