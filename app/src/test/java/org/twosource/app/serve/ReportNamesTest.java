package org.twosource.app.serve;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.twosource.report.Report;

class ReportNamesTest {
  private static String name(String id) {
    return ReportNames.of(id, Report.of(id, "The quay of Tarn was closed on Monday after a fire."));
  }

  @Test
  void aReportWithoutOutletIsCalledByItsFirstWordsWhateverItsFile() {
    for (String id : List.of("01-coast-wire", "strike-20260302", "000_199f9d41cd6a15e7")) {
      assertThat(name(id)).isEqualTo("“The quay of Tarn was closed on…”");
    }
  }

  @Test
  void aReportWithoutWordsIsCalledByItsId() {
    assertThat(ReportNames.of("01-coast-wire", Report.of("01-coast-wire", " ")))
        .isEqualTo("01-coast-wire");
  }

  @Test
  void anOutletComesFirst() {
    Report report =
        new Report(
            "9f86d081884c7d65",
            "a.html",
            Optional.empty(),
            Optional.of("Coast Wire"),
            Optional.of("A headline"),
            List.of(),
            List.of(),
            Optional.empty(),
            Optional.empty(),
            "x");
    assertThat(ReportNames.of("9f86d081884c7d65", report)).isEqualTo("Coast Wire");
  }
}
