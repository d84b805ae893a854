package org.twosource.app.command;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.twosource.app.desk.Derived;
import org.twosource.app.desk.StoryService;
import org.twosource.app.store.SqliteStore;
import org.twosource.app.store.Store;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The store that a command works on. */
final class StoreOption {
  private static final String VARIABLE = "TWOSOURCE_STORE";

  @Spec(Spec.Target.MIXEE)
  @Nullable CommandSpec spec;

  @Option(
      names = "--store",
      paramLabel = "DIR",
      description =
          "The folder of the store; may be left out where the environment variable TWOSOURCE_STORE"
              + " names one.")
  @Nullable String store;

  Path folder() {
    String named =
        Optional.ofNullable(store)
            .or(() -> Optional.ofNullable(System.getenv(VARIABLE)))
            .filter(name -> !name.isBlank())
            .orElseThrow(
                () -> wrong("which store? Name its folder with --store DIR, or in " + VARIABLE));
    if (named.startsWith("jdbc:")) {
      throw wrong("stores are folders so far; " + named + " is a database");
    }
    try {
      return Path.of(named);
    } catch (InvalidPathException noPath) {
      throw wrong("--store takes a folder, not '" + named + "'");
    }
  }

  private ParameterException wrong(String message) {
    return new ParameterException(java.util.Objects.requireNonNull(spec).commandLine(), message);
  }

  /** Opens the store to write; it is made where there is none. */
  StoryService write() {
    return StoryService.open(folder());
  }

  /** Opens a store that is there to write. */
  StoryService change() {
    read().close();
    return write();
  }

  Store read() {
    return SqliteStore.openToRead(folder());
  }

  /** What lies beside the database. */
  Derived derived() {
    return new Derived(folder());
  }
}
