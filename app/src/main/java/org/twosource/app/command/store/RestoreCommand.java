package org.twosource.app.command.store;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.twosource.app.command.ExitStatus;
import org.twosource.app.command.Plain;
import org.twosource.app.command.StoreOption;
import org.twosource.app.desk.StoryService;
import org.twosource.app.store.Breach;
import org.twosource.app.store.Store;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code twosource restore}: a store from a backup. */
@Command(
    name = "restore",
    description = "Makes a store from a backup, in a folder that has none, and verifies it.",
    mixinStandardHelpOptions = true)
public final class RestoreCommand implements Callable<Integer> {
  @Mixin StoreOption store = new StoreOption();

  @Parameters(paramLabel = "FILE", description = "Written by backup.")
  Path backup = Path.of("");

  @Override
  public Integer call() {
    store.place().restore(backup);
    try (Store open = store.read()) {
      for (Breach breach : open.verify(true)) {
        System.out.println(Plain.line("broken: " + breach.invariant() + ": " + breach.row()));
        return ExitStatus.BROKEN;
      }
      System.out.println("restored, digest " + StoryService.digest(open));
    }
    return ExitStatus.READ;
  }
}
