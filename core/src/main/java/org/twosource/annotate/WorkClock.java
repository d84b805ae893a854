package org.twosource.annotate;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.twosource.encode.Encoder;
import org.twosource.encode.Encoding;

/**
 * Counts the processor time of the thread that annotates one report, so that a busy machine loses
 * none. It is looked at before each part and before each sentence that is encoded.
 */
final class WorkClock {
  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

  private final String report;
  private final int seconds;
  private final long start = THREADS.getCurrentThreadCpuTime();

  WorkClock(String report, int seconds) {
    this.report = report;
    this.seconds = seconds;
  }

  /**
   * @throws OverTime when the report has had its time
   */
  void check() {
    if (THREADS.getCurrentThreadCpuTime() - start > TimeUnit.SECONDS.toNanos(seconds)) {
      throw new OverTime(Set.of(report), seconds);
    }
  }

  /** An encoder that looks at the clock before each sentence. */
  Encoder before(Encoder encoder) {
    return new Encoder() {
      @Override
      public Optional<Encoding> encode(List<String> words) {
        check();
        return encoder.encode(words);
      }

      @Override
      public Map<String, String> checksums() {
        return encoder.checksums();
      }

      @Override
      public void close() {
        encoder.close();
      }
    };
  }
}
