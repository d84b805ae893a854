package org.twosource.app.command.files;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.twosource.Options;
import org.twosource.Pipeline;
import org.twosource.Progress;
import org.twosource.annotate.Annotated;
import org.twosource.app.command.ExitStatus;
import org.twosource.app.command.JsonOption;
import org.twosource.app.command.Plain;
import org.twosource.brief.Account;
import org.twosource.brief.Check;
import org.twosource.brief.Checker;
import org.twosource.brief.StoryAccount;
import org.twosource.brief.render.AccountIndex;
import org.twosource.brief.render.CompareJsonRenderer;
import org.twosource.compare.LearnedComparer;
import org.twosource.compare.LearnedDifferences;
import org.twosource.lineage.Source;
import org.twosource.report.Citation;
import org.twosource.report.Reading;
import org.twosource.report.Report;
import org.twosource.reuse.TokenWordAligner;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code twosource check}: is every sentence of a summary carried by the reports? */
@Command(
    name = "check",
    description = "Checks each sentence of a summary against the reports it is said to rest on.",
    mixinStandardHelpOptions = true)
public final class CheckCommand implements Callable<Integer> {
  @Spec @Nullable CommandSpec spec;

  @Parameters(index = "0", paramLabel = "SUMMARY", description = "A file with the summary.")
  Path summary = Path.of("");

  @Parameters(index = "1..*", arity = "1..*", paramLabel = "REPORT", description = "The reports.")
  List<Path> reports = List.of();

  @Mixin JsonOption json = new JsonOption();

  @Override
  public Integer call() throws IOException {
    CommandLine line = java.util.Objects.requireNonNull(spec).commandLine();
    Optional<Report> text = Inputs.first(summary, line.getErr());
    List<Report> sources = Inputs.all(reports, line.getErr());
    if (text.isEmpty() || sources.isEmpty()) {
      return ExitStatus.NOTHING_READ;
    }
    List<Report> together = new ArrayList<>(sources);
    String id = text.get().id();
    boolean taken = sources.stream().anyMatch(report -> report.id().equals(id));
    together.add(taken ? text.get().withId(id + "-summary") : text.get());
    List<Annotated> annotated =
        Pipeline.standard(Options.standard(), Progress.NONE).annotate(together).reports();
    int last = annotated.size() - 1;
    Account account =
        Pipeline.standard(Options.standard().withOneStory(true), Progress.NONE)
            .read(new Reading(sources, List.of()));
    List<Check> checks =
        new Checker(
                new TokenWordAligner(), LearnedComparer.standard(), LearnedDifferences.standard())
            .check(
                annotated.get(last),
                annotated.subList(0, last),
                report -> sourceOf(account, report),
                disputed(account));
    json.write(out -> new CompareJsonRenderer().renderChecks(checks, out));
    if (!json.isOnStandardOutput()) {
      tell(checks, System.out);
    }
    return ExitStatus.READ;
  }

  /** The independent source of a report; a report that is in no story is its own. */
  private static String sourceOf(Account account, String report) {
    return account.stories().stream()
        .flatMap(story -> story.lineage().sources().stream())
        .filter(source -> source.reports().contains(report))
        .map(Source::id)
        .findFirst()
        .orElse(report);
  }

  /** Where the reports disagree, and it is open. */
  private static List<Citation> disputed(Account account) {
    List<Citation> places = new ArrayList<>();
    for (StoryAccount story : account.stories()) {
      for (AccountIndex.Disagreement one : AccountIndex.openDisagreements(story)) {
        places.add(one.a());
        places.add(one.b());
      }
    }
    return places;
  }

  private static String verdict(Check check) {
    String words =
        switch (check.verdict()) {
          case SUPPORTED -> "supported by " + check.families();
          case PARTLY -> "partly";
          case CONTRADICTED -> "contradicted";
          case NOT_STATED -> "not stated";
        };
    return check.disputed() ? words + ", disputed" : words;
  }

  private static void tell(List<Check> checks, PrintStream out) {
    for (Check check : checks) {
      out.printf(Locale.ROOT, "%-18s  %s%n", verdict(check), Plain.line(check.text()));
      check
          .restsOn()
          .forEach(
              at ->
                  out.println(
                      "                    rests on "
                          + Plain.line(at.report())
                          + " "
                          + at.span().start()
                          + "-"
                          + at.span().end()));
      check
          .missing()
          .forEach(
              missing ->
                  out.println(
                      "                    "
                          + missing.what().label()
                          + ": \""
                          + Plain.line(missing.words())
                          + "\": "
                          + Plain.line(missing.why())));
    }
    long supported = checks.stream().filter(Check::supported).count();
    out.println(
        supported
            + " of "
            + checks.size()
            + (checks.size() == 1 ? " sentence is" : " sentences are")
            + " carried by the reports");
  }
}
