package org.twosource.app.command;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;

/** What is wrong with how a command was called. */
public final class Usage {
  private Usage() {}

  public static ParameterException wrong(@Nullable CommandSpec command, String message) {
    return new ParameterException(Objects.requireNonNull(command).commandLine(), message);
  }

  public static ParameterException wrong(
      @Nullable CommandSpec command, IllegalArgumentException refused) {
    return wrong(command, String.valueOf(refused.getMessage()));
  }
}
