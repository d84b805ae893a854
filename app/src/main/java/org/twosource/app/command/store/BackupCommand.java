package org.twosource.app.command.store;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.twosource.app.command.ExitStatus;
import org.twosource.app.command.Plain;
import org.twosource.app.command.StoreOption;
import org.twosource.app.store.Store;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code twosource backup}: a copy of a store in one file, also while it is written. */
@Command(
    name = "backup",
    description = "Writes a copy of a store into one file; imports may go on meanwhile.",
    mixinStandardHelpOptions = true)
public final class BackupCommand implements Callable<Integer> {
  @Mixin StoreOption store = new StoreOption();

  @Parameters(paramLabel = "FILE", description = "A file that does not exist yet.")
  Path target = Path.of("");

  @Override
  public Integer call() {
    try (Store open = store.read()) {
      open.backup(target);
      System.out.println("backed up to " + Plain.line(target.toString()));
    }
    return ExitStatus.READ;
  }
}
