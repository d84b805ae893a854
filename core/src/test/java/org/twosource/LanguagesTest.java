package org.twosource;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.twosource.annotate.Annotated;
import org.twosource.annotate.Attribution;
import org.twosource.annotate.Certainty;
import org.twosource.annotate.Cue;
import org.twosource.annotate.Event;
import org.twosource.brief.Account;
import org.twosource.brief.StoryAccount;
import org.twosource.claim.Claim;
import org.twosource.distortion.Distortion;
import org.twosource.report.PartialDate;
import org.twosource.report.Reading;
import org.twosource.report.Report;
import org.twosource.text.Language;
import org.twosource.text.Part;
import org.twosource.text.Sentence;

/** A second language reads from its file to the end; one without a file gets what words give. */
class LanguagesTest {
  private static final String WIRE =
      """
      LINDHAVEN (dpa) - Die Fähre Albatros ist am Samstagabend vor Lindhaven gesunken. Zwölf Menschen \
      wurden verletzt, teilte die Küstenwache am Sonntag mit.

      „Wir haben alle Passagiere gerettet“, sagte Kapitän Pawel Orlow. „Das Schiff war nicht überladen.“

      Die Reederei will das Wrack am 14. Juni 2031 heben lassen. Möglicherweise war ein Brand im \
      Maschinenraum die Ursache, erklärte die Sprecherin Marta Lindqvist. Rund 3,5 Millionen Euro soll \
      die Bergung kosten.

      Der Bürgermeister Dr. Hans Weber bestritt, dass die Behörden gewarnt worden seien. «Es gab keine \
      Warnung», sagte er. Am 3. Oktober beginnt der Umbau des Hafens z. B. mit der Westmole.
      """;

  private static final String LOCAL =
      """
      LINDHAVEN, 4. Mai 2031 - Vor Lindhaven ist am Samstagabend die Fähre «Albatros» gesunken. Nach \
      Angaben der Küstenwache wurden 14 Menschen verletzt.

      "Wir haben alle Passagiere gerettet", sagte Kapitän Pawel Orlow dem Lindhavener Anzeiger. Die \
      Bergung ist für Juni geplant und soll 3,5 Millionen Euro kosten.

      Angeblich hatte ein Mitarbeiter der Werft schon im April vor Mängeln gewarnt. Die Reederei lehnte \
      eine Stellungnahme ab.
      """;

  private static final String COPY =
      """
      LINDHAVEN (dpa) - Die Fähre Albatros ist am Samstagabend vor Lindhaven gesunken. Zwölf Menschen \
      wurden verletzt, teilte die Küstenwache am Sonntag mit.

      „Wir haben alle Passagiere gerettet“, sagte Kapitän Pawel Orlow. „Das Schiff war überladen.“

      Die Reederei will das Wrack am 14. Juni 2031 heben lassen. Ein Brand im Maschinenraum war die \
      Ursache. Rund 3,5 Millionen Euro soll die Bergung kosten.
      """;

  private static final StoryAccount GERMAN = read(WIRE, LOCAL, COPY).stories().getFirst();

  @Test
  void germanSentencesSurviveOrdinalsAbbreviationsAndNumbers() {
    assertThat(sentences(0))
        .hasSize(10)
        .anyMatch(sentence -> sentence.endsWith("am 14. Juni 2031 heben lassen."))
        .anyMatch(sentence -> sentence.startsWith("Am 3. Oktober") && sentence.contains("Westmole"))
        .anyMatch(sentence -> sentence.startsWith("Der Bürgermeister Dr. Hans Weber"))
        .anyMatch(sentence -> sentence.startsWith("Rund 3,5 Millionen Euro"));
    assertThat(sentences(1).getFirst()).contains("4. Mai 2031").endsWith("gesunken.");
  }

  @Test
  void germanDatesHaveValues() {
    assertThat(dates(0))
        .contains(
            "Samstagabend = 2031-05-03TEV",
            "Sonntag = 2031-05-04",
            "14. Juni 2031 = 2031-06-14",
            "3. Oktober = 2031-10-03");
    assertThat(dates(1)).contains("4. Mai 2031 = 2031-05-04", "Juni = 2031-06", "April = 2031-04");
  }

  @Test
  void germanSpeechHasItsSpeaker() {
    assertThat(speech(0))
        .contains(
            "die Küstenwache: Zwölf Menschen wurden verletzt",
            "Kapitän Pawel Orlow: „Wir haben alle Passagiere gerettet“",
            "Kapitän Pawel Orlow: „Das Schiff war nicht überladen.“",
            "die Sprecherin Marta Lindqvist: Möglicherweise war ein Brand im Maschinenraum die Ursache",
            "Der Bürgermeister Dr. Hans Weber: dass die Behörden gewarnt worden seien",
            "er: «Es gab keine Warnung»");
    assertThat(speech(1))
        .contains(
            "der Küstenwache: wurden 14 Menschen verletzt",
            "Kapitän Pawel Orlow: \"Wir haben alle Passagiere gerettet\"");
  }

  @Test
  void germanNegationHedgesAndPlansAreRead() {
    assertThat(cues(0)).contains("NEGATION nicht", "HEDGE Möglicherweise", "PLAN will");
    assertThat(cues(1)).contains("ALLEGATION Angeblich", "PLAN geplant");
  }

  @Test
  void germanClaimsAreCountedBySourceAndStandAsTheyAreSaid() {
    Claim sinking = claim("Albatros");
    assertThat(sinking.reports()).isEqualTo(3);
    assertThat(sinking.families()).isEqualTo(2);
    assertThat(claim("Möglicherweise").statements())
        .anyMatch(statement -> statement.certainty() == Certainty.POSSIBLE);
    assertThat(claim("14. Juni").statements())
        .anyMatch(statement -> statement.certainty() == Certainty.PLANNED);
    assertThat(claim("dass die Behörden").statements())
        .anyMatch(statement -> statement.certainty() == Certainty.DENIED);
    assertThat(GERMAN.brief().lines()).hasSizeBetween(5, 12);
  }

  @Test
  void whatAGermanCopyChangedIsCharged() {
    assertThat(GERMAN.distortions().distortions().stream().map(Distortion::kind))
        .contains(Distortion.Kind.NEGATION_CHANGED, Distortion.Kind.HEDGE_DROPPED);
    assertThat(GERMAN.distortions().quotations())
        .anyMatch(
            quotation ->
                quotation.best().equals("Wir haben alle Passagiere gerettet")
                    && quotation.wordings().size() == 3);
  }

  @Test
  void germanEventsStandOnTheirDay() {
    assertThat(GERMAN.timeline().entries())
        .anyMatch(entry -> entry.date().iso().startsWith("2031-05-03"))
        .anyMatch(
            entry ->
                entry.date().iso().equals("2031-06-14") && entry.status() == Event.Status.PLANNED);
  }

  @Test
  void capitalLettersMakeNoNamesWhereEveryNounHasOne() {
    assertThat(report(0).mentions()).isEmpty();
  }

  @Test
  void aLanguageWithoutAFileGetsPartsReuseAndLineage() {
    String wire =
        """
        MARLOWO (PAP) - Prom Albatros zatonął w sobotę wieczorem u wybrzeży Marlowa, poinformowała w \
        niedzielę straż przybrzeżna. Dwanaście osób zostało rannych, a trzy przewieziono do szpitala.

        Kapitan Paweł Orłow powiedział dziennikarzom, że statek nie był przeciążony i że wszyscy \
        pasażerowie zostali uratowani przez łodzie rybackie, które wypłynęły z portu po zmroku.

        Armator zamierza wydobyć wrak w czerwcu. Koszty szacuje się na trzy miliony koron, a port \
        pozostanie zamknięty dla większych jednostek co najmniej do końca przyszłego tygodnia.
        """;
    String other =
        """
        Władze portu w Marlowie zapowiedziały we wtorek zbadanie przyczyn zatonięcia promu. Rzeczniczka \
        urzędu morskiego podkreśliła, że na wyniki śledztwa trzeba będzie poczekać kilka miesięcy.

        Mieszkańcy, z którymi rozmawialiśmy na nabrzeżu, wspominają silny wiatr i wysokie fale.
        """;
    Account account = read(wire, wire.replace("Dwanaście", "Około dwunastu"), other);
    Annotated first = account.reports().getFirst();
    assertThat(first.text().language()).isEqualTo("pl");
    assertThat(first.text().parts()).anyMatch(part -> part.kind() == Part.Kind.BODY);
    assertThat(first.sentences()).hasSizeGreaterThanOrEqualTo(5);
    StoryAccount story =
        account.stories().stream()
            .filter(one -> one.story().reports().contains("r0"))
            .findFirst()
            .orElseThrow();
    assertThat(story.alignments()).isNotEmpty();
    assertThat(story.lineage().familyOf("r0").reports()).contains("r0", "r1");
    assertThat(account.stories())
        .noneMatch(
            one ->
                one.story().reports().contains("r2")
                    && one.lineage().familyOf("r2").reports().contains("r0"));
  }

  @Test
  void everySectionOfALanguageFileIsExplainedAndNoOther() throws IOException {
    Path home = Path.of(System.getProperty("twosource.home", ".."));
    Set<String> explained = new TreeSet<>();
    Matcher row =
        Pattern.compile("(?m)^\\| `([a-z-]+)` \\|")
            .matcher(Files.readString(home.resolve("docs/languages.md")));
    while (row.find()) {
      explained.add(row.group(1));
    }
    Set<String> used = new TreeSet<>();
    for (String code : List.of("en", "de")) {
      used.addAll(Language.find(code).orElseThrow().sections());
    }
    assertThat(explained).isEqualTo(used);
  }

  private static Account read(String... bodies) {
    List<Report> reports = new ArrayList<>();
    for (String body : bodies) {
      String id = "r" + reports.size();
      reports.add(
          new Report(
              id,
              id,
              Optional.empty(),
              Optional.empty(),
              Optional.empty(),
              List.of(),
              List.of(),
              PartialDate.parse("2031-05-04"),
              Optional.empty(),
              body));
    }
    return Pipeline.standard(Options.standard(), Progress.NONE)
        .read(new Reading(reports, List.of()));
  }

  private static Annotated report(int at) {
    return GERMAN.annotations().reports().stream()
        .filter(report -> report.id().equals("r" + at))
        .findFirst()
        .orElseThrow();
  }

  private static List<String> sentences(int at) {
    return report(at).sentences().stream()
        .map(Sentence::span)
        .map(span -> span.in(report(at).body()))
        .toList();
  }

  private static List<String> dates(int at) {
    return report(at).timexes().stream()
        .map(timex -> timex.span().in(report(at).body()) + " = " + timex.value())
        .toList();
  }

  private static List<String> speech(int at) {
    String body = report(at).body();
    return report(at).attributions().stream()
        .map(
            said ->
                said.source().map(span -> span.in(body)).orElse("nobody")
                    + ": "
                    + content(said, body))
        .toList();
  }

  private static String content(Attribution said, String body) {
    return said.content().getFirst().in(body);
  }

  private static Stream<String> cues(int at) {
    return report(at).cues().stream()
        .map((Cue cue) -> cue.kind() + " " + cue.span().in(report(at).body()));
  }

  private static Claim claim(String words) {
    return GERMAN.claims().stream()
        .filter(
            claim ->
                claim.statements().stream()
                    .anyMatch(
                        statement -> {
                          int at = Integer.parseInt(statement.at().report().substring(1));
                          return statement.at().span().in(report(at).body()).contains(words);
                        }))
        .findFirst()
        .orElseThrow();
  }
}
