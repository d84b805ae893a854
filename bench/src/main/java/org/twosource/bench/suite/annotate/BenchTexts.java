package org.twosource.bench.suite.annotate;

import java.util.List;
import java.util.Optional;
import org.twosource.report.PartialDate;
import org.twosource.report.Report;
import org.twosource.text.Published;
import org.twosource.text.StandardTextBuilder;
import org.twosource.text.Text;

/** Texts of labelled data as the pipeline would build them, with the labelled publication date. */
final class BenchTexts {
  private static final StandardTextBuilder BUILDER = new StandardTextBuilder();

  private BenchTexts() {}

  static Text english(String id, String body, Optional<PartialDate> published) {
    Text text = BUILDER.build(report(id, body, published));
    return text.withPublished(
        published.isEmpty()
            ? Published.UNKNOWN
            : new Published(published, Published.From.METADATA));
  }

  static Report report(String id, String body, Optional<PartialDate> published) {
    return new Report(
        id,
        id,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        List.of(),
        List.of(),
        published,
        Optional.of("en"),
        body);
  }
}
