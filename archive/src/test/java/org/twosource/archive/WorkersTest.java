package org.twosource.archive;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.twosource.report.Reading;
import org.twosource.report.Report;

/** A master and two workers, each a process on this machine. */
class WorkersTest {
  private static final int REPORTS = 200;
  private static final List<String> KILLED_IN = List.of("work/shared", "work/copying");

  @TempDir static Path folder;

  private final List<Process> processes = new ArrayList<>();
  private final AtomicInteger kills = new AtomicInteger();
  private SparkSession spark;

  @BeforeEach
  void start() throws Exception {
    int port;
    try (ServerSocket free = new ServerSocket(0)) {
      port = free.getLocalPort();
    }
    String master = "spark://127.0.0.1:" + port;
    start("master.Master", "--host", "127.0.0.1", "--port", "" + port);
    for (int worker = 0; worker < 2; worker++) {
      start(
          "worker.Worker",
          "--host",
          "127.0.0.1",
          "--cores",
          "1",
          "--memory",
          "1g",
          "--work-dir",
          folder.resolve("worker" + worker).toString(),
          master);
    }
    spark =
        LocalSpark.small(master)
            .config("spark.driver.host", "127.0.0.1")
            .config("spark.shuffle.io.maxRetries", "1")
            .config("spark.shuffle.io.retryWait", "1s")
            .config("spark.executor.memory", "700m")
            .config("spark.executor.extraClassPath", System.getProperty("java.class.path"))
            .config("spark.executor.extraJavaOptions", "-XX:TieredStopAtLevel=1")
            .getOrCreate();
  }

  private void start(String main, String... arguments) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(ProcessHandle.current().info().command().orElseThrow());
    command.add("@" + Path.of(System.getProperty("twosource.home"), "archive/jvm.options"));
    command.addAll(
        List.of(
            "-Xmx300m", "-XX:TieredStopAtLevel=1", "-cp", System.getProperty("java.class.path")));
    command.add("org.apache.spark.deploy." + main);
    command.addAll(List.of("--webui-port", "0"));
    command.addAll(List.of(arguments));
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().put("SPARK_HOME", home().toString());
    builder
        .environment()
        .put("SPARK_SCALA_VERSION", "2.13"); // else it is looked for in a build tree
    builder.environment().put("SPARK_LOCAL_IP", "127.0.0.1");
    builder.redirectErrorStream(true);
    builder.redirectOutput(ProcessBuilder.Redirect.appendTo(folder.resolve("log").toFile()));
    processes.add(builder.start());
  }

  /** Where workers look for the jars of Spark: links to those of this test. */
  private static Path home() throws IOException {
    Path jars = folder.resolve("spark/jars");
    if (!Files.exists(jars)) {
      Files.createDirectories(jars);
      for (String entry : System.getProperty("java.class.path").split(File.pathSeparator)) {
        Path jar = Path.of(entry);
        if (entry.endsWith(".jar")) {
          Files.createSymbolicLink(jars.resolve(jar.getFileName()), jar);
        }
      }
    }
    return folder.resolve("spark");
  }

  @AfterEach
  void stop() throws Exception {
    spark.stop();
    for (Process process : processes.reversed()) {
      process.destroy();
      assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
    }
  }

  @Test
  void killedExecutorsChangeNothing() throws Exception {
    List<Report> reports = MadeUpArchive.reports(REPORTS, 7);
    Path in = folder.resolve("in");
    MadeUpArchive.write(reports, in, 3);
    Path out = folder.resolve("out");
    Job.run(
        spark,
        new JobOptions(
            List.of(in.toString()),
            new JobOptions.Output(out.toString(), false, List.of("parquet", "jsonl")),
            new JobOptions.Division(4, 2, 50_000),
            Tier.WORDS,
            JobOptions.Extras.NONE),
        (stage, kept) -> {
          if (KILLED_IN.contains(stage)) {
            Thread.ofVirtual().start(this::kill);
          }
        });
    assertThat(kills).hasPositiveValue();
    assertThat(Answer.of(out))
        .isEqualTo(Answer.of(OneProcess.byWords(new Reading(reports, List.of()))));
  }

  /** Ends an executor of one of the workers, in turn. */
  private void kill() {
    Process worker = processes.get(1 + kills.get() % 2);
    worker
        .children()
        .findFirst()
        .filter(ProcessHandle::destroyForcibly)
        .ifPresent(gone -> kills.incrementAndGet());
  }
}
