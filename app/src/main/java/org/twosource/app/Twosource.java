package org.twosource.app;

import java.io.IOException;
import java.io.PrintWriter;
import org.jspecify.annotations.Nullable;
import org.twosource.Models;
import org.twosource.Pipeline;
import org.twosource.app.command.CompletionCommand;
import org.twosource.app.command.ConfigCommand;
import org.twosource.app.command.Configured;
import org.twosource.app.command.DoctorCommand;
import org.twosource.app.command.ExitStatus;
import org.twosource.app.command.Plain;
import org.twosource.app.command.Suggestion;
import org.twosource.app.command.desk.AlertsCommand;
import org.twosource.app.command.desk.ChannelsCommand;
import org.twosource.app.command.desk.DecisionsCommand;
import org.twosource.app.command.desk.McpCommand;
import org.twosource.app.command.desk.ServeCommand;
import org.twosource.app.command.desk.UsersCommand;
import org.twosource.app.command.desk.WatchesCommand;
import org.twosource.app.command.files.CheckCommand;
import org.twosource.app.command.files.CompareCommand;
import org.twosource.app.command.files.ReadCommand;
import org.twosource.app.command.files.WhyCommand;
import org.twosource.app.command.store.BackupCommand;
import org.twosource.app.command.store.ExportCommand;
import org.twosource.app.command.store.ForgetCommand;
import org.twosource.app.command.store.ImportCommand;
import org.twosource.app.command.store.PruneCommand;
import org.twosource.app.command.store.RebuildCommand;
import org.twosource.app.command.store.RestoreCommand;
import org.twosource.app.command.store.SearchCommand;
import org.twosource.app.command.store.SourcesCommand;
import org.twosource.app.command.store.StoriesCommand;
import org.twosource.app.command.store.StoryCommand;
import org.twosource.app.command.store.VerifyCommand;
import org.twosource.app.command.store.WatchCommand;
import org.twosource.app.store.StoreException;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The command {@code twosource}: one subcommand a verb. */
@Command(
    name = "twosource",
    description =
        "Reads the reports of an event and says who copied whom, and what stands on how many"
            + " sources.",
    mixinStandardHelpOptions = true,
    versionProvider = Twosource.Version.class,
    subcommands = {
      ReadCommand.class,
      CompareCommand.class,
      CheckCommand.class,
      WhyCommand.class,
      ImportCommand.class,
      WatchCommand.class,
      SourcesCommand.class,
      ServeCommand.class,
      McpCommand.class,
      UsersCommand.class,
      StoriesCommand.class,
      StoryCommand.class,
      SearchCommand.class,
      WatchesCommand.class,
      AlertsCommand.class,
      ChannelsCommand.class,
      DecisionsCommand.class,
      ForgetCommand.class,
      PruneCommand.class,
      ExportCommand.class,
      BackupCommand.class,
      RestoreCommand.class,
      VerifyCommand.class,
      RebuildCommand.class,
      DoctorCommand.class,
      ConfigCommand.class,
      CompletionCommand.class,
      CommandLine.HelpCommand.class
    },
    footer = {
      "",
      "Start with:  twosource read FOLDER",
      "Archives of millions of reports, on Spark:  twosource archive --help",
      "Nothing leaves this machine unless you name an address to fetch, or where read --rewrite",
      "is to ask. Twosource measures reporting, not truth."
    })
public final class Twosource implements Runnable {
  @Spec private @Nullable CommandSpec spec;

  public static void main(String[] arguments) {
    int status = run(arguments);
    Models.settle();
    System.exit(status);
  }

  /** Runs one command line and answers the exit status. */
  static int run(String... arguments) {
    CommandLine line = new CommandLine(new Twosource());
    try {
      line.setDefaultValueProvider(Configured.read(System.getenv(), line));
    } catch (IOException wrong) {
      System.err.println("twosource: " + Plain.line(String.valueOf(wrong.getMessage())));
      return ExitStatus.WRONG_USAGE;
    }
    int status =
        line.setCaseInsensitiveEnumValuesAllowed(true)
            .setExpandAtFiles(
                false) // a report may be called @x.txt, and tells this program nothing
            .setParameterExceptionHandler(Twosource::wrongUsage)
            .setExecutionExceptionHandler(Twosource::failed)
            .execute(arguments);
    if (System.out.checkError() && status == ExitStatus.READ) {
      System.err.println("twosource: could not write to standard output");
      return ExitStatus.NOT_WRITTEN;
    }
    return status;
  }

  @Override
  public void run() {
    CommandLine line = java.util.Objects.requireNonNull(spec).commandLine();
    throw new ParameterException(line, "what shall I do? Try: twosource read FOLDER");
  }

  private static int wrongUsage(ParameterException wrong, String[] arguments) {
    PrintWriter err = wrong.getCommandLine().getErr();
    err.println(
        "twosource: " + Plain.line(String.valueOf(wrong.getMessage()) + Suggestion.of(wrong)));
    err.println("  see: " + wrong.getCommandLine().getCommandSpec().qualifiedName() + " --help");
    return ExitStatus.WRONG_USAGE;
  }

  /** Input never ends here; this is a result that could not be written, or a fault of ours. */
  private static int failed(Exception failure, CommandLine line, CommandLine.ParseResult parsed) {
    PrintWriter err = line.getErr();
    if (failure instanceof StoreException store) {
      err.println("twosource: " + Plain.line(String.valueOf(store.getMessage())));
      return switch (store.kind()) {
        case MISSING -> ExitStatus.NOT_THERE;
        case IN_USE -> ExitStatus.IN_USE;
        case NEWER, FULL, READ_ONLY, DAMAGED, FAILED -> ExitStatus.NOT_WRITTEN;
      };
    }
    if (failure instanceof java.io.IOException || failure instanceof java.io.UncheckedIOException) {
      err.println(
          "twosource: could not write: " + Plain.line(String.valueOf(failure.getMessage())));
      return ExitStatus.NOT_WRITTEN;
    }
    err.println(
        "twosource: a fault of the program, not of the input: " + Plain.line(failure.toString()));
    err.println("  please report it with the lines below");
    failure.printStackTrace(err);
    return ExitStatus.FAULT;
  }

  /** Tells the version of the program and of the Java it runs on. */
  static final class Version implements IVersionProvider {
    @Override
    public String[] getVersion() {
      return new String[] {
        "twosource " + Pipeline.VERSION + " (Java " + Runtime.version().feature() + ")"
      };
    }
  }
}
