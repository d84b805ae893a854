package org.twosource.app.command.store;

import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.twosource.app.command.StoreOption;
import org.twosource.app.desk.StoryService;
import org.twosource.report.PartialDate;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code twosource prune}: what is older than a day, deleted for good. */
@Command(
    name = "prune",
    description =
        "Deletes the reports published before a day for good; those without a date by the day they"
            + " were received.",
    mixinStandardHelpOptions = true)
public final class PruneCommand implements Callable<Integer> {
  @Spec @Nullable CommandSpec spec;
  @Mixin StoreOption store = new StoreOption();

  @Option(names = "--before", paramLabel = "DATE", required = true, description = "2024-01-01")
  String before = "";

  @Override
  public Integer call() {
    PartialDate day =
        PartialDate.parse(before)
            .orElseThrow(
                () ->
                    new ParameterException(
                        java.util.Objects.requireNonNull(spec).commandLine(),
                        "--before takes a date like 2024-01-01, not '" + before + "'"));
    try (StoryService service = store.change()) {
      return Deleting.tell(service.forget(service.pagesBefore(day)));
    }
  }
}
