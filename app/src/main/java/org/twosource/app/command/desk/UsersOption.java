package org.twosource.app.command.desk;

import java.io.UncheckedIOException;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.twosource.app.command.ExitStatus;
import org.twosource.app.command.StoreOption;
import org.twosource.app.command.Usage;
import org.twosource.app.store.StoreException;
import org.twosource.app.user.Users;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** The users of the store that a command works on. */
final class UsersOption {
  @Spec(Spec.Target.MIXEE)
  @Nullable CommandSpec spec;

  @Mixin StoreOption store = new StoreOption();

  /** The users of a store that is there. */
  Users all() {
    store.read().close();
    return new Users(store.place().folder());
  }

  /** Does something with the users; what cannot be is said as wrong usage. */
  int with(Consumer<Users> work) {
    Users users = all();
    try {
      work.accept(users);
      return ExitStatus.READ;
    } catch (IllegalArgumentException refused) {
      throw Usage.wrong(spec, refused);
    } catch (UncheckedIOException unreadable) {
      throw new StoreException(
          StoreException.Kind.FAILED,
          String.valueOf(Objects.requireNonNull(unreadable.getCause()).getMessage()));
    }
  }
}
