package org.twosource.brief.render;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.twosource.annotate.Annotated;
import org.twosource.annotate.Event;
import org.twosource.brief.Account;
import org.twosource.brief.StoryAccount;
import org.twosource.lineage.Family;
import org.twosource.report.PartialDate;
import org.twosource.text.Sentence;

/**
 * Events as CSV (RFC 4180, UTF-8), one line an event of a story. The first twenty columns are those
 * of ICEWS coded event data, in its order and with its names, so that what loads those files loads
 * these; what we do not know there (sectors, intensity, coordinates) is empty. Our own columns
 * follow: the PLOVER code and mode, what is said of the event's happening, in how many reports and
 * independent sources it stands, and the characters of the first mention (UTF-16 code units).
 *
 * <p>Mentions are one event where code, actors, recipients, day and status are the same. A field
 * that a spreadsheet would run as a formula gets an apostrophe in front.
 */
public final class EventCsvRenderer implements Renderer {
  private static final List<String> COLUMNS =
      List.of(
          "Event ID",
          "Event Date",
          "Source Name",
          "Source Sectors",
          "Source Country",
          "Event Text",
          "CAMEO Code",
          "Intensity",
          "Target Name",
          "Target Sectors",
          "Target Country",
          "Story ID",
          "Sentence Number",
          "Publisher",
          "City",
          "District",
          "Province",
          "Country",
          "Latitude",
          "Longitude",
          "PLOVER Event Type",
          "PLOVER Mode",
          "Status",
          "Independent Sources",
          "Reports",
          "Confidence",
          "Report ID",
          "Start",
          "End");

  @Override
  public void render(Account account, OutputStream out) throws IOException {
    StringBuilder csv = new StringBuilder();
    Csv.row(csv, COLUMNS);
    AccountIndex index = new AccountIndex(account);
    int id = 0;
    for (StoryAccount story : account.stories()) {
      for (List<Told> event : events(story).values()) {
        Csv.row(csv, fields(++id, event, story, index));
      }
    }
    out.write(csv.toString().getBytes(StandardCharsets.UTF_8));
    out.flush();
  }

  /** One mention of an event. */
  private record Told(Annotated report, Event event) {}

  /** What makes two mentions one event. */
  private record Key(
      Optional<String> type,
      Optional<String> cameo,
      List<String> actors,
      List<String> recipients,
      Optional<PartialDate> day,
      Event.Status status) {
    static Key of(Event event) {
      return new Key(
          event.type(),
          event.cameo(),
          event.actors(),
          event.recipients(),
          event.date().map(PartialDate::day),
          event.status());
    }
  }

  /** Events worth coding only: other mentions say nothing to those who load these files. */
  private static Map<Key, List<Told>> events(StoryAccount story) {
    Map<Key, List<Told>> events = new LinkedHashMap<>();
    for (Annotated report : story.annotations().reports()) {
      for (Event event : report.events()) {
        if (event.isWorthCoding()) {
          events
              .computeIfAbsent(Key.of(event), key -> new ArrayList<>())
              .add(new Told(report, event));
        }
      }
    }
    return events;
  }

  private static List<String> fields(
      int id, List<Told> mentions, StoryAccount story, AccountIndex index) {
    Told first = mentions.getFirst();
    Event event = first.event();
    long sources =
        story.lineage().families().stream().filter(family -> tells(family, mentions)).count();
    long reports = mentions.stream().map(one -> one.report().id()).distinct().count();
    return List.of(
        String.valueOf(id),
        event.date().map(PartialDate::iso).orElse(""),
        names(event.actors(), index),
        "",
        "",
        PlainText.line(event.span().in(first.report().body())),
        event.cameo().orElse(""),
        "",
        names(event.recipients(), index),
        "",
        "",
        story.story().id(),
        sentence(first),
        PlainText.line(first.report().report().outlet().orElse("")),
        event.place().map(index::name).orElse(""),
        "",
        "",
        "",
        "",
        "",
        event.type().orElse(""),
        event.mode().orElse(""),
        event.status().label(),
        String.valueOf(sources),
        String.valueOf(reports),
        String.valueOf(JsonLd.rounded(event.confidence())),
        first.report().id(),
        String.valueOf(event.span().start()),
        String.valueOf(event.span().end()));
  }

  private static boolean tells(Family family, List<Told> mentions) {
    return mentions.stream().anyMatch(one -> family.reports().contains(one.report().id()));
  }

  private static String names(List<String> entities, AccountIndex index) {
    return entities.stream().map(index::name).collect(Collectors.joining("; "));
  }

  /** From 1, as there. */
  private static String sentence(Told mention) {
    return mention
        .report()
        .text()
        .sentenceAt(mention.event().trigger().start())
        .map(Sentence::index)
        .map(index -> String.valueOf(index + 1))
        .orElse("");
  }
}
