package org.twosource.app.watch;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.twosource.app.store.KeptAlert;
import org.twosource.app.store.KeptWatch;
import org.twosource.app.store.StoredReport;
import org.twosource.report.PageAddress;
import org.twosource.report.Report;
import org.twosource.text.TextBuilder;

/** A report of an outlet, by its name or its host. Told on arrival. */
final class OutletFinder implements AlertFinder {
  private final TextBuilder builder;

  /**
   * @param builder finds out who publishes a report where its metadata do not say so
   */
  OutletFinder(TextBuilder builder) {
    this.builder = builder;
  }

  @Override
  public List<KeptAlert> find(KeptWatch watch, News news, List<KeptAlert> known) {
    List<KeptAlert> found = new ArrayList<>();
    for (StoredReport report : news.reports()) {
      boolean isNew = report.report().id().equals(report.page());
      Report read = builder.build(report.report()).report();
      if (isNew && isOf(watch.query(), read)) {
        found.add(
            news.alert(
                watch,
                report.page(),
                new KeptAlert.Subject(news.storyOf(report.page()), report.page()),
                new KeptAlert.Said(
                    QueryFinder.title(report),
                    new KeptAlert.Turn("", "a report of " + watch.query()),
                    "its outlet is " + read.outlet().or(read::url).orElse(""),
                    news.now()),
                List.of(News.lead(report))));
      }
    }
    return found;
  }

  /** Whether an outlet, by name or host, published a report. */
  static boolean isOf(String outlet, Report report) {
    String wanted = outlet.strip().toLowerCase(Locale.ROOT);
    boolean byName =
        report
            .outlet()
            .map(name -> name.toLowerCase(Locale.ROOT))
            .filter(wanted::equals)
            .isPresent();
    return byName
        || report
            .url()
            .flatMap(PageAddress::hostOf)
            .map(host -> host.toLowerCase(Locale.ROOT))
            .filter(host -> host.equals(wanted) || host.endsWith("." + wanted))
            .isPresent();
  }
}
