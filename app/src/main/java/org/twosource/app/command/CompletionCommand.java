package org.twosource.app.command;

import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.AutoComplete;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code twosource completion}: has a shell complete commands and options. */
@Command(
    name = "completion",
    description = {
      "Prints a script that has a shell complete commands and options:",
      "  bash, zsh:  source <(twosource completion bash)",
      "  fish:       twosource completion fish > ~/.config/fish/completions/twosource.fish"
    },
    mixinStandardHelpOptions = true)
public final class CompletionCommand implements Callable<Integer> {
  @Spec @Nullable CommandSpec spec;

  @Parameters(paramLabel = "SHELL", description = "bash, zsh or fish")
  String shell = "";

  @Override
  public Integer call() {
    CommandLine here = Objects.requireNonNull(spec).commandLine();
    switch (shell) {
      // the script for bash loads what zsh needs to run it
      case "bash", "zsh" -> System.out.println(AutoComplete.bash("twosource", here.getParent()));
      case "fish" -> System.out.print(fish(here.getParent()));
      default ->
          throw new ParameterException(here, "a shell is bash, zsh or fish, not '" + shell + "'");
    }
    return ExitStatus.READ;
  }

  private static String fish(CommandLine program) {
    StringBuilder script = new StringBuilder("complete -c twosource -e\n");
    program
        .getSubcommands()
        .forEach(
            (name, command) -> {
              script.append("complete -c twosource -f -n __fish_use_subcommand -a ").append(name);
              script.append(" -d ").append(quoted(about(command))).append('\n');
              String seen = "\"__fish_seen_subcommand_from " + name + "\"";
              command
                  .getSubcommands()
                  .keySet()
                  .forEach(
                      inner ->
                          script
                              .append("complete -c twosource -n ")
                              .append(seen)
                              .append(" -a ")
                              .append(inner)
                              .append('\n'));
              options(command, seen, script);
              command.getSubcommands().values().forEach(inner -> options(inner, seen, script));
            });
    return script.toString();
  }

  private static void options(CommandLine command, String seen, StringBuilder script) {
    for (OptionSpec option : command.getCommandSpec().options()) {
      String[] words = option.description();
      script.append("complete -c twosource -n ").append(seen);
      script.append(" -l ").append(Configured.name(option));
      script.append(option.arity().max() > 0 ? " -r" : "");
      script.append(" -d ").append(quoted(words.length == 0 ? "" : words[0])).append('\n');
    }
  }

  private static String about(CommandLine command) {
    String[] words = command.getCommandSpec().usageMessage().description();
    return words.length == 0 ? "" : words[0];
  }

  private static String quoted(String words) {
    String plain = words.replaceAll("\\s+", " ").replace("\\", "\\\\").replace("'", "\\'");
    return "'" + plain.substring(0, Math.min(100, plain.length())) + "'";
  }
}
