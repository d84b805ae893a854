package org.twosource.app.serve;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.ConnectException;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.twosource.app.OwnProcess;
import org.twosource.app.serve.page.Links;

/**
 * A desk in a process of its own: as the launcher starts it where {@code -Ddesk.program} names
 * that, otherwise as it is tested.
 */
final class OwnDesk implements AutoCloseable {
  private static final Duration LONGEST = Duration.ofMinutes(5);
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Process process;
  private final int port;
  private final long millis;
  private final long cpuMillis;

  private OwnDesk(Process process, int port, long millis, long cpuMillis) {
    this.process = process;
    this.port = port;
    this.millis = millis;
    this.cpuMillis = cpuMillis;
  }

  /** Answers when it has shown its first page. */
  static OwnDesk start(Path store) throws IOException, InterruptedException {
    int port;
    try (ServerSocket free = new ServerSocket(0)) {
      port = free.getLocalPort();
    }
    List<String> serve = List.of("serve", "--store", store.toString(), "--port", "" + port);
    List<String> command = new ArrayList<>(List.of(System.getProperty("desk.program", "")));
    command.addAll(serve);
    boolean isLaunched = !command.getFirst().isEmpty();
    long began = System.nanoTime();
    Process process =
        new ProcessBuilder(isLaunched ? command : OwnProcess.command(List.of(), serve))
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    while (true) {
      try {
        String page = Ask.get(port, "/").answer().body();
        long millis = (System.nanoTime() - began) / 1_000_000;
        if (!page.contains("/stories/")) {
          throw new IOException("no story on the first page: " + page);
        }
        Duration cpu = process.info().totalCpuDuration().orElse(Duration.ZERO);
        return new OwnDesk(process, port, millis, cpu.toMillis());
      } catch (ConnectException notYet) {
        if (!process.isAlive() || System.nanoTime() - began > LONGEST.toNanos()) {
          process.destroy();
          throw new IOException("the desk did not open", notYet);
        }
        Thread.sleep(5);
      }
    }
  }

  int port() {
    return port;
  }

  /** From its start to the end of its first page. */
  long millisToFirstPage() {
    return millis;
  }

  long cpuMillisToFirstPage() {
    return cpuMillis;
  }

  /** One address of each kind of page, with some stories, analysed now, and reports. */
  List<String> pages(int stories) throws IOException, InterruptedException {
    List<String> pages = new ArrayList<>(List.of("/", "/?from=1000", "/search?q=herald", "/inbox"));
    pages.addAll(List.of("/sources", "/status", "/decisions", "/watches", "/entities", "/check"));
    pages.addAll(List.of("/api/v1/stories", "/api/v1/reports?limit=20", "/api/v1/receipts"));
    JsonNode list =
        JSON.readTree(Ask.get(port, "/api/v1/stories?limit=" + stories).answer().body());
    for (JsonNode story : list.path("items")) {
      String id = story.path("id").asText();
      String api = "/api/v1" + Links.story(id);
      while (Ask.get(port, api).answer().status() == 503) {
        Thread.sleep(100);
      }
      pages.add(Links.story(id));
      pages.add(Links.story(id) + "/outlets");
      pages.add(api);
      JsonNode reports = JSON.readTree(Ask.get(port, api + "/reports").answer().body());
      pages.add(Links.report(reports.path("items").path(0).path("id").asText()));
    }
    return pages;
  }

  @Override
  public void close() {
    process.destroy();
    process.onExit().join();
  }
}
