package org.twosource.app.command;

/** What a command answers to the shell. */
public final class ExitStatus {
  /** At least one report was read. */
  public static final int READ = 0;

  /** Nothing could be read. */
  public static final int NOTHING_READ = 2;

  /** Wrong usage. */
  public static final int WRONG_USAGE = 64;

  /** A fault of the program. */
  public static final int FAULT = 70;

  /** A result could not be written. */
  public static final int NOT_WRITTEN = 74;

  /** There is no such store, story or decision. */
  public static final int NOT_THERE = 66;

  /** Another process writes the store; try again later. */
  public static final int IN_USE = 75;

  /** What was looked at is not as it must be. */
  public static final int BROKEN = 1;

  private ExitStatus() {}
}
