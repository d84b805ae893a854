package org.twosource.app.command;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.IDefaultValueProvider;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/**
 * What options are where the command line does not say: first what the environment says, then the
 * file of settings. The option {@code --every} of {@code watch} is {@code watch.every} in the file
 * and {@code TWOSOURCE_WATCH_EVERY} in the environment; without the name of a command a setting is
 * for all that have the option.
 */
public final class Configured implements IDefaultValueProvider {
  private static final String PREFIX = "TWOSOURCE_";

  private final Map<String, String> environment;
  private final Map<String, String> file;

  private Configured(Map<String, String> environment, Map<String, String> file) {
    this.environment = Map.copyOf(environment);
    this.file = Map.copyOf(file);
  }

  /**
   * Reads the file of settings, if there is one.
   *
   * @throws IOException also for a setting that no command has; says which
   */
  public static Configured read(Map<String, String> environment, CommandLine program)
      throws IOException {
    Optional<Path> path = path(environment);
    Properties properties = new Properties();
    if (path.isPresent() && Files.isRegularFile(path.get())) {
      try (Reader reader = Files.newBufferedReader(path.get())) {
        properties.load(reader);
      } catch (IllegalArgumentException malformed) {
        throw new IOException(path.get() + ": " + malformed.getMessage(), malformed);
      }
    } else if (environment.containsKey(PREFIX + "CONFIG")) {
      throw new IOException("there is no file of settings " + path.orElseThrow());
    }
    Set<String> known = known(program);
    Map<String, String> file = new LinkedHashMap<>();
    for (String name : new TreeSet<>(properties.stringPropertyNames())) {
      if (!known.contains(name)) {
        throw new IOException(
            path.orElseThrow()
                + ": no command has a setting '"
                + name
                + "'; twosource config lists them");
      }
      if (!properties.getProperty(name).isBlank()) {
        file.put(name, properties.getProperty(name).strip());
      }
    }
    return new Configured(environment, file);
  }

  /** Where the file of settings is looked for. */
  static Optional<Path> path(Map<String, String> environment) {
    String named = environment.getOrDefault(PREFIX + "CONFIG", "");
    if (!named.isBlank()) {
      return Optional.of(Path.of(named));
    }
    String base = environment.getOrDefault("XDG_CONFIG_HOME", "");
    String home = environment.getOrDefault("HOME", "");
    return base.isBlank() && home.isBlank()
        ? Optional.empty()
        : Optional.of(
            (base.isBlank() ? Path.of(home, ".config") : Path.of(base))
                .resolve("twosource")
                .resolve("config"));
  }

  /** Every name that a setting may have. */
  private static Set<String> known(CommandLine program) {
    Set<String> known = new TreeSet<>();
    program
        .getSubcommands()
        .values()
        .forEach(
            command -> {
              known(command).forEach(known::add);
              command
                  .getCommandSpec()
                  .options()
                  .forEach(
                      option -> {
                        known.add(name(option));
                        known.add(commandOf(command.getCommandSpec()) + "." + name(option));
                      });
            });
    return known;
  }

  /** The name of an option without its dashes: {@code fetch-limit}. */
  static String name(OptionSpec option) {
    return option.longestName().replaceFirst("^-+", "");
  }

  /** A command as settings name it: {@code watches.add}. */
  static String commandOf(CommandSpec command) {
    String qualified = command.qualifiedName(".");
    return qualified.substring(qualified.indexOf('.') + 1);
  }

  @Override
  public @Nullable String defaultValue(ArgSpec argument) {
    if (!(argument instanceof OptionSpec option) || option.usageHelp() || option.versionHelp()) {
      return null;
    }
    return value(option).orElse(null);
  }

  /** What the environment or the file says of an option. */
  Optional<String> value(OptionSpec option) {
    String own = commandOf(option.command()) + "." + name(option);
    return Optional.ofNullable(environment.get(variable(own)))
        .or(() -> Optional.ofNullable(environment.get(variable(name(option)))))
        .filter(value -> !value.isBlank())
        .or(() -> Optional.ofNullable(file.get(own)))
        .or(() -> Optional.ofNullable(file.get(name(option))));
  }

  private static String variable(String setting) {
    return PREFIX + setting.toUpperCase(Locale.ROOT).replace('-', '_').replace('.', '_');
  }
}
