package org.twosource.app.serve;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.awt.image.IndexColorModel;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.twosource.app.Chromium;
import org.twosource.app.fetch.Cidr;
import org.twosource.app.fetch.FetchLimits;
import org.twosource.app.fetch.Fetcher;
import org.twosource.app.fetch.LoopbackServer;
import org.twosource.app.fetch.Passwords;
import org.twosource.app.fetch.ReachableAddresses;
import org.twosource.app.store.StorePlace;
import org.twosource.brief.render.PlainText;

/**
 * A morning's work as docs/desk.md shows it: three links, who really knows it, what copying
 * changed, a checked draft with footnotes. {@code -Dpictures=update} takes the pictures of that
 * page again.
 */
class MorningTest {
  private static final Path PICTURES = Path.of("..", "docs", "desk");
  private static final List<String> REPORTS =
      List.of("01-coast-wire", "04-world-now-24", "05-selwyn-signal");

  /** Grey and three colours are enough for a page, and small. */
  private static final int COLOURS = 16;

  @TempDir Path folder;
  private static Chromium chromium;

  @BeforeAll
  static void open() {
    chromium = Chromium.open();
  }

  @AfterAll
  static void close() {
    if (chromium != null) {
      chromium.close();
    }
  }

  private static DeskOptions fetching() {
    return SampleDesk.options()
        .withFetching(
            () ->
                new Fetcher(
                    FetchLimits.standard(),
                    new ReachableAddresses(List.of(Cidr.parse("127.0.0.0/8"))),
                    Passwords.NONE));
  }

  /** A report of the sample as a page of its outlet. */
  private static String page(String name) throws IOException {
    String text = Files.readString(Path.of("..", "samples", "harbour", name + ".txt"));
    StringBuilder html =
        new StringBuilder("<!DOCTYPE html><html lang=en><head><meta charset=utf-8>");
    String outlet =
        Arrays.stream(name.substring(3).split("-"))
            .map(PlainText::capital)
            .collect(Collectors.joining(" "));
    String title = text.lines().filter(line -> !line.isBlank()).findFirst().orElseThrow();
    html.append("<title>").append(title).append("</title><meta property=og:site_name content='");
    html.append(outlet).append("'><meta property=article:published_time content=2024-05-14>");
    html.append("</head><body><article><h1>").append(title).append("</h1>");
    text.lines()
        .filter(line -> !line.isBlank())
        .skip(1)
        .filter(line -> !line.startsWith("By ") && !line.startsWith("Published "))
        .forEach(line -> html.append("<p>").append(line.replace("&", "&amp;")).append("</p>\n"));
    return html.append("</article></body></html>").toString();
  }

  private static void picture(Page page, String name) throws IOException {
    Path file = PICTURES.resolve(name + ".png");
    if ("update".equals(System.getProperty("pictures"))) {
      BufferedImage full = ImageIO.read(new ByteArrayInputStream(page.screenshot()));
      Files.createDirectories(PICTURES);
      ImageIO.write(fewColours(full), "png", file.toFile());
    }
    assertThat(file).as("-Dpictures=update takes it").isRegularFile();
    assertThat(Files.size(file)).as(name).isLessThan(60_000);
  }

  private static BufferedImage fewColours(BufferedImage full) {
    byte[] red = new byte[COLOURS];
    byte[] green = new byte[COLOURS];
    byte[] blue = new byte[COLOURS];
    int[][] accents = {
      {0x1b, 0x5e, 0x44},
      {0x7a, 0x4d, 0x00},
      {0x1f, 0x4e, 0x79},
      {0xa3, 0x3b, 0x20},
      {0xf6, 0xe3, 0xc0},
      {0xf9, 0xd9, 0xd0}
    };
    for (int i = 0; i < COLOURS; i++) {
      int grey = i < COLOURS - accents.length ? 255 * i / (COLOURS - accents.length - 1) : 0;
      int[] colour =
          i < COLOURS - accents.length
              ? new int[] {grey, grey, grey}
              : accents[i - COLOURS + accents.length];
      red[i] = (byte) colour[0];
      green[i] = (byte) colour[1];
      blue[i] = (byte) colour[2];
    }
    BufferedImage few =
        new BufferedImage(
            full.getWidth(),
            full.getHeight(),
            BufferedImage.TYPE_BYTE_INDEXED,
            new IndexColorModel(8, COLOURS, red, green, blue));
    Graphics2D graphics = few.createGraphics();
    graphics.setRenderingHint(
        java.awt.RenderingHints.KEY_DITHERING, java.awt.RenderingHints.VALUE_DITHER_DISABLE);
    graphics.drawImage(full, 0, 0, null);
    graphics.dispose();
    return few;
  }

  @Test
  void fromThreeLinksToACheckedDraft() throws IOException {
    try (LoopbackServer web = new LoopbackServer();
        DeskServer desk = DeskServer.open(StorePlace.in(folder), fetching())) {
      StringBuilder links = new StringBuilder();
      for (String name : REPORTS) {
        web.page("/" + name + ".html", page(name));
        links.append(web.at("/" + name + ".html")).append('\n');
      }
      Page page = chromium.newPage();
      page.setDefaultTimeout(180_000);
      page.setViewportSize(800, 600);
      page.navigate("http://127.0.0.1:" + desk.port() + "/");
      page.locator("#links").fill(links.toString());
      picture(page, "1-links");

      page.locator(".way button", new Page.LocatorOptions().setHasText("Fetch them")).click();
      page.waitForURL("**/?placing=1");
      while (page.locator(".row-title").count() == 0) {
        page.reload();
      }
      assertThat(page.locator(".row-title").count()).isEqualTo(1);
      page.locator(".row-title").click();
      page.locator("#brief").waitFor();
      assertThat(page.locator(".deck").innerText()).contains("2 independent sources", "3 reports");
      picture(page, "2-story");

      page.keyboard().press("4");
      page.waitForTimeout(300);
      assertThat(page.locator("#changes .versus").count()).isPositive();
      picture(page, "3-changes");

      page.locator("#claims .actions a.button").click();
      page.locator("table.matrix").waitFor();
      picture(page, "4-outlets");

      page.locator(".up a").click();
      page.locator("button", new Page.LocatorOptions().setHasText("Check a draft")).click();
      page.locator("#text")
          .fill(
              "The deal raises night-shift pay by 6.5 percent. The strike lasted 19 days."
                  + " The mayor resigned over it.");
      page.locator(".draft-form button[type=submit]").first().click();
      page.locator(".sentence").first().waitFor();
      assertThat(page.locator(".sentence").count()).isEqualTo(3);
      assertThat(page.locator(".sentence").last().innerText())
          .contains("not stated by these reports");
      assertThat(page.locator("#copy").inputValue()).contains("[^1]", "6.5 percent");
      picture(page, "5-draft");
      assertThat(web.asked()).filteredOn(path -> path.endsWith(".html")).hasSize(REPORTS.size());
    }
  }
}
