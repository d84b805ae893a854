package org.twosource.brief;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.twosource.claim.Standing;

/** Worked by hand. */
class LineWorthTest {
  private static final Offset<Double> EXACTLY = within(1e-9);
  private static final LineWorth PLAIN = new LineWorth(.5, false, 0, 0);

  @Test
  void anOpeningIsWorthMoreWithMoreFamiliesAndLessFurtherDown() {
    assertThat(PLAIN.asOpening(0, 0)).isCloseTo(.5, EXACTLY);
    assertThat(PLAIN.asOpening(1, 0)).isCloseTo(.5 + .02 * Math.log(2), EXACTLY);
    assertThat(PLAIN.asOpening(0, 2)).isCloseTo(.4, EXACTLY);
  }

  @Test
  void copyingAndStrangersCostAndWholeSupportGains() {
    assertThat(new LineWorth(.5, true, 0, 0).asOpening(0, 0)).isCloseTo(.6, EXACTLY);
    assertThat(new LineWorth(.5, false, 3, 0).asOpening(0, 0)).isCloseTo(.44, EXACTLY);
    assertThat(new LineWorth(.5, false, 0, 2).asOpening(0, 0)).isCloseTo(.46, EXACTLY);
    assertThat(new LineWorth(.5, true, 1, 1).asFurtherLine(0, 0)).isCloseTo(.56, EXACTLY);
  }

  @Test
  void aFurtherLineGainsByOpenClaimsAndLosesWhatIsSaid() {
    assertThat(PLAIN.asFurtherLine(2, 0)).isCloseTo(.65, EXACTLY);
    assertThat(PLAIN.asFurtherLine(0, .5)).isCloseTo(.3, EXACTLY);
    assertThat(PLAIN.asFurtherLine(6, 1)).isCloseTo(.5 + .3 * 6 / 8 - .4, EXACTLY);
  }

  @Test
  void aClaimWeighsByItsStandingItsReportsAndItsPlace() {
    double two = Math.log(3) + Math.log(2);
    assertThat(LineWorth.ofClaim(Standing.CORROBORATED, 2, 1, 0)).isCloseTo(two, EXACTLY);
    assertThat(LineWorth.ofClaim(Standing.DISPUTED, 2, 1, 0)).isCloseTo(two, EXACTLY);
    assertThat(LineWorth.ofClaim(Standing.ONE_INFORMANT, 2, 1, 0)).isCloseTo(.6 * two, EXACTLY);
    assertThat(LineWorth.ofClaim(Standing.SINGLE_ORIGIN, 2, 1, 0)).isCloseTo(.35 * two, EXACTLY);
    assertThat(LineWorth.ofClaim(Standing.CORROBORATED, 2, 1, 20)).isCloseTo(two / 2, EXACTLY);
  }
}
