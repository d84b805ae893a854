package org.twosource.app.serve;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.PlaywrightException;
import com.microsoft.playwright.options.Proxy;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import jdk.jfr.Recording;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordingFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.twosource.app.Chromium;
import org.twosource.app.store.StorePlace;

/**
 * A browser whose every request to another machine goes to a proxy that notes it, and a desk whose
 * sockets are recorded: nothing leaves while every page is used.
 */
class CanaryTest {
  /** What a browser asks its maker by itself, whatever page it shows. */
  private static final String OF_THE_BROWSER =
      "--disable-features=AutofillServerCommunication,PreconnectToSearch,OptimizationHints"
          + ",MediaRouter,Translate,HttpsUpgrades,NetworkTimeServiceQuerying";

  /** And what it still asks when it begins; no page of the desk names it. */
  private static final String OF_ITSELF = "CONNECT www.google.com:443 HTTP/1.1";

  @TempDir Path folder;

  /** Takes every connection, notes its first line and closes it. */
  private static final class Canary implements AutoCloseable {
    final List<String> sung = Collections.synchronizedList(new ArrayList<>());
    private final ServerSocket socket;

    Canary() throws IOException {
      socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
      Thread.ofVirtual().start(this::listen);
    }

    private void listen() {
      while (!socket.isClosed()) {
        try (Socket one = socket.accept()) {
          byte[] head = new byte[400];
          int read = one.getInputStream().read(head);
          String text = new String(head, 0, Math.max(0, read), StandardCharsets.ISO_8859_1);
          sung.add(text.lines().findFirst().orElse(""));
        } catch (IOException closed) {
          // the next one, or the end
        }
      }
    }

    @Override
    public void close() throws IOException {
      socket.close();
    }
  }

  @Test
  void nothingLeavesTheMachineWhileEveryPageIsUsed() throws IOException {
    SampleDesk.fill(folder);
    Path recorded = folder.resolve("desk.jfr");
    List<String> wasSung;
    try (Chromium chromium = Chromium.open(List.of(OF_THE_BROWSER));
        Canary canary = new Canary();
        Recording recording = new Recording()) {
      for (String event : List.of("jdk.SocketRead", "jdk.SocketWrite", "jdk.SocketConnect")) {
        recording.enable(event).withThreshold(Duration.ZERO);
      }
      recording.start();
      try (DeskServer server = DeskServer.open(StorePlace.in(folder), SampleDesk.options());
          BrowserContext context =
              chromium
                  .browser()
                  .newContext(
                      new Browser.NewContextOptions()
                          .setProxy(
                              new Proxy("http://127.0.0.1:" + canary.socket.getLocalPort())
                                  .setBypass("127.0.0.1:" + server.port())))) {
        Page page = context.newPage();
        page.setDefaultTimeout(120_000);
        for (String path : SampleDesk.PAGES) {
          page.navigate("http://127.0.0.1:" + server.port() + path);
          page.evaluate("document.querySelectorAll('details').forEach(d => d.open = true)");
          for (String key : List.of("j", "k", "n", "p", "x", "[", "]", "t", "?", "Escape", "Tab")) {
            page.keyboard().press(key);
          }
          if (page.locator("#theme").isVisible()) {
            page.locator("#theme").click();
          }
        }
        page.navigate("http://127.0.0.1:" + server.port() + "/check");
        page.locator("#text").fill("The strike lasted 19 days.");
        page.locator(".draft-form button").first().click();
        page.locator(".sentence").first().waitFor();
        wasSung = canary.sung.stream().filter(one -> !one.equals(OF_ITSELF)).toList();
        try {
          page.navigate("http://elsewhere.example/");
        } catch (PlaywrightException refused) {
          // the proxy closes what it notes
        }
      }
      recording.stop();
      recording.dump(recorded);
      assertThat(wasSung).isEmpty();
      assertThat(canary.sung).as("the canary hears").anyMatch(one -> one.contains("elsewhere"));
    }
    List<RecordedEvent> events =
        RecordingFile.readAllEvents(recorded).stream()
            .filter(event -> event.getEventType().getName().startsWith("jdk.Socket"))
            .toList();
    assertThat(events).as("the recorder hears").isNotEmpty();
    assertThat(events.stream().map(event -> event.getString("address")).distinct())
        .allMatch(
            address -> address.isEmpty() || address.startsWith("127.") || address.equals("::1"));
  }
}
