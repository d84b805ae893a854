package org.twosource.lineage;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.twosource.annotate.Annotated;
import org.twosource.report.Edition;
import org.twosource.report.PageAddress;
import org.twosource.report.PartialDate;
import org.twosource.report.Report;

/**
 * The reports of a story that are printings of one page: their addresses are the same ({@link
 * PageAddress}), or one publisher gave them one name. They are one source with a history, whatever
 * their texts have in common.
 *
 * <p>Immutable, for any thread.
 */
public final class Versions {
  private final List<List<String>> pages;
  private final Map<String, List<String>> byReport;

  private Versions(List<List<String>> pages) {
    this.pages = pages.stream().map(List::copyOf).toList();
    this.byReport = new LinkedHashMap<>();
    this.pages.forEach(page -> page.forEach(report -> byReport.put(report, page)));
  }

  /** No report is known to be printed again. */
  public static final Versions NONE = new Versions(List.of());

  /**
   * Printings that are known.
   *
   * @param pages the ids of all printings of a page, oldest first
   */
  public static Versions ofPages(List<List<String>> pages) {
    return new Versions(pages);
  }

  /** Reads which reports are printings of one page. */
  public static Versions of(List<Annotated> reports) {
    Map<String, List<Annotated>> byPage = new LinkedHashMap<>();
    for (Annotated report : reports) {
      page(report)
          .ifPresent(key -> byPage.computeIfAbsent(key, any -> new ArrayList<>()).add(report));
    }
    return new Versions(
        byPage.values().stream()
            .filter(page -> page.size() > 1)
            .map(page -> page.stream().sorted(ORDER).map(Annotated::id).toList())
            .toList());
  }

  /** The pages of which there is more than one printing: ids of reports, oldest first. */
  public List<List<String>> pages() {
    return pages;
  }

  /**
   * All printings of the page of a report, oldest first; the report alone if it is the only one.
   */
  public List<String> printingsOf(String report) {
    return byReport.getOrDefault(report, List.of(report));
  }

  /** The oldest printing of the page, for every later one. */
  public Optional<String> versionOf(String report) {
    return Optional.of(printingsOf(report).getFirst()).filter(first -> !first.equals(report));
  }

  /** Whether two reports are printings of one page. */
  public boolean isSamePage(String a, String b) {
    return !a.equals(b) && printingsOf(a).contains(b);
  }

  /** Whether {@code later} is a printing of the page of {@code earlier} that came after it. */
  public boolean supersedes(String later, String earlier) {
    List<String> page = printingsOf(later);
    return page.contains(earlier) && page.indexOf(later) > page.indexOf(earlier);
  }

  private static Optional<String> page(Annotated annotated) {
    Report report = annotated.report();
    return report
        .url()
        .flatMap(PageAddress::of)
        .map(PageAddress::toString)
        .or(
            () ->
                report
                    .edition()
                    .guid()
                    .flatMap(
                        guid ->
                            annotated
                                .text()
                                .publisher()
                                .map(publisher -> publisher.name() + "\n" + guid)));
  }

  /** By the day of printing, then of the last change, then by id. */
  private static final Comparator<Annotated> ORDER =
      Comparator.comparing(
              (Annotated report) ->
                  report.text().published().date().map(PartialDate::iso).orElse(""))
          .thenComparing(
              report ->
                  Optional.of(report.report().edition())
                      .flatMap(Edition::modified)
                      .map(PartialDate::iso)
                      .orElse(""))
          .thenComparing(Annotated::id);
}
