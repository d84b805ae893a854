package org.twosource.app.command;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.twosource.report.Limits;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code --limit}: limits on what is read. */
public final class LimitOption {
  @Spec(Spec.Target.MIXEE)
  @Nullable CommandSpec spec;

  @Option(
      names = "--limit",
      paramLabel = "NAME=NUMBER",
      description =
          "Change a limit on what is read; a report that passes one is told with the limit's name. May"
              + " be repeated.")
  Map<String, Long> limits = Map.of();

  /** Some limits with those that were asked for in their place. */
  public Limits in(Limits standard) {
    Limits set = standard;
    for (Map.Entry<String, Long> limit : limits.entrySet()) {
      try {
        set = set.with(limit.getKey(), limit.getValue());
      } catch (IllegalArgumentException wrong) {
        throw Usage.wrong(spec, "--limit: " + wrong.getMessage());
      }
    }
    return set;
  }
}
