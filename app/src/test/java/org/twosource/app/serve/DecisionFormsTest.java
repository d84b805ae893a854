package org.twosource.app.serve;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
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
import org.twosource.app.serve.page.Links;
import org.twosource.app.store.Store;
import org.twosource.app.store.StorePlace;

/** Every kind of decision is made by a form of a page, listed, and undone without a trace. */
class DecisionFormsTest {
  private static final String STORY = "/stories/" + SampleDesk.STORY;

  @TempDir static Path folder;
  private static DeskServer server;

  @BeforeAll
  static void open() {
    SampleDesk.fill(folder);
    try (StoryService service = StoryService.open(StorePlace.in(folder))) {
      Imports.accept(
          service,
          "tarn-post.txt",
          "A harbour crane in Tarn was painted green on Monday. The harbour board of Tarn said the"
              + " strike of the painters was over after nine days.");
      service.place(Progress.NONE);
    }
    server = DeskServer.open(StorePlace.in(folder), SampleDesk.options());
  }

  @AfterAll
  static void close() {
    server.close();
  }

  private static Document page(String path) throws IOException {
    Ask.Answer answer = Ask.get(server.port(), path).with("Accept", "text/html").answer();
    assertThat(answer.status()).as(path + answer.body()).isEqualTo(200);
    return Jsoup.parse(answer.body());
  }

  /** As a browser sends it, with what is chosen at first. */
  private static Ask.Answer send(Element form) throws IOException {
    String fields =
        form.select("[name]").stream()
            .map(
                field -> {
                  String value =
                      field.tagName().equals("select")
                          ? field.select("option").getFirst().attr("value")
                          : field.attr("value");
                  return field.attr("name") + "=" + URLEncoder.encode(value, UTF_8);
                })
            .collect(Collectors.joining("&"));
    return Ask.of(server.port(), "POST", form.attr("action"))
        .body("application/x-www-form-urlencoded", fields)
        .answer();
  }

  private static String digest() {
    return StoryService.digest(server.desk().store());
  }

  private static void madeAndUndone(String path, String kind, String says) throws IOException {
    String before = digest();
    Element form = page(path).selectFirst("form:has(input[name=kind][value=" + kind + "])");
    assertThat(form).as(kind + " on " + path).isNotNull();
    Ask.Answer made = send(form);
    assertThat(made.status()).as(kind + made.body()).isEqualTo(303);
    Document list = page(made.header("location").replaceFirst("^http://[^/]*", ""));
    Element row = list.selectFirst(".row.is-new");
    assertThat(row.text()).contains(says);
    assertThat(row.selectFirst(".decision").text()).as("words, not ids").doesNotContain(":0-");
    assertThat(send(row.selectFirst("form")).status()).isEqualTo(303);
    assertThat(page("/decisions").select(".row").first().hasClass("undone")).isTrue();
    assertThat(digest()).as(kind).isEqualTo(before);
  }

  @Test
  void aStoryIsRenamed() throws IOException {
    String before = digest();
    Element form = page(STORY).selectFirst("form:has(input[name=kind][value=rename])");
    form.selectFirst("input[name=b]").attr("value", "The strike at Odrin");
    assertThat(send(form).status()).isEqualTo(303);
    assertThat(page(STORY).selectFirst("h1").text()).isEqualTo("The strike at Odrin");
    assertThat(send(page("/decisions").selectFirst(".row form")).status()).isEqualTo(303);
    assertThat(digest()).isEqualTo(before);
  }

  @Test
  void reportsArePutApartTogetherAndPinned() throws IOException {
    madeAndUndone("/reports/05-selwyn-signal", "apart", "two events");
    madeAndUndone("/reports/05-selwyn-signal", "pin", "belong together");
    List<String> others =
        server.desk().store().read(Store.View::stories).stream()
            .map(one -> one.id())
            .filter(id -> !id.equals(SampleDesk.STORY))
            .toList();
    assertThat(others).hasSize(1);
    String other = server.desk().store().read(view -> view.members(others.getFirst())).getFirst();
    Element like = page(Links.report(other)).selectFirst("#apart a");
    madeAndUndone(like.attr("href"), "together", "one event");
  }

  @Test
  void statementsArePutTogetherAndApart() throws IOException {
    String claims =
        page(STORY).select(".claim a.all").stream().map(a -> a.attr("href")).toList().getFirst();
    madeAndUndone(claims, "same-claim", "one claim");
    madeAndUndone(claims, "different-claims", "two claims");
  }

  @Test
  void namesAreMadeOne() throws IOException {
    page(STORY);
    String name = page("/entities").selectFirst("tbody tr:contains(person) a").attr("href");
    madeAndUndone(name, "same-name", "names of one");
  }
}
