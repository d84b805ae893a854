package org.twosource.app.serve;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringReader;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilderFactory;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.twosource.app.serve.export.Listing;
import org.twosource.app.serve.export.Outputs;
import org.twosource.app.serve.export.QuotedWords;
import org.twosource.report.InputReader;
import org.twosource.report.Limits;
import org.twosource.report.Report;
import org.twosource.report.Span;
import org.xml.sax.InputSource;

/** What pages are saved as, from the real server and from listings made for the purpose. */
class SaveTest {
  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static DeskServer server;
  private static JsonNode story;

  @TempDir Path folder;

  @BeforeAll
  static void open() throws IOException {
    server = SampleDesk.open();
    story =
        MAPPER.readTree(get("/api/v1/stories/" + SampleDesk.STORY).body()).path("stories").path(0);
  }

  private static Ask.Answer get(String path) throws IOException {
    Ask.Answer answer = Ask.get(server.port(), path).answer();
    assertThat(answer.status()).as(path + " " + answer.body()).isEqualTo(200);
    return answer;
  }

  /** Every view that has a list, with what its address needs. */
  private static Map<String, String> views() {
    Map<String, String> views = new LinkedHashMap<>();
    for (String view : List.of("stories", "inbox", "watches", "decisions", "sources", "entities")) {
      views.put(view, "");
    }
    views.put("search", "?q=harbour");
    for (String view : List.of("claims", "outlets", "changes", "reports")) {
      views.put(view, "?story=" + SampleDesk.STORY);
    }
    views.put("claim", "?story=" + SampleDesk.STORY + "&claim=c1");
    views.put("report", "?report=04-world-now-24");
    views.put("compare", "?report=01-coast-wire&report=04-world-now-24");
    return views;
  }

  @Test
  void everyViewIsSavedInEveryFormAsAFile() throws IOException {
    for (Map.Entry<String, String> view : views().entrySet()) {
      for (String form : Outputs.names()) {
        String path = "/save/" + view.getKey() + "/" + form + view.getValue();
        Ask.Answer answer = get(path);
        assertThat(answer.header("content-disposition")).as(path).startsWith("attachment");
        switch (form) {
          case "json" -> MAPPER.readTree(answer.body());
          case "annotations" ->
              assertThat(MAPPER.readTree(answer.body()).path("type").asText())
                  .isEqualTo("AnnotationPage");
          case "atom" -> xml(answer.body());
          case "html" ->
              assertThat(Jsoup.parse(answer.body()).select("script, link, img, a, [src], [href]"))
                  .as(path)
                  .isEmpty();
          default -> assertThat(answer.body()).as(path).isNotBlank();
        }
      }
    }
    assertThat(Ask.get(server.port(), "/save/nothing/csv").answer().status()).isEqualTo(404);
    assertThat(Ask.get(server.port(), "/save/stories/nothing").answer().status()).isEqualTo(404);
    assertThat(Ask.get(server.port(), "/save/claims/csv").answer().status()).isEqualTo(400);
  }

  private static org.w3c.dom.Document xml(String text) {
    try {
      return DocumentBuilderFactory.newInstance()
          .newDocumentBuilder()
          .parse(new InputSource(new StringReader(text)));
    } catch (Exception broken) {
      throw new AssertionError(text, broken);
    }
  }

  @Test
  void whatRestsOnWordsIsDerivedFromItsReports() throws IOException {
    String of = "?story=" + SampleDesk.STORY;
    JsonNode prov = MAPPER.readTree(get("/save/claims/prov" + of).body()).path("@graph");
    JsonNode claims = MAPPER.readTree(get("/save/claims/claims" + of).body()).path("@graph");
    assertThat(claims).hasSameSizeAs(story.path("claims"));
    Set<String> named = new HashSet<>();
    prov.forEach(node -> named.add(node.path("@id").asText()));
    int derivations = 0;
    for (JsonNode node : prov) {
      for (JsonNode from : node.path("prov:wasDerivedFrom")) {
        assertThat(named).contains(from.path("@id").asText());
      }
      derivations += node.path("prov:qualifiedDerivation").size();
    }
    int statements = 0;
    for (JsonNode claim : story.path("claims")) {
      statements += claim.path("statements").size();
    }
    assertThat(derivations).isEqualTo(statements);
    for (JsonNode claim : claims) {
      assertThat(claim.path("@type").asText()).isEqualTo("Claim");
      assertThat(claim.path("appearance")).isNotEmpty();
      assertThat(claim.toString()).doesNotContain("reviewRating");
    }
  }

  @Test
  void aListIsSavedWholeAndItsOffsetsLeadToItsWords() throws IOException {
    JsonNode saved =
        MAPPER.readTree(get("/save/claims/json?story=" + SampleDesk.STORY).body()).path("items");
    assertThat(saved).hasSameSizeAs(story.path("claims"));
    int quotes = 0;
    for (int i = 0; i < saved.size(); i++) {
      JsonNode claim = story.path("claims").path(i);
      assertThat(saved.path(i).path("quotes")).hasSameSizeAs(claim.path("statements"));
      for (JsonNode quote : saved.path(i).path("quotes")) {
        String report = quote.path("report").asText();
        String body =
            MAPPER.readTree(get("/api/v1/reports/" + report).body()).path("body").asText();
        assertThat(body.substring(quote.path("start").asInt(), quote.path("end").asInt()))
            .isEqualTo(quote.path("words").asText());
        quotes++;
      }
    }
    assertThat(quotes).isGreaterThan(20);
    String csv = get("/save/claims/csv?story=" + SampleDesk.STORY).body();
    int statements = 0;
    for (JsonNode claim : story.path("claims")) {
      statements += claim.path("statements").size();
    }
    assertThat(csv.split("\r\n")).hasSize(1 + statements);
  }

  @Test
  void everyFootnoteOfMarkdownIsThereAndUsedOnce() throws IOException {
    String text = get("/save/claims/markdown?story=" + SampleDesk.STORY).body();
    List<String> used = new ArrayList<>();
    Set<String> there = new HashSet<>();
    Matcher note = Pattern.compile("\\[\\^(\\d+)](:?)").matcher(text);
    while (note.find()) {
      if (note.group(2).isEmpty()) {
        used.add(note.group(1));
      } else {
        there.add(note.group(1));
      }
    }
    assertThat(used).doesNotHaveDuplicates().hasSizeGreaterThan(20);
    assertThat(there).containsExactlyInAnyOrderElementsOf(used);
  }

  @Test
  void theMatrixNamesOutletsAndPutsWhatSeveralReportFirst() throws IOException {
    Document page = Jsoup.parse(get("/stories/" + SampleDesk.STORY + "/outlets").body());
    List<String> outlets = page.select("table.matrix thead th").eachText();
    assertThat(outlets).contains("Claim", "Coast Wire", "Selwyn Signal");
    List<String> saidBy = new ArrayList<>();
    page.select("table.matrix tbody tr").forEach(row -> saidBy.add("" + row.select("td a").size()));
    assertThat(Integer.parseInt(saidBy.getFirst())).isGreaterThan(1);
    int firstOfOne = saidBy.indexOf("1");
    assertThat(saidBy.subList(0, firstOfOne)).allMatch(count -> Integer.parseInt(count) > 1);
    String cell = page.select("table.matrix tbody td a").first().attr("href");
    assertThat(get(cell.replaceFirst("#.*", "")).body()).contains("id=\"at\"");
  }

  @Test
  void savedReportsAreReadAgainAsTheyWere() throws IOException {
    String ninjs = get("/save/reports/ninjs?story=" + SampleDesk.STORY).body();
    Path file = Files.writeString(folder.resolve("reports.json"), ninjs);
    List<Report> read = new InputReader(Limits.standard()).read(List.of(file)).reports();
    List<String> bodies = new ArrayList<>();
    for (JsonNode report : story.path("reports")) {
      bodies.add(
          MAPPER.readTree(get("/api/v1/reports/" + report.asText()).body()).path("body").asText());
    }
    assertThat(read.stream().map(Report::body)).containsExactlyInAnyOrderElementsOf(bodies);
  }

  @Test
  void aCheckedDraftIsSavedWithWhatItRestsOn() throws IOException {
    String draft =
        "text="
            + URLEncoder.encode(
                "The deal raises night-shift pay by 6.5 percent.", StandardCharsets.UTF_8);
    Ask.Answer answer =
        Ask.of(server.port(), "POST", "/save/check/json?token=" + server.desk().token().text())
            .body("application/x-www-form-urlencoded", draft)
            .answer();
    assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    JsonNode item = MAPPER.readTree(answer.body()).path("items").path(0);
    assertThat(item.path("verdict").asText()).isEqualTo("supported");
    assertThat(item.path("quotes").path(0).path("words").asText()).contains("6.5 percent");
  }

  @Test
  void nothingThatIsSavedIsRunByWhatOpensIt() throws IOException {
    List<String> hostile =
        List.of(
            "=HYPERLINK(\"http://evil.example\")",
            "+1+cmd|' /C calc'!A0",
            "-2+3",
            "@SUM(A1)",
            "\t=1+1",
            " =1+1",
            "<script>alert(1)</script>",
            "[x](javascript:alert(1)) ![y](http://evil.example/z.png)",
            "]]>&lt;!ENTITY \u0000 \u0007",
            "a\r\nb,\"c\"");
    List<Listing.Item> items = new ArrayList<>();
    for (String text : hostile) {
      QuotedWords quote = new QuotedWords(text, text, "", text, new Span(0, text.length()));
      items.add(new Listing.Item(text, "", List.of(text, 7), List.of(quote)));
    }
    Listing listing =
        new Listing("claims", hostile.get(6), List.of("claim", "n"), "2026-11-28T00:00:00Z", items);
    for (Outputs.Form form : Outputs.standard()) {
      java.io.ByteArrayOutputStream out = new java.io.ByteArrayOutputStream();
      form.output().write(listing, out);
      String text = out.toString(StandardCharsets.UTF_8);
      switch (form.name()) {
        case "csv" ->
            assertThat(
                    text.lines().skip(1).flatMap(line -> java.util.Arrays.stream(line.split(","))))
                .noneMatch(field -> field.matches("\"?\\s*[=+@].*|\"?\\s*-\\d.*"));
        case "html" -> {
          Document page = Jsoup.parse(text);
          assertThat(page.select("script, img, a")).isEmpty();
          assertThat(page.select("li")).hasSize(hostile.size());
        }
        case "markdown" -> {
          assertThat(text).doesNotContain("<script");
          assertThat(text).doesNotContainPattern("(?<!\\\\)]\\(");
        }
        case "atom" ->
            assertThat(xml(text).getElementsByTagName("entry").getLength()).isEqualTo(10);
        default ->
            assertThat(MAPPER.readTree(new ByteArrayInputStream(out.toByteArray())).isObject())
                .isTrue();
      }
    }
  }
}
