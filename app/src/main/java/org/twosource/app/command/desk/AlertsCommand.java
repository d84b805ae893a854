package org.twosource.app.command.desk;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.twosource.app.command.Destination;
import org.twosource.app.command.ExitStatus;
import org.twosource.app.command.JsonOption;
import org.twosource.app.command.Plain;
import org.twosource.app.command.StoreOption;
import org.twosource.app.json.StoreJson;
import org.twosource.app.store.KeptAlert;
import org.twosource.app.store.KeptWatch;
import org.twosource.app.store.Store;
import org.twosource.app.store.StoreException;
import org.twosource.app.store.StoredReport;
import org.twosource.app.watch.AtomFeed;
import org.twosource.report.Citation;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code twosource alerts}: what the watches found. */
@Command(
    name = "alerts",
    description = "Lists what the watches found, the oldest first, with the passages.",
    mixinStandardHelpOptions = true)
public final class AlertsCommand implements Callable<Integer> {
  private static final int SHOWN_CHARACTERS = 300;

  @Mixin StoreOption store = new StoreOption();

  @Mixin JsonOption json = new JsonOption();

  @Option(names = "--watch", paramLabel = "ID", description = "Only those of one watch (w1).")
  @Nullable String watch;

  @Option(
      names = "--atom",
      paramLabel = "FILE",
      description = "Write them as an Atom feed, the newest first; - is standard output.")
  @Nullable String atom;

  @Override
  public Integer call() throws IOException {
    try (Store open = store.read()) {
      Optional<KeptWatch> of = Optional.ofNullable(watch).map(name -> watch(name, open));
      List<KeptAlert> alerts =
          open.read(Store.View::alerts).stream()
              .filter(alert -> !alert.baseline())
              .filter(alert -> of.isEmpty() || alert.watch().number() == of.get().number())
              .toList();
      if (atom != null) {
        Destination.write(atom, out -> new AtomFeed(open).write(of, out));
        return ExitStatus.READ;
      }
      json.list(alerts, StoreJson::alert, alert -> tell(alert, open));
    }
    return ExitStatus.READ;
  }

  private static KeptWatch watch(String name, Store open) {
    return open.read(Store.View::watches).stream()
        .filter(one -> StoreJson.name(one).equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                new StoreException(
                    StoreException.Kind.MISSING,
                    "there is no watch '" + name + "'; twosource watches lists those there are"));
  }

  private static void tell(KeptAlert alert, Store open) {
    System.out.println(
        alert.said().at()
            + "  "
            + alert.watch().kind()
            + "  "
            + Plain.line(alert.watch().query())
            + (alert.retracted().isPresent() ? "  RETRACTED" : "")
            + (alert.firmness() == KeptAlert.Firmness.PROVISIONAL ? "  provisional" : ""));
    System.out.println("  " + Plain.line(alert.said().text()));
    if (!alert.said().turn().before().isEmpty()) {
      System.out.println("  old: " + Plain.line(alert.said().turn().before()));
    }
    System.out.println("  new: " + Plain.line(alert.said().turn().after()));
    for (Citation passage : alert.evidence()) {
      Optional<StoredReport> report = open.read(view -> view.current(passage.report()));
      String body = report.map(one -> one.report().body()).orElse("");
      String words =
          passage.span().end() <= body.length() ? passage.span().in(body) : "(changed since)";
      System.out.println(
          "    "
              + Plain.line(passage.report())
              + ": "
              + Plain.line(words.substring(0, Math.min(SHOWN_CHARACTERS, words.length()))));
    }
    System.out.println("  why: " + Plain.line(alert.said().why()));
    if (!alert.subject().story().isEmpty()) {
      System.out.println("  story " + Plain.line(alert.subject().story()));
    }
  }
}
