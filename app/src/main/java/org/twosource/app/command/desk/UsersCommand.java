package org.twosource.app.command.desk;

import java.io.BufferedReader;
import java.io.Console;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.twosource.app.command.ExitStatus;
import org.twosource.app.command.JsonOption;
import org.twosource.app.command.Terminal;
import org.twosource.app.fetch.Passwords;
import org.twosource.app.json.StoreJson;
import org.twosource.app.user.AccessToken;
import org.twosource.app.user.Role;
import org.twosource.app.user.User;
import org.twosource.app.user.Users;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code twosource users}: who may use the desk of a store. */
@Command(
    name = "users",
    description = {
      "Lists who may use the desk of a store from elsewhere, and their tokens.",
      "A reader reads and checks drafts; an editor also decides, adds reports and begins watches; an"
          + " admin also says which feeds are polled. A desk that is open heeds every change at once."
    },
    mixinStandardHelpOptions = true,
    subcommands = {
      UsersCommand.Add.class,
      UsersCommand.Change.class,
      UsersCommand.Remove.class,
      UsersCommand.Token.class,
      UsersCommand.Revoke.class
    })
public final class UsersCommand implements Callable<Integer> {
  @Mixin UsersOption users = new UsersOption();
  @Mixin JsonOption json = new JsonOption();

  @Override
  public Integer call() throws IOException {
    Users all = users.all();
    if (all.isEmpty() && !json.isOnStandardOutput()) {
      System.out.println("no users; the desk is open to this machine alone");
    }
    json.list(all.all(), user -> json(user, all), user -> tell(user, all));
    return ExitStatus.READ;
  }

  private static void tell(User user, Users users) {
    System.out.println(user.name() + "  " + user.role().label() + "  since " + user.made());
    for (AccessToken token : users.tokens()) {
      if (token.user().equals(user.name())) {
        System.out.println("  " + line(token));
      }
    }
  }

  private static String line(AccessToken token) {
    boolean isOver = !Instant.now().isBefore(token.expires());
    return "token "
        + token.id()
        + "  "
        + token.scope().label()
        + (isOver ? "  expired " : "  until ")
        + token.expires();
  }

  private static com.fasterxml.jackson.databind.node.ObjectNode json(User user, Users users) {
    var node =
        StoreJson.object()
            .put("name", user.name())
            .put("role", user.role().label())
            .put("made", user.made());
    var tokens = node.putArray("tokens");
    for (AccessToken token : users.tokens()) {
      if (token.user().equals(user.name())) {
        tokens
            .addObject()
            .put("id", token.id())
            .put("scope", token.scope().label())
            .put("expires", token.expires().toString());
      }
    }
    return node;
  }

  /**
   * Where a password comes from; never from the command line, which other users of a machine see.
   */
  static final class Password {
    @Option(
        names = "--password-file",
        paramLabel = "FILE",
        description =
            "Read the password from the first line of a file that only you can read; without it you"
                + " are asked, or it is read from standard input.")
    @Nullable Path file;

    String read() {
      try {
        if (file != null) {
          Passwords.refuseIfShared(file);
          return Files.readAllLines(file).stream().findFirst().orElse("");
        }
        Console console = System.console();
        if (console != null && Terminal.isInput()) {
          char[] once = console.readPassword("Password: ");
          char[] again = console.readPassword("Once more: ");
          if (once == null || !java.util.Arrays.equals(once, again)) {
            throw new IllegalArgumentException("the two are not the same; nothing was changed");
          }
          return new String(once);
        }
        String line =
            new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8)).readLine();
        return line == null ? "" : line;
      } catch (IOException failure) {
        throw new UncheckedIOException(failure);
      }
    }
  }

  /** {@code users add}. */
  @Command(
      name = "add",
      description = "Adds a user; the password is asked for.",
      mixinStandardHelpOptions = true)
  static final class Add implements Callable<Integer> {
    @Mixin UsersOption users = new UsersOption();
    @Mixin Password password = new Password();

    @Parameters(paramLabel = "NAME", description = "Lower-case letters and digits.")
    String name = "";

    @Option(
        names = "--role",
        paramLabel = "ROLE",
        description = "reader, editor or admin (default: ${DEFAULT-VALUE}).",
        defaultValue = "reader")
    String role = "reader";

    @Override
    public Integer call() {
      return users.with(
          all -> {
            User added = all.add(name, Role.of(role), password.read());
            System.out.println("added: " + added.name() + "  " + added.role().label());
          });
    }
  }

  /** {@code users change}. */
  @Command(
      name = "change",
      description = "Gives a user another role with --role, or else another password.",
      mixinStandardHelpOptions = true)
  static final class Change implements Callable<Integer> {
    @Mixin UsersOption users = new UsersOption();
    @Mixin Password password = new Password();

    @Parameters(paramLabel = "NAME", description = "As users shows it.")
    String name = "";

    @Option(names = "--role", paramLabel = "ROLE", description = "reader, editor or admin.")
    @Nullable String role;

    @Override
    public Integer call() {
      return users.with(
          all -> {
            if (role != null) {
              all.change(name, Role.of(role));
              System.out.println("changed: " + name + "  " + role);
            }
            if (role == null || password.file != null) {
              all.change(name, password.read());
              System.out.println("changed: the password of " + name + ", who is signed out");
            }
          });
    }
  }

  /** {@code users remove}. */
  @Command(
      name = "remove",
      description = "Removes a user, his tokens and his sessions; what he decided stays.",
      mixinStandardHelpOptions = true)
  static final class Remove implements Callable<Integer> {
    @Mixin UsersOption users = new UsersOption();

    @Parameters(paramLabel = "NAME", description = "As users shows it.")
    String name = "";

    @Override
    public Integer call() {
      return users.with(
          all -> {
            all.remove(name);
            System.out.println("removed: " + name);
          });
    }
  }

  /** {@code users token}. */
  @Command(
      name = "token",
      description = "Makes a token for a program of a user, and shows it this once.",
      mixinStandardHelpOptions = true)
  static final class Token implements Callable<Integer> {
    @Mixin UsersOption users = new UsersOption();

    @Parameters(paramLabel = "NAME", description = "Whose token it is.")
    String name = "";

    @Option(
        names = "--scope",
        paramLabel = "ROLE",
        description =
            "What it may do at most: reader, editor or admin (default: ${DEFAULT-VALUE}).",
        defaultValue = "reader")
    String scope = "reader";

    @Option(
        names = "--days",
        paramLabel = "N",
        description = "How long it is good, 1 to 3650 (default: ${DEFAULT-VALUE}).",
        defaultValue = "90")
    int days = 90;

    @Override
    public Integer call() {
      return users.with(
          all -> {
            if (days < 1 || days > 3_650) {
              throw new IllegalArgumentException("--days takes 1 to 3650, not " + days);
            }
            Users.Given given = all.give(name, Role.of(scope), Duration.ofDays(days));
            System.out.println(given.text());
            System.err.println("twosource: " + line(given.token()) + "; it is shown only now");
          });
    }
  }

  /** {@code users revoke}. */
  @Command(name = "revoke", description = "Takes a token back.", mixinStandardHelpOptions = true)
  static final class Revoke implements Callable<Integer> {
    @Mixin UsersOption users = new UsersOption();

    @Parameters(paramLabel = "ID", description = "As users shows it.")
    String id = "";

    @Override
    public Integer call() {
      return users.with(
          all -> {
            if (!all.takeBack(id)) {
              throw new IllegalArgumentException("there is no token " + id + "; users lists them");
            }
            System.out.println("taken back: " + id);
          });
    }
  }
}
