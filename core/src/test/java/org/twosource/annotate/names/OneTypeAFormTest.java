package org.twosource.annotate.names;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.twosource.annotate.EntityType;
import org.twosource.report.Report;
import org.twosource.report.Span;
import org.twosource.text.Language;
import org.twosource.text.StandardTextBuilder;
import org.twosource.text.Text;

class OneTypeAFormTest {
  @Test
  void whatTheGazetteerKnowsIsOfTheTypeOfMostMentions() {
    assertThat(
            types(
                "NATO met. NATO agreed. A NATO exercise began.",
                "NATO",
                EntityType.ORGANIZATION,
                EntityType.ORGANIZATION,
                EntityType.OTHER))
        .containsOnly(EntityType.ORGANIZATION);
  }

  @Test
  void aPeopleStaysNoPlace() {
    assertThat(
            types(
                "French pilots left. French boats came. The French won.",
                "French",
                EntityType.PLACE,
                EntityType.PLACE,
                EntityType.OTHER))
        .endsWith(EntityType.OTHER);
  }

  @Test
  void aWordOfNoPersonsFullNameIsABodyWhereMostMentionsAre() {
    assertThat(
            types(
                "The firm Kelmara won. Kelmara pays. Kelmara said so.",
                "Kelmara",
                EntityType.ORGANIZATION,
                EntityType.ORGANIZATION,
                EntityType.PERSON))
        .containsOnly(EntityType.ORGANIZATION);
  }

  @Test
  void aWordOfAPersonsFullNameMayBeThePerson() {
    String body = "The firm Finch won. Finch pays. Finch said so. Laura Finch left.";
    List<Name> names =
        names(body, "Finch", EntityType.ORGANIZATION, EntityType.ORGANIZATION, EntityType.PERSON);
    int at = body.indexOf("Laura Finch");
    names.add(new Name(new Span(at, at + "Laura Finch".length()), EntityType.PERSON, .9));
    assertThat(read(body, names)).endsWith(EntityType.PERSON, EntityType.PERSON);
  }

  private static List<EntityType> types(String body, String form, EntityType... types) {
    return read(body, names(body, form, types));
  }

  private static List<Name> names(String body, String form, EntityType... types) {
    List<Name> names = new ArrayList<>();
    int at = 0;
    for (EntityType type : types) {
      at = body.indexOf(form, at);
      names.add(new Name(new Span(at, at + form.length()), type, .9));
      at += form.length();
    }
    return names;
  }

  private static List<EntityType> read(String body, List<Name> found) {
    Gazetteer gazetteer = Gazetteer.standard();
    Text text = new StandardTextBuilder().build(Report.of("r", body));
    StoryNames names =
        new StoryNames(
            gazetteer,
            NameWords.of(Language.find("en").orElseThrow(), gazetteer),
            List.of(text),
            List.of(found));
    new OneTypeAForm().run(names);
    return names.mentions.stream().map(mention -> mention.type).toList();
  }
}
