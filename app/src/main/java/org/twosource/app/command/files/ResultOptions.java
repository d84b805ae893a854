package org.twosource.app.command.files;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.twosource.app.command.Destination;
import org.twosource.app.command.Plain;
import org.twosource.app.command.Terminal;
import org.twosource.app.command.Usage;
import org.twosource.brief.Account;
import org.twosource.brief.Stage;
import org.twosource.brief.render.HtmlRenderer;
import org.twosource.brief.render.JsonRenderer;
import org.twosource.brief.render.MarkdownRenderer;
import org.twosource.brief.render.Renderer;
import org.twosource.brief.render.Renderers;
import org.twosource.brief.render.TerminalRenderer;
import org.twosource.lexicon.EditDistance;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** In which forms an account is written, and where to. */
final class ResultOptions {
  private static final Path PAGE_FOLDER = Path.of("twosource-out");
  private static final String STANDARD_OUTPUT = "-";

  @Spec(Spec.Target.MIXEE)
  @Nullable CommandSpec spec;

  @Option(
      names = "--json",
      paramLabel = "FILE",
      description = "Write the whole result as JSON; - is standard output.")
  @Nullable String json;

  @Option(
      names = "--html",
      paramLabel = "DIR",
      description = "Where the page index.html goes (default: ${DEFAULT-VALUE}).",
      defaultValue = "twosource-out")
  Path html = PAGE_FOLDER;

  @Option(names = "--no-html", description = "Write no page.")
  boolean noHtml;

  @Option(
      names = "--markdown",
      paramLabel = "FILE",
      description = "Write the account as Markdown; - is standard output.")
  @Nullable String markdown;

  @Option(
      names = "--write",
      paramLabel = "FORMAT=FILE",
      description =
          "Write another form: annotations (W3C Web Annotation), prov (PROV-O), claims (schema.org),"
              + " events (CSV); may be repeated.")
  Map<String, String> written = Map.of();

  @Option(names = "--quiet", description = "Print nothing but errors.")
  boolean quiet;

  @Option(
      names = "--color",
      paramLabel = "WHEN",
      description = "auto, always or never (default: auto, colour only on a terminal).")
  Color color = Color.AUTO;

  /** When the terminal account is coloured. */
  enum Color {
    AUTO,
    ALWAYS,
    NEVER
  }

  /** No two results go to one place, and none onto an input or among the reports of a folder. */
  void check(List<Path> inputs) {
    List<String> targets = targets();
    for (String target : targets) {
      if (targets.stream().filter(other -> isOnePlace(target, other)).count() > 1) {
        throw Usage.wrong(
            spec,
            "two results go to "
                + (isStandardOutput(target) ? "standard output" : target)
                + "; one of them needs a file of its own");
      }
    }
    for (Path input : inputs) {
      for (String target : targets) {
        checkInput(target, input);
      }
      if (!noHtml) {
        checkInput(page().toString(), input);
        checkInput(result().toString(), input);
      }
    }
    forms();
  }

  private void checkInput(String target, Path input) {
    if (isStandardOutput(target) || !Files.isRegularFile(Path.of(target))) {
      return;
    }
    try {
      Path real = Path.of(target).toRealPath();
      if (Files.isRegularFile(input) && Files.isSameFile(real, input)) {
        throw Usage.wrong(spec, target + " is an input and would be overwritten");
      }
      boolean page = html.toAbsolutePath().normalize().equals(real.getParent());
      if (Files.isDirectory(input) && real.startsWith(input.toRealPath()) && !page) {
        throw Usage.wrong(
            spec,
            target + " lies in the input folder " + input + ": it would be read, and overwritten");
      }
    } catch (IOException unreadable) {
      // told when it is read
    }
  }

  private List<String> targets() {
    List<String> targets = new ArrayList<>(written.values());
    Stream.of(Optional.ofNullable(json), Optional.ofNullable(markdown))
        .flatMap(Optional::stream)
        .forEach(targets::add);
    return targets;
  }

  private static boolean isStandardOutput(String target) {
    return target.equals(STANDARD_OUTPUT) || target.equals("/dev/stdout");
  }

  private static boolean isOnePlace(String target, String other) {
    if (isStandardOutput(target) || isStandardOutput(other)) {
      return isStandardOutput(target) && isStandardOutput(other);
    }
    Path one = Path.of(target).toAbsolutePath().normalize();
    Path two = Path.of(other).toAbsolutePath().normalize();
    try {
      boolean devices = Files.exists(one) && !Files.isRegularFile(one);
      return !devices && (one.equals(two) || Files.exists(one) && Files.isSameFile(one, two));
    } catch (IOException absent) {
      return false;
    }
  }

  /** Writes all that is asked for. */
  void write(Account account, Stage until) throws IOException {
    if (json != null) {
      Destination.write(json, out -> new JsonRenderer().render(account, out));
    }
    if (markdown != null) {
      Destination.write(markdown, out -> new MarkdownRenderer().render(account, out));
    }
    for (Map.Entry<String, Renderer> form : forms().entrySet()) {
      Destination.write(
          Objects.requireNonNull(written.get(form.getKey())),
          out -> form.getValue().render(account, out));
    }
    boolean taken = targets().stream().anyMatch(ResultOptions::isStandardOutput);
    boolean empty = account.reports().isEmpty();
    boolean paged = !noHtml && !taken && until == Stage.BRIEF && !empty;
    if (paged) {
      Destination.write(page().toString(), out -> new HtmlRenderer().render(account, out));
      Destination.write(result().toString(), out -> new JsonRenderer().render(account, out));
    }
    if (!quiet && !taken && !empty) {
      new TerminalRenderer(coloured(), columns()).render(account, System.out);
      if (paged) {
        System.out.println("The page: " + Plain.line(page().toString()));
      }
    }
  }

  private Map<String, Renderer> forms() {
    Map<String, Renderer> forms = new TreeMap<>();
    for (String name : written.keySet()) {
      forms.put(
          name,
          Renderers.find(name)
              .map(Renderers.Output::renderer)
              .orElseThrow(() -> Usage.wrong(spec, noSuchForm(name))));
    }
    return forms;
  }

  private static String noSuchForm(String name) {
    List<String> known = Renderers.standard().stream().map(Renderers.Output::name).toList();
    return "--write knows "
        + String.join(", ", known)
        + ", not '"
        + name
        + "'"
        + EditDistance.nearest(name, known).map(one -> "; did you mean " + one + "?").orElse("");
  }

  private Path page() {
    return html.resolve("index.html");
  }

  private Path result() {
    return html.resolve("result.json");
  }

  private static int columns() {
    String columns = System.getenv("COLUMNS");
    return columns != null && columns.matches("\\d{1,4}") ? Integer.parseInt(columns) : 80;
  }

  private boolean coloured() {
    return switch (color) {
      case ALWAYS -> true;
      case NEVER -> false;
      case AUTO -> Terminal.isOutput() && System.getenv("NO_COLOR") == null;
    };
  }
}
