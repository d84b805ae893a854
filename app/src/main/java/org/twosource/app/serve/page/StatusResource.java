package org.twosource.app.serve.page;

import io.javalin.http.Context;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.twosource.Pipeline;
import org.twosource.app.serve.Caller;
import org.twosource.app.serve.Desk;
import org.twosource.app.serve.OpenIndex;
import org.twosource.app.serve.Received;
import org.twosource.app.serve.Route;
import org.twosource.app.store.Breach;
import org.twosource.app.store.Outcome;
import org.twosource.app.store.Store;
import org.twosource.app.user.Role;

/** {@code /status}: how the desk and its store are. */
public final class StatusResource {
  /** How long what the files take is not looked at again: they are thousands. */
  private static final long LOOKED_AT_NANOS = 30_000_000_000L;

  private final Desk desk;
  private final Pages pages;
  private final Received received;
  private volatile Size size = new Size(-1, 0);

  public StatusResource(Desk desk, Pages pages) {
    this.desk = desk;
    this.pages = pages;
    this.received = new Received(desk.store());
  }

  public List<Route> routes() {
    return List.of(Route.get("/status", this::status));
  }

  /** One line of it. */
  public record Fact(String name, String value) {}

  private void status(Context context) {
    List<Fact> facts = new ArrayList<>();
    facts.add(new Fact("Store", desk.place().toString()));
    facts.add(
        new Fact(
            "Writing",
            desk.writer().isPresent()
                ? "by this desk"
                : "not by this desk: " + desk.whyReadOnly()));
    desk.writer()
        .map(writer -> writer.trouble())
        .filter(trouble -> !trouble.isEmpty())
        .ifPresent(trouble -> facts.add(new Fact("Stories are behind", trouble)));
    Map<Outcome, Long> outcomes = received.counts();
    facts.add(
        new Fact(
            "Received",
            desk.store().read(Store.View::lastReceipt)
                + " inputs: "
                + outcomes.getOrDefault(Outcome.STORED, 0L)
                + " stored, "
                + outcomes.getOrDefault(Outcome.VERSION_OF, 0L)
                + " versions, "
                + outcomes.getOrDefault(Outcome.DUPLICATE_OF, 0L)
                + " duplicates, "
                + outcomes.getOrDefault(Outcome.QUARANTINED, 0L)
                + " that could not be read"));
    facts.add(new Fact("Stories", "" + desk.store().read(Store.View::countStories)));
    facts.add(
        new Fact(
            "Words to search",
            desk.index()
                .reach()
                .map(StatusResource::words)
                .orElse("an index is opened with the first search")));
    facts.add(new Fact("Analyses that wait or run", "" + desk.accounts().underWay()));
    facts.add(new Fact("Accounts in memory", bytes(desk.accounts().keptBytes())));
    facts.add(new Fact("On disk", bytes(onDisk())));
    facts.add(new Fact("Free on disk", bytes(desk.place().folder().toFile().getUsableSpace())));
    facts.add(
        new Fact(
            "Program", "twosource " + Pipeline.VERSION + ", Java " + Runtime.version().feature()));
    boolean asked = Parameters.text(context, "verify").equals("1");
    if (asked) {
      Caller.of(context).needs(Role.ADMIN);
    }
    List<Breach> breaches = asked ? desk.store().verify(false) : List.of();
    pages.show(
        context,
        "status",
        "Status",
        Map.of("facts", facts, "verified", asked, "breaches", breaches));
  }

  private static String words(OpenIndex.Reach reach) {
    return reach.isBehind()
        ? String.format(
            Locale.ROOT, "%,d of %,d inputs are looked through", reach.lookedThrough(), reach.of())
        : "all inputs are looked through";
  }

  /** What the files take, and when that was looked at. */
  private record Size(long bytes, long atNanos) {}

  private long onDisk() {
    Size known = size;
    long now = System.nanoTime();
    if (known.bytes() < 0 || now - known.atNanos() > LOOKED_AT_NANOS) {
      known = new Size(size(desk.place().folder()), now);
      size = known;
    }
    return known.bytes();
  }

  private static long size(Path folder) {
    if (!Files.isDirectory(folder)) {
      return 0; // beside a database that this machine only reads
    }
    try (Stream<Path> all = Files.walk(folder)) {
      return all.mapToLong(file -> file.toFile().length()).sum();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private static String bytes(long bytes) {
    if (bytes < 1 << 20) {
      return bytes / 1024 + " KB";
    }
    double megabytes = bytes / 1024.0 / 1024.0;
    return megabytes < 1_024
        ? String.format(Locale.ROOT, "%.1f MB", megabytes)
        : String.format(Locale.ROOT, "%.1f GB", megabytes / 1_024);
  }
}
