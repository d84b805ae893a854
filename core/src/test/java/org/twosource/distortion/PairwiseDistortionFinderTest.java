package org.twosource.distortion;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.twosource.ReadingsFile;
import org.twosource.annotate.Annotated;
import org.twosource.annotate.Annotations;
import org.twosource.annotate.StandardAnnotator;
import org.twosource.lineage.Derivation;
import org.twosource.lineage.Family;
import org.twosource.lineage.Lineage;
import org.twosource.lineage.Origin;
import org.twosource.report.Handle;
import org.twosource.report.Report;
import org.twosource.reuse.Alignment;
import org.twosource.reuse.Manner;
import org.twosource.reuse.Passage;
import org.twosource.reuse.TokenWordAligner;
import org.twosource.text.StandardTextBuilder;

/** Who is charged with a change, and which wording of a quotation is nearest the original. */
class PairwiseDistortionFinderTest {
  private static final String SOLD =
      "“We will never sell the old harbour to strangers,” Mayor Ada Brandt said on Monday.";
  private static final String RENTED =
      "“We will never rent the old harbour to strangers,” Mayor Ada Brandt said on Monday.";
  private static final String GAVE =
      "“We will never paint the old harbour for strangers,” Mayor Ada Brandt said on Monday.";

  private static StandardAnnotator annotator;

  @BeforeAll
  static void open() {
    annotator = StandardAnnotator.standard();
  }

  @AfterAll
  static void close() {
    annotator.close();
  }

  /** One family of one-sentence reports a, b, c ...; edges like "ab" say that b was made from a. */
  private static Distortions find(List<String> bodies, String... edges) {
    Annotations annotations =
        annotator.annotate(
            java.util.stream.IntStream.range(0, bodies.size())
                .mapToObj(i -> Report.of(name(i), bodies.get(i)))
                .map(report -> new StandardTextBuilder().build(report))
                .toList());
    List<String> names = annotations.reports().stream().map(Annotated::id).toList();
    List<Derivation> derivations = new ArrayList<>();
    for (String edge : edges) {
      derivations.add(
          new Derivation(
              edge.substring(0, 1),
              edge.substring(1),
              true,
              Derivation.Degree.WHOLLY,
              Manner.EDITED,
              .9,
              .9,
              List.of("test")));
    }
    Optional<String> first = edges.length > 0 ? Optional.of("a") : Optional.empty();
    Origin origin = new Origin(first.orElse("f1-unseen"), first, Optional.empty(), List.of());
    Lineage lineage =
        new Lineage(
            List.of(new Family(Handle.of("f1"), names, origin, List.of("test"))), derivations);
    return new PairwiseDistortionFinder(
            ChangeJudge.ofDetectors(Detectors.standard()),
            new TokenWordAligner(),
            new QuotationMatcher())
        .find(annotations, alignments(annotations.reports()), lineage);
  }

  private static String name(int i) {
    return String.valueOf((char) ('a' + i));
  }

  private static List<Alignment> alignments(List<Annotated> reports) {
    List<Alignment> alignments = new ArrayList<>();
    for (int i = 0; i < reports.size(); i++) {
      for (int j = i + 1; j < reports.size(); j++) {
        Annotated one = reports.get(i);
        Annotated two = reports.get(j);
        Passage passage =
            new Passage(
                List.of(0),
                List.of(0),
                one.sentences().getFirst().span(),
                two.sentences().getFirst().span(),
                Manner.EDITED,
                Passage.Substance.PROSE,
                one.body().equals(two.body()) ? 1 : .85);
        alignments.add(new Alignment(one.id(), two.id(), List.of(passage)));
      }
    }
    return alignments;
  }

  private static List<String> charges(Distortions distortions) {
    return distortions.distortions().stream()
        .filter(found -> found.kind() == Distortion.Kind.QUOTE_ALTERED)
        .map(
            found ->
                found.introducedBy().orElse("nobody")
                    + ": "
                    + found.before()
                    + " -> "
                    + found.after())
        .toList();
  }

  @Test
  void aCopyIsChargedWithWhatItsParentHasOtherwise() {
    assertThat(charges(find(List.of(SOLD, RENTED), "ab"))).containsExactly("b: sell -> rent");
  }

  @Test
  void aChangeInheritedFromTheParentIsNotChargedAgain() {
    assertThat(charges(find(List.of(SOLD, RENTED, RENTED), "ab", "bc")))
        .containsExactly("b: sell -> rent");
  }

  @Test
  void aCopySaysNothingOfTheReportItWasMadeFrom() {
    String other = "The old ferry left for the islands before dawn on Monday.";
    assertThat(charges(find(List.of(other, SOLD, RENTED), "ab", "bc")))
        .containsExactly("c: sell -> rent");
    assertThat(charges(find(List.of(other, SOLD, other, RENTED), "ab", "bc", "cd")))
        .noneMatch(charge -> charge.startsWith("b:"));
  }

  @Test
  void amongCopiesTheOneThatDiffersFromTheOthersIsCharged() {
    assertThat(charges(find(List.of(SOLD, RENTED, SOLD)))).containsExactly("b: sell -> rent");
  }

  @Test
  void twoCopiesThatEachDifferFromTheOthersAreBothCharged() {
    assertThat(charges(find(List.of(SOLD, RENTED, SOLD, GAVE))))
        .contains("b: sell -> rent", "d: sell -> paint")
        .noneMatch(charge -> charge.startsWith("a") || charge.startsWith("c"));
  }

  @Test
  void ofTwoCopiesAloneNobodyIsCharged() {
    assertThat(charges(find(List.of(SOLD, RENTED))))
        .hasSize(1)
        .allMatch(charge -> charge.startsWith("nobody"));
  }

  @Test
  void whoHasNoNameIsToldInTheWordsOfTheReport() {
    List<Quotation> quotations =
        find(List.of("“We heard the crane before we saw it fall,” a docker said on Monday."))
            .quotations();
    assertThat(quotations).hasSize(1);
    assertThat(quotations.getFirst().speaker()).isEmpty();
    assertThat(quotations.getFirst().source()).contains("a docker");
    Quotation pronoun =
        find(List.of("“We heard the crane before we saw it fall,” they said on Monday."))
            .quotations()
            .getFirst();
    assertThat(pronoun.source()).isEmpty();
  }

  @Test
  void smallWordsInOrderMakeNoUtterance() {
    List<Quotation> quotations =
        find(List.of(
                "The plans \"threaten the beauty and peace of the town,\" Ada Brandt said.",
                "The clerks met. \"The office has always wanted to talk with the owners, anywhere and at any hour, for"
                    + " the good of the owners and for the peace of the town,\" a clerk"
                    + " said."))
            .quotations();
    assertThat(quotations).hasSize(2);
  }

  @Test
  void theBestWordingIsTheOneThatReportsShareWordForWord() {
    List<Quotation> quotations = find(List.of(RENTED, SOLD, GAVE, SOLD)).quotations();
    assertThat(quotations).hasSize(1);
    assertThat(quotations.getFirst().best()).contains("sell");
    assertThat(quotations.getFirst().wordings())
        .extracting(Quotation.Printing::altered)
        .containsExactly(true, false, true, false);
  }

  @Test
  void houseStyleIsNoAlteration() {
    String dots = "“The U.S. harbour will never be sold to strangers,” Mayor Ada Brandt said.";
    List<Quotation> quotations =
        find(List.of(dots, dots.replace("U.S.", "US"), dots.replace("“", "\"").replace("”", "\"")))
            .quotations();
    assertThat(quotations).hasSize(1);
    assertThat(quotations.getFirst().wordings()).noneMatch(Quotation.Printing::altered);
  }

  /** What became of a sentence, by the letter that stands for it in {@link #TOLD}. */
  private static final Map<Character, String> TOLD =
      Map.of(
          'o',
              "The coast guard said the fire at the Kelm mill may have injured 14 workers on Monday.",
          'n',
              "The coast guard said the fire at the Kelm mill may have injured 41 workers on Monday.",
          'm',
              "The coast guard said the fire at the Kelm mill may have injured 45 workers on Monday.",
          'h', "The coast guard said the fire at the Kelm mill injured 14 workers on Monday.",
          's', "The fire at the Kelm mill may have injured 14 workers on Monday.",
          'g',
              "The coast guard said the fire at the Kelm mill may have injured 14 wolves on Monday.");

  /** Copies by what each tells, and who was made from whom. */
  private static final List<String> VOTINGS =
      List.of(
          "on",
          "onn",
          "oon",
          "oonn",
          "onnn",
          "ooonn",
          "onm",
          "onnm",
          "oonnm",
          "oh",
          "ohh",
          "ooh",
          "oohh",
          "os",
          "oss",
          "oos",
          "og",
          "oog",
          "ogg",
          "ohn",
          "oshn",
          "nh",
          "oo",
          "on ab",
          "onn ab ac",
          "onn ab bc",
          "onn ac bc",
          "oonn ab ac ad",
          "onoo ab bc bd",
          "oh ab",
          "ohh ab bc",
          "os ab",
          "oso ab ac",
          "ono ab bc",
          "onh ab bc",
          "ooh ab",
          "onn ab",
          "oonn ac");

  @Test
  void everyVotingEndsAsItDid() throws IOException {
    ReadingsFile readings = new ReadingsFile();
    for (String voting : VOTINGS) {
      List<String> words = List.of(voting.split(" "));
      List<String> bodies =
          words.getFirst().chars().mapToObj(told -> TOLD.get((char) told)).toList();
      readings.add(voting + ":");
      find(bodies, words.subList(1, words.size()).toArray(String[]::new))
          .distortions()
          .forEach(found -> readings.add("  " + shown(found)));
    }
    readings.check("Votings");
  }

  private static String shown(Distortion found) {
    return String.join(
        " ",
        found.from().report() + found.to().report(),
        found.kind().name(),
        found.severity().name(),
        found.before() + " > " + found.after(),
        found.introducedBy().map(by -> "by " + by).orElse("open"));
  }
}
