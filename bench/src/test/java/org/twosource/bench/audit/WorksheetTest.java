package org.twosource.bench.audit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class WorksheetTest {

  private static List<AuditedFinding> findings(String build, int count) {
    return IntStream.range(0, count)
        .mapToObj(
            i ->
                new AuditedFinding(
                    "brief line",
                    build,
                    "harbour",
                    build + i,
                    "Finding " + build + " " + i,
                    List.of("text")))
        .toList();
  }

  @Test
  void aThirdIsOfTheOtherBuildAndAFifthIsRepeated() {
    Worksheet sheet = Worksheet.draw(findings("this", 40), findings("other", 40), 15, 7);
    assertEquals(18, sheet.rows().size());
    List<AuditedFinding> distinct = sheet.rows().stream().distinct().toList();
    assertEquals(15, distinct.size());
    assertEquals(5, distinct.stream().filter(row -> row.build().equals("other")).count());
  }

  @Test
  void theSameSeedDrawsTheSameRowsAndTheSheetTellsNoBuild() {
    Worksheet sheet = Worksheet.draw(findings("this", 40), List.of(), 10, 7);
    assertEquals(sheet, Worksheet.draw(findings("this", 40), List.of(), 10, 7));
    assertFalse(sheet.key().contains("Finding"));
    assertTrue(sheet.sheet().contains("## 1. brief line"));
    assertFalse(sheet.sheet().contains("this0\t"));
  }

  @Test
  void marksOfAFilledSheetGiveThePrecisionAndTheAgreementOfRepeats() {
    Worksheet sheet = Worksheet.draw(findings("this", 10), List.of(), 10, 7);
    String filled =
        sheet.sheet().replace("mark (right, wrong, skip): ", "mark (right, wrong, skip): right");
    Verdicts verdicts =
        Verdicts.of(sheet.key().lines().toList(), Worksheet.marks(filled.lines().toList()));
    assertTrue(verdicts.summary().contains("10 of  10 right, 1.00, with 90 % at least 0.86"));
    assertTrue(verdicts.summary().contains("repeats judged alike: 2 of 2"));
    assertFalse(verdicts.table().contains("Finding"));
    assertEquals(Set.of("harbour"), Verdicts.stories(verdicts.table().lines().toList()));
  }

  @Test
  void anAuditThatNamesNoStoriesSpendsNone() {
    assertEquals(
        Set.of(), Verdicts.stories(List.of("id\tkind\tbuild\tmark", "1\tname\tthis\tskip")));
  }

  @Test
  void aRowWithoutAMarkIsSaid() {
    Worksheet sheet = Worksheet.draw(findings("this", 3), List.of(), 3, 7);
    List<String> key = sheet.key().lines().toList();
    assertThrows(
        IllegalArgumentException.class,
        () -> Verdicts.of(key, Worksheet.marks(sheet.sheet().lines().toList())));
    assertThrows(
        IllegalArgumentException.class, () -> Verdicts.of(key, Collections.nCopies(2, "right")));
  }

  @Test
  void theLowerBoundIsWilsons() {
    // 8 of 10, z 1.2816: (.8 + .08212 - 1.2816 * sqrt(.016 + .00411)) / 1.16425
    assertEquals(0.6016, Verdicts.lowerBound(8, 10), 1e-3);
    assertEquals(0, Verdicts.lowerBound(0, 0), 1e-9);
  }
}
