package org.twosource.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.twosource.Options;
import org.twosource.Pipeline;
import org.twosource.Progress;
import org.twosource.annotate.Annotated;
import org.twosource.annotate.Certainty;
import org.twosource.annotate.Entity;
import org.twosource.annotate.Event;
import org.twosource.annotate.Mention;
import org.twosource.annotate.Timex;
import org.twosource.brief.Account;
import org.twosource.brief.StoryAccount;
import org.twosource.claim.Claim;
import org.twosource.claim.Dispute;
import org.twosource.claim.Standing;
import org.twosource.distortion.Distortion;
import org.twosource.lineage.Family;
import org.twosource.report.Citation;
import org.twosource.text.Published;

/**
 * What is right on the five real reports the project was founded on. They lie outside the project
 * ({@code ../shared/seeds}); where they are absent the test says so and is skipped.
 */
class SeedsAcceptanceTest {
  private static final Path SEEDS =
      Path.of(System.getProperty("twosource.home", ".."))
          .toAbsolutePath()
          .normalize()
          .resolveSibling("shared")
          .resolve("seeds");

  private static Account account;
  private static StoryAccount story;

  @BeforeAll
  static void readOnce() {
    assumeTrue(Files.isDirectory(SEEDS), "skipped: the seeds are not at ../shared/seeds");
    account = Pipeline.standard(Options.standard(), Progress.NONE).read(List.of(SEEDS));
    story = account.stories().get(0);
  }

  @Test
  void theFiveReportsAreOneStory() {
    assertThat(account.stories()).hasSize(1);
    assertThat(story.story().reports()).hasSize(5);
  }

  @Test
  void fourReportsAreOneFamilyAndTheFifthIsItsOwn() {
    assertThat(story.lineage().sources().size()).isEqualTo(2);
    assertThat(family("000").reports().stream().map(SeedsAcceptanceTest::number))
        .containsExactlyInAnyOrder("000", "001", "002", "004");
    assertThat(family("003").reports()).hasSize(1);
  }

  @Test
  void theOriginalOfTheFamilyIsNotAmongTheFive() {
    Family family = family("000");
    assertThat(family.origin().isUnseen()).isTrue();
    // one names AP under a photo, one "agencies": neither is a credit of most of the four
    assertThat(family.origin().credit()).isEmpty();
    assertThat(family.origin().known()).isNotEmpty();
  }

  @Test
  void theDateIsReadInOneReportAndPassedOnToItsSiblings() {
    assertThat(report("003").text().published().from()).isEqualTo(Published.From.TEXT);
    for (Annotated report : account.reports()) {
      assertThat(report.text().published().date().orElseThrow().iso()).startsWith("2023-06-1");
    }
    assertThat(report("004").text().published().date().orElseThrow().iso()).isEqualTo("2023-06-18");
  }

  @Test
  void datesInTheTextAreResolvedByTenseAndContext() {
    assertThat(values("003", "In August")).containsOnly("2022-08");
    assertThat(values("000", "last year")).containsOnly("2022");
    assertThat(values("000", "Friday")).containsOnly("2023-06-16");
    assertThat(values("000", "in September")).containsOnly("2023-09");
  }

  @Test
  void theSummitIsPlannedForSeptember() {
    assertThat(story.timeline().entries())
        .anyMatch(
            entry ->
                entry.date().iso().startsWith("2023-09")
                    && (entry.status() == Event.Status.PLANNED
                        || entry.status() == Event.Status.POSSIBLE)
                    && entry.text().contains("20"));
  }

  @Test
  void aCopyDroppedWhoCalledTheBalloonASpyBalloon() {
    assertThat(charged("001", Distortion.Kind.ATTRIBUTION_DROPPED, "what Washington says was"))
        .isTrue();
  }

  @Test
  void aVisitThatNearlyHappenedBecameOneThatHappened() {
    for (String copy : List.of("001", "004")) {
      assertThat(story.distortions().distortions())
          .as(copy)
          .anyMatch(
              found ->
                  number(found.to().report()).equals(copy)
                      && found.kind() == Distortion.Kind.NEAR_MISS_BECAME_EVENT
                      && found.severity() == Distortion.Severity.HIGH);
    }
  }

  @Test
  void aGarbledNameIsFoundAndSaidToBeWhoItIs() {
    Annotated report = report("004");
    int at = report.body().indexOf("You are Jinping");
    Mention mention =
        report.mentions().stream()
            .filter(found -> found.span().start() <= at && found.span().end() >= at + 15)
            .findFirst()
            .orElseThrow();
    assertThat(mention.form()).isEqualTo(Mention.Form.GARBLED);
    assertThat(entity(mention.entity()).name()).isEqualTo("Xi Jinping");
  }

  @Test
  void quotationsAreAlteredInTwoCopiesAndKeptInOne() {
    assertThat(alteredQuotations("001")).isPositive();
    assertThat(alteredQuotations("004")).isPositive();
    assertThat(alteredQuotations("002")).isZero();
    assertThat(alteredQuotations("000")).isZero();
  }

  @Test
  void theDayOfTheMeetingWithWangIsDisputed() {
    assertThat(story.claims())
        .anyMatch(
            claim ->
                claim.standing() == Standing.DISPUTED
                    && claim.disputes().stream()
                        .anyMatch(
                            dispute ->
                                dispute.kind() == Dispute.Kind.DATE
                                    && dispute.resolution() == Dispute.Resolution.OPEN
                                    && between(claim, dispute, "001", "003")));
  }

  @Test
  void whatTheBalloonWasIsDisputedAndAttributed() {
    assertThat(story.claims())
        .anyMatch(
            claim ->
                claim.standing() == Standing.DISPUTED
                    && claim.disputes().stream()
                        .anyMatch(dispute -> dispute.kind() == Dispute.Kind.MEANING)
                    && claim.statements().stream()
                        .anyMatch(
                            statement ->
                                words(statement.at()).contains("balloon")
                                    && statement.certainty() != Certainty.ASSERTED));
  }

  @Test
  void whatOnlyCopiesCarryIsSingleOriginHoweverManyPrintIt() {
    List<Claim> copied =
        story.claims().stream()
            .filter(
                claim ->
                    claim.statements().stream()
                        .map(statement -> number(statement.at().report()))
                        .allMatch(List.of("000", "001", "004")::contains))
            .filter(claim -> claim.reports() == 3)
            .toList();
    assertThat(copied).isNotEmpty();
    assertThat(copied).noneMatch(claim -> claim.standing() == Standing.CORROBORATED);
    assertThat(copied).allMatch(claim -> claim.families() == 1);
  }

  @Test
  void everyDirectQuotationHasItsSpeaker() {
    assertThat(speaker("000", "I believe that the foundation")).isEqualTo("Xi Jinping");
    assertThat(speaker("000", "that the competition we have")).isEqualTo("Antony Blinken");
    assertThat(speaker("000", "hoping that over the next")).isEqualTo("Joe Biden");
    assertThat(speaker("004", "Intense competition requires")).isEqualTo("Kurt Campbell");
    assertThat(speaker("001", "We come to Beijing")).isEqualTo("Daniel Kritenbrink");
    assertThat(speaker("003", "raise concerning bilateral")).isEqualTo("Matthew Miller");
    assertThat(speaker("001", "at some point")).isEqualTo("Lloyd Austin");
  }

  @Test
  void everyLineOfTheBriefCitesAndNoneComesFromADistortedCopy() {
    assertThat(story.brief().lines()).hasSizeBetween(5, 12);
    assertThat(story.brief().lines())
        .noneMatch(line -> line.text().contains("happened during the day in February"))
        .noneMatch(line -> line.text().contains("happened over a single day"))
        .noneMatch(line -> line.text().contains("You are Jinping"));
    assertThat(story.brief().lines())
        .extracting(line -> number(line.restsOn().getFirst().report()))
        .as("001 and 004 changed what they copied; 000 and 002 changed less")
        .doesNotContain("001", "004");
  }

  private static boolean charged(String copy, Distortion.Kind kind, String before) {
    return story.distortions().distortions().stream()
        .anyMatch(
            found ->
                number(found.to().report()).equals(copy)
                    && found.kind() == kind
                    && found.before().contains(before)
                    && found
                        .introducedBy()
                        .map(SeedsAcceptanceTest::number)
                        .equals(Optional.of(copy)));
  }

  private static long alteredQuotations(String number) {
    return story.distortions().quotations().stream()
        .flatMap(quotation -> quotation.wordings().stream())
        .filter(wording -> number(wording.at().report()).equals(number) && wording.altered())
        .count();
  }

  private static boolean between(Claim claim, Dispute dispute, String one, String other) {
    List<String> sides =
        List.of(
            number(claim.statements().get(dispute.a().statement()).at().report()),
            number(claim.statements().get(dispute.b().statement()).at().report()));
    return sides.contains(one) && sides.contains(other);
  }

  private static List<String> values(String number, String words) {
    Annotated report = report(number);
    String bare = words.replaceFirst("^(?i)in ", "");
    int at = report.body().indexOf(words) + words.length() - bare.length();
    return report.timexes().stream()
        .filter(timex -> timex.span().contains(at))
        .map(Timex::value)
        .toList();
  }

  private static String speaker(String number, String words) {
    Annotated report = report(number);
    int at = report.body().indexOf(words);
    assertThat(at).as(words).isNotNegative();
    return report.attributions().stream()
        .filter(said -> said.quoted().stream().anyMatch(quoted -> quoted.contains(at)))
        .max(Comparator.comparingDouble(said -> said.confidence()))
        .flatMap(said -> said.entity())
        .map(id -> entity(id).name())
        .orElse("nobody");
  }

  private static Entity entity(String id) {
    return first(account.entities(), entity -> entity.id().equals(id));
  }

  private static Family family(String number) {
    return first(
        story.lineage().families(),
        family -> family.reports().stream().anyMatch(id -> number(id).equals(number)));
  }

  private static Annotated report(String number) {
    return first(account.reports(), report -> number(report.id()).equals(number));
  }

  private static String words(Citation at) {
    return report(number(at.report())).text().of(at.span());
  }

  private static String number(String id) {
    return id.substring(0, 3);
  }

  private static <T> T first(List<T> all, Predicate<T> wanted) {
    return all.stream().filter(wanted).findFirst().orElseThrow();
  }
}
