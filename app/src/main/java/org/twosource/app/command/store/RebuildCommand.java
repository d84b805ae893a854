package org.twosource.app.command.store;

import java.util.concurrent.Callable;
import org.twosource.Progress;
import org.twosource.app.command.ExitStatus;
import org.twosource.app.command.StoreOption;
import org.twosource.app.command.Terminal;
import org.twosource.app.command.TerminalProgress;
import org.twosource.app.desk.StoryService;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code twosource rebuild}: everything that is derived, made again. */
@Command(
    name = "rebuild",
    description =
        "Reads the bytes kept once more and makes the stories again; ids and decisions stay.",
    mixinStandardHelpOptions = true)
public final class RebuildCommand implements Callable<Integer> {
  @Mixin StoreOption store = new StoreOption();

  @Override
  public Integer call() {
    TerminalProgress shown = new TerminalProgress(System.err);
    try (StoryService service = store.change()) {
      String digest = service.rebuild(Terminal.isError() ? shown : Progress.NONE);
      shown.finish();
      System.out.println("rebuilt, digest " + digest);
    } finally {
      shown.finish();
    }
    return ExitStatus.READ;
  }
}
