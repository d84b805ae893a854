package org.twosource.app.command.store;

import java.util.List;
import java.util.concurrent.Callable;
import org.twosource.app.command.ExitStatus;
import org.twosource.app.command.Plain;
import org.twosource.app.command.StoreOption;
import org.twosource.app.desk.StoryService;
import org.twosource.app.store.Breach;
import org.twosource.app.store.Store;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code twosource verify}: whether a store is what it must be. */
@Command(
    name = "verify",
    description =
        "Checks the invariants of a store; names the invariant and the row where one is broken.",
    mixinStandardHelpOptions = true)
public final class VerifyCommand implements Callable<Integer> {
  @Mixin StoreOption store = new StoreOption();

  @Option(names = "--fast", description = "Leave out unpacking and hashing all that is kept.")
  boolean fast;

  @Override
  public Integer call() {
    try (Store open = store.read()) {
      List<Breach> breaches = open.verify(!fast);
      for (Breach breach : breaches) {
        System.out.println(Plain.line("broken: " + breach.invariant() + ": " + breach.row()));
      }
      if (!breaches.isEmpty()) {
        System.out.println(
            "twosource rebuild makes what is derived again; for the rest restore a backup");
        return ExitStatus.BROKEN;
      }
      System.out.println("ok, digest " + StoryService.digest(open));
      return ExitStatus.READ;
    }
  }
}
