package org.twosource.lineage;

import java.util.List;
import java.util.Optional;
import org.twosource.report.Citation;

/**
 * Where a family comes from: one of its reports, or a text that is not among the reports.
 *
 * @param id the report's id, or a made id for an unseen text ({@code f1-unseen})
 * @param report the report, when it is one of them
 * @param credit whose text it seems to be ("AP"), from credit lines and datelines
 * @param known what can be said of an unseen text: passages it must have had, each cited from the
 *     report nearest to it
 */
public record Origin(
    String id, Optional<String> report, Optional<String> credit, List<Citation> known) {
  public Origin {
    known = List.copyOf(known);
  }

  /** The id of a text that is not among the reports of a family. */
  public static String unseenId(String family) {
    return family + "-unseen";
  }

  public boolean isUnseen() {
    return report.isEmpty();
  }
}
