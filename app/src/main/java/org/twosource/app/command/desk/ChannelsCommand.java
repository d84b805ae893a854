package org.twosource.app.command.desk;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.ZoneId;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.twosource.app.command.ExitStatus;
import org.twosource.app.command.JsonOption;
import org.twosource.app.command.Numbered;
import org.twosource.app.command.Plain;
import org.twosource.app.command.StoreOption;
import org.twosource.app.command.Usage;
import org.twosource.app.desk.StoryService;
import org.twosource.app.fetch.Cidr;
import org.twosource.app.fetch.WebAddress;
import org.twosource.app.json.StoreJson;
import org.twosource.app.store.KeptChannel;
import org.twosource.app.store.Store;
import org.twosource.app.watch.ChannelSettings;
import org.twosource.app.watch.Courier;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code twosource channels}: where a reader is told of alerts beside the inbox. */
@Command(
    name = "channels",
    description = "Lists where alerts are sent, and how that goes; add and remove change it.",
    mixinStandardHelpOptions = true,
    subcommands = {
      ChannelsCommand.Add.class,
      ChannelsCommand.Remove.class,
      ChannelsCommand.Deliver.class
    })
public final class ChannelsCommand implements Callable<Integer> {
  @Mixin StoreOption store = new StoreOption();

  @Mixin JsonOption json = new JsonOption();

  @Override
  public Integer call() throws IOException {
    try (Store open = store.read()) {
      List<KeptChannel> channels = open.read(Store.View::channels);
      json.list(
          channels,
          channel -> StoreJson.channel(channel, open),
          channel -> System.out.println(line(channel, open)));
    }
    return ExitStatus.READ;
  }

  private static String line(KeptChannel channel, Store open) {
    return StoreJson.name(channel)
        + "  "
        + channel.kind()
        + "  "
        + Plain.line(channel.target())
        + channel.watch().map(watch -> "  of w" + watch).orElse("")
        + "  "
        + open.read(view -> view.deliveries(channel.number()))
        + open.read(view -> view.lastProblem(channel.number()))
            .map(problem -> "  last problem: " + Plain.line(problem))
            .orElse("");
  }

  /** {@code channels add}. */
  @Command(
      name = "add",
      description = {
        "Sends alerts:",
        "  webhook ADDRESS   as JSON, signed (docs/store.md); the key is made, or given by --secret",
        "  mail ADDRESS      as plain text by --smtp"
      },
      mixinStandardHelpOptions = true)
  static final class Add implements Callable<Integer> {
    @Spec @Nullable CommandSpec spec;
    @Mixin StoreOption store = new StoreOption();

    @Parameters(index = "0", paramLabel = "KIND", description = "webhook or mail")
    String kind = "";

    @Parameters(index = "1", paramLabel = "ADDRESS", description = "Where to.")
    String target = "";

    @Option(
        names = "--watch",
        paramLabel = "ID",
        description = "Only what this watch finds (w1); else what all find.")
    @Nullable String watch;

    @Option(
        names = "--secret",
        paramLabel = "FILE",
        description = "The key of a webhook, in a file that nobody else may read (chmod 600).")
    @Nullable Path secret;

    @Option(
        names = "--allow",
        paramLabel = "CIDR",
        description = "Also reach these addresses, which are not public; may be repeated.")
    List<String> allowed = List.of();

    @Option(
        names = "--smtp",
        paramLabel = "HOST:PORT",
        description = "The server that takes the mail.")
    @Nullable String smtp;

    @Option(names = "--from", paramLabel = "ADDRESS", description = "Whom the mail is from.")
    @Nullable String from;

    @Option(
        names = "--security",
        paramLabel = "NAME",
        defaultValue = "starttls",
        description = "starttls, tls or none (default: ${DEFAULT-VALUE}).")
    String security = "starttls";

    @Option(
        names = "--passwords",
        paramLabel = "FILE",
        description = "A line HOST NAME PASSWORD for the server, in a file of mode 600.")
    @Nullable Path passwords;

    @Option(
        names = "--quiet-hours",
        paramLabel = "FROM-TO",
        description = "Nothing is sent then, but afterwards: 22:00-07:00.")
    @Nullable String quiet;

    @Option(
        names = "--zone",
        paramLabel = "ZONE",
        description = "Of the quiet hours: Europe/Berlin; else that of this machine.")
    String zone = ZoneId.systemDefault().getId();

    @Override
    public Integer call() throws IOException {
      Optional<ChannelSettings.Mail> mail =
          switch (kind) {
            case "webhook" -> webhook();
            case "mail" -> Optional.of(mail());
            default ->
                throw Usage.wrong(spec, "a channel is a webhook or mail, not '" + kind + "'");
          };
      try (StoryService service = store.write()) {
        Optional<Path> key =
            mail.isPresent()
                ? Optional.empty()
                : Optional.of(secret != null ? secret.toAbsolutePath() : made());
        ChannelSettings settings = new ChannelSettings(key, allowed, mail, hours());
        KeptChannel channel =
            service.addChannel(kind, target, Optional.ofNullable(watch), settings.json());
        System.out.println(
            StoreJson.name(channel)
                + "  "
                + kind
                + "  "
                + Plain.line(target)
                + key.map(file -> "  signed with the key in " + file).orElse(""));
      } catch (IllegalArgumentException refused) {
        throw Usage.wrong(spec, refused);
      }
      return ExitStatus.READ;
    }

    private Optional<ChannelSettings.Mail> webhook() {
      if (WebAddress.parse(target).isEmpty()) {
        throw Usage.wrong(spec, "a webhook needs an address: https://...");
      }
      try {
        allowed.forEach(Cidr::parse);
      } catch (IllegalArgumentException noBlock) {
        throw Usage.wrong(spec, "--allow: " + noBlock.getMessage());
      }
      return Optional.empty();
    }

    private ChannelSettings.Mail mail() {
      String server = smtp == null ? "" : smtp;
      int colon = server.lastIndexOf(':');
      if (colon < 1 || !server.substring(colon + 1).matches("\\d{1,5}")) {
        throw Usage.wrong(spec, "mail needs a server: --smtp HOST:PORT");
      }
      if (from == null || !target.contains("@") || !from.contains("@")) {
        throw Usage.wrong(spec, "mail needs two addresses: mail TO --from FROM");
      }
      if (!List.of("starttls", "tls", "none").contains(security)) {
        throw Usage.wrong(spec, "--security takes starttls, tls or none, not '" + security + "'");
      }
      if (security.equals("none") && passwords != null) {
        throw Usage.wrong(spec, "a password is sent only where the connection is encrypted");
      }
      return new ChannelSettings.Mail(
          server.substring(0, colon),
          Integer.parseInt(server.substring(colon + 1)),
          from,
          security,
          Optional.ofNullable(passwords).map(Path::toAbsolutePath));
    }

    private Optional<ChannelSettings.Hours> hours() {
      return Optional.ofNullable(quiet).map(text -> ChannelSettings.Hours.parse(text, zone));
    }

    /** A key of its own, in the folder of the store. */
    private Path made() throws IOException {
      byte[] key = new byte[24];
      new SecureRandom().nextBytes(key);
      Path folder = store.place().folder().toAbsolutePath();
      Path file = folder.resolve("webhook-" + Long.toHexString(System.nanoTime()) + ".key");
      if (Files.getFileStore(folder).supportsFileAttributeView("posix")) {
        Files.createFile(
            file,
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
      }
      Files.writeString(file, "whsec_" + Base64.getEncoder().encodeToString(key) + "\n");
      return file;
    }
  }

  /** {@code channels remove}. */
  @Command(
      name = "remove",
      description = "Sends nothing there any longer.",
      mixinStandardHelpOptions = true)
  static final class Remove implements Callable<Integer> {
    @Mixin StoreOption store = new StoreOption();

    @Parameters(paramLabel = "ID", description = "As channels shows it: c1.")
    String id = "";

    @Override
    public Integer call() {
      return Numbered.takeBack(
          store,
          'c',
          id,
          StoryService::stopChannel,
          "there is no channel '" + id + "'; twosource channels lists those there are");
    }
  }

  /** {@code channels deliver}. */
  @Command(
      name = "deliver",
      description = "Sends what is due now, as watch and serve do while they run.",
      mixinStandardHelpOptions = true)
  static final class Deliver implements Callable<Integer> {
    @Mixin StoreOption store = new StoreOption();

    @Override
    public Integer call() {
      try (StoryService service = store.change();
          Courier courier = new Courier(service.store(), Clock.systemUTC())) {
        System.out.println("messages sent: " + courier.deliver());
      }
      return ExitStatus.READ;
    }
  }
}
