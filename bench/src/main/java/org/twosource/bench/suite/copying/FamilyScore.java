package org.twosource.bench.suite.copying;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.twosource.bench.BenchData;
import org.twosource.bench.Figure;
import org.twosource.bench.score.BCubed;
import org.twosource.lineage.Family;
import org.twosource.lineage.Lineage;

/**
 * Families of a story against labelled ones: are any two reports one source or two, and how many
 * sources are there. Reports whose text is unusable are left out.
 */
final class FamilyScore {
  /** Labelled families by story, then the family of each report; single reports have their own. */
  private final Map<String, Map<String, String>> labelled = new TreeMap<>();

  private double joined;
  private double joinedRightly;
  private double truly;
  private double stories;
  private double exact;
  private double tooFew;
  private final List<String> gold = new ArrayList<>();
  private final List<String> found = new ArrayList<>();

  static FamilyScore read(BenchData data) throws IOException {
    FamilyScore score = new FamilyScore();
    for (JsonNode story : data.json("lineage/families.json")) {
      Map<String, String> families = new HashMap<>();
      story
          .path("documents")
          .forEach(report -> put(families, report.path("id"), report.path("id")));
      for (JsonNode family : story.path("families")) {
        if (family.path("level").asText().equals("main")) {
          family
              .path("members")
              .forEach(member -> put(families, member, family.path("members").path(0)));
        }
      }
      story.path("unusable").forEach(report -> families.remove(report.path("id").asText()));
      score.labelled.put(story.path("story").asText(), families);
    }
    return score;
  }

  private static void put(Map<String, String> families, JsonNode report, JsonNode family) {
    families.put(report.asText(), family.asText());
  }

  void add(String story, Lineage lineage) {
    Map<String, String> families = labelled.getOrDefault(story, Map.of());
    Map<String, String> made = new HashMap<>();
    for (Family family : lineage.families()) {
      family.reports().stream()
          .filter(families::containsKey)
          .forEach(report -> made.put(report, family.id()));
    }
    List<String> reports = made.keySet().stream().sorted().toList();
    for (int at = 0; at < reports.size(); at++) {
      String report = reports.get(at);
      gold.add(story + families.get(report));
      found.add(story + made.get(report));
      for (String other : reports.subList(0, at)) {
        boolean one = Objects.equals(made.get(report), made.get(other));
        boolean trulyOne = Objects.equals(families.get(report), families.get(other));
        joined += one ? 1 : 0;
        truly += trulyOne ? 1 : 0;
        joinedRightly += one && trulyOne ? 1 : 0;
      }
    }
    long sources = made.values().stream().distinct().count();
    long trueSources = reports.stream().map(families::get).distinct().count();
    stories++;
    exact += sources == trueSources ? 1 : 0;
    tooFew += sources < trueSources ? 1 : 0;
  }

  List<Figure> figures() {
    return List.of(
        Figure.shown("families: pair F1", 2 * joinedRightly / (joined + truly)),
        Figure.shown("families: pairs wrongly called one source", joined - joinedRightly),
        Figure.shown("families: B-cubed F1", BCubed.of(gold, found).f1()),
        Figure.shown("number of sources right, share of stories", exact / stories),
        Figure.shown("number of sources too low, share of stories", tooFew / stories));
  }
}
