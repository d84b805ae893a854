package org.twosource.app.watch;

import java.time.Duration;
import java.util.Optional;
import org.twosource.app.store.KeptChannel;

/** Tells one kind of channel. Safe for use by one thread. */
interface Teller extends AutoCloseable {
  /**
   * What came of telling.
   *
   * @param problem empty where it was taken
   * @param pause how long not to try again
   */
  record Answer(Optional<String> problem, Optional<Duration> pause) {
    static final Answer TAKEN = new Answer(Optional.empty(), Optional.empty());

    static Answer failed(String problem) {
      return new Answer(Optional.of(problem), Optional.empty());
    }
  }

  Answer tell(KeptChannel channel, ChannelSettings settings, Message message, String now);

  @Override
  void close();
}
