package org.twosource.app.serve;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.twosource.Progress;
import org.twosource.app.Chromium;
import org.twosource.app.serve.export.Outputs;
import org.twosource.app.serve.page.Links;
import org.twosource.app.store.Store;
import org.twosource.app.store.StorePlace;

/**
 * Twelve ways to have a browser run, load or restyle something, in eleven fields that come from
 * outside, on every page and in every file that is saved: nothing of it is run. Each combination of
 * a way, a field and a page that shows the field is looked at in the page as parsed; the pages are
 * opened in a real browser too.
 */
class HostileTextTest {
  private static final ObjectMapper MAPPER = new ObjectMapper();

  private static final List<String> WAYS =
      List.of(
          "<script>window.pwned=1</script>",
          "<img src=x onerror=window.pwned=1>",
          "\"><svg onload=window.pwned=1>",
          "' onmouseover='window.pwned=1",
          "javascript:window.pwned=1",
          "JaVaScRiPt&#58;window.pwned=1",
          "<img srcset='http://evil.example/a 1x'>",
          "<style>*{display:none}</style><base href=//evil.example>",
          "</textarea></title></script><script>window.pwned=1</script>",
          "<a href=\"data:text/html,<script>window.pwned=1</script>\">x</a>",
          "{{ token }}{% include 'frame' %}${7*7}",
          "<iframe srcdoc='<script>parent.pwned=1</script>'><meta http-equiv=refresh content=0>");

  /** What reports, feeds, watches, decisions and readers give. */
  private static final List<String> FIELDS =
      List.of(
          "id", "title", "source", "url", "byline", "credit", "body", "speaker", "watch", "rename",
          "feed");

  private static Chromium chromium;
  @TempDir static Path folder;
  private static DeskServer server;

  @BeforeAll
  static void open() throws IOException {
    chromium = Chromium.open();
    server = DeskServer.open(StorePlace.in(folder), SampleDesk.options());
    StringBuilder lines = new StringBuilder();
    for (int way = 0; way < WAYS.size(); way++) {
      for (String outlet : List.of("first", "second")) {
        lines.append(report(way, outlet)).append('\n');
      }
    }
    assertThat(post("/api/v1/reports?name=hostile.jsonl", "application/jsonl", lines.toString()))
        .isEqualTo(202);
    server.desk().writing().write(service -> service.place(Progress.NONE));
    for (String way : WAYS) {
      ObjectNode watch =
          MAPPER.createObjectNode().put("kind", "outlet").put("query", "watch " + way);
      assertThat(post("/api/v1/watches", "application/json", watch.toString())).isEqualTo(201);
      ObjectNode feed =
          MAPPER
              .createObjectNode()
              .put("address", "https://feeds.example/" + WAYS.indexOf(way))
              .put("title", "feed " + way);
      assertThat(post("/api/v1/sources", "application/json", feed.toString())).isEqualTo(201);
    }
    int way = 0;
    for (String story :
        server.desk().store().read(Store.View::stories).stream().map(one -> one.id()).toList()) {
      ObjectNode name =
          MAPPER
              .createObjectNode()
              .put("kind", "rename")
              .put("a", story)
              .put("b", "rename " + WAYS.get(way++ % WAYS.size()));
      assertThat(post("/api/v1/decisions", "application/json", name.toString())).isEqualTo(201);
    }
  }

  @AfterAll
  static void close() {
    if (chromium != null) {
      chromium.close();
    }
    if (server != null) {
      server.close();
    }
  }

  private static int post(String path, String type, String body) throws IOException {
    Ask.Answer answer =
        Ask.of(server.port(), "POST", path)
            .with("X-Twosource-Token", server.desk().token().text())
            .body(type, body)
            .answer();
    assertThat(answer.status()).as(path + answer.body()).isLessThan(300);
    return answer.status();
  }

  /** Two reports of one event a way, so that there are claims of several sources and passages. */
  private static String report(int way, String outlet) {
    String bad = WAYS.get(way);
    String place = List.of("Tarn", "Selwyn", "Orrin", "Vell").get(way % 4) + "ford";
    String said =
        "The quay of "
            + place
            + " was closed on Monday after crane "
            + (way + 7)
            + " fell, the harbour office said. body "
            + bad
            + " \n\nMara speaker "
            + bad
            + " Oldt said “nobody was hurt when the crane fell on the quay of "
            + place
            + "”. Repairs of the crane cost "
            + (way + 3)
            + " million crowns.";
    return MAPPER
        .createObjectNode()
        .put("id", "id " + bad + outlet)
        .put("title", "title " + bad + " crane " + (way + 7) + " in " + place)
        .put("source", "source " + bad + outlet)
        .put("url", way % 2 == 0 ? bad : "https://post.example/" + bad + outlet)
        .put("byline", "byline " + bad)
        .put("credit", "credit " + bad)
        .put("date", "2026-03-0" + (1 + way % 9))
        .put("text", said)
        .toString();
  }

  private static List<String> pages() {
    Store store = server.desk().store();
    List<String> pages =
        new ArrayList<>(
            List.of(
                "/",
                "/entities",
                "/sources",
                "/status",
                "/inbox",
                "/watches",
                "/decisions",
                "/add"));
    for (String way : WAYS) {
      String typed = Links.escaped(way);
      pages.addAll(List.of("/search?q=" + typed, "/watches?q=" + typed, "/add?link=" + typed));
      pages.add("/sign-in?back=" + typed);
      pages.add("/check?story=" + typed);
    }
    store
        .read(Store.View::stories)
        .forEach(
            story -> {
              String href = Links.story(story.id());
              pages.addAll(List.of(href, href + "/reports", href + "/outlets"));
              pages.add(href + "/claims/c1");
              List<String> members = store.read(view -> view.members(story.id()));
              members.forEach(member -> pages.add(Links.report(member)));
              if (members.size() > 1) {
                pages.add(
                    "/compare?report="
                        + Links.escaped(members.get(0))
                        + "&report="
                        + Links.escaped(members.get(1)));
              }
            });
    return pages;
  }

  private static List<String> saved() {
    List<String> saved = new ArrayList<>();
    for (String view :
        List.of("stories", "inbox", "watches", "decisions", "sources", "entities", "search")) {
      saved.add("/save/" + view + "/html" + (view.equals("search") ? "?q=crane" : ""));
    }
    server
        .desk()
        .store()
        .read(Store.View::stories)
        .forEach(
            story -> {
              for (String view : List.of("claims", "outlets", "changes", "reports")) {
                saved.add("/save/" + view + "/html?story=" + Links.escaped(story.id()));
              }
              saved.add(Links.story(story.id()) + "/save/html");
            });
    return saved;
  }

  @Test
  void nothingThatComesFromOutsideIsRunOnAnyPageOrInAnyFile() throws IOException {
    int combinations = 0;
    Set<String> unseen = new LinkedHashSet<>();
    for (String way : WAYS) {
      for (String field : FIELDS) {
        unseen.add(field + " " + way);
      }
    }
    Page page = chromium.newPage();
    page.setDefaultTimeout(120_000);
    List<String> elsewhere = new ArrayList<>();
    page.onRequest(
        request -> {
          if (!request.url().startsWith("http://127.0.0.1:" + server.port() + "/")
              && !request.url().startsWith("file:")) {
            elsewhere.add(request.url());
          }
        });
    List<String> all = new ArrayList<>(pages());
    int ofPages = all.size();
    all.addAll(saved());
    for (int i = 0; i < all.size(); i++) {
      String path = all.get(i);
      Ask.Answer answer = Ask.get(server.port(), path).with("Accept", "text/html").answer();
      assertThat(answer.status()).as(path).isIn(200, 404);
      Document parsed = Jsoup.parse(answer.body());
      nothingOfOthers(parsed, path, i < ofPages ? 1 : 2);
      String shown = parsed.outerHtml() + parsed.wholeText();
      for (String way : WAYS) {
        for (String field : FIELDS) {
          String text = field + " " + way;
          boolean isShown = parsed.wholeText().contains(text) || shown.contains(text);
          if (isShown) {
            unseen.remove(text);
          }
        }
      }
      combinations += WAYS.size() * FIELDS.size();
      if (i < ofPages) {
        page.navigate("http://127.0.0.1:" + server.port() + path);
      } else {
        Path file = folder.resolve("saved.html");
        Files.writeString(file, answer.body(), StandardCharsets.UTF_8);
        page.navigate(file.toUri().toString());
      }
      assertThat(page.evaluate("window.pwned")).as(path).isNull();
    }
    assertThat(elsewhere).isEmpty();
    assertThat(combinations).isGreaterThan(2_640);
    // bylines and credits are shown as one line; ids and addresses only where they can be
    unseen.removeIf(
        one -> one.startsWith("id ") || one.startsWith("url ") || one.startsWith("credit"));
    assertThat(unseen).as("fields that no page shows").hasSizeLessThan(WAYS.size() * 3);
  }

  /** As parsed, so also what a browser would not have run this time. */
  private static void nothingOfOthers(Document parsed, String path, int scripts) {
    assertThat(parsed.select("script").size()).as(path).isLessThanOrEqualTo(scripts);
    assertThat(parsed.select("script:not([src='/assets/desk.js'])").outerHtml())
        .as(path)
        .doesNotContain("pwned");
    assertThat(
            parsed.select(
                "iframe, base, object, embed, link[rel=import], meta[http-equiv=refresh]"))
        .as(path)
        .isEmpty();
    assertThat(parsed.select("main img, main svg:not(.bar), body style")).as(path).isEmpty();
    for (Element element : parsed.getAllElements()) {
      for (Attribute attribute : element.attributes()) {
        String name = attribute.getKey().toLowerCase(java.util.Locale.ROOT);
        assertThat(name).as(path).doesNotStartWith("on").isNotIn("srcset", "srcdoc", "style");
        if (name.equals("href") || name.equals("action") || name.equals("src")) {
          String value = attribute.getValue().strip().toLowerCase(java.util.Locale.ROOT);
          assertThat(value).as(path).doesNotStartWith("javascript").doesNotStartWith("data:");
          assertThat(value).as(path).matches("(?s)(/[^/].*|/|#.*|https?://.*)");
        }
      }
    }
  }

  @Test
  void everySavedFormIsAFileThatNoBrowserShowsAsAPageOfTheDesk() throws IOException {
    for (String form : Outputs.names()) {
      Ask.Answer answer = Ask.get(server.port(), "/save/decisions/" + form).answer();
      assertThat(answer.header("content-type")).as(form).startsWith("application/octet-stream");
      assertThat(answer.header("content-disposition")).as(form).startsWith("attachment");
    }
  }
}
