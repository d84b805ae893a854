package org.twosource.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.twosource.app.store.Outcome;
import org.twosource.app.store.Receipt;
import org.twosource.app.store.SqliteStore;
import org.twosource.app.store.Store;

/**
 * An import that is killed (SIGKILL) at random moments, again and again on one store: nothing
 * acknowledged is lost, nothing is stored twice, and at the end the receipts add up. {@code
 * -Dkill.loops=N} for more than the twenty of every build; see scripts/kill-loops.sh.
 */
class KilledImportTest {
  private static final int LOOPS = Integer.getInteger("kill.loops", 20);
  private static final int REPORTS = 400;
  private static final ObjectMapper JSON = new ObjectMapper();

  @TempDir Path folder;

  @Test
  void nothingAcknowledgedIsLostAndNothingIsStoredTwice() throws Exception {
    long seed = Long.getLong("kill.seed", 5);
    Random random = new Random(seed);
    Path store = folder.resolve("store");
    Map<String, String> acknowledged = new HashMap<>();
    int killed = 0;
    for (int loop = 0; loop < LOOPS; loop++) {
      Path input = input(loop, random);
      Path receipts = folder.resolve("receipts-" + loop);
      Process process = importing(store, input, receipts);
      killed += killAtRandom(process, receipts, random) ? 1 : 0;
      acknowledged.putAll(read(receipts));
    }
    int afterKills = acknowledged.size();
    for (int loop = 0; loop < LOOPS; loop++) {
      Path input = folder.resolve("input-" + loop + ".jsonl");
      Run run = Run.of("import", "--store", store.toString(), input.toString(), "--quiet");
      assertThat(run.status()).as(run.err()).isZero();
    }
    try (Store open = SqliteStore.openToRead(store)) {
      Map<String, String> kept = new HashMap<>();
      List<String> twice = new ArrayList<>();
      for (Receipt receipt : open.read(view -> view.receiptsAfter(0, Integer.MAX_VALUE))) {
        if (kept.put(receipt.key(), receipt.outcome().label()) != null) {
          twice.add(receipt.key());
        }
      }
      acknowledged.forEach((key, outcome) -> assertThat(kept).containsKey(key));
      assertThat(twice).isEmpty();
      assertThat(open.read(Store.View::pages)).hasSize(LOOPS * REPORTS);
      assertThat(open.read(Store.View::outcomes))
          .containsEntry(Outcome.STORED, (long) LOOPS * REPORTS)
          .containsEntry(Outcome.QUARANTINED, (long) LOOPS);
      assertThat(open.verify(true)).isEmpty();
    }
    System.out.println(
        "kill loops "
            + LOOPS
            + ", killed "
            + killed
            + ", acknowledged before the last run "
            + afterKills
            + ", lost 0, stored twice 0, receipts "
            + LOOPS * (REPORTS + 1));
  }

  /** Reports without likeness to each other, and one line that is broken. */
  private Path input(int loop, Random random) throws IOException {
    StringBuilder lines = new StringBuilder();
    for (int i = 0; i < REPORTS; i++) {
      ObjectNode line = JSON.createObjectNode();
      line.put("id", "k" + loop + "-" + i);
      line.put("source", "Outlet " + random.nextInt(9));
      line.put("date", "2026-03-" + (10 + random.nextInt(19)));
      StringBuilder body = new StringBuilder("Report " + loop + "-" + i + " says");
      for (int word = 0; word < 60; word++) {
        body.append(' ').append(Integer.toString(random.nextInt(1 << 24), 36));
      }
      line.put("text", body.append('.').toString());
      lines.append(line).append('\n');
    }
    lines.append("{\"id\": \"broken\n");
    return Files.writeString(folder.resolve("input-" + loop + ".jsonl"), lines);
  }

  private static Process importing(Path store, Path input, Path receipts) throws IOException {
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:TieredStopAtLevel=1",
            "-XX:+UseSerialGC",
            "--enable-native-access=ALL-UNNAMED",
            "-cp",
            System.getProperty("java.class.path"),
            Twosource.class.getName(),
            "import",
            "--store",
            store.toString(),
            input.toString(),
            "--receipts",
            receipts.toString(),
            "--quiet")
        .redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
        .start();
  }

  /** Kills the process up to a second after it began to write; answers whether it still ran. */
  private static boolean killAtRandom(Process process, Path receipts, Random random)
      throws InterruptedException {
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
    while (process.isAlive() && !Files.exists(receipts) && System.nanoTime() < deadline) {
      process.waitFor(5, TimeUnit.MILLISECONDS);
    }
    boolean ended = process.waitFor(random.nextInt(1_000), TimeUnit.MILLISECONDS);
    process.destroyForcibly().waitFor();
    return !ended;
  }

  /** Whole lines only: the last may be cut. */
  private static Map<String, String> read(Path receipts) throws IOException {
    Map<String, String> read = new HashMap<>();
    if (!Files.exists(receipts)) {
      return read;
    }
    String text = Files.readString(receipts, StandardCharsets.UTF_8);
    for (String line : text.substring(0, text.lastIndexOf('\n') + 1).lines().toList()) {
      JsonNode one = JSON.readTree(line);
      read.put(one.path("key").asText(), one.path("outcome").asText());
    }
    return read;
  }
}
