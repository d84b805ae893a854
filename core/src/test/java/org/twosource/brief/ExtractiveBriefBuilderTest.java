package org.twosource.brief;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.twosource.claim.InventedStory;
import org.twosource.claim.Standing;

class ExtractiveBriefBuilderTest {
  private final InventedStory story = new InventedStory();

  @Test
  void itOpensWithWhatHappenedAndTellsItOnce() {
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

  @Test
  void aLineThatAnotherSourceStatesInWholeHasTwoSources() {
    story.report(
        "f1",
        "2031-05-04",
        "The ferry Albatross sank off Port Lindow on Saturday night.\n\n"
            + "The harbour master of Kelm had warned of the storm hours before.");
    story.report(
        "f2",
        "2031-05-04",
        "The Albatross, a ferry, sank off Port Lindow on Saturday night in heavy seas.\n\n"
            + "Schools in the town of Lindow will stay closed for the week.");
    Line line = line("sank off");
    assertThat(line.standing()).isEqualTo(Standing.CORROBORATED);
    assertThat(line.families()).isEqualTo(2);
    assertThat(line.carried()).isNotEmpty();
    assertThat(line.restsOn()).hasSize(2);
  }

  @Test
  void ofTwoThingsThatOneSentenceSaysTheOneThatAnotherSourceStatesIsMarked() {
    story.report(
        "f1",
        "2031-05-04",
        "The council of Kelm raised the ferry fare by 12 percent and closed the old fish market.\n\n"
            + "The harbour master of Lindow had warned of the storm hours before.");
    story.report(
        "f2",
        "2031-05-04",
        "Schools in the town of Lindow will stay closed for the week.\n\n"
            + "The council of Kelm raised the ferry fare by 12 percent and promised two boats.");
    Line line = line("ferry fare");
    assertThat(line.standing()).isEqualTo(Standing.SINGLE_ORIGIN);
    assertThat(line.carried())
        .singleElement()
        .satisfies(
            part -> {
              assertThat(part.span().in(line.text())).endsWith("by 12 percent");
              assertThat(part.families()).isEqualTo(2);
            });
  }

  @Test
  void whatOneSourceAddsToASharedStatementIsItsOwn() {
    story.report(
        "f1",
        "2031-05-04",
        "The ferry Albatross sank off Port Lindow on Saturday night, and the owner of the line "
            + "said that its captain had ignored three orders to turn back.");
    story.report(
        "f2",
        "2031-05-04",
        "Schools in the town of Lindow will stay closed for the week.\n\n"
            + "The mayor of Lindow has asked for help from the capital.\n\n"
            + "The ferry Albatross sank off Port Lindow on Saturday night.");
    Line line = line("ignored");
    assertThat(line.standing()).isEqualTo(Standing.SINGLE_ORIGIN);
    assertThat(line.families()).isEqualTo(1);
    assertThat(line.carried())
        .allSatisfy(part -> assertThat(part.span().in(line.text())).doesNotContain("ignored"));
  }

  @Test
  void whatOnePersonSaidIsNoPartOfSeveralSources() {
    story.report(
        "f1",
        "2031-05-04",
        "Mayor Edda Brand said the rudder of the ferry Albatross broke at noon, and that the town "
            + "will sell the oldest of its seven boats before the winter.\n\n"
            + "The harbour master of Lindow had warned of the storm hours before.");
    story.report(
        "f2",
        "2031-05-04",
        "Schools in the town of Lindow will stay closed for the week.\n\n"
            + "The rudder of the ferry Albatross broke at noon, Mayor Edda Brand told reporters in "
            + "Kelm, where divers have found the anchor of another ship.");
    Line line = line("rudder");
    assertThat(line.standing()).isEqualTo(Standing.SINGLE_ORIGIN);
    assertThat(line.carried()).isEmpty();
  }

  @Test
  void thatSomebodySaysNothingIsNoLine() {
    story.report(
        "f1",
        "2031-05-04",
        "The council of Kelm raised the ferry fare by 12 percent on Monday.\n\n"
            + "The owner of the ferry line did not return requests for comment.\n\n"
            + "The mayor of Kelm declined to comment.\n\n"
            + "The harbour master of Kelm asked the people of the town for their comment.");
    assertThat(story.brief().lines())
        .extracting(Line::text)
        .anyMatch(text -> text.contains("raised"))
        .noneMatch(text -> text.matches(".*(requests for|declined to) comment.*"));
  }

  private Line line(String words) {
    return story.brief().lines().stream()
        .filter(line -> line.text().contains(words))
        .findFirst()
        .orElseThrow();
  }
}
