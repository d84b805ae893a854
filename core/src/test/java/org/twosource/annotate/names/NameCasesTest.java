package org.twosource.annotate.names;

import static org.assertj.core.api.Assertions.assertThat;
import static org.twosource.annotate.EntityType.ORGANIZATION;
import static org.twosource.annotate.EntityType.PLACE;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.twosource.CasesFile;
import org.twosource.annotate.Annotated;
import org.twosource.annotate.Annotations;
import org.twosource.annotate.EntityType;
import org.twosource.annotate.KnownEntities;
import org.twosource.annotate.Mention;
import org.twosource.annotate.StandardAnnotator;
import org.twosource.report.Report;
import org.twosource.report.Span;
import org.twosource.text.Language;
import org.twosource.text.StandardTextBuilder;
import org.twosource.text.Text;

/** The cases files of names: cases/NameAnnotator.txt, Metonyms.txt, GarbledNames.txt. */
class NameCasesTest {
  private static final StandardTextBuilder BUILDER = new StandardTextBuilder();
  private static final NameAnnotator NAMES = NameAnnotator.standard();
  private static final StandardAnnotator ANNOTATOR =
      new StandardAnnotator(java.util.Optional.empty(), List.of(NAMES), EntityLinker.standard());

  static List<List<String>> names() {
    return CasesFile.rows("NameAnnotator");
  }

  static List<List<String>> metonyms() {
    return CasesFile.rows("Metonyms");
  }

  static List<List<String>> garbledNames() {
    return CasesFile.rows("GarbledNames");
  }

  @ParameterizedTest
  @MethodSource("names")
  void rulesFindTheNamesOfASentence(List<String> row) {
    Text text = text("a", row.get(0));
    String found =
        NAMES.find(text).stream()
            .map(name -> name.type().label() + " " + text.of(name.span()))
            .collect(Collectors.joining("; "));
    CasesFile.check(found, row.get(1));
  }

  @Test
  void theNounBesideANameCorrectsATagger() {
    assertThat(corrected("Its director, Lena Brand, resigned.", "Lena Brand", ORGANIZATION))
        .containsExactly("person Lena Brand");
    assertThat(corrected("Its sponsor, Lena Brand, resigned.", "Lena Brand", ORGANIZATION))
        .containsExactly("organization Lena Brand");
    assertThat(corrected("He wrote on the platform Tweeter.", "Tweeter", EntityType.PERSON))
        .containsExactly("organization Tweeter");
  }

  @Test
  void whatIsTiedToANameOrRuledByItIsNoPartOfIt() {
    assertThat(
            corrected(
                "The Harrow-based Finch Group closed.", "Harrow-based Finch Group", ORGANIZATION))
        .contains("organization Finch Group");
    assertThat(corrected("The Labour-controlled council met.", "Labour-controlled", ORGANIZATION))
        .contains("organization Labour");
    assertThat(
            corrected(
                "It opposed the Tolmer Administration.", "Tolmer Administration", ORGANIZATION))
        .contains("person Tolmer");
    assertThat(corrected("The Tolmer presidency was short.", "Tolmer", ORGANIZATION))
        .contains("person Tolmer");
    assertThat(corrected("The Tolmer campaign was short.", "Tolmer", ORGANIZATION))
        .contains("organization Tolmer");
    assertThat(
            corrected(
                "The Federal Aviation Administration met.",
                "Federal Aviation Administration",
                ORGANIZATION))
        .contains("organization Federal Aviation Administration");
    assertThat(corrected("The Clean Harbours Act passed.", "Clean Harbours Act", ORGANIZATION))
        .contains("other Clean Harbours Act");
    assertThat(
            corrected(
                "The Speaker of the House Ole Brandt left.", "House Ole Brandt", EntityType.PERSON))
        .contains("person Ole Brandt");
    assertThat(corrected("The Kelm-Harrow Group closed.", "Kelm-Harrow Group", ORGANIZATION))
        .contains("organization Kelm-Harrow Group");
  }

  @Test
  void anOrdinaryWordAtTheHeadOfASentenceIsNoPerson() {
    assertThat(
            corrected(
                "Splinter killed boy. A splinter of glass hit him.", "Splinter", EntityType.PERSON))
        .isEmpty();
    assertThat(corrected("Stone left early. Anna Stone threw a stone.", "Stone", EntityType.PERSON))
        .contains("person Stone");
  }

  @Test
  void anAccountIsNoPersonUnlessAPersonGaveItTheName() {
    assertThat(corrected("The user Velm Eye wrote.", "Velm Eye", EntityType.PERSON))
        .contains("organization Velm Eye");
    assertThat(corrected("So the user Velm Eye wrote.", "Velm Eye", EntityType.PERSON))
        .contains("organization Velm Eye");
    assertThat(corrected("So the user John Velm wrote.", "John Velm", EntityType.PERSON))
        .contains("person John Velm");
  }

  @Test
  void capitalsOfAHeadlineAndWordsOverAPictureAreNoPartOfAName() {
    String behind = "\nThe board met on Monday and closed the harbour until the summer.\n";
    String should = "Tamm Should Leave Harbour Board, Pilots Tell Courier" + behind;
    assertThat(corrected(should, "Tamm Should", EntityType.PERSON)).contains("person Tamm");
    String says = "Lena Tamm Says Harbour Board Must Close Western Basin" + behind;
    assertThat(corrected(says, "Lena Tamm Says", EntityType.PERSON)).contains("person Lena Tamm");
    String over = "The board met late. Images Lena Tamm was seen leaving the harbour hall early.";
    assertThat(corrected(over, "Images Lena Tamm", EntityType.PERSON)).contains("person Lena Tamm");
  }

  @Test
  void aSurnameThatIsAVerbStays() {
    String behind = "\nThe board met on Monday and closed the harbour until the summer.\n";
    String may = "Theresa May Leaves Harbour Board After Storm" + behind;
    assertThat(corrected(may, "Theresa May", EntityType.PERSON)).contains("person Theresa May");
    String prose = "Late on Monday Lena Says left the harbour board for good.";
    assertThat(corrected(prose, "Lena Says", EntityType.PERSON)).contains("person Lena Says");
    String both =
        "Lena Says Leaves Harbour Board After Storm" + behind + "Pilots like Lena Says much.";
    assertThat(corrected(both, "Lena Says", EntityType.PERSON)).contains("person Lena Says");
  }

  @Test
  void aTaggersPlaceThatIsASchoolIsAnOrganisation() {
    assertThat(corrected("Pupils left Harrow High School early.", "Harrow High School", PLACE))
        .containsExactly("organization Harrow High School");
    assertThat(corrected("Shops in the West Bank reopened.", "West Bank", PLACE))
        .containsExactly("place West Bank");
  }

  @Test
  void marksAndThePartysLetterAreNoPartOfATaggersName() {
    assertThat(corrected("Rep. Ann Lee, D-Oakdale, voted no.", "D-Oakdale", ORGANIZATION))
        .contains("place Oakdale");
    assertThat(corrected("The Unity Front ( , UF ) split.", ", UF", ORGANIZATION))
        .contains("organization UF");
  }

  @Test
  void aBodyOfAPlaceIsOneNameAlsoWhereTheGazetteerKnowsBoth() {
    String body = "She sat in the House of Commons of Canada for ten years.";
    assertThat(corrected(body, "House of Commons of Canada", ORGANIZATION))
        .containsExactly("organization House of Commons of Canada");
  }

  @Test
  void nobodyHasAnAbbreviationBehindTheName() {
    assertThat(corrected("Liga Velta Sund ( LVS ) won.", "Liga Velta Sund", EntityType.PERSON))
        .contains("organization Liga Velta Sund");
    assertThat(corrected("Liga Velta Sund (OVS) won.", "Liga Velta Sund", EntityType.PERSON))
        .contains("person Liga Velta Sund");
    assertThat(corrected("John Frank Brand (JFB) won.", "John Frank Brand", EntityType.PERSON))
        .contains("person John Frank Brand");
  }

  @Test
  void whatHasAHeadIsNoPerson() {
    String body = "The director of Velm, Lena Sund, resigned.";
    assertThat(corrected(body, "Velm", EntityType.PERSON)).contains("organization Velm");
    String alone = "The director of Velm resigned.";
    assertThat(corrected(alone, "Velm", EntityType.PERSON)).contains("person Velm");
  }

  @Test
  void aFirmIsKnownByTheFirstWordOfItsName() {
    assertThat(typesOfVelm("Velm Works AG grew. Velm hired.", .7)).endsWith(ORGANIZATION);
    assertThat(typesOfVelm("Velm Works AG grew. Velm hired.", .95)).endsWith(PLACE);
    assertThat(typesOfVelm("Velm Works won. Velm hired. ....", .7)).endsWith(PLACE);
  }

  private static List<EntityType> typesOfVelm(String body, double confidenceOfPlace) {
    Text text = text("a", body);
    Gazetteer gazetteer = Gazetteer.standard();
    NameWords words = NameWords.of(Language.find("en").orElseThrow(), gazetteer);
    int end = body.startsWith("Velm Works AG") ? 13 : 10;
    int second = body.lastIndexOf("Velm");
    List<Name> names =
        List.of(
            new Name(new Span(0, end), ORGANIZATION, .95),
            new Name(new Span(second, second + 4), PLACE, confidenceOfPlace));
    var unresolved = new StoryNames(gazetteer, words, List.of(text), List.of(names));
    return NameResolver.resolve(unresolved, KnownEntities.NONE).mentions().get(0).stream()
        .map(Mention::type)
        .toList();
  }

  @Test
  void aTownStaysATownBesideTheTeamThatBearsItsName() {
    Text text = text("a", "Port Velm won. Port Velm lost. In Port Velm, fans cheered.");
    Gazetteer gazetteer = Gazetteer.standard();
    NameWords words = NameWords.of(Language.find("en").orElseThrow(), gazetteer);
    List<Name> names = new ArrayList<>();
    for (int at : List.of(0, 15, 34)) {
      EntityType type = at == 34 ? PLACE : ORGANIZATION;
      names.add(new Name(new Span(at, at + "Port Velm".length()), type, .95));
    }
    var unresolved = new StoryNames(gazetteer, words, List.of(text), List.of(names));
    assertThat(NameResolver.resolve(unresolved, KnownEntities.NONE).mentions().get(0))
        .extracting(Mention::type)
        .containsExactly(ORGANIZATION, ORGANIZATION, PLACE);
  }

  private static List<String> corrected(String body, String tagged, EntityType type) {
    Text text = text("a", body);
    int at = body.indexOf(tagged);
    Name name = new Name(new Span(at, at + tagged.length()), type, .95);
    return NAMES.refine(text, List.of(name)).stream()
        .map(one -> one.type().label() + " " + text.of(one.span()))
        .toList();
  }

  @ParameterizedTest
  @MethodSource("metonyms")
  void aSeatThatActsIsItsGovernment(List<String> row) {
    Annotated annotated = ANNOTATOR.annotate(List.of(text("a", row.get(0)))).reports().get(0);
    Mention mention =
        annotated.mentions().stream()
            .filter(candidate -> candidate.span().in(row.get(0)).equals(row.get(1)))
            .findFirst()
            .orElseThrow();
    boolean government = row.get(2).equals("government");
    assertThat(mention.form()).isEqualTo(government ? Mention.Form.METONYM : Mention.Form.NAME);
    assertThat(mention.type()).isEqualTo(government ? EntityType.ORGANIZATION : EntityType.PLACE);
  }

  @ParameterizedTest
  @MethodSource("garbledNames")
  void aSpoiledNameIsFoundByTheOtherReport(List<String> row) {
    List<Text> texts = List.of(text("a", row.get(0)), text("b", row.get(1)), text("c", row.get(1)));
    Annotations annotations = ANNOTATOR.annotate(texts);
    List<String> garbled =
        annotations.reports().stream()
            .flatMap(
                report ->
                    report.mentions().stream()
                        .filter(mention -> mention.form() == Mention.Form.GARBLED)
                        .map(mention -> mention.span().in(report.body())))
            .toList();
    assertThat(garbled).isEqualTo(row.get(2).equals("nothing") ? List.of() : List.of(row.get(2)));
  }

  static Text text(String id, String body) {
    return BUILDER.build(Report.of(id, body));
  }
}
