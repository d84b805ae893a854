package org.twosource.app.serve;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Keyboard;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.twosource.app.Chromium;
import org.twosource.app.store.StorePlace;

/**
 * Tasks of a day at the desk, each begun on Today and done by the keyboard alone: nothing here
 * clicks. Where no letter does it, Tab and Enter do, as for those who cannot use a mouse.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class TwelveTasksTest {
  private static final String STORY = "/stories/" + SampleDesk.STORY;

  @TempDir static Path folder;
  private static Chromium chromium;
  private static DeskServer server;
  private Page page;
  private Keyboard keys;
  private int pressed;

  @BeforeAll
  static void open() throws IOException {
    chromium = Chromium.open();
    SampleDesk.fill(folder);
    server = DeskServer.open(StorePlace.in(folder), SampleDesk.options());
  }

  @AfterAll
  static void close() {
    if (chromium != null) {
      chromium.close();
      server.close();
    }
  }

  @BeforeEach
  void today() {
    page =
        chromium
            .browser()
            .newContext(
                new Browser.NewContextOptions()
                    .setPermissions(List.of("clipboard-read", "clipboard-write"))
                    .setReducedMotion(com.microsoft.playwright.options.ReducedMotion.REDUCE))
            .newPage();
    page.setDefaultTimeout(120_000);
    keys = page.keyboard();
    page.navigate("http://127.0.0.1:" + server.port() + "/");
    pressed = 0;
  }

  @AfterEach
  void focusIsSomewhere() {
    assertThat(page.evaluate("document.activeElement !== null")).isEqualTo(true);
    page.context().close();
  }

  private void press(String... letters) {
    for (String letter : letters) {
      keys.press(letter);
      pressed++;
    }
  }

  /** Tab until something is focused that a selector names. */
  private void tabTo(String selector) {
    for (int i = 0; i < 200; i++) {
      if ((boolean) page.evaluate("s => document.activeElement.matches(s)", selector)) {
        return;
      }
      keys.press("Tab");
    }
    throw new AssertionError("Tab does not lead to " + selector);
  }

  private static Locator.WaitForOptions gone(WaitForSelectorState state) {
    return new Locator.WaitForOptions().setState(state);
  }

  private void story() {
    press("j", "Enter");
    page.waitForURL("**" + STORY);
  }

  @Test
  @Order(1)
  void whichStatementHasTwoSources() {
    story();
    press("2", "n");
    int steps = pressed;
    assertThat(page.url()).endsWith("#claims");
    assertThat(page.locator(".claim .standing.corroborated").first().innerText())
        .contains("sources");
    assertThat(steps).isLessThanOrEqualTo(5);
  }

  @Test
  @Order(2)
  void theCharactersThatALineRestsOn() {
    story();
    press("j", "e");
    page.waitForURL("**/reports/*at=*");
    assertThat(page.locator("#at").innerText()).isNotBlank();
    assertThat(page.locator("#at").isVisible()).isTrue();
    press("u");
    page.waitForURL("**" + STORY);
  }

  @Test
  @Order(3)
  void whatAnOutletChanged() {
    story();
    press("4");
    assertThat(page.url()).endsWith("#changes");
    assertThat(page.locator("#changes .versus .after, #changes .versus mark").count()).isPositive();
    assertThat(pressed).isLessThanOrEqualTo(5);
    press("n");
    assertThat(page.locator(".versus.at-hand").count()).isEqualTo(1);
  }

  @Test
  @Order(4)
  void whoElseSaysThis() {
    story();
    press("2", "j", "o");
    page.waitForURL("**/claims/*");
    assertThat(page.locator(".origin").count()).isPositive();
    assertThat(pressed).isLessThanOrEqualTo(5);
  }

  @Test
  @Order(5)
  void twoReportsSideBySide() {
    story();
    press("8");
    tabTo("#reports input[type='checkbox']");
    press("Space");
    keys.press("Tab");
    tabTo("#reports input[type='checkbox']");
    press("Space", "c");
    page.waitForURL("**/compare?report=*");
    press("]", "]", "[");
    assertThat(page.locator(".change.at-hand").count()).isEqualTo(1);
  }

  @Test
  @Order(6)
  void reportsByTheirWords() {
    press("s");
    page.waitForURL("**/search");
    press("s");
    keys.type("night shift pay");
    press("Enter");
    page.waitForURL("**/search?q=night+shift+pay");
    press("j", "o");
    page.waitForURL("**/reports/**");
  }

  @Test
  @Order(7)
  void aWatchOnAStory() {
    story();
    press("w");
    page.waitForURL("**/watches?q=*");
    tabTo("form.line-form button");
    press("Enter");
    page.waitForURL("**/watches");
    assertThat(page.locator(".row").count()).isEqualTo(1);
    press("g", "i");
    page.waitForURL("**/inbox");
  }

  @Test
  @Order(8)
  void aDraftChecked() {
    press("g", "c");
    page.waitForURL("**/check");
    tabTo("#text");
    keys.type("The deal raises night-shift pay by 6.5 percent. Nobody was on the moon.");
    tabTo(".draft-form button");
    press("Enter");
    page.locator(".sentence").first().waitFor();
    assertThat(page.locator(".sentence.corroborated, .sentence.single-origin").count())
        .isPositive();
    press("j", "e");
    page.waitForURL("**/reports/*at=*");
  }

  @Test
  @Order(9)
  void aReportSplitOffAndTheDecisionUndone() {
    press("s");
    page.waitForURL("**/search");
    press("s");
    keys.type("harbour board");
    press("Enter");
    page.waitForURL("**/search?q=*");
    press("j", "o");
    page.waitForURL("**/reports/**");
    tabTo("#split");
    press("Enter");
    page.waitForURL("**/decisions?made=*");
    assertThat(page.locator(".row.is-new").count()).isEqualTo(1);
    press("z");
    page.locator(".row.undone").first().waitFor();
  }

  @Test
  @Order(10)
  void whatChangedSinceTheLastVisit() {
    assertThat(page.locator("section.fresh").count()).isEqualTo(1);
    press("m");
    page.waitForURL("**/");
    page.locator("section.fresh").waitFor(gone(WaitForSelectorState.DETACHED));
  }

  @Test
  @Order(11)
  void theAccountAndAListSaved() {
    story();
    tabTo("details.menu.save summary");
    press("Enter");
    tabTo("details.menu.save a[href*='markdown']");
    com.microsoft.playwright.Download file = page.waitForDownload(() -> press("Enter"));
    assertThat(file.suggestedFilename()).isEqualTo("claims.md");
  }

  @Test
  @Order(12)
  void theKeysListedAndOneChanged() {
    press("?");
    page.locator("#key-sheet").waitFor();
    tabTo("#key-sheet li:first-child input");
    keys.press("Control+A");
    keys.type("l");
    press("Escape");
    // the browser closes a dialog a moment after the key; letters count only then
    page.locator("#key-sheet").waitFor(gone(WaitForSelectorState.HIDDEN));
    assertThat(page.evaluate("localStorage.getItem('keys')").toString()).contains("\"l\"");
    press("l");
    page.locator(".at-hand").first().waitFor();
    press("Enter");
    page.waitForURL("**" + STORY);
  }

  @Test
  @Order(14)
  void whoElseSaysWhatALineOfTheBriefSays() {
    story();
    press("j", "o");
    page.waitForURL("**/claims/**");
    assertThat(page.locator(".statement blockquote").count()).isPositive();
    assertThat(pressed).isLessThanOrEqualTo(5);
  }

  /** A reader of a passage asks it; {@code j} goes on from the place that he was led to. */
  @Test
  @Order(13)
  void whoElseSaysWhatAPassageSays() {
    story();
    press("j", "e");
    page.waitForURL("**/reports/*at=*");
    pressed = 0;
    press("j");
    assertThat(page.evaluate("document.querySelector('.at-hand').querySelector('#at') !== null"))
        .isEqualTo(true);
    press("o");
    page.waitForURL("**/claims/**");
    assertThat(page.locator(".statement blockquote").count()).isPositive();
    assertThat(pressed).isLessThanOrEqualTo(5);
  }
}
