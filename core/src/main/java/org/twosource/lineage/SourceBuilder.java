package org.twosource.lineage;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.twosource.annotate.Annotated;
import org.twosource.report.Publisher;

/**
 * Counts publishers: reports of one outlet never stand behind each other, even where they share no
 * text. Families that hold reports of one publisher are one source.
 */
final class SourceBuilder {
  private SourceBuilder() {}

  static List<Source> of(List<Annotated> reports, List<Family> families) {
    Map<String, Integer> familyOf = new LinkedHashMap<>();
    for (int at = 0; at < families.size(); at++) {
      for (String report : families.get(at).reports()) {
        familyOf.put(report, at);
      }
    }
    int[] head = new int[families.size()];
    for (int at = 0; at < head.length; at++) {
      head[at] = at;
    }
    Map<String, Annotated> first = new LinkedHashMap<>();
    Map<Integer, Set<String>> why = new LinkedHashMap<>();
    for (Annotated report : reports) {
      Optional<Publisher> publisher = report.text().publisher();
      for (String key : publisher.map(Publisher::keys).orElse(Set.of())) {
        Annotated other = first.putIfAbsent(key, report);
        if (other != null) {
          int one = root(head, familyOf.getOrDefault(other.id(), 0));
          int two = root(head, familyOf.getOrDefault(report.id(), 0));
          if (one != two) {
            head[Math.max(one, two)] = Math.min(one, two);
            why.computeIfAbsent(Math.min(one, two), any -> new LinkedHashSet<>())
                .add(
                    other.id()
                        + " and "
                        + report.id()
                        + " are of one publisher: "
                        + other.text().publisher().map(Publisher::name).orElse(key));
          }
        }
      }
    }
    Map<Integer, List<Integer>> members = new LinkedHashMap<>();
    for (int at = 0; at < head.length; at++) {
      members.computeIfAbsent(root(head, at), any -> new ArrayList<>()).add(at);
    }
    List<Source> sources = new ArrayList<>();
    members.forEach(
        (root, own) -> {
          List<String> reasons = new ArrayList<>();
          own.forEach(family -> reasons.addAll(why.getOrDefault(family, Set.of())));
          sources.add(
              new Source(
                  families.get(root).id(),
                  own.stream().map(at -> families.get(at).id()).toList(),
                  reports.stream()
                      .map(Annotated::id)
                      .filter(id -> own.contains(familyOf.getOrDefault(id, -1)))
                      .toList(),
                  reasons));
        });
    return sources;
  }

  private static int root(int[] head, int at) {
    int root = at;
    while (head[root] != root) {
      root = head[root];
    }
    return root;
  }
}
