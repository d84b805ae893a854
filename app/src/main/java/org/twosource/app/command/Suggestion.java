package org.twosource.app.command;

import java.util.List;
import java.util.Optional;
import org.twosource.lexicon.EditDistance;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** What may have been meant by an option or command that there is not. */
public final class Suggestion {
  /** A name that differs in more of its letters was not meant. */
  private static final double MIN_LIKENESS = .5;

  private Suggestion() {}

  /** {@code ; did you mean --json?}, or nothing. */
  public static String of(ParameterException wrong) {
    if (!(wrong instanceof UnmatchedArgumentException unmatched)
        || unmatched.getUnmatched().isEmpty()) {
      return "";
    }
    String given = unmatched.getUnmatched().getFirst().replaceFirst("=.*", "");
    return nearest(given, names(wrong.getCommandLine(), given.startsWith("-")))
        .map(name -> "; did you mean " + name + "?")
        .orElse("");
  }

  /** The name most like a wrong one, if it is like it at all. */
  static Optional<String> nearest(String wrong, List<String> names) {
    return EditDistance.nearest(wrong, names)
        .filter(name -> EditDistance.similarity(name, wrong) >= MIN_LIKENESS);
  }

  private static List<String> names(CommandLine command, boolean options) {
    return options
        ? List.copyOf(command.getCommandSpec().optionsMap().keySet())
        : List.copyOf(command.getSubcommands().keySet());
  }
}
