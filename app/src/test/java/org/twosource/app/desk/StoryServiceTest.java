package org.twosource.app.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.twosource.Progress;
import org.twosource.app.MovedClock;
import org.twosource.app.store.KeptAct;
import org.twosource.app.store.KeptChannel;
import org.twosource.app.store.KeptDecision;
import org.twosource.app.store.Outcome;
import org.twosource.app.store.SqliteStore;
import org.twosource.app.store.Store;
import org.twosource.app.store.StoredReport;
import org.twosource.app.store.StoredStory;
import org.twosource.app.store.StoryChange;
import org.twosource.report.InputReader;
import org.twosource.report.Limits;
import org.twosource.report.PartialDate;
import org.twosource.report.Report;
import org.twosource.report.format.Content;
import org.twosource.story.OnlineStoryFinder;
import org.twosource.story.StoryConstraints;

/** What comes of reports that arrive in order, late, changed, again, or go. */
class StoryServiceTest {
  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-03-10T08:00:00Z"), ZoneOffset.UTC);

  @TempDir Path folder;

  private StoryService open(String name, int threads) {
    Path at = folder.resolve(name);
    return new StoryService(SqliteStore.open(at), new Derived(at), CLOCK, threads);
  }

  @Test
  void theSameStoriesInWhateverOrderReportsArrive() {
    List<Report> reports = Events.reports(12);
    String inOrder = digestOf("in-order", reports, 1, 5);
    List<Report> shuffled = new ArrayList<>(reports);
    Collections.shuffle(shuffled, new Random(7));
    assertThat(digestOf("shuffled", shuffled, 4, 9)).isEqualTo(inOrder);
    Collections.reverse(shuffled);
    assertThat(digestOf("one-by-one", shuffled, 2, 1)).isEqualTo(inOrder);
  }

  @Test
  void ofAChannelEverybodyReadsTheHostAlone() {
    try (StoryService service = open("channels", 1)) {
      KeptChannel hook =
          service.addChannel(
              "webhook", "https://u:pw@hooks.example/T0/secret", Optional.empty(), "");
      service.addChannel("email", "desk@kelm.example", Optional.empty(), "");
      service.stopChannel(hook.number());
      List<KeptAct> acts = service.store().read(view -> view.acts(10));
      assertThat(acts)
          .extracting(KeptAct::subject)
          .containsExactlyInAnyOrder(
              "webhook hooks.example", "email desk@kelm.example", "webhook hooks.example");
    }
  }

  @Test
  void aProcessThatBeginsGoesOnAsIfTheOneBeforeHadNotEnded() throws IOException {
    List<Report> reports = Events.reports(12);
    reports.sort(Comparator.comparing(Report::published, Comparator.comparing(Optional::get)));
    String atOnce = digestOf("at-once", reports, 1, reports.size());
    Path placing = folder.resolve("store").resolve("placing");
    for (int from = 0; from < reports.size(); from += 4) {
      try (StoryService service = open("store", 1)) {
        accept(service, reports.subList(from, from + 4));
      }
      assertThat(placing).isRegularFile();
      byte[] kept = Files.readAllBytes(placing);
      switch (from / 4) {
        case 2 -> Files.delete(placing);
        case 4 -> Files.write(placing, new byte[] {7});
        case 5 -> {
          kept[kept.length / 2] ^= 1;
          Files.write(placing, kept);
        }
        case 6 -> Files.write(placing, Arrays.copyOf(kept, kept.length / 3));
        default -> {
          // goes on from what was kept
        }
      }
    }
    try (StoryService service = open("store", 1)) {
      assertThat(StoryService.digest(service.store())).isEqualTo(atOnce);
      assertThat(service.rebuild(Progress.NONE)).isEqualTo(atOnce);
      assertThat(service.store().verify(true)).isEmpty();
    }
  }

  @Test
  void aReportThatComesLateCostsOnlyThoseAfterIt() {
    List<Report> reports = new ArrayList<>(Events.varied(240));
    reports.sort(Comparator.comparing(Report::published, Comparator.comparing(Optional::get)));
    List<Report> late = new ArrayList<>();
    for (int at : List.of(715, 700, 690, 660, 655, 640, 610, 580)) {
      late.add(reports.remove(at));
    }
    Collections.shuffle(late, new Random(5));
    try (StoryService service = open("store", 1)) {
      accept(service, reports);
      for (Report one : late) {
        take(service, List.of(one));
        int[] placed = {0};
        service.place((stage, done, all) -> placed[0]++);
        assertThat(placed[0]).as("placed again, of " + reports.size()).isBetween(1, 420);
      }
      String digest = StoryService.digest(service.store());
      assertThat(service.rebuild(Progress.NONE)).isEqualTo(digest);
      assertThat(service.store().verify(true)).isEmpty();
    }
  }

  @Test
  void afterANewStartAReportThatComesLateCostsOnlyThoseAfterItToo() {
    List<Report> reports = new ArrayList<>(Events.varied(240));
    reports.sort(Comparator.comparing(Report::published, Comparator.comparing(Optional::get)));
    Report late = reports.remove(690);
    Report veryLate = reports.remove(300);
    Path file = folder.resolve("kept");
    try (StoryService service = open("store", 1)) {
      take(service, reports);
      assertThat(divided(service.store(), file, 100)).isEqualTo(718);
      assertThat(divided(service.store(), file, 100)).isZero();
      take(service, List.of(late));
      assertThat(divided(service.store(), file, 100)).isEqualTo(1);
      String digest = StoryService.digest(service.store());
      take(service, List.of(veryLate));
      assertThat(divided(service.store(), file, 100)).isEqualTo(720);
      assertThat(divided(service.store(), file, 100)).isZero();
      service.forget(List.of(veryLate.id()));
      assertThat(StoryService.digest(service.store())).isEqualTo(digest);
      assertThat(service.rebuild(Progress.NONE)).isEqualTo(digest);
    }
  }

  @Test
  void afterANewStartOnlyTheStoriesThatChangedAreWrittenWhereTheStoreHasAllOthers() {
    List<Report> reports = new ArrayList<>(Events.varied(40));
    reports.sort(Comparator.comparing(Report::published, Comparator.comparing(Optional::get)));
    Path file = folder.resolve("kept");
    int all = reports.size();
    try (StoryService service = open("store", 1)) {
      Store store = service.store();
      take(service, reports.subList(0, all - 2));
      divided(store, file, 4);
      int stories = retitle(store);
      take(service, reports.subList(all - 2, all - 1));
      divided(store, file, 4);
      assertThat(retitled(store)).isBetween(stories - 8L, stories - 1L);
      // as if the process before had ended between keeping the finder and writing the stories
      service.note(Placing.KEPT, "1000000");
      take(service, reports.subList(all - 1, all));
      divided(store, file, 4);
      assertThat(retitled(store)).isZero();
      String digest = StoryService.digest(store);
      assertThat(service.rebuild(Progress.NONE)).isEqualTo(digest);
    }
  }

  private static final String OTHER = "a title that nobody gave";

  private static int retitle(Store store) {
    return store.write(
        change -> {
          List<StoredStory> stories = change.stories();
          for (StoredStory one : stories) {
            change.putStory(
                new StoredStory(
                    one.id(),
                    OTHER,
                    one.reports(),
                    one.sources(),
                    one.days(),
                    one.fingerprint(),
                    one.changed()),
                change.members(one.id()));
          }
          return stories.size();
        });
  }

  private static long retitled(Store store) {
    return store.read(Store.View::stories).stream()
        .filter(one -> one.title().equals(OTHER))
        .count();
  }

  /** How many texts a new start divides. */
  private static int divided(Store store, Path file, int takenBack) {
    int[] divided = {0};
    Placing placing =
        new Placing(store, new StoryWriter(store, new Texts(1), gone -> {}), file, takenBack);
    placing.run("2026-03-10T08:00:00Z", (stage, done, all) -> divided[0]++);
    placing.save();
    return divided[0];
  }

  @Test
  void whatArrivesIsInAStoryAtOnceAndInOrderWhenItIsSettled() {
    List<Report> reports = new ArrayList<>(Events.varied(220));
    for (int at = 0; at < 40; at++) { // prints of one text, and one that has nothing of it
      reports.add(print(at));
    }
    Random random = new Random(11);
    Collections.shuffle(reports, random);
    int atOnce = 500;
    try (StoryService service = open("store", 1)) {
      accept(service, reports.subList(0, atOnce));
      assertThat(service.isSettled()).isTrue();
      int unsettled = 0;
      for (int from = atOnce; from < reports.size(); from += 9) {
        List<Report> some = reports.subList(from, Math.min(reports.size(), from + 9));
        take(service, some);
        service.arrive();
        assertThat(service.store().read(Store.View::membership)).containsKeys(ids(some));
        unsettled += service.isSettled() ? 0 : 1;
        if (random.nextInt(5) == 0) {
          while (!service.isSettled()) {
            service.settle(Duration.ZERO);
          }
          assertThat(StoryService.digest(service.store()))
              .isEqualTo(
                  digestOf("like-" + from, reports.subList(0, from + some.size()), 1, 1_000));
        }
      }
      assertThat(unsettled).isPositive();
      take(service, List.of(withBody(reports.getFirst(), "Another text altogether.", "")));
      service.arrive();
    }
    try (StoryService again = open("store", 1)) {
      assertThat(again.isSettled()).isFalse();
      again.settle(Duration.ofMinutes(1));
      assertThat(again.isSettled()).isTrue();
      String digest = StoryService.digest(again.store());
      assertThat(again.rebuild(Progress.NONE)).isEqualTo(digest);
      assertThat(again.store().verify(true)).isEmpty();
    }
  }

  @Test
  void aLargeStoryThatGrewKeepsItsNumberOfSourcesUntilItIsSettled() {
    List<Report> reports = prints(0, 30);
    reports.add(own("A crane falls at Odrin", OWN_WORDS));
    try (StoryService service = open("store", 1)) {
      accept(service, reports.subList(0, 30));
      assertThat(sources(service)).containsExactly(1);
      take(service, reports.subList(30, 31));
      service.arrive();
      assertThat(service.store().read(Store.View::stories).getFirst().reports()).isEqualTo(31);
      assertThat(sources(service)).containsExactly(1);
      assertThat(service.isSettled()).isFalse();
    }
    try (StoryService again = open("store", 1)) {
      again.settle(Duration.ZERO);
      assertThat(again.isSettled()).isTrue();
      assertThat(sources(again)).containsExactly(2);
    }
  }

  @Test
  void aLargeStoryThatLostAReportIsCountedAtOnce() {
    List<Report> reports = prints(0, 30);
    reports.add(
        own("A crane falls at Odrin", OWN_WORDS + " " + OTHER_WORDS.split("\\. ")[0] + "."));
    try (StoryService service = open("store", 1)) {
      accept(service, reports);
      assertThat(sources(service)).containsExactly(2);
      take(service, List.of(own("A roof at Tarn", OTHER_WORDS)));
      service.arrive();
      assertThat(service.store().<List<StoredReport>>read(view -> view.versions("own"))).hasSize(2);
      assertThat(sources(service)).containsExactly(1, 1);
    }
  }

  @Test
  void itIsTimeToSettleWhenNothingCameForAMomentOrAfterLong() {
    long[] now = {0};
    Settling.Times times = new Settling.Times(Duration.ofNanos(50), Duration.ofNanos(1_000));
    try (StoryService service = open("store", 1)) {
      accept(service, prints(0, 30));
      Settling settling = new Settling(service, times, () -> now[0]);
      now[0] = 5_000;
      assertThat(settling.isDue()).as("nothing to settle").isFalse();
      take(service, prints(30, 31));
      settling.arrive();
      now[0] += 50;
      assertThat(settling.isDue()).as("somebody may still come").isFalse();
      now[0]++;
      assertThat(settling.isDue()).as("quiet").isTrue();
      settling.settle();
      assertThat(settling.isDue()).as("settled").isFalse();
      long first = now[0];
      for (int at = 31; at < 61; at++) {
        take(service, prints(at, at + 1));
        settling.arrive();
        now[0] += 40;
        assertThat(settling.isDue()).as("after " + (now[0] - first)).isEqualTo(at >= 56);
      }
    }
  }

  @Test
  void settlingWithinLessThanTheQuietBeforeItIsRefused() {
    assertThatThrownBy(() -> new Settling.Times(Duration.ofSeconds(6), Duration.ofSeconds(5)))
        .hasMessageContaining("not after 6 and 5 seconds");
  }

  private static List<Report> prints(int from, int to) {
    return new ArrayList<>(
        java.util.stream.IntStream.range(from, to).mapToObj(StoryServiceTest::print).toList());
  }

  /** What the prints tell, without a sentence of theirs. */
  private static final String OWN_WORDS =
      "The crane at Odrin fell on the quay, and the night ferry leaves from the north quay of Odrin,"
          + " its harbour master told us. We saw the crane at Odrin fall. Our reporter stood beside"
          + " the fence all evening and counted the lorries that turned back.";

  private static final String OTHER_WORDS =
      "A school in the hills of Tarn got a new roof after the winter, and its pupils painted the"
          + " doors. Ida Brandt, the head teacher, thanked the parents who had carried tiles for"
          + " three weekends.";

  private static Report own(String title, String body) {
    ObjectNode json = new ObjectMapper().createObjectNode();
    json.put("id", "own").put("source", "Gazette").put("text", body);
    json.put("url", "https://gazette.example/news/own");
    json.put("date", "2026-03-05").put("title", title);
    return read(json);
  }

  private static List<Integer> sources(StoryService service) {
    return service.store().read(Store.View::stories).stream().map(StoredStory::sources).toList();
  }

  private static String[] ids(List<Report> reports) {
    return reports.stream().map(Report::id).toArray(String[]::new);
  }

  private static Report print(int at) {
    Report one = Events.reports(1).getFirst();
    String body =
        one.body()
            + " The harbour master of Odrin said that the night ferry would leave from the north"
            + " quay. Nobody was hurt when the crane fell, the town said. It was print "
            + at
            + ".";
    ObjectNode json = new ObjectMapper().createObjectNode();
    json.put("id", "print-" + at).put("source", "Outlet " + at).put("text", body);
    json.put("date", "2026-03-0" + (1 + at % 9)).put("title", "A crane falls at Odrin");
    return read(json);
  }

  private static Report read(ObjectNode json) {
    List<Report> read = new ArrayList<>();
    new InputReader(Limits.standard())
        .read(
            Content.of("print", "print.json", json.toString().getBytes(StandardCharsets.UTF_8)),
            new InputReader.Receiver() {
              @Override
              public void report(Report report, Content from) {
                read.add(report);
              }

              @Override
              public void unreadable(org.twosource.report.Unreadable bad, Optional<Content> from) {
                throw new AssertionError(bad.reason());
              }
            });
    return read.getFirst();
  }

  @Test
  void aReportWithoutADateComesAfterThoseOfTheDayOnWhichItWasReceived() {
    List<Report> dated = Events.varied(20);
    MovedClock clock = new MovedClock(Instant.parse("2026-03-02T08:00:00Z"));
    Path at = folder.resolve("undated");
    try (StoryService service = new StoryService(SqliteStore.open(at), new Derived(at), clock, 1)) {
      ObjectNode json = new ObjectMapper().createObjectNode();
      json.put("id", "a").put("source", "Ledger").put("text", "The ferry to Kelm was late.");
      take(service, List.of(read(json)));
      clock.set(Instant.parse("2026-03-20T08:00:00Z"));
      take(service, dated);
      take(service, List.of(read(json.put("id", "b").put("text", "A bridge in Tarn closed."))));
      List<String> order =
          service.store().read(Store.View::pages).stream()
              .sorted()
              .map(Store.PageKey::page)
              .toList();
      List<Store.PageKey> keys = service.store().read(Store.View::pages);
      assertThat(order).endsWith("b");
      Store.PageKey first = service.store().read(view -> view.key("a")).orElseThrow();
      assertThat(first.day()).isEqualTo(java.time.LocalDate.of(2026, 3, 2).toEpochDay());
      assertThat(order.indexOf("a"))
          .isEqualTo(
              (int)
                  keys.stream()
                      .filter(key -> key.published().isPresent() && key.day() <= first.day())
                      .count());
      assertThat(keys).isSortedAccordingTo(Store.PageKey.DATED_FIRST);
      service.place(Progress.NONE);
      String digest = StoryService.digest(service.store());
      assertThat(service.rebuild(Progress.NONE)).isEqualTo(digest);
    }
  }

  @Test
  void whatWasKeptOfPlacingIsNotUsedForOtherReportsOrDecisions() {
    List<Report> reports = Events.reports(4);
    Path file = folder.resolve("placing-of-others");
    try (StoryService service = open("store", 1)) {
      accept(service, reports);
      List<Store.PageKey> pages = service.store().read(Store.View::pages);
      SavedPlacing saved = new SavedPlacing(file, 9, page -> null);
      saved.write(new OnlineStoryFinder(), pages.subList(0, 6), StoryConstraints.NONE);
      assertThat(saved.read(pages, StoryConstraints.NONE))
          .hasValueSatisfying(kept -> assertThat(kept.pages()).isEqualTo(6));
      assertThat(saved.read(pages.subList(1, 9), StoryConstraints.NONE)).isEmpty();
      assertThat(saved.read(pages.subList(0, 5), StoryConstraints.NONE)).isEmpty();
      StoryConstraints decided =
          new StoryConstraints(List.of(), List.of(new StoryConstraints.Pair("a", "b")));
      assertThat(saved.read(pages, decided)).isEmpty();
    }
  }

  @Test
  void rebuildGivesTheSameDigestIdsAndHistory() {
    try (StoryService service = open("store", 1)) {
      accept(service, Events.reports(8));
      String digest = StoryService.digest(service.store());
      List<StoredStory> stories = service.store().read(Store.View::stories);
      assertThat(service.rebuild(Progress.NONE)).isEqualTo(digest);
      assertThat(service.rebuild(Progress.NONE)).isEqualTo(digest);
      assertThat(service.store().read(Store.View::stories)).isEqualTo(stories);
      assertThat(service.store().verify(true)).isEmpty();
    }
    try (StoryService service = open("store", 4)) {
      assertThat(service.rebuild(Progress.NONE)).isEqualTo(StoryService.digest(service.store()));
    }
  }

  @Test
  void aLateFirstReportLeavesTheStoryItsId() {
    List<Report> reports = Events.reports(1);
    try (StoryService service = open("store", 1)) {
      accept(service, reports.subList(1, reports.size()));
      String id = service.store().read(Store.View::stories).getFirst().id();
      accept(service, reports.subList(0, 1));
      assertThat(service.store().read(Store.View::stories))
          .singleElement()
          .satisfies(
              story -> {
                assertThat(story.id()).isEqualTo(id);
                assertThat(story.reports()).isEqualTo(reports.size());
              });
      assertThat(service.store().<List<StoryChange>>read(view -> view.changesOf(id)))
          .extracting(StoryChange::kind)
          .containsExactly(StoryChange.Kind.OPENED, StoryChange.Kind.GROWN);
    }
  }

  @Test
  void anInputMetAgainIsADuplicateAndAnEditedPageAVersion() {
    try (StoryService service = open("store", 1)) {
      Report report = Events.reports(1).getFirst();
      assertThat(accept(service, List.of(report))).containsExactly(Outcome.STORED);
      assertThat(accept(service, List.of(report))).containsExactly(Outcome.DUPLICATE_OF);
      Report elsewhere = withBody(report, report.body(), "https://example.org/other?utm_source=x");
      assertThat(accept(service, List.of(elsewhere))).containsExactly(Outcome.DUPLICATE_OF);
      Report edited = withBody(report, report.body() + " It was corrected.", "");
      assertThat(accept(service, List.of(edited))).containsExactly(Outcome.VERSION_OF);
      Report another = withBody(report, "Nothing of this has to do with it, says the office.", "");
      assertThat(accept(service, List.of(another))).containsExactly(Outcome.STORED);
      assertThat(service.store().read(Store.View::outcomes))
          .containsEntry(Outcome.STORED, 2L)
          .containsEntry(Outcome.VERSION_OF, 1L)
          .containsEntry(Outcome.DUPLICATE_OF, 1L);
      assertThat(
              service
                  .store()
                  .<Optional<StoredReport>>read(view -> view.current(report.id()))
                  .orElseThrow()
                  .report()
                  .body())
          .endsWith("It was corrected.");
      assertThat(service.store().verify(true)).isEmpty();
    }
  }

  @Test
  void twoOutletsThatPrintTheSameTextAreTwoReports() {
    Report report = Events.reports(1).getFirst();
    Report print = report.withId("print").withOutlet(Optional.of("Evening Post"));
    try (StoryService service = open("store", 1)) {
      assertThat(accept(service, List.of(report, print)))
          .containsExactly(Outcome.STORED, Outcome.STORED);
      assertThat(service.store().read(Store.View::stories))
          .singleElement()
          .satisfies(
              story -> {
                assertThat(story.reports()).isEqualTo(2);
                assertThat(story.sources()).isEqualTo(1);
              });
    }
  }

  @Test
  void aDecisionHoldsSurvivesRebuildAndIsUndone() {
    try (StoryService service = open("store", 1)) {
      accept(service, Events.reports(3));
      String before = StoryService.digest(service.store());
      List<StoredStory> stories = service.store().read(Store.View::stories);
      String a = service.store().read(view -> view.members(stories.get(0).id())).getFirst();
      String b = service.store().read(view -> view.members(stories.get(1).id())).getFirst();
      KeptDecision decision = service.decide("", "together", a, b, Progress.NONE);
      assertThat(service.store().<Optional<String>>read(view -> view.storyOf(a)))
          .isEqualTo(service.store().read(view -> view.storyOf(b)));
      String decided = StoryService.digest(service.store());
      assertThat(service.rebuild(Progress.NONE)).isEqualTo(decided).isNotEqualTo(before);
      String gone =
          stories.stream()
              .map(StoredStory::id)
              .filter(id -> service.store().read(view -> view.story(id)).isEmpty())
              .findFirst()
              .orElseThrow();
      assertThat(service.store().<Optional<String>>read(view -> view.survivor(gone))).isPresent();
      assertThat(service.undo("", decision.number(), Progress.NONE)).isTrue();
      assertThat(StoryService.digest(service.store())).isEqualTo(before);
      assertThat(service.store().verify(true)).isEmpty();
    }
  }

  @Test
  void whatIsForgottenDoesNotComeBack() {
    try (StoryService service = open("store", 1)) {
      List<Report> reports = Events.reports(2);
      accept(service, reports);
      String id = reports.getFirst().id();
      Forgotten forgotten = service.forget(List.of(id));
      assertThat(forgotten.stories()).hasSize(1);
      assertThat(service.store().<Optional<StoredReport>>read(view -> view.current(id))).isEmpty();
      assertThat(accept(service, List.of(reports.getFirst()))).containsExactly(Outcome.QUARANTINED);
      assertThat(service.store().verify(true)).isEmpty();
      List<String> kept = new ArrayList<>();
      service
          .store()
          .read(
              view -> {
                view.eachReport(one -> kept.add(one.report().body()));
                return true;
              });
      assertThat(kept).hasSize(reports.size() - 1);
    }
  }

  private String digestOf(String store, List<Report> reports, int threads, int atOnce) {
    try (StoryService service = open(store, threads)) {
      for (int from = 0; from < reports.size(); from += atOnce) {
        accept(service, reports.subList(from, Math.min(reports.size(), from + atOnce)));
      }
      assertThat(service.store().verify(true)).isEmpty();
      return StoryService.digest(service.store());
    }
  }

  /** Accepts reports as if each had been a file, and places them. */
  static List<Outcome> accept(StoryService service, List<Report> reports) {
    List<Outcome> inOrder = take(service, reports);
    service.place(Progress.NONE);
    return inOrder;
  }

  private static List<Outcome> take(StoryService service, List<Report> reports) {
    List<Outcome> inOrder = new ArrayList<>();
    Importer importer = new Importer(service, one -> inOrder.add(one.outcome()));
    InputReader reader = new InputReader(Limits.standard());
    for (Report report : reports) {
      reader.read(Content.of(report.source(), report.id() + ".json", json(report)), importer);
    }
    importer.finish();
    return inOrder;
  }

  private static byte[] json(Report report) {
    ObjectNode json = new ObjectMapper().createObjectNode();
    json.put("id", report.id());
    json.put("text", report.body());
    report.headline().ifPresent(title -> json.put("title", title));
    report.outlet().ifPresent(outlet -> json.put("source", outlet));
    report.url().ifPresent(url -> json.put("url", url));
    report.published().ifPresent(date -> json.put("date", date.iso()));
    return json.toString().getBytes(StandardCharsets.UTF_8);
  }

  private static Report withBody(Report report, String body, String url) {
    return new Report(
        report.id(),
        report.source(),
        url.isEmpty() ? report.url() : Optional.of(url),
        report.outlet(),
        report.headline(),
        report.byline(),
        report.credit(),
        report.published().map(date -> new PartialDate(date.day().iso())),
        report.language(),
        body);
  }
}
