package org.twosource.bench.speed;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** Runs {@code ./twosource} as a user does, in a process of its own, and says what it cost. */
final class Command {
  private static final Path LAUNCHER = Path.of("twosource").toAbsolutePath();
  private static final long POLL_MILLIS = 10;

  private Command() {}

  /**
   * What one process took.
   *
   * @param wall seconds from start to end
   * @param cpu seconds of all its threads, up to {@value #POLL_MILLIS} ms before the end
   * @param resident the most memory resident at once, in MB; 0 where the system does not tell
   */
  record Cost(double wall, double cpu, double resident) {}

  /** The cost of the fastest of some runs: what else the machine does only ever adds. */
  static Cost best(int runs, Map<String, String> environment, String... arguments)
      throws IOException {
    List<Cost> costs = new ArrayList<>();
    for (int run = 0; run < runs; run++) {
      costs.add(run(environment, arguments));
    }
    return costs.stream().min(Comparator.comparingDouble(Cost::wall)).orElseThrow();
  }

  static Cost run(Map<String, String> environment, String... arguments) throws IOException {
    List<String> words = new ArrayList<>(List.of(LAUNCHER.toString()));
    words.addAll(Arrays.asList(arguments));
    ProcessBuilder builder = new ProcessBuilder(words);
    builder.environment().putAll(environment);
    builder.redirectOutput(ProcessBuilder.Redirect.DISCARD);
    builder.redirectError(ProcessBuilder.Redirect.DISCARD);
    long start = System.nanoTime();
    Process process = builder.start();
    double resident = 0;
    Duration cpu = Duration.ZERO;
    while (process.isAlive()) {
      resident = Math.max(resident, resident(process.pid()));
      cpu = process.info().totalCpuDuration().orElse(cpu);
      pause();
    }
    double wall = (System.nanoTime() - start) / 1e9;
    if (process.exitValue() != 0) {
      throw new IOException(String.join(" ", words) + " answered " + process.exitValue());
    }
    return new Cost(wall, cpu.toMillis() / 1e3, resident);
  }

  private static void pause() throws IOException {
    try {
      Thread.sleep(POLL_MILLIS);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted while a command ran", interrupted);
    }
  }

  /** The peak so far, from the system's own account of the process. */
  private static double resident(long pid) {
    Path status = Path.of("/proc", Long.toString(pid), "status");
    try {
      return Files.readAllLines(status).stream()
          .filter(line -> line.startsWith("VmHWM:"))
          .mapToDouble(line -> Double.parseDouble(line.replaceAll("\\D", "")) / 1024)
          .findFirst()
          .orElse(0);
    } catch (IOException ended) {
      return 0;
    }
  }
}
