package org.twosource.claim;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who does something in public is not the informant of the sources that tell of it. */
class PublicActsTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Former mayor Per Holm pleaded guilty on Wednesday in the court of Kelm to spending harbour money on furniture."
            + "|Per Holm, once mayor of Kelm, pleaded guilty in court on Wednesday to spending money of the harbour on furniture.",
        "The mayor and her husband have previously released their tax returns dating back to 2007."
            + "|The mayor and her husband have previously released their tax returns for the years from 2007 to 2019.",
        "The council subpoenaed two firms of the former harbour master Ola Finn on Tuesday."
            + "|On Tuesday the council of Kelm subpoenaed two firms that belong to Ola Finn, the former harbour master.",
      })
  void whatIsDoneInPublicEverySourceKnows(String one, String other) {
    assertThat(standing(one, other)).isEqualTo(Standing.CORROBORATED);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Harbour master Ola Finn said on Wednesday that the crane had fallen on two parked trucks."
            + "|On Wednesday harbour master Ola Finn said that the crane had fallen on two trucks parked there.",
        "Mayor Anna Lund released a statement saying that the ferry would stay in the dock until May."
            + "|The ferry will stay in the dock until May, mayor Anna Lund said in a statement she released.",
        "Harbour master Ola Finn filed a report saying that the pump had failed twice on Sunday."
            + "|The pump had failed twice on Sunday, harbour master Ola Finn said in a report he filed.",
      })
  void whatIsToldOfItHasAnInformant(String one, String other) {
    assertThat(standing(one, other)).isNotEqualTo(Standing.CORROBORATED);
  }

  private static Standing standing(String one, String other) {
    InventedStory story = new InventedStory();
    story.report("f1", "2031-05-04", one);
    story.report("f2", "2031-05-04", other);
    return story.claims().stream()
        .filter(claim -> claim.reports() == 2)
        .map(Claim::standing)
        .findFirst()
        .orElse(Standing.SINGLE_ORIGIN);
  }
}
