package org.twosource.app.store;

import java.util.Locale;
import java.util.Optional;

/**
 * What one channel is to be told of one alert; it is told at least once, each time under this id.
 *
 * @param id made of channel, alert and event
 * @param done ISO 8601 instant when it was told or given up
 * @param problem why the last attempt failed
 */
public record KeptDelivery(
    String id,
    long channel,
    String alert,
    Event event,
    Progress progress,
    Optional<String> done,
    Optional<String> problem) {

  /** What happened to the alert. */
  public enum Event {
    TOLD,
    RETRACTED;

    public String label() {
      return name().toLowerCase(Locale.ROOT);
    }

    static Event of(String label) {
      return valueOf(label.toUpperCase(Locale.ROOT));
    }
  }

  /** What became of a delivery. */
  public enum State {
    WAITING,
    SENT,
    GIVEN_UP;

    public String label() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static State of(String label) {
      return valueOf(label.toUpperCase(Locale.ROOT).replace('-', '_'));
    }
  }

  /** How far it is. */
  public record Progress(State state, int attempts, String due) {}

  /** A delivery that nobody has tried. */
  public static KeptDelivery first(KeptChannel channel, KeptAlert alert, Event event, String now) {
    return new KeptDelivery(
        "c" + channel.number() + "-" + alert.id() + "-" + event.label(),
        channel.number(),
        alert.id(),
        event,
        new Progress(State.WAITING, 0, now),
        Optional.empty(),
        Optional.empty());
  }

  public KeptDelivery sent(String now) {
    return new KeptDelivery(
        id,
        channel,
        alert,
        event,
        new Progress(State.SENT, progress.attempts() + 1, progress.due()),
        Optional.of(now),
        Optional.empty());
  }

  public KeptDelivery failed(String reason, String next) {
    return new KeptDelivery(
        id,
        channel,
        alert,
        event,
        new Progress(State.WAITING, progress.attempts() + 1, next),
        Optional.empty(),
        Optional.of(reason));
  }

  public KeptDelivery givenUp(String reason, String now) {
    return new KeptDelivery(
        id,
        channel,
        alert,
        event,
        new Progress(State.GIVEN_UP, progress.attempts() + 1, progress.due()),
        Optional.of(now),
        Optional.of(reason));
  }
}
