package org.twosource.app.command;

import java.io.IOException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.twosource.Pipeline;
import org.twosource.app.store.Outcome;
import org.twosource.app.store.Store;
import org.twosource.app.store.StoreException;
import org.twosource.app.store.StorePlace;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code twosource doctor}: what could be wrong with the machine and the store. */
@Command(
    name = "doctor",
    description =
        "Looks at the disk, the clock, the versions and the store, and says what is wrong.",
    mixinStandardHelpOptions = true)
public final class DoctorCommand implements Callable<Integer> {
  private static final long LITTLE = 1L << 30;

  @Mixin StoreOption store = new StoreOption();

  private int troubles;

  @Override
  public Integer call() {
    StorePlace place = store.place();
    say(true, "twosource " + Pipeline.VERSION + ", Java " + Runtime.version());
    clock();
    temporaryFolder();
    disk(place.folder());
    try (Store open = place.openToRead()) {
      Map<Outcome, Long> outcomes = open.read(Store.View::outcomes);
      StringBuilder counts = new StringBuilder();
      outcomes.forEach(
          (outcome, count) ->
              counts.append(", ").append(outcome.label()).append(" ").append(count));
      say(true, "store " + place + ": receipts" + counts.substring(1));
      long behind =
          open.read(
              view -> view.lastReceipt() - view.setting("placed").map(Long::parseLong).orElse(0L));
      say(
          behind == 0,
          behind == 0
              ? "all reports are in their stories"
              : behind + " receipts are not placed yet: the next import, or rebuild, does it");
      var breaches = open.verify(false);
      say(
          breaches.isEmpty(),
          breaches.isEmpty()
              ? "the invariants hold (twosource verify checks every byte)"
              : breaches.size() + " invariants are broken: run twosource verify");
    } catch (StoreException failure) {
      say(false, String.valueOf(failure.getMessage()));
    }
    try {
      say(
          true,
          place.writer().map(process -> process + " writes it now").orElse("nobody writes it now"));
    } catch (StoreException failure) {
      say(false, String.valueOf(failure.getMessage()));
    }
    return troubles == 0 ? ExitStatus.READ : ExitStatus.BROKEN;
  }

  private void clock() {
    boolean plausible = Instant.now().isAfter(Instant.parse("2026-01-01T00:00:00Z"));
    say(plausible, "clock " + Instant.now() + (plausible ? "" : ": set it, receipts carry it"));
  }

  /** SQLite and zstd unpack their native code there and run it. */
  private void temporaryFolder() {
    Path folder =
        Path.of(System.getProperty("org.sqlite.tmpdir", System.getProperty("java.io.tmpdir")));
    try {
      Path script = Files.createTempFile(folder, "twosource", ".sh");
      try {
        Files.writeString(script, "#!/bin/sh\nexit 0\n");
        Files.setPosixFilePermissions(script, PosixFilePermissions.fromString("rwx------"));
        int status = new ProcessBuilder(script.toString()).start().waitFor();
        say(status == 0, "programs may run in " + folder);
      } finally {
        Files.deleteIfExists(script);
      }
    } catch (IOException | UnsupportedOperationException notRun) {
      say(
          false,
          folder
              + " lets no program run (mounted noexec?): set"
              + " TWOSOURCE_JAVA_OPTS=\"-Djava.io.tmpdir=DIR -Dorg.sqlite.tmpdir=DIR\"");
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  private void disk(Path folder) {
    try {
      Path there = folder.toAbsolutePath();
      while (there != null && !Files.exists(there)) {
        there = there.getParent();
      }
      FileStore disk = Files.getFileStore(there == null ? Path.of("/") : there);
      long free = disk.getUsableSpace();
      say(
          free > LITTLE,
          String.format(Locale.ROOT, "%,d MB free on the disk of the store", free >> 20)
              + (free > LITTLE ? "" : ": less than a gigabyte, make room"));
    } catch (IOException failure) {
      say(false, "the disk of " + folder + " cannot be asked: " + failure.getMessage());
    }
  }

  private void say(boolean fine, String what) {
    troubles += fine ? 0 : 1;
    System.out.println((fine ? "ok       " : "trouble  ") + Plain.line(what));
  }
}
