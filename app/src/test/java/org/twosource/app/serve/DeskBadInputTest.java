package org.twosource.app.serve;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.twosource.app.fetch.FetchLimits;
import org.twosource.app.fetch.Fetcher;
import org.twosource.app.fetch.Passwords;
import org.twosource.app.fetch.ReachableAddresses;
import org.twosource.app.store.Store;
import org.twosource.app.store.StorePlace;

/** What people and machines do to a desk by mistake: each time a sentence that says what to do. */
class DeskBadInputTest {
  private static final int FORTY_MEGABYTES = 40 << 20;
  private static final String FORM = "application/x-www-form-urlencoded";

  @TempDir Path folder;
  private DeskServer server;
  private Path store;

  @BeforeEach
  void open() {
    store = folder.resolve("store");
    SampleDesk.fill(store);
    DeskOptions.DeskLimits standard = DeskOptions.DeskLimits.standard();
    server =
        DeskServer.open(
            StorePlace.in(store),
            SampleDesk.options()
                .withFetching(
                    () ->
                        new Fetcher(
                            FetchLimits.standard(),
                            new ReachableAddresses(List.of()),
                            Passwords.NONE))
                .withLimits(standard.withPatience(Duration.ofMinutes(4))));
  }

  @AfterEach
  void close() {
    server.close();
  }

  private Ask.Answer form(String path, String fields) throws IOException {
    return Ask.of(server.port(), "POST", path + "?token=" + server.desk().token().text())
        .with("Accept", "text/html")
        .body(FORM, fields)
        .answer();
  }

  @Test
  void fortyMegabytesPastedAreRefusedAsADraftAndReadAsAReport() throws IOException {
    String pasted = "The strike lasted 19 days. ".repeat(FORTY_MEGABYTES / 27);
    Ask.Answer draft = form("/check", "text=" + pasted.replace(' ', '+'));
    assertThat(draft.status()).isEqualTo(413);
    assertThat(draft.body()).contains("up to 60,000", "send it in parts");
    Ask.Answer links = form("/add/links", "links=" + pasted.replace(' ', '+'));
    assertThat(links.status()).isEqualTo(200);
    assertThat(links.body()).contains("no address of a page").hasSizeLessThan(20_000);
    Ask.Answer report =
        Ask.of(server.port(), "POST", "/api/v1/reports?name=a.txt")
            .with("X-Twosource-Token", server.desk().token().text())
            .body("text/plain", pasted)
            .answer();
    assertThat(report.status()).as(report.body()).isEqualTo(202);
    String outcome =
        new ObjectMapper().readTree(report.body()).path("items").path(0).path("outcome").asText();
    assertThat(outcome).isIn("stored", "quarantined");
    assertThat(Ask.get(server.port(), "/").answer().status()).isEqualTo(200);
  }

  @Test
  void aFormSentTwiceDoesItOnce() throws IOException {
    String watch = "kind=outlet&query=Selwyn+Signal";
    assertThat(form("/watches", watch).status()).isEqualTo(303);
    Ask.Answer again = form("/watches", watch);
    assertThat(server.desk().store().read(Store.View::watches)).as(again.body()).hasSize(1);
    String apart = "kind=apart&a=01-coast-wire&b=05-selwyn-signal";
    assertThat(form("/decisions", apart).status()).isEqualTo(303);
    assertThat(form("/decisions", apart).status()).isEqualTo(303);
    assertThat(
            server.desk().store().read(Store.View::decisions).stream()
                .filter(one -> one.undone().isEmpty()))
        .hasSize(1);
    assertThat(form("/decisions/undo", "id=d1").status()).isEqualTo(303);
    assertThat(form("/decisions/undo", "id=d1").status()).isIn(303, 404, 409);
  }

  @Test
  void aStoreThatWasMovedAwayAcknowledgesNothingAndSaysSo() throws IOException {
    Path away = folder.resolve("away");
    Files.move(store, away);
    for (String path : List.of("/", "/stories/" + SampleDesk.STORY, "/api/v1/stories", "/status")) {
      Ask.Answer answer = Ask.get(server.port(), path).with("Accept", "text/html").answer();
      assertThat(answer.status()).as(path).isEqualTo(503);
      assertThat(answer.body()).as(path).contains("was moved or deleted while it was open");
    }
    assertThat(Ask.get(server.port(), "/readyz").answer().status()).isEqualTo(503);
    Ask.Answer report =
        Ask.of(server.port(), "POST", "/api/v1/reports?name=a.txt")
            .with("X-Twosource-Token", server.desk().token().text())
            .body("text/plain", "The quay of Tarn was closed on Monday.")
            .answer();
    assertThat(report.status()).isEqualTo(503);
    Files.move(away, store);
    assertThat(Ask.get(server.port(), "/").answer().status()).isEqualTo(200);
    assertThat(server.desk().store().<Long>read(Store.View::lastReceipt)).isEqualTo(6);
  }
}
