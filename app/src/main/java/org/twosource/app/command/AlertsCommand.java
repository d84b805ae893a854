package org.twosource.app.command;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
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
        Json.write(json, list(alerts));
      }
      if (!"-".equals(json)) {
        alerts.forEach(alert -> tell(alert, open));
      }
    }
    return ExitStatus.READ;
  }

  private static ObjectNode list(List<KeptAlert> alerts) {
    ObjectNode object = Json.object();
    ArrayNode items = object.putArray("items");
    for (KeptAlert alert : alerts) {
      ObjectNode item = items.addObject();
      item.put("id", alert.id());
      item.put("watch", WatchesCommand.name(alert.watch()));
      item.put("kind", alert.watch().kind());
      item.put("story", alert.subject().story());
      item.put("claim", alert.subject().claim());
      item.put("text", alert.said().text());
      item.put("why", alert.said().why());
      item.put("at", alert.said().at());
      ArrayNode evidence = item.putArray("evidence");
      for (Citation passage : alert.evidence()) {
        evidence
            .addObject()
            .put("report", passage.report())
            .put("start", passage.span().start())
            .put("end", passage.span().end());
      }
      item.put("retracted", alert.retracted().isPresent());
      item.put("retractedAt", alert.retracted().orElse(null));
    }
    object.putNull("next");
    return object;
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
