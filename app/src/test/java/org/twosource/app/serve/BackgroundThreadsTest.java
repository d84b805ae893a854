package org.twosource.app.serve;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.twosource.app.store.StorePlace;

class BackgroundThreadsTest {
  @Test
  void whatBringsReportsInGivesWay(@TempDir Path folder) {
    SampleDesk.fill(folder);
    try (DeskServer server = DeskServer.open(StorePlace.in(folder), SampleDesk.options())) {
      DeskWriter writer = server.desk().writing();
      List<Integer> priorities =
          List.of(
              writer.write(service -> Thread.currentThread().getPriority()),
              writer.file(service -> Thread.currentThread().getPriority()));
      assertThat(priorities).containsOnly(Thread.MIN_PRIORITY);
    }
  }

  @Test
  void soDoThreadsThatTheyBegin() {
    CompletableFuture<Integer> begun = new CompletableFuture<>();
    BackgroundThreads.named("first")
        .newThread(
            () ->
                new Thread(() -> begun.complete(Thread.currentThread().getPriority()), "second")
                    .start())
        .start();
    assertThat(begun.join()).isEqualTo(Thread.MIN_PRIORITY);
  }

  @Test
  void theLauncherHasThemHeeded() throws IOException {
    assertThat(Files.readString(Path.of("..", "twosource")))
        .contains("\"${1:-}\" = serve ] && options+=(-XX:ThreadPriorityPolicy=1");
  }
}
