package org.twosource.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.twosource.app.command.ExitStatus;
import org.twosource.app.fetch.LoopbackServer;

/** Pages and feeds by their address, as a user meets them. */
class ReadAddressesTest {
  private static final String TEXT =
      "The city of Marlow closed the bridge over the Teal on Monday after divers found a crack in its"
          + " second pier, the mayor Ada Brandt said. Buses go by the northern bridge until Friday.";

  @TempDir Path folder;
  private final LoopbackServer web = new LoopbackServer();

  @AfterEach
  void close() {
    web.close();
  }

  private static String page(String head, String text) {
    return "<!doctype html><html><head><title>Bridge closed</title>"
        + head
        + "</head><body><article><h1>Marlow closes its bridge</h1><p>"
        + text
        + "</p></article></body></html>";
  }

  private JsonNode read(String... inputs) throws IOException {
    List<String> command =
        new ArrayList<>(
            List.of("read", "--json", "-", "--until", "text", "--allow", "127.0.0.1/32"));
    command.addAll(List.of("--fetch-limit", "pause-millis=0"));
    command.addAll(List.of(inputs));
    Run run = Run.of(command.toArray(String[]::new));
    assertThat(run.err()).isEmpty();
    return new ObjectMapper().readTree(run.out());
  }

  @Test
  void addressesFilesAndFeedsAreOneInputInOrder() throws IOException {
    web.page("/news/bridge.html", page("", TEXT)).redirect("/short", "/news/bridge.html");
    web.on(
        "/feed.xml",
        to ->
            LoopbackServer.send(
                to,
                200,
                "application/rss+xml",
                "<rss version='2.0'><channel><title>Harbour Post</title><item><title>Ferry</title>"
                    + "<description>The ferry to Sandhill did not sail on Tuesday.</description>"
                    + "</item></channel></rss>"));
    Path file = Files.writeString(folder.resolve("own.txt"), "A note of our own on the bridge.\n");
    JsonNode result =
        read(web.at("/short"), file.toString(), web.at("/feed.xml"), web.at("/short"));
    assertThat(result.get("reports").findValuesAsText("id"))
        .containsExactly("bridge", "own", "feed-1");
    assertThat(result.get("reports").get(0).get("url").asText())
        .isEqualTo(web.at("/news/bridge.html"));
    assertThat(web.asked()).doesNotContain("/robots.txt");
    assertThat(web.asked().stream().filter("/short"::equals)).hasSize(1);
  }

  @Test
  void aListOfLinksIsReadFromAFileOrFromStandardInput() throws IOException {
    web.page("/a", page("", TEXT)).page("/b", page("", TEXT));
    String list = "# of today\n" + web.at("/a") + "\n\n  " + web.at("/b") + "  \n";
    Path links = Files.writeString(folder.resolve("links.txt"), list);
    assertThat(read("--links", links.toString()).get("reports")).hasSize(2);
    InputStream in = System.in;
    try {
      System.setIn(new ByteArrayInputStream(list.getBytes(StandardCharsets.UTF_8)));
      assertThat(read("--links", "-").get("reports")).hasSize(2);
    } finally {
      System.setIn(in);
    }
    Run missing = Run.of("read", "--links", folder.resolve("none.txt").toString());
    assertThat(missing.status()).isEqualTo(ExitStatus.WRONG_USAGE);
    assertThat(missing.err()).contains("none.txt");
  }

  @Test
  void theCanonicalLinkIsTheAddressOfAReport() throws IOException {
    web.page("/amp/bridge?utm_source=x", "");
    web.page(
        "/amp/bridge",
        page("<link rel=\"canonical\" href=\"https://post.example/news/bridge\">", TEXT));
    JsonNode report = read(web.at("/amp/bridge")).get("reports").get(0);
    assertThat(report.get("url").asText()).isEqualTo("https://post.example/news/bridge");
    assertThat(web.asked()).containsExactly("/amp/bridge");
  }

  @Test
  void theCharacterSetIsTheOneOfThePageOrOfTheServer() throws IOException {
    Charset cyrillic = Charset.forName("windows-1251");
    byte[] text =
        "<html><body><p>Мост через реку закрыт до пятницы, сказал мэр города в понедельник.</p></body></html>"
            .getBytes(cyrillic);
    web.on("/server", to -> LoopbackServer.send(to, 200, "text/html; charset=windows-1251", text));
    byte[] said =
        page("<meta charset=\"windows-1251\">", "Мост через реку закрыт до пятницы, сказал мэр.")
            .getBytes(cyrillic);
    web.on("/page", to -> LoopbackServer.send(to, 200, "text/html", said));
    for (JsonNode report : read(web.at("/server"), web.at("/page")).get("reports")) {
      assertThat(report.get("body").asText()).contains("Мост через реку закрыт");
    }
  }

  @Test
  void whatGivesNoTextSaysWhatToDo() throws IOException {
    web.page(
        "/app",
        "<!doctype html><html><body><div id=root></div><script>go()</script></body></html>");
    web.on("/wall", to -> LoopbackServer.send(to, 403, "text/html", "no"));
    web.page(
        "/stub",
        page(
            "<script type=\"application/ld+json\">{\"@type\": \"NewsArticle\","
                + " \"isAccessibleForFree\": false, \"wordCount\": 900}</script>",
            TEXT));
    JsonNode result = read(web.at("/app"), web.at("/wall"), web.at("/stub"), web.at("/none"));
    assertThat(result.get("reports")).hasSize(1);
    JsonNode unreadable = result.get("unreadable");
    for (int i = 0; i < 3; i++) {
      assertThat(unreadable.get(i).get("reason").asText())
          .contains("save the page in a browser and pass the file");
    }
    assertThat(unreadable.get(0).get("reason").asText()).contains("without text");
    assertThat(unreadable.get(1).get("reason").asText()).contains("403");
    assertThat(unreadable.get(2).get("reason").asText()).contains("for subscribers");
    assertThat(unreadable.get(3).get("reason").asText()).contains("no such page (404)");
  }

  @Test
  void nothingThatIsNotPublicIsReachedUnlessAllowed() {
    web.page("/a", page("", TEXT));
    Run run = Run.of("read", web.at("/a"), "--no-html");
    assertThat(run.status()).isEqualTo(ExitStatus.NOTHING_READ);
    assertThat(run.err()).contains("not a public host").contains("--allow");
    assertThat(web.asked()).isEmpty();
    assertThat(Run.of("read", web.at("/a"), "--allow", "localhost").status())
        .isEqualTo(ExitStatus.WRONG_USAGE);
    assertThat(Run.of("read", web.at("/a"), "--fetch-limit", "byte=3").status())
        .isEqualTo(ExitStatus.WRONG_USAGE);
  }
}
