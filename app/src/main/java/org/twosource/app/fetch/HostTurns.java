package org.twosource.app.fetch;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Semaphore;

/**
 * Gives out turns: no host is asked twice within its pause, nor by more than two at once, whoever
 * asks; and no more than so many hosts at the same time. Who waits for a slow host keeps nobody
 * from another. Safe for use by several threads.
 */
final class HostTurns {
  /** Hosts whose last turn is remembered; the one that had none for longest is forgotten first. */
  private static final int MAX_HOSTS = 50_000;

  private static final int AT_ONCE_OF_ONE_HOST = 2;

  private final Semaphore all;
  private final Map<String, Host> hosts =
      new LinkedHashMap<>(64, .75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Host> eldest) {
          return size() > MAX_HOSTS;
        }
      };

  HostTurns(int atOnce) {
    this.all = new Semaphore(atOnce, true);
  }

  private static final class Host {
    final Semaphore places = new Semaphore(AT_ONCE_OF_ONE_HOST, true);
    long free = System.nanoTime();
  }

  /** A turn that was taken; to be given back. */
  final class Turn implements AutoCloseable {
    private final Host host;

    private Turn(Host host) {
      this.host = host;
    }

    @Override
    public void close() {
      all.release();
      host.places.release();
    }
  }

  /** Waits for the next turn of a host. */
  Turn take(String name, Duration pause) throws InterruptedException {
    Host host;
    synchronized (hosts) {
      host = hosts.computeIfAbsent(name, unused -> new Host());
    }
    host.places.acquire();
    try {
      long wait = reserve(host, pause, System.nanoTime());
      if (wait > 0) {
        Thread.sleep(Duration.ofNanos(wait));
      }
      all.acquire();
      return new Turn(host);
    } catch (InterruptedException stopped) {
      host.places.release();
      throw stopped;
    }
  }

  private static long reserve(Host host, Duration pause, long now) {
    synchronized (host) {
      long turn = Math.max(now, host.free);
      host.free = turn + pause.toNanos();
      return turn - now;
    }
  }
}
