package org.twosource.app.desk;

import org.twosource.app.store.Outcome;
import org.twosource.app.store.Receipt;

/**
 * An input after it is durable.
 *
 * @param outcome of this arrival: an input met again is a duplicate, whatever it was the first time
 */
public record Acknowledged(Receipt receipt, Outcome outcome) {
  static Acknowledged first(Receipt receipt) {
    return new Acknowledged(receipt, receipt.outcome());
  }

  static Acknowledged again(Receipt receipt) {
    return new Acknowledged(
        receipt,
        receipt.outcome() == Outcome.QUARANTINED ? Outcome.QUARANTINED : Outcome.DUPLICATE_OF);
  }
}
