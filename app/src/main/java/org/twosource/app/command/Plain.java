package org.twosource.app.command;

/** Text made safe for a terminal line. */
public final class Plain {
  private Plain() {}

  /** One line without control characters, so that no input can steer the terminal. */
  public static String line(String text) {
    StringBuilder line = new StringBuilder(text.length());
    text.codePoints()
        .map(c -> Character.isWhitespace(c) ? ' ' : c)
        .filter(c -> !Character.isISOControl(c) && Character.getType(c) != Character.FORMAT)
        .forEach(line::appendCodePoint);
    return line.toString();
  }
}
