package org.twosource.bench.mutants;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** A process of {@link WarmRun}, which is started when it is asked and again after it was ended. */
final class WarmProcess implements AutoCloseable {
  /** What tests say of a mutant. */
  enum Verdict {
    PASSED,
    FAILED,
    /** Only a process of its own can say. */
    UNKNOWN
  }

  private static final int WAIT_MILLIS = 100;

  private final List<String> command;
  private final Path folder;
  private final List<Running> running = new ArrayList<>(1);

  private record Running(Process process, Writer orders, BufferedReader answers) {}

  /**
   * @param command that runs {@link WarmRun}
   * @param folder to run it in
   */
  WarmProcess(List<String> command, Path folder) {
    this.command = List.copyOf(command);
    this.folder = folder;
  }

  /**
   * Runs tests against the changed classes of a folder. A test that fails is run again without
   * them: a process in which it still fails was changed by what ran in it and is ended.
   *
   * @param most CPU time for all tests; tests that take longer have failed
   */
  Verdict verdict(Path classes, List<String> tests, Duration most)
      throws IOException, InterruptedException {
    if (!ask("swap " + classes.toAbsolutePath(), most).equals(WarmRun.DONE)) {
      end();
      return Verdict.UNKNOWN;
    }
    String answer = ask("run " + String.join(" ", tests), most);
    if (running.isEmpty()) {
      return Verdict.FAILED;
    }
    if (!ask("restore", most).equals(WarmRun.DONE)) {
      end();
    }
    if (answer.equals(WarmRun.PASSED)) {
      return Verdict.PASSED;
    }
    String failed = answer.substring(WarmRun.FAILED.length());
    if (ask("run " + failed, most).equals(WarmRun.PASSED)) {
      return Verdict.FAILED;
    }
    end();
    return Verdict.UNKNOWN;
  }

  /** The answer to an order; empty when the process took too long or broke, and was ended. */
  private String ask(String order, Duration most) throws IOException, InterruptedException {
    Running asked = running();
    Duration before = used(asked.process());
    CompletableFuture<String> answer = CompletableFuture.supplyAsync(() -> said(asked, order));
    while (true) {
      try {
        return answer.get(WAIT_MILLIS, TimeUnit.MILLISECONDS);
      } catch (TimeoutException notYet) {
        if (used(asked.process()).minus(before).compareTo(most) > 0) {
          end();
          return "";
        }
      } catch (ExecutionException broken) {
        end();
        return "";
      }
    }
  }

  private static String said(Running asked, String order) {
    try {
      asked.orders().write(order + "\n");
      asked.orders().flush();
      String answer = asked.answers().readLine();
      if (answer == null) {
        throw new IOException("the process ended at: " + order);
      }
      return answer;
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  private static Duration used(Process process) {
    return process.info().totalCpuDuration().orElse(Duration.ZERO);
  }

  private Running running() throws IOException {
    if (running.isEmpty()) {
      Process process =
          new ProcessBuilder(command)
              .directory(folder.toFile())
              .redirectError(ProcessBuilder.Redirect.DISCARD)
              .start();
      running.add(
          new Running(
              process,
              process.outputWriter(StandardCharsets.UTF_8),
              new BufferedReader(
                  new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))));
    }
    return running.getFirst();
  }

  private void end() {
    running.forEach(one -> one.process().destroyForcibly());
    running.clear();
  }

  @Override
  public void close() {
    end();
  }
}
