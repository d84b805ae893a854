package org.twosource.app.serve;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Media;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.twosource.app.Chromium;
import org.twosource.app.store.StorePlace;

/** The desk in a real browser; skipped, with a message, where no Chromium is found. */
class DeskInBrowserTest {
  private static final String STORY = SampleDesk.STORY_PAGE;

  private static Chromium chromium;
  private static DeskServer server;

  @TempDir Path folder;

  private final List<String> problems = new ArrayList<>();
  private final List<String> elsewhere = new ArrayList<>();
  private Page page;

  @BeforeAll
  static void openBrowser() throws IOException {
    chromium = Chromium.open();
    server = SampleDesk.open();
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
    page.setDefaultTimeout(120_000);
    page.onConsoleMessage(
        message -> {
          boolean wrong = message.type().equals("error") || message.type().equals("warning");
          // a listener of a page that was left counts until the next heartbeat
          boolean waits =
              message.text().contains("503") && message.location().contains("/api/v1/events");
          if (wrong && !waits && !message.text().contains("404")) {
            problems.add(message.text() + " at " + message.location());
          }
        });
    page.onPageError(problems::add);
    page.onRequest(
        request -> {
          if (!request.url().startsWith("http://127.0.0.1:")) {
            elsewhere.add(request.url());
          }
        });
  }

  @AfterEach
  void nothingWentWrongAndNothingLeftTheMachine() {
    assertThat(problems).isEmpty();
    assertThat(elsewhere).isEmpty();
    page.close();
  }

  private void open(String path) {
    page.navigate("http://127.0.0.1:" + server.port() + path);
  }

  /** A window of 1280 pixels at 200 % has room for 640. */
  @Test
  void noAccessibilityProblemOnAnyPageInLightAndDarkNarrowAndEnlarged() {
    List<String> found = new ArrayList<>();
    for (ColorScheme scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
      page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
      for (String path : SampleDesk.PAGES) {
        page.setViewportSize(320, 900);
        open(path);
        page.evaluate("document.querySelectorAll('details').forEach(d => d.open = true)");
        for (int width : List.of(320, 640)) {
          page.setViewportSize(width, 900);
          new AxeBuilder(page)
              .analyze()
              .getViolations()
              .forEach(
                  rule ->
                      found.add(
                          scheme
                              + " "
                              + width
                              + " "
                              + path
                              + " "
                              + rule.getId()
                              + ": "
                              + rule.getNodes().getFirst().getHtml()));
        }
      }
    }
    assertThat(found).isEmpty();
  }

  @Test
  void aStoryThatIsBeingAnalysedShowsItsReportsAndThenItself() throws IOException {
    SampleDesk.fill(folder);
    DeskOptions plain = SampleDesk.options();
    DeskOptions impatient = plain.withLimits(plain.limits().withPatience(Duration.ZERO));
    try (DeskServer own = DeskServer.open(StorePlace.in(folder), impatient)) {
      page.navigate("http://127.0.0.1:" + own.port() + STORY);
      assertThat(page.locator("[data-again]").innerText()).contains("is being made");
      assertThat(page.locator("table.index tbody tr").count()).isEqualTo(6);
      assertThat(new AxeBuilder(page).analyze().getViolations()).isEmpty();
      page.locator("#brief .lines > li").first().waitFor();
    }
    problems.removeIf(one -> one.contains("503"));
  }

  @Test
  void noPageIsWiderThanASmallPhone() {
    page.setViewportSize(320, 700);
    for (String path : SampleDesk.PAGES) {
      open(path);
      assertThat(page.evaluate("document.documentElement.scrollWidth")).as(path).isEqualTo(320);
    }
  }

  /** Also where a page may run nothing. */
  @Test
  void onPaperNothingStaysFoldedAndNoButtonIsPrinted() {
    for (boolean scripts : List.of(true, false)) {
      try (BrowserContext context =
          chromium
              .browser()
              .newContext(new Browser.NewContextOptions().setJavaScriptEnabled(scripts))) {
        Page paper = context.newPage();
        paper.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
        for (String path : SampleDesk.PAGES) {
          paper.navigate("http://127.0.0.1:" + server.port() + path);
          for (Locator fold : paper.locator("details:not(.menu)").all()) {
            Locator inside = fold.locator(":scope > :not(summary):visible");
            boolean isOnPaper = fold.isVisible();
            assertThat(!isOnPaper || inside.count() > 0).as(path + fold.innerText()).isTrue();
          }
          assertThat(paper.locator("button:visible").count()).as(path).isZero();
        }
        paper.navigate("http://127.0.0.1:" + server.port() + STORY);
        assertThat(paper.locator("#reports tbody tr:visible").count()).isEqualTo(6);
        paper.navigate("http://127.0.0.1:" + server.port() + "/");
        assertThat(paper.locator(".row:visible").count()).isPositive();
      }
    }
  }

  @Test
  void theKeyboardAloneLeadsFromTheStoriesToTheCharacters() {
    open("/");
    page.keyboard().press("j");
    page.keyboard().press("Enter");
    page.waitForURL("**" + STORY);
    page.keyboard().press("j");
    page.keyboard().press("e");
    page.waitForURL("**/reports/*at=*");
    assertThat(page.locator(".on").first().innerText()).isNotBlank();
    page.keyboard().press("u");
    page.waitForURL("**" + STORY);
    page.keyboard().press("2");
    page.waitForURL("**#claims");
    page.keyboard().press("n");
    assertThat(page.locator(".at-hand").count()).isEqualTo(1);
    page.keyboard().press("s");
    page.waitForURL("**/search");
    page.keyboard().press("s");
    page.keyboard().type("night shift pay");
    page.keyboard().press("Enter");
    page.waitForURL("**/search?q=night+shift+pay");
    assertThat(page.locator(".hits li").count()).isPositive();
    page.keyboard().press("g");
    page.keyboard().press("d");
    page.waitForURL("**/decisions");
    page.keyboard().press("?");
    assertThat(page.locator("#key-sheet").isVisible()).isTrue();
    page.keyboard().press("Escape");
    assertThat(page.locator("#key-sheet").isVisible()).isFalse();
  }

  @Test
  void withoutScriptADraftIsCheckedAndADecisionMadeAndUndone() throws IOException {
    SampleDesk.fill(folder);
    try (DeskServer own = DeskServer.open(StorePlace.in(folder), SampleDesk.options());
        BrowserContext context =
            chromium
                .browser()
                .newContext(new Browser.NewContextOptions().setJavaScriptEnabled(false))) {
      Page plain = context.newPage();
      plain.setDefaultTimeout(120_000);
      String desk = "http://127.0.0.1:" + own.port();
      plain.navigate(desk + "/check");
      plain.locator("#text").fill("The deal raises night-shift pay by 6.5 percent.");
      plain.locator(".draft-form button").click();
      assertThat(plain.locator(".sentence .standing").innerText()).contains("source");
      plain.navigate(desk + "/reports/05-selwyn-signal");
      plain.locator("#split").click();
      plain.waitForURL("**/decisions?made=d1");
      assertThat(plain.locator(".row.is-new").innerText()).contains("two events");
      plain.locator("button.undo").click();
      assertThat(plain.locator(".row.undone").count()).isEqualTo(1);
    }
  }

  @Test
  void anEmptyDeskOffersASampleAndFilesAndShowsThem() throws IOException {
    Path file =
        Files.writeString(
            folder.resolve("quay.txt"), "The quay of Tarn was closed on Monday after a fire.");
    Path store = folder.resolve("store");
    try (DeskServer own = DeskServer.open(StorePlace.in(store), SampleDesk.options())) {
      page.navigate("http://127.0.0.1:" + own.port() + "/");
      assertThat(page.locator(".way").count()).isEqualTo(4);
      page.locator("#sample").click();
      page.locator(".row-title").first().waitFor();
      page.navigate("http://127.0.0.1:" + own.port() + "/add");
      page.locator("#files").setInputFiles(file);
      page.locator(".way button", new Page.LocatorOptions().setHasText("Keep them")).click();
      page.waitForURL("**/?placing=1");
      page.locator("#live a, .row-title:has-text('quay of Tarn')").first().waitFor();
      page.navigate("http://127.0.0.1:" + own.port() + "/");
      assertThat(page.locator(".row-title").allInnerTexts().toString()).contains("quay of Tarn");
      page.locator("#seen").click();
      assertThat(page.locator("section.fresh").count()).isZero();
    }
  }
}
