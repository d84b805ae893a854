package org.twosource.brief.render;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.twosource.annotate.Annotated;
import org.twosource.brief.Account;
import org.twosource.brief.Provenance;
import org.twosource.brief.Stage;
import org.twosource.golden.ResultSchema;
import org.twosource.report.Report;
import org.twosource.text.Published;
import org.twosource.text.Text;

class JsonRendererTest {

  @ParameterizedTest
  @EnumSource(Stage.class)
  void everyStageGivesADocumentThatTheSchemaAllows(Stage until) throws IOException {
    assertThat(ResultSchema.problems(render(HarbourAccount.until(until)))).isEmpty();
  }

  @Test
  void fieldsOfLaterStagesAreAbsent() throws IOException {
    JsonNode atText = parse(render(HarbourAccount.until(Stage.TEXT)));
    JsonNode atLineage = parse(render(HarbourAccount.until(Stage.LINEAGE)));

    assertThat(atText.has("stories")).isFalse();
    assertThat(atText.at("/reports/0").has("sentences")).isTrue();
    assertThat(atText.at("/reports/0").has("events")).isFalse();
    assertThat(names(atLineage.at("/stories/0")))
        .containsExactly(
            "id",
            "title",
            "from",
            "to",
            "reports",
            "why",
            "history",
            "mayBelong",
            "families",
            "sources",
            "derivations",
            "passages");
  }

  @Test
  void theFullDocumentHasEveryFieldOfTheContract() throws IOException {
    JsonNode result = parse(render(HarbourAccount.full()));

    assertThat(names(result))
        .containsExactly("twosource", "made", "unreadable", "reports", "entities", "stories");
    assertThat(names(result.at("/stories/0")))
        .contains(
            "families",
            "sources",
            "derivations",
            "passages",
            "distortions",
            "quotations",
            "claims",
            "timeline",
            "brief");
    assertThat(result.at("/stories/0/families/0/origin/kind").asText()).isEqualTo("unseen");
    assertThat(result.at("/stories/0/claims/1/disputes/0/note").asText())
        .isEqualTo("Thursday / Friday");
  }

  @Test
  void whatMayShareATextStandsBehindTheDerivations() throws IOException {
    JsonNode derivations = parse(render(HarbourAccount.full())).at("/stories/0/derivations");

    JsonNode last = derivations.get(derivations.size() - 1);
    assertThat(last.path("mayShare").asBoolean()).isTrue();
    assertThat(last.path("confidence").asDouble()).isEqualTo(.62);
    assertThat(derivations.get(0).has("mayShare")).isFalse();
  }

  @Test
  void spansPointAtTheTextShown() throws IOException {
    JsonNode result = parse(render(HarbourAccount.full()));
    String body = result.at("/reports/0/body").asText();
    JsonNode timex = result.at("/reports/0/timexes/0");

    assertThat(body.substring(timex.get("start").asInt(), timex.get("end").asInt()))
        .isEqualTo(timex.get("text").asText())
        .isEqualTo("Thursday");
  }

  @Test
  void aBrokenSurrogateKeepsTheOffsets() throws IOException {
    String body = "a \ud83d b \u0000 \u001b[31m </script> \ud83d\ude00";

    JsonNode result = parse(render(only(body)));

    assertThat(result.at("/reports/0/body").asText()).isEqualTo(body.replace("\ud83d b", "? b"));
  }

  @Test
  void sameAccountSameBytes() throws IOException {
    assertThat(render(HarbourAccount.full())).isEqualTo(render(HarbourAccount.full()));
  }

  static Account only(String body) {
    Text text =
        new Text(
            Report.of("odd", body),
            "und",
            Published.UNKNOWN,
            List.of(),
            List.of(),
            List.of(),
            java.util.Optional.empty());
    return new Account(
        new Provenance("0.1.0", Map.of(), Map.of(), true),
        List.of(),
        List.of(Annotated.bare(text)),
        List.of(),
        List.of(),
        Stage.BRIEF);
  }

  private static byte[] render(Account account) throws IOException {
    var out = new ByteArrayOutputStream();
    new JsonRenderer().render(account, out);
    return out.toByteArray();
  }

  private static JsonNode parse(byte[] json) throws IOException {
    return new ObjectMapper().readTree(json);
  }

  private static List<String> names(JsonNode object) {
    List<String> names = new ArrayList<>();
    object.fieldNames().forEachRemaining(names::add);
    return names;
  }
}
