package org.twosource.app.serve;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The real server on a real port, over the store of one story. */
class DeskServerTest {
  private static final String STORY = "/stories/" + SampleDesk.STORY;

  private static DeskServer server;
  private static int port;

  @BeforeAll
  static void open() throws IOException {
    server = SampleDesk.open();
    port = server.port();
  }

  private static String path(Route route) {
    return route.path().replaceAll("\\{[^}]*}", "x");
  }

  @Test
  void everyAddressRefusesANameThatIsNotOurs() throws IOException {
    for (String path : addresses()) {
      for (String host : List.of("evil.example", "127.0.0.1.evil.example:" + port, "127.0.0.1")) {
        assertThat(Ask.get(port, path).with("Host", host).answer().status())
            .as(host + path)
            .isEqualTo(421);
      }
    }
    assertThat(Ask.get(port, "/healthz").with("Host", "localhost:" + port).answer().status())
        .isEqualTo(200);
  }

  @Test
  void everyAddressRefusesPagesOfOtherSites() throws IOException {
    for (Route route : server.routes()) {
      for (String origin : List.of("http://evil.example", "null", "https://127.0.0.1:" + port)) {
        Ask ask = Ask.of(port, route.method().name(), path(route)).with("Origin", origin);
        ask.with("X-Twosource-Token", server.desk().token().text());
        assertThat(ask.answer().status()).as(origin + route.path()).isEqualTo(403);
      }
      Ask embedded = Ask.of(port, route.method().name(), path(route));
      embedded.with("Sec-Fetch-Site", "cross-site").with("Sec-Fetch-Mode", "no-cors");
      embedded.with("X-Twosource-Token", server.desk().token().text());
      assertThat(embedded.answer().status()).as(route.path()).isEqualTo(403);
    }
  }

  @Test
  void nothingIsWrittenWithoutTheToken() throws IOException {
    for (String path : addresses()) {
      for (String method : List.of("POST", "PUT", "PATCH", "DELETE")) {
        assertThat(Ask.of(port, method, path).answer().status()).as(method + path).isEqualTo(403);
        Ask wrong = Ask.of(port, method, path + "?token=guessed");
        assertThat(wrong.answer().status()).as(method + path).isEqualTo(403);
      }
      assertThat(Ask.of(port, "TRACE", path).answer().status()).as(path).isEqualTo(405);
    }
  }

  /** Those of the router, and some that are not there. */
  private static List<String> addresses() {
    List<String> paths =
        new ArrayList<>(server.routes().stream().map(DeskServerTest::path).distinct().toList());
    paths.addAll(List.of("/nothing", "/webjars/x.js", "/mcp"));
    return paths;
  }

  @Test
  void everyAnswerHasThePolicyOfThePage() throws IOException {
    for (String path : addresses()) {
      Ask.Answer answer = Ask.get(port, path).with("Accept", "text/html").answer();
      assertThat(answer.header("content-security-policy"))
          .as(path)
          .contains("default-src 'none'", "frame-ancestors 'none'")
          .doesNotContain("unsafe");
      assertThat(answer.header("x-content-type-options")).as(path).isEqualTo("nosniff");
      assertThat(answer.header("referrer-policy")).as(path).isEqualTo("same-origin");
    }
  }

  @Test
  void errorsSayWhatToDo() throws IOException {
    assertThat(Ask.get(port, "/stories/none").answer().status()).isEqualTo(404);
    Ask.Answer page = Ask.get(port, "/stories/none").with("Accept", "text/html").answer();
    assertThat(page.status()).isEqualTo(404);
    assertThat(page.body()).contains("there is no story none");
    Ask.Answer query = Ask.get(port, "/search?q=%22open").with("Accept", "text/html").answer();
    assertThat(query.status()).isEqualTo(200);
    assertThat(query.body()).contains("role=\"alert\"");
    Ask post = Ask.of(port, "POST", "/").with("Authorization", "Bearer " + token());
    assertThat(post.answer().status()).isEqualTo(405);
    Ask.Answer place = Ask.get(port, "/reports/01-coast-wire?at=5-999999").answer();
    assertThat(place.status()).isEqualTo(404);
    assertThat(place.body()).contains("characters");
  }

  private static String token() {
    return server.desk().token().text();
  }

  @Test
  void aPageThatDidNotChangeIsNotSentAgain() throws IOException {
    String tag = Ask.get(port, STORY).answer().header("etag");
    assertThat(tag).startsWith("W/\"");
    Ask.Answer again = Ask.get(port, STORY).with("If-None-Match", tag).answer();
    assertThat(again.status()).isEqualTo(304);
    assertThat(again.body()).isEmpty();
  }

  @Test
  void everyLinkLeadsSomewhereAndEveryCitationToItsWords() throws IOException {
    Map<String, Document> seen = new HashMap<>();
    Deque<String> open = new ArrayDeque<>(List.of("/", "/search?q=harbour"));
    Set<String> fragments = new HashSet<>();
    Set<String> saved = new HashSet<>();
    int citations = 0;
    while (!open.isEmpty()) {
      String address = open.pop();
      Document page = page(address);
      seen.put(address, page);
      for (Element link : page.select("a[href]")) {
        String href = link.attr("href");
        if (link.hasAttr("download")) {
          saved.add(href);
          continue;
        }
        String target = href.startsWith("#") ? address + href : href;
        if (!target.startsWith("/")) {
          assertThat(href).startsWith("http");
          continue;
        }
        fragments.add(target);
        String bare = target.replaceFirst("#.*", "");
        if (!seen.containsKey(bare) && !open.contains(bare)) {
          open.push(bare);
        }
        if (link.hasClass("cite")) {
          citations++;
          assertThat(marked(seen.containsKey(bare) ? seen.get(bare) : page(bare)))
              .as(href)
              .startsWith(start(link.attr("title")));
        }
      }
    }
    for (String file : saved) {
      Ask.Answer answer = Ask.get(port, file).answer();
      assertThat(answer.status()).as(file).isEqualTo(200);
      assertThat(answer.header("content-disposition")).as(file).startsWith("attachment");
    }
    for (String target : fragments) {
      int hash = target.indexOf('#');
      if (hash > 0) {
        String id = URLDecoder.decode(target.substring(hash + 1), StandardCharsets.UTF_8);
        assertThat(seen.get(target.substring(0, hash)).getElementById(id)).as(target).isNotNull();
      }
    }
    assertThat(citations).isGreaterThan(60);
    assertThat(seen.keySet()).anyMatch(address -> address.contains("/claims/"));
  }

  private static Document page(String address) throws IOException {
    Ask.Answer answer = Ask.get(port, address).with("Accept", "text/html").answer();
    assertThat(answer.status()).as(address).isEqualTo(200);
    return Jsoup.parse(answer.body());
  }

  private static String marked(Document page) {
    return page.select(".on").stream()
        .map(Element::wholeText)
        .collect(Collectors.joining())
        .strip()
        .replaceAll("\\s+", " ");
  }

  /** Titles are cut. */
  private static String start(String title) {
    return title.substring(0, Math.min(60, title.length())).replace("…", "").strip();
  }

  @Test
  void aStoryOfManyReportsStaysSmallAndSaysWhereTheRestIs() throws IOException {
    String page = Ask.get(port, STORY).answer().body();
    assertThat(page).contains("In brief", "What copying changed", "Who copied whom");
    assertThat(page).doesNotContain("<script>", "style=\"", "onclick");
    assertThat(page.length()).isLessThan(300_000);
  }

  @Test
  void whatAnotherProcessWritesCanBeReadMeanwhile() throws IOException {
    try (DeskServer second = DeskServer.open(server.desk().place(), SampleDesk.options())) {
      Ask.Answer ready = Ask.get(second.port(), "/readyz").answer();
      assertThat(ready.body()).contains("reads only");
      assertThat(Ask.get(second.port(), "/").answer().body()).contains("can only be read");
    }
  }
}
