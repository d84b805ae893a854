package org.twosource.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.twosource.CasesFile;
import org.twosource.report.Report;

/** What stands on a page and tells nothing of the event, and prose that looks like it. */
class FurnitureLinesTest {
  private static final String BEFORE =
      "The harbour of Port Alder was closed on Tuesday after a crane fell onto the quay.\n"
          + "Two dockers were hurt, the port authority said, and ships were sent to other ports.\n";
  private static final String AFTER =
      "\nThe authority expects to open the western basin again within two days.\n"
          + "Pilots are asked to wait outside the mole until the crane has been lifted.\n";

  private final TextBuilder builder = new StandardTextBuilder();

  static List<List<String>> cases() {
    return CasesFile.rows("FurnitureLines");
  }

  private Text build(String body) {
    return builder.build(Report.of("r", body));
  }

  private static Optional<String> kindAt(Text text, int offset) {
    return text.parts().stream()
        .filter(part -> part.span().contains(offset))
        .map(part -> part.kind().label())
        .findFirst();
  }

  @ParameterizedTest
  @MethodSource("cases")
  void aLineIsWhatItSays(List<String> row) {
    String kind = row.get(0);
    String said = row.get(1);
    Text text = build(BEFORE + said + AFTER);
    assertThat(kindAt(text, BEFORE.length() + said.length() / 2)).contains(kind);
    if (!kind.equals("body") && !kind.equals("boilerplate") && !kind.equals("caption")) {
      assertThat(text.sentences())
          .noneMatch(sentence -> sentence.span().contains(BEFORE.length() + said.length() / 2));
    }
  }

  @Test
  void numberedPicturesAreARowOnlyWhereTwoOfThemFollowEachOther() {
    String row =
        "1/3 The quay A crane lies across the quay of Port Alder. Ana Moss\n"
            + "2/3 The mole Pilots wait outside the mole for the crane to be lifted. Ana Moss\n"
            + "3/3 The basin Ships lie in the western basin, which is shut. Ana Moss";
    Text text = build(BEFORE + row + AFTER);
    assertThat(text.parts().stream().filter(part -> part.kind() == Part.Kind.GALLERY)).hasSize(3);
    String alone = "9/11 changed how the port is watched, its master said on Tuesday.";
    assertThat(kindAt(build(BEFORE + alone + AFTER), BEFORE.length())).contains("body");
    String recipe =
        "1/4 cup of oil goes into the pan, the cook said.\n3/4 cup of flour is stirred in.";
    assertThat(kindAt(build(BEFORE + recipe + AFTER), BEFORE.length())).contains("body");
  }

  @Test
  void aPostOfTwoLinesIsOnePost() {
    String post =
        "The crane is down!\nStay off the quay pic.twitter.com/aB3dE9 — Port (@port) May 4, 2031";
    Text text = build(BEFORE + post + AFTER);
    assertThat(text.parts().stream().filter(part -> part.kind() == Part.Kind.EMBED))
        .extracting(part -> text.of(part.span()))
        .containsExactly(post);
  }

  @Test
  void turnsOfATranscriptAreProseAndNamesBeforeAColonAloneAreNone() {
    String turns =
        "MOSS: The crane had been checked in March.\nQ: Who checked it?\n"
            + "MOSS: The maker did, as the law asks.\nQ: Did anybody see it fall?";
    Text text = build(BEFORE + turns + AFTER);
    List<Part> found =
        text.parts().stream().filter(part -> part.kind() == Part.Kind.TRANSCRIPT_TURN).toList();
    assertThat(found).hasSize(4);
    assertThat(text.sentences().stream().filter(sentence -> sentence.part().isSaid())).hasSize(8);
    String list = "Monday: The quay opens.\nTuesday: The pilots meet.\nMonday: The mole opens.";
    assertThat(kindAt(build(BEFORE + list + AFTER), BEFORE.length())).contains("body");
  }

  @Test
  void anAgencyIsCreditedByHeadFootRightsAndAddressButNotByAPhoto() {
    assertThat(build(BEFORE + "Ships wait off Port Alder (AP Photo/Ana Moss)" + AFTER).credit())
        .isEmpty();
    assertThat(build(BEFORE + "Ana Moss/Reuters" + AFTER).credit()).isEmpty();
    assertThat(build("Getty Images\n" + BEFORE + AFTER).credit()).isEmpty();
    assertThat(build(BEFORE + AFTER + "Follow Reuters on Twitter").credit()).isEmpty();
    assertThat(build(BEFORE + AFTER + "Reuters").credit()).containsExactly("Reuters");
    assertThat(build("By Ana Moss, Associated Press\n" + BEFORE + AFTER).credit())
        .containsExactly("AP");
    assertThat(build(BEFORE + AFTER + "Copyright 2031 The Associated Press.").credit())
        .containsExactly("AP");
    assertThat(ofAddress("https://courier.example/wires/pa/article-1.html")).containsExactly("PA");
    assertThat(ofAddress("https://courier.example/aponline/2031/05/04/crane.html"))
        .containsExactly("AP");
    assertThat(ofAddress("https://courier.example/wireless/papers/crane.html")).isEmpty();
  }

  private List<String> ofAddress(String url) {
    Report report =
        new Report(
            "r",
            "r",
            Optional.of(url),
            Optional.empty(),
            Optional.empty(),
            List.of(),
            List.of(),
            Optional.empty(),
            Optional.empty(),
            BEFORE + AFTER);
    return builder.build(report).credit();
  }
}
