package org.twosource.annotate.names;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.twosource.annotate.EntityType.ORGANIZATION;
import static org.twosource.annotate.EntityType.PERSON;
import static org.twosource.annotate.EntityType.PLACE;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.twosource.annotate.EntityType;
import org.twosource.annotate.KnownEntities;
import org.twosource.annotate.Mention;
import org.twosource.report.Span;
import org.twosource.text.Language;
import org.twosource.text.Text;

class NamesakePlacesTest {
  private static final NameAnnotator NAMES = NameAnnotator.standard();

  @Test
  void aBodyCarriesThePlaceThatTheGazetteerKnows() {
    assertThat(carried("He wrote to the Georgia Public Service Commission.", ORGANIZATION))
        .contains("Georgia");
    assertThat(carried("She left the University of Georgia.", ORGANIZATION)).contains("Georgia");
  }

  @Test
  void aBodyThatTownsHaveStandsBehindItsTown() {
    assertThat(carried("They called the Oakdale Volunteer Fire Department.", ORGANIZATION))
        .contains("Oakdale");
    assertThat(carried("They asked The City Council.", ORGANIZATION)).isEmpty();
  }

  @Test
  void aWordOfRegionsEndsThePlace() {
    assertThat(carried("It came from the Oakdale County Community Foundation.", ORGANIZATION))
        .contains("Oakdale County");
    assertThat(carried("They drove through Oakdale County.", PLACE)).isEmpty();
  }

  @Test
  void theNameOfAPlaceElsewhereInTheStoryIsEvidence() {
    assertThat(carried("They met the Oakdale Rovers.", ORGANIZATION)).isEmpty();
    assertThat(carried("They met the Oakdale Rovers. Then they stayed in Oakdale.", ORGANIZATION))
        .contains("Oakdale");
  }

  @Test
  void aBuildingCarriesItsTownAndARoadDoesNot() {
    assertThat(carried("They met in Chicago Hall.", PLACE)).contains("Chicago");
    assertThat(carried("They met in Chicago Street.", PLACE)).isEmpty();
    assertThat(carried("They met Chicago Hall.", PERSON)).isEmpty();
  }

  @Test
  void thePlaceLiesInTheName() {
    assertThatThrownBy(
            () ->
                new Mention(
                    new Span(0, 4),
                    PLACE,
                    "place:oakdale",
                    Mention.Form.NAME,
                    1,
                    Optional.of(new Span(2, 6))))
        .isInstanceOf(IllegalArgumentException.class);
  }

  /** What the first name with several words carries, when it is of this type. */
  private static Optional<String> carried(String body, EntityType type) {
    Text text = NameCasesTest.text("a", body);
    List<Name> names =
        NAMES.find(text).stream()
            .map(
                name -> name.span().in(body).contains(" ") ? new Name(name.span(), type, .9) : name)
            .toList();
    var unresolved =
        new StoryNames(
            Gazetteer.standard(),
            NameWords.of(Language.find("en").orElseThrow(), Gazetteer.standard()),
            List.of(text),
            List.of(names));
    return NameResolver.resolve(unresolved, KnownEntities.NONE).mentions().get(0).stream()
        .filter(mention -> mention.span().in(body).contains(" "))
        .findFirst()
        .orElseThrow()
        .namedAfter()
        .map(place -> place.in(body));
  }
}
