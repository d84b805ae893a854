package org.twosource.archive;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.twosource.bench.generator.GeneratedReport.Kind;

/**
 * What the tables say of who copied whom, against what the generator knows.
 *
 * <p>A parent is found when it, or another print of the same prose, is in one family with its copy
 * or is linked to it by a derivation or reprint. Pairs are all pairs of one family and all links;
 * one is right when both have text of one original. Prints of the minute in which hundreds print
 * one text are left out of the precision, which they would lift.
 */
final class TrueParents {
  private static final ObjectMapper JSON = new ObjectMapper();

  /** Not copies: written anew. */
  private static final Set<Kind> NO_COPIES = Set.of(Kind.ORIGINAL, Kind.FOLLOW_UP, Kind.TEMPLATE);

  private record Made(Kind kind, List<String> parents, Set<String> families, String prose) {}

  private final Map<String, Made> made = new HashMap<>();
  private final Map<String, Integer> familyOf = new HashMap<>();
  private final List<List<String>> families = new ArrayList<>();
  private final Map<String, Set<String>> linked = new HashMap<>();

  TrueParents(Path truth, Path out) throws IOException {
    for (String line : Files.readAllLines(truth)) {
      String[] cells = line.split("\t", -1);
      made.put(
          cells[0],
          new Made(
              Kind.valueOf(cells[2]), listed(cells[3]), Set.copyOf(listed(cells[4])), cells[5]));
    }
    for (String row : Answer.rows(out, "families", "reports")) {
      List<String> reports = new ArrayList<>();
      JSON.readTree(row).path("reports").forEach(report -> reports.add(report.asText()));
      reports.forEach(report -> familyOf.put(report, families.size()));
      families.add(reports);
    }
    for (String table : List.of("derivations", "reprints")) {
      for (String row : Answer.rows(out, table, "from", "to")) {
        JsonNode link = JSON.readTree(row);
        String from = link.path("from").asText();
        String to = link.path("to").asText();
        if (made.containsKey(from) && made.containsKey(to)) { // else an unseen original
          linked.computeIfAbsent(to, any -> new HashSet<>()).add(from);
          linked.computeIfAbsent(from, any -> new HashSet<>()).add(to);
        }
      }
    }
  }

  private static List<String> listed(String cell) {
    return cell.isEmpty() ? List.of() : List.of(cell.split(","));
  }

  /** The share of the parents of copies that are found. */
  double found() {
    long all = 0;
    long right = 0;
    for (Map.Entry<String, Made> one : made.entrySet()) {
      if (!NO_COPIES.contains(one.getValue().kind())) {
        Set<String> near = new HashSet<>(families.get(familyOf.get(one.getKey())));
        near.addAll(linked.getOrDefault(one.getKey(), Set.of()));
        near.remove(one.getKey());
        Set<String> prose = new HashSet<>();
        near.forEach(report -> prose.add(made.get(report).prose()));
        for (String parent : one.getValue().parents()) {
          all++;
          right += near.contains(parent) || prose.contains(made.get(parent).prose()) ? 1 : 0;
        }
      }
    }
    return right / (double) all;
  }

  /** The share of the pairs in one family that have text of one original. */
  double precisionOfFamilies() {
    long all = 0;
    long right = 0;
    for (List<String> family : families) {
      for (int a = 0; a < family.size(); a++) {
        for (int b = 0; b < a; b++) {
          if (isCounted(family.get(a)) && isCounted(family.get(b))) {
            all++;
            right += isTrue(family.get(a), family.get(b)) ? 1 : 0;
          }
        }
      }
    }
    return right / (double) all;
  }

  /** The share of the derivations and reprints that have text of one original. */
  double precisionOfLinks() {
    long all = 0;
    long right = 0;
    for (Map.Entry<String, Set<String>> one : linked.entrySet()) {
      for (String other : one.getValue()) {
        if (isCounted(one.getKey()) && isCounted(other)) {
          all++;
          right += isTrue(one.getKey(), other) ? 1 : 0;
        }
      }
    }
    return right / (double) all;
  }

  private boolean isCounted(String report) {
    return made.get(report).kind() != Kind.BURST;
  }

  private boolean isTrue(String one, String other) {
    return made.get(one).families().stream().anyMatch(made.get(other).families()::contains);
  }
}
