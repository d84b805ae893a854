package org.twosource.bench.speed;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.twosource.GrowingStory;
import org.twosource.Options;
import org.twosource.Pipeline;
import org.twosource.Progress;
import org.twosource.bench.BenchData;
import org.twosource.bench.Figure;
import org.twosource.bench.Suite;
import org.twosource.brief.Brief;
import org.twosource.brief.ExtractiveBriefBuilder;
import org.twosource.brief.Stage;
import org.twosource.brief.StoryAccount;
import org.twosource.claim.Claim;
import org.twosource.claim.StandardClaimMatcher;
import org.twosource.compare.LearnedComparer;
import org.twosource.compare.LearnedDifferences;
import org.twosource.distortion.ChangeJudge;
import org.twosource.distortion.Distortions;
import org.twosource.distortion.PairwiseDistortionFinder;
import org.twosource.distortion.QuotationMatcher;
import org.twosource.report.InputReader;
import org.twosource.report.Limits;
import org.twosource.report.Reading;
import org.twosource.report.Report;
import org.twosource.reuse.TokenWordAligner;
import org.twosource.timeline.EventTimelineBuilder;

/**
 * What a user waits for, and what it takes of the machine: whole processes of {@code ./twosource
 * read}, each from start to finished result. Where the five reports of the acceptance case are
 * absent, five of the sample stand for them, and the figure says so.
 */
public final class SpeedSuite implements Suite {
  private static final Map<String, String> QUICK = Map.of();
  private static final Map<String, String> PLAIN = Map.of("TWOSOURCE_NO_CACHE", "1");
  private static final int RUNS = 5;
  private static final int WARM = 15;
  private static final double NANOS_A_MILLI = 1e6;

  @Override
  public String name() {
    return "speed";
  }

  @Override
  public List<Figure> run(BenchData data) throws IOException {
    List<Figure> figures = new ArrayList<>();
    Command.run(QUICK, "read", "samples/harbour", "--no-html", "--quiet"); // builds, makes archives
    fiveReports(figures);
    firstReport(figures);
    stages(figures);
    oneStory(figures, 500, 90, 6_000);
    oneStory(figures, 1_000, 60, 1_500);
    oneMore(figures, 1_000);
    growth(figures);
    figures.add(Figure.atMost("distribution, MB", distribution(), 150, ""));
    return figures;
  }

  private static void fiveReports(List<Figure> figures) throws IOException {
    Path seeds = Path.of("..", "shared", "seeds");
    boolean real = Files.isDirectory(seeds);
    Path five = real ? seeds : Folders.oneStory(5);
    String what = real ? "the five seeds, " : "five prints of the sample, ";
    Command.Cost quick = read(RUNS, QUICK, five);
    Command.Cost plain = read(RUNS, PLAIN, five);
    figures.add(Figure.atMost(what + "wall s, with quick-start archive", quick.wall(), 2.5, ""));
    figures.add(Figure.atMost(what + "wall s, without", plain.wall(), 4, ""));
    figures.add(Figure.shown(what + "CPU s", quick.cpu()));
    figures.add(Figure.atMost(what + "resident MB", quick.resident(), 700, ""));
  }

  private static void firstReport(List<Figure> figures) throws IOException {
    Path one = Folders.oneStory(1);
    Command.Cost cost =
        Command.best(
            RUNS, QUICK, "read", one.toString(), "--until", "annotate", "--no-html", "--quiet");
    figures.add(Figure.atMost("start to first annotated report, wall s", cost.wall(), 1.5, ""));
    figures.add(
        Figure.atMost("start to first annotated report, resident MB", cost.resident(), 500, ""));
    Folders.delete(one);
  }

  /** What distortion, timeline, claims and brief take, once the machine code is made. */
  private static void stages(List<Figure> figures) throws IOException {
    for (int reports : new int[] {5, 100}) {
      Path folder = Folders.oneStory(reports);
      Options options = Options.standard().withUntil(Stage.LINEAGE);
      StoryAccount story =
          Pipeline.standard(options, Progress.NONE)
              .read(List.of(folder))
              .stories()
              .getFirst(); // the prints are one story
      double[] costs = new double[WARM + RUNS];
      for (int run = 0; run < costs.length; run++) {
        long start = cpu();
        findAll(story);
        costs[run] = (cpu() - start) / NANOS_A_MILLI;
      }
      figures.add(
          Figure.atMost(
              "distortion to brief, CPU ms a report, story of " + reports,
              median(costs) / story.story().reports().size(),
              reports == 5 ? 60 : 120,
              ""));
      Folders.delete(folder);
    }
  }

  private static Brief findAll(StoryAccount story) {
    Distortions distortions =
        new PairwiseDistortionFinder(
                ChangeJudge.with(LearnedDifferences.standard()),
                new TokenWordAligner(),
                new QuotationMatcher())
            .find(story.annotations(), story.alignments(), story.lineage());
    LearnedComparer comparer = LearnedComparer.standard();
    new EventTimelineBuilder(comparer)
        .build(story.annotations(), story.alignments(), story.lineage());
    List<Claim> claims =
        new StandardClaimMatcher().match(story.annotations(), story.alignments(), story.lineage());
    return new ExtractiveBriefBuilder(comparer)
        .build(story.story(), story.annotations(), story.lineage(), distortions, claims);
  }

  private static long cpu() {
    return ((com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
        .getProcessCpuTime();
  }

  private static double median(double[] values) {
    double[] sorted = Arrays.stream(values, WARM, values.length).sorted().toArray();
    return sorted[sorted.length / 2];
  }

  private static void oneStory(List<Figure> figures, int reports, double seconds, double megabytes)
      throws IOException {
    Path folder = Folders.oneStory(reports);
    Command.Cost cost = read(1, QUICK, folder);
    String what = reports + " reports of one story, ";
    figures.add(Figure.atMost(what + "wall s", cost.wall(), seconds, ""));
    figures.add(Figure.shown(what + "CPU s", cost.cpu()));
    figures.add(Figure.atMost(what + "resident MB", cost.resident(), megabytes, ""));
    Folders.delete(folder);
  }

  /** What one more report costs a story that stands: the slowest of a few, the first left out. */
  private static void oneMore(List<Figure> figures, int size) throws IOException {
    Path folder = Folders.oneStory(size + 1 + RUNS);
    List<Report> reports = new InputReader(Limits.standard()).read(List.of(folder)).reports();
    Options options = Options.standard().withUntil(Stage.LINEAGE);
    Pipeline pipeline = Pipeline.standard(options, Progress.NONE);
    Reading first = new Reading(reports.subList(0, size), List.of());
    GrowingStory story = pipeline.grow(pipeline.read(first).stories().getFirst());
    story.add(reports.get(size));
    double slowest = 0;
    for (Report newcomer : reports.subList(size + 1, reports.size())) {
      long start = cpu();
      story.add(newcomer);
      slowest = Math.max(slowest, (cpu() - start) / NANOS_A_MILLI / 1000);
    }
    figures.add(
        Figure.atMost("one report added to a story of " + size + ", CPU s", slowest, 1, ""));
    Folders.delete(folder);
  }

  private static void growth(List<Figure> figures) throws IOException {
    Path few = Folders.manyStories(50);
    Path many = Folders.manyStories(500);
    double small = read(1, QUICK, few).cpu();
    double large = read(1, QUICK, many).cpu();
    figures.add(Figure.shown("500 reports in many stories, CPU s", large));
    figures.add(
        Figure.atMost(
            "CPU growth exponent of read, 50 to 500 reports in many stories",
            Math.log(large / small) / Math.log(10),
            1.2,
            ""));
    Folders.delete(few);
    Folders.delete(many);
  }

  private static Command.Cost read(int runs, Map<String, String> environment, Path folder)
      throws IOException {
    Path result = Files.createTempFile("twosource-result", ".json");
    Command.Cost cost =
        Command.best(
            runs,
            environment,
            "read",
            folder.toString(),
            "--json",
            result.toString(),
            "--no-html",
            "--quiet");
    Files.delete(result);
    return cost;
  }

  private static double distribution() throws IOException {
    try (Stream<Path> files = Files.walk(Path.of("app", "target", "dist", "lib"))) {
      long bytes = 0;
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        bytes += Files.size(file);
      }
      return bytes / 1e6;
    }
  }
}
