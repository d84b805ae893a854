package org.twosource.app.command;

import java.io.PrintStream;
import org.twosource.Progress;
import org.twosource.brief.Stage;

/**
 * Shows on one line how far a run has come, once it has taken longer than a second. Used by one
 * thread at a time.
 */
public final class TerminalProgress implements Progress {
  private static final long FIRST_SHOWN_NANOS = 1_000_000_000L;
  private static final long BETWEEN_NANOS = 200_000_000L;

  private final PrintStream out;
  private final long started = System.nanoTime();
  private long last = started;
  private boolean shown;

  public TerminalProgress(PrintStream out) {
    this.out = out;
  }

  @Override
  public void at(Stage stage, int done, int all) {
    show(doing(stage) + " " + Math.min(done + 1, all) + " of " + all);
  }

  /** Shows what is being done, unless something was shown just now. */
  public void show(String doing) {
    long now = System.nanoTime();
    if (now - started < FIRST_SHOWN_NANOS || now - last < BETWEEN_NANOS) {
      return;
    }
    last = now;
    shown = true;
    out.print("\r\u001b[K  " + doing);
    out.flush();
  }

  /** Clears the line. */
  public void finish() {
    if (shown) {
      out.print("\r\u001b[K");
      out.flush();
    }
  }

  private static String doing(Stage stage) {
    return switch (stage) {
      case REPORT -> "reading";
      case TEXT -> "dividing report";
      case STORY -> "placing report";
      case ANNOTATE, REUSE, LINEAGE, DISTORTION, TIMELINE, CLAIM, BRIEF -> "analysing story";
    };
  }
}
