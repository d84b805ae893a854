package org.twosource.brief;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.twosource.annotate.Annotated;
import org.twosource.annotate.Annotations;
import org.twosource.claim.Claim;
import org.twosource.claim.Dispute;
import org.twosource.claim.Statement;
import org.twosource.report.Citation;
import org.twosource.report.PartialDate;

/**
 * Statements that a later report has overtaken: an early toll, a plan that has been carried out.
 * Every statement of the claim in the overtaken wording counts, whoever printed it.
 */
record SupersededStatements(List<Citation> statements) {

  static SupersededStatements in(List<Claim> claims, Annotations annotations) {
    Map<String, Annotated> reports = new HashMap<>();
    annotations.reports().forEach(report -> reports.put(report.id(), report));
    List<Citation> overtaken = new ArrayList<>();
    for (Claim claim : claims) {
      for (Dispute dispute : claim.disputes()) {
        if (dispute.resolution() == Dispute.Resolution.SUPERSEDED) {
          overtaken.addAll(overtaken(claim, dispute, reports));
        }
      }
    }
    return new SupersededStatements(overtaken);
  }

  boolean holds(Citation sentence) {
    return statements.stream()
        .anyMatch(
            one -> one.report().equals(sentence.report()) && one.span().overlaps(sentence.span()));
  }

  private static List<Citation> overtaken(
      Claim claim, Dispute dispute, Map<String, Annotated> reports) {
    Citation a = claim.statements().get(dispute.a()).at();
    Citation b = claim.statements().get(dispute.b()).at();
    Optional<PartialDate> dayOfA = published(a, reports);
    Optional<PartialDate> dayOfB = published(b, reports);
    if (dayOfA.isEmpty() || dayOfB.isEmpty() || dayOfA.equals(dayOfB)) {
      return List.of();
    }
    boolean aIsEarly = dayOfA.get().compareTo(dayOfB.get()) < 0;
    String[] sides = dispute.note().split(" / ", 2);
    String words = sides.length == 2 ? sides[aIsEarly ? 0 : 1] : "";
    List<Citation> overtaken = new ArrayList<>(List.of(aIsEarly ? a : b));
    claim.statements().stream()
        .map(Statement::at)
        .filter(at -> !words.isBlank() && text(at, reports).contains(words))
        .forEach(overtaken::add);
    return overtaken;
  }

  private static Optional<PartialDate> published(Citation at, Map<String, Annotated> reports) {
    return Optional.ofNullable(reports.get(at.report()))
        .flatMap(report -> report.text().published().date());
  }

  private static String text(Citation at, Map<String, Annotated> reports) {
    Annotated report = reports.get(at.report());
    return report == null ? "" : at.span().in(report.body()).replaceAll("\\s+", " ");
  }
}
