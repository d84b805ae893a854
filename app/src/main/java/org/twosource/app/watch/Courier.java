package org.twosource.app.watch;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.twosource.app.fetch.Waiting;
import org.twosource.app.store.Digests;
import org.twosource.app.store.KeptAlert;
import org.twosource.app.store.KeptChannel;
import org.twosource.app.store.KeptDelivery;
import org.twosource.app.store.Store;

/**
 * Tells channels what is due: each at least once, under an id that is the same each time. What
 * fails is tried again after a minute, then twice as long each time up to six hours, and given up
 * after three days. In quiet hours it waits. More than {@value #MOST_AN_HOUR} messages an hour
 * become one digest, and the next comes an hour later.
 *
 * <p>Used by one thread; another may close it.
 */
public final class Courier implements AutoCloseable {
  static final int MOST_AN_HOUR = 20;

  private static final int MOST_AT_ONCE = 500;
  private static final Duration HOUR = Duration.ofHours(1);
  private static final Duration LONGEST_WAIT = Duration.ofHours(6);
  private static final int MOST_ATTEMPTS = 20;

  /**
   * Nothing is put off for longer; what seems so was put off by a clock that was set back since.
   */
  private static final Duration LONGEST_DUE = Waiting.LONGEST.plusDays(1);

  private final Store store;
  private final Clock clock;
  private final Map<String, Teller> tellers;
  private volatile boolean closed;

  public Courier(Store store, Clock clock) {
    this(store, clock, Map.of("webhook", new WebhookTeller(), "mail", new MailTeller()));
  }

  Courier(Store store, Clock clock, Map<String, Teller> tellers) {
    this.store = store;
    this.clock = clock;
    this.tellers = Map.copyOf(tellers);
  }

  /** Tells what is due; answers how many messages were taken. */
  public int deliver() {
    int taken = 0;
    List<KeptDelivery> waiting = store.read(view -> view.waiting(now(), latest(), MOST_AT_ONCE));
    if (waiting.isEmpty()) {
      return 0;
    }
    Map<String, KeptAlert> alerts =
        store.read(Store.View::alerts).stream()
            .collect(Collectors.toMap(KeptAlert::id, Function.identity()));
    for (KeptChannel channel : store.read(Store.View::channels)) {
      List<KeptDelivery> due =
          waiting.stream().filter(one -> one.channel() == channel.number()).toList();
      if (!due.isEmpty()) {
        taken += deliver(channel, due, alerts);
      }
    }
    return taken;
  }

  private String now() {
    return clock.instant().truncatedTo(ChronoUnit.SECONDS).toString();
  }

  private String latest() {
    return clock.instant().plus(LONGEST_DUE).truncatedTo(ChronoUnit.SECONDS).toString();
  }

  private int deliver(KeptChannel channel, List<KeptDelivery> due, Map<String, KeptAlert> alerts) {
    ChannelSettings settings = ChannelSettings.parse(channel.settings());
    Instant now = clock.instant();
    boolean isQuiet = settings.quiet().filter(hours -> hours.contain(now)).isPresent();
    boolean isAfterDigest =
        digestOf(channel)
            .filter(at -> at.plus(HOUR).isAfter(now) && !at.isAfter(now.plus(HOUR)))
            .isPresent();
    if (isQuiet || isAfterDigest) {
      return 0;
    }
    String since = now.minus(HOUR).truncatedTo(ChronoUnit.SECONDS).toString();
    int lately = store.read(view -> view.doneSince(channel.number(), since)).size();
    if (lately + due.size() > MOST_AN_HOUR && due.size() > 1) {
      return send(channel, settings, due, alerts) ? 1 : 0;
    }
    int taken = 0;
    for (KeptDelivery one : due) {
      if (closed) {
        break;
      }
      taken += send(channel, settings, List.of(one), alerts) ? 1 : 0;
    }
    return taken;
  }

  private static String note(KeptChannel channel) {
    return "digest c" + channel.number();
  }

  private Optional<Instant> digestOf(KeptChannel channel) {
    return store.read(view -> view.setting(note(channel))).map(Instant::parse);
  }

  private boolean send(
      KeptChannel channel,
      ChannelSettings settings,
      List<KeptDelivery> due,
      Map<String, KeptAlert> alerts) {
    List<Message.Part> parts = new ArrayList<>();
    for (KeptDelivery one : due) {
      KeptAlert alert = alerts.get(one.alert());
      if (alert != null) {
        parts.add(Message.part(one.event(), alert, store));
      }
    }
    String id =
        due.size() == 1
            ? due.getFirst().id()
            : "c"
                + channel.number()
                + "-digest-"
                + Digests.of(due.stream().map(KeptDelivery::id).toArray(String[]::new))
                    .substring(0, 16);
    Teller.Answer answer =
        parts.isEmpty()
            ? Teller.Answer.TAKEN
            : Objects.requireNonNull(tellers.get(channel.kind()), channel.kind())
                .tell(channel, settings, new Message(id, List.copyOf(parts)), now());
    keep(channel, due, answer);
    return answer.problem().isEmpty();
  }

  private void keep(KeptChannel channel, List<KeptDelivery> due, Teller.Answer answer) {
    String now = now();
    store.write(
        change -> {
          for (KeptDelivery one : due) {
            change.putDelivery(
                answer
                    .problem()
                    .map(why -> failed(one, why, answer.pause()))
                    .orElseGet(() -> one.sent(now)));
          }
          if (due.size() > 1 && answer.problem().isEmpty()) {
            change.setSetting(note(channel), now);
          }
          return true;
        });
  }

  private KeptDelivery failed(KeptDelivery one, String why, Optional<Duration> asked) {
    if (one.progress().attempts() + 1 >= MOST_ATTEMPTS) {
      return one.givenUp(why, now());
    }
    Duration doubled = Duration.ofMinutes(1L << Math.min(10, one.progress().attempts()));
    Duration wait = doubled.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : doubled;
    Duration next = asked.filter(said -> said.compareTo(wait) > 0).orElse(wait);
    return one.failed(why, clock.instant().plus(next).truncatedTo(ChronoUnit.SECONDS).toString());
  }

  @Override
  public void close() {
    closed = true;
    tellers.values().forEach(Teller::close);
  }
}
