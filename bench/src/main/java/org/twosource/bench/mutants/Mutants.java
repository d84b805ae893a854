package org.twosource.bench.mutants;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/**
 * {@code mutants [PACKAGE] [--count N] [--seed S] [--commit]}: draws one-line mutants at random
 * over all stages, or within one package, and runs against each, in processes of their own, the
 * tests of its stage and, where these notice nothing, the golden cases. Lists those that survive
 * both, and those that only the golden cases notice: a page that differs says less than a case. Run
 * from the folder of the project with compiled tests.
 *
 * <p>The stages take turns, so that a large one does not have them all. A mutant that does not
 * compile is passed over; one whose tests do not end in time counts as found. Tests that fail
 * without a mutant end the run, since they would find every one.
 */
public final class Mutants {
  private static final Path SOURCES = Path.of("core", "src", "main", "java");
  private static final Path CORE = Path.of("core").toAbsolutePath();
  private static final Path APP = Path.of("app").toAbsolutePath();
  private static final Path CLASSES = Path.of("target", "classes");
  private static final Path TESTS = Path.of("target", "test-classes");
  private static final Path LIBRARIES = Path.of("bench", "target", "lib");
  private static final Path FIGURE = Path.of("bench", "results", "mutants.tsv");
  private static final String ROOT = "org.twosource";
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

  /** Of the processor, so that a busy machine ends no tests: those of a stage need up to 60. */
  private static final int MAX_CPU_SECONDS = 300;

  private static final int ALLOWED_OF_COUNT = 6;

  private final Order order;
  private final Set<String> sound = new HashSet<>();
  private int survivors;
  private int goldenAlone;
  private int tried;

  private Mutants(Order order) {
    this.order = order;
  }

  /** What was asked for; an empty package is all stages. */
  private record Order(String within, int count, long seed, boolean commit) {}

  /**
   * @throws IOException when sources or classes cannot be read
   * @throws InterruptedException when stopped while tests run
   */
  public static void main(String[] args) throws IOException, InterruptedException {
    new Mutants(order(args)).run();
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
        "%d of %d one-line mutants survive, %d more are noticed by golden cases alone, seed %d%n",
        survivors,
        tried,
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
    if (!passes(CORE, ROOT + "." + mutant.stage(), Optional.of(changed))) {
      return "found";
    }
    if (!passes(APP, GOLDEN, Optional.of(changed))) {
      goldenAlone++;
      return "golden";
    }
    survivors++;
    return "SURVIVES";
  }

  /** Whether the tests of a package pass with changed classes; they must pass without. */
  private boolean passes(Path module, String tests, Optional<Path> changed)
      throws IOException, InterruptedException {
    if (changed.isPresent() && sound.add(tests) && !passes(module, tests, Optional.empty())) {
      throw new IllegalStateException("the tests of " + tests + " fail without a mutant");
    }
    return run(module, tests, changed);
  }

  /** The mutants of the stages in turn, each stage's own in random order. */
  private Deque<Mutant> drawn() throws IOException {
    Random random = new Random(order.seed());
    Map<String, Deque<Mutant>> byStage = new TreeMap<>();
    for (String stage : STAGES) {
      List<Mutant> all = new ArrayList<>(ofStage(stage));
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

  private List<Mutant> ofStage(String stage) throws IOException {
    Path root = SOURCES.resolve(ROOT.replace('.', '/'));
    Path within = root.resolve(order.within().replace('.', '/'));
    List<Mutant> mutants = new ArrayList<>();
    try (Stream<Path> files = Files.walk(root.resolve(stage))) {
      for (Path file : files.filter(Mutants::isRule).sorted().toList()) {
        if (file.startsWith(within)) {
          mutants.addAll(Mutant.of(stage, SOURCES.relativize(file), Files.readAllLines(file)));
        }
      }
    }
    return mutants;
  }

  /** Code with decisions of the product: no renderers, no descriptions of packages. */
  private static boolean isRule(Path file) {
    return file.toString().endsWith(".java")
        && !file.endsWith("package-info.java")
        && !file.toString().contains("render");
  }

  private static boolean compiles(Mutant mutant, Path folder) throws IOException {
    Path source = folder.resolve("source").resolve(mutant.file());
    Files.createDirectories(source.getParent());
    Files.writeString(source, mutant.source(Files.readAllLines(SOURCES.resolve(mutant.file()))));
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
              files.getJavaFileObjects(source))
          .call();
    }
  }

  private static boolean run(Path module, String tests, Optional<Path> changed)
      throws IOException, InterruptedException {
    Process run =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Dtwosource.home=" + CORE.getParent(),
                "-cp",
                classPath(module, changed),
                TestRun.class.getName(),
                tests)
            .directory(module.toFile())
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    while (!run.waitFor(1, TimeUnit.SECONDS)) {
      Duration used = run.info().totalCpuDuration().orElse(Duration.ZERO);
      if (used.toSeconds() > MAX_CPU_SECONDS) {
        run.destroyForcibly();
        return false;
      }
    }
    return run.exitValue() == 0 || run.exitValue() == TestRun.NO_TESTS;
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
