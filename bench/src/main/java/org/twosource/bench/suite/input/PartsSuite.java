package org.twosource.bench.suite.input;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.twosource.bench.suite.ResultDocument.list;
import static org.twosource.bench.suite.ResultDocument.overlap;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.twosource.bench.BenchData;
import org.twosource.bench.Figure;
import org.twosource.bench.Suite;
import org.twosource.bench.suite.ResultDocument;
import org.twosource.bench.suite.StoryRuns;
import org.twosource.bench.suite.Tally;
import org.twosource.report.Span;

/**
 * What each line of a plain-text report is ({@code extraction/parts}): body that is kept, and
 * furniture that is kept out of it. A line is body when at least half of it lies in parts of that
 * kind. Subheadings, lists, turns of a transcript and mixed lines count on neither side. The
 * reports are halved by a hash of their ids; the rules were written on one half.
 *
 * <p>{@code TWOSOURCE_SHOW=1} prints every line of the seen half that went wrong.
 */
public final class PartsSuite implements Suite {
  private static final boolean SHOW = System.getenv("TWOSOURCE_SHOW") != null;
  private static final Set<String> NEITHER =
      Set.of("subheading", "list", "transcript-turn", "mixed");
  private final StoryRuns runs;

  public PartsSuite(StoryRuns runs) {
    this.runs = runs;
  }

  @Override
  public String name() {
    return "parts";
  }

  @Override
  public List<Figure> run(BenchData data) throws IOException {
    ResultDocument result = runs.set(data, "news_cluster");
    Tally kept = new Tally();
    Tally out = new Tally();
    Tally keptUnseen = new Tally();
    Tally outUnseen = new Tally();
    Map<String, Tally> kinds = new TreeMap<>();
    for (JsonNode line : data.jsonLines("extraction/parts/lines.jsonl")) {
      String kind = line.path("part").asText();
      if (NEITHER.contains(kind)) {
        continue;
      }
      boolean body = isBody(result, line);
      boolean right = body == kind.equals("body");
      boolean unseen = isUnseen(line.path("report").asText());
      if (unseen) {
        (kind.equals("body") ? keptUnseen : outUnseen).add(right);
      }
      if (kind.equals("body")) {
        kept.add(right);
      } else {
        out.add(right);
        kinds.computeIfAbsent(kind, key -> new Tally()).add(right);
      }
      if (SHOW && !right && !unseen) {
        System.out.println((body ? "PASSED AS BODY\t" : "LOST\t") + line);
      }
    }
    List<Figure> figures = new ArrayList<>();
    figures.add(Figure.atLeast("body kept, unseen half", keptUnseen.share(), 0.99, ""));
    figures.add(Figure.atLeast("furniture kept out, unseen half", outUnseen.share(), 0.85, ""));
    figures.add(Figure.atLeast("body kept", kept.share(), 0.99, "381 of 381 closed (0.1.0)"));
    figures.add(Figure.atLeast("furniture kept out", out.share(), 0.85, "47 of 73 closed (0.1.0)"));
    kinds.forEach(
        (kind, tally) ->
            figures.add(Figure.shown("kept out: " + kind + " of " + tally.all(), tally.share())));
    return figures;
  }

  /** Reports whose lines nobody looked at while the rules were written, told by their ids. */
  private static boolean isUnseen(String report) {
    try {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(report.getBytes(UTF_8));
      return (digest[digest.length - 1] & 1) == 1;
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private static boolean isBody(ResultDocument result, JsonNode line) {
    Span span = new Span(line.path("start").asInt(), line.path("end").asInt());
    int body =
        result.report(line.path("report").asText()).stream()
            .flatMap(report -> list(report.path("parts")).stream())
            .filter(part -> part.path("kind").asText().equals("body"))
            .mapToInt(part -> overlap(part, span))
            .sum();
    return 2 * body >= span.length();
  }
}
