package org.twosource.annotate.names;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.twosource.CpuLimit;
import org.twosource.annotate.Annotated;
import org.twosource.annotate.Annotations;
import org.twosource.annotate.Entity;
import org.twosource.annotate.EntityType;
import org.twosource.annotate.KnownEntities;
import org.twosource.annotate.Mention;
import org.twosource.annotate.OneSentence;
import org.twosource.annotate.StandardAnnotator;
import org.twosource.annotate.WikidataIds;
import org.twosource.report.Span;
import org.twosource.text.Language;
import org.twosource.text.Text;

class EntityLinkerTest {
  private static final StandardAnnotator ANNOTATOR =
      new StandardAnnotator(
          Optional.empty(), List.of(NameAnnotator.standard()), EntityLinker.standard());

  @Test
  void shortFormsGoToTheFullNameOfTheSameText() {
    assertThat(links("Premier Ho Weimin met Anna Becker. Mr Ho thanked Becker. Ho left."))
        .containsExactly(
            "Ho Weimin=person:ho-weimin",
            "Anna Becker=person:anna-becker",
            "Ho=person:ho-weimin",
            "Becker=person:anna-becker",
            "Ho=person:ho-weimin");
  }

  @Test
  void formsOfOneGivenNameInTwoReportsAreOnePerson() {
    assertThat(persons("Nikolas Verdanis fled.", "Nikolaos Verdanis was caught.")).hasSize(1);
    assertThat(persons("Alexis Morandos spoke.", "Alexandros Morandos spoke.")).hasSize(1);
    assertThat(persons("Viktors Kalnberz left.", "Viktor Kalnberz left.")).hasSize(1);
  }

  @Test
  void givenNamesOfTwoGendersOfOneTextOrOfLittleInCommonAreTwoPeople() {
    assertThat(persons("Daniel Morandos spoke.", "Danielle Morandos spoke.")).hasSize(2);
    assertThat(persons("Nikolas Verdanis fled with Nikolaos Verdanis.")).hasSize(2);
    assertThat(persons("Christian Morandos spoke.", "Christopher Morandos spoke.")).hasSize(2);
  }

  @Test
  void capitalsMeanTheOneBodyWhoseFirstLettersTheyAre() {
    assertThat(links("The Kelm Harbour Pilots Association met. The KHPA said nothing."))
        .anyMatch(link -> link.startsWith("KHPA=organization:kelm-harbour-pilots-association"));
    assertThat(
            links(
                "The Kelm Harbour Council met. The Kelm Hospital Council did too. KHC said"
                    + " nothing."))
        .noneMatch(link -> link.matches("KHC=.*council.*"));
  }

  @Test
  void aPartyAndAStateNameTheirOneMember() {
    assertThat(links("Rep. Ann Moss (R-Ariz.) left. The Arizona Republican was tired."))
        .contains("The Arizona Republican=person:ann-moss");
    assertThat(links("Sen. Jo Beck, D-Ohio, spoke first. Later the Democrat left."))
        .contains("the Democrat=person:jo-beck");
    assertThat(links("Senator Al Finch, Republican of Maine, spoke. The Maine Republican left."))
        .contains("The Maine Republican=person:al-finch");
  }

  @Test
  void aPartyOfTwoMembersOrAnotherStateOrABodyNamesNobody() {
    String two = "Rep. Ann Moss (R-Ariz.) met Sen. Jo Beck (R-Ohio). ";
    assertThat(links(two + "The Republican left.")).noneMatch(link -> link.startsWith("The Rep"));
    assertThat(links(two + "The Maine Republican left."))
        .noneMatch(link -> link.startsWith("The Maine Rep"));
    assertThat(links("Rep. Ann Moss (R-Ariz.) left. The Republican leadership stayed."))
        .noneMatch(link -> link.startsWith("The Republican"));
  }

  @Test
  void somebodyNotToldBeforeIsNobodyOfTheSentenceBefore() {
    assertThat(links("Jonas Becker left. A pilot was late because he was ill."))
        .noneMatch(link -> link.startsWith("he="));
    assertThat(links("Jonas Becker left. Later the governor said he was ill."))
        .noneMatch(link -> link.startsWith("he="));
    assertThat(links("Jonas Becker left. A spokeswoman said he was ill."))
        .contains("he=person:jonas-becker");
    assertThat(links("Jonas Becker left. The crowd said he was ill."))
        .contains("he=person:jonas-becker");
  }

  @Test
  void theEndOfABodysNameIsTheBodyWhereOnlyOneHasIt() {
    assertThat(links("The Kelm Pilots Association met. Members of the Pilots Association left."))
        .contains("Pilots Association=organization:kelm-pilots-association");
    assertThat(
            links(
                "The Kelm Pilots Association met the Harrow Pilots Association. Members of the"
                    + " Pilots Association left."))
        .noneMatch(link -> link.matches("Pilots Association=.*(kelm|harrow).*"));
  }

  @Test
  void whoGoesByTheMiddleNameIsOnePersonWithAndWithoutTheLetter() {
    assertThat(persons("J. Christopher Stone spoke.", "Chris Stone left.")).hasSize(1);
    assertThat(persons("W. Anna Becker spoke.", "Anna Becker left.")).hasSize(1);
    assertThat(persons("J. Edgar Stone spoke.", "Chris Stone left.")).hasSize(2);
    assertThat(persons("James Christopher Stone spoke.", "Christopher Stone left.")).hasSize(2);
  }

  @Test
  void capitalsWithFullStopsAreThoseWithout() {
    assertThat(links("The N.A.T.O. council met. Later NATO agreed."))
        .anyMatch(
            link -> link.matches("N\\.A\\.T\\.O\\.?=organization:nato|N\\.A\\.T\\.O\\.?=Q7184"));
  }

  @Test
  void aFullNameInOneReportExplainsTheShortFormInAnother() {
    Annotations story =
        annotate("Mr Becker said the port would open.", "Harbour master Jonas Becker spoke first.");
    assertThat(story.reports().get(0).mentions().get(0).entity()).isEqualTo("person:jonas-becker");
  }

  @Test
  void theGivenNameOfAFamilyFirstNameIsLinkedButNotFlagged() {
    Annotations story =
        annotate("Envoy Gao Mingde left. Later Mingde called.", "Envoy Gao Mingde left at noon.");
    Mention mingde = story.reports().get(0).mentions().get(1);
    assertThat(mingde.entity()).isEqualTo("person:gao-mingde");
    assertThat(mingde.form()).isEqualTo(Mention.Form.NAME);
  }

  @Test
  void twoPeopleOfOneFamilyNameAreKeptApartByTheNearestFullName() {
    assertThat(
            links(
                "Laura Finch opened the fair. Finch then spoke. "
                    + "Robert Finch, the mayor, arrived late. Finch apologised."))
        .containsExactly(
            "Laura Finch=person:laura-finch",
            "Finch=person:laura-finch",
            "Robert Finch=person:robert-finch",
            "Finch=person:robert-finch");
  }

  @Test
  void aNameWithoutJuniorIsNotTheJuniorsUnlessItsOwnTextSaysSo() {
    assertThat(links("Jonas Becker Jr. left early. Later Becker was tired."))
        .containsExactly(
            "Jonas Becker Jr.=person:jonas-becker-jr", "Becker=person:jonas-becker-jr");
    assertThat(links("Jonas Becker Jr. met Mayor Becker at noon."))
        .containsExactly("Jonas Becker Jr.=person:jonas-becker-jr", "Becker=person:becker");
    assertThat(links("Jonas Becker and Jonas Becker Jr. came. Becker spoke. Becker Jr. did not."))
        .containsExactly(
            "Jonas Becker=person:jonas-becker",
            "Jonas Becker Jr.=person:jonas-becker-jr",
            "Becker=person:jonas-becker",
            "Becker Jr.=person:jonas-becker-jr");
    Annotations story =
        annotate("Mr Becker said the port would open.", "Harbour master Jonas Becker Jr. spoke.");
    assertThat(story.reports().get(0).mentions().get(0).entity()).isEqualTo("person:becker");
  }

  @Test
  void aFamilyNameIsWhoseTheTextIsAboutNotWhoWasMentionedOnTheWay() {
    assertThat(
            links(
                "Jonas Becker left the board. He sold a coat that Anna Becker once wore. Becker owes"
                    + " the port money."))
        .contains("Becker=person:jonas-becker");
    assertThat(
            links(
                "Jonas Becker left the board. He spoke of his wife, Anna Becker. The court fined"
                    + " Becker on Monday."))
        .contains("Becker=person:jonas-becker");
    assertThat(
            links(
                "Jonas Becker Jr. wrote a book with his father, Jonas Becker. The"
                    + " court fined Becker on Monday."))
        .contains("Becker=person:jonas-becker-jr");
  }

  @Test
  void whoWasJustToldOfByFullNameIsMeantByTheFamilyName() {
    assertThat(
            links(
                "Jonas Becker left the board. Anna Becker was a pilot for ten years. Becker owes the"
                    + " port money."))
        .contains("Becker=person:anna-becker");
    assertThat(
            links(
                "Jonas Becker left the board. “It was late,” Anna Becker said. Becker owes the port"
                    + " money."))
        .contains("Becker=person:anna-becker");
    assertThat(
            links("Jonas Becker met Jonas Becker Jr. on Monday. Becker said the port would open."))
        .contains("Becker=person:jonas-becker");
  }

  @Test
  void aFamilyNameOfTwoPeopleOfOtherReportsStaysAlone() {
    Annotations story =
        annotate("Mr Finch declined to comment.", "Robert Finch spoke.", "Edward Finch spoke.");
    assertThat(story.reports().get(0).mentions().get(0).entity()).isEqualTo("person:finch");
  }

  @Test
  void aWomansTitleIsNotGivenToAMan() {
    Annotations story = annotate("Mrs Finch declined to comment.", "Robert Finch spoke.");
    assertThat(story.reports().get(0).mentions().get(0).entity()).isEqualTo("person:finch");
  }

  @Test
  void aTeamNamedByItsPlaceIsAnOrganisationAlsoAfterLinking() {
    String body = "Toronto beat Canada in the final.";
    NameTagger tagger =
        (text, encoding) ->
            List.of(
                new Name(new Span(0, 7), EntityType.ORGANIZATION, .95),
                new Name(new Span(13, 19), EntityType.ORGANIZATION, .95));
    try (StandardAnnotator annotator =
        new StandardAnnotator(
            Optional.empty(), List.of(NameAnnotator.with(tagger)), EntityLinker.standard())) {
      List<Mention> mentions =
          annotator.annotate(List.of(NameCasesTest.text("a", body))).reports().get(0).mentions();
      assertThat(mentions)
          .extracting(Mention::type)
          .containsExactly(EntityType.ORGANIZATION, EntityType.ORGANIZATION);
      assertThat(mentions)
          .extracting(Mention::entity)
          .containsExactly("organization:toronto", "place:canada");
    }
  }

  /** Each form that a tagger takes for an organisation, wherever it stands. */
  private static List<String> bodies(String body, Map<String, EntityType> forms) {
    NameTagger tagger =
        (text, encoding) -> {
          List<Name> names = new ArrayList<>();
          forms.forEach(
              (form, type) -> {
                for (int at = body.indexOf(form); at >= 0; at = body.indexOf(form, at + 1)) {
                  Span span = new Span(at, at + form.length());
                  if (names.stream().noneMatch(name -> name.span().overlaps(span))) {
                    names.add(new Name(span, type, 0.99));
                  }
                }
              });
          names.sort(null);
          return names;
        };
    StandardAnnotator annotator =
        new StandardAnnotator(
            Optional.empty(), List.of(NameAnnotator.with(tagger)), EntityLinker.standard());
    Annotated read =
        annotator.annotate(List.of(OneSentence.text(body, "2021-03-10"))).reports().get(0);
    return read.mentions().stream()
        .map(mention -> mention.span().in(body) + "=" + mention.entity())
        .toList();
  }

  @Test
  void twoFirmsTaggedAsOneAreTwoWhereEachIsNamedByItself() {
    Map<String, EntityType> forms = new LinkedHashMap<>();
    forms.put("Veltor and Quandox", EntityType.ORGANIZATION);
    forms.put("Bright and Dale", EntityType.ORGANIZATION);
    forms.put("Veltor", EntityType.ORGANIZATION);
    forms.put("Quandox", EntityType.ORGANIZATION);
    assertThat(
            bodies(
                "Yesterday Veltor fell. Then Quandox rose. Lawyers Bright and Dale told Veltor and Quandox.",
                forms))
        .containsExactly(
            "Veltor=organization:veltor",
            "Quandox=organization:quandox",
            "Bright and Dale=organization:bright-and-dale",
            "Veltor=organization:veltor",
            "Quandox=organization:quandox");
  }

  @Test
  void aFirmBesideThePersonItIsNamedAfterStaysAFirm() {
    Map<String, EntityType> forms = new LinkedHashMap<>();
    forms.put("Edgar Veltor", EntityType.PERSON);
    forms.put("Veltor", EntityType.ORGANIZATION);
    assertThat(
            bodies("At noon Edgar Veltor spoke. Shares of Veltor fell. Later Veltor rose.", forms))
        .containsExactly(
            "Edgar Veltor=person:edgar-veltor",
            "Veltor=organization:veltor",
            "Veltor=organization:veltor");
  }

  @Test
  void oneStateUnderAllItsNames() {
    assertThat(links("The U.S. and Britain agreed. The United States and the UK will sign."))
        .containsExactly(
            "U.S.=place:united-states",
            "Britain=place:united-kingdom",
            "United States=place:united-states",
            "UK=place:united-kingdom");
  }

  @Test
  void anAcronymBesideALongNameMeansTheLongName() {
    assertThat(
            links("The Baltic Harbour Safety Board (BHSB) met on Monday. The BHSB found no fault."))
        .containsExactly(
            "Baltic Harbour Safety Board=organization:baltic-harbour-safety-board",
            "BHSB=organization:baltic-harbour-safety-board",
            "BHSB=organization:baltic-harbour-safety-board");
  }

  @Test
  void ministriesOfTwoStatesAreTwo() {
    Annotations story =
        annotate("The Chinese Foreign Ministry spoke. Japan's Foreign Ministry answered.");
    assertThat(
            story.reports().get(0).mentions().stream()
                .filter(mention -> mention.type() == EntityType.ORGANIZATION)
                .map(Mention::entity))
        .containsExactly(
            "organization:foreign-ministry-of-china", "organization:foreign-ministry-of-japan");
  }

  @Test
  void rolesAreReadBeforeAndAfterTheName() {
    assertThat(roles("US Secretary of Trade Mark Ellison spoke. He left.", "mark-ellison"))
        .containsExactly("US Secretary of Trade");
    assertThat(
            roles(
                "“No,” said Carl Dahl, the top Danish envoy for the Arctic, on Monday.",
                "carl-dahl"))
        .containsExactly("top Danish envoy for the Arctic");
    assertThat(roles("Petersen’s chief of staff, Ruth Lange, resigned.", "ruth-lange"))
        .containsExactly("Petersen's chief of staff");
    assertThat(roles("Canada’s ambassador to Norway, Ruth Lange, resigned.", "ruth-lange"))
        .containsExactly("Canada's ambassador to Norway");
    assertThat(roles("The committee chairman, Sen. Ruth Lange, resigned.", "ruth-lange"))
        .containsExactly("committee chairman", "Sen.");
    assertThat(roles("Without the chairman, Sen. Ruth Lange and Anna Becker met.", "anna-becker"))
        .isEmpty();
    assertThat(roles("He met minister Anna Becker, envoy Ruth Lange and others.", "anna-becker"))
        .containsExactly("minister");
  }

  @Test
  void spellingsOfOneNameInOtherLettersAreOnePerson() {
    assertThat(persons("President Ivan Selenkov spoke.", "Iwan Selenkow left. Selenkow spoke."))
        .containsExactly("Ivan Selenkov [Iwan Selenkow, Selenkow]");
    assertThat(persons("Oleksiy Marchenko called.", "Alexei Martschenko called. Marchenko left."))
        .containsExactly("Alexei Martschenko [Oleksiy Marchenko]");
    assertThat(persons("Mohammed Rashidi voted.", "Muhammad Rashidy voted. Rashidi left."))
        .containsExactly("Mohammed Rashidi [Muhammad Rashidy]");
    assertThat(persons("Dmitry Petrovsky sang.", "Mr Petrovskiy sang."))
        .containsExactly("Dmitry Petrovsky [Petrovskiy]");
  }

  @Test
  void likeNamesOfTwoPeopleAreTwo() {
    assertThat(persons("Olha Selenkova spoke.", "Ivan Selenkov spoke.")).hasSize(2);
    assertThat(persons("Ivan Selenkov spoke.", "Igor Selenkow spoke.")).hasSize(2);
    assertThat(persons("Karen Mayer met Karen Meyer.", "Karen Mayer left.")).hasSize(2);
    assertThat(persons("Lena Chen met Mark Stone.", "Lena Shen met Mark Stone.")).hasSize(3);
    assertThat(persons("Anna Berg left.", "Anna Burg left.")).hasSize(2);
  }

  @Test
  void aFirmWrittenInOneWordOrTwoIsOne() {
    assertThat(organizations("Riverway Group plc sued. RiverwayGroup gave no reason."))
        .containsExactly("Riverway Group");
    assertThat(organizations("Halden Bank sued Halden Fund Corp.")).hasSize(2);
  }

  private static List<String> persons(String... bodies) {
    return annotate(bodies).entities().stream()
        .filter(entity -> entity.type() == EntityType.PERSON)
        .map(entity -> entity.name() + (entity.aliases().isEmpty() ? "" : " " + entity.aliases()))
        .toList();
  }

  private static List<String> organizations(String... bodies) {
    return annotate(bodies).entities().stream()
        .filter(entity -> entity.type() == EntityType.ORGANIZATION)
        .map(org.twosource.annotate.Entity::name)
        .toList();
  }

  @Test
  void aPronounGoesToTheOnePersonItCanMean() {
    assertThat(links("Anna Becker met Robert Finch. She left early."))
        .contains("She=person:anna-becker");
    assertThat(links("Anna Becker left early. He was late."))
        .noneMatch(link -> link.startsWith("He="));
  }

  @Test
  void aDescriptionGoesToTheOnePersonOfThatRole() {
    assertThat(links("Finance Minister Anna Becker resigned. The finance minister gave no reason."))
        .contains("The finance minister=person:anna-becker");
    assertThat(
            links(
                "President Anna Becker met President Robert Finch. The president gave no reason."))
        .noneMatch(link -> link.startsWith("The president="));
  }

  @Test
  void aTitleCutShortIsTheSameRole() {
    assertThat(links("Gov. Anna Becker resigned. The governor gave no reason."))
        .contains("The governor=person:anna-becker");
    assertThat(links("Sen. Robert Finch voted no. The senator gave no reason."))
        .contains("The senator=person:robert-finch");
    assertThat(links("Gen. Carla Lund fell ill. The general is in hospital."))
        .contains("The general=person:carla-lund");
  }

  @Test
  void twoOfOneOfficeAreNotToldApartByHowTheirTitleIsWritten() {
    assertThat(
            links("Gov. Anna Becker spoke of Governor Robert Finch. The governor gave no reason."))
        .noneMatch(link -> link.startsWith("The governor="));
    assertThat(links("Sen. Anna Becker met Senator Robert Finch. The senator gave no reason."))
        .noneMatch(link -> link.startsWith("The senator="));
    assertThat(links("Gen. Anna Becker spoke to General Robert Finch. The general gave no reason."))
        .noneMatch(link -> link.startsWith("The general="));
  }

  @Test
  void idsComeFromAPluggedInFile(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("ids.tsv");
    Files.writeString(file, "# mine\nAnna Becker\tperson\tQ123\nbroken line\n");
    var linker =
        new EntityLinker(
            Language.find("en").orElseThrow(),
            Gazetteer.standard(),
            KnownEntities.NONE.withWikidata(WikidataIds.read(file)));
    var annotator =
        new StandardAnnotator(Optional.empty(), List.of(NameAnnotator.standard()), linker);
    Annotations story =
        annotator.annotate(List.of(NameCasesTest.text("a", "Minister Anna Becker resigned.")));
    assertThat(story.entities().get(0).wikidata()).contains("Q123");
    assertThat(story.entities().get(0).id()).isEqualTo("Q123");
  }

  private static List<Entity> withSame(String name, String other, String... bodies) {
    var known =
        new KnownEntities(WikidataIds.NONE, List.of(new KnownEntities.SameName(name, other)));
    var linker = new EntityLinker(Language.find("en").orElseThrow(), Gazetteer.standard(), known);
    var annotator =
        new StandardAnnotator(Optional.empty(), List.of(NameAnnotator.standard()), linker);
    List<Text> texts = new ArrayList<>();
    for (String body : bodies) {
      texts.add(NameCasesTest.text("t" + texts.size(), body));
    }
    return annotator.annotate(texts).entities();
  }

  @Test
  void namesThatTheUserCallsOneAreOneAndCalledByTheFirst() {
    String[] bodies = {
      "Minister Anna Becker resigned. Becker gave no reason.",
      "Anna Lindqvist, the former minister, was seen in Oslo."
    };
    List<Entity> entities = withSame("Anna Lindqvist", "Anna Becker", bodies);
    assertThat(entities).filteredOn(one -> one.type() == EntityType.PERSON).hasSize(1);
    Entity one =
        entities.stream()
            .filter(entity -> entity.type() == EntityType.PERSON)
            .findFirst()
            .orElseThrow();
    assertThat(one.name()).isEqualTo("Anna Lindqvist");
    assertThat(one.aliases()).contains("Anna Becker");
    assertThat(one.id()).isEqualTo("person:anna-lindqvist");
  }

  @Test
  void aPersonIsNoPlaceAndANameNobodyHasJoinsNothing() {
    String[] bodies = {"Minister Anna Becker resigned.", "Robert Finch was seen in Oslo."};
    assertThat(withSame("Oslo", "Anna Becker", bodies)).hasSize(3);
    assertThat(withSame("Carla Lund", "Anna Becker", bodies)).hasSize(3);
    assertThat(withSame("Anna Becker", "anna becker", bodies)).hasSize(3);
  }

  @Test
  void theSameTextsGiveTheSameEntities() {
    String[] bodies = {
      "Premier Ho Weimin met Anna Becker in Oslo. Ho thanked her.",
      "Becker, the foreign minister, flew home. Oslo welcomed the talks."
    };
    assertThat(annotate(bodies).entities()).isEqualTo(annotate(bodies).entities());
  }

  @Test
  void everyMentionPointsToAnEntityAndLiesInTheText() {
    Annotations story =
        annotate(
            "",
            "THE CAT.",
            "\u0000\u001b[31m Mr",
            "He said he said he",
            "’s ‘’ “U.S.’s",
            "ß-Ö-A.B.C.");
    story
        .reports()
        .forEach(
            report ->
                report
                    .mentions()
                    .forEach(
                        mention -> {
                          assertThat(mention.span().end())
                              .isLessThanOrEqualTo(report.body().length());
                          assertThat(mention.span().isEmpty()).isFalse();
                          assertThat(story.entity(mention.entity())).isPresent();
                        }));
  }

  @Test
  void tenThousandNamesAreResolvedInTime() {
    String body =
        "President Anna Becker met Robert Finch in Oslo. Finch told her that Ottawa was angry. "
            .repeat(3_000);
    CpuLimit.within(Duration.ofSeconds(30), () -> annotate(body, body.substring(0, 1000)));
  }

  private static Annotations annotate(String... bodies) {
    List<Text> texts = new ArrayList<>();
    for (String body : bodies) {
      texts.add(NameCasesTest.text("r" + texts.size(), body));
    }
    return ANNOTATOR.annotate(texts);
  }

  private static List<String> links(String body) {
    return annotate(body).reports().get(0).mentions().stream()
        .map(mention -> mention.span().in(body) + "=" + mention.entity())
        .toList();
  }

  private static List<String> roles(String body, String person) {
    return annotate(body).entity("person:" + person).orElseThrow().roles();
  }
}
