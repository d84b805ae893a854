package org.twosource.app.command.files;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.twosource.app.command.Reason;
import org.twosource.app.command.Usage;
import org.twosource.app.decision.Decision;
import org.twosource.app.decision.DecisionsFile;
import org.twosource.lexicon.EditDistance;
import org.twosource.report.Report;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** What a reader knows better than the evidence: on the command line, or kept in a file. */
final class DecisionOptions {
  @Spec(Spec.Target.MIXEE)
  @Nullable CommandSpec spec;

  @Option(
      names = "--together",
      paramLabel = "A,B",
      description = "Two reports that tell of one event, whatever the evidence; may be repeated.")
  List<String> together = List.of();

  @Option(
      names = "--apart",
      paramLabel = "A,B",
      description = "Two reports that do not; may be repeated.")
  List<String> apart = List.of();

  @Option(
      names = "--same-claim",
      paramLabel = "A=B",
      description =
          "Two statements that are one claim, whatever the evidence: REPORT:START-END as why and the"
              + " JSON show them; may be repeated.")
  List<String> sameClaim = List.of();

  @Option(
      names = "--different-claims",
      paramLabel = "A=B",
      description = "Two statements that are not; may be repeated.")
  List<String> differentClaims = List.of();

  @Option(
      names = "--constraints",
      paramLabel = "FILE",
      description =
          "Apply the decisions this file keeps (see docs/constraints.md); those given with --together,"
              + " --apart, --same-claim and --different-claims are added to it.")
  @Nullable Path constraints;

  /** What the command line decides. */
  List<Decision> given() {
    List<Decision> given = new ArrayList<>();
    try {
      together.forEach(text -> given.add(Decision.parse(Decision.Kind.TOGETHER, text)));
      apart.forEach(text -> given.add(Decision.parse(Decision.Kind.APART, text)));
      sameClaim.forEach(text -> given.add(Decision.parse(Decision.Kind.SAME_CLAIM, text)));
      differentClaims.forEach(
          text -> given.add(Decision.parse(Decision.Kind.DIFFERENT_CLAIMS, text)));
    } catch (IllegalArgumentException wrong) {
      throw Usage.wrong(spec, wrong);
    }
    return given;
  }

  /**
   * What was decided before, then what the command line decides; empty where the file does not fit.
   *
   * @param say takes what is wrong with the file
   */
  Optional<List<Decision>> all(Consumer<String> say) {
    List<Decision> given = given();
    if (constraints == null) {
      return Optional.of(given);
    }
    DecisionsFile file = new DecisionsFile(constraints);
    if (!file.exists() && !given.isEmpty()) {
      return Optional.of(given);
    }
    try {
      DecisionsFile.Read read = file.read();
      read.wrong().forEach(say);
      return read.wrong().isEmpty()
          ? Optional.of(Stream.concat(read.decisions().stream(), given.stream()).toList())
          : Optional.empty();
    } catch (IOException unreadable) {
      say.accept("--constraints: cannot read " + Reason.of(unreadable));
      return Optional.empty();
    }
  }

  /** Who decides on the command line about a report that is not there has mistaken its id. */
  void checkReports(List<Report> reports) {
    List<String> ids = reports.stream().map(Report::id).toList();
    for (Decision decision : ids.isEmpty() ? List.<Decision>of() : given()) {
      if (decision.subject() instanceof Decision.Reports both) {
        Stream.of(both.pair().a(), both.pair().b())
            .filter(id -> !ids.contains(id))
            .findFirst()
            .ifPresent(
                id -> {
                  String near =
                      EditDistance.nearest(id, ids)
                          .map(one -> "; did you mean '" + one + "'?")
                          .orElse("");
                  throw Usage.wrong(
                      spec,
                      decision.where()
                          + ": there is no report '"
                          + id
                          + "' among the inputs"
                          + near);
                });
      }
    }
  }

  /** Adds what the command line decides to the file, if there is one. */
  void keep(List<Report> reports) throws IOException {
    if (constraints != null && !reports.isEmpty()) {
      new DecisionsFile(constraints).add(given(), reports);
    }
  }
}
