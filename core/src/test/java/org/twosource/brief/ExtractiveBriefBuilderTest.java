package org.twosource.brief;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.twosource.claim.InventedStory;
import org.twosource.claim.Standing;

class ExtractiveBriefBuilderTest {
  private final InventedStory story = new InventedStory();

  @Test
  void itOpensWithWhatHappenedAndPutsWhatIsCorroboratedFirst() {
    story.report(
        "f1",
        "2031-05-04",
        "The ferry Albatross sank off Port Lindow on Saturday night in heavy seas.\n\n"
            + "The sinking killed at least 12 passengers and two sailors of the ferry.\n\n"
            + "Divers will look for the black box of the Albatross this week.\n\n"
            + "The harbour master of Kelm had warned of the storm hours before.");
    story.report(
        "f2",
        "2031-05-04",
        "The Albatross ferry sank near Port Lindow late on Saturday in heavy seas.\n\n"
            + "The sinking killed 19 passengers of the ferry and injured many.\n\n"
            + "Divers are to look for the black box of the Albatross this week.");
    List<Line> lines = story.brief().lines();
    assertThat(lines.getFirst().text()).contains("sank");
    List<Integer> order = lines.stream().skip(1).map(line -> rank(line.standing())).toList();
    assertThat(order).isSorted();
    assertThat(lines).filteredOn(line -> line.text().contains("sank ")).hasSize(1);
  }

  @Test
  void aLineNeedsNoSentenceBeforeItAndDescribesNoPicture() {
    story.report(
        "f1",
        "2031-05-04",
        "Harriers forward Ivo Marel (9) reaches for the ball beside Rovers defender Tom Lind (4) "
            + "during the second half in Kelm.\n\n"
            + "Harriers won the cup final in Kelm on Saturday by two goals.\n\n"
            + "Since then the people of Kelm have danced in the streets of the old town.\n\n"
            + "Or in other words: the waiting of the people of Kelm is over after forty years.\n\n"
            + "'The cup comes to Kelm and stays in Kelm for the whole of next year.\n\n"
            + "It will be an evening to tell the children of Kelm about,' the mayor wrote.\n\n"
            + "Will be in the streets of the old town of Kelm until the morning of Monday.\n\n"
            + "The mayor of Kelm said that the schools will stay shut on Monday.");
    assertThat(story.brief().lines())
        .extracting(Line::text)
        .anyMatch(text -> text.contains("cup final"))
        .noneMatch(
            text ->
                text.matches(
                    "(?s).*\\(9\\).*|Since then.*|Or in .*|'The cup.*"
                        + "|It will be.*|Will be.*"));
  }

  private static int rank(Standing standing) {
    return switch (standing) {
      case CORROBORATED -> 0;
      case DISPUTED -> 1;
      case ONE_INFORMANT -> 2;
      case SINGLE_ORIGIN -> 3;
    };
  }
}
