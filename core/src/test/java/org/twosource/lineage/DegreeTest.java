package org.twosource.lineage;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class DegreeTest {

  @Test
  void nearlyAllOfTheProseIsAllOfIt() {
    assertThat(DerivationModel.degree(1)).isEqualTo(Derivation.Degree.WHOLLY);
    assertThat(DerivationModel.degree(.86)).isEqualTo(Derivation.Degree.WHOLLY);
    assertThat(DerivationModel.degree(.84)).isEqualTo(Derivation.Degree.PARTIALLY);
  }
}
