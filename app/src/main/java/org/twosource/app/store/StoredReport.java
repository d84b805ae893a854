package org.twosource.app.store;

import java.util.Optional;
import org.twosource.report.PartialDate;
import org.twosource.report.Report;

/**
 * One version of a page.
 *
 * @param report its id is the id of the version
 * @param page the id of the first version; readers and stories know the page by it
 * @param receipt the number of the receipt that acknowledged it
 * @param content SHA-256 of headline and body
 * @param published as metadata, address or text give it
 * @param current whether it is the version shown
 */
public record StoredReport(
    Report report,
    String page,
    long receipt,
    String content,
    Optional<PartialDate> published,
    boolean current) {

  /** SHA-256 of what a reader reads: headline and body. */
  public static String contentOf(Report report) {
    return Digests.of(report.headline().orElse(""), report.body());
  }

  /** The report under the id by which the page is known. */
  public Report asPage() {
    return report.withId(page);
  }
}
