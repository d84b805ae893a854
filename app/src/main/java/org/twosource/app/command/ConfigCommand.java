package org.twosource.app.command;

import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Spec;

/** {@code twosource config}: the file of settings, as it could be and as it is. */
@Command(
    name = "config",
    description = {
      "Prints a file of settings with every option of every command, what each does, and what holds now.",
      "Keep it as ~/.config/twosource/config, or name it in TWOSOURCE_CONFIG."
    },
    mixinStandardHelpOptions = true)
public final class ConfigCommand implements Callable<Integer> {
  @Spec @Nullable CommandSpec spec;

  @Override
  public Integer call() {
    CommandLine program = Objects.requireNonNull(spec).commandLine().getParent();
    StringBuilder text = new StringBuilder();
    text.append("# Settings of twosource: what options are where the command line does not say.\n");
    text.append("# A variable of the environment goes before: TWOSOURCE_WATCH_EVERY=5\n");
    text.append(
        "# Without the name of a command a setting is for all that have the option: store=/srv/news\n");
    Configured.path(System.getenv())
        .ifPresent(path -> text.append("# Looked for in " + path + "\n"));
    program.getSubcommands().values().forEach(command -> command(command, text));
    System.out.print(text);
    return ExitStatus.READ;
  }

  private static void command(CommandLine command, StringBuilder text) {
    CommandSpec spec = command.getCommandSpec();
    String name = Configured.commandOf(spec);
    boolean hasOwn = spec.options().stream().anyMatch(ConfigCommand::isSetting);
    if (hasOwn) {
      text.append("\n# ---- ").append(name.replace('.', ' ')).append('\n');
      spec.options().stream()
          .filter(ConfigCommand::isSetting)
          .forEach(option -> option(name, option, command, text));
    }
    command.getSubcommands().values().forEach(inner -> command(inner, text));
  }

  private static boolean isSetting(OptionSpec option) {
    return !option.usageHelp() && !option.versionHelp() && !option.hidden();
  }

  private static void option(
      String command, OptionSpec option, CommandLine line, StringBuilder text) {
    for (String words : option.description()) {
      text.append("# ").append(shown(words, option)).append('\n');
    }
    Optional<String> said =
        line.getDefaultValueProvider() instanceof Configured configured
            ? configured.value(option)
            : Optional.empty();
    text.append(said.isPresent() ? "" : "#")
        .append(command)
        .append('.')
        .append(Configured.name(option))
        .append('=')
        .append(said.or(() -> Optional.ofNullable(option.defaultValue())).orElse(""))
        .append('\n');
  }

  private static String shown(String words, OptionSpec option) {
    return words
        .replace("${DEFAULT-VALUE}", String.valueOf(option.defaultValue()))
        .replaceAll("\\s+", " ");
  }
}
