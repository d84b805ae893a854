package org.twosource.app.serve;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.twosource.app.OwnProcess;
import org.twosource.app.desk.ManyReports;
import org.twosource.app.store.SqliteStore;
import org.twosource.app.store.Store;

/**
 * A store of as many made-up reports as asked for, imported by the program in a process of its own;
 * one that lies there with at least as many is taken as it is. Its index of words is made, too.
 */
final class GrownStore {
  private final Path folder;
  private final long importCpuSeconds;
  private long next;

  private GrownStore(Path folder, long importCpuSeconds, long next) {
    this.folder = folder;
    this.importCpuSeconds = importCpuSeconds;
    this.next = next;
  }

  static GrownStore of(Path folder, long reports) throws IOException, InterruptedException {
    long there = SqliteStore.isAt(folder) ? count(folder) : 0;
    if (there >= reports) {
      return new GrownStore(folder, 0, there);
    }
    Path input = folder.resolveSibling(folder.getFileName() + "-input");
    ManyReports.write(input, reports);
    long cpu =
        run(List.of("import", "--quiet", "--store", folder.toString(), input.toString()))
            + run(List.of("search", "--store", folder.toString(), "nothing"));
    try (var files = Files.list(input)) {
      for (Path file : files.toList()) {
        Files.delete(file);
      }
    }
    Files.delete(input);
    return new GrownStore(folder, cpu, count(folder));
  }

  private static long count(Path folder) {
    try (Store store = SqliteStore.openToRead(folder)) {
      return store.read(Store.View::lastReceipt);
    }
  }

  /** Answers its seconds of CPU. */
  private static long run(List<String> arguments) throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(OwnProcess.command(List.of("-Xmx4g", "-XX:+UseSerialGC"), arguments))
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    Duration cpu = Duration.ZERO;
    while (!process.waitFor(200, TimeUnit.MILLISECONDS)) {
      cpu = process.info().totalCpuDuration().orElse(cpu);
    }
    return cpu.toSeconds();
  }

  Path folder() {
    return folder;
  }

  long reports() {
    return next;
  }

  /** Of import and index; 0 where the store lay there. */
  long importCpuSeconds() {
    return importCpuSeconds;
  }

  /** Further reports, as lines. */
  String next(int count) {
    StringBuilder lines = new StringBuilder();
    for (int i = 0; i < count; i++) {
      lines.append(ManyReports.line(next++)).append('\n');
    }
    return lines.toString();
  }
}
