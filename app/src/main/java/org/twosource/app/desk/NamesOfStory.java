package org.twosource.app.desk;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.twosource.app.store.StoredStory;

/**
 * Who and what the account of one story speaks of, and how many sources it has.
 *
 * @param story its id
 * @param fingerprint of the reports it was made of ({@link StoredStory#fingerprint}); empty where
 *     an earlier release kept none
 * @param sources how many are independent; the words alone may show more
 * @param outlets of its reports, by id, as reading the texts showed them; those unknown are left
 *     out
 */
public record NamesOfStory(
    String story, String fingerprint, int sources, Map<String, String> outlets, List<Name> names) {
  /** Quotations of one name in one story that are kept. */
  private static final int QUOTED = 40;

  public NamesOfStory {
    fingerprint = Objects.requireNonNullElse(fingerprint, "");
    outlets = Map.copyOf(outlets);
    names = List.copyOf(names);
  }

  /**
   * A name.
   *
   * @param type of what it names, as in the result
   * @param mentions how often it is named
   * @param spellings other than the name
   * @param said what it is quoted with
   */
  public record Name(
      String name,
      String type,
      int mentions,
      List<String> roles,
      List<String> spellings,
      List<Said> said) {
    public Name {
      roles = List.copyOf(roles);
      spellings = List.copyOf(spellings);
      said = List.copyOf(said);
    }

    /**
     * The same name of two things of a story, such as a town and its club, as one: of the type that
     * is named more often.
     */
    public Name with(Name other) {
      Name first = other.mentions > mentions ? other : this;
      Name second = other.mentions > mentions ? this : other;
      return new Name(
          name,
          first.type,
          mentions + other.mentions,
          union(first.roles, second.roles),
          union(first.spellings, second.spellings),
          union(first.said, second.said));
    }

    private static <T> List<T> union(List<T> first, List<T> second) {
      return Stream.concat(first.stream(), second.stream()).distinct().toList();
    }
  }

  /**
   * Words of a quotation in one report.
   *
   * @param start UTF-16 code units into the body of the report as received
   * @param end exclusive
   * @param cited the characters there
   */
  public record Said(String words, String report, int start, int end, String cited) {}

  /** Those of an account in the shape of the result, of one story. */
  public static NamesOfStory of(JsonNode account, String fingerprint) {
    JsonNode story = account.path("stories").path(0);
    Map<String, Integer> mentions = new HashMap<>();
    Map<String, String> bodies = new HashMap<>();
    Map<String, String> outlets = new HashMap<>();
    for (JsonNode report : account.path("reports")) {
      bodies.put(report.path("id").asText(), report.path("body").asText());
      if (report.path("outlet").isTextual()) {
        outlets.put(report.path("id").asText(), report.path("outlet").asText());
      }
      report
          .path("entities")
          .forEach(mention -> mentions.merge(mention.path("entity").asText(), 1, Integer::sum));
    }
    Map<String, List<Said>> said = new HashMap<>();
    for (JsonNode quotation : story.path("quotations")) {
      JsonNode wording = quotation.path("wordings").path(0);
      String body = bodies.getOrDefault(wording.path("report").asText(), "");
      int start = wording.path("start").asInt();
      int end = wording.path("end").asInt();
      List<Said> of =
          said.computeIfAbsent(quotation.path("speaker").asText(), any -> new ArrayList<>());
      if (start < end && end <= body.length() && of.size() < QUOTED) {
        of.add(
            new Said(
                quotation.path("best").asText(),
                wording.path("report").asText(),
                start,
                end,
                body.substring(start, end)));
      }
    }
    List<Name> names = new ArrayList<>();
    for (JsonNode entity : account.path("entities")) {
      String id = entity.path("id").asText();
      names.add(
          new Name(
              entity.path("name").asText(),
              entity.path("type").asText(),
              mentions.getOrDefault(id, 0),
              texts(entity.path("roles")),
              texts(entity.path("aliases")),
              said.getOrDefault(id, List.of())));
    }
    return new NamesOfStory(
        story.path("id").asText(), fingerprint, story.path("sources").size(), outlets, names);
  }

  private static List<String> texts(JsonNode list) {
    List<String> texts = new ArrayList<>();
    list.forEach(one -> texts.add(one.asText()));
    return texts;
  }
}
