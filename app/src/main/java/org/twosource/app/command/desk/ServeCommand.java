package org.twosource.app.command.desk;

import java.io.PrintWriter;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import org.twosource.app.command.ExitStatus;
import org.twosource.app.command.FetchOptions;
import org.twosource.app.command.Plain;
import org.twosource.app.command.SettlingOptions;
import org.twosource.app.command.StopSignal;
import org.twosource.app.command.StoreOption;
import org.twosource.app.command.Usage;
import org.twosource.app.serve.DeskOptions;
import org.twosource.app.serve.DeskServer;
import org.twosource.app.user.Users;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code twosource serve}: the desk. */
@Command(
    name = "serve",
    description =
        "Opens the desk of a store as pages on this machine, until it is stopped. Nobody else"
            + " reaches it unless --listen says so and the store has users, and nothing leaves the"
            + " machine but requests for addresses you paste.",
    mixinStandardHelpOptions = true)
public final class ServeCommand implements Callable<Integer> {
  @Spec @Nullable CommandSpec spec;
  @Mixin StoreOption store = new StoreOption();
  @Mixin FetchOptions fetching = new FetchOptions();
  @Mixin SettlingOptions settling = new SettlingOptions();
  @Mixin DeskLimitOptions limits = new DeskLimitOptions();

  @Option(
      names = "--port",
      paramLabel = "N",
      description = "The port (default: ${DEFAULT-VALUE}); 0 takes one that is free.",
      defaultValue = "8350")
  int port = 8350;

  @Option(
      names = "--listen",
      paramLabel = "ADDR",
      description =
          "The address of this machine to listen on (default: ${DEFAULT-VALUE}). One that others"
              + " reach needs users: twosource users add NAME.",
      defaultValue = "127.0.0.1")
  String address = "127.0.0.1";

  @Option(
      names = "--host",
      paramLabel = "NAME",
      description = "A further name under which the desk may be asked; may be given several times.")
  List<String> hosts = List.of();

  @Option(
      names = "--session-hours",
      paramLabel = "N",
      description = "How long a user stays signed in (default: ${DEFAULT-VALUE}).",
      defaultValue = "12")
  int sessionHours = 12;

  @Option(
      names = "--requests",
      paramLabel = "N",
      description =
          "Requests a minute of one user, on a desk with users; 0 does not limit"
              + " (default: ${DEFAULT-VALUE}).",
      defaultValue = "1200")
  int requests = 1_200;

  @Option(
      names = "--guesses",
      paramLabel = "N",
      description =
          "Wrong passwords and tokens from one address in a quarter of an hour"
              + " (default: ${DEFAULT-VALUE}).",
      defaultValue = "20")
  int guesses = 20;

  @Override
  public Integer call() throws InterruptedException {
    CountDownLatch stopping = new CountDownLatch(1);
    try (StopSignal signal = new StopSignal();
        DeskServer server = open()) {
      signal.heed(stopping::countDown);
      PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
      String shown = address.contains(":") ? "[" + address + "]" : address;
      out.println("The desk is open: http://" + shown + ":" + server.port() + "/");
      if (server.desk().writer().isEmpty()) {
        out.println("It can only be read: " + Plain.line(server.desk().whyReadOnly()));
      }
      if (server.desk().callers().areDemanded()) {
        out.println("It asks for users (twosource users).");
      }
      if (othersReachIt()) {
        out.println(
            "Passwords cross the network as they are typed: put a proxy with TLS in front, or use"
                + " ssh -L; --host NAME says under which name it is asked.");
      }
      out.println("Control-C closes it.");
      out.flush();
      stopping.await();
    }
    return ExitStatus.READ;
  }

  private DeskServer open() {
    boolean othersReachIt = othersReachIt();
    if (othersReachIt && new Users(store.place().folder()).isEmpty()) {
      throw Usage.wrong(
          spec,
          "others reach "
              + address
              + ", and this store has no users: add one with twosource users add NAME --role admin,"
              + " or leave --listen out and reach the desk through ssh -L");
    }
    DeskOptions options;
    try {
      options =
          new DeskOptions(
              address,
              port,
              hosts,
              fetching::open,
              access(othersReachIt),
              limits.limits(),
              settling.times());
    } catch (IllegalArgumentException refused) {
      throw Usage.wrong(spec, refused);
    }
    try {
      return DeskServer.open(store.place(), options);
    } catch (io.javalin.util.JavalinException inUse) {
      throw Usage.wrong(
          spec, "port " + port + " is taken by another process; name another with --port N");
    }
  }

  private boolean othersReachIt() {
    try {
      return !InetAddress.getByName(address).isLoopbackAddress();
    } catch (UnknownHostException unknown) {
      throw Usage.wrong(spec, "--listen takes an address of this machine, not '" + address + "'");
    }
  }

  private DeskOptions.Access access(boolean othersReachIt) {
    return new DeskOptions.Access(othersReachIt, Duration.ofHours(sessionHours), requests, guesses);
  }
}
