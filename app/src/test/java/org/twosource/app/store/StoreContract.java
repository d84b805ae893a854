package org.twosource.app.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.twosource.report.Citation;
import org.twosource.report.PartialDate;
import org.twosource.report.Report;
import org.twosource.report.Span;

/** What every store does, whatever keeps it. */
abstract class StoreContract {
  private static final String NOW = "2026-03-01T10:00:00Z";

  private Store store;

  /** The same store each time, empty at first. */
  abstract Store open();

  @BeforeEach
  void openIt() {
    store = open();
  }

  @AfterEach
  void closeIt() {
    store.close();
  }

  @Test
  void whatWasWrittenIsThereAfterItIsOpenedAgain() {
    store(report("a", "2026-03-01"));
    store.close();
    store = open();
    StoredReport read = store.read(view -> view.current("a")).orElseThrow();
    assertThat(read.report()).isEqualTo(report("a", "2026-03-01"));
    assertThat(store.<Optional<Receipt>>read(view -> view.receipt("key a"))).isPresent();
  }

  @Test
  void aTransactionThatFailsLeavesNothing() {
    assertThatThrownBy(
            () ->
                store.write(
                    change -> {
                      keep(change, report("a", "2026-03-01"));
                      throw new IllegalStateException("on purpose");
                    }))
        .hasMessage("on purpose");
    assertThat(store.read(Store.View::pages)).isEmpty();
    assertThat(store.read(Store.View::lastReceipt)).isZero();
    store(report("a", "2026-03-01"));
    assertThat(store.read(Store.View::pages)).hasSize(1);
  }

  @Test
  void aReceiptIsGivenOnce() {
    store(report("a", "2026-03-01"));
    assertThatThrownBy(() -> store(report("a", "2026-03-01"))).isInstanceOf(StoreException.class);
    assertThat(store.read(Store.View::outcomes)).containsEntry(Outcome.STORED, 1L);
  }

  @Test
  void pagesComeInOrderOfPublicationAndThoseWithoutADateLast() {
    for (String[] one :
        new String[][] {
          {"d", ""}, {"c", "2026-03-02"}, {"b", "2026-03"}, {"a", "2026-03-02"}, {"e", "2025"}
        }) {
      store(report(one[0], one[1]));
    }
    List<Store.PageKey> pages = store.read(Store.View::pages);
    assertThat(pages).extracting(Store.PageKey::page).containsExactly("e", "b", "a", "c", "d");
    assertThat(pages).isSortedAccordingTo(Store.PageKey.DATED_FIRST);
  }

  @Test
  void longBytesComeBackAsTheyWere() {
    byte[] bytes = new byte[9 << 20];
    new Random(1).nextBytes(bytes);
    String sha = Digests.of(bytes);
    store.write(
        change -> {
          change.addRaw(sha, bytes, NOW, "");
          change.addRaw(sha, bytes, NOW, "");
          return true;
        });
    assertThat(store.<Optional<byte[]>>read(view -> view.raw(sha))).hasValue(bytes);
    assertThat(store.<Optional<byte[]>>read(view -> view.raw("none"))).isEmpty();
  }

  /** Answers of one feed: each has most of what the one before had. */
  private static List<byte[]> answers(int count) {
    Random random = new Random(5);
    List<String> entries = new ArrayList<>();
    for (int i = 0; i < count + 20; i++) {
      StringBuilder entry = new StringBuilder("<item>");
      for (int word = 0; word < 60; word++) {
        entry.append(Integer.toString(random.nextInt(1 << 24), 36)).append(' ');
      }
      entries.add(entry.append("</item>").toString());
    }
    List<byte[]> answers = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      String answer = String.join("\n", entries.subList(i, i + 20));
      answers.add(answer.getBytes(StandardCharsets.UTF_8));
    }
    return answers;
  }

  /** Keeps an answer with a report of it. */
  private static void keepAnswer(Store.Change change, byte[] answer, int number, String address) {
    String sha = Digests.of(answer);
    Report report = report("f" + number, "2026-03-01");
    change.addRaw(sha, answer, "2026-03-01T10:00:" + (10 + number) + "Z", address);
    Receipt receipt = receipt("key " + report.id(), Outcome.STORED, report.id());
    long seq =
        change.addReceipt(
            new Receipt(
                0,
                receipt.key(),
                receipt.outcome(),
                receipt.report(),
                new Receipt.Origin("feed", Optional.of(sha), 0, Receipt.Held.NOTHING),
                Optional.empty(),
                NOW));
    change.addReport(
        new StoredReport(
            report, report.id(), seq, StoredReport.contentOf(report), report.published(), true),
        List.of("id " + report.id()));
  }

  @Test
  void answersOfOneAddressArePackedAgainstEachOtherAndEachCanGo() {
    List<byte[]> answers = answers(30);
    store.write(
        change -> {
          for (int i = 0; i < answers.size(); i++) {
            keepAnswer(change, answers.get(i), i, "https://post.example/feed");
          }
          return true;
        });
    assertThat(breachesBut("placed")).isEmpty();
    List<Integer> left = new ArrayList<>();
    for (int i = 0; i < answers.size(); i++) {
      left.add(i);
    }
    for (int gone : new int[] {0, 1, 15, 29, 2, 3, 14}) {
      store.write(
          change -> {
            change.removeRaw(Digests.of(answers.get(gone)));
            return true;
          });
      left.remove((Integer) gone);
      for (int i : left) {
        String sha = Digests.of(answers.get(i));
        assertThat(store.<Optional<byte[]>>read(view -> view.raw(sha))).hasValue(answers.get(i));
      }
      assertThat(store.read(Store.View::raws)).hasSize(left.size());
      assertThat(breachesBut("placed")).isEmpty();
    }
  }

  @Test
  void withAForgottenEntryGoAllAnswersOfItsFeed() {
    List<byte[]> answers = answers(6);
    store.write(
        change -> {
          for (int i = 0; i < answers.size(); i++) {
            keepAnswer(
                change,
                answers.get(i),
                i,
                i == 5 ? "https://other.example/" : "https://post.example/");
          }
          return true;
        });
    assertThat(store.<Integer>write(change -> change.forget("f2", NOW))).isEqualTo(5);
    assertThat(store.read(Store.View::raws)).containsExactly(Digests.of(answers.get(5)));
    assertThat(store.read(Store.View::pages)).hasSize(5);
    assertThat(breachesBut("placed")).isEmpty();
  }

  @Test
  void oneVersionOfAPageIsShown() {
    store(report("a", "2026-03-01"));
    store.write(
        change -> {
          Report edited = report("a@2", "2026-03-02");
          long seq = change.addReceipt(receipt("key a@2", Outcome.VERSION_OF, "a"));
          change.addReport(
              new StoredReport(
                  edited, "a", seq, StoredReport.contentOf(edited), edited.published(), false),
              List.of());
          change.setCurrent("a", "a@2");
          return true;
        });
    assertThat(
            store
                .<Optional<StoredReport>>read(view -> view.current("a"))
                .orElseThrow()
                .report()
                .id())
        .isEqualTo("a@2");
    assertThat(store.<List<StoredReport>>read(view -> view.versions("a")))
        .extracting(version -> version.report().id())
        .containsExactly("a", "a@2");
    assertThat(breachesBut("placed")).isEmpty();
  }

  @Test
  void storiesWithTheirReportsAndHistory() {
    store(report("a", "2026-03-01"));
    store(report("b", "2026-03-02"));
    store.write(
        change -> {
          change.putStory(story("s-a", 2), List.of("a", "b"));
          change.addChange(change("s-a", StoryChange.Kind.OPENED, Optional.empty(), 2));
          change.addChange(change("s-b", StoryChange.Kind.OPENED, Optional.empty(), 1));
          change.addChange(change("s-b", StoryChange.Kind.MERGED_INTO, Optional.of("s-a"), 0));
          return true;
        });
    assertThat(store.read(Store.View::stories)).containsExactly(story("s-a", 2));
    assertThat(store.read(Store.View::countStories)).isEqualTo(1);
    assertThat(store.<List<StoredStory>>read(view -> view.latestStories(0, 9))).hasSize(1);
    assertThat(store.<List<StoredStory>>read(view -> view.latestStories(1, 9))).isEmpty();
    assertThat(store.<List<String>>read(view -> view.members("s-a"))).containsExactly("a", "b");
    assertThat(store.<Optional<String>>read(view -> view.survivor("s-b"))).hasValue("s-a");
    assertThat(store.<Optional<String>>read(view -> view.survivor("s-z"))).isEmpty();
    assertThat(store.<List<StoryChange>>read(view -> view.changesOf("s-a"))).hasSize(2);
    assertThat(store.verify(true)).isEmpty();
  }

  @Test
  void howManySourcesAStoryHadIsKnownOfEveryReceipt() {
    StoryChange opened =
        new StoryChange(
            "s-a", StoryChange.Kind.OPENED, Optional.empty(), 2, OptionalInt.of(1), 3, NOW);
    StoryChange grown =
        new StoryChange(
            "s-a", StoryChange.Kind.GROWN, Optional.empty(), 4, OptionalInt.of(1), 7, NOW);
    StoryChange ofEarlierRelease =
        new StoryChange(
            "s-b", StoryChange.Kind.OPENED, Optional.empty(), 2, OptionalInt.empty(), 3, NOW);
    store.write(
        change -> {
          List.of(opened, grown, ofEarlierRelease).forEach(change::addChange);
          change.setSourcesOfLastChange("s-a", 3);
          return true;
        });
    assertThat(store.<OptionalInt>read(view -> view.sourcesAt("s-a", 2))).hasValue(0);
    assertThat(store.<OptionalInt>read(view -> view.sourcesAt("s-a", 6))).hasValue(1);
    assertThat(store.<OptionalInt>read(view -> view.sourcesAt("s-a", 7))).hasValue(3);
    assertThat(store.<OptionalInt>read(view -> view.sourcesAt("s-b", 9))).isEmpty();
    assertThat(store.<List<StoryChange>>read(view -> view.changesOf("s-b")))
        .containsExactly(ofEarlierRelease);
  }

  @Test
  void whoBeganAndEndedWhatIsListedTheLatestFirst() {
    KeptAct begun = new KeptAct("rex", NOW, KeptAct.Kind.WATCH_BEGUN, "outlet Kelm Herald");
    KeptAct added = new KeptAct("", NOW, KeptAct.Kind.SOURCE_ADDED, "https://post.example/feed");
    store.write(
        change -> {
          change.addAct(begun);
          change.addAct(added);
          return true;
        });
    assertThat(store.<List<KeptAct>>read(view -> view.acts(9))).containsExactly(added, begun);
    assertThat(store.<List<KeptAct>>read(view -> view.acts(1))).containsExactly(added);
  }

  @Test
  void whatIsForgottenIsGoneAndRemembered() {
    byte[] bytes = "as received".getBytes(StandardCharsets.UTF_8);
    store.write(
        change -> {
          change.addRaw(Digests.of(bytes), bytes, NOW, "");
          return true;
        });
    store(report("a", "2026-03-01"));
    store(report("b", "2026-03-01"));
    store.write(change -> change.forget("a", NOW));
    assertThat(store.<Optional<StoredReport>>read(view -> view.current("a"))).isEmpty();
    assertThat(store.<Optional<Receipt>>read(view -> view.receipt("key a"))).isEmpty();
    assertThat(store.<Boolean>read(view -> view.isForgotten("key a"))).isTrue();
    assertThat(store.<Boolean>read(view -> view.isForgotten("key b"))).isFalse();
    assertThat(store.<List<String>>read(view -> view.pagesKnownBy("id a"))).isEmpty();
  }

  @Test
  void decisionsAreKeptAndUndoneOnce() {
    long number =
        store.write(
            change ->
                change.addDecision(
                    new KeptDecision(
                        0, "apart", "a", "b", new KeptDecision.Act(NOW, "ada"), Optional.empty())));
    assertThat(
            store.<Boolean>write(
                change -> change.undoDecision(number, new KeptDecision.Act(NOW, "ben"))))
        .isTrue();
    assertThat(
            store.<Boolean>write(
                change -> change.undoDecision(number, new KeptDecision.Act(NOW, "ben"))))
        .isFalse();
    assertThat(store.read(Store.View::decisions))
        .singleElement()
        .satisfies(
            one -> {
              assertThat(one.made().by()).isEqualTo("ada");
              assertThat(one.undone()).hasValue(new KeptDecision.Act(NOW, "ben"));
            });
  }

  @Test
  void anAlertIsGivenOnceAndCanBeTakenBack() {
    KeptWatch watch = store.write(change -> change.addWatch("second-source", "reactor leak", NOW));
    assertThat(
            store.<KeptWatch>write(change -> change.addWatch("second-source", "reactor leak", NOW)))
        .isEqualTo(watch);
    KeptAlert alert =
        new KeptAlert(
            "x1",
            watch,
            new KeptAlert.Subject("s-a", "c1"),
            new KeptAlert.Said(
                "It leaked.", new KeptAlert.Turn("one source", "two"), "two families", NOW),
            List.of(new Citation("a", new Span(0, 4)), new Citation("b", new Span(3, 9))),
            Optional.empty(),
            KeptAlert.Firmness.FIRM);
    assertThat(store.<Boolean>write(change -> change.addAlert(alert))).isTrue();
    assertThat(store.<Boolean>write(change -> change.addAlert(alert))).isFalse();
    store.write(
        change -> {
          change.replaceAlert(alert.withRetracted(NOW, "one family"));
          return true;
        });
    assertThat(store.read(Store.View::alerts))
        .containsExactly(alert.withRetracted(NOW, "one family"));
  }

  @Test
  void alertsAreGivenTheLatestFirstAfterOneAndInTheOrderTheyWereTold() {
    KeptWatch watch = store.write(change -> change.addWatch("query", "ferry", NOW));
    KeptWatch silent = store.write(change -> change.addWatch("query", "fog", NOW));
    List<KeptAlert> told = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      String at = "2026-03-01T10:0" + i / 2 + ":00Z";
      KeptAlert.Firmness firmness = i == 4 ? KeptAlert.Firmness.BASELINE : KeptAlert.Firmness.FIRM;
      told.add(
          new KeptAlert(
              "x" + i,
              watch,
              new KeptAlert.Subject("s-a", "c1"),
              new KeptAlert.Said("It sailed.", new KeptAlert.Turn("", "it sailed"), "a report", at),
              List.of(new Citation("a", new Span(0, 4))),
              Optional.empty(),
              firmness));
    }
    store.write(
        change -> {
          told.forEach(change::addAlert);
          return true;
        });
    assertThat(ids(store.read(view -> view.latestAlerts(0, 2)))).containsExactly("x3", "x2");
    assertThat(ids(store.read(view -> view.latestAlerts(2, 9)))).containsExactly("x1", "x0");
    assertThat(ids(store.read(view -> view.alertsAfter("", "", 3))))
        .containsExactly("x0", "x1", "x2");
    assertThat(ids(store.read(view -> view.alertsAfter("2026-03-01T10:00:00Z", "x0", 9))))
        .containsExactly("x1", "x2", "x3");
    assertThat(ids(store.read(view -> view.alertsTold(2, 9)))).containsExactly("x2", "x3");
    assertThat(ids(store.read(view -> view.alertsTold(0, 1)))).containsExactly("x0");
    assertThat(store.<Map<Long, Long>>read(Store.View::alertCounts))
        .containsExactly(Map.entry(watch.number(), 4L))
        .doesNotContainKey(silent.number());
    assertThat(store.read(Store.View::lastAlert)).isEqualTo(5);
    KeptAlert back = told.getFirst().withRetracted("2026-03-01T11:00:00Z", "one family");
    for (int again = 0; again < 2; again++) {
      store.write(
          change -> {
            change.replaceAlert(back);
            return true;
          });
    }
    assertThat(ids(store.read(view -> view.alertsTold(5, 9)))).containsExactly("x0");
    assertThat(store.read(Store.View::lastAlert)).isEqualTo(6);
    assertThat(store.<Optional<KeptAlert>>read(view -> view.alert("x0"))).hasValue(back);
    assertThat(store.<Optional<KeptAlert>>read(view -> view.alert("none"))).isEmpty();
  }

  private static List<String> ids(List<KeptAlert> alerts) {
    return alerts.stream().map(KeptAlert::id).toList();
  }

  @Test
  void listsAreReadPageByPage() {
    store(report("c", "2026-03-01"));
    store(report("a", "2026-03-02"));
    store(report("b", ""));
    assertThat(pages("", Optional.empty(), 2)).containsExactly("a", "b");
    assertThat(pages("b", Optional.empty(), 2)).containsExactly("c");
    assertThat(pages("a", Optional.of("LEDGER"), 9)).containsExactly("b", "c");
    assertThat(pages("", Optional.of("Herald"), 9)).isEmpty();
    assertThat(store.<Map<Outcome, Long>>read(view -> view.outcomesAfter(1)))
        .containsEntry(Outcome.STORED, 2L)
        .containsEntry(Outcome.QUARANTINED, 0L);
    store.write(
        change -> {
          for (int i = 0; i < 4; i++) {
            change.putStory(story("s-" + i, 1).withSources(1, i), List.of());
          }
          return true;
        });
    assertThat(stories(view -> view.storiesAfter("", -1, 3))).containsExactly("s-0", "s-1", "s-2");
    assertThat(stories(view -> view.storiesAfter("s-1", -1, 3))).containsExactly("s-2", "s-3");
    assertThat(stories(view -> view.storiesAfter("s-1", 2, 3))).containsExactly("s-3");
    assertThat(stories(view -> view.storiesChangedAfter(1))).containsExactly("s-2", "s-3");
  }

  private List<String> pages(String after, Optional<String> outlet, int most) {
    return store.read(view -> view.pagesAfter(after, outlet, most));
  }

  private List<String> stories(Function<Store.View, List<StoredStory>> asked) {
    return store.read(asked).stream().map(StoredStory::id).toList();
  }

  @Test
  void aMissingReportIsNamedByVerify() {
    store.write(
        change -> {
          change.addReceipt(receipt("key z", Outcome.STORED, "z"));
          return true;
        });
    assertThat(store.verify(false))
        .singleElement()
        .satisfies(
            breach -> {
              assertThat(breach.invariant()).contains("receipt");
              assertThat(breach.row()).contains("receipt 1");
            });
  }

  private List<Breach> breachesBut(String word) {
    List<Breach> breaches = new ArrayList<>(store.verify(true));
    breaches.removeIf(breach -> breach.row().contains(word));
    return breaches;
  }

  private void store(Report report) {
    store.write(
        change -> {
          keep(change, report);
          return true;
        });
  }

  static void keep(Store.Change change, Report report) {
    long seq = change.addReceipt(receipt("key " + report.id(), Outcome.STORED, report.id()));
    change.addReport(
        new StoredReport(
            report, report.id(), seq, StoredReport.contentOf(report), report.published(), true),
        List.of("id " + report.id()));
  }

  static Receipt receipt(String key, Outcome outcome, String report) {
    return new Receipt(
        0,
        key,
        outcome,
        Optional.of(report),
        new Receipt.Origin("in/" + report, Optional.empty(), 0, Receipt.Held.NOTHING),
        Optional.empty(),
        NOW);
  }

  static Report report(String id, String date) {
    return new Report(
        id,
        "in/" + id,
        Optional.of("https://example.org/" + id),
        Optional.of("Ledger"),
        Optional.of("Ferry \ud83d\udea2 late"),
        List.of("Mara Oldt"),
        List.of(),
        PartialDate.parse(date),
        Optional.of("en"),
        "The ferry to Kelm was late. \u201cFog,\u201d said its captain. " + id);
  }

  private static StoredStory story(String id, int reports) {
    return new StoredStory(
        id,
        "Ferry late",
        reports,
        1,
        new StoredStory.Days(Optional.of("2026-03-01"), Optional.of("2026-03-02")),
        "f",
        2);
  }

  private static StoryChange change(
      String story, StoryChange.Kind kind, Optional<String> other, int reports) {
    return new StoryChange(story, kind, other, reports, OptionalInt.of(reports), 2, NOW);
  }
}
