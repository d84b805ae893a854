package org.twosource.app.watch;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.twosource.app.search.Hit;
import org.twosource.app.search.SearchIndex;
import org.twosource.app.store.KeptAlert;
import org.twosource.app.store.KeptWatch;
import org.twosource.app.store.StoredReport;
import org.twosource.brief.render.PlainText;
import org.twosource.report.Citation;

/** A report that fits a search. Told on arrival, once a page. */
final class QueryFinder implements AlertFinder {
  private static final int TITLE = 160;

  @Override
  public List<KeptAlert> find(KeptWatch watch, News news, List<KeptAlert> known) {
    List<KeptAlert> found = new ArrayList<>();
    fitting(watch.query(), news)
        .forEach(
            (report, hit) ->
                found.add(
                    news.alert(
                        watch,
                        report.page(),
                        new KeptAlert.Subject(news.storyOf(report.page()), report.page()),
                        new KeptAlert.Said(
                            title(report),
                            new KeptAlert.Turn("", "a report that fits"),
                            "it fits the search " + watch.query(),
                            news.now()),
                        List.of(passage(report, hit)))));
    return found;
  }

  /** New reports, as they are shown, that fit a search. */
  static Map<StoredReport, Hit> fitting(String query, News news) {
    Map<String, StoredReport> reports = new LinkedHashMap<>();
    news.reports().stream()
        .filter(StoredReport::current)
        .forEach(report -> reports.put(report.page(), report));
    Map<StoredReport, Hit> fitting = new LinkedHashMap<>();
    if (!reports.isEmpty()) {
      for (Hit hit : SearchIndex.among(news.store(), List.copyOf(reports.values()), query)) {
        StoredReport report = reports.get(hit.at().report());
        if (report != null) {
          fitting.put(report, hit);
        }
      }
    }
    return fitting;
  }

  static Citation passage(StoredReport report, Hit hit) {
    return hit.at().span().length() > 0 ? hit.at() : News.lead(report);
  }

  /** The headline, or the first line. */
  static String title(StoredReport report) {
    String body = report.report().body();
    return report
        .report()
        .headline()
        .or(() -> body.lines().map(String::strip).filter(line -> !line.isEmpty()).findFirst())
        .map(line -> PlainText.cut(line, TITLE))
        .orElse("");
  }
}
