package org.twosource.app.command.files;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.twosource.Options;
import org.twosource.Pipeline;
import org.twosource.Progress;
import org.twosource.annotate.Annotated;
import org.twosource.app.command.ExitStatus;
import org.twosource.app.command.FetchOptions;
import org.twosource.app.command.Plain;
import org.twosource.app.command.Reason;
import org.twosource.app.command.Terminal;
import org.twosource.app.command.TerminalProgress;
import org.twosource.app.decision.Decision;
import org.twosource.app.fetch.Fetcher;
import org.twosource.app.fetch.NamedInputs;
import org.twosource.brief.Account;
import org.twosource.report.InputReader;
import org.twosource.report.Limits;
import org.twosource.report.NamedInput;
import org.twosource.report.Reading;
import org.twosource.report.Unreadable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code twosource read}: reports in, one sourced account out. */
@Command(
    name = "read",
    description =
        "Reads every report under the inputs and tells what they say, and who copied whom. Pages"
            + " and feeds may be named by their address and are fetched once.",
    mixinStandardHelpOptions = true)
public final class ReadCommand implements Callable<Integer> {
  private static final int MAX_UNREADABLE_SHOWN = 20;

  @Spec @Nullable CommandSpec spec;

  @Parameters(
      arity = "0..*",
      paramLabel = "INPUT",
      description =
          "Files, folders, archives or addresses (https://...); the format is recognised from the"
              + " content.")
  List<String> inputs = List.of();

  @Option(
      names = "--links",
      paramLabel = "FILE",
      description =
          "Also read what this file names: an address, file or folder a line, # before remarks; - is"
              + " standard input. May be repeated.")
  List<String> links = List.of();

  @Mixin FetchOptions fetching = new FetchOptions();
  @Mixin ReadingOptions reading = new ReadingOptions();
  @Mixin DecisionOptions deciding = new DecisionOptions();
  @Mixin RewriteOptions rewriting = new RewriteOptions();
  @Mixin ResultOptions results = new ResultOptions();

  @Override
  public Integer call() throws IOException {
    NamedInputs named = named();
    results.check(paths(named));
    fetching.limits();
    rewriting.check(reading.until);
    Options options = reading.options(this::say);
    Optional<List<Decision>> decisions = deciding.all(this::say);
    if (decisions.isEmpty()) {
      return ExitStatus.WRONG_USAGE;
    }
    Account account =
        account(
            named,
            options
                .withStories(Decision.stories(decisions.get()))
                .withClaims(Decision.claims(decisions.get())));
    deciding.keep(account.reports().stream().map(Annotated::report).toList());
    DecisionEffects.in(account, decisions.get()).forEach(this::say);
    results.write(account, reading.until);
    if (account.reports().isEmpty()) {
      sayWhyNothingWasRead(account.unreadable());
      return ExitStatus.NOTHING_READ;
    }
    return ExitStatus.READ;
  }

  /** The inputs with those that files of links name; each has a name. */
  private NamedInputs named() {
    List<String> all = new ArrayList<>(inputs);
    for (String file : links) {
      all.addAll(linked(file));
    }
    if (all.isEmpty()) {
      throw wrong("what shall be read? Name files, folders or addresses, or --links FILE");
    }
    if (all.stream().anyMatch(String::isBlank)) {
      throw wrong("an input without a name; . is the current folder");
    }
    return new NamedInputs(all);
  }

  private List<String> linked(String file) {
    try {
      String text =
          file.equals("-")
              ? new String(System.in.readAllBytes(), StandardCharsets.UTF_8)
              : Files.readString(Path.of(file));
      return text.lines()
          .map(one -> one.replace("\ufeff", "").strip())
          .filter(one -> !one.isEmpty() && !one.startsWith("#"))
          .toList();
    } catch (IOException unreadable) {
      throw wrong("--links: cannot read " + Reason.of(unreadable));
    }
  }

  private List<Path> paths(NamedInputs named) {
    try {
      return named.paths();
    } catch (InvalidPathException noPath) {
      throw wrong("an input that is no name of a file: " + noPath);
    }
  }

  private Account account(NamedInputs named, Options options) {
    boolean watched = !results.quiet && Terminal.isError();
    TerminalProgress shown = new TerminalProgress(System.err);
    try {
      Pipeline pipeline = Pipeline.standard(options, watched ? shown : Progress.NONE);
      Reading read = read(named, options.limits(), watched ? shown : null);
      deciding.checkReports(read.reports());
      Account account = pipeline.read(read);
      shown.finish();
      return rewriting.rewritten(account, pipeline, this::say);
    } finally {
      shown.finish();
    }
  }

  private Reading read(NamedInputs named, Limits limits, @Nullable TerminalProgress shown) {
    InputReader reader = new InputReader(limits);
    if (!named.hasAddress()) {
      return reader.read(named.paths());
    }
    try (Fetcher fetcher = fetching.open()) {
      List<NamedInput> sources =
          named.sources(
              fetcher,
              done -> {
                if (shown != null) {
                  shown.show("fetched " + done);
                }
              });
      return NamedInputs.advised(reader.readAll(sources), sources);
    }
  }

  private void say(String text) {
    line().getErr().println("twosource: " + Plain.line(text));
    line().getErr().flush();
  }

  private void sayWhyNothingWasRead(List<Unreadable> unreadable) {
    PrintWriter err = line().getErr();
    err.println("twosource: no report could be read");
    unreadable.stream()
        .limit(MAX_UNREADABLE_SHOWN)
        .forEach(
            bad -> err.println("  " + Plain.line(bad.source()) + ": " + Plain.line(bad.reason())));
    if (unreadable.isEmpty()) {
      err.println("  the inputs hold no file; name a folder or files with reports");
    }
    err.flush();
  }

  private ParameterException wrong(String message) {
    return new ParameterException(line(), message);
  }

  private CommandLine line() {
    return Objects.requireNonNull(spec).commandLine();
  }
}
