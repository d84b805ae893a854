package org.twosource.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.twosource.CpuLimit;
import org.twosource.report.PartialDate;
import org.twosource.report.Report;

/** Parts, language and publication date of reports made up for the purpose. */
class StandardTextBuilderTest {
  private static final String PROSE =
      "The harbour of Port Alder was closed on Tuesday after a crane fell onto the quay.\n"
          + "Two dockers were hurt, the port authority said, and ships were sent to other ports.\n"
          + "The authority expects to open the western basin again within two days.\n";

  private final TextBuilder builder = new StandardTextBuilder();

  private Text build(String body) {
    return builder.build(Report.of("r", body));
  }

  /** One line a part: its kind and its text. */
  private static List<String> parts(Text text) {
    return text.parts().stream()
        .map(part -> part.kind().label() + ": " + text.of(part.span()))
        .toList();
  }

  private static String of(Text text, Part.Kind kind) {
    return String.join(
        "|",
        text.parts().stream()
            .filter(part -> part.kind() == kind)
            .map(part -> text.of(part.span()))
            .toList());
  }

  @Test
  void captionGluedToItsLabelAndItsCreditIsTakenApart() {
    Text text =
        build(
            "Photo/Illustration Minister Ana Beck boarding a ferry at Port Alder on May 6 (Pool Photo via AP)\n\n"
                + "PORT ALDER--Minister Ana Beck arrived early Sunday.\n"
                + PROSE);
    assertThat(parts(text).subList(0, 3))
        .containsExactly(
            "caption: Photo/Illustration Minister Ana Beck boarding a ferry at Port Alder on May 6",
            "photo-credit: (Pool Photo via AP)",
            "dateline: PORT ALDER--");
    assertThat(text.credit()).isEmpty();
    assertThat(text.dateline()).contains("PORT ALDER");
    assertThat(text.of(text.sentences().get(1).span()))
        .isEqualTo("Minister Ana Beck arrived early Sunday.");
  }

  @Test
  void whatIsShownOnADayInFullIsACaptionAndWhatHappenedOnItIsNot() {
    for (String shown :
        List.of(
            "People walk to the old pier in Port Alder, Friday, April 27, 2018.",
            "Minister Ana Beck speaks at a school in Kelm on Tuesday, Dec. 26, 2017, beside pupils.",
            "A crane lifts the ferry from the bay off Lindow, late Sunday, July 4, 2021.")) {
      assertThat(parts(build(PROSE + "\n\n" + shown + "\n\n" + PROSE)))
          .as(shown)
          .anyMatch(part -> part.equals("caption: " + shown));
    }
    for (String told :
        List.of(
            "Ana Beck opened the pier of Port Alder on Friday, April 27, 2018.",
            "The minister took office on Tuesday, Dec. 26, 2017, in Kelm.",
            "The port will close on Sunday, July 4, 2021, for a week.",
            "Kelm Radio, Wednesday 11 September 2024, 17:30",
            "Sunday, July 4, 2021")) {
      assertThat(parts(build(PROSE + "\n\n" + told + "\n\n" + PROSE)))
          .as(told)
          .noneMatch(part -> part.startsWith("caption: "));
    }
  }

  @Test
  void linesWithoutAFullStopAmongProseAreCaptions() {
    Text text =
        build(
            PROSE
                + "\nView of the quay after the crane had been lifted off it\n\n"
                + "Rescue workers (left) look for a missing docker in the harbour\n\n"
                + "The port is the largest of the island.\n");
    assertThat(of(text, Part.Kind.CAPTION))
        .isEqualTo(
            "View of the quay after the crane had been lifted off it"
                + "|Rescue workers (left) look for a missing docker in the harbour");
  }

  @Test
  void proseThatACopyHasCutOffStaysBody() {
    String cut =
        "The authority said that the crane had been checked in March and again in April, that its driver had worked"
            + " there for nine years, and that the wind had been no stronger than on other days of the week before the"
            + " fall when";
    assertThat(of(build(PROSE + cut), Part.Kind.BODY)).endsWith("fall when");
  }

  @Test
  void aParagraphBesideACaptionThatRepeatsThePaperItselfIsACaption() {
    Text text =
        build(
            PROSE
                + "Cranes stand still in the harbour of Port Alder after the fall\n\n"
                + "Two dockers were hurt, the port authority said, and ships were sent to other ports.\n"
                + "Insurers have not yet spoken.\n");
    assertThat(of(text, Part.Kind.CAPTION)).contains("|Two dockers were hurt");
  }

  @Test
  void listsOfOtherPagesAreRelatedLinks() {
    Text text =
        build(
            PROSE
                + "Read MoreWhy cranes fall\nPort workers' union calls for a strike\nHarbour master 'not surprised' by fall\n");
    assertThat(of(text, Part.Kind.RELATED_LINKS))
        .isEqualTo(
            "Read MoreWhy cranes fall\nPort workers' union calls for a strike\nHarbour master 'not surprised' by fall");
    assertThat(text.sentences()).allMatch(sentence -> sentence.part() == Part.Kind.BODY);
    assertThat(of(build(PROSE + "\nSource Link"), Part.Kind.RELATED_LINKS))
        .isEqualTo("Source Link");
  }

  @Test
  void manyShortLinesAtTheEndAreAListOfLinks() {
    Text text =
        build(
            PROSE
                + "Crane maker's shares fall\nTen great harbours\nHow ferries float\nIsland news\n");
    assertThat(of(text, Part.Kind.RELATED_LINKS))
        .startsWith("Crane maker's")
        .endsWith("Island news");
  }

  @Test
  void creditLinesNameWhereATextComesFrom() {
    assertThat(build(PROSE + "Additional reporting by agencies").credit())
        .containsExactly("agencies");
    assertThat(build(PROSE + "Reuters").credit()).containsExactly("Reuters");
    assertThat(build("By The Associated Press\n" + PROSE).credit()).containsExactly("AP");
    assertThat(build("LIMA, Peru (AP) — The mine is shut.\n" + PROSE).credit())
        .containsExactly("AP");
    assertThat(build("(Reuters) - The mine is shut.\n" + PROSE).credit())
        .containsExactly("Reuters");
    assertThat(build(PROSE + "This article originally appeared on The Alder Courier.").credit())
        .containsExactly("The Alder Courier");
    assertThat(build(PROSE + "The ferry was late, the captain told Reuters.").credit()).isEmpty();
  }

  @Test
  void theLineThatNamesTheOutletIsNoHeadlineAndItsDateIsTheReports() {
    for (String masthead :
        List.of(
            "Alder Post, 9 May 2024",
            "Radio of the Coast, Thursday 9 May 2024, 17:30",
            "Alder Post\n9 May 2024",
            "The Alder Post | May 9, 2024")) {
      Text text = build("Crane falls onto the quay\n\n" + masthead + "\n\n" + PROSE);
      assertThat(of(text, Part.Kind.HEADLINE)).as(masthead).isEqualTo("Crane falls onto the quay");
      assertThat(of(text, Part.Kind.BOILERPLATE)).isEqualTo(masthead);
      assertThat(text.published().date().map(date -> date.day().iso())).contains("2024-05-09");
    }
    Text alone = build("Crane Falls Onto Quay\n\n9 May 2024\n\n" + PROSE);
    assertThat(of(alone, Part.Kind.HEADLINE)).isEqualTo("Crane Falls Onto Quay");
    Text event = build("Port Alder to open again on 9 May 2024\n\n" + PROSE);
    assertThat(of(event, Part.Kind.HEADLINE)).isEqualTo("Port Alder to open again on 9 May 2024");
  }

  @Test
  void theLineThatNamesTheOutletSaysWhoPublishedItUnlessItMayBeAPlace() {
    assertThat(build("Crane falls\n\nAlder Post, 9 May 2024\n\n" + PROSE).report().outlet())
        .contains("Alder Post");
    assertThat(build("Crane falls\n\nPort Alder, 9 May 2024\n\n" + PROSE).report().outlet())
        .isEmpty();
  }

  @Test
  void anAgencyWhoseNameTheFileBearsIsTheOutlet() {
    String body = "PORT ALDER (Coast Wire) - The crane fell.\n" + PROSE;
    assertThat(builder.build(Report.of("01-coast-wire", body)).report().outlet())
        .contains("Coast Wire");
    assertThat(builder.build(Report.of("02-ledger", body)).report().outlet()).isEmpty();
  }

  @Test
  void anAgencyOutsideTheListIsCreditedByMastheadAndByWhoseMaterialItIs() {
    assertThat(build("Crane falls\n\nAlder Post / CNA\n9 May 2024\n\n" + PROSE).credit())
        .containsExactly("CNA");
    assertThat(build("Crane falls\n\nWith material from Coast News\n\n" + PROSE).credit())
        .containsExactly("Coast News");
    assertThat(build("Crane falls\n\nHopes / fears of the dockers\n\n" + PROSE).credit()).isEmpty();
  }

  @Test
  void proseThatTellsWhereSomethingElseWasPublishedIsNoCredit() {
    String prose = "The picture of the crane is older. It was first published in 2016 by a museum.";
    assertThat(of(build(PROSE + prose), Part.Kind.BODY)).endsWith("by a museum.");
    Text credit = build(PROSE + "This article was first published by Harbour Weekly.");
    assertThat(credit.credit()).containsExactly("Harbour Weekly");
    String tail =
        "Crane falls onto the quay at Port Alder originally appeared on alderpost.example on Mon, "
            + "1 May. Please see our terms.";
    assertThat(of(build(PROSE + tail), Part.Kind.CREDIT)).isEmpty();
    Report report =
        new Report(
            "a",
            "a",
            Optional.empty(),
            Optional.empty(),
            Optional.of("Crane falls onto the quay at Port Alder"),
            List.of(),
            List.of(),
            Optional.empty(),
            Optional.empty(),
            PROSE + tail);
    assertThat(of(builder.build(report), Part.Kind.CREDIT)).isEqualTo(tail);
  }

  @Test
  void datelinesAreFoundInTheirUsualForms() {
    assertThat(build("PORT ALDER, Fla. — The crane fell.\n" + PROSE).dateline())
        .contains("PORT ALDER, Fla.");
    assertThat(build("MOSCOW: The crane fell.\n" + PROSE).dateline()).contains("MOSCOW");
    assertThat(build("London, March 3 (Xinhua) -- The crane fell.\n" + PROSE).dateline())
        .contains("London");
    assertThat(build("WEST PALM BEACH , Fla. —\nThe crane fell.\n" + PROSE).dateline())
        .contains("WEST PALM BEACH, Fla.");
    assertThat(build("U.S. officials spoke.\n" + PROSE).dateline()).isEmpty();
    assertThat(build("The crane — a big one — fell.\n" + PROSE).dateline()).isEmpty();
  }

  @Test
  void boilerplateIsNotTheOutletsProse() {
    Text text =
        build(
            "Advertisement Continue reading the main story\n"
                + PROSE
                + "Sign up for our morning newsletter\n"
                + "Copyright 2021 The Alder Courier. All rights reserved.\n"
                + "We use cookies to improve your visit.\n");
    assertThat(of(text, Part.Kind.BOILERPLATE).split("[|\n]")).hasSize(3);
    assertThat(of(text, Part.Kind.NEWSLETTER)).isEqualTo("Sign up for our morning newsletter");
    assertThat(
            of(
                build(
                    PROSE
                        + "Advertisement spending in the island's papers rose by four percent in the year to June.\n"),
                Part.Kind.BOILERPLATE))
        .isEmpty();
  }

  @Test
  void aBodyOfOneParagraphIsBody() {
    Text text = build("The crane fell. Nobody was hurt");
    assertThat(parts(text)).containsExactly("body: The crane fell. Nobody was hurt");
  }

  @Test
  void writtenOutLineBreaksDivideParagraphs() {
    Text text = build("The crane fell . \\n\nNobody was hurt . \\n\nThe port is shut .");
    assertThat(text.sentences()).hasSize(3);
    assertThat(text.sentences().get(2).paragraph()).isEqualTo(2);
  }

  @Test
  void hardWrappedLinesAreOneParagraph() {
    Text text =
        build(
            "The harbour of Port Alder was closed on Tuesday after a crane\n"
                + "fell onto the quay, and two dockers were hurt when they tried\n"
                + "to get away from it, the port authority said in a statement\n"
                + "that was read out in the evening.\n\nThe port is shut.\n");
    assertThat(text.sentences()).hasSize(2);
  }

  @Test
  void publicationDateComesFromMetadataThenAddressThenText() {
    Report report = Report.of("r", "Published 3 May 2021\n" + PROSE);
    assertThat(builder.build(report).published())
        .isEqualTo(new Published(PartialDate.parse("2021-05-03"), Published.From.TEXT));
    Report addressed =
        new Report(
            "r",
            "r",
            Optional.of("https://courier.example/2021/05/04/crane"),
            Optional.empty(),
            Optional.empty(),
            List.of(),
            List.of(),
            Optional.empty(),
            Optional.empty(),
            report.body());
    assertThat(builder.build(addressed).published())
        .isEqualTo(new Published(PartialDate.parse("2021-05-04"), Published.From.URL));
    Report dated =
        new Report(
            "r",
            "r",
            addressed.url(),
            Optional.empty(),
            Optional.empty(),
            List.of(),
            List.of(),
            PartialDate.parse("2021-05-05T07:00Z"),
            Optional.empty(),
            report.body());
    assertThat(builder.build(dated).published().from()).isEqualTo(Published.From.METADATA);
  }

  @Test
  void aDateInACaptionOrALabelIsThePublicationDateAndOneInProseIsNot() {
    Text label =
        build(
            " date 2021-05-03 Minister Ana Beck (L) greets Port Captain Lo in Port Alder on May 3, 2021.\n\n"
                + PROSE);
    assertThat(label.published().date()).contains(new PartialDate("2021-05-03"));
    assertThat(parts(label).getFirst()).isEqualTo("boilerplate: date 2021-05-03");
    Text caption =
        build(
            "Minister Ana Beck (L) greets Port Captain Lo on May 3, 2021.\n\n"
                + PROSE
                + "\n\nMs Beck came to the port on Monday and left in the evening, her office said.\n");
    assertThat(caption.published().date()).contains(new PartialDate("2021-05-03"));
    assertThat(
            build("Minister Ana Beck (L) greets Port Captain Lo on May 3, 2021.\n\n" + PROSE)
                .published())
        .isEqualTo(Published.UNKNOWN);
    assertThat(build(PROSE + "The crane was built on May 3, 1991, in Alder.\n").published())
        .isEqualTo(Published.UNKNOWN);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Harbour Master (@harbourmaster) May 3, 2021",
        "In this May 3, 2021, file photo Minister Ana Beck (L) greets Port Captain Lo on a Monday.",
        "File photo, May 3, 2021",
        "Posted 1 year, 160 days ago [downloaded on 3 May 2021]",
        "The crane has a release date of 3 May 2021.",
        "Charges against the owner were filed on May 3, 2021, at the court of Port Alder."
      })
  void aDateOfSomethingElseIsNotThePublicationDate(String line) {
    assertThat(build(line + "\n\n" + PROSE).published()).isEqualTo(Published.UNKNOWN);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Published: 3 May 2021",
        "The Courier | Posted May 3, 2021",
        "This article was first published on May 3, 2021",
        "Fallen crane shuts the port Updated: 2021-05-03",
        "Reuters May 3, 2021, 02.16PM IST"
      })
  void aLineThatSaysWhenTheReportAppearedIsBelieved(String line) {
    assertThat(build(line + "\n\n" + PROSE).published().date())
        .contains(new PartialDate("2021-05-03"));
  }

  @Test
  void languageIsToldAndNeverFromAFewLetters() {
    assertThat(build(PROSE).language()).isEqualTo("en");
    assertThat(build("Crane fell").language()).isEqualTo("und");
    assertThat(
            build(
                    "Der Hafen von Port Alder wurde am Dienstag geschlossen, nachdem ein Kran umgestürzt war.")
                .language())
        .isEqualTo("de");
    assertThat(
            build(
                    "Le port a été fermé mardi après la chute d'une grue sur le quai, selon les autorités.")
                .language())
        .isEqualTo("fr");
  }

  @Test
  void aLanguageWithoutAFileStillGetsPartsAndSentences() {
    Text text =
        build(
            "Le port a été fermé mardi après la chute d'une grue sur le quai. Deux dockers sont blessés.\n"
                + "Les autorités comptent rouvrir le bassin ouest dans deux jours, selon un communiqué.\n"
                + "Les navires ont été envoyés vers d'autres ports de la région dans la soirée.\n"
                + "Une vue du quai après la chute de la grue près du bassin\n");
    assertThat(text.sentences()).hasSize(5);
    assertThat(of(text, Part.Kind.CAPTION)).startsWith("Une vue");
  }

  @Test
  void oddBodiesGiveATextAndNoException() {
    for (String body :
        List.of(
            "",
            " ",
            "\n\n\n",
            ".",
            "...",
            "\u0000\u0001\u001b[31mred\u001b[0m",
            "’",
            "\ud800",
            "“”",
            "a",
            "—",
            "\\n",
            "'s",
            "<script>alert(1)</script>",
            "🙂🙂🙂",
            "(((((((",
            "By ",
            "Read more",
            "مرحبا بالعالم",
            "北京。上海。")) {
      Text text = build(body);
      assertThat(text.sentences()).allMatch(sentence -> sentence.start() < sentence.end());
      assertThat(text.sentences())
          .allSatisfy(
              sentence ->
                  assertThat(sentence.tokens())
                      .allMatch(token -> token.text().equals(text.of(token.span()))));
    }
  }

  @Test
  void aLineOfMillionsOfCharactersTakesLinearTime() {
    for (String unit :
        List.of(
            "word ",
            "a",
            ". ",
            "It fell on May 3, 2021. ",
            "(",
            "U.S.",
            "x's",
            "\"",
            "- ",
            "don't ",
            "北")) {
      String body = unit.repeat(200_000 / unit.length());
      CpuLimit.within(Duration.ofSeconds(10), () -> build(body));
    }
    CpuLimit.within(
        Duration.ofSeconds(30), () -> build("The crane fell on the quay. ".repeat(70_000)));
  }
}
