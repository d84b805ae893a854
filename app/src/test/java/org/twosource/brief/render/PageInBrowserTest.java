package org.twosource.brief.render;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Media;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.twosource.app.Chromium;

/** The page in a real browser; skipped, with a message, where no Chromium is found. */
class PageInBrowserTest {
  private static Chromium chromium;

  @TempDir static Path folder;
  private static Path file;

  private final List<String> problems = new ArrayList<>();
  private final List<String> requests = new ArrayList<>();
  private Page page;

  @BeforeAll
  static void openBrowser() throws IOException {
    chromium = Chromium.open();
    file = folder.resolve("index.html");
    try (var out = Files.newOutputStream(file)) {
      new HtmlRenderer().render(HarbourAccount.full(), out);
    }
  }

  @AfterAll
  static void closeBrowser() {
    if (chromium != null) {
      chromium.close();
    }
  }

  @BeforeEach
  void openPage() {
    page = chromium.newPage();
    page.onConsoleMessage(
        message -> {
          if (message.type().equals("error") || message.type().equals("warning")) {
            problems.add(message.text());
          }
        });
    page.onPageError(problems::add);
    page.onRequest(request -> requests.add(request.url()));
    page.navigate(file.toUri().toString());
  }

  @AfterEach
  void nothingWentWrongAndNothingWasLoaded() {
    assertThat(problems).isEmpty();
    assertThat(requests).allMatch(url -> url.startsWith(file.toUri().toString()));
    page.close();
  }

  @Test
  void aCitationLeadsToTheHighlightedCharacters() {
    page.locator(".lines a.cite").first().click();

    assertThat(page.url()).contains("#r1-");
    assertThat(String.join("", page.locator(".m.on").allInnerTexts()))
        .startsWith("Dockworkers and the harbour board of Port Selwyn agreed on Tuesday");
    assertThat(page.locator(".m.on").first().boundingBox().y).isBetween(0.0, 720.0);

    page.locator("#back").click();
    assertThat(page.evaluate("document.activeElement.className")).isEqualTo("cite");
  }

  @Test
  void twoReportsAreComparedWithTheirWordsMarked() {
    page.locator(".chooser select").nth(0).selectOption("r1");
    page.locator(".chooser select").nth(1).selectOption("r4");

    assertThat(page.locator(".pair:visible").count()).isEqualTo(1);
    assertThat(page.locator(".pair:visible del").allInnerTexts()).contains("dispute came");
    page.locator(".chooser select").nth(1).selectOption("r6");
    assertThat(page.locator(".pair:visible").count()).isZero();
    assertThat(page.locator(".chooser [role=status]").innerText()).contains("share no passage");
  }

  @Test
  void claimsAreFilteredByTheirStanding() {
    page.locator(".filter button[data-show=disputed]").click();

    assertThat(page.locator(".claim:visible").count()).isEqualTo(2);
  }

  @Test
  void theKeyboardReachesACitationAndFollowsIt() {
    page.locator("body").press("Tab");
    assertThat(page.evaluate("document.activeElement.className")).isEqualTo("skip");
    page.locator(".lines a.cite").first().focus();
    page.keyboard().press("Enter");
    page.locator(".m.on").first().waitFor(); // the address changes a moment later

    assertThat(page.locator(".m.on").count()).isPositive();
  }

  @Test
  void withoutScriptACitationStillLeadsToTheCharacters() {
    var context =
        chromium.browser().newContext(new Browser.NewContextOptions().setJavaScriptEnabled(false));
    Page plain = context.newPage();
    plain.navigate(file.toUri().toString());

    plain.locator(".lines a.cite").first().click();

    assertThat(plain.locator(".m:target").innerText()).startsWith("Dockworkers and the harbour");
    assertThat(plain.locator(".filter:visible, .chooser:visible, #theme:visible").count()).isZero();
    context.close();
  }

  @Test
  void aLineLeadsToTheClaimThatItMakes() {
    page.locator(".lines .of-line a").first().click();

    assertThat(page.locator(".claim:target").count()).isEqualTo(1);
    assertThat(page.locator(".claim:target").isVisible()).isTrue();
  }

  /** Also where the page may run nothing. */
  @Test
  void onPaperNothingStaysFolded() {
    for (boolean scripts : List.of(true, false)) {
      var context =
          chromium
              .browser()
              .newContext(new Browser.NewContextOptions().setJavaScriptEnabled(scripts));
      Page paper = context.newPage();
      paper.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
      paper.navigate(file.toUri().toString());

      assertThat(paper.locator(".fold .claim:visible").count()).isPositive();
      assertThat(paper.locator(".claim .statements li:visible").count())
          .isEqualTo(paper.locator(".claim .statements li").count());
      assertThat(paper.locator("article.report .para:visible").count())
          .isEqualTo(paper.locator("article.report .para").count());
      assertThat(paper.locator("button:visible").count()).isZero();
      context.close();
    }
  }

  @Test
  void nothingIsWiderThanAPhone() {
    page.setViewportSize(390, 800);

    assertThat(page.evaluate("document.documentElement.scrollWidth")).isEqualTo(390);
  }

  @Test
  void noSeriousAccessibilityProblemInLightAndDark() {
    for (ColorScheme scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
      page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
      page.evaluate("document.querySelectorAll('details').forEach(d => d.open = true)");
      AxeBuilder axe = new AxeBuilder(page);
      List<Rule> violations =
          (scheme == ColorScheme.LIGHT ? axe : axe.withRules(List.of("color-contrast")))
              .analyze()
              .getViolations();

      assertThat(
              violations.stream()
                  .filter(rule -> List.of("serious", "critical").contains(rule.getImpact()))
                  .map(rule -> rule.getId() + ": " + rule.getNodes().getFirst().getHtml()))
          .as(scheme.name())
          .isEmpty();
    }
  }
}
