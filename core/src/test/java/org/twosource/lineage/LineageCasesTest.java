package org.twosource.lineage;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.twosource.CasesFile;
import org.twosource.annotate.Annotated;
import org.twosource.annotate.StandardAnnotator;
import org.twosource.report.PartialDate;
import org.twosource.report.Report;
import org.twosource.reuse.PassageAligner;
import org.twosource.text.StandardTextBuilder;

/**
 * Runs the cases file of lineages: a few reports, and the families they make, each with where its
 * text comes from; then who has how much from whom.
 */
class LineageCasesTest {
  private static final String UNSEEN = "unseen";
  private static StandardAnnotator annotator;
  private static final Pattern HEAD =
      Pattern.compile("(?:(\\d{4}-\\d{2}-\\d{2}) ?)?(?:\\[([^]]+)] ?)?(.*)", Pattern.DOTALL);

  @BeforeAll
  static void open() {
    annotator = StandardAnnotator.standard();
  }

  @AfterAll
  static void close() {
    annotator.close();
  }

  static List<List<String>> cases() {
    return CasesFile.rows("Lineage");
  }

  @ParameterizedTest
  @MethodSource("cases")
  void reportsAreOfTheseFamilies(List<String> row) {
    List<Annotated> read = read(row.get(0), annotator);
    Lineage lineage = new FamilyBuilder().build(read, new PassageAligner().align(read));
    List<String> shown = new ArrayList<>();
    lineage.families().forEach(family -> shown.add(shown(family)));
    lineage.derivations().forEach(derivation -> shown.add(shown(derivation)));
    lineage.possible().forEach(pair -> shown.add("perhaps " + pair.from() + " " + pair.to()));
    CasesFile.check(String.join("; ", shown), row.get(1));
  }

  /** The reports of a case. */
  static List<Annotated> read(String cell, StandardAnnotator annotator) {
    List<Report> reports = new ArrayList<>();
    for (String report : cell.split(" // ")) {
      reports.add(report("r" + reports.size(), report));
    }
    return annotator
        .annotate(reports.stream().map(new StandardTextBuilder()::build).toList())
        .reports();
  }

  private static Report report(String id, String given) {
    Matcher head = HEAD.matcher(given);
    head.matches();
    return new Report(
        id,
        id,
        Optional.empty(),
        Optional.ofNullable(head.group(2)),
        Optional.empty(),
        List.of(),
        List.of(),
        Optional.ofNullable(head.group(1)).flatMap(PartialDate::parse),
        Optional.of("en"),
        head.group(3).replace("\\n", "\n\n"));
  }

  private static String shown(Family family) {
    Origin origin = family.origin();
    return String.join(" ", family.reports())
        + " from "
        + origin.report().or(origin::credit).orElse(UNSEEN);
  }

  private static String shown(Derivation derivation) {
    return derivation.from().replaceFirst("f-\\w+-unseen", UNSEEN)
        + (derivation.directed() ? " > " : " - ")
        + derivation.to()
        + " "
        + derivation.degree().label()
        + " "
        + derivation.manner().label();
  }
}
