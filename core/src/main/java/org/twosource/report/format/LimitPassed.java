package org.twosource.report.format;

/** A content passes a limit and is not read; the message is the reason that is told. */
public final class LimitPassed extends RuntimeException {
  private static final long serialVersionUID = 1;

  LimitPassed(String reason) {
    super(reason);
  }
}
