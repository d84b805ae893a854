package org.twosource.app;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/** The Chromium of this machine, driven by tests of pages; without one they are skipped. */
public final class Chromium implements AutoCloseable {
  private static final List<String> NAMES =
      List.of("chromium", "chromium-browser", "google-chrome", "chrome");

  private final Playwright playwright;
  private final Browser browser;

  private Chromium(Path program, List<String> options) {
    playwright =
        Playwright.create(
            new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    browser =
        playwright
            .chromium()
            .launch(
                new BrowserType.LaunchOptions()
                    .setExecutablePath(program)
                    .setArgs(
                        Stream.concat(Stream.of("--no-sandbox", "--disable-gpu"), options.stream())
                            .toList()));
  }

  /** Opens it, or skips the test. */
  public static Chromium open() {
    return open(List.of());
  }

  /** The same with further options of the program. */
  public static Chromium open(List<String> options) {
    Optional<Path> program =
        Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
            .flatMap(entry -> NAMES.stream().map(name -> Path.of(entry, name)))
            .filter(Files::isExecutable)
            .findFirst();
    Assumptions.assumeTrue(
        program.isPresent(), "no Chromium on the PATH (" + NAMES + "): browser tests skipped");
    return new Chromium(program.get(), options);
  }

  public Browser browser() {
    return browser;
  }

  public Page newPage() {
    return browser.newPage();
  }

  @Override
  public void close() {
    playwright.close();
  }
}
