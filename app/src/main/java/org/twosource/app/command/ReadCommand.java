package org.twosource.app.command;

import java.io.IOException;
import java.io.PrintWriter;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.twosource.Options;
import org.twosource.Pipeline;
import org.twosource.Progress;
import org.twosource.annotate.Annotated;
import org.twosource.annotate.WikidataIds;
import org.twosource.app.decision.Decision;
import org.twosource.app.decision.DecisionsFile;
import org.twosource.app.fetch.Fetcher;
import org.twosource.app.fetch.NamedInputs;
import org.twosource.app.rewrite.BriefRewriter;
import org.twosource.app.rewrite.OpenAiWriter;
import org.twosource.brief.Account;
import org.twosource.brief.Stage;
import org.twosource.brief.render.HtmlRenderer;
import org.twosource.brief.render.JsonRenderer;
import org.twosource.brief.render.MarkdownRenderer;
import org.twosource.brief.render.Renderer;
import org.twosource.brief.render.Renderers;
import org.twosource.brief.render.TerminalRenderer;
import org.twosource.report.InputReader;
import org.twosource.report.Limits;
import org.twosource.report.PartialDate;
import org.twosource.report.Publishers;
import org.twosource.report.Reading;
import org.twosource.report.Source;
import org.twosource.report.Unreadable;
import org.twosource.story.OnlineStoryFinder;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code twosource read}: reports in, one sourced account out. */
@Command(
    name = "read",
    description =
        "Reads every report under the inputs and tells what they say, and who copied whom. Pages"
            + " and feeds may be named by their address and are fetched once.",
    mixinStandardHelpOptions = true)
public final class ReadCommand implements Callable<Integer> {
  private static final Path PAGE_FOLDER = Path.of("twosource-out");

  @Spec @Nullable CommandSpec spec;

  @Parameters(
      arity = "0..*",
      paramLabel = "INPUT",
      description =
          "Files, folders, archives or addresses (https://...); the format is recognised from the"
              + " content.")
  List<String> inputs = List.of();

  @Option(
      names = "--links",
      paramLabel = "FILE",
      description =
          "Also read what this file names: an address, file or folder a line, # before remarks; - is"
              + " standard input. May be repeated.")
  List<String> links = List.of();

  @Mixin FetchOptions fetching = new FetchOptions();

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

  @Option(
      names = "--as-of",
      paramLabel = "DATE",
      description = "Publication date of reports for which nothing else gives one (2023-06-18).")
  @Nullable String asOf;

  @Option(
      names = "--until",
      paramLabel = "STAGE",
      description =
          "Stop after: report, text, annotate, reuse, story, lineage, distortion, timeline, claim, brief.")
  Stage until = Stage.BRIEF;

  @Option(
      names = "--one-story",
      description =
          "All reports tell of one event, whatever the evidence; pairs given with --apart stay apart.")
  boolean oneStory;

  @Option(
      names = "--together",
      paramLabel = "A,B",
      description = "Two reports that tell of one event, whatever the evidence; may be repeated.")
  List<String> together = List.of();

  @Option(
      names = "--apart",
      paramLabel = "A,B",
      description = "Two reports that do not; may be repeated.")
  List<String> apart = List.of();

  @Option(
      names = "--same-claim",
      paramLabel = "A=B",
      description =
          "Two statements that are one claim, whatever the evidence: REPORT:START-END as why and the"
              + " JSON show them; may be repeated.")
  List<String> sameClaim = List.of();

  @Option(
      names = "--different-claims",
      paramLabel = "A=B",
      description = "Two statements that are not; may be repeated.")
  List<String> differentClaims = List.of();

  @Option(
      names = "--constraints",
      paramLabel = "FILE",
      description =
          "Apply the decisions this file keeps (see docs/constraints.md); those given with --together,"
              + " --apart, --same-claim and --different-claims are added to it.")
  @Nullable Path constraints;

  @Option(
      names = "--stories-close-after",
      paramLabel = "DAYS",
      description =
          "Days without a report after which a story takes no more, by the dates of the reports"
              + " (default: ${DEFAULT-VALUE}). After 300 days without a report a story takes only those"
              + " that speak of its days: this year's festival is not last year's.",
      defaultValue = "" + OnlineStoryFinder.CLOSED_AFTER_DAYS)
  int storiesCloseAfterDays = OnlineStoryFinder.CLOSED_AFTER_DAYS;

  @Option(
      names = "--wikidata",
      paramLabel = "FILE",
      description = "Ids of entities: NAME, TYPE and Q-number a line, separated by tabs.")
  @Nullable Path wikidata;

  @Option(
      names = "--outlets",
      paramLabel = "FILE",
      description =
          "Publishers under their several names: outlet, alias or host, owner a line, separated by tabs.")
  @Nullable Path outlets;

  @Option(
      names = "--limit",
      paramLabel = "NAME=NUMBER",
      description =
          "Change a limit on what is read; a report that passes one is told with the limit's name. May"
              + " be repeated.")
  Map<String, Long> limits = Map.of();

  @Option(
      names = "--rewrite",
      paramLabel = "URL",
      description =
          "Have the lines of the brief reworded by a model behind this OpenAI-compatible endpoint"
              + " (http://localhost:11434/v1); the brief and the sentences it cites are sent there. A"
              + " key is taken from the environment variable TWOSOURCE_REWRITE_KEY.")
  @Nullable URI rewrite;

  @Option(names = "--rewrite-model", paramLabel = "NAME", description = "The model to ask there.")
  @Nullable String rewriteModel;

  @Option(
      names = "--rewrite-timeout",
      paramLabel = "SECONDS",
      description = "How long one line may take (default: ${DEFAULT-VALUE}).",
      defaultValue = "30")
  int rewriteSeconds = 30;

  @Option(names = "--quiet", description = "Print nothing but errors.")
  boolean quiet;

  /** The inputs with those that files of links name. */
  private List<String> all = List.of();

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

  @Override
  public Integer call() throws IOException {
    all = new ArrayList<>(inputs);
    for (String file : links) {
      all.addAll(linked(file));
    }
    checkTargets();
    fetching.limits();
    Map<String, Renderer> forms = forms();
    checkRewriting();
    checkClosing();
    List<Decision> given = given();
    List<Decision> decisions = new ArrayList<>();
    if (!readDecisions(given, decisions)) {
      return ExitStatus.WRONG_USAGE;
    }
    decisions.addAll(given);
    Account account = account(options(decisions));
    if (constraints != null && !account.reports().isEmpty()) {
      new DecisionsFile(constraints)
          .add(given, account.reports().stream().map(Annotated::report).toList());
    }
    DecisionEffects.in(account, decisions).forEach(this::say);
    if (json != null) {
      Output.write(json, out -> new JsonRenderer().render(account, out));
    }
    if (markdown != null) {
      Output.write(markdown, out -> new MarkdownRenderer().render(account, out));
    }
    for (Map.Entry<String, Renderer> form : forms.entrySet()) {
      Output.write(written.get(form.getKey()), out -> form.getValue().render(account, out));
    }
    boolean toStandardOutput = "-".equals(json) || "-".equals(markdown);
    boolean paged =
        !noHtml && !toStandardOutput && until == Stage.BRIEF && !account.reports().isEmpty();
    if (paged) {
      Output.write(page().toString(), out -> new HtmlRenderer().render(account, out));
      Output.write(
          html.resolve("result.json").toString(), out -> new JsonRenderer().render(account, out));
    }
    if (!quiet && !toStandardOutput && !account.reports().isEmpty()) {
      new TerminalRenderer(coloured(), columns()).render(account, System.out);
      if (paged) {
        System.out.println("The page: " + Plain.line(page().toString()));
      }
    }
    if (account.reports().isEmpty()) {
      sayWhyNothingWasRead(account.unreadable());
      return ExitStatus.NOTHING_READ;
    }
    return ExitStatus.READ;
  }

  private List<String> linked(String file) {
    try {
      String text =
          file.equals("-")
              ? new String(System.in.readAllBytes(), StandardCharsets.UTF_8)
              : Files.readString(Path.of(file));
      return text.lines()
          .map(one -> one.replace("\ufeff", "").strip())
          .filter(one -> !one.isEmpty() && !one.startsWith("#"))
          .toList();
    } catch (IOException unreadable) {
      throw new ParameterException(line(), "--links: cannot read " + reason(unreadable));
    }
  }

  /** What the command line decides. */
  private List<Decision> given() {
    List<Decision> given = new ArrayList<>();
    try {
      together.forEach(text -> given.add(Decision.parse(Decision.Kind.TOGETHER, text)));
      apart.forEach(text -> given.add(Decision.parse(Decision.Kind.APART, text)));
      sameClaim.forEach(text -> given.add(Decision.parse(Decision.Kind.SAME_CLAIM, text)));
      differentClaims.forEach(
          text -> given.add(Decision.parse(Decision.Kind.DIFFERENT_CLAIMS, text)));
    } catch (IllegalArgumentException wrong) {
      throw new ParameterException(line(), String.valueOf(wrong.getMessage()));
    }
    return given;
  }

  /**
   * Reads what was decided before; says what is wrong with the file and answers whether it fits.
   */
  private boolean readDecisions(List<Decision> given, List<Decision> decisions) {
    if (constraints == null) {
      return true;
    }
    DecisionsFile file = new DecisionsFile(constraints);
    if (!file.exists() && !given.isEmpty()) {
      return true;
    }
    try {
      DecisionsFile.Read read = file.read();
      decisions.addAll(read.decisions());
      read.wrong().forEach(this::say);
      return read.wrong().isEmpty();
    } catch (IOException unreadable) {
      say("--constraints: cannot read " + reason(unreadable));
      return false;
    }
  }

  private Options options(List<Decision> decisions) {
    return Options.standard()
        .withLimits(limits())
        .withAsOf(date())
        .withUntil(until)
        .withStories(Decision.stories(decisions))
        .withClaims(Decision.claims(decisions))
        .withWikidata(wikidataIds())
        .withPublishers(publishers())
        .withStoriesCloseAfterDays(storiesCloseAfterDays)
        .withOneStory(oneStory);
  }

  private Limits limits() {
    Limits set = Limits.standard();
    for (Map.Entry<String, Long> limit : limits.entrySet()) {
      try {
        set = set.with(limit.getKey(), limit.getValue());
      } catch (IllegalArgumentException wrong) {
        throw new ParameterException(line(), "--limit: " + wrong.getMessage());
      }
    }
    return set;
  }

  private WikidataIds wikidataIds() {
    if (wikidata == null) {
      return WikidataIds.NONE;
    }
    try {
      WikidataIds ids = WikidataIds.read(wikidata);
      if (!ids.unfit().isEmpty()) {
        say(
            wikidata
                + ":"
                + ids.unfit().getFirst()
                + ": not NAME, TYPE and Q-number separated by tabs; lines passed over: "
                + ids.unfit().size());
      }
      return ids;
    } catch (IOException unreadable) {
      throw new ParameterException(line(), "--wikidata: cannot read " + reason(unreadable));
    }
  }

  private Publishers publishers() {
    if (outlets == null) {
      return Publishers.standard();
    }
    try {
      return Publishers.standard().with(Files.readAllLines(outlets));
    } catch (IOException unreadable) {
      throw new ParameterException(line(), "--outlets: cannot read " + reason(unreadable));
    } catch (IllegalArgumentException unfit) {
      throw new ParameterException(line(), "--outlets " + outlets + ": " + unfit.getMessage());
    }
  }

  private static String reason(IOException failure) {
    return failure instanceof NoSuchFileException
        ? failure.getMessage() + ": there is no such file"
        : String.valueOf(failure.getMessage());
  }

  private void say(String text) {
    line().getErr().println("twosource: " + Plain.line(text));
    line().getErr().flush();
  }

  private Account account(Options options) {
    boolean watched = !quiet && Terminal.isError();
    TerminalProgress shown = new TerminalProgress(System.err);
    try {
      Pipeline pipeline = Pipeline.standard(options, watched ? shown : Progress.NONE);
      Account account = pipeline.read(reading(options.limits(), watched ? shown : null));
      shown.finish();
      return rewrite == null ? account : rewritten(account, pipeline, rewrite);
    } finally {
      shown.finish();
    }
  }

  private Reading reading(Limits limits, @Nullable TerminalProgress shown) {
    InputReader reader = new InputReader(limits);
    NamedInputs named = new NamedInputs(all);
    if (!named.hasAddress()) {
      return reader.read(named.paths());
    }
    try (Fetcher fetcher = fetching.open()) {
      List<Source> sources =
          named.sources(
              fetcher,
              done -> {
                if (shown != null) {
                  shown.show("fetched " + done);
                }
              });
      return NamedInputs.advised(reader.readAll(sources), sources);
    }
  }

  /** Inputs have names; no two results go to one place, and none onto an input. */
  private void checkTargets() {
    if (all.isEmpty()) {
      throw new ParameterException(
          line(), "what shall be read? Name files, folders or addresses, or --links FILE");
    }
    if (all.stream().anyMatch(String::isBlank)) {
      throw new ParameterException(line(), "an input without a name; . is the current folder");
    }
    List<Path> files = files();
    List<String> targets = new ArrayList<>(written.values());
    Stream.of(Optional.ofNullable(json), Optional.ofNullable(markdown))
        .flatMap(Optional::stream)
        .forEach(targets::add);
    for (String target : targets) {
      if (targets.stream().filter(target::equals).count() > 1 && !target.equals("/dev/null")) {
        throw new ParameterException(
            line(),
            "two results go to "
                + (target.equals("-") ? "standard output" : target)
                + "; one of them needs a file of its own");
      }
      for (Path input : files) {
        if (!target.equals("-") && isSame(Path.of(target), input)) {
          throw new ParameterException(line(), target + " is an input and would be overwritten");
        }
      }
    }
  }

  private List<Path> files() {
    try {
      return new NamedInputs(all).paths();
    } catch (InvalidPathException noPath) {
      throw new ParameterException(line(), "an input that is no name of a file: " + noPath);
    }
  }

  private static boolean isSame(Path target, Path input) {
    try {
      return Files.isRegularFile(input) && Files.exists(target) && Files.isSameFile(target, input);
    } catch (IOException unreadable) {
      return false; // told when it is read
    }
  }

  private void checkClosing() {
    if (storiesCloseAfterDays < 1) {
      throw new ParameterException(
          line(), "--stories-close-after takes 1 day or more, not " + storiesCloseAfterDays);
    }
  }

  private void checkRewriting() {
    if (rewrite == null && rewriteModel == null) {
      return;
    }
    if (rewrite == null || rewriteModel == null || rewriteModel.isBlank()) {
      throw new ParameterException(
          line(), "--rewrite URL and --rewrite-model NAME go together; one is missing");
    }
    String scheme = String.valueOf(rewrite.getScheme());
    if (!scheme.matches("https?") || rewrite.getHost() == null) {
      throw new ParameterException(
          line(),
          "--rewrite takes an address like http://localhost:11434/v1, not '" + rewrite + "'");
    }
    if (until != Stage.BRIEF) {
      throw new ParameterException(
          line(), "--rewrite rewrites the brief, so --until must be brief");
    }
    if (rewriteSeconds < 1 || rewriteSeconds > 3600) {
      throw new ParameterException(
          line(), "--rewrite-timeout takes 1 to 3600 seconds, not " + rewriteSeconds);
    }
  }

  private Account rewritten(Account account, Pipeline pipeline, URI address) {
    OpenAiWriter writer =
        new OpenAiWriter(
            address,
            String.valueOf(rewriteModel),
            Optional.ofNullable(System.getenv("TWOSOURCE_REWRITE_KEY"))
                .filter(key -> !key.isBlank()),
            Duration.ofSeconds(rewriteSeconds));
    BriefRewriter rewriter = new BriefRewriter(writer, pipeline::annotate);
    Account rewritten =
        rewriter.rewrite(
            account,
            Map.of(
                "rewrite",
                address.getHost() + address.getPath(),
                "rewrite-model",
                String.valueOf(rewriteModel)));
    rewriter.failures().ifPresent(this::say);
    return rewritten;
  }

  private Map<String, Renderer> forms() {
    Map<String, Renderer> forms = new TreeMap<>();
    for (String name : written.keySet()) {
      forms.put(
          name,
          Renderers.find(name)
              .map(Renderers.Output::renderer)
              .orElseThrow(() -> new ParameterException(line(), noSuchForm(name))));
    }
    return forms;
  }

  private static String noSuchForm(String name) {
    return "--write knows "
        + String.join(", ", Renderers.standard().stream().map(Renderers.Output::name).toList())
        + ", not '"
        + name
        + "'";
  }

  private Optional<PartialDate> date() {
    if (asOf == null) {
      return Optional.empty();
    }
    Optional<PartialDate> date = PartialDate.parse(asOf);
    if (date.isEmpty()) {
      throw new ParameterException(
          line(), "--as-of takes a date like 2023-06-18, not '" + asOf + "'");
    }
    return date;
  }

  private Path page() {
    return html.resolve("index.html");
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

  private void sayWhyNothingWasRead(List<Unreadable> unreadable) {
    PrintWriter err = line().getErr();
    err.println("twosource: no report could be read");
    unreadable.stream()
        .limit(20)
        .forEach(
            bad -> err.println("  " + Plain.line(bad.source()) + ": " + Plain.line(bad.reason())));
    if (unreadable.isEmpty()) {
      err.println("  the inputs hold no file; name a folder or files with reports");
    }
    err.flush();
  }

  private CommandLine line() {
    return java.util.Objects.requireNonNull(spec).commandLine();
  }
}
