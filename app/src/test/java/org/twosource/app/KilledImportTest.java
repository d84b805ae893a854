package org.twosource.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.twosource.app.store.Breach;
import org.twosource.app.store.Outcome;
import org.twosource.app.store.PostgresServer;
import org.twosource.app.store.Receipt;
import org.twosource.app.store.Store;
import org.twosource.app.store.StorePlace;

/**
 * An import that is killed (SIGKILL) at random moments, again and again on one store: nothing
 * acknowledged is lost, nothing is stored twice, and at the end the receipts add up. {@code
 * -Dkill.loops=N} for more than the twenty of every build; see scripts/kill-loops.sh.
 */
class KilledImportTest {
  private static final int LOOPS = Integer.getInteger("kill.loops", 20);
  private static final int POSTGRESQL_LOOPS = Integer.getInteger("kill.loops.postgresql", 5);
  private static final int REPORTS = 150;
  private static final int LATEST_MILLIS = 500;
  private static final LocalDate FIRST_DAY = LocalDate.of(2026, 3, 1);
  private static final ObjectMapper JSON = new ObjectMapper();

  @TempDir Path folder;

  @Test
  void nothingAcknowledgedIsLostAndNothingIsStoredTwice() throws Exception {
    Path store = folder.resolve("store");
    killed(StorePlace.in(store), LOOPS, "--store", store.toString());
  }

  @Test
  void nothingIsLostOnPostgresqlEither() throws Exception {
    String url = PostgresServer.freshSchema();
    Path beside = folder.resolve("beside");
    killed(
        StorePlace.at(url, beside),
        POSTGRESQL_LOOPS,
        "--store",
        url,
        "--beside",
        beside.toString());
  }

  private void killed(StorePlace place, int loops, String... store) throws Exception {
    long seed = Long.getLong("kill.seed", 5);
    Random random = new Random(seed);
    Map<String, String> acknowledged = new HashMap<>();
    importing(
            List.of("--store", folder.resolve("another").toString()),
            Files.writeString(folder.resolve("one.txt"), "The ferry to Kelm was late."),
            folder.resolve("receipt"))
        .waitFor(); // leaves the archive of classes that the others start from
    int killed = 0;
    for (int loop = 0; loop < loops; loop++) {
      Path input = input(loop, random);
      Path receipts = folder.resolve("receipts-" + loop);
      Process process = importing(List.of(store), input, receipts);
      killed += killAtRandom(process, receipts, random) ? 1 : 0;
      acknowledged.putAll(read(receipts));
    }
    List<String> all = new ArrayList<>(List.of("import", "--quiet"));
    all.addAll(List.of(store));
    for (int loop = 0; loop < loops; loop++) {
      all.add(folder.resolve("input-" + loop + ".jsonl").toString());
    }
    Run run = Run.of(all.toArray(String[]::new));
    assertThat(run.status()).as(run.err()).isZero();
    try (Store open = place.openToRead()) {
      Map<String, String> kept = new HashMap<>();
      List<String> twice = new ArrayList<>();
      for (Receipt receipt : open.read(view -> view.receiptsAfter(0, Integer.MAX_VALUE))) {
        if (kept.put(receipt.key(), receipt.outcome().label()) != null) {
          twice.add(receipt.key());
        }
      }
      List<String> lost =
          acknowledged.keySet().stream().filter(key -> !kept.containsKey(key)).toList();
      int pages = open.read(Store.View::pages).size();
      Map<Outcome, Long> outcomes = open.read(Store.View::outcomes);
      List<Breach> breaches = open.verify(true);
      boolean addsUp =
          outcomes.get(Outcome.STORED) == (long) loops * REPORTS
              && outcomes.get(Outcome.QUARANTINED) == loops
              && breaches.isEmpty();
      int again = Math.max(0, pages - loops * REPORTS) + twice.size();
      System.out.printf(
          "%s loops %d, killed %d, acknowledged %d, lost %d, twice %d, wrong %d, receipts %d%n",
          place instanceof StorePlace.Folder ? "kill" : "PostgreSQL kill",
          loops,
          killed,
          acknowledged.size(),
          lost.size(),
          again,
          addsUp ? 0 : 1,
          kept.size());
      assertThat(lost).isEmpty();
      assertThat(twice).isEmpty();
      assertThat(pages).isEqualTo(loops * REPORTS);
      assertThat(outcomes)
          .containsEntry(Outcome.STORED, (long) loops * REPORTS)
          .containsEntry(Outcome.QUARANTINED, (long) loops);
      assertThat(breaches).isEmpty();
    }
  }

  /** Reports without likeness to each other, and one line that is broken. */
  private Path input(int loop, Random random) throws IOException {
    StringBuilder lines = new StringBuilder();
    for (int i = 0; i < REPORTS; i++) {
      ObjectNode line = JSON.createObjectNode();
      line.put("id", "k" + loop + "-" + i);
      line.put("source", "Outlet " + random.nextInt(9));
      line.put("date", FIRST_DAY.plusDays(loop).toString());
      StringBuilder body = new StringBuilder("Report " + loop + "-" + i + " says");
      for (int word = 0; word < 12; word++) {
        body.append(' ').append(Integer.toString(random.nextInt(1 << 24), 36));
      }
      line.put("text", body.append('.').toString());
      lines.append(line).append('\n');
    }
    lines.append("{\"id\": \"broken\n");
    return Files.writeString(folder.resolve("input-" + loop + ".jsonl"), lines);
  }

  private Process importing(List<String> store, Path input, Path receipts) throws IOException {
    List<String> command =
        new ArrayList<>(
            OwnProcess.command(
                List.of(
                    "-XX:TieredStopAtLevel=1",
                    "-XX:+UseSerialGC",
                    "-XX:+AutoCreateSharedArchive",
                    "-XX:SharedArchiveFile=" + folder.resolve("classes.jsa")),
                List.of("import", input.toString(), "--receipts", receipts.toString(), "--quiet")));
    command.addAll(store);
    return new ProcessBuilder(command)
        .redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
        .start();
  }

  /**
   * Kills the process at a random moment, often after its first acknowledgement, when it writes on
   * or places; answers whether it still ran.
   */
  private static boolean killAtRandom(Process process, Path receipts, Random random)
      throws IOException, InterruptedException {
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
    boolean isLate = random.nextInt(4) > 0;
    while (process.isAlive() && System.nanoTime() < deadline) {
      boolean isBegun = Files.exists(receipts) && (!isLate || Files.size(receipts) > 0);
      if (isBegun) {
        break;
      }
      process.waitFor(2, TimeUnit.MILLISECONDS);
    }
    boolean ended = process.waitFor(random.nextInt(LATEST_MILLIS), TimeUnit.MILLISECONDS);
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
