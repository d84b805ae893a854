package org.twosource.app.serve.page;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.twosource.app.serve.StoryJson;

/**
 * Which outlet states which claim: claims that several reports state or that are disputed come
 * first, in the order of the account; outlets in the order of their first reports. A report whose
 * outlet is not named has a column of its own.
 */
final class OutletMatrix {
  private final StoryJson account;
  private final List<String> outlets;
  private final int unnamed;
  private final List<JsonNode> claims = new ArrayList<>();
  private final Map<String, Map<String, Cell>> cells = new HashMap<>();

  /**
   * What an outlet says of a claim.
   *
   * @param words "states", or "passes on" where it gives it as somebody's words alone
   */
  record Cell(String words, JsonNode statement) {}

  OutletMatrix(StoryJson account) {
    this.account = account;
    Set<String> named = new LinkedHashSet<>();
    account.reports().keySet().forEach(report -> named.add(account.outlet(report)));
    this.outlets = List.copyOf(named);
    this.unnamed =
        (int) account.reports().keySet().stream().filter(one -> !account.hasOutlet(one)).count();
    List<JsonNode> ofOne = new ArrayList<>();
    for (JsonNode claim : account.list("claims")) {
      boolean comesFirst =
          claim.path("reports").asInt() > 1 || claim.path("standing").asText().equals("disputed");
      (comesFirst ? claims : ofOne).add(claim);
      cells.put(claim.path("id").asText(), row(claim));
    }
    claims.addAll(ofOne);
  }

  private Map<String, Cell> row(JsonNode claim) {
    Map<String, Cell> row = new HashMap<>();
    for (JsonNode statement : claim.path("statements")) {
      boolean ownVoice = statement.path("informant").asText("").replace("null", "").isEmpty();
      String outlet = account.outlet(statement.path("report").asText());
      Cell before = row.get(outlet);
      if (before == null || ownVoice && !before.words().equals("states")) {
        row.put(outlet, new Cell(ownVoice ? "states" : "passes on", statement));
      }
    }
    return row;
  }

  List<String> outlets() {
    return outlets;
  }

  /** How many of them are reports whose outlet is not named. */
  int unnamed() {
    return unnamed;
  }

  List<JsonNode> claims() {
    return claims;
  }

  Optional<Cell> says(JsonNode claim, String outlet) {
    return Optional.ofNullable(cells.getOrDefault(claim.path("id").asText(), Map.of()).get(outlet));
  }
}
