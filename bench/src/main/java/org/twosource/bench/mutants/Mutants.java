package org.twosource.bench.mutants;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/**
 * {@code mutants [PACKAGE] [--count N] [--seed S] [--commit]}: draws one-line mutants at random
 * over all stages, or within one package, runs the tests of the stage against each in a process of
 * its own, and lists those that survive. Run from the folder of the project with compiled tests.
 *
 * <p>The stages take turns, so that a large one does not have them all. A mutant that does not
 * compile is passed over; one whose tests do not end in time counts as found.
 */
public final class Mutants {
  private static final Path SOURCES = Path.of("core", "src", "main", "java");
  private static final Path CLASSES = Path.of("core", "target", "classes");
  private static final Path TESTS = Path.of("core", "target", "test-classes");
  private static final Path LIBRARIES = Path.of("bench", "target", "lib");
  private static final Path FIGURE = Path.of("bench", "results", "mutants.tsv");
  private static final String ROOT = "org.twosource";
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
  private static final int TIMEOUT_SECONDS = 180;
  private static final int ALLOWED_OF_COUNT = 6;

  private final Order order;
  private final List<Mutant> survivors = new ArrayList<>();
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
        "%d of %d one-line mutants survive, seed %d%n",
        survivors.size(),
        tried,
        order.seed());
    if (order.commit()) {
      Files.writeString(FIGURE, table());
    }
  }

  private void judge(Mutant mutant, Path folder) throws IOException, InterruptedException {
    boolean survives = survives(mutant, folder);
    if (survives) {
      survivors.add(mutant);
    }
    System.out.printf(
        "%s %s:%d%n    %s%n    %s%n",
        survives ? "SURVIVES" : "found   ",
        mutant.file(),
        mutant.line() + 1,
        mutant.before().strip(),
        mutant.after().strip());
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
                  CLASSES + System.getProperty("path.separator") + libraries()),
              null,
              files.getJavaFileObjects(source))
          .call();
    }
  }

  private static boolean survives(Mutant mutant, Path folder)
      throws IOException, InterruptedException {
    String separator = System.getProperty("path.separator");
    Process tests =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                String.join(
                    separator,
                    folder.resolve("classes").toString(),
                    CLASSES.toString(),
                    TESTS.toString(),
                    libraries()),
                TestRun.class.getName(),
                ROOT + "." + mutant.stage())
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    if (!tests.waitFor(TIMEOUT_SECONDS, TimeUnit.SECONDS)) {
      tests.destroyForcibly();
      return false;
    }
    return tests.exitValue() == 0 || tests.exitValue() == TestRun.NO_TESTS;
  }

  private static String libraries() throws IOException {
    try (Stream<Path> jars = Files.list(LIBRARIES)) {
      return String.join(
          System.getProperty("path.separator"), jars.map(Path::toString).sorted().toList());
    }
  }

  private String table() {
    return "metric\tvalue\ttarget\treached\tfloor\n"
        + String.format(
            Locale.ROOT,
            "one-line mutants that survive, of %d, seed %d\t%.4f\t%.4f\t%s\t11 of 15 (0.1.0)%n",
            tried,
            order.seed(),
            (double) survivors.size(),
            (double) ALLOWED_OF_COUNT,
            survivors.size() <= ALLOWED_OF_COUNT ? "yes" : "no");
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Collections.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}
