package org.twosource.app.serve;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.twosource.app.json.StoreJson;
import org.twosource.app.store.Store;
import org.twosource.app.store.StoredReport;
import org.twosource.app.store.StoredStory;
import org.twosource.brief.Check;
import org.twosource.brief.render.CompareJsonRenderer;
import org.twosource.report.Citation;
import org.twosource.report.Report;

/** What comes of texts that are checked or compared and not kept, in the shape of the commands. */
public final class TextJson {
  private static final ObjectMapper MAPPER = new ObjectMapper();

  private TextJson() {}

  /**
   * A report of the store.
   *
   * @throws Problem where there is none
   */
  public static Report report(Desk desk, String id) {
    return desk.store()
        .read(view -> view.current(id))
        .map(StoredReport::asPage)
        .orElseThrow(() -> Problem.notFound("there is no report " + id));
  }

  public static JsonNode compared(Desk desk, Report a, Report b) {
    return written(out -> new CompareJsonRenderer().render(desk.drafts().compare(a, b), out));
  }

  /** The sentences in the shape of {@code check}, and which reports they were held against. */
  public static ObjectNode checked(Desk desk, String text, List<Report> reports) {
    Standing known = Standing.of(desk, reports);
    List<Check> checks =
        reports.isEmpty()
            ? List.of()
            : desk.drafts()
                .check(Report.of("draft", text), reports, known::sourceOf, known.disputed());
    ObjectNode answer = StoreJson.object();
    answer.set("items", written(out -> new CompareJsonRenderer().renderChecks(checks, out)));
    answer.putNull("next");
    answer.put("seq", desk.store().read(Store.View::lastReceipt));
    reports.forEach(report -> answer.withArray("/against").add(report.id()));
    return answer;
  }

  /** What a renderer writes. */
  private interface Writing {
    void to(ByteArrayOutputStream out) throws IOException;
  }

  private static JsonNode written(Writing writing) {
    try {
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      writing.to(out);
      return MAPPER.readTree(out.toByteArray());
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }

  /**
   * What the accounts of the reports' stories say of them, as far as these were analysed: which
   * reports are one source, and where the reports disagree. A report of a story that was not is a
   * source of its own.
   */
  private record Standing(Map<String, String> sources, List<Citation> disputed) {
    static Standing of(Desk desk, List<Report> reports) {
      Map<String, String> sources = new HashMap<>();
      List<Citation> disputed = new ArrayList<>();
      Set<String> stories = new HashSet<>();
      for (Report report : reports) {
        Optional<StoredStory> story =
            desk.store().read(view -> view.storyOf(report.id()).flatMap(view::story));
        if (story.isPresent() && stories.add(story.get().id())) {
          desk.accounts().kept(story.get()).ifPresent(one -> add(one, sources, disputed));
        }
      }
      return new Standing(sources, disputed);
    }

    private static void add(
        StoryJson account, Map<String, String> sources, List<Citation> disputed) {
      for (JsonNode source : account.list("sources")) {
        String name = account.story().path("id").asText() + " " + source.path("id").asText();
        source.path("reports").forEach(report -> sources.put(report.asText(), name));
      }
      for (JsonNode claim : account.list("claims")) {
        for (JsonNode dispute : claim.path("disputes")) {
          if (dispute.path("resolution").asText().equals("open")) {
            for (String side : List.of("a", "b")) {
              JsonNode at = claim.path("statements").path(dispute.path(side).asInt());
              disputed.add(new Citation(at.path("report").asText(), StoryJson.span(at)));
            }
          }
        }
      }
    }

    String sourceOf(String report) {
      return sources.getOrDefault(report, report);
    }
  }
}
