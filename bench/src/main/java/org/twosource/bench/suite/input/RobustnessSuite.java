package org.twosource.bench.suite.input;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.twosource.bench.BenchData;
import org.twosource.bench.Figure;
import org.twosource.bench.Suite;
import org.twosource.report.InputReader;
import org.twosource.report.Limits;
import org.twosource.report.Reading;
import org.twosource.report.Report;
import org.twosource.report.format.Content;
import org.twosource.report.format.Readers;
import org.twosource.text.StandardTextBuilder;

/**
 * Inputs of other projects' tests through reading and dividing: nothing may throw, nothing may
 * hang, nothing may be lost without a word, and what is a feed is to be read as one.
 */
public final class RobustnessSuite implements Suite {
  private static final List<String> ARCHIVES =
      List.of("feedparser", "feedvalidator", "html5lib-tests", "jsoup", "jwarc", "warcio");

  private static final ThreadMXBean CPU = ManagementFactory.getThreadMXBean();

  private final InputReader reader = new InputReader(Limits.standard());
  private final StandardTextBuilder builder = new StandardTextBuilder();

  @Override
  public String name() {
    return "robustness";
  }

  @Override
  public List<Figure> run(BenchData data) throws IOException {
    int files = 0;
    int thrown = 0;
    int silent = 0;
    int stumbled = 0;
    double slowest = 0;
    Share wellFormed = new Share();
    Share illFormed = new Share();
    Share validator = new Share();
    for (String archive : ARCHIVES) {
      for (Path file :
          ExtractionSuite.Unpacked.all(data.file("robustness/" + archive + ".tar.xz"))) {
        files++;
        Content content =
            Content.of(file.toString(), file.getFileName().toString(), Files.readAllBytes(file));
        String path = file.toString().replace('\\', '/');
        boolean feed = isFeed(content, path);
        (path.contains("/wellformed/")
                ? wellFormed
                : path.contains("/illformed/") ? illFormed : validator)
            .count(
                feed && archive.startsWith("feed"), Readers.formatOf(content).equals("feed"), path);
        long start = CPU.getCurrentThreadCpuTime();
        try {
          Reading reading = reader.read(content);
          reading.reports().forEach(this::build);
          silent += reading.reports().isEmpty() && reading.unreadable().isEmpty() ? 1 : 0;
          stumbled +=
              reading.unreadable().stream()
                      .anyMatch(one -> one.reason().startsWith("could not be read:"))
                  ? 1
                  : 0;
        } catch (RuntimeException | StackOverflowError bug) {
          thrown++;
          System.err.println(file + ": " + bug);
        }
        double seconds = (CPU.getCurrentThreadCpuTime() - start) / 1e9;
        if (Boolean.getBoolean("twosource.verbose") && seconds > 1) {
          System.err.printf("%.1f s: %s%n", seconds, file);
        }
        slowest = Math.max(slowest, seconds);
      }
    }
    return List.of(
        Figure.shown("files", files),
        Figure.atMost("files that made something throw", thrown, 0, ""),
        Figure.atMost("files over which a library stumbled", stumbled, 0, ""),
        Figure.atMost("files that gave neither report nor reason", silent, 0, ""),
        Figure.atMost("slowest file, CPU seconds", slowest, 5, ""),
        Figure.atLeast(
            "feeds read, feedparser well-formed", wellFormed.value(), .98, ".971 ROME alone"),
        Figure.atLeast(
            "feeds read, feedparser ill-formed", illFormed.value(), .90, ".63 ROME alone"),
        Figure.atLeast("feeds read, feedvalidator", validator.value(), .95, ".82 ROME alone"));
  }

  private void build(Report report) {
    builder.build(report);
  }

  /** Whether a file is meant to be a feed: it holds the root element of one, in any encoding. */
  private static boolean isFeed(Content content, String path) {
    String text = content.head(20_000).replace("\0", "").toLowerCase(Locale.ROOT);
    return path.endsWith(".xml")
        && (text.contains("<rss")
            || text.contains("<feed")
            || text.contains("<rdf:rdf") && text.contains("purl.org/rss"));
  }

  /** How many of how many. */
  private static final class Share {
    private int all;
    private int read;

    void count(boolean counts, boolean isRead, String path) {
      all += counts ? 1 : 0;
      read += counts && isRead ? 1 : 0;
      if (counts && !isRead && Boolean.getBoolean("twosource.verbose")) {
        System.err.println("no feed: " + path);
      }
    }

    double value() {
      return all == 0 ? 0 : (double) read / all;
    }
  }
}
