package org.twosource.app.watch;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a channel needs beside its target. Secrets stand in files and are named here.
 *
 * @param secret the file with the key that signs what a webhook gets
 * @param allowed blocks of addresses that are reached though they are not public
 * @param mail how mail is sent; absent for a webhook
 */
public record ChannelSettings(
    Optional<Path> secret, List<String> allowed, Optional<Mail> mail, Optional<Hours> quiet) {
  private static final ObjectMapper JSON = new ObjectMapper();

  public ChannelSettings {
    allowed = List.copyOf(allowed);
  }

  /**
   * A server of mail.
   *
   * @param security {@code starttls}, {@code tls} or {@code none}
   * @param passwords the file that has {@code HOST NAME PASSWORD}
   */
  public record Mail(
      String host, int port, String from, String security, Optional<Path> passwords) {}

  /** Hours in which nobody is told: from, to (may lie after midnight), in a zone. */
  public record Hours(LocalTime from, LocalTime to, ZoneId zone) {
    /**
     * @param text {@code 22:00-07:00}
     * @throws IllegalArgumentException saying what is wrong
     */
    public static Hours parse(String text, String zone) {
      String[] sides = text.split("-", 2);
      try {
        Hours hours =
            new Hours(
                LocalTime.parse(sides[0].strip()),
                LocalTime.parse(sides.length > 1 ? sides[1].strip() : ""),
                ZoneId.of(zone));
        if (!hours.from.equals(hours.to)) {
          return hours;
        }
      } catch (DateTimeException wrong) {
        throw new IllegalArgumentException(
            "quiet hours are given as 22:00-07:00, with a zone like Europe/Berlin, not '"
                + text
                + "' in '"
                + zone
                + "'",
            wrong);
      }
      throw new IllegalArgumentException("quiet hours begin and end at different times");
    }

    public boolean contain(Instant instant) {
      ZonedDateTime there = instant.atZone(zone);
      LocalTime time = there.toLocalTime();
      return from.isBefore(to)
          ? !time.isBefore(from) && time.isBefore(to)
          : !time.isBefore(from) || time.isBefore(to);
    }
  }

  public String json() {
    ObjectNode json = JSON.createObjectNode();
    secret.ifPresent(file -> json.put("secret", file.toString()));
    allowed.forEach(json.putArray("allow")::add);
    mail.ifPresent(
        one -> {
          ObjectNode node = json.putObject("mail");
          node.put("host", one.host()).put("port", one.port()).put("from", one.from());
          node.put("security", one.security());
          one.passwords().ifPresent(file -> node.put("passwords", file.toString()));
        });
    quiet.ifPresent(
        hours ->
            json.putObject("quiet")
                .put("hours", hours.from() + "-" + hours.to())
                .put("zone", hours.zone().getId()));
    return json.toString();
  }

  public static ChannelSettings parse(String text) {
    try {
      JsonNode json = JSON.readTree(text);
      List<String> allowed = new ArrayList<>();
      json.path("allow").forEach(one -> allowed.add(one.asText()));
      JsonNode mail = json.path("mail");
      JsonNode quiet = json.path("quiet");
      return new ChannelSettings(
          path(json.path("secret")),
          allowed,
          mail.isObject()
              ? Optional.of(
                  new Mail(
                      mail.path("host").asText(),
                      mail.path("port").asInt(),
                      mail.path("from").asText(),
                      mail.path("security").asText(),
                      path(mail.path("passwords"))))
              : Optional.empty(),
          quiet.isObject()
              ? Optional.of(Hours.parse(quiet.path("hours").asText(), quiet.path("zone").asText()))
              : Optional.empty());
    } catch (JsonProcessingException damaged) {
      throw new IllegalArgumentException("the settings of a channel are damaged", damaged);
    }
  }

  private static Optional<Path> path(JsonNode node) {
    return node.isTextual() ? Optional.of(Path.of(node.asText())) : Optional.empty();
  }
}
