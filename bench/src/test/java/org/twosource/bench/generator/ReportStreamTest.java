package org.twosource.bench.generator;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class ReportStreamTest {
  private static final List<GeneratedReport> REPORTS = stream(400, 7);

  private static List<GeneratedReport> stream(int size, long seed) {
    List<GeneratedReport> reports = new ArrayList<>();
    new ReportStream(size, seed).forEachRemaining(reports::add);
    return reports;
  }

  @Test
  void sameSeedGivesTheSameReportsAndAnotherSeedOthers() {
    assertThat(stream(200, 7)).isEqualTo(stream(200, 7)).hasSize(200);
    assertThat(stream(200, 8)).isNotEqualTo(stream(200, 7));
  }

  @Test
  void parentsComeFirstAndShareAFamilyAndAStory() {
    Map<String, GeneratedReport> seen = new HashMap<>();
    for (GeneratedReport report : REPORTS) {
      for (String parent : report.parents()) {
        assertThat(seen).containsKey(parent);
        assertThat(report.isRelatedTo(seen.get(parent))).isTrue();
        assertThat(report.story()).isEqualTo(seen.get(parent).story());
      }
      seen.put(report.id(), report);
    }
    assertThat(seen).hasSize(REPORTS.size());
  }

  @Test
  void everyChangeStandsInTheTexts() {
    Map<String, String> bodies =
        REPORTS.stream().collect(Collectors.toMap(GeneratedReport::id, one -> one.report().body()));
    Set<Change.Kind> met = EnumSet.noneOf(Change.Kind.class);
    for (GeneratedReport report : REPORTS) {
      String own = report.report().body();
      for (Change change : report.changes()) {
        met.add(change.kind());
        assertThat(report.parents())
            .as("%s of %s", change, report.id())
            .anyMatch(parent -> bodies.get(parent).contains(change.before()));
        assertThat(own).contains(change.after());
        assertThat(change.before()).contains(change.from());
        assertThat(change.after()).containsIgnoringCase(change.to());
        if (change.after().isEmpty()) {
          assertThat(own).doesNotContain(change.before());
        }
      }
    }
    assertThat(met).containsExactlyInAnyOrder(Change.Kind.values());
  }

  @Test
  void copiesWithoutAChangeHaveTheProseOfTheirParent() {
    Map<String, GeneratedReport> byId =
        REPORTS.stream().collect(Collectors.toMap(GeneratedReport::id, one -> one));
    for (GeneratedReport report : REPORTS) {
      switch (report.kind()) {
        case VERBATIM, BURST ->
            assertThat(report.prose()).isEqualTo(byId.get(report.parents().getFirst()).prose());
        case TRIMMED, MERGED -> assertThat(report.changes()).isNotEmpty();
        case ORIGINAL, TEMPLATE -> assertThat(report.parents()).isEmpty();
        case EDITED, REWORDED, CORRECTION, FOLLOW_UP -> assertThat(report.parents()).hasSize(1);
      }
    }
    assertThat(REPORTS.stream().map(GeneratedReport::kind).collect(Collectors.toSet()))
        .containsExactlyInAnyOrder(GeneratedReport.Kind.values());
  }

  @Test
  void theTrapsAreThere() {
    long stock = REPORTS.stream().filter(one -> holds(one, ReportStream.STOCK_PHRASE)).count();
    long shared = REPORTS.stream().filter(one -> holds(one, ReportStream.SHARED_SEQUENCE)).count();
    assertThat(stock / (double) REPORTS.size()).isBetween(.25, .36);
    assertThat(shared).isBetween(30L, 40L);
    assertThat(REPORTS.stream().filter(one -> one.kind() == GeneratedReport.Kind.BURST))
        .hasSize(19);
  }

  private static boolean holds(GeneratedReport report, String phrase) {
    return report.report().body().contains(phrase);
  }
}
