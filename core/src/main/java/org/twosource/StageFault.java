package org.twosource;

import java.util.concurrent.CompletionException;
import java.util.function.Supplier;
import org.twosource.annotate.OverTime;
import org.twosource.brief.Stage;
import org.twosource.report.Report;
import org.twosource.report.Unreadable;

/**
 * A stage failed on what it was given: a fault of the program, or less memory than it needs. It
 * costs the report or the story that was at work, never the run.
 */
final class StageFault extends RuntimeException {
  private static final long serialVersionUID = 1;
  private static final int TOLD_CHARACTERS = 160;

  private StageFault(Stage stage, Throwable cause) {
    super(
        cause instanceof OverTime
            ? String.valueOf(cause.getMessage())
            : "the stage " + stage.label() + " failed: " + what(cause),
        cause);
  }

  /** Whether it says itself which reports it is of. */
  boolean isKnown() {
    return getCause() instanceof OverTime;
  }

  /** Whether it says that it is of this report. */
  boolean isOf(String report) {
    return getCause() instanceof OverTime over && over.reports().contains(report);
  }

  /**
   * Does the work of a stage.
   *
   * @throws StageFault when it ends in an exception, or the virtual machine runs out of something
   */
  static <T> T guard(Stage stage, Supplier<T> work) {
    try {
      return work.get();
    } catch (StageFault inner) {
      throw inner;
    } catch (CompletionException elsewhere) {
      Throwable cause = elsewhere.getCause();
      throw cause instanceof StageFault inner
          ? inner
          : new StageFault(stage, cause == null ? elsewhere : cause);
    } catch (RuntimeException | VirtualMachineError fault) {
      throw new StageFault(stage, fault);
    }
  }

  /** The same for work that gives no result. */
  static void guard(Stage stage, Runnable work) {
    guard(
        stage,
        () -> {
          work.run();
          return stage;
        });
  }

  /** How it is told of a report that is lost with it. */
  Unreadable of(Report report) {
    return new Unreadable(report.source(), 0, String.valueOf(getMessage()));
  }

  /** The kind of fault, its message, and the place in this program that it came through first. */
  private static String what(Throwable fault) {
    StringBuilder what = new StringBuilder(fault.getClass().getSimpleName());
    if (fault.getMessage() != null) {
      what.append(": ");
      fault
          .getMessage()
          .codePoints()
          .limit(TOLD_CHARACTERS)
          .map(code -> Character.isISOControl(code) ? ' ' : code)
          .forEach(what::appendCodePoint);
    }
    for (StackTraceElement place : fault.getStackTrace()) {
      if (place.getClassName().startsWith("org.twosource.")) {
        return what.append(" (")
            .append(place.getFileName())
            .append(':')
            .append(place.getLineNumber())
            .append(')')
            .toString();
      }
    }
    return what.toString();
  }
}
