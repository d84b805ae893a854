package org.twosource.app.serve;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.twosource.Progress;
import org.twosource.app.desk.Derived;
import org.twosource.app.desk.Imports;
import org.twosource.app.desk.ManyReports;
import org.twosource.app.desk.StoryService;
import org.twosource.app.search.SearchIndex;
import org.twosource.app.store.StorePlace;

/** A desk whose index of words misses what came while no desk was open. */
class CatchingUpTest {
  private static final Duration NO_PATIENCE = Duration.ofNanos(1);

  @TempDir Path folder;
  private Derived derived;

  @BeforeEach
  void anIndexOfTheFirstReports() {
    derived = new Derived(folder);
    add(0, 30);
    try (StoryService service = StoryService.open(StorePlace.in(folder))) {
      SearchIndex.open(service.store(), derived.search(), derived.accounts()).close();
    }
    add(30, 60);
  }

  private void add(int from, int to) {
    try (StoryService service = StoryService.open(StorePlace.in(folder))) {
      StringBuilder lines = new StringBuilder();
      for (int number = from; number < to; number++) {
        lines.append(ManyReports.line(number)).append('\n');
      }
      Imports.accept(service, "more.jsonl", lines.toString());
      service.place(Progress.NONE);
    }
  }

  private static DeskOptions impatient() {
    return SampleDesk.options()
        .withLimits(
            new DeskOptions.DeskLimits(1 << 20, 32 << 20, NO_PATIENCE, NO_PATIENCE, 20_000, 6, 4));
  }

  @Test
  void anIndexThatIsBehindIsSearchedAsItLies() {
    try (StoryService service = StoryService.open(StorePlace.in(folder));
        SearchIndex index =
            SearchIndex.asItLies(service.store(), derived.search(), seq -> seq == 30)
                .orElseThrow()) {
      assertThat(index.lastReceipt()).isEqualTo(30);
      assertThat(index.search("outlet:\"Coast Wire\"", 100)).hasSize(10);
      assertThat(SearchIndex.asItLies(service.store(), derived.search(), seq -> seq > 30))
          .isEmpty();
    }
  }

  @Test
  void anIndexOfAnotherStoreIsNot(@TempDir Path other) {
    try (StoryService service = StoryService.open(StorePlace.in(other))) {
      Optional<SearchIndex> index =
          SearchIndex.asItLies(service.store(), derived.search(), seq -> seq >= 0);
      assertThat(index).isEmpty();
    }
  }

  @Test
  void aPageShowsWhatIsLookedThroughAndHowMuchThatIs() throws Exception {
    List<String> told = new ArrayList<>();
    try (DeskServer server = DeskServer.open(StorePlace.in(folder), impatient())) {
      Document page = search(server, told);
      for (int tries = 0; !page.select("#again").isEmpty() && tries < 600; tries++) {
        Thread.sleep(50);
        page = search(server, told);
      }
      assertThat(page.select("#again")).isEmpty();
      assertThat(page.select(".hits > li")).hasSize(20);
    }
    assertThat(told).isNotEmpty();
    assertThat(told)
        .allMatch(notice -> notice.matches("(0|30) of 60 inputs are looked through so far;.*"));
  }

  private static Document search(DeskServer server, List<String> told) throws IOException {
    Ask.Answer answer = Ask.get(server.port(), "/search?q=outlet:%22coast+wire%22").answer();
    assertThat(answer.status()).isEqualTo(200);
    Document page = Jsoup.parse(answer.body());
    told.addAll(page.select(".notice:has(#again)").eachText());
    if (page.select(".hits > li").isEmpty()) {
      assertThat(page.select(".none").text()).contains("looked through so far");
    }
    return page;
  }

  @Test
  void aProgramIsToldToAskAgainAndNeverGetsAPart() throws Exception {
    String asked = "/api/v1/search?limit=200&q=outlet:%22coast+wire%22";
    try (DeskServer server = DeskServer.open(StorePlace.in(folder), impatient())) {
      Ask.Answer answer = Ask.get(server.port(), asked).answer();
      assertThat(answer.status()).isEqualTo(503);
      assertThat(answer.body()).contains("catching up").contains("of 60 inputs");
      for (int tries = 0; answer.status() == 503 && tries < 600; tries++) {
        Thread.sleep(50);
        answer = Ask.get(server.port(), asked).answer();
      }
      assertThat(answer.status()).isEqualTo(200);
      assertThat(answer.body().split("\"report\":", -1)).hasSize(21);
    }
  }
}
