package org.twosource.bench.mutants;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Deque;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/**
 * {@code mutants [PACKAGE] [--count N] [--seed S] [--commit]}: draws one-line mutants at random
 * over all stages, or within one package, and runs against each the tests of {@code core} that run
 * the changed statement, those of its package and the quick ones first, and, where these notice
 * nothing, the golden cases. Of the tests of {@code core} no more are run than take {@value
 * #MAX_TEST_SECONDS} CPU seconds by themselves: a rule that only far-off tests would hold counts as
 * one that none holds. Lists those that survive both, those among them whose statement no test
 * runs, and those that only the golden cases notice: a page that differs says less than a case. The
 * bound of a comparison of real numbers is left alone, see {@link RealComparisons}. Run from the
 * folder of the project with compiled tests.
 *
 * <p>Tests are run in a process that has run them for other mutants ({@link WarmRun}). What was
 * made once, when a class was loaded, keeps the original rule there, so a mutant of that survives:
 * the figure may be too high, never too low.
 *
 * <p>The stages take turns, so that a large one does not have them all. A mutant that does not
 * compile is passed over; one whose tests do not end in time counts as found. A changed constant is
 * compiled into all who name it. Which test runs what is found out once, under JaCoCo, and again
 * when something has changed; a test that fails without a mutant ends the run, since it would find
 * every one.
 */
public final class Mutants {
  private static final Path SOURCES = Path.of("core", "src", "main", "java");
  private static final Path CORE = Path.of("core").toAbsolutePath();
  private static final Path CLASSES = Path.of("target", "classes");
  static final Path TESTS = Path.of("target", "test-classes");
  private static final Path LIBRARIES = Path.of("bench", "target", "lib");
  private static final Path WATCHED = Path.of("bench", "target", "mutants.tests");
  private static final Path FIGURE = Path.of("bench", "results", "mutants.tsv");
  static final String ROOT = "org.twosource";
  private static final Path ROOT_FOLDER = SOURCES.resolve(ROOT.replace('.', '/'));
  private static final String GOLDEN = ROOT + ".golden";
  private static final List<String> STAGES =
      List.of(
          "report",
          "text",
          "annotate",
          "reuse",
          "story",
          "lineage",
          "distortion",
          "timeline",
          "claim",
          "brief");
  private static final int COUNT = 40;
  private static final long SEED = 1;

  /** Of the processor, so that a busy machine ends no tests: all of core need some 150. */
  private static final int MAX_CPU_SECONDS = 400;

  private static final int WAIT_MILLIS = 100;

  /** A mutant that survives costs this and the golden cases, some 90 CPU seconds, and not 170. */
  private static final int MAX_TEST_SECONDS = 60;

  private static final int ALLOWED_OF_COUNT = 6;

  private final Order order;
  private final List<Watch> tests = new ArrayList<>();
  private final Map<Watch.Module, WarmProcess> warm = new EnumMap<>(Watch.Module.class);
  private int survivors;
  private int goldenAlone;
  private int unreached;
  private int tried;
  private final Sources sources;

  private Mutants(Order order) throws IOException {
    this.order = order;
    this.sources = Sources.in(SOURCES);
    for (Watch.Module module : Watch.Module.values()) {
      List<String> command = new ArrayList<>(java(module, Optional.empty(), agent()));
      command.add(WarmRun.class.getName());
      warm.put(module, new WarmProcess(command, module.folder()));
    }
  }

  private static List<String> agent() throws IOException {
    return List.of("-javaagent:" + library("twosource-bench"), "-XX:+UseSerialGC");
  }

  /** What was asked for; an empty package is all stages. */
  private record Order(String within, int count, long seed, boolean commit) {}

  /**
   * @throws IOException when sources or classes cannot be read
   * @throws InterruptedException when stopped while tests run
   */
  public static void main(String[] args) throws IOException, InterruptedException {
    Mutants mutants = new Mutants(order(args));
    try {
      mutants.run();
    } finally {
      mutants.warm.values().forEach(WarmProcess::close);
    }
  }

  private static Order order(String[] args) {
    Deque<String> words = new ArrayDeque<>(Arrays.asList(args));
    String within = "";
    int count = COUNT;
    long seed = SEED;
    boolean commit = false;
    while (!words.isEmpty()) {
      String word = words.remove();
      switch (word) {
        case "--count" -> count = Integer.parseInt(words.remove());
        case "--seed" -> seed = Long.parseLong(words.remove());
        case "--commit" -> commit = true;
        default -> within = word;
      }
    }
    return new Order(within, count, seed, commit);
  }

  private void run() throws IOException, InterruptedException {
    tests.addAll(watched());
    Deque<Mutant> drawn = drawn();
    while (tried < order.count() && !drawn.isEmpty()) {
      Mutant mutant = drawn.remove();
      Path folder = Files.createTempDirectory("mutant");
      try {
        if (compiles(mutant, folder)) {
          tried++;
          judge(mutant, folder);
        }
      } finally {
        delete(folder);
      }
    }
    System.out.printf(
        Locale.ROOT,
        "%d of %d one-line mutants survive (%d of them no test runs), %d more are noticed by golden"
            + " cases alone, seed %d%n",
        survivors,
        tried,
        unreached,
        goldenAlone,
        order.seed());
    if (order.commit()) {
      Files.writeString(FIGURE, table());
    }
  }

  private void judge(Mutant mutant, Path folder) throws IOException, InterruptedException {
    String fate = fate(mutant, folder);
    System.out.printf(
        "%-8s %s:%d%n    %s%n    %s%n",
        fate, mutant.file(), mutant.line() + 1, mutant.before().strip(), mutant.after().strip());
  }

  private String fate(Mutant mutant, Path folder) throws IOException, InterruptedException {
    Path changed = folder.resolve("classes");
    List<Watch> watching = watching(mutant);
    for (Watch.Module module : Watch.Module.values()) {
      List<String> names =
          within(
              MAX_TEST_SECONDS, watching.stream().filter(one -> one.module() == module).toList());
      if (!names.isEmpty() && isFound(module, names, changed)) {
        goldenAlone += module == Watch.Module.APP ? 1 : 0;
        return module == Watch.Module.APP ? "golden" : "found";
      }
    }
    unreached += watching.isEmpty() ? 1 : 0;
    survivors++;
    return watching.isEmpty() ? "UNREACHED" : "SURVIVES";
  }

  /** Whether tests fail with the changed classes. */
  private boolean isFound(Watch.Module module, List<String> names, Path changed)
      throws IOException, InterruptedException {
    WarmProcess.Verdict verdict =
        Objects.requireNonNull(warm.get(module))
            .verdict(changed, names, Duration.ofSeconds(MAX_CPU_SECONDS));
    return switch (verdict) {
      case FAILED -> true;
      case PASSED -> false;
      case UNKNOWN -> !passes(module, names, Optional.of(changed), List.of()).isPassed();
    };
  }

  /** The first tests, one at least, that take so long together. */
  private static List<String> within(int seconds, List<Watch> tests) {
    List<String> names = new ArrayList<>();
    long millis = 0;
    for (Watch test : tests) {
      millis += test.cpuMillis();
      if (!names.isEmpty() && millis > Duration.ofSeconds(seconds).toMillis()) {
        break;
      }
      names.add(test.test());
    }
    return names;
  }

  /** The tests that a mutant can fail. */
  private List<Watch> watching(Mutant mutant) {
    List<Path> changed = sources.changed(mutant);
    return tests.stream()
        .filter(
            one -> changed.stream().anyMatch(file -> one.runs(file, sources.felt(file, mutant))))
        .sorted(Watch.nearAndQuickFirst(mutant.file()))
        .toList();
  }

  /**
   * What each test runs: of a test whose class is newer than what is kept, or that is not among it,
   * found out anew; of all where anything else is newer.
   */
  private static List<Watch> watched() throws IOException, InterruptedException {
    Map<String, Watch> kept = new HashMap<>();
    Optional<FileTime> since =
        Files.exists(WATCHED) ? Optional.of(Files.getLastModifiedTime(WATCHED)) : Optional.empty();
    if (since.isPresent() && !isOld(since.get())) {
      Files.readAllLines(WATCHED).stream().map(Watch::of).forEach(one -> kept.put(one.test(), one));
    }
    List<Watch> watched = new ArrayList<>();
    for (Watch.Module module : Watch.Module.values()) {
      for (String test : Watch.testsOf(module, module == Watch.Module.CORE ? ROOT : GOLDEN)) {
        Watch known = kept.get(test);
        boolean isKnown =
            known != null
                && since.isPresent()
                && !isNewer(module.folder().resolve(TESTS).resolve(file(test)), since.get());
        watched.add(isKnown ? known : watch(test, module));
      }
    }
    Files.write(WATCHED, watched.stream().map(Watch::line).toList());
    return watched;
  }

  private static Path file(String test) {
    return Path.of(test.replace('.', '/') + ".class");
  }

  private static boolean isOld(FileTime since) throws IOException {
    for (Watch.Module module : Watch.Module.values()) {
      for (Path classes : List.of(CLASSES, TESTS)) {
        try (Stream<Path> files = Files.walk(module.folder().resolve(classes))) {
          for (Path file : files.filter(Files::isRegularFile).toList()) {
            if (!file.toString().endsWith("Test.class") && isNewer(file, since)) {
              return true;
            }
          }
        }
      }
    }
    return false;
  }

  private static boolean isNewer(Path file, FileTime since) throws IOException {
    return Files.getLastModifiedTime(file).compareTo(since) > 0;
  }

  private static Watch watch(String test, Watch.Module module)
      throws IOException, InterruptedException {
    Path record = Files.createTempFile("jacoco", ".exec");
    try {
      Ran ran =
          passes(
              module,
              List.of(test),
              Optional.empty(),
              List.of(
                  "-javaagent:"
                      + library("org.jacoco.agent")
                      + "=destfile="
                      + record
                      + ",includes="
                      + ROOT
                      + ".*"));
      if (!ran.isPassed()) {
        throw new IllegalStateException(test + " fails without a mutant");
      }
      return new Watch(test, module, ran.cpuMillis(), Watch.runs(record, CORE.resolve(CLASSES)));
    } finally {
      Files.delete(record);
    }
  }

  /** The mutants of the stages in turn, each stage's own in random order. */
  private Deque<Mutant> drawn() throws IOException {
    Random random = new Random(order.seed());
    RealComparisons reals =
        RealComparisons.in(
            SOURCES.toAbsolutePath(),
            rules(ROOT_FOLDER).stream().map(Path::toAbsolutePath).toList(),
            CORE.resolve(CLASSES) + System.getProperty("path.separator") + libraries());
    Map<String, Deque<Mutant>> byStage = new TreeMap<>();
    for (String stage : STAGES) {
      List<Mutant> all = new ArrayList<>(ofStage(stage, reals));
      Collections.shuffle(all, random);
      byStage.put(stage, new ArrayDeque<>(all));
    }
    Deque<Mutant> drawn = new ArrayDeque<>();
    while (byStage.values().stream().anyMatch(left -> !left.isEmpty())) {
      for (Deque<Mutant> left : byStage.values()) {
        if (!left.isEmpty()) {
          drawn.add(left.remove());
        }
      }
    }
    return drawn;
  }

  private List<Mutant> ofStage(String stage, RealComparisons reals) throws IOException {
    List<Mutant> mutants = new ArrayList<>();
    for (Path file : rules(ROOT_FOLDER.resolve(stage))) {
      if (file.startsWith(ROOT_FOLDER.resolve(order.within().replace('.', '/')))) {
        Path name = SOURCES.relativize(file);
        mutants.addAll(
            Mutant.of(stage, name, Files.readAllLines(file), line -> reals.isAt(name, line)));
      }
    }
    return mutants;
  }

  private static List<Path> rules(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(Mutants::isRule).sorted().toList();
    }
  }

  /** Code with decisions of the product: no renderers, no descriptions of packages. */
  private static boolean isRule(Path file) {
    return file.toString().endsWith(".java")
        && !file.endsWith("package-info.java")
        && !file.toString().contains("render");
  }

  private boolean compiles(Mutant mutant, Path folder) throws IOException {
    Path source = folder.resolve("source").resolve(mutant.file());
    Files.createDirectories(source.getParent());
    Files.writeString(source, mutant.source(sources.lines(mutant.file())));
    List<Path> all = new ArrayList<>(List.of(source));
    sources.changed(mutant).stream().skip(1).map(SOURCES::resolve).forEach(all::add);
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null)) {
      return compiler
          .getTask(
              new StringWriter(),
              files,
              diagnostic -> {},
              List.of(
                  "-proc:none",
                  "-d",
                  Files.createDirectories(folder.resolve("classes")).toString(),
                  "-cp",
                  CORE.resolve(CLASSES) + System.getProperty("path.separator") + libraries()),
              null,
              files.getJavaFileObjectsFromPaths(all))
          .call();
    }
  }

  /** How a run of tests ended. */
  private record Ran(boolean isPassed, long cpuMillis) {}

  private static Ran passes(
      Watch.Module module, List<String> tests, Optional<Path> changed, List<String> options)
      throws IOException, InterruptedException {
    List<String> quickly = List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC");
    List<String> command = new ArrayList<>(java(module, changed, quickly));
    command.addAll(1, options);
    command.add(TestRun.class.getName());
    command.addAll(tests);
    Process run =
        new ProcessBuilder(command)
            .directory(module.folder().toFile())
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    Duration used = Duration.ZERO;
    while (!run.waitFor(WAIT_MILLIS, TimeUnit.MILLISECONDS)) {
      used = run.info().totalCpuDuration().orElse(used);
      if (used.toSeconds() > MAX_CPU_SECONDS) {
        run.destroyForcibly();
        return new Ran(false, used.toMillis());
      }
    }
    return new Ran(run.exitValue() == 0, used.toMillis());
  }

  /** The command that runs a class with the tests of a module, without the class. */
  private static List<String> java(
      Watch.Module module, Optional<Path> changed, List<String> options) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(options);
    command.addAll(
        List.of(
            "--enable-native-access=ALL-UNNAMED",
            "-Dtwosource.home=" + CORE.getParent(),
            "-cp",
            classPath(module.folder(), changed)));
    return command;
  }

  private static String classPath(Path module, Optional<Path> changed) throws IOException {
    List<String> places = new ArrayList<>();
    changed.ifPresent(classes -> places.add(classes.toAbsolutePath().toString()));
    places.add(CORE.resolve(CLASSES).toString());
    places.add(module.resolve(CLASSES).toString());
    places.add(module.resolve(TESTS).toString());
    places.add(libraries());
    return String.join(System.getProperty("path.separator"), places);
  }

  private static String libraries() throws IOException {
    try (Stream<Path> jars = Files.list(LIBRARIES)) {
      return String.join(
          System.getProperty("path.separator"),
          jars.map(jar -> jar.toAbsolutePath().toString()).sorted().toList());
    }
  }

  private static Path library(String name) throws IOException {
    try (Stream<Path> jars = Files.list(LIBRARIES)) {
      return jars.filter(jar -> jar.getFileName().toString().startsWith(name))
          .findFirst()
          .orElseThrow(() -> new IOException("no " + name + " in " + LIBRARIES))
          .toAbsolutePath();
    }
  }

  /** The table with the rows of this seed, and those of other seeds as they are. */
  private String table() throws IOException {
    String seed = ", seed " + order.seed() + "\t";
    StringBuilder table = new StringBuilder("metric\tvalue\ttarget\treached\tfloor\n");
    for (String row : Files.exists(FIGURE) ? Files.readAllLines(FIGURE) : List.<String>of()) {
      if (!row.startsWith("metric\t") && !row.contains(seed)) {
        table.append(row).append('\n');
      }
    }
    return table
        .append(
            String.format(
                Locale.ROOT,
                "one-line mutants that survive, of %d%s%.4f\t%.4f\t%s\t11 of 15 (0.1.0)%n",
                tried,
                seed,
                (double) survivors,
                (double) ALLOWED_OF_COUNT,
                survivors <= ALLOWED_OF_COUNT ? "yes" : "no"))
        .append(
            String.format(
                Locale.ROOT,
                "one-line mutants that golden cases alone notice, of %d%s%.4f\t\t\t%n",
                tried,
                seed,
                (double) goldenAlone))
        .toString();
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Collections.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}
