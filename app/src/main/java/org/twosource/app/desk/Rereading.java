package org.twosource.app.desk;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.twosource.app.store.Outcome;
import org.twosource.app.store.Receipt;
import org.twosource.app.store.Store;
import org.twosource.app.store.StoredReport;
import org.twosource.report.InputReader;
import org.twosource.report.Report;
import org.twosource.report.Unreadable;
import org.twosource.report.format.Content;
import org.twosource.text.StandardTextBuilder;

/**
 * Reads the bytes that were kept once more, so that reports are what the readers of today make of
 * them. Ids, versions and receipts stay; a report whose bytes were let go stays as it is.
 */
final class Rereading {
  private static final int RECEIPTS_AT_ONCE = 10_000;

  private final Store.Change store;
  private final InputReader reader;
  private final StandardTextBuilder builder;

  Rereading(Store.Change store, InputReader reader, StandardTextBuilder builder) {
    this.store = store;
    this.reader = reader;
    this.builder = builder;
  }

  /** Bytes, and the receipts of what was read from them. */
  record Source(String sha, List<Receipt> receipts) {}

  static List<Source> sources(Store.View view) {
    Map<String, List<Receipt>> byBytes = new LinkedHashMap<>();
    long last = 0;
    for (List<Receipt> some = view.receiptsAfter(last, RECEIPTS_AT_ONCE);
        !some.isEmpty();
        some = view.receiptsAfter(last, RECEIPTS_AT_ONCE)) {
      for (Receipt receipt : some) {
        boolean isReport =
            receipt.outcome() == Outcome.STORED || receipt.outcome() == Outcome.VERSION_OF;
        if (isReport && receipt.origin().raw().isPresent()) {
          byBytes
              .computeIfAbsent(receipt.origin().raw().get(), sha -> new ArrayList<>())
              .add(receipt);
        }
      }
      last = some.getLast().seq();
    }
    return byBytes.entrySet().stream()
        .map(one -> new Source(one.getKey(), one.getValue()))
        .toList();
  }

  /** Answers how many reports changed. */
  int run(Source source) {
    Optional<byte[]> bytes = store.raw(source.sha());
    if (bytes.isEmpty()) {
      return 0;
    }
    int changed = 0;
    Map<Receipt.Held, Map<Integer, Report>> byHolder = new LinkedHashMap<>();
    for (Receipt receipt : source.receipts()) {
      for (StoredReport stored : store.versions(receipt.report().orElseThrow())) {
        if (stored.receipt() != receipt.seq()) {
          continue;
        }
        Map<Integer, Report> read =
            byHolder.computeIfAbsent(
                receipt.origin().held(), held -> read(stored.report(), held, bytes.get()));
        Report report = read.get(receipt.origin().ordinal());
        if (report != null) {
          changed += replace(stored, report) ? 1 : 0;
        }
      }
    }
    return changed;
  }

  private boolean replace(StoredReport stored, Report read) {
    Report report =
        new Report(
            stored.report().id(),
            stored.report().source(),
            read.url(),
            read.outlet(),
            read.headline(),
            read.byline(),
            read.credit(),
            read.published(),
            read.language(),
            read.edition(),
            read.body());
    StoredReport again =
        new StoredReport(
            report,
            stored.page(),
            stored.receipt(),
            StoredReport.contentOf(report),
            builder.published(report).date(),
            stored.current());
    boolean differs = !again.equals(stored);
    if (differs) {
      store.replaceReport(again);
    }
    return differs;
  }

  private Map<Integer, Report> read(Report known, Receipt.Held held, byte[] bytes) {
    Map<Integer, Report> read = new LinkedHashMap<>();
    int[] ordinal = {0};
    Content content =
        new Content(known.source(), held.name(), bytes, 0, held.url(), held.charset());
    reader.read(
        content,
        new InputReader.Receiver() {
          @Override
          public void report(Report report, Content from) {
            read.put(ordinal[0]++, report);
          }

          @Override
          public void unreadable(Unreadable unreadable, Optional<Content> from) {
            ordinal[0]++;
          }
        });
    return read;
  }
}
