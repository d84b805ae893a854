package org.twosource.lineage;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.twosource.annotate.Annotated;
import org.twosource.annotate.EntityType;
import org.twosource.annotate.Mention;
import org.twosource.lexicon.WordRarity;
import org.twosource.lineage.Direction.Way;
import org.twosource.report.Span;
import org.twosource.reuse.Alignment;
import org.twosource.reuse.HandMade;
import org.twosource.reuse.PassageAligner;

/** Directions that neither outlets nor agencies nor dates give. */
class DirectionTest {
  private static final String AGROUND =
      "The ferry Marigold ran aground near Arden harbour early on Tuesday with 212 people aboard.";
  private static final String CAFE =
      "Passengers waited in the Café Morgenrot for buses that the island council had hired.";
  private static final String GEAR =
      "The vessel had been inspected in March and its steering gear was found defective.";
  private static final String BRANDT =
      "Skipper Ilse Brantvik has sailed the strait for thirty years without an accident.";
  private static final String RUDDER =
      "Brantvik told the harbour police that the rudder did not answer in the narrow channel.";
  private static final String OWN =
      "Hotels on the island are fully booked until the regatta ends on Sunday evening.";
  private static final String MORE =
      "A second ferry will be chartered from the mainland as long as the Marigold lies in dock.";

  @Test
  void withoutAnyMarkTheDirectionIsUnknown() {
    assertThat(
            of(report("one", AGROUND, CAFE, GEAR, OWN, MORE), report("two", AGROUND, CAFE, GEAR)))
        .isEqualTo(Way.UNKNOWN);
  }

  @Test
  void aSurnameThatNobodyIntroducesWasCutFromALongerText() {
    Annotated whole = report("whole", AGROUND, BRANDT, RUDDER, GEAR, OWN, MORE);
    Annotated cut = report("cut", AGROUND, RUDDER, GEAR);
    assertThat(of(whole, cut)).isEqualTo(Way.A_TO_B);
    assertThat(of(cut, whole)).isEqualTo(Way.B_TO_A);
  }

  @Test
  void aSurnameThatBothIntroduceSaysNothing() {
    Annotated whole = report("whole", AGROUND, BRANDT, RUDDER, GEAR, OWN, MORE);
    Annotated other =
        report("other", AGROUND, "At the helm stood Ilse Brantvik, a mother of two.", RUDDER, GEAR);
    assertThat(of(whole, other)).isEqualTo(Way.UNKNOWN);
  }

  @Test
  void lettersReadWithTheWrongCodeWereSoundBefore() {
    Annotated sound = report("sound", AGROUND, CAFE, GEAR, OWN, MORE);
    Annotated spoiled = report("spoiled", AGROUND, CAFE.replace("é", "Ã©"), GEAR);
    assertThat(of(sound, spoiled)).isEqualTo(Way.A_TO_B);
  }

  @Test
  void foreignLettersAreNoMisreading() {
    Annotated sound = report("sound", AGROUND, CAFE, GEAR, OWN, MORE);
    Annotated plain = report("plain", AGROUND, CAFE.replace("é", "e"), GEAR);
    assertThat(of(sound, plain)).isEqualTo(Way.UNKNOWN);
  }

  @Test
  void aNameSpoiledInRewordingWasSoundBefore() {
    Annotated sound = report("sound", AGROUND, BRANDT, RUDDER, GEAR, OWN, MORE);
    Annotated spoiled =
        named(
            HandMade.report("spoiled", AGROUND, BRANDT.replace("Brantvik", "Burned Vick"), GEAR),
            "Ilse Burned Vick",
            Mention.Form.GARBLED);
    assertThat(of(sound, spoiled)).isEqualTo(Way.A_TO_B);
  }

  @Test
  void wordsRunTogetherOnTheWayToUsSayNothing() {
    Annotated whole = report("whole", AGROUND, CAFE, GEAR, OWN, MORE);
    Annotated glued = report("glued", AGROUND, CAFE + GEAR);
    assertThat(of(whole, glued)).isEqualTo(Way.UNKNOWN);
  }

  private static Way of(Annotated a, Annotated b) {
    Alignment alignment = new PassageAligner().align(List.of(a, b)).getFirst();
    return Direction.of(
            a,
            b,
            PairEvidence.of(a, b, alignment, WordRarity.standard()),
            new OutletNames(),
            Versions.NONE)
        .way();
  }

  /** A report in which the skipper's names are mentions of one entity. */
  private static Annotated report(String id, String... sentences) {
    Annotated bare = HandMade.report(id, sentences);
    return named(named(bare, "Ilse Brantvik", Mention.Form.NAME), "Brantvik", Mention.Form.NAME);
  }

  private static Annotated named(Annotated report, String name, Mention.Form form) {
    List<Mention> mentions = new ArrayList<>(report.mentions());
    String body = report.body();
    for (int at = body.indexOf(name); at >= 0; at = body.indexOf(name, at + 1)) {
      Span span = new Span(at, at + name.length());
      if (mentions.stream().noneMatch(mention -> mention.span().overlaps(span))) {
        mentions.add(new Mention(span, EntityType.PERSON, "skipper", form, 1));
      }
    }
    mentions.sort((one, other) -> one.span().compareTo(other.span()));
    return report.withMentions(mentions);
  }
}
