package org.twosource.app.command;

/**
 * Whether a person types the input or looks at the output; the launcher knows, Java 21 cannot tell.
 */
public final class Terminal {
  private Terminal() {}

  public static boolean isInput() {
    return Boolean.getBoolean("twosource.terminal.input");
  }

  public static boolean isOutput() {
    return Boolean.getBoolean("twosource.terminal.output");
  }

  public static boolean isError() {
    return Boolean.getBoolean("twosource.terminal.error");
  }
}
