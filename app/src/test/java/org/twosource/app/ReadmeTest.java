package org.twosource.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.lang.reflect.InvocationTargetException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the README shows works: its lines of Java, and its commands with their options. */
class ReadmeTest {
  private static final Path HOME = Path.of(System.getProperty("twosource.home", ".."));
  private static final String SAMPLE = HOME.resolve("samples/harbour").toString();
  private static final Pattern JAVA = Pattern.compile("```java\n(.*?)```", Pattern.DOTALL);
  private static final Pattern COMMAND =
      Pattern.compile("^ {4}\\./twosource (?<name>[a-z]+)(?<rest>.*)$", Pattern.MULTILINE);
  private static final Pattern OPTION = Pattern.compile("--[a-z-]+");

  @TempDir Path folder;

  private static String readme() throws IOException {
    return Files.readString(HOME.resolve("README.md"));
  }

  @Test
  void theLinesOfJavaCompileAndGiveLines() throws Exception {
    Matcher java = JAVA.matcher(readme());
    assertThat(java.find()).isTrue();
    Path source = folder.resolve("Shown.java");
    Files.writeString(
        source,
        """
        import java.nio.file.Path;
        import java.util.List;
        import org.twosource.*;
        import org.twosource.brief.*;

        public class Shown {
          public static void run() throws Exception {
        %s
          }
        }
        """
            .formatted(java.group(1).replace("samples/harbour", SAMPLE)));
    var compiler = Objects.requireNonNull(ToolProvider.getSystemJavaCompiler());
    ByteArrayOutputStream errors = new ByteArrayOutputStream();
    int failed =
        compiler.run(
            null,
            errors,
            errors,
            "-proc:none",
            "-cp",
            System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
            "-d",
            folder.toString(),
            source.toString());
    assertThat(failed).as(errors.toString(StandardCharsets.UTF_8)).isZero();
    assertThat(printed()).contains(" ").hasSizeGreaterThan(100);
  }

  private String printed() throws Exception {
    PrintStream before = System.out;
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (URLClassLoader loader =
        new URLClassLoader(
            new URL[] {folder.toUri().toURL()}, Thread.currentThread().getContextClassLoader())) {
      System.setOut(new PrintStream(out, true, StandardCharsets.UTF_8));
      loader.loadClass("Shown").getMethod("run").invoke(null);
    } catch (InvocationTargetException failure) {
      throw new AssertionError("the lines of the README failed", failure.getCause());
    } finally {
      System.setOut(before);
    }
    return out.toString(StandardCharsets.UTF_8);
  }

  /** A line of the README with a command. */
  record Shown(String name, List<String> options) {}

  static Stream<Shown> commands() throws IOException {
    return COMMAND
        .matcher(readme())
        .results()
        .filter(line -> !line.group(1).equals("archive")) // the launcher's, see docs/archive.md
        .map(
            line ->
                new Shown(
                    line.group(1),
                    OPTION
                        .matcher(line.group(2).split("#", 2)[0])
                        .results()
                        .map(MatchResult::group)
                        .toList()));
  }

  @ParameterizedTest
  @MethodSource("commands")
  void everyCommandIsThereWithItsOptions(Shown shown) {
    Run help = Run.of("help", shown.name());
    assertThat(help.status()).as(help.err()).isZero();
    shown.options().forEach(option -> assertThat(help.out() + help.err()).contains(option));
  }

  @Test
  void theCommandsOfTheFirstHourRun() {
    String page = folder.resolve("page").toString();
    String json = folder.resolve("result.json").toString();
    assertThat(Run.of("read", SAMPLE, "--html", page, "--json", json, "--quiet").status()).isZero();
    assertThat(Run.of("why", "c1", "--from", json).status()).isZero();
    List<String> reports = reports();
    assertThat(Run.of("compare", reports.get(0), reports.get(1)).status()).isZero();
    assertThat(Run.of("check", reports.get(0), reports.get(1), reports.get(2)).status()).isZero();
  }

  private static List<String> reports() {
    String[] files = Objects.requireNonNull(HOME.resolve("samples/harbour").toFile().list());
    return Stream.of(files).sorted().map(name -> SAMPLE + "/" + name).toList();
  }
}
