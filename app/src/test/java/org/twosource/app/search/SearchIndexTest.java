package org.twosource.app.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.twosource.Progress;
import org.twosource.app.desk.Imports;
import org.twosource.app.desk.StoryService;
import org.twosource.app.store.PackedFile;
import org.twosource.app.store.Store;
import org.twosource.app.store.StorePlace;

/** What is found, where, and what becomes of the index when the store or the disk changes. */
class SearchIndexTest {
  @TempDir Path folder;
  private StoryService service;

  @BeforeEach
  void fillTheStore() {
    service = StoryService.open(StorePlace.in(folder));
    add(
        "leak",
        "Kelm Herald",
        "2026-03-01",
        "Reactor at Kelm shut",
        "Steam leaked from the reactor on Sunday. Mara Oldt, who runs the plant, spoke of a small"
            + " leak. Nobody was hurt.");
    add(
        "drill",
        "Evening Post",
        "2026-03-09",
        "A drill at the plant",
        "Firemen rehearsed a reactor accident. There was no leak, the drill leader said.");
    add(
        "dam",
        "Evening Post",
        "2026-04-02",
        "The dam of Tarn Mills",
        "Zelenskyy visited the dam of Tarn Mills and praised the crew. "
            + "Water rose. ".repeat(60)
            + "At night the reactor of the pump house failed.");
    service.place(Progress.NONE);
  }

  @AfterEach
  void close() {
    service.close();
  }

  private void add(String id, String outlet, String date, String headline, String body) {
    ObjectNode json = new ObjectMapper().createObjectNode();
    json.put("source", outlet).put("date", date).put("title", headline).put("text", body);
    add(id, json);
  }

  private void add(String id, ObjectNode json) {
    json.put("id", id);
    Imports.accept(service, id + ".json", json.toString());
  }

  private List<Hit> hits(String query) {
    try (SearchIndex index =
        SearchIndex.open(service.store(), folder.resolve("search"), folder.resolve("accounts"))) {
      return index.search(query, Integer.MAX_VALUE);
    }
  }

  private List<String> found(String query) {
    return hits(query).stream().map(hit -> hit.at().report()).sorted().toList();
  }

  private String passage(Hit hit) {
    String page = hit.at().report();
    Store store = service.store();
    return hit.at().span().in(store.read(view -> view.current(page)).orElseThrow().report().body());
  }

  @Test
  void wordsPhrasesFieldsAndDates() {
    assertThat(found("reactor")).containsExactly("dam", "drill", "leak");
    assertThat(found("reactor leaks")).containsExactly("drill", "leak");
    assertThat(found("\"from the reactor\"")).containsExactly("leak");
    assertThat(found("\"reactor from\"")).isEmpty();
    assertThat(found("reactor -drill")).containsExactly("dam", "leak");
    assertThat(found("steam OR firemen")).containsExactly("drill", "leak");
    assertThat(found("reh*")).containsExactly("drill");
    assertThat(found("outlet:post reactor")).containsExactly("dam", "drill");
    assertThat(found("outlet:\"evening post\"")).containsExactly("dam", "drill");
    assertThat(found("headline:plant")).containsExactly("drill");
    assertThat(found("date:2026-03")).containsExactly("drill", "leak");
    assertThat(found("date:2026-03-02..")).containsExactly("dam", "drill");
    assertThat(found("date:..2026-03-01 reactor")).containsExactly("leak");
    assertThat(found("-reactor")).isEmpty();
  }

  @Test
  void anOutletIsFoundByItsNameItsAddressOrWhatTheDeskCallsIt() {
    addFrom("host", "https://www.selwynsignal.example/a", "The strike at the port goes on.");
    addFrom("05-selwyn-signal", "", "The strike at the port ends.");
    addFrom("sunday", "https://sundaytimes.example/b", "The strike at the port began.");
    assertThat(found("outlet:selwyn strike")).containsExactly("05-selwyn-signal", "host");
    assertThat(found("outlet:SELWYN")).containsExactly("05-selwyn-signal", "host");
    assertThat(found("outlet:\"Selwyn Signal\"")).containsExactly("05-selwyn-signal", "host");
    assertThat(found("outlet:selwynsignal.example")).containsExactly("host");
    assertThat(found("outlet:www.SelwynSignal.example")).containsExactly("host");
    assertThat(found("outlet:sun")).isEmpty();
    assertThat(found("outlet:sundaytimes")).containsExactly("sunday");
    assertThat(found("outlet:leak")).as("an id counts only where no outlet is known").isEmpty();
  }

  private void addFrom(String id, String url, String body) {
    ObjectNode json = new ObjectMapper().createObjectNode();
    json.put("url", url).put("text", body).put("title", "").put("source", "");
    add(id, json);
  }

  @Test
  void reportsLikeOneShareItsRareWords() {
    add(
        "again",
        "Ledger",
        "2026-03-02",
        "Kelm plant restarts",
        "The reactor at Kelm runs again after the steam leaked. Mara Oldt was not hurt.");
    assertThat(hits("like:leak").getFirst().at().report()).isEqualTo("again");
    assertThat(found("like:leak")).doesNotContain("leak", "dam");
    assertThat(found("like:leak outlet:post")).doesNotContain("again");
    assertThatThrownBy(() -> found("like:none")).hasMessageContaining("there is no report 'none'");
    assertThatThrownBy(() -> SearchIndex.check("like:leak")).hasMessageContaining("watched");
  }

  @Test
  void whatFindsNothingSaysHowMuchEachPartFinds() {
    try (SearchIndex index =
        SearchIndex.open(service.store(), folder.resolve("search"), folder.resolve("accounts"))) {
      assertThat(index.parts("outlet:herald  firemen OR steam -dam date:2025"))
          .extracting(part -> part.text() + " " + part.found())
          .containsExactly("outlet:herald 1", "firemen OR steam 2", "date:2025 0");
    }
  }

  @Test
  void namesThatAreSpelledAboutSo() {
    assertThat(found("Selenskyy")).isEmpty();
    assertThat(found("Selenskyy~")).containsExactly("dam");
    assertThat(found("Zelensky~")).containsExactly("dam");
    assertThat(found("Olt~")).containsExactly("leak");
  }

  @Test
  void thePassageIsWhereMostWordsOfTheQueryStand() {
    Hit dam = hits("reactor failed pump").getFirst();
    assertThat(passage(dam)).isEqualTo("reactor of the pump house failed");
    assertThat(dam.marks()).hasSize(3);
    assertThat(passage(hits("\"small leak\"").getFirst())).isEqualTo("small leak");
    assertThat(hits("headline:tarn").getFirst().at().span().isEmpty()).isTrue();
  }

  @Test
  void aHeadlineCountsMore() {
    assertThat(hits("drill OR steam").getFirst().at().report()).isEqualTo("drill");
  }

  @Test
  void aStoryIsAskedOfTheStore() {
    Optional<String> story = service.store().read(view -> view.storyOf("dam"));
    assertThat(found("story:" + story.orElseThrow())).contains("dam").doesNotContain("leak");
    assertThatThrownBy(() -> found("story:s-none")).hasMessageContaining("no story 's-none'");
  }

  @Test
  void whatComesLaterIsFoundAndWhatIsForgottenIsNot() {
    assertThat(found("turbine")).isEmpty();
    add("late", "Kelm Herald", "2026-03-02", "Turbine", "The turbine was fine.");
    add(
        "leak",
        "Kelm Herald",
        "2026-03-01",
        "Reactor at Kelm shut",
        "Steam leaked from the turbine on Sunday. Mara Oldt, who runs the plant, spoke of a small"
            + " leak. Nobody was hurt.");
    service.place(Progress.NONE);
    assertThat(found("turbine")).containsExactly("late", "leak");
    assertThat(found("\"from the reactor\"")).isEmpty();
    service.forget(List.of("late"));
    assertThat(found("turbine")).containsExactly("leak");
    service.rebuild(Progress.NONE);
    assertThat(found("turbine")).containsExactly("leak");
  }

  @Test
  void namesAndStandingsOfAnalysedStories() throws IOException {
    assertThat(found("person:oldt")).isEmpty();
    String body = service.store().read(view -> view.current("leak")).orElseThrow().report().body();
    ObjectMapper mapper = new ObjectMapper();
    ObjectNode account = mapper.createObjectNode();
    account.putArray("entities").addObject().put("id", "p1").put("name", "Mara Oldt");
    ObjectNode report = account.putArray("reports").addObject().put("id", "leak").put("body", body);
    report.putArray("entities").addObject().put("type", "person").put("entity", "p1");
    account
        .putArray("stories")
        .addObject()
        .putArray("claims")
        .addObject()
        .put("standing", "disputed")
        .putArray("statements")
        .addObject()
        .put("report", "leak");
    Files.createDirectories(folder.resolve("accounts"));
    try (OutputStream out = PackedFile.write(folder.resolve("accounts/one" + PackedFile.JSON))) {
      out.write(mapper.writeValueAsBytes(account));
    }
    assertThat(found("person:\"Mara Oldt\"")).containsExactly("leak");
    assertThat(found("person:old")).containsExactly("leak");
    assertThat(found("place:oldt")).isEmpty();
    assertThat(found("standing:disputed steam")).containsExactly("leak");
  }

  @Test
  void aDamagedIndexIsMadeAgain() throws IOException {
    List<Hit> whole = hits("reactor");
    List<Path> files;
    try (var listing = Files.list(folder.resolve("search"))) {
      files = listing.filter(file -> !file.toString().endsWith(".lock")).sorted().toList();
    }
    for (Path file : files) {
      if (!Files.exists(file)) {
        continue;
      }
      byte[] bytes = Files.readAllBytes(file);
      bytes[bytes.length / 2] ^= 0x55;
      Files.write(file, bytes);
      assertThat(hits("reactor")).as(file.getFileName().toString()).isEqualTo(whole);
    }
    try (var listing = Files.list(folder.resolve("search"))) {
      for (Path file : listing.toList()) {
        Files.write(file, new byte[] {1, 2, 3});
      }
    }
    assertThat(hits("reactor")).isEqualTo(whole);
  }

  @Test
  void anIndexOfAnotherStoreIsMadeAgain() {
    assertThat(found("reactor")).hasSize(3);
    Path other = folder.resolve("other");
    try (StoryService empty = StoryService.open(StorePlace.in(other));
        SearchIndex index =
            SearchIndex.open(empty.store(), folder.resolve("search"), other.resolve("accounts"))) {
      assertThat(index.search("reactor", 10)).isEmpty();
    }
    assertThat(found("reactor")).hasSize(3);
  }

  @Test
  void anIndexOfAStoreWithoutReportsFindsNothingUntilOneComes() {
    Path fresh = folder.resolve("fresh");
    try (StoryService empty = StoryService.open(StorePlace.in(fresh))) {
      for (int time = 0; time < 2; time++) {
        try (SearchIndex index =
            SearchIndex.open(empty.store(), fresh.resolve("search"), fresh.resolve("accounts"))) {
          assertThat(index.search("reactor", 10)).isEmpty();
        }
      }
    }
  }

  @Test
  void severalMayOpenTheIndexWhileReportsComeAndTheIndexIsDeleted() throws Exception {
    AtomicBoolean isOver = new AtomicBoolean();
    try (ExecutorService readers = Executors.newFixedThreadPool(3)) {
      List<Future<?>> asking = new ArrayList<>();
      for (int reader = 0; reader < 3; reader++) {
        asking.add(
            readers.submit(
                () -> {
                  do {
                    assertThat(found("reactor")).contains("dam", "drill", "leak");
                  } while (!isOver.get());
                }));
      }
      try {
        for (int round = 0; round < 20; round++) {
          add("more-" + round, "Post", "2026-05-01", "Plant", "The reactor ran, round " + round);
          if (round % 4 == 3) {
            SearchIndex.delete(folder.resolve("search"));
          }
        }
      } finally {
        isOver.set(true);
      }
      for (Future<?> one : asking) {
        one.get();
      }
    }
    assertThat(found("reactor")).hasSize(23);
  }

  @Test
  void aWrongQuerySaysWhere() {
    assertThatThrownBy(() -> hits("leak colour:red"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("no field 'colour'")
        .hasMessageEndingWith("\n    leak colour:red\n         ^");
    for (String wrong :
        List.of("", "  ", "\"open", "OR", "a OR", "date:soon", "date:2026..2025", "person:")) {
      assertThatThrownBy(() -> hits(wrong)).isInstanceOf(IllegalArgumentException.class);
    }
  }

  @Test
  void anyQueryIsAnsweredOrRefused() {
    Random random = new Random(3);
    String signs = "ab \"-:~*OR().\\/[]{}^?\u0000\ud83d\ude00 date:person:";
    try (SearchIndex index =
        SearchIndex.open(service.store(), folder.resolve("search"), folder.resolve("accounts"))) {
      for (int i = 0; i < 2_000; i++) {
        StringBuilder query = new StringBuilder();
        for (int letters = random.nextInt(30); letters > 0; letters--) {
          query.append(signs.charAt(random.nextInt(signs.length())));
        }
        try {
          assertThat(index.search(query.toString(), 3)).hasSizeLessThanOrEqualTo(3);
        } catch (IllegalArgumentException refused) {
          assertThat(refused).hasMessageContaining("^");
        }
      }
    }
  }
}
