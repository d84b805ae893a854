package org.twosource.app.watch;

import java.util.List;
import java.util.Optional;
import org.twosource.app.store.KeptAlert;
import org.twosource.app.store.KeptWatch;

/** Finds what watches of one kind tell. Keeps no state but in the store. */
interface AlertFinder {
  /**
   * What there is to tell of what came.
   *
   * @param known the alerts of the watch, of which none is told again
   */
  List<KeptAlert> find(KeptWatch watch, News news, List<KeptAlert> known);

  /** Why an alert is no longer so; empty while it is. Asked where its story changed. */
  default Optional<String> takenBack(KeptAlert alert, News news) {
    return Optional.empty();
  }
}
