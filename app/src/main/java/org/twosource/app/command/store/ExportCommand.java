package org.twosource.app.command.store;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Callable;
import org.twosource.app.command.Destination;
import org.twosource.app.command.ExitStatus;
import org.twosource.app.command.Json;
import org.twosource.app.command.StoreOption;
import org.twosource.app.store.Store;
import org.twosource.app.store.StoredReport;
import org.twosource.report.PartialDate;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code twosource export}: all reports of a store, in a form that import and read take. */
@Command(
    name = "export",
    description =
        "Writes every report of a store as a line of JSON, with its story; import and read take it.",
    mixinStandardHelpOptions = true)
public final class ExportCommand implements Callable<Integer> {
  @Mixin StoreOption store = new StoreOption();

  @Parameters(paramLabel = "FILE", description = "Where to; - is standard output.")
  String target = "";

  @Override
  public Integer call() throws IOException {
    try (Store open = store.read()) {
      Destination.write(
          target,
          out ->
              open.read(
                  view -> {
                    var stories = view.membership();
                    view.eachReport(
                        report -> {
                          try {
                            out.write(
                                (Json.line(line(report, stories.get(report.page()))) + "\n")
                                    .getBytes(StandardCharsets.UTF_8));
                          } catch (IOException failure) {
                            throw new java.io.UncheckedIOException(failure);
                          }
                        });
                    return true;
                  }));
    }
    return ExitStatus.READ;
  }

  private static ObjectNode line(
      StoredReport stored, @org.jspecify.annotations.Nullable String story) {
    ObjectNode line = Json.object();
    line.put("id", stored.page());
    stored.report().headline().ifPresent(title -> line.put("title", title));
    line.put("text", stored.report().body());
    stored.report().published().map(PartialDate::iso).ifPresent(date -> line.put("date", date));
    stored.report().outlet().ifPresent(outlet -> line.put("source", outlet));
    stored.report().url().ifPresent(url -> line.put("url", url));
    stored.report().language().ifPresent(language -> line.put("language", language));
    ArrayNode byline = line.putArray("byline");
    stored.report().byline().forEach(byline::add);
    ArrayNode credit = line.putArray("credit");
    stored.report().credit().forEach(credit::add);
    line.put("version", stored.report().id());
    line.put("current", stored.current());
    if (story != null) {
      line.put("story", story);
    }
    return line;
  }
}
