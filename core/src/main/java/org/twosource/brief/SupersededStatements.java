package org.twosource.brief;

import java.util.ArrayList;
import java.util.List;
import org.twosource.annotate.Annotated;
import org.twosource.claim.Claim;
import org.twosource.claim.Dispute;
import org.twosource.claim.DisputeSide;
import org.twosource.lineage.EarlierPrintings;
import org.twosource.lineage.Lineage;
import org.twosource.report.Citation;

/**
 * Statements that a later report has overtaken: an early toll, a plan that has been carried out,
 * what a correction has taken back, what the last printing of a page no longer says. Every
 * statement of the claim that gives the overtaken answer counts, whoever printed it.
 */
record SupersededStatements(List<Citation> statements) {

  static SupersededStatements in(List<Claim> claims, Lineage lineage, List<Annotated> reports) {
    List<Citation> superseded =
        new ArrayList<>(EarlierPrintings.overtaken(reports, lineage.versions()));
    lineage.withdrawals().forEach(one -> superseded.add(one.at()));
    for (Claim claim : claims) {
      for (Dispute dispute : claim.disputes()) {
        dispute.sides().stream()
            .filter(DisputeSide::superseded)
            .flatMap(side -> side.statements().stream())
            .forEach(at -> superseded.add(claim.statements().get(at).at()));
      }
    }
    return new SupersededStatements(superseded);
  }

  boolean holds(Citation sentence) {
    return statements.stream()
        .anyMatch(
            one -> one.report().equals(sentence.report()) && one.span().overlaps(sentence.span()));
  }
}
