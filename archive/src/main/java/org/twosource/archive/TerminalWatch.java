package org.twosource.archive;

import java.io.PrintStream;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/**
 * Says which stage runs and how long the rest may take, by the shares of time that stages took on a
 * stream of ten thousand reports. One thread.
 */
final class TerminalWatch implements Watch {
  private static final Map<String, Integer> SHARES = new LinkedHashMap<>();

  static {
    SHARES.put("work/read", 22);
    SHARES.put("work/ordered", 6);
    SHARES.put("reports", 3);
    SHARES.put("texts", 3);
    SHARES.put("work/candidates", 6);
    SHARES.put("work/proposals", 4);
    SHARES.put("work/stories", 16);
    SHARES.put("work/furniture", 4);
    SHARES.put("work/copying", 26);
    SHARES.put("families", 2);
    SHARES.put("work/reprints", 8);
  }

  private final PrintStream out;
  private final long started = System.nanoTime();
  private long kept;
  private int done;
  private String running = "";

  TerminalWatch(PrintStream out) {
    this.out = out;
  }

  @Override
  public void begin(String stage, boolean isKept) {
    done += SHARES.getOrDefault(running, 0);
    running = stage;
    if (isKept) {
      kept += SHARES.getOrDefault(stage, 0);
      out.println("twosource: " + stage + " is done already");
      return;
    }
    double seconds = (System.nanoTime() - started) / 1e9;
    int all = SHARES.values().stream().mapToInt(Integer::intValue).sum();
    String rest =
        done - kept > all / 10 && done < all // what is made on demand has no share
            ? String.format(
                Locale.ROOT, ", some %.0f s left", seconds * (all - done) / (done - kept))
            : "";
    out.printf(Locale.ROOT, "twosource: %s; %.0f s so far%s%n", stage, seconds, rest);
  }
}
