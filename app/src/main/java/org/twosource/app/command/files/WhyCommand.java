package org.twosource.app.command.files;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.twosource.app.command.ExitStatus;
import org.twosource.brief.Account;
import org.twosource.brief.render.AccountReader;
import org.twosource.brief.render.WhyRenderer;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/**
 * {@code twosource why}: the evidence behind one finding of the last run, down to the characters.
 * It reads the result that {@code read} left beside its page, so nothing is computed anew.
 */
@Command(
    name = "why",
    description =
        "Prints the evidence behind a claim (c1), family (f1), distortion (d1) or line of the brief (l1).",
    mixinStandardHelpOptions = true)
public final class WhyCommand implements Callable<Integer> {
  @Spec @Nullable CommandSpec spec;

  @Parameters(
      paramLabel = "ID",
      description =
          "A label (c1, f1, d1, l1) or an id (c-3fa91b7c); with several stories 2/c1 is the one of the second.")
  String id = "";

  @Option(
      names = "--from",
      paramLabel = "FILE",
      description = "A result written by read (default: ${DEFAULT-VALUE}).")
  Path from = Path.of("twosource-out", "result.json");

  @Override
  public Integer call() throws IOException {
    if (!Files.isReadable(from)) {
      throw new ParameterException(
          line(),
          "there is no result at " + from + "; run twosource read first, or name one with --from");
    }
    try {
      new WhyRenderer(id).render(account(), System.out);
    } catch (IllegalArgumentException notThere) {
      throw new ParameterException(line(), notThere.getMessage() + " (in " + from + ")", notThere);
    }
    return ExitStatus.READ;
  }

  private Account account() throws IOException {
    try (InputStream in = Files.newInputStream(from)) {
      return new AccountReader().read(in);
    } catch (IOException unreadable) {
      throw new IOException(
          "cannot read " + from + ": " + unreadable.getMessage() + "; twosource read makes it anew",
          unreadable);
    }
  }

  private CommandLine line() {
    return Objects.requireNonNull(spec).commandLine();
  }
}
