package org.twosource.app.command;

/**
 * Whether a person types the input or looks at the output; the launcher knows, Java 21 cannot tell.
 */
final class Terminal {
  private Terminal() {}

  static boolean isInput() {
    return Boolean.getBoolean("twosource.terminal.input");
  }

  static boolean isOutput() {
    return Boolean.getBoolean("twosource.terminal.output");
  }

  static boolean isError() {
    return Boolean.getBoolean("twosource.terminal.error");
  }
}
