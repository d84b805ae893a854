package org.twosource.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.twosource.app.command.Configured;
import org.twosource.app.command.ExitStatus;
import picocli.CommandLine;
import picocli.CommandLine.Model.OptionSpec;

/** Settings from the environment and a file, and completion. */
class ConfigTest {
  @TempDir Path folder;

  private final CommandLine line = new CommandLine(new Twosource());

  private Configured read(String settings, Map<String, String> more) throws IOException {
    Path file = Files.writeString(folder.resolve("config"), settings);
    Map<String, String> environment = new java.util.HashMap<>(more);
    environment.put("TWOSOURCE_CONFIG", file.toString());
    return Configured.read(environment, line);
  }

  private OptionSpec option(String command, String name) {
    return line.getSubcommands().get(command).getCommandSpec().findOption(name);
  }

  @Test
  void theEnvironmentGoesBeforeTheFileAndACommandsOwnBeforeWhatIsForAll() throws IOException {
    Configured configured =
        read(
            "# a remark\nstore = /srv/news\nwatch.every=5\nserve.store=/srv/desk\n",
            Map.of("TWOSOURCE_WATCH_EVERY", "7"));
    assertThat(configured.defaultValue(option("watch", "--every"))).isEqualTo("7");
    assertThat(configured.defaultValue(option("watch", "--store"))).isEqualTo("/srv/news");
    assertThat(configured.defaultValue(option("serve", "--store"))).isEqualTo("/srv/desk");
    assertThat(configured.defaultValue(option("serve", "--port"))).isNull();
  }

  @Test
  void aSettingThatNoCommandHasIsRefusedByName() {
    assertThatThrownBy(() -> read("watch.evry=5\n", Map.of()))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("'watch.evry'");
    assertThatThrownBy(
            () ->
                Configured.read(
                    Map.of("TWOSOURCE_CONFIG", folder.resolve("none").toString()), line))
        .hasMessageContaining("there is no file of settings");
  }

  @Test
  void everySettingThatIsPrintedCanBeRead() throws IOException {
    Run printed = Run.of("config");
    assertThat(printed.status()).isZero();
    assertThat(printed.out()).contains("#watch.every=15\n").contains("# ---- watches add");
    String all = printed.out().replaceAll("(?m)^#([a-z-]+(?:\\.[a-z-]+)+=)", "$1");
    Configured configured = read(all, Map.of());
    assertThat(configured.defaultValue(option("watch", "--every"))).isEqualTo("15");
  }

  @Test
  void shellsCompleteCommandsAndOptions() {
    assertThat(Run.of("completion", "bash").out()).contains("twosource").contains("--links");
    assertThat(Run.of("completion", "zsh").out()).contains("bashcompinit");
    assertThat(Run.of("completion", "fish").out())
        .contains("-a watches -d ")
        .contains("\"__fish_seen_subcommand_from watch\" -l every -r");
    assertThat(Run.of("completion", "tcsh").status()).isEqualTo(ExitStatus.WRONG_USAGE);
  }
}
