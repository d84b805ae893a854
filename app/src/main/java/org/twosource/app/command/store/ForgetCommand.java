package org.twosource.app.command.store;

import java.util.List;
import java.util.concurrent.Callable;
import org.twosource.app.command.StoreOption;
import org.twosource.app.desk.StoryService;
import org.twosource.app.store.StoreException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code twosource forget}: a report or an outlet, deleted for good. */
@Command(
    name = "forget",
    description =
        "Deletes a report, or all of an outlet, for good, with its bytes, and says what hung on it."
            + " The next import does not bring it back.",
    mixinStandardHelpOptions = true)
public final class ForgetCommand implements Callable<Integer> {
  @Mixin StoreOption store = new StoreOption();

  @Parameters(paramLabel = "REPORT|OUTLET", description = "The id of a report, or an outlet.")
  String what = "";

  @Override
  public Integer call() {
    try (StoryService service = store.change()) {
      List<String> pages = service.pagesOf(what);
      if (pages.isEmpty()) {
        throw new StoreException(
            StoreException.Kind.MISSING,
            "there is no report and no outlet '" + what + "'; nothing was deleted");
      }
      return Deleting.tell(service.forget(pages));
    }
  }
}
