package org.twosource.brief.render;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.twosource.annotate.Annotated;
import org.twosource.brief.Account;
import org.twosource.brief.Brief;
import org.twosource.brief.Line;
import org.twosource.brief.Stage;
import org.twosource.brief.StoryAccount;
import org.twosource.brief.render.page.Anchors;
import org.twosource.brief.render.page.Html;
import org.twosource.brief.render.page.ReportText;
import org.twosource.claim.Standing;
import org.twosource.distortion.Distortions;
import org.twosource.lineage.Lineage;
import org.twosource.report.Citation;
import org.twosource.report.Handle;
import org.twosource.report.Report;
import org.twosource.report.Span;
import org.twosource.story.Story;
import org.twosource.text.Published;
import org.twosource.text.Text;
import org.twosource.timeline.Timeline;

class HtmlRendererTest {

  @ParameterizedTest
  @EnumSource(Stage.class)
  void everyStageGivesAPage(Stage until) throws IOException {
    Document page = Jsoup.parse(render(HarbourAccount.until(until)));

    assertThat(page.title()).isNotBlank();
    assertThat(page.select("main")).hasSize(1);
  }

  @Test
  void everyLinkInThePageLeadsSomewhereAndIdsAreUnique() throws IOException {
    Document page = Jsoup.parse(render(HarbourAccount.full()));
    Set<String> ids = new HashSet<>();
    for (Element element : page.select("[id]")) {
      assertThat(ids.add(element.id())).as("id " + element.id()).isTrue();
    }

    for (Element link : page.select("a[href]")) {
      assertThat(ids).contains(link.attr("href").substring(1));
    }
  }

  @Test
  void sourcesOfTheirOwnTellWhatTheyHaveInCommon() throws IOException {
    Document page = Jsoup.parse(render(HarbourAccount.full()));
    String families = page.select(".families").text();

    assertThat(families)
        .contains("Sources of their own")
        .contains("May share a text, counted as two sources")
        .contains("62 % likely: passages of prose: 2")
        .doesNotContainIgnoringCase("share no text");
  }

  @Test
  void citationsLeadToExactlyTheCharactersCited() throws IOException {
    Document page = Jsoup.parse(render(HarbourAccount.full()));
    Account account = HarbourAccount.full();
    int followed = 0;

    for (Element link : page.select("a.cite")) {
      String id = link.attr("href").substring(1);
      Matcher place = Pattern.compile("r(\\d+)-(\\d+)-(\\d+)").matcher(id);
      assertThat(place.matches()).isTrue();
      String body = account.reports().get(Integer.parseInt(place.group(1)) - 1).body();
      String words =
          body.substring(Integer.parseInt(place.group(2)), Integer.parseInt(place.group(3)));
      StringBuilder shown = new StringBuilder(page.getElementById(id).wholeText());
      page.select("[data-of=" + id + "]").forEach(piece -> shown.append(piece.wholeText()));
      assertThat(shown.toString()).isEqualTo(words);
      followed++;
    }
    assertThat(followed).isGreaterThan(20);
  }

  @Test
  void overlappingSpansKeepTheTextAndAllTheirCharacters() {
    String body = "abcdefghij\nklmnopqrst\n\nuvwxyz";
    List<Span> spans =
        List.of(
            new Span(2, 6),
            new Span(4, 8),
            new Span(0, 10),
            new Span(5, 5),
            new Span(8, 15),
            new Span(8, 25),
            new Span(10, 11),
            new Span(29, 29));
    Annotated report = Annotated.bare(text("odd", body));
    Anchors anchors = new Anchors(List.of("odd"));
    spans.forEach(span -> anchors.place(new Citation("odd", span)));
    Html html = new Html();

    new ReportText(html, report, anchors.in("odd")).write(1000);

    Document page = Jsoup.parse(html.toString());
    assertThat(page.text().replace(" ", "")).isEqualTo(body.replace("\n", ""));
    for (Span span : spans) {
      String id = "r1-" + span.start() + "-" + span.end();
      StringBuilder shown = new StringBuilder(page.getElementById(id).wholeText());
      page.select("[data-of=" + id + "]").forEach(piece -> shown.append(piece.wholeText()));
      assertThat(shown.toString()).as(id).isEqualTo(span.in(body).replace("\n", ""));
    }
  }

  @Test
  void markupInReportsIsText() throws IOException {
    String body = "<script>alert(1)</script> <img src=x onerror=alert(2)> \"'& \u001b[31m \u202e x";
    String page = render(single(body));
    Document parsed = Jsoup.parse(page);

    assertThat(parsed.select("script")).hasSize(1);
    assertThat(parsed.select("img")).isEmpty();
    assertThat(parsed.select(".text").text()).contains("<script>alert(1)</script> <img src=x");
    assertThat(page).doesNotContain("\u001b").doesNotContain("\u202e");
  }

  @Test
  void thePolicyAllowsOnlyThePagesOwnStyleAndScript() throws Exception {
    Document page = Jsoup.parse(render(HarbourAccount.full()));
    String policy = page.select("meta[http-equiv=Content-Security-Policy]").attr("content");

    assertThat(policy)
        .startsWith("default-src 'none'")
        .contains("style-src 'sha256-" + sha256(page.select("style").first().data()) + "'")
        .contains("script-src 'sha256-" + sha256(page.select("script").first().data()) + "'");
    assertThat(page.select("[style], [onclick], [onload], link, iframe, object")).isEmpty();
    assertThat(page.select("[src]")).isEmpty();
  }

  @Test
  void manyReportsAndAnEndlessLineStayAPageOfReasonableSize() throws IOException {
    List<Annotated> reports = new ArrayList<>();
    for (int i = 0; i < 500; i++) {
      reports.add(Annotated.bare(text("r" + i, "word ".repeat(i == 0 ? 1_000_000 : 600))));
    }
    String page = render(story(reports, List.of()));

    assertThat(page.length()).isLessThan(4_000_000);
    assertThat(page).contains("more characters are not shown");
    assertThat(Jsoup.parse(page).select("article.report > details[open]")).isEmpty();
  }

  @Test
  void severalStoriesHaveAnIndexOnTop() throws IOException {
    Account one = HarbourAccount.full();
    StoryAccount story = one.stories().getFirst();
    Account two =
        new Account(
            one.made(),
            one.unreadable(),
            one.reports(),
            one.entities(),
            List.of(story, story),
            one.until());

    Document page = Jsoup.parse(render(two));

    assertThat(page.select("table.index tbody tr")).hasSize(2);
    assertThat(page.select("table.index a").eachAttr("href"))
        .containsExactly("#story-1", "#story-2");
  }

  static String render(Account account) throws IOException {
    var out = new ByteArrayOutputStream();
    new HtmlRenderer().render(account, out);
    return out.toString(StandardCharsets.UTF_8);
  }

  private static Account single(String body) {
    Annotated report = Annotated.bare(text("odd", body));
    Line line =
        new Line(
            Handle.of("l1"),
            body,
            Standing.SINGLE_ORIGIN,
            1,
            List.of(),
            List.of(new Citation("odd", new Span(3, body.length()))));
    return story(List.of(report), List.of(line));
  }

  private static Text text(String id, String body) {
    return new Text(
        Report.of(id, body),
        "en",
        Published.UNKNOWN,
        List.of(),
        List.of(),
        List.of(),
        Optional.empty());
  }

  private static Account story(List<Annotated> reports, List<Line> brief) {
    Account full = HarbourAccount.full();
    StoryAccount like = full.stories().getFirst();
    Story story =
        new Story(
            "s",
            "<b>Odd</b>",
            Optional.empty(),
            Optional.empty(),
            reports.stream().map(Annotated::id).toList(),
            List.of(),
            List.of());
    StoryAccount told =
        new StoryAccount(
            story,
            like.annotations(),
            List.of(),
            new Lineage(List.of(), List.of()),
            new Distortions(List.of(), List.of()),
            new Timeline(List.of()),
            List.of(),
            new Brief(brief));
    return new Account(full.made(), List.of(), reports, List.of(), List.of(told), Stage.BRIEF);
  }

  private static String sha256(String text) throws Exception {
    return Base64.getEncoder()
        .encodeToString(
            MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
  }
}
