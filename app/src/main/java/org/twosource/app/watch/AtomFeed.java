package org.twosource.app.watch;

import java.io.OutputStream;
import java.util.List;
import java.util.Optional;
import org.twosource.app.store.KeptAlert;
import org.twosource.app.store.KeptDelivery;
import org.twosource.app.store.KeptWatch;
import org.twosource.app.store.Store;

/** The alerts of a watch, or of all, as an Atom feed (RFC 4287); the newest come first. */
public final class AtomFeed {
  private static final int MOST = 200;

  private final Store store;

  public AtomFeed(Store store) {
    this.store = store;
  }

  /**
   * @param watch whose alerts; absent: of all watches
   */
  public void write(Optional<KeptWatch> watch, OutputStream out) {
    List<KeptAlert> alerts =
        store.read(Store.View::alerts).stream()
            .filter(alert -> !alert.baseline())
            .filter(alert -> watch.isEmpty() || alert.watch().number() == watch.get().number())
            .sorted((a, b) -> updated(b).compareTo(updated(a)))
            .limit(MOST)
            .toList();
    String name = watch.map(one -> one.kind() + " " + one.query()).orElse("all watches");
    AtomWriter feed =
        new AtomWriter(
            out,
            "urn:twosource:watch:" + watch.map(one -> "w" + one.number()).orElse("all"),
            "Twosource: " + name,
            alerts.stream()
                .findFirst()
                .map(AtomFeed::updated)
                .or(() -> watch.map(KeptWatch::made))
                .orElse("1970-01-01T00:00:00Z"));
    alerts.forEach(alert -> feed.write(entry(alert)));
    feed.end();
  }

  private static String updated(KeptAlert alert) {
    return alert.retracted().orElse(alert.said().at());
  }

  private AtomWriter.Entry entry(KeptAlert alert) {
    KeptDelivery.Event event =
        alert.retracted().isPresent() ? KeptDelivery.Event.RETRACTED : KeptDelivery.Event.TOLD;
    return new AtomWriter.Entry(
        "urn:twosource:alert:" + alert.id(),
        (alert.retracted().isPresent() ? "TAKEN BACK: " : "") + alert.said().text(),
        alert.said().at(),
        updated(alert),
        alert.watch().kind(),
        Message.text(Message.part(event, alert, store)));
  }
}
