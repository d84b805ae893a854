package org.twosource.bench.suite.copying;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.twosource.bench.BenchData;
import org.twosource.bench.Figure;
import org.twosource.bench.Suite;
import org.twosource.bench.generator.GeneratedReport;
import org.twosource.bench.generator.GeneratedReport.Kind;
import org.twosource.bench.score.BCubed;
import org.twosource.bench.suite.copying.CandidateTrial.Pair;
import org.twosource.story.OnlineStoryFinder;
import org.twosource.story.Story;

/**
 * A generated stream of 10,000 reports: which true parents the candidate index proposes, which of
 * them stand after the pairs were aligned, at which precision; and how cost and memory grow.
 *
 * <p>One report in five is looked at. A second stream, of another seed and 1,500 reports, gives the
 * threshold of the containment and shows what becomes of it when stories are the program's own.
 */
public final class GeneratorSuite implements Suite {
  private static final int REPORTS = 10_000;
  private static final int SECOND = 1_500;
  private static final double PRECISION = .95;
  private static final Set<Kind> COPIES =
      EnumSet.of(
          Kind.VERBATIM,
          Kind.TRIMMED,
          Kind.EDITED,
          Kind.REWORDED,
          Kind.MERGED,
          Kind.CORRECTION,
          Kind.BURST);

  @Override
  public String name() {
    return "generator";
  }

  @Override
  public List<Figure> run(BenchData data) {
    List<Figure> figures = new ArrayList<>();
    CandidateTrial second = new CandidateTrial(SECOND, 2, 1);
    double threshold = threshold(second);
    parents(figures, new CandidateTrial(REPORTS, 1, 5), threshold);
    ownStories(figures, second);
    return figures;
  }

  private static void parents(List<Figure> figures, CandidateTrial trial, double threshold) {
    CandidateJudge judge = new CandidateJudge(trial, at -> event(trial.report(at)));
    Predicate<Pair> aligned = judge::accepts;
    figures.add(Figure.atLeast("pair precision, aligned", trial.precision(aligned), PRECISION, ""));
    figures.add(target("all copies", recall(trial, COPIES, aligned), .97));
    figures.add(target("reworded", recall(trial, Set.of(Kind.REWORDED), aligned), .93));
    figures.add(target("merged", recall(trial, Set.of(Kind.MERGED), aligned), .90));
    figures.add(target("trimmed", recall(trial, Set.of(Kind.TRIMMED), aligned), .98));
    figures.add(
        Figure.shown(
            "true parent found, aligned, background of follow-ups",
            recall(trial, Set.of(Kind.FOLLOW_UP), aligned)));
    figures.add(
        Figure.shown(
            "true parent found, aligned, all, no other print of it counted",
            trial.recall(COPIES, true, aligned)));
    shown(figures, trial, "proposed", pair -> true);
    figures.add(Figure.shown("containment threshold, from another stream", threshold));
    shown(figures, trial, "containment alone", pair -> pair.containment() >= threshold);
    figures.add(Figure.atMost("index, bytes a report", trial.bytesPerReport(), 1500, ""));
    figures.add(Figure.shown("postings looked at a report", trial.stepsPerReport()));
  }

  private static Figure target(String copies, double found, double target) {
    return Figure.atLeast("true parent found, aligned, " + copies, found, target, "");
  }

  private static void shown(
      List<Figure> figures, CandidateTrial trial, String how, Predicate<Pair> accepted) {
    figures.add(Figure.shown("pair precision, " + how, trial.precision(accepted)));
    figures.add(found(how, "all copies", recall(trial, COPIES, accepted)));
    for (Kind kind : List.of(Kind.REWORDED, Kind.MERGED, Kind.TRIMMED, Kind.FOLLOW_UP)) {
      String name = kind.name().toLowerCase(Locale.ROOT).replace('_', '-');
      figures.add(found(how, name, recall(trial, Set.of(kind), accepted)));
    }
  }

  private static Figure found(String how, String copies, double value) {
    return Figure.shown("true parent found, " + how + ", " + copies, value);
  }

  private static double recall(CandidateTrial trial, Set<Kind> kinds, Predicate<Pair> accepted) {
    return trial.recall(kinds, false, accepted);
  }

  /** The lowest containment from which the precision is reached. */
  private static double threshold(CandidateTrial trial) {
    for (int percent = 15; percent < 100; percent++) {
      double least = percent / 100.0;
      if (trial.precision(pair -> pair.containment() >= least) >= PRECISION) {
        return least;
      }
    }
    return 1;
  }

  /** The same with stories as the program places them, by words alone. */
  private static void ownStories(List<Figure> figures, CandidateTrial trial) {
    OnlineStoryFinder finder = new OnlineStoryFinder();
    for (int at = 0; at < trial.size(); at++) {
      finder.add(trial.text(at));
    }
    Map<String, String> storyOf = new HashMap<>();
    for (Story story : finder.stories()) {
      story.reports().forEach(report -> storyOf.put(report, story.id()));
    }
    List<String> gold = new ArrayList<>();
    List<String> found = new ArrayList<>();
    for (int at = 0; at < trial.size(); at++) {
      gold.add(event(trial.report(at)));
      found.add(storyOf.getOrDefault(trial.report(at).id(), ""));
    }
    figures.add(Figure.shown("story B-cubed F1, 1,500 reports", BCubed.of(gold, found).f1()));
    CandidateJudge judge = new CandidateJudge(trial, found::get);
    figures.add(
        Figure.shown("pair precision, aligned, own stories", trial.precision(judge::accepts)));
    figures.add(found("aligned, own stories", "all copies", recall(trial, COPIES, judge::accepts)));
  }

  /** The event of a report; a filled-in form is alone. */
  private static String event(GeneratedReport report) {
    return report.story() < 0 ? report.id() : "event " + report.story();
  }
}
