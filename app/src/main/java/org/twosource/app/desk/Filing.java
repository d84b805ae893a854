package org.twosource.app.desk;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.twosource.app.store.Outcome;
import org.twosource.app.store.Receipt;
import org.twosource.app.store.Store;
import org.twosource.app.store.StoredReport;
import org.twosource.report.PageAddress;
import org.twosource.report.PartialDate;
import org.twosource.report.Report;

/**
 * Decides what comes of an input: whether it is a publication that is known, a changed edition of
 * one, or a new one.
 *
 * <p>A publication is known by its address, by the id that the input gives it, and by its text
 * together with its outlet (the print and the mobile edition of a page). Two outlets that print the
 * same text are two publications: that they are one source is for lineage to say. An id alone is
 * weak, since files called {@code index} are many: pages that share an id or an address are one
 * only when their texts are alike.
 */
final class Filing {
  /** Containment from which a page at a known address is an edition of the page that was there. */
  static final double SAME_ADDRESS = .15;

  /** The same for a report with a known id. */
  static final double SAME_ID = .5;

  private final Store.Change store;
  private final String now;
  private final boolean keepsBytes;

  Filing(Store.Change store, String now) {
    this.store = store;
    this.now = now;
    this.keepsBytes = RawKept.of(store).keepsAny();
  }

  /**
   * Files one input.
   *
   * @param published the date that metadata, address or text give
   */
  Acknowledged file(Input input, Optional<PartialDate> published) {
    Optional<Receipt> known = store.receipt(input.key());
    if (known.isPresent()) {
      return Acknowledged.again(known.get());
    }
    Receipt receipt =
        switch (input.reading()) {
          case Input.Refused refused -> quarantine(input, refused.reason());
          case Input.Read read ->
              report(keepsBytes ? input : input.withoutBytes(), read.report(), published);
        };
    return Acknowledged.first(receipt);
  }

  private Receipt quarantine(Input input, String reason) {
    keepBytes(input);
    return receipt(input, Outcome.QUARANTINED, Optional.empty(), Optional.of(reason));
  }

  private Receipt report(Input input, Report report, Optional<PartialDate> published) {
    String content = StoredReport.contentOf(report);
    if (store.isForgotten(input.key()) || store.isForgotten(content)) {
      return quarantine(input.withoutBytes(), "this report was to be forgotten");
    }
    Names names = new Names(report, content);
    Set<String> pages = new LinkedHashSet<>();
    names.all().forEach(name -> pages.addAll(store.pagesKnownBy(name)));
    for (String page : pages) {
      for (StoredReport version : store.versions(page)) {
        if (version.content().equals(content) && names.mayBe(version.report())) {
          Optional<String> id = Optional.of(version.report().id());
          return receipt(input.withoutBytes(), Outcome.DUPLICATE_OF, id, Optional.empty());
        }
      }
    }
    keepBytes(input);
    for (String page : pages) {
      StoredReport current = store.current(page).orElseThrow();
      if (names.mayBe(current.report())
          && !names.isAnotherPage(current.report())
          && Containment.of(current.report().body(), report.body()) >= names.needed(current)) {
        return version(input, report, published, current);
      }
    }
    String id = freeId(report.id());
    Receipt receipt = receipt(input, Outcome.STORED, Optional.of(id), Optional.empty());
    store.addReport(
        new StoredReport(report.withId(id), id, receipt.seq(), content, published, true),
        names.all());
    return receipt;
  }

  private Receipt version(
      Input input, Report report, Optional<PartialDate> published, StoredReport current) {
    String page = current.page();
    int number = store.versions(page).size() + 1;
    while (store.hasReport(page + "@" + number)) {
      number++;
    }
    String id = page + "@" + number;
    Receipt receipt = receipt(input, Outcome.VERSION_OF, Optional.of(page), Optional.empty());
    String content = StoredReport.contentOf(report);
    store.addReport(
        new StoredReport(report.withId(id), page, receipt.seq(), content, published, false),
        new Names(report, content).all());
    boolean isOlder =
        published.isPresent()
            && current.published().isPresent()
            && published.get().compareTo(current.published().get()) < 0;
    if (!isOlder) {
      store.setCurrent(page, id);
    }
    return receipt;
  }

  private void keepBytes(Input input) {
    if (input.bytes().isPresent() && input.origin().raw().isPresent()) {
      store.addRaw(
          input.origin().raw().get(), input.bytes().get(), now, input.origin().held().url());
    }
  }

  private Receipt receipt(
      Input input, Outcome outcome, Optional<String> report, Optional<String> reason) {
    Receipt receipt = new Receipt(0, input.key(), outcome, report, input.origin(), reason, now);
    return new Receipt(
        store.addReceipt(receipt), input.key(), outcome, report, input.origin(), reason, now);
  }

  private String freeId(String id) {
    String free = id;
    for (int number = 2; store.hasReport(free); number++) {
      free = id + "-" + number;
    }
    return free;
  }

  /** What a report is known by. */
  private static final class Names {
    private final Report report;
    private final Optional<PageAddress> address;
    private final Optional<String> host;
    private final List<String> all = new ArrayList<>();

    Names(Report report, String content) {
      this.report = report;
      this.address = report.url().flatMap(PageAddress::of);
      this.host = report.url().flatMap(PageAddress::hostOf);
      address.ifPresent(at -> all.add("at " + at.host() + at.path() + "?" + at.query()));
      report.edition().guid().ifPresent(guid -> all.add("guid " + guid));
      all.add("id " + report.id());
      report.outlet().or(() -> host).ifPresent(outlet -> all.add("text " + content + " " + outlet));
    }

    List<String> all() {
      return all;
    }

    /** Whether nothing says that the two are publications of two outlets. */
    boolean mayBe(Report other) {
      Optional<String> otherHost = other.url().flatMap(PageAddress::hostOf);
      if (host.isPresent() && otherHost.isPresent()) {
        return host.equals(otherHost);
      }
      return report.outlet().isEmpty()
          || other.outlet().isEmpty()
          || report.outlet().get().equalsIgnoreCase(other.outlet().get());
    }

    /**
     * Whether ids that feeds give, or else addresses, say that the two are two pages: entries of a
     * feed are named by their place in it, which tells nothing from one day to the next.
     */
    boolean isAnotherPage(Report other) {
      if (isAtAddressOf(other)) {
        return false;
      }
      Optional<String> guid = report.edition().guid();
      if (guid.isPresent() && other.edition().guid().isPresent()) {
        return !guid.equals(other.edition().guid());
      }
      return address.isPresent() && other.url().flatMap(PageAddress::of).isPresent();
    }

    private boolean isAtAddressOf(Report other) {
      return address.isPresent() && other.url().flatMap(PageAddress::of).equals(address);
    }

    double needed(StoredReport current) {
      return isAtAddressOf(current.report()) ? SAME_ADDRESS : SAME_ID;
    }
  }
}
