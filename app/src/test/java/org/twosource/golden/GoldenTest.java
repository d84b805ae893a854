package org.twosource.golden;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicContainer.dynamicContainer;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.TestFactory;
import org.twosource.Models;
import org.twosource.Options;
import org.twosource.Pipeline;
import org.twosource.Progress;
import org.twosource.brief.Account;
import org.twosource.brief.render.AccountReader;
import org.twosource.brief.render.JsonRenderer;

/**
 * Whole stories, from reports to brief. Two sorts of expectations: one page a stage, compared line
 * by line and rewritten with {@code -Dgolden=update} ({@code ./build golden}), so that the diff of
 * a change shows what it does to real text; and {@code must.txt}, written by hand, which no update
 * touches. The case {@code harbour} reads {@code samples/harbour}.
 */
class GoldenTest {
  private static final Path HOME = Path.of(System.getProperty("twosource.home", ".."));
  private static final Path GOLDEN = HOME.resolve("core/src/test/resources/golden");
  private static final Models MODELS = new Models();
  private static final boolean UPDATE = "update".equals(System.getProperty("golden"));

  @TestFactory
  Stream<DynamicNode> everyCase() throws IOException {
    try (Stream<Path> cases = Files.list(GOLDEN)) {
      return cases.filter(Files::isDirectory).sorted().map(GoldenTest::tests).toList().stream();
    }
  }

  /** What is read in the sentences of the cases files, in {@code golden-cases}. */
  @TestFactory
  Stream<DynamicNode> everySentenceOfTheCases() {
    return CaseStories.names().stream()
        .map(
            name ->
                dynamicTest(
                    name,
                    () ->
                        compare(
                            GOLDEN.resolveSibling("golden-cases").resolve(name),
                            CaseStories.read(GOLDEN.resolveSibling("cases"), name, MODELS))));
  }

  private static DynamicNode tests(Path folder) {
    Supplier<Account> account = once(() -> read(folder));
    List<DynamicNode> tests = new ArrayList<>();
    try {
      for (Must must : Must.read(folder.resolve("expected/must.txt"))) {
        tests.add(dynamicTest("must: " + must.line(), () -> holds(must, account.get())));
      }
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
    tests.add(dynamicTest("stage by stage", () -> compare(folder, account.get())));
    tests.add(dynamicTest("the result fits the schema", () -> validate(account.get())));
    tests.add(dynamicTest("the result can be read back", () -> readBack(account.get())));
    return dynamicContainer(folder.getFileName().toString(), tests);
  }

  private static Account read(Path folder) {
    Path reports = folder.resolve("reports");
    Path input =
        Files.isDirectory(reports)
            ? reports
            : HOME.resolve("samples").resolve(folder.getFileName().toString());
    Options options = Options.standard();
    return new Pipeline(Pipeline.Stages.standard(options, MODELS), options, Progress.NONE)
        .read(List.of(input));
  }

  private static void holds(Must must, Account account) {
    boolean holds = must.holds(account);
    if (must.expected()) {
      assertThat(holds).as(must.line()).isTrue();
    } else {
      assertThat(holds).as("reached: take \"not yet\" away from " + must.line()).isFalse();
      Assumptions.abort("not yet reached: " + must.line());
    }
  }

  private static void compare(Path folder, Account account) throws IOException {
    for (Map.Entry<String, String> page : AccountText.pages(account).entrySet()) {
      Path file = folder.resolve("expected").resolve(page.getKey());
      if (UPDATE) {
        Files.createDirectories(file.getParent());
        Files.writeString(file, page.getValue());
      } else {
        assertThat(page.getValue().lines())
            .as(folder.getFileName() + "/" + page.getKey() + "; ./build golden rewrites it")
            .containsExactlyElementsOf(Files.readAllLines(file));
      }
    }
  }

  private static void validate(Account account) throws IOException {
    assertThat(ResultSchema.problems(json(account))).isEmpty();
  }

  private static void readBack(Account account) throws IOException {
    byte[] first = json(account);
    Account read = new AccountReader().read(new ByteArrayInputStream(first));
    assertThat(new String(json(read), StandardCharsets.UTF_8))
        .as("AccountReader has to read what JsonRenderer writes")
        .isEqualTo(new String(first, StandardCharsets.UTF_8));
  }

  private static byte[] json(Account account) throws IOException {
    var json = new ByteArrayOutputStream();
    new JsonRenderer().render(account, json);
    return json.toByteArray();
  }

  /** Reads a case when its first test runs, and only once. */
  private static <T> Supplier<T> once(Supplier<T> make) {
    List<T> made = new ArrayList<>();
    return () -> {
      if (made.isEmpty()) {
        made.add(make.get());
      }
      return made.getFirst();
    };
  }
}
