package org.twosource.bench.mutants;

import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.PrintStream;
import java.lang.instrument.ClassDefinition;
import java.lang.instrument.Instrumentation;
import java.lang.instrument.UnmodifiableClassException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.platform.engine.CancellationToken;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.TestExecutionResult.Status;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherExecutionRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/**
 * Runs test classes for one mutant after the other in one process, with the changed class put in
 * the place of the original while it runs (as PIT does), so that models are read and code is
 * compiled once. A line of the input is an order, a line of the output its answer:
 *
 * <ul>
 *   <li>{@code swap FOLDER}: puts the classes of a folder in place; {@code done}, or {@code cannot}
 *   <li>{@code restore}: puts the originals back; {@code done}
 *   <li>{@code run CLASS...}: {@code passed}, or {@code failed CLASS} for the first that fails
 * </ul>
 */
final class WarmRun {
  static final String DONE = "done";
  static final String CANNOT = "cannot";
  static final String PASSED = "passed";
  static final String FAILED = "failed ";

  private static @Nullable Instrumentation instrumentation;

  private final Instrumentation classes;
  private final List<Class<?>> swapped = new ArrayList<>();

  private WarmRun(Instrumentation classes) {
    this.classes = classes;
  }

  /** Called by the virtual machine, as the manifest says, before {@link #main}. */
  @SuppressWarnings("unused")
  public static void premain(String arguments, Instrumentation given) {
    instrumentation = given;
  }

  /**
   * @throws IOException when no order can be read
   */
  public static void main(String[] none) throws IOException {
    Instrumentation given = instrumentation;
    if (given == null) {
      throw new IllegalStateException("run with this class as the agent of its own process");
    }
    PrintStream answers = System.out;
    System.setOut(new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8));
    WarmRun run = new WarmRun(given);
    try (BufferedReader orders =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))) {
      for (String order = orders.readLine(); order != null; order = orders.readLine()) {
        answers.println(run.answer(order));
        answers.flush();
      }
    }
    System.exit(0);
  }

  private String answer(String order) throws IOException {
    List<String> words = Arrays.asList(order.split(" "));
    return switch (words.getFirst()) {
      case "swap" -> swap(Path.of(words.get(1))) ? DONE : CANNOT;
      case "restore" -> restore() ? DONE : CANNOT;
      case "run" ->
          words.stream()
              .skip(1)
              .filter(WarmRun::fails)
              .findFirst()
              .map(name -> FAILED + name)
              .orElse(PASSED);
      default -> throw new IllegalArgumentException("no order: " + order);
    };
  }

  private boolean swap(Path folder) throws IOException {
    List<ClassDefinition> changed = new ArrayList<>();
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.filter(one -> one.toString().endsWith(".class")).toList()) {
        String path = folder.relativize(file).toString();
        Optional<Class<?>> original = named(path.substring(0, path.lastIndexOf('.')));
        if (original.isEmpty()) {
          return false;
        }
        changed.add(new ClassDefinition(original.get(), Files.readAllBytes(file)));
        swapped.add(original.get());
      }
    }
    return redefine(changed);
  }

  private boolean restore() throws IOException {
    List<ClassDefinition> originals = new ArrayList<>();
    for (Class<?> one : swapped) {
      String path = one.getName().replace('.', '/') + ".class";
      try (InputStream bytes = ClassLoader.getSystemResourceAsStream(path)) {
        if (bytes == null) {
          throw new IOException("no class file: " + path);
        }
        originals.add(new ClassDefinition(one, bytes.readAllBytes()));
      }
    }
    swapped.clear();
    return redefine(originals);
  }

  private static Optional<Class<?>> named(String path) {
    try {
      return Optional.of(
          Class.forName(path.replace('/', '.'), false, ClassLoader.getSystemClassLoader()));
    } catch (ClassNotFoundException none) {
      return Optional.empty();
    }
  }

  private boolean redefine(List<ClassDefinition> definitions) {
    try {
      classes.redefineClasses(definitions.toArray(ClassDefinition[]::new));
      return true;
    } catch (UnmodifiableClassException
        | ClassNotFoundException
        | UnsupportedOperationException
        | LinkageError refused) {
      return false;
    }
  }

  private static boolean fails(String name) {
    LauncherDiscoveryRequest request =
        LauncherDiscoveryRequestBuilder.request().selectors(selectClass(name)).build();
    CancellationToken stop = CancellationToken.create();
    FirstFailure failure = new FirstFailure(stop);
    LauncherFactory.create()
        .execute(
            LauncherExecutionRequestBuilder.request(request)
                .listeners(failure)
                .cancellationToken(stop)
                .build());
    return stop.isCancellationRequested();
  }

  /** Ends the run of a class at its first failure. */
  private record FirstFailure(CancellationToken stop) implements TestExecutionListener {
    @Override
    public void executionFinished(TestIdentifier test, TestExecutionResult result) {
      if (result.getStatus() == Status.FAILED) {
        stop.cancel();
      }
    }
  }
}
