package org.twosource.app.watch;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.twosource.app.json.StoreJson;
import org.twosource.app.store.KeptAlert;
import org.twosource.app.store.KeptDelivery;
import org.twosource.app.store.Store;
import org.twosource.app.store.StoredReport;
import org.twosource.report.Citation;

/**
 * What a channel is told at one time.
 *
 * @param id the same each time it is sent, so that who gets it twice can tell
 * @param parts one, or those of a digest in order
 */
record Message(String id, List<Part> parts) {
  private static final int SHOWN_CHARACTERS = 400;

  /** What happened to one alert, with its passages. */
  record Part(KeptDelivery.Event event, KeptAlert alert, List<Passage> passages) {}

  /** A passage in words. */
  record Passage(Citation at, Optional<String> outlet, Optional<String> url, String words) {}

  static Part part(KeptDelivery.Event event, KeptAlert alert, Store store) {
    List<Passage> passages = new ArrayList<>();
    for (Citation at : alert.evidence()) {
      Optional<StoredReport> report = store.read(view -> view.current(at.report()));
      String body = report.map(one -> one.report().body()).orElse("");
      String words = at.span().end() <= body.length() ? at.span().in(body) : "(changed since)";
      passages.add(
          new Passage(
              at,
              report.flatMap(one -> one.report().outlet()),
              report.flatMap(one -> one.report().url()),
              words.substring(0, Math.min(SHOWN_CHARACTERS, words.length()))));
    }
    return new Part(event, alert, passages);
  }

  boolean isDigest() {
    return parts.size() > 1;
  }

  // ---- for programs
  // ------------------------------------------------------------------------------

  ObjectNode json(String now) {
    ObjectNode json = StoreJson.object().put("id", id).put("sent", now);
    if (!isDigest()) {
      json.put("event", "alert." + parts.getFirst().event().label());
      json.set("alert", json(parts.getFirst()));
      return json;
    }
    json.put("event", "digest").put("note", note());
    ArrayNode alerts = json.putArray("alerts");
    for (Part part : parts) {
      alerts.addObject().put("event", "alert." + part.event().label()).set("alert", json(part));
    }
    return json;
  }

  private static ObjectNode json(Part part) {
    ObjectNode alert = StoreJson.alert(part.alert());
    ArrayNode passages = alert.putArray("passages");
    for (Passage passage : part.passages()) {
      passages
          .addObject()
          .put("report", passage.at().report())
          .put("outlet", passage.outlet().orElse(null))
          .put("url", passage.url().orElse(null))
          .put("text", passage.words());
    }
    return alert;
  }

  private String note() {
    return parts.size()
        + " alerts: more than "
        + Courier.MOST_AN_HOUR
        + " an hour, so they come in one message; the next comes in an hour";
  }

  // ---- for people
  // --------------------------------------------------------------------------------

  String subject() {
    if (isDigest()) {
      return "Twosource: " + parts.size() + " alerts in one message";
    }
    Part part = parts.getFirst();
    String text = line(part.alert().said().text());
    return "Twosource: "
        + (part.event() == KeptDelivery.Event.RETRACTED ? "TAKEN BACK: " : "")
        + part.alert().watch().kind()
        + ": "
        + text.substring(0, Math.min(100, text.length()));
  }

  String text() {
    StringBuilder text = new StringBuilder();
    if (isDigest()) {
      text.append(note()).append("\n\n");
    }
    for (Part part : parts) {
      text.append(text(part)).append('\n');
    }
    return text.toString();
  }

  static String text(Part part) {
    KeptAlert alert = part.alert();
    StringBuilder text = new StringBuilder();
    if (part.event() == KeptDelivery.Event.RETRACTED) {
      text.append("TAKEN BACK: ").append(line(alert.said().why())).append('\n');
    }
    text.append(line(alert.said().text())).append('\n');
    text.append("watch: ")
        .append(alert.watch().kind())
        .append(' ')
        .append(line(alert.watch().query()))
        .append('\n');
    if (!alert.said().turn().before().isEmpty()) {
      text.append("old: ").append(line(alert.said().turn().before())).append('\n');
    }
    text.append("new: ").append(line(alert.said().turn().after())).append('\n');
    for (Passage passage : part.passages()) {
      text.append("  ")
          .append(line(passage.outlet().orElse(passage.at().report())))
          .append(": ")
          .append(line(passage.words()))
          .append(passage.url().map(url -> "\n    " + line(url)).orElse(""))
          .append('\n');
    }
    if (part.event() == KeptDelivery.Event.TOLD) {
      text.append("why: ").append(line(alert.said().why())).append('\n');
    }
    if (alert.firmness() == KeptAlert.Firmness.PROVISIONAL) {
      text.append("provisional: by words alone, until the story is analysed\n");
    }
    if (!alert.subject().story().isEmpty()) {
      text.append("story: ").append(line(alert.subject().story())).append('\n');
    }
    return text.toString();
  }

  /** One line without signs that steer a terminal or a header. */
  static String line(String text) {
    return text.replaceAll("[\\p{Cc}\\p{Cf}\\s]+", " ").strip();
  }
}
