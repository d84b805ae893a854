package org.twosource.app.command.store;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.twosource.app.command.ExitStatus;
import org.twosource.app.command.JsonOption;
import org.twosource.app.command.Plain;
import org.twosource.app.command.StoreOption;
import org.twosource.app.json.StoreJson;
import org.twosource.app.search.Hit;
import org.twosource.app.search.SearchIndex;
import org.twosource.app.store.Store;
import org.twosource.app.store.StoredReport;
import org.twosource.report.PartialDate;
import org.twosource.report.Report;
import org.twosource.report.Span;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code twosource search}: the reports of a store that have the words asked for. */
@Command(
    name = "search",
    description = {
      "Finds reports of a store by their words, the best first.",
      "  reactor leak      both words in the text or headline, in any of their common forms",
      "  \"reactor leak\"    the phrase",
      "  leak OR spill     one of the two;   contam*: words that begin so",
      "  'leak -drill'     without a word, between the quotation marks of the shell",
      "  Selenskyj~        a name that is spelled about so",
      "  outlet:herald  headline:leak  story:ID  date:2026-03  date:2026-03-01..2026-03-10",
      "  like:REPORT       reports that share the words of one",
      "  person:  place:  organization:  standing:corroborated   in stories that were analysed"
    },
    mixinStandardHelpOptions = true)
public final class SearchCommand implements Callable<Integer> {
  private static final int SHOWN = 20;

  /** Characters shown before and after a passage. */
  private static final int AROUND = 60;

  @Spec @Nullable CommandSpec spec;
  @Mixin StoreOption store = new StoreOption();

  @Parameters(arity = "1..*", paramLabel = "QUERY", description = "What to find.")
  List<String> query = List.of();

  @Option(
      names = "--most",
      paramLabel = "NUMBER",
      description = "How many reports at most; 20 unless said otherwise, all of them in JSON.")
  int most;

  @Mixin JsonOption json = new JsonOption();

  @Override
  public Integer call() throws IOException {
    try (Store open = store.read();
        SearchIndex index =
            SearchIndex.open(open, store.derived().search(), store.derived().accounts())) {
      int limit = most > 0 ? most : json.isAskedFor() ? Integer.MAX_VALUE : SHOWN;
      List<Hit> hits = index.search(String.join(" ", query), limit);
      json.write(list(hits, open));
      if (!json.isOnStandardOutput()) {
        hits.forEach(hit -> tell(hit, open));
      }
      return ExitStatus.READ;
    } catch (IllegalArgumentException wrong) {
      PrintWriter err = Objects.requireNonNull(spec).commandLine().getErr();
      List<String> lines = String.valueOf(wrong.getMessage()).lines().toList();
      err.println("twosource: " + Plain.line(lines.getFirst()));
      lines.stream().skip(1).forEach(line -> err.println(Plain.line(line)));
      err.flush();
      return ExitStatus.WRONG_USAGE;
    }
  }

  private static ObjectNode list(List<Hit> hits, Store open) {
    ObjectNode list =
        StoreJson.list(
            hits,
            hit ->
                StoreJson.hit(
                    hit, open.read(view -> view.storyOf(hit.at().report())).orElse(null)));
    list.remove("next"); // all that was asked for is there
    return list;
  }

  private static void tell(Hit hit, Store open) {
    String page = hit.at().report();
    StoredReport stored = open.read(view -> view.current(page)).orElseThrow();
    Report report = stored.report();
    System.out.println(
        String.format(Locale.ROOT, "%6.2f  ", hit.score())
            + Plain.line(page)
            + stored.published().map(PartialDate::iso).map(date -> "  " + date).orElse("")
            + report.outlet().map(outlet -> "  " + Plain.line(outlet)).orElse("")
            + report.headline().map(headline -> "  " + Plain.line(headline)).orElse(""));
    if (!hit.at().span().isEmpty()) {
      System.out.println("        " + Plain.line(around(hit.at().span(), report.body())));
    }
    open.read(view -> view.storyOf(page))
        .ifPresent(story -> System.out.println("        story " + Plain.line(story)));
  }

  private static String around(Span passage, String body) {
    int from = Math.max(0, passage.start() - AROUND);
    int to = Math.min(body.length(), passage.end() + AROUND);
    return (from > 0 ? "..." : "") + body.substring(from, to) + (to < body.length() ? "..." : "");
  }
}
