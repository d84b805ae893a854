package org.twosource.app.command;

import java.io.IOException;
import java.nio.file.NoSuchFileException;

/** Why a file could not be read, in words for its user. */
public final class Reason {
  private Reason() {}

  public static String of(IOException failure) {
    return failure instanceof NoSuchFileException
        ? failure.getMessage() + ": there is no such file"
        : String.valueOf(failure.getMessage());
  }
}
