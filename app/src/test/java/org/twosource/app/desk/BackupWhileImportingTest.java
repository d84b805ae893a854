package org.twosource.app.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.twosource.Progress;
import org.twosource.app.store.PostgresServer;
import org.twosource.app.store.Store;
import org.twosource.app.store.StorePlace;
import org.twosource.report.Report;

/**
 * A backup that is taken while reports come in is one state of the store; filled up with the rest,
 * and made again by one thread or four, it gives the digest of the store that it was taken of.
 */
class BackupWhileImportingTest {
  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-03-10T08:00:00Z"), ZoneOffset.UTC);
  private static final int EVENTS = 40;
  private static final int GROUP = 6;

  @TempDir Path folder;

  private static StoryService open(StorePlace place, int threads) {
    return new StoryService(place.open(), new Derived(place.folder()), CLOCK, threads);
  }

  @Test
  void ofAFolder() throws Exception {
    backup(StorePlace.in(folder.resolve("store")), StorePlace.in(folder.resolve("restored")));
  }

  @Test
  void ofADatabase() throws Exception {
    backup(
        StorePlace.at(PostgresServer.freshSchema(), folder.resolve("beside")),
        StorePlace.at(PostgresServer.freshSchema(), folder.resolve("beside-restored")));
  }

  private void backup(StorePlace place, StorePlace restored) throws Exception {
    List<Report> reports = Events.reports(EVENTS);
    Path file = folder.resolve("b.db");
    CountDownLatch begun = new CountDownLatch(4);
    String digest;
    try (StoryService service = open(place, 1);
        ExecutorService other = Executors.newSingleThreadExecutor()) {
      Future<Boolean> copied =
          other.submit(
              () -> {
                boolean isBegun = begun.await(2, TimeUnit.MINUTES);
                try (Store reader = place.openToRead()) {
                  reader.backup(file);
                }
                return isBegun;
              });
      for (int from = 0; from < reports.size(); from += GROUP) {
        StoryServiceTest.accept(
            service, reports.subList(from, Math.min(reports.size(), from + GROUP)));
        begun.countDown();
      }
      assertThat(copied.get(2, TimeUnit.MINUTES)).isTrue();
      digest = StoryService.digest(service.store());
      assertThat(service.rebuild(Progress.NONE)).isEqualTo(digest);
      assertThat(service.rebuild(Progress.NONE)).isEqualTo(digest);
    }
    restored.restore(file);
    for (int threads : new int[] {1, 4}) {
      try (StoryService service = open(restored, threads)) {
        if (threads == 1) {
          int there = service.store().read(Store.View::pages).size();
          System.out.printf("backup of %d of %d reports%n", there, reports.size());
          assertThat(there).isBetween(GROUP, reports.size());
          assertThat(service.store().verify(true)).isEmpty();
          StoryServiceTest.accept(service, reports);
        }
        assertThat(StoryService.digest(service.store())).isEqualTo(digest);
        assertThat(service.rebuild(Progress.NONE)).isEqualTo(digest);
        assertThat(service.store().verify(true)).isEmpty();
      }
    }
  }
}
