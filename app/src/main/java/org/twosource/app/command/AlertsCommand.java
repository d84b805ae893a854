package org.twosource.app.command;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.twosource.app.json.StoreJson;
import org.twosource.app.store.KeptAlert;
import org.twosource.app.store.Store;
import org.twosource.app.store.StoredReport;
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

  @Option(
      names = "--json",
      paramLabel = "FILE",
      description = "Write the list as JSON; - is standard output.")
  @Nullable String json;

  @Override
  public Integer call() throws IOException {
    try (Store open = store.read()) {
      List<KeptAlert> alerts =
          open.read(Store.View::alerts).stream().filter(alert -> !alert.baseline()).toList();
      if (json != null) {
        Json.write(json, StoreJson.list(alerts, StoreJson::alert));
      }
      if (!"-".equals(json)) {
        alerts.forEach(alert -> tell(alert, open));
      }
    }
    return ExitStatus.READ;
  }

  private static void tell(KeptAlert alert, Store open) {
    System.out.println(
        alert.said().at()
            + "  "
            + alert.watch().kind()
            + "  "
            + Plain.line(alert.watch().query())
            + (alert.retracted().isPresent() ? "  RETRACTED" : ""));
    System.out.println("  " + Plain.line(alert.said().text()));
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
    System.out.println("  " + Plain.line(alert.said().why()));
    System.out.println("  story " + Plain.line(alert.subject().story()));
  }
}
