package org.twosource.app.command.desk;

import java.time.Duration;
import org.twosource.app.serve.DeskOptions;
import picocli.CommandLine.Option;

/** How much the desk takes and holds, and how long it waits. */
final class DeskLimitOptions {
  private static final DeskOptions.DeskLimits STANDARD = DeskOptions.DeskLimits.standard();

  @Option(
      names = "--body-bytes",
      paramLabel = "N",
      description = "The longest request taken (default: ${DEFAULT-VALUE}).")
  long bodyBytes = STANDARD.bodyBytes();

  @Option(
      names = "--kept-bytes",
      paramLabel = "N",
      description = "Accounts of stories held in memory, as JSON (default: ${DEFAULT-VALUE}).")
  long keptBytes = STANDARD.keptBytes();

  @Option(
      names = "--patience",
      paramLabel = "MILLIS",
      description =
          "How long a page waits for an analysis before it says that it is under way"
              + " (default: ${DEFAULT-VALUE}).")
  long patienceMillis = STANDARD.patience().toMillis();

  @Option(
      names = "--api-patience",
      paramLabel = "MILLIS",
      description =
          "The same for programs, which are then told when to come back"
              + " (default: ${DEFAULT-VALUE}).")
  long apiPatienceMillis = STANDARD.apiPatience().toMillis();

  @Option(
      names = "--draft-characters",
      paramLabel = "N",
      description = "The longest text that is checked or compared (default: ${DEFAULT-VALUE}).")
  int draftCharacters = STANDARD.draftCharacters();

  @Option(
      names = "--draft-reports",
      paramLabel = "N",
      description = "Reports that a draft is held against (default: ${DEFAULT-VALUE}).")
  int draftReports = STANDARD.draftReports();

  @Option(
      names = "--streams",
      paramLabel = "N",
      description = "Listeners to events at one time (default: ${DEFAULT-VALUE}).")
  int streams = STANDARD.streams();

  DeskOptions.DeskLimits limits() {
    return new DeskOptions.DeskLimits(
        bodyBytes,
        keptBytes,
        Duration.ofMillis(patienceMillis),
        Duration.ofMillis(apiPatienceMillis),
        draftCharacters,
        draftReports,
        streams);
  }
}
