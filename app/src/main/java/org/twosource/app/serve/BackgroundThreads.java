package org.twosource.app.serve;

import java.util.concurrent.ThreadFactory;

/**
 * Threads that bring in what came. They have the lowest priority, so that a page that somebody asks
 * for meanwhile is made first; so have the threads that they begin. Linux heeds priorities only
 * where the program is started with {@code -XX:ThreadPriorityPolicy=1}, as the launcher does for
 * {@code serve}.
 */
final class BackgroundThreads {
  private BackgroundThreads() {}

  /** A thread that does not keep the program from ending. */
  static ThreadFactory named(String name) {
    return work ->
        Thread.ofPlatform().name(name).daemon().priority(Thread.MIN_PRIORITY).unstarted(work);
  }
}
