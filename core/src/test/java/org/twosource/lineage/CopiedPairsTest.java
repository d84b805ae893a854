package org.twosource.lineage;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.twosource.report.Handle;
import org.twosource.reuse.Manner;

class CopiedPairsTest {
  private final CopiedPairs copied =
      new CopiedPairs(
          new Lineage(
              List.of(family("f1", "wire", "print"), family("f2", "radio"), family("f3", "round")),
              List.of(derivation("wire", "round", .9)),
              List.of(derivation("radio", "round", .6)),
              List.of(),
              Versions.NONE,
              List.of()));

  @Test
  void whatOneFamilySharesWasCopied() {
    assertThat(copied.hold("print", "wire")).isTrue();
  }

  @Test
  void whatTwoFamiliesShareBothOnlyState() {
    assertThat(copied.hold("print", "radio")).isFalse();
    assertThat(copied.hold("wire", "of another story")).isFalse();
  }

  @Test
  void aDerivationBetweenTwoFamiliesIsACopyAndSoIsALikelyOne() {
    assertThat(copied.hold("round", "wire")).isTrue();
    assertThat(copied.hold("round", "radio")).isTrue();
  }

  private static Family family(String id, String... reports) {
    return new Family(
        new Handle(id, id),
        List.of(reports),
        new Origin(reports[0], Optional.of(reports[0]), Optional.empty(), List.of()),
        List.of());
  }

  private static Derivation derivation(String from, String to, double confidence) {
    return new Derivation(
        from, to, true, Derivation.Degree.PARTIALLY, Manner.EDITED, .5, confidence, List.of());
  }
}
