package org.twosource.app.command.store;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.twosource.Progress;
import org.twosource.app.command.ExitStatus;
import org.twosource.app.command.Json;
import org.twosource.app.command.JsonOption;
import org.twosource.app.command.LimitOption;
import org.twosource.app.command.Plain;
import org.twosource.app.command.StoreOption;
import org.twosource.app.command.Terminal;
import org.twosource.app.command.TerminalProgress;
import org.twosource.app.command.Usage;
import org.twosource.app.desk.Acknowledged;
import org.twosource.app.desk.Importer;
import org.twosource.app.desk.StoryService;
import org.twosource.app.store.Outcome;
import org.twosource.app.watch.Courier;
import org.twosource.report.InputReader;
import org.twosource.report.Limits;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code twosource import}: everything under the inputs into the store, once. */
@Command(
    name = "import",
    description =
        "Keeps every report under the inputs in a store. Safe to run again: what is known is not"
            + " stored twice.",
    mixinStandardHelpOptions = true)
public final class ImportCommand implements Callable<Integer> {
  @Spec @Nullable CommandSpec spec;
  @Mixin StoreOption store = new StoreOption();

  @Parameters(
      arity = "1..*",
      paramLabel = "INPUT",
      description = "Files, folders or archives; the format is recognised from the content.")
  List<Path> inputs = List.of();

  @Mixin JsonOption json = new JsonOption();

  @Option(
      names = "--receipts",
      paramLabel = "FILE",
      description =
          "Write a line of JSON for every input, after it is safely on the disk; - is standard"
              + " output.")
  @Nullable String receipts;

  @Option(
      names = "--raw-keep",
      paramLabel = "WHAT",
      description =
          "Which bytes are kept as received: all, text (none, but what was read from them), or 90d"
              + " (those of the last 90 days). Remembered by the store; all at first.")
  @Nullable String rawKeep;

  @Mixin LimitOption limits = new LimitOption();

  @Option(names = "--quiet", description = "Print nothing but the last line and errors.")
  boolean quiet;

  @Override
  public Integer call() throws IOException {
    InputReader reader =
        new InputReader(limits.in(Limits.standard().with("reports", Integer.MAX_VALUE)));
    TerminalProgress progress = new TerminalProgress(System.err);
    boolean watched = !quiet && Terminal.isError();
    try (StoryService service = store.write();
        Receipts told = receipts == null ? null : new Receipts(receipts)) {
      keepRaw(service);
      long[] done = {0};
      Importer importer =
          new Importer(
              service,
              one -> {
                if (told != null) {
                  told.write(one);
                }
                done[0]++;
                if (watched) {
                  progress.show("imported " + done[0]);
                }
              });
      reader.read(inputs, importer);
      importer.finish();
      service.letGoOfRaw();
      if (service.isBehind() || !service.isSettled()) {
        service.place(watched ? progress : Progress.NONE);
      }
      try (Courier courier = new Courier(service.store(), Clock.systemUTC())) {
        courier.deliver();
      }
      progress.finish();
      return tell(importer);
    } finally {
      progress.finish();
    }
  }

  private int tell(Importer importer) throws IOException {
    PrintWriter err = java.util.Objects.requireNonNull(spec).commandLine().getErr();
    importer
        .missing()
        .forEach(
            bad ->
                err.println(
                    "twosource: " + Plain.line(bad.source()) + ": " + Plain.line(bad.reason())));
    err.flush();
    Map<Outcome, Long> counts = importer.counts();
    String line = line(counts);
    boolean toStandardOutput = json.isOnStandardOutput() || "-".equals(receipts);
    json.write(object(counts));
    if (toStandardOutput) {
      err.println(line);
      err.flush();
    } else {
      System.out.println(line);
    }
    boolean nothing = counts.values().stream().allMatch(count -> count == 0);
    return nothing ? ExitStatus.NOTHING_READ : ExitStatus.READ;
  }

  static String line(Map<Outcome, Long> counts) {
    return "stored "
        + counts.get(Outcome.STORED)
        + ", versions "
        + counts.get(Outcome.VERSION_OF)
        + ", duplicates "
        + counts.get(Outcome.DUPLICATE_OF)
        + ", quarantined "
        + counts.get(Outcome.QUARANTINED);
  }

  static ObjectNode object(Map<Outcome, Long> counts) {
    ObjectNode object = Json.object();
    object.put("stored", counts.get(Outcome.STORED));
    object.put("versions", counts.get(Outcome.VERSION_OF));
    object.put("duplicates", counts.get(Outcome.DUPLICATE_OF));
    object.put("quarantined", counts.get(Outcome.QUARANTINED));
    return object;
  }

  private void keepRaw(StoryService service) {
    if (rawKeep == null) {
      return;
    }
    try {
      service.setRawKept(rawKeep);
    } catch (IllegalArgumentException wrong) {
      throw Usage.wrong(spec, "--raw-keep: " + wrong.getMessage());
    }
  }

  /** Writes receipts as they are given, each line at once. */
  private static final class Receipts implements AutoCloseable {
    private final java.io.PrintStream out;
    private final boolean isStandardOutput;

    Receipts(String target) throws IOException {
      isStandardOutput = target.equals("-");
      out =
          isStandardOutput
              ? System.out
              : new java.io.PrintStream(
                  java.nio.file.Files.newOutputStream(Path.of(target)),
                  true,
                  java.nio.charset.StandardCharsets.UTF_8);
    }

    void write(Acknowledged one) {
      ObjectNode line = Json.object();
      line.put("receipt", one.receipt().seq());
      line.put("key", one.receipt().key());
      line.put("source", one.receipt().origin().source());
      line.put("outcome", one.outcome().label());
      one.receipt().report().ifPresent(report -> line.put("report", report));
      one.receipt().reason().ifPresent(reason -> line.put("reason", reason));
      out.println(Json.line(line));
    }

    @Override
    public void close() {
      if (isStandardOutput) {
        out.flush();
      } else {
        out.close();
      }
    }
  }
}
