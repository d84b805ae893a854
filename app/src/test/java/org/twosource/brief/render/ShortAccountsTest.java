package org.twosource.brief.render;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.twosource.brief.Account;
import org.twosource.brief.Brief;
import org.twosource.brief.Line;
import org.twosource.brief.StoryAccount;
import org.twosource.claim.Standing;
import org.twosource.report.Citation;
import org.twosource.report.Handle;
import org.twosource.report.Span;
import org.twosource.report.Unreadable;

class ShortAccountsTest {

  @Test
  void theTerminalGetsTwoScreensAtMost() throws IOException {
    String screen = terminal(HarbourAccount.full(), false);

    assertThat(screen.lines().count()).isBetween(30L, 98L);
    assertThat(screen.lines()).allMatch(line -> line.length() <= 90, "90 columns");
    assertThat(screen)
        .contains("6 reports, 3 independent sources")
        .contains("an original that is not among the reports, credited to Coast Wire")
        .contains("Thursday (01-coast-wire) / Friday (05-selwyn-signal)")
        .contains("near miss became event: “came within hours of spreading” →")
        .contains("photo.jpg");
  }

  @Test
  void whatMayShareATextIsToldWithItsReasonAndCountsAsTwo() throws IOException {
    String reason = "may share a text (62 % likely: passages of prose: 2)";
    var markdown = new ByteArrayOutputStream();
    new MarkdownRenderer().render(HarbourAccount.full(), markdown);

    assertThat(terminal(HarbourAccount.full(), false).replaceAll("\\s+", " ")).contains(reason);
    assertThat(markdown.toString(StandardCharsets.UTF_8)).contains(reason);
  }

  @Test
  void sourcesThatOneInformantIsBehindAreNotCalledIndependent() {
    assertThat(Labels.sources(Standing.ONE_INFORMANT, 3)).isEqualTo("3 sources");
    assertThat(Labels.sources(Standing.CORROBORATED, 3)).isEqualTo("3 independent sources");
    assertThat(Labels.sources(Standing.SINGLE_ORIGIN, 1)).isEqualTo("1 independent source");
    assertThat(Labels.sources(Standing.DISPUTED, 1))
        .isEqualTo("1 independent source for what is shown");
  }

  @Test
  void aThousandStoriesStillFit() throws IOException {
    Account one = HarbourAccount.full();
    Account many =
        new Account(
            one.made(),
            one.unreadable(),
            one.reports(),
            one.entities(),
            java.util.Collections.nCopies(1000, one.stories().getFirst()),
            one.until());

    assertThat(terminal(many, false).lines().count()).isLessThanOrEqualTo(98);
  }

  @Test
  void reportTextCannotSteerTheTerminal() throws IOException {
    String screen =
        terminal(withLine("\u001b[2J\u001b]0;owned\u0007 agreed\u202e on\r\nTuesday"), false);

    assertThat(screen).contains("[2J]0;owned agreed on Tuesday");
    assertThat(screen.chars().filter(c -> c != '\n').noneMatch(Character::isISOControl)).isTrue();
  }

  @Test
  void colourIsWrittenOnlyWhenAskedFor() throws IOException {
    assertThat(terminal(HarbourAccount.full(), false)).doesNotContain("\u001b");
    assertThat(terminal(HarbourAccount.full(), true)).contains("\u001b[32m").contains("\u001b[0m");
  }

  @Test
  void markdownEscapesWhatReportsSay() throws IOException {
    var out = new ByteArrayOutputStream();
    new MarkdownRenderer().render(withLine("<script>alert(1)</script> | **bold** [x](y)"), out);

    assertThat(out.toString(StandardCharsets.UTF_8))
        .contains("&lt;script&gt;alert(1)&lt;/script&gt; \\| \\*\\*bold\\*\\* \\[x\\](y)")
        .doesNotContain("<script>");
  }

  @Test
  void markdownCitesEveryLine() throws IOException {
    var out = new ByteArrayOutputStream();
    new MarkdownRenderer().render(HarbourAccount.full(), out);
    String page = out.toString(StandardCharsets.UTF_8);

    String brief = page.substring(page.indexOf("## Brief"), page.indexOf("## Who copied"));
    assertThat(brief.lines().filter(line -> line.startsWith("- ")))
        .hasSize(4)
        .allMatch(line -> line.matches(".*\\\\\\[[\\w-]+:\\d+-\\d+\\\\\\]"));
  }

  private static Account withLine(String text) {
    Account account = HarbourAccount.full();
    StoryAccount story = account.stories().getFirst();
    Line line =
        new Line(
            Handle.of("l1"),
            text,
            Standing.SINGLE_ORIGIN,
            1,
            List.of(),
            List.of(new Citation(account.reports().getFirst().id(), new Span(0, 5))));
    return new Account(
        account.made(),
        List.of(new Unreadable("a", 0, "b")),
        account.reports(),
        account.entities(),
        List.of(
            new StoryAccount(
                story.story(),
                story.annotations(),
                story.alignments(),
                story.lineage(),
                story.distortions(),
                story.timeline(),
                story.claims(),
                new Brief(List.of(line)))),
        account.until());
  }

  private static String terminal(Account account, boolean color) throws IOException {
    var out = new ByteArrayOutputStream();
    new TerminalRenderer(color, 90).render(account, out);
    return out.toString(StandardCharsets.UTF_8);
  }
}
