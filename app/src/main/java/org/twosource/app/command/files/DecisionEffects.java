package org.twosource.app.command.files;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.twosource.app.decision.Decision;
import org.twosource.brief.Account;
import org.twosource.brief.Stage;
import org.twosource.brief.StoryAccount;
import org.twosource.claim.ClaimConstraints;
import org.twosource.claim.StatementPlace;
import org.twosource.report.Report;
import org.twosource.story.StoryConstraints;

/** Says of a reader's decisions which had no effect in a run, and why. */
final class DecisionEffects {
  private DecisionEffects() {}

  /** One line a decision: where it was said, what it says, why nothing came of it. */
  static List<String> in(Account account, List<Decision> decisions) {
    List<String> lines = new ArrayList<>();
    for (Decision decision : decisions) {
      Optional<String> why =
          switch (decision.subject()) {
            case Decision.Reports both -> ofReports(account, both.pair());
            case Decision.Statements both -> ofStatements(account, both.pair());
          };
      why.ifPresent(
          reason ->
              lines.add(
                  decision.where()
                      + ": "
                      + decision.subject().label()
                      + " has no effect: "
                      + reason));
    }
    return lines;
  }

  private static Optional<String> ofReports(Account account, StoryConstraints.Pair pair) {
    return missing(account, pair.a()).or(() -> missing(account, pair.b()));
  }

  private static Optional<String> missing(Account account, String id) {
    return account.reports().stream().anyMatch(report -> report.id().equals(id))
        ? Optional.empty()
        : Optional.of("there is no report '" + id + "'");
  }

  private static Optional<String> ofStatements(Account account, ClaimConstraints.Pair pair) {
    boolean heeded =
        account.stories().stream()
            .flatMap(story -> story.claims().stream())
            .flatMap(claim -> claim.why().stream())
            .anyMatch(why -> why.endsWith(pair.label()));
    if (heeded || !account.until().reaches(Stage.CLAIM)) {
      return Optional.empty();
    }
    return Optional.of(
        notThere(account, pair.a())
            .or(() -> notThere(account, pair.b()))
            .orElseGet(
                () ->
                    account.stories().stream().anyMatch(story -> holds(story, pair))
                        ? "no statement stands there, both are one statement, or another decision"
                            + " contradicts it"
                        : "the two reports are in different stories; see --together"));
  }

  private static Optional<String> notThere(Account account, StatementPlace place) {
    List<Report> reports = account.reports().stream().map(one -> one.report()).toList();
    Optional<String> named =
        switch (place) {
          case StatementPlace.At at -> Optional.of(at.citation().report());
          case StatementPlace.Quoted quoted -> quoted.report();
        };
    return named
        .flatMap(id -> missing(account, id))
        .or(
            () ->
                reports.stream().allMatch(report -> place.in(report).isEmpty())
                    ? Optional.of(
                        place.label()
                            + " is not in "
                            + named.map(id -> "the report").orElse("any report"))
                    : Optional.empty());
  }

  private static boolean holds(StoryAccount story, ClaimConstraints.Pair pair) {
    List<Report> reports = story.annotations().reports().stream().map(one -> one.report()).toList();
    return reports.stream().anyMatch(report -> !pair.a().in(report).isEmpty())
        && reports.stream().anyMatch(report -> !pair.b().in(report).isEmpty());
  }
}
