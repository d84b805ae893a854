package org.twosource.app.serve;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.twosource.app.json.StoreJson;
import org.twosource.app.store.Store;
import org.twosource.app.store.StoredReport;
import org.twosource.brief.Check;
import org.twosource.brief.render.CompareJsonRenderer;
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
    List<Check> checks =
        reports.isEmpty() ? List.of() : desk.drafts().check(Report.of("draft", text), reports);
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
}
