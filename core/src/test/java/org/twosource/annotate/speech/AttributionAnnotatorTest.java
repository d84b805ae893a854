package org.twosource.annotate.speech;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.twosource.annotate.Annotated;
import org.twosource.annotate.Attribution;
import org.twosource.annotate.EntityType;
import org.twosource.annotate.Mention;
import org.twosource.annotate.StandardAnnotator;
import org.twosource.encode.TextEncoding;
import org.twosource.report.Report;
import org.twosource.report.Span;
import org.twosource.text.Quote;
import org.twosource.text.StandardTextBuilder;
import org.twosource.text.Text;

/** By rules alone; the learned tagger is measured by the bench. */
class AttributionAnnotatorTest {
  private final AttributionAnnotator annotator = new AttributionAnnotator(Optional.empty());

  private Annotated annotated(String body) {
    Text text = new StandardTextBuilder().build(Report.of("r", body));
    return annotator.annotate(Annotated.bare(text), TextEncoding.NONE);
  }

  private List<String> lines(String body) {
    return annotated(body).attributions().stream().map(said -> line(body, said)).toList();
  }

  private static String line(String body, Attribution said) {
    return said.kind().label()
        + " | "
        + said.source().map(span -> span.in(body)).orElse("-")
        + " | "
        + String.join(
            " / ",
            (said.quoted().isEmpty() ? said.content() : said.quoted())
                .stream().map(span -> span.in(body)).toList());
  }

  @Test
  void speakerAfterTheQuotation() {
    assertThat(lines("“We will rebuild the pier before winter,” Mayor Ada Brandt said on Monday."))
        .containsExactly("direct | Mayor Ada Brandt | We will rebuild the pier before winter,");
  }

  @Test
  void speakerAfterTheVerb() {
    assertThat(lines("\"The pier is gone and nobody told us,\" said harbour pilot Jon Ek."))
        .containsExactly("direct | harbour pilot Jon Ek | The pier is gone and nobody told us,");
  }

  @Test
  void speakerBeforeTheQuotation() {
    assertThat(lines("Brandt told reporters: “There will be no second vote on the pier.”"))
        .containsExactly("direct | Brandt | There will be no second vote on the pier.");
  }

  @Test
  void whoAsksForAnAnswerDoesNotGiveIt() {
    assertThat(
            lines(
                "Asked by reporters to comment on the pier, Mayor Ada Brandt simply said “we shall"
                    + " see about that” as she left."))
        .containsExactly("direct | Mayor Ada Brandt simply | we shall see about that");
  }

  @Test
  void aDayJudgesNothing() {
    assertThat(
            lines(
                "President Ana Moss on Sunday denounced the rocket launch as “an unacceptable and"
                    + " provocative act,” and called a meeting."))
        .containsExactly("direct | President Ana Moss | an unacceptable and provocative act,");
  }

  @Test
  void theRestOfAQuotationHasTheSameSpeaker() {
    assertThat(
            lines(
                "“We heard a bang,” Ek said. “Then the lights went out and people began to shout.”"))
        .containsExactly(
            "direct | Ek | We heard a bang,",
            "direct | Ek | Then the lights went out and people began to shout.");
  }

  @Test
  void aQuotationOverParagraphsGoesOn() {
    assertThat(
            lines(
                "“We heard a bang and ran outside,” Ek said. “It was dark on the quay.\n\n"
                    + "“Nobody knew where the ferry was.”\n\nThe ferry was found on Tuesday."))
        .containsExactly(
            "direct | Ek | We heard a bang and ran outside,",
            "direct | Ek | It was dark on the quay.",
            "direct | Ek | Nobody knew where the ferry was.");
  }

  @Test
  void aClosingSourceSaysTheWholeSentenceHoweverItBegins() {
    assertThat(
            lines(
                "The council wants to make sure “that the quarrel over the pier does not grow” "
                    + "before winter, she told reporters."))
        .containsExactly("direct | she | that the quarrel over the pier does not grow");
    assertThat(
            lines(
                "Ek and Brandt had promised to talk “so that nobody is left in the dark again,” "
                    + "Holm said Friday."))
        .containsExactly("direct | Holm | so that nobody is left in the dark again,");
  }

  @Test
  void whoJudgesAThingSpeaksTheWordsItIsJudgedWith() {
    assertThat(
            lines(
                "Asked about it, Holm dismissed a report by Ek that the pier was sinking as"
                    + " “wacky and unprofessional” on Friday."))
        .contains("direct | Holm | wacky and unprofessional");
    assertThat(lines("Brandt answered by dismissing as “wacky and unprofessional” a report by Ek."))
        .contains("direct | Brandt | wacky and unprofessional");
  }

  @Test
  void whoSpokeBeforeAJudgementJudges() {
    assertThat(lines("Brandt said nothing on the way, Holm said, describing him as “subdued.”"))
        .contains("direct | Holm | subdued.");
    assertThat(lines("Ek never paid for the boat, said Holm, denouncing the deal as “a theft.”"))
        .contains("direct | Holm | a theft.");
    assertThat(lines("Lund sold the pier, Ek wrote, dismissing the price as “a joke.”"))
        .contains("direct | Ek | a joke.");
    assertThat(lines("Brandt, describing the deal as “a step,” left for Lindow."))
        .contains("direct | Brandt | a step,");
  }

  @Test
  void aClosingSourceWinsOverOneWhoOnlyActs() {
    String body =
        "Ek plans to close the pier “as soon as the ice allows it,” Holm said Friday. More later.";
    Text text = new StandardTextBuilder().build(Report.of("r", body));
    SpeechRules rules =
        new SpeechRules(
            text,
            new SpeechWords(org.twosource.text.Language.find("en").orElseThrow()),
            text.quotes().outer());
    Speech acting =
        new Speech(
            Optional.of(spanOf("Ek", body)),
            Optional.of(spanOf("plans", body)),
            List.of(spanOf("to close the pier “as soon as the ice allows it,”", body)),
            .9);
    List<Speech> found = new ArrayList<>(List.of(acting));
    rules.correct(found);
    assertThat(found).hasSize(2);
    assertThat(found.getFirst().confidence()).isEqualTo(SpeechRules.MAX_INNER_CONFIDENCE);
    assertThat(found.getLast().source().orElseThrow().in(body)).isEqualTo("Holm");
    assertThat(found.getLast().content().getFirst().in(body))
        .isEqualTo("“as soon as the ice allows it,”");
  }

  private static Span spanOf(String words, String body) {
    int start = body.indexOf(words);
    return new Span(start, start + words.length());
  }

  @Test
  void scareQuotesAreNotSpeech() {
    assertThat(lines("The council opened its “ghost pier” to walkers last week.")).isEmpty();
  }

  @Test
  void apostrophesAreNotMarks() {
    assertThat(lines("The pilots' union met at six o'clock in the '90s hall of the workers' club."))
        .isEmpty();
  }

  @Test
  void singleMarksQuoteToo() {
    assertThat(lines("‘The council’s plan is a bad joke on us all,’ said Ek."))
        .containsExactly("direct | Ek | The council’s plan is a bad joke on us all,");
  }

  @Test
  void aMarkThatNeverClosesEndsWithItsSentence() {
    assertThat(
            lines(
                "“We will not pay for this, Brandt said. The court meets again in May.\n\n"
                    + "“The law is clear about who pays,” Ek said."))
        .contains("direct | Ek | The law is clear about who pays,");
  }

  @Test
  void reportedSpeechWithoutMarks() {
    assertThat(lines("The coast guard said that two crew members were missing."))
        .containsExactly("indirect | The coast guard | two crew members were missing");
    assertThat(lines("Two crew members were missing, the coast guard said."))
        .containsExactly("indirect | the coast guard | Two crew members were missing");
    assertThat(lines("According to the coast guard, two crew members were missing."))
        .containsExactly("indirect | the coast guard | two crew members were missing");
  }

  @Test
  void halfAClauseThatNamesTheSpeaker() {
    assertThat(lines("Divers searched what the owners say was an empty hold, and found a body."))
        .containsExactly("indirect | the owners | was an empty hold");
  }

  @Test
  void pronounsStandForTheSpeakerBefore() {
    String body =
        "“We heard a bang and ran outside,” Jon Ek said.\n\n“It was very dark on the quay,” he added.";
    Text text = new StandardTextBuilder().build(Report.of("r", body));
    int at = body.indexOf("Jon Ek");
    Annotated named =
        Annotated.bare(text)
            .withMentions(
                List.of(
                    new Mention(
                        new org.twosource.report.Span(at, at + 6),
                        EntityType.PERSON,
                        "ek",
                        Mention.Form.NAME,
                        1)));
    Annotated found = annotator.annotate(named, TextEncoding.NONE);
    assertThat(found.attributions())
        .extracting(Attribution::entity)
        .containsExactly(Optional.of("ek"), Optional.of("ek"));
  }

  @Test
  void aNameInsideAQuotationIsNotWhoSpeaks() {
    assertThat(
            speakers(
                "Jon Ek opened the pier on Monday. “Ada Brandt paid for all of it,” he said.",
                "Jon Ek",
                "Ada Brandt"))
        .containsExactly("Jon Ek");
  }

  @Test
  void aSubjectSpeaksOnNotWhoseThingIsNamedLast() {
    assertThat(
            speakers(
                "Jon Ek burnt Ada Brandt’s plan on Monday. “It will never be built,” he said.",
                "Jon Ek",
                "Ada Brandt"))
        .containsExactly("Jon Ek");
  }

  @Test
  void whoIsNamedBehindAnUnknownSpeakerIsMeant() {
    assertThat(
            speakers(
                "Shops said they had sold out of nets. Jon Ek gave his away. “I fish no more,” he"
                    + " said.",
                "Jon Ek"))
        .endsWith("Jon Ek");
    assertThat(
            speakers(
                "Jon Ek came late. “I saw the smoke,” an old sailor said. “I ran home,” he said.",
                "Jon Ek"))
        .containsOnly("-");
  }

  @Test
  void aRelativePronounIsWhomItFollows() {
    assertThat(
            speakers(
                "Ada Brandt met Jon Ek, who said “the pier will be closed before the winter comes.”",
                "Ada Brandt",
                "Jon Ek"))
        .containsExactly("Jon Ek");
  }

  @Test
  void aQuotationThatGoesOnKeepsItsSpeakerWhoeverIsNamedBetween() {
    String body =
        "“We heard a bang and ran outside,” Jon Ek said. “It was dark on the quay.\n\n"
            + "“Nobody knew where the ferry was.”";
    assertThat(speakers(body, "Jon Ek")).containsExactly("Jon Ek", "Jon Ek", "Jon Ek");
  }

  @Test
  void whatSomebodySpeaksOfIsWhoseItIs() {
    assertThat(
            lines(
                "Holm dismissed Jon Ek's comment on Sunday that the pier was “a ghost of a pier.”"))
        .contains("direct | Jon Ek | a ghost of a pier.");
    assertThat(lines("Holm laughed at Ada Brandt's promise to seek “the advice of the sea.”"))
        .contains("direct | Ada Brandt | the advice of the sea.");
    assertThat(lines("The board said Ek's call for “a quay that all can walk on” came late."))
        .contains("direct | Ek | a quay that all can walk on");
  }

  @Test
  void whoseNounIsNothingSaidOrWhoseWordsAreJudgedSaysNothing() {
    assertThat(lines("“It was Jon Ek's comment that made “a ghost of the pier,”” Holm said."))
        .noneMatch(line -> line.contains("| Jon Ek |"));
    assertThat(lines("Jon Ek's comment was “the worst joke of the year here,” Holm said."))
        .containsExactly("direct | Holm | the worst joke of the year here,");
    assertThat(lines("Near Jon Ek's house Holm called it “a ghost of a pier and no more.”"))
        .noneMatch(line -> line.contains("| Jon Ek |"));
  }

  @Test
  void aDescribedSourceBehindTheQuotationBeginsWithTheName() {
    assertThat(lines("“The pier is gone for good,” Jon Ek, the head of the harbour board, said."))
        .containsExactly(
            "direct | Jon Ek, the head of the harbour board | The pier is gone for good,");
    assertThat(lines("“The pier is gone for good,” Ada Brandt, 45, a pilot from Kelm, told us."))
        .containsExactly("direct | Ada Brandt, 45, a pilot from Kelm | The pier is gone for good,");
    assertThat(lines("On Monday, after a long night, Holm said “the pier is gone for good now.”"))
        .containsExactly("direct | Holm | the pier is gone for good now.");
  }

  @Test
  void aQuotationAloneGoesOnWithWhoSpokeAndNotWithWhomTheNextParagraphNames() {
    assertThat(
            lines(
                "Jon Ek said that the pier was lost. “Nobody wants to pay for it.”\n\n"
                    + "Ada Brandt said that the board would meet."))
        .contains("direct | Jon Ek | Nobody wants to pay for it.");
  }

  @Test
  void whoBehindAPlaceIsThePersonBefore() {
    String body =
        "They met Jon Ek of Harrow, who said “the pier will be shut before winter comes.”";
    Text text = new StandardTextBuilder().build(Report.of("r", body));
    Annotated named =
        Annotated.bare(text)
            .withMentions(
                List.of(
                    new Mention(
                        spanOf("Jon Ek", body), EntityType.PERSON, "ek", Mention.Form.NAME, 1),
                    new Mention(
                        spanOf("Harrow", body), EntityType.PLACE, "harrow", Mention.Form.NAME, 1)));
    assertThat(annotator.annotate(named, TextEncoding.NONE).attributions())
        .extracting(Attribution::entity)
        .containsExactly(Optional.of("ek"));
  }

  @Test
  void heIsNoBodyThatSpokeBefore() {
    String body = "Jon Ek came. The Harrow Board said the pier was old. “I saw it fall,” he said.";
    Text text = new StandardTextBuilder().build(Report.of("r", body));
    Annotated named =
        Annotated.bare(text)
            .withMentions(
                List.of(
                    new Mention(
                        spanOf("Jon Ek", body), EntityType.PERSON, "ek", Mention.Form.NAME, 1),
                    new Mention(
                        spanOf("Harrow Board", body),
                        EntityType.ORGANIZATION,
                        "board",
                        Mention.Form.NAME,
                        1)));
    assertThat(annotator.annotate(named, TextEncoding.NONE).attributions().getLast().entity())
        .contains("ek");
  }

  @Test
  void aQuotationOfTwoIsOneOwnersWords() {
    String body =
        "Jon Ek said that Ada Brandt told him “the pier will be shut before winter comes.”";
    assertThat(annotated(body).attributions().stream().filter(said -> !said.quoted().isEmpty()))
        .hasSize(1);
  }

  @Test
  void theSameWordsInAnotherReportTellWhoSheIs() {
    try (StandardAnnotator lexical = StandardAnnotator.lexical()) {
      String named = "“The pier will be shut before winter comes,” Anna Berg said.";
      String unnamed = "The pilots met. “The pier will be shut before winter comes,” she said.";
      List<Text> texts =
          List.of(
              new StandardTextBuilder().build(Report.of("a", named)),
              new StandardTextBuilder().build(Report.of("b", unnamed)));
      assertThat(lexical.annotate(texts).reports().getLast().attributions())
          .extracting(Attribution::entity)
          .contains(Optional.of("person:anna-berg"));
    }
  }

  @Test
  void whoSpeaksForSomebodyIsNotHim() {
    assertThat(
            speakers(
                "A lawyer for Ada Brandt, Jon Ek, said that she was ill.", "Ada Brandt", "Jon Ek"))
        .containsExactly("Jon Ek");
    assertThat(speakers("A spokesman for Mayor Ada Brandt said that she was ill.", "Ada Brandt"))
        .containsExactly("-");
    assertThat(speakers("The widow of Jon Ek said that the pier was his life.", "Jon Ek"))
        .containsExactly("-");
    assertThat(
            speakers(
                "Jon Ek, a lawyer for Ada Brandt, said that she was ill.", "Jon Ek", "Ada Brandt"))
        .containsExactly("Jon Ek");
    assertThat(
            speakers("The mayor of Kelm, Ada Brandt, said that the pier was lost.", "Ada Brandt"))
        .containsExactly("Ada Brandt");
    assertThat(speakers("According to Ada Brandt, the pier was lost.", "Ada Brandt"))
        .containsExactly("Ada Brandt");
  }

  @Test
  void titlesAndTermsInsideWhatIsSaidAreNobodysWords() {
    for (String body :
        List.of(
            "Jon Ek said that he would speak about it on “Harbour at Night” this week.",
            "Jon Ek said that the so-called “ghost pier” would be open again in May.",
            "Jon Ek said that he had read the novel “a pier too far” twice in a week.")) {
      assertThat(terms(body)).as(body).isEmpty();
    }
    for (String body :
        List.of(
            "Jon Ek said that the “ghost pier” would be open again in May.",
            "“Merry Christmas to All,” Jon Ek said.",
            "Jon Ek said that the board was “asleep at the Helm” all year.")) {
      assertThat(terms(body)).as(body).isNotEmpty();
    }
  }

  /** What is quoted where all that is said behind "said" is one source's. */
  private static List<Quote> terms(String body) {
    Text text = new StandardTextBuilder().build(Report.of("r", body));
    int start = body.startsWith("“") ? 0 : body.indexOf("that");
    int end = body.startsWith("“") ? body.indexOf("”") + 1 : body.length() - 1;
    Speech speech =
        new Speech(
            Optional.of(spanOf("Jon Ek", body)),
            Optional.of(spanOf("said", body)),
            List.of(new Span(start, end)),
            .9);
    SpeechWords words = new SpeechWords(org.twosource.text.Language.find("en").orElseThrow());
    return new QuoteOwners(
            List.of(speech), text.quotes().outer(), Optional.of(new QuotedTerms(body, words)))
        .of(speech);
  }

  @Test
  void aTurnOfATranscriptIsWhoItsLabelNames() {
    String body =
        "HARBOUR TONIGHT\nAired May 4, 2031 - 20:00 ET\n\n"
            + "ANA MOSS, REPORTER (voice-over): OK. The crane fell at noon, and the Courier saw it.\n\n"
            + "CAPT. JON EK, PILOT OF THE M.V. SUND: I was on the mole. It bent like a reed.\n\n"
            + "(COMMERCIAL BREAK)\n\n"
            + "MOSS: Who checked it last?\n\n"
            + "EK: The board did. The harbour master said that the bolts were new.\n\n"
            + "Nobody looked again.\n\n"
            + "UNIDENTIFIED FEMALE: They never look.";
    assertThat(
            annotated(body).attributions().stream()
                .map(
                    said ->
                        said.kind().label()
                            + " | "
                            + said.source().orElseThrow().in(body)
                            + " | "
                            + String.join(
                                " / ",
                                said.content().stream().map(span -> span.in(body)).toList())))
        .containsExactly(
            "direct | ANA MOSS | OK. The crane fell at noon, and the Courier saw it.",
            "direct | CAPT. JON EK | I was on the mole. It bent like a reed.",
            "direct | MOSS | Who checked it last?",
            "direct | EK | The board did. The harbour master said that the bolts were new."
                + " / Nobody looked again.",
            "indirect | The harbour master | the bolts were new",
            "direct | UNIDENTIFIED FEMALE | They never look.");
  }

  @Test
  void oneLabelOrALedgerOfDaysIsNoTranscript() {
    for (String body :
        List.of(
            "UPDATE: The quay is open again, the board said.\n\nUPDATE: The mole is shut.",
            "Monday: The quay opens.\n\nTuesday: The pilots meet.\n\nMonday: The mole opens.",
            "The board met.\n\nA: one plan.\n\nB: another plan.\n\nC: no plan at all.")) {
      assertThat(annotated(body).text().turns()).isEmpty();
    }
  }

  @Test
  void labelsNamePersonsInSmallLettersAndNobodyWhoIsUnnamed() {
    String body =
        "DR. ANA MOSS, PILOT: The crane fell.\n\nQ: When?\n\nMOSS: At noon.\n\n"
            + "Q: Who saw it?\n\nUNIDENTIFIED MALE: I did.";
    Text text = new StandardTextBuilder().build(Report.of("r", body));
    try (StandardAnnotator lexical = StandardAnnotator.lexical()) {
      assertThat(lexical.annotate(List.of(text)).entities())
          .filteredOn(entity -> entity.type() == EntityType.PERSON)
          .extracting(org.twosource.annotate.Entity::name)
          .containsExactly("Ana Moss");
    }
  }

  /** The names that the sources of a text's attributions mean; all are persons. */
  private List<String> speakers(String body, String... names) {
    return speakers(EntityType.PERSON, body, names);
  }

  private List<String> speakers(EntityType type, String body, String... names) {
    Text text = new StandardTextBuilder().build(Report.of("r", body));
    List<Mention> mentions = new ArrayList<>();
    for (String name : names) {
      for (int at = body.indexOf(name); at >= 0; at = body.indexOf(name, at + 1)) {
        Span span = new Span(at, at + name.length());
        mentions.add(new Mention(span, type, name, Mention.Form.NAME, 1));
      }
    }
    mentions.sort(java.util.Comparator.comparing(Mention::span));
    Annotated named = Annotated.bare(text).withMentions(mentions);
    return annotator.annotate(named, TextEncoding.NONE).attributions().stream()
        .map(said -> said.entity().orElse("-"))
        .toList();
  }

  @Test
  void wordsThatAnotherPassesOnAreTheirFirstSpeakers() {
    for (String body :
        List.of(
            "“She has broken no rule of the harbour board,” the letter reads, according to the"
                + " Kelm Courier.",
            "“The mole must be shut before the autumn storms come,” the ruling says, according to"
                + " Radio Kelm.",
            "“Nobody told us that the crane was old,” Mr Ek said, according to a pilot.")) {
      assertThat(lines(body)).noneMatch(line -> line.matches(".*(Courier|Radio|pilot) \\| .*"));
      assertThat(lines(body)).anyMatch(line -> line.matches(".*(letter|ruling|Ek) \\| .*"));
    }
  }

  @Test
  void whoIsNamedLastOrAloneKeepsTheWords() {
    assertThat(lines("According to the board, “the mole must be shut before the storms.”"))
        .containsExactly("direct | the board | the mole must be shut before the storms");
    assertThat(lines("“The crane was old and nobody looked,” Mr Ek said on Monday."))
        .containsExactly("direct | Mr Ek | The crane was old and nobody looked,");
    assertThat(lines("“The mole is sinking into the mud,” according to the Kelm Courier."))
        .containsExactly("direct | the Kelm Courier | The mole is sinking into the mud,");
  }

  @Test
  void whoHasItDoneToHimSaysNothing() {
    SpeechWords words = new SpeechWords(org.twosource.text.Language.find("en").orElseThrow());
    assertThat(words.isSuffered("has been charged with")).isTrue();
    assertThat(words.isSuffered("was dubbed")).isTrue();
    assertThat(words.isSuffered("were described as")).isTrue();
    assertThat(words.isSuffered("charged")).isFalse();
    assertThat(words.isSuffered("has described")).isFalse();
    assertThat(words.isSuffered("was quoted as saying")).isFalse();
  }

  @Test
  void theCompanyIsTheOneBodySpokenOf() {
    assertThat(bodies("Brightwater shut its mill. The company said it was old.", "Brightwater"))
        .containsExactly("Brightwater");
    assertThat(bodies("Kelm Air grounded two jets. The airline said a bolt was loose.", "Kelm Air"))
        .containsExactly("Kelm Air");
    assertThat(
            bodies(
                "The Harbour Ministry met with Brightwater. The ministry said all was well.",
                "Harbour Ministry",
                "Brightwater"))
        .containsExactly("Harbour Ministry");
  }

  @Test
  void aCompanyThatMayBeOneOfTwoOrNoneStaysOpen() {
    assertThat(
            bodies(
                "Brightwater sued Halden. The company said it had been robbed.",
                "Brightwater",
                "Halden"))
        .containsExactly("-");
    assertThat(
            bodies("The Harbour Ministry met. The company said all was well.", "Harbour Ministry"))
        .containsExactly("-");
    assertThat(bodies("Brightwater shut its mill. The mayor said it was old.", "Brightwater"))
        .containsExactly("-");
  }

  /** The bodies that the sources of a text's attributions mean; all names are of bodies. */
  private List<String> bodies(String body, String... names) {
    return speakers(EntityType.ORGANIZATION, body, names);
  }

  @Test
  void oddTextIsSurvived() {
    for (String odd :
        List.of(
            "",
            " ",
            "“",
            "”",
            "\"\"\"\"",
            "'",
            "“ ”",
            "said",
            "said said",
            "“a” “b",
            "what",
            "according to",
            "\u0000“\u0007 said ",
            "what he says")) {
      assertThat(annotated(odd).attributions()).isNotNull();
    }
  }

  @Test
  void ofWhomSomethingIsFearedSaysNothing() {
    String body =
        "Hackers are feared to have stolen the names of 400 dockers. Officials are said to fear"
            + " more thefts. The harbour board said the lists were old.";
    try (StandardAnnotator learned = StandardAnnotator.standard()) {
      Text text = new StandardTextBuilder().build(Report.of("r", body));
      List<Attribution> said = learned.annotate(List.of(text)).reports().getFirst().attributions();
      assertThat(said).isNotEmpty();
      assertThat(said)
          .flatMap(one -> one.source().map(span -> span.in(body)).stream().toList())
          .containsOnly("The harbour board");
    }
  }

  @Test
  void whoeverAsksOrWhosePartItIsTheWordsAreTheSpeakers() {
    List<String> bodies =
        List.of(
            "Asked by reporters to comment on the new pier, Mayor Ada Brandt simply said \"we'll see,"
                + " we'll see\", as she walked into the hall.",
            "Jon Ek has mocked the plan. Ada Brandt, for her part has described it as a 'chain of"
                + " mistakes'.");
    try (StandardAnnotator learned = StandardAnnotator.standard()) {
      for (String body : bodies) {
        Text text = new StandardTextBuilder().build(Report.of("r", body));
        assertThat(learned.annotate(List.of(text)).reports().getFirst().attributions())
            .filteredOn(said -> !said.quoted().isEmpty() && said.confidence() > .5)
            .flatMap(said -> said.entity().stream().toList())
            .contains("person:ada-brandt");
      }
    }
  }

  @Test
  void anAdverbBehindANameIsNoPartOfIt() {
    String body = "Ada Brandt nevertheless said the pier would be rebuilt before the winter.";
    try (StandardAnnotator learned = StandardAnnotator.standard()) {
      Text text = new StandardTextBuilder().build(Report.of("r", body));
      assertThat(learned.annotate(List.of(text)).reports().getFirst().attributions())
          .flatMap(said -> said.entity().stream().toList())
          .containsExactly("person:ada-brandt");
    }
  }

  @Test
  void whomNoNameIsKnownForIsWhatHeWasCalled() {
    assertThat(
            antecedents(
                "A spokesman of the port authority said the fire was out by noon.\n\n"
                    + "“All of our pilots are safe and nobody was hurt,” he said."))
        .containsExactly("A spokesman of the port authority");
    assertThat(
            antecedents(
                "The spokesman said the fire was out by noon.\n\n"
                    + "“All of our pilots are safe and nobody was hurt,” he said."))
        .isEmpty();
    assertThat(
            antecedents(
                "Ada Brandt said the fire was out by noon.\n\n"
                    + "“All of our pilots are safe and nobody was hurt,” she said."))
        .isEmpty();
  }

  private static List<String> antecedents(String body) {
    try (StandardAnnotator learned = StandardAnnotator.standard()) {
      Text text = new StandardTextBuilder().build(Report.of("r", body));
      return learned.annotate(List.of(text)).reports().getFirst().attributions().stream()
          .flatMap(said -> said.speaker().antecedent().stream())
          .map(span -> span.in(body))
          .toList();
    }
  }
}
