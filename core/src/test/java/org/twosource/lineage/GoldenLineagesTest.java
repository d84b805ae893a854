package org.twosource.lineage;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.twosource.CasesFile;
import org.twosource.ReadingsFile;
import org.twosource.annotate.Annotated;
import org.twosource.annotate.StandardAnnotator;
import org.twosource.report.Citation;
import org.twosource.reuse.PassageAligner;

/** All that is said of the families of the cases file of lineages, with its reasons. */
class GoldenLineagesTest {

  @Test
  void everyFamilyHasItsReasons() throws IOException {
    ReadingsFile readings = new ReadingsFile();
    try (StandardAnnotator annotator = StandardAnnotator.standard()) {
      for (List<String> row : CasesFile.rows("Lineage")) {
        List<Annotated> reports = LineageCasesTest.read(row.get(0), annotator);
        add(new FamilyBuilder().build(reports, new PassageAligner().align(reports)), readings);
      }
    }
    readings.check("Lineages");
  }

  private static void add(Lineage lineage, ReadingsFile readings) {
    for (Family family : lineage.families()) {
      readings.add(
          String.format(
              Locale.ROOT,
              "%s from %s, credit %s, known %s: %s",
              family.reports(),
              family.origin().report().orElse("unseen"),
              family.origin().credit().orElse("-"),
              family.origin().known().stream()
                  .map(GoldenLineagesTest::shown)
                  .collect(Collectors.joining(" ")),
              String.join(" // ", family.why())));
    }
    lineage.sources().stream()
        .filter(source -> source.families().size() > 1)
        .forEach(source -> readings.add("  one source " + source.reports() + source.why()));
    lineage.derivations().forEach(one -> readings.add("  " + shown(one)));
    lineage.possible().forEach(one -> readings.add("  perhaps " + shown(one)));
    lineage.withdrawals().forEach(one -> readings.add("  withdrawn " + one));
  }

  private static String shown(Citation place) {
    return place.report() + ":" + place.span().start() + "-" + place.span().end();
  }

  private static String shown(Derivation one) {
    return String.format(
        Locale.ROOT,
        "%s %s %s %s %s %.2f %s",
        one.from(),
        one.directed() ? ">" : "-",
        one.to(),
        one.degree(),
        one.manner(),
        one.share(),
        String.join("; ", one.evidence()));
  }
}
