package org.twosource.app.command;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.twosource.app.desk.Settling;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** When stories are settled that reports arrive in. */
public final class SettlingOptions {
  private static final Settling.Times STANDARD = Settling.Times.standard();

  @Spec(Spec.Target.MIXEE)
  @Nullable CommandSpec spec;

  @Option(
      names = "--settle-after",
      paramLabel = "SECONDS",
      description =
          "Put stories into order and count the sources of large ones anew after this time without"
              + " a report (default: ${DEFAULT-VALUE}).")
  long afterSeconds = STANDARD.quiet().toSeconds();

  @Option(
      names = "--settle-within",
      paramLabel = "SECONDS",
      description =
          "The same where reports come all the time: begin at the latest this long after the first"
              + " (default: ${DEFAULT-VALUE}).")
  long withinSeconds = STANDARD.longest().toSeconds();

  public Settling.Times times() {
    try {
      return new Settling.Times(
          Duration.ofSeconds(afterSeconds), Duration.ofSeconds(withinSeconds));
    } catch (IllegalArgumentException wrong) {
      throw Usage.wrong(spec, "--settle-after, --settle-within: " + wrong.getMessage());
    }
  }
}
