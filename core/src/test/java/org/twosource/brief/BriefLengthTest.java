package org.twosource.brief;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.twosource.claim.InventedStory;

/** How many lines a brief has. */
class BriefLengthTest {
  private static final List<String> DEEDS =
      List.of(
          "The council of Kelm sold the old pier to a brewery on Friday.",
          "Two pilots found a bomb from the war beside the lighthouse.",
          "The price of bread in the bakeries rose by nine percent.",
          "A teacher from Lindow won the chess tournament of the islands.",
          "The zoo shows three young wolves that were born in March.",
          "Doctors at the hospital ended their strike for more pay.",
          "The new tram line will cost forty million crowns a kilometre.",
          "A storm tore the roof off the swimming hall at night.",
          "Farmers drove their tractors to the ministry of agriculture.",
          "The orchestra plays a forgotten opera by Anna Lund in June.",
          "Customs officers seized nine tonnes of tobacco in a lorry.",
          "The last cinema of the town closes at the end of the year.",
          "Divers measured how warm the water of the fjord is now.",
          "A court sentenced the former treasurer to two years in prison.",
          "The library lends out bicycles as well as books from Monday.");

  private static int lines(int reports, int sentences) {
    InventedStory story = new InventedStory();
    int each = (sentences + reports - 1) / reports;
    for (int at = 0; at < reports; at++) {
      List<String> own =
          DEEDS.subList(Math.min(sentences, at * each), Math.min(sentences, (at + 1) * each));
      story.report("f" + at, "2031-05-04", String.join("\n\n", own));
    }
    return story.brief().lines().size();
  }

  @Test
  void ofOneReportFive() {
    assertThat(lines(1, 15)).isEqualTo(5);
    assertThat(lines(1, 3)).isEqualTo(3);
  }

  @Test
  void ofSeveralThreeEachAndNoMoreThanTwelve() {
    assertThat(lines(2, 15)).isEqualTo(6);
    assertThat(lines(5, 15)).isEqualTo(12);
  }
}
