package org.twosource.brief.render;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.twosource.annotate.Annotated;
import org.twosource.annotate.Entity;
import org.twosource.annotate.EntityType;
import org.twosource.brief.Account;
import org.twosource.brief.Provenance;
import org.twosource.brief.Stage;
import org.twosource.brief.StoryAccount;
import org.twosource.report.Unreadable;

/**
 * Reads an account back from the document that {@link JsonRenderer} made of it: writing it again
 * gives the same bytes, so every renderer can work on a result of an earlier run.
 *
 * <p>The document holds what was found, not all that it was found with. An account that was read
 * has no tokens, grammar, cues, clauses and vectors; of two reports that share nothing there is no
 * alignment; scores have three places.
 *
 * <p>Keeps nothing between calls; for any thread.
 */
public final class AccountReader {
  /** The fields of a story that show which stage was the last, latest first. */
  private static final Map<String, Stage> LAST_STAGES = new LinkedHashMap<>();

  static {
    LAST_STAGES.put("brief", Stage.BRIEF);
    LAST_STAGES.put("claims", Stage.CLAIM);
    LAST_STAGES.put("timeline", Stage.TIMELINE);
    LAST_STAGES.put("distortions", Stage.DISTORTION);
    LAST_STAGES.put("families", Stage.LINEAGE);
    LAST_STAGES.put("title", Stage.STORY);
  }

  /**
   * @throws IOException if the stream fails, or with the place where the document is no such result
   */
  public Account read(InputStream in) throws IOException {
    JsonItem document = new JsonItem(parsed(in), "");
    Map<String, Annotated> reports = new LinkedHashMap<>();
    Map<String, JsonItem> items = new HashMap<>();
    for (JsonItem item : document.list("reports", item -> item)) {
      Annotated report = ReportFields.read(item);
      reports.put(report.id(), report);
      items.put(report.id(), item);
    }
    List<Entity> entities = document.list("entities", AccountReader::entity);
    List<StoryAccount> stories = new ArrayList<>();
    for (JsonItem story : document.list("stories", item -> item)) {
      stories.add(new StoryFields(reports, items, entities).read(story));
    }
    return new Account(
        made(document),
        document.list("unreadable", AccountReader::unreadable),
        List.copyOf(reports.values()),
        entities,
        stories,
        lastStage(document));
  }

  private static JsonNode parsed(InputStream in) throws IOException {
    JsonNode document;
    try {
      document = new ObjectMapper().readTree(in);
    } catch (JsonProcessingException malformed) {
      throw new IOException("no JSON document: " + malformed.getOriginalMessage(), malformed);
    }
    if (!document.has("twosource")) {
      throw new IOException("no result of twosource read");
    }
    return document;
  }

  private static Provenance made(JsonItem document) throws IOException {
    JsonItem made = document.at("made");
    return new Provenance(
        document.text("twosource"), made.map("options"), made.map("models"), made.flag("vectors"));
  }

  private static Unreadable unreadable(JsonItem item) throws IOException {
    return new Unreadable(
        item.text("source"), item.at("offset").value().longValue(), item.text("reason"));
  }

  private static Entity entity(JsonItem item) throws IOException {
    return new Entity(
        item.text("id"),
        item.choice("type", EntityType.class),
        item.text("name"),
        item.texts("aliases"),
        item.texts("roles"),
        item.optional("wikidata"));
  }

  /** The last stage that was run: fields of later ones are absent. */
  private static Stage lastStage(JsonItem document) throws IOException {
    for (JsonItem story : document.list("stories", item -> item)) {
      for (Map.Entry<String, Stage> field : LAST_STAGES.entrySet()) {
        if (story.has(field.getKey())) {
          return field.getValue();
        }
      }
      return Stage.REUSE;
    }
    List<JsonItem> reports = document.list("reports", item -> item);
    if (document.has("stories")) {
      return reports.isEmpty() || reports.getFirst().has("versionOf") ? Stage.BRIEF : Stage.STORY;
    }
    if (document.has("entities")) {
      return Stage.ANNOTATE;
    }
    return !reports.isEmpty() && reports.getFirst().has("parts") ? Stage.TEXT : Stage.REPORT;
  }
}
