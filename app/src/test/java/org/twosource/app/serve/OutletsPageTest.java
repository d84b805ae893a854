package org.twosource.app.serve;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.twosource.Progress;
import org.twosource.app.desk.Imports;
import org.twosource.app.desk.StoryService;
import org.twosource.app.store.StorePlace;
import org.twosource.app.store.StoredStory;

/** Which outlet says what, of a story that more outlets have than a table shows at once. */
class OutletsPageTest {
  private static final int OUTLETS = 20;

  @TempDir static Path folder;
  private static DeskServer server;
  private static String address;

  @BeforeAll
  static void open() {
    try (StoryService service = StoryService.open(StorePlace.in(folder))) {
      for (int number = 0; number <= OUTLETS; number++) {
        String outlet = number == OUTLETS ? "" : "\"source\":\"Herald " + number + "\",";
        String text =
            "The quay of Tarn was closed on Monday after a fire in a crane, the harbour board said."
                + " Nobody was hurt, and two ships were sent to Selwyn."
                + (number % 3 == 0 ? " The crane was built in 1974." : "");
        Imports.accept(
            service,
            "r" + number + ".json",
            "{\"id\":\"r"
                + number
                + "\","
                + outlet
                + "\"date\":\"2026-03-02\",\"title\":\"Quay of Tarn closed\",\"text\":\""
                + text
                + "\"}");
      }
      service.place(Progress.NONE);
      List<StoredStory> stories = service.store().read(view -> view.stories());
      assertThat(stories).hasSize(1);
      address = "/stories/" + stories.getFirst().id() + "/outlets";
    }
    server = DeskServer.open(StorePlace.in(folder), SampleDesk.options());
  }

  @AfterAll
  static void close() {
    server.close();
  }

  private static Document page(String path) throws IOException {
    Ask.Answer answer = Ask.get(server.port(), path).answer();
    assertThat(answer.status()).as(path).isEqualTo(200);
    return Jsoup.parse(answer.body());
  }

  private static List<String> columns(Document page) {
    List<String> heads = new ArrayList<>(page.select(".matrix thead th").eachText());
    heads.removeFirst();
    return heads;
  }

  @Test
  void whatHasNoColumnIsNamedAndLeadsToATableThatHasIt() throws IOException {
    Document page = page(address);
    List<String> shown = columns(page);
    List<Element> hidden = page.select(".hidden-outlets a");
    Set<String> all = new HashSet<>(shown);
    for (Element one : hidden) {
      assertThat(all.add(one.text())).as(one.text()).isTrue();
      assertThat(columns(page(one.attr("href")))).contains(one.text());
    }
    assertThat(all).hasSize(OUTLETS + 1);
    assertThat(page.select(".hidden-outlets summary").text())
        .isEqualTo(hidden.size() + " of " + (OUTLETS + 1) + " columns are not shown here");
  }

  @Test
  void allAreShownTogetherWhenAskedFor() throws IOException {
    Document page = page(page(address).select("#all-outlets").attr("href"));
    assertThat(columns(page)).hasSize(OUTLETS + 1);
    assertThat(page.select(".hidden-outlets")).isEmpty();
  }

  @Test
  void aReportWhoseOutletIsNotNamedIsNoOutlet() throws IOException {
    Document page = page(address + "?outlets=all");
    assertThat(page.select("main > .meta").text())
        .contains("20 outlets and 1 report whose outlet is not named");
    assertThat(columns(page)).contains("“Quay of Tarn closed”");
  }
}
