package org.twosource.app.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.twosource.Progress;
import org.twosource.app.Run;
import org.twosource.app.command.ExitStatus;
import org.twosource.app.store.PostgresServer;
import org.twosource.app.store.Store;
import org.twosource.app.store.StorePlace;
import org.twosource.app.store.StoredStory;
import org.twosource.report.Report;

/** The same reports in a folder and in a database. */
class TwoKindsOfStoreTest {
  private static final Path SAMPLE =
      Path.of(System.getProperty("twosource.home", ".."), "samples", "harbour");

  /** Three reports each; {@code -Dtwo.stores.events=3334} for ten thousand reports. */
  private static final int EVENTS = Integer.getInteger("two.stores.events", 340);

  private static final int GROUP = 600;

  @TempDir Path folder;

  @Test
  void aThousandReportsGiveTheSameStoriesAndDigest() {
    StorePlace database = StorePlace.at(PostgresServer.freshSchema(), folder.resolve("beside"));
    StorePlace files = StorePlace.in(folder.resolve("store"));
    List<Report> reports = Events.varied(EVENTS);
    try (StoryService one = StoryService.open(files);
        StoryService other = StoryService.open(database)) {
      for (int from = 0; from < reports.size(); from += GROUP) {
        List<Report> some = reports.subList(from, Math.min(reports.size(), from + GROUP));
        assertThat(StoryServiceTest.accept(other, some))
            .isEqualTo(StoryServiceTest.accept(one, some));
      }
      String digest = StoryService.digest(one.store());
      List<StoredStory> stories = one.store().read(Store.View::stories);
      assertThat(stories).hasSizeGreaterThan(EVENTS / 2);
      assertThat(other.store().read(Store.View::stories)).isEqualTo(stories);
      assertThat(StoryService.digest(other.store())).isEqualTo(digest);
      assertThat(other.rebuild(Progress.NONE)).isEqualTo(digest);
      assertThat(other.store().verify(true)).isEmpty();
      other.store().backup(folder.resolve("b.db"));
      System.out.printf("reports %d, digest %s on both%n", reports.size(), digest);
    }
    StorePlace restored = StorePlace.in(folder.resolve("restored"));
    restored.restore(folder.resolve("b.db"));
    try (StoryService one = StoryService.open(files);
        StoryService third = StoryService.open(restored)) {
      assertThat(StoryService.digest(third.store())).isEqualTo(StoryService.digest(one.store()));
    }
  }

  @Test
  void theCommandsTakeTheAddressOfADatabase() {
    String url = PostgresServer.freshSchema();
    assertThat(run(url, "import", SAMPLE.toString()).strip())
        .isEqualTo("stored 6, versions 0, duplicates 0, quarantined 0");
    String digest = run(url, "verify");
    assertThat(digest).startsWith("ok, digest ");
    assertThat(Run.of("import", "--store", inFolder(), SAMPLE.toString()).status()).isZero();
    assertThat(Run.of("verify", "--store", inFolder()).out()).isEqualTo(digest);
    assertThat(run(url, "stories")).contains("6 reports");
    assertThat(run(url, "search", "strike")).isNotBlank();
    assertThat(run(url, "doctor"))
        .contains("nobody writes it now")
        .contains("all reports are in their stories");
    String backup = folder.resolve("backup.db").toString();
    run(url, "backup", backup);
    assertThat(run(PostgresServer.freshSchema(), "restore", backup))
        .isEqualTo("restored" + digest.substring(2));
    try (StoryService writing = StoryService.open(StorePlace.at(url, folder.resolve("beside")))) {
      Run second = Run.of("import", "--store", url, "--beside", beside(), SAMPLE.toString());
      assertThat(second.status()).isEqualTo(ExitStatus.IN_USE);
      assertThat(second.err()).contains("process " + ProcessHandle.current().pid());
      assertThat(run(url, "doctor")).contains("process " + ProcessHandle.current().pid());
      assertThat(writing.isBehind()).isFalse();
    }
    Run wrong = Run.of("stories", "--store", "jdbc:mysql://127.0.0.1/x");
    assertThat(wrong.status()).isEqualTo(ExitStatus.WRONG_USAGE);
    assertThat(wrong.err()).contains("jdbc:postgresql:");
  }

  private String inFolder() {
    return folder.resolve("in-folder").toString();
  }

  private String beside() {
    return folder.resolve("beside").toString();
  }

  private String run(String url, String... arguments) {
    List<String> all =
        Stream.concat(Stream.of(arguments), Stream.of("--store", url, "--beside", beside()))
            .toList();
    Run run = Run.of(all.toArray(String[]::new));
    assertThat(run.status()).as(run.err() + run.out()).isZero();
    return run.out();
  }
}
