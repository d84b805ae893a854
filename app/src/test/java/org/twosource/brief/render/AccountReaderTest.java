package org.twosource.brief.render;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.twosource.brief.Account;
import org.twosource.brief.Stage;

class AccountReaderTest {

  @ParameterizedTest
  @EnumSource(Stage.class)
  void whatWasReadIsWrittenInTheSameBytes(Stage until) throws IOException {
    String first = json(HarbourAccount.until(until));

    Account read = read(first);

    assertThat(json(read)).isEqualTo(first);
    assertThat(read.until()).isEqualTo(until);
  }

  @Test
  void anAccountWithoutReportsIsReadBack() throws IOException {
    String first = json(JsonRendererTest.only("")).replace("\"odd\"", "\"even\"");

    assertThat(json(read(first))).isEqualTo(first);
  }

  @Test
  void theOtherRenderersTakeAnAccountThatWasRead() throws IOException {
    Account account = HarbourAccount.full();
    Account read = read(json(account));

    for (Renderers.Output output : Renderers.standard()) {
      assertThat(rendered(output.renderer(), read))
          .as(output.name())
          .isEqualTo(rendered(output.renderer(), account));
    }
  }

  @Test
  void whatIsMissingOrWrongIsToldWithItsPlace() throws IOException {
    String whole = json(HarbourAccount.full());
    ObjectNode noStanding = (ObjectNode) new ObjectMapper().readTree(whole);
    ((ObjectNode) noStanding.at("/stories/0/claims/1")).remove("standing");
    ObjectNode outside = (ObjectNode) new ObjectMapper().readTree(whole);
    ((ObjectNode) outside.at("/stories/0/brief/0/cites/0")).put("end", 9_999_999);
    ObjectNode noStatement = (ObjectNode) new ObjectMapper().readTree(whole);
    ((ObjectNode) noStatement.at("/stories/0/claims/0")).putArray("statements");

    assertThatThrownBy(() -> read(noStanding.toString()))
        .isInstanceOf(IOException.class)
        .hasMessage("stories[0].claims[1].standing is missing");
    assertThatThrownBy(() -> read(outside.toString()))
        .isInstanceOf(IOException.class)
        .hasMessage("stories[0].brief[0].cites[0] lies outside the body of its report");
    assertThatThrownBy(() -> read(noStatement.toString()))
        .isInstanceOf(IOException.class)
        .hasMessageStartingWith("stories[0].claims[0]: a claim without a statement");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "[]", "{}", "{\"reports\": []}", "no json", "{\"twosource\": 1"})
  void whatIsNoResultIsRefused(String text) {
    assertThatThrownBy(() -> read(text)).isInstanceOf(IOException.class);
  }

  @Test
  void aResultCutOffAnywhereIsRefusedAndNothingElseIsThrown() throws IOException {
    String whole = json(HarbourAccount.full()).strip();

    for (int end = 0; end < whole.length(); end += 997) {
      String cut = whole.substring(0, end);
      assertThatThrownBy(() -> read(cut)).isInstanceOf(IOException.class);
    }
  }

  private static Account read(String json) throws IOException {
    return new AccountReader()
        .read(new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8)));
  }

  private static String json(Account account) throws IOException {
    return rendered(new JsonRenderer(), account);
  }

  private static String rendered(Renderer renderer, Account account) throws IOException {
    var out = new ByteArrayOutputStream();
    renderer.render(account, out);
    return out.toString(StandardCharsets.UTF_8);
  }
}
