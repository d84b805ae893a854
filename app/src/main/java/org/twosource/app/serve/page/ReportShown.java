package org.twosource.app.serve.page;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.twosource.app.serve.StoryJson;
import org.twosource.app.serve.page.Shown.Piece;
import org.twosource.report.Span;

/**
 * The text of a report in paragraphs, with the place asked for and the findings marked.
 *
 * <p>Places overlap; so a paragraph is cut wherever one begins or ends, and each piece has the
 * classes of all that lie over it. Offsets are UTF-16 code units into the body.
 */
public final class ReportShown {
  private final String body;
  private final String heading;
  private final List<Found> found;
  private final Span target;

  /** Something that rests on a place of this report. */
  private record Found(Span span, String css, Note note) {}

  /** What stands beside a paragraph: once in words, then where each of them leads. */
  public record Notes(String text, String css, List<Note> places) {}

  /**
   * Where a note leads.
   *
   * @param about what it says more, for whoever points at it
   */
  public record Note(String text, String href, String css, String about) {}

  /** A paragraph. */
  public record Paragraph(List<Piece> pieces, List<Notes> notes) {}

  /**
   * @param heading what stands above the text; a first paragraph of the same words is left out
   * @param target the place asked for; empty where none was
   */
  ReportShown(
      String report, String body, String heading, Span target, Optional<StoryJson> account) {
    this.body = body;
    this.heading = heading;
    this.target = target;
    this.found = account.map(story -> found(report, story)).orElse(List.of());
  }

  private static List<Found> found(String report, StoryJson account) {
    List<Found> found = new ArrayList<>();
    String story = account.story().path("id").asText();
    for (JsonNode claim : account.list("claims")) {
      Shown.Standing standing =
          Shown.standing(claim.path("standing").asText(), claim.path("families").asInt());
      String href = Links.claim(story, claim.path("id").asText());
      boolean disputed = standing.css().equals("disputed");
      for (JsonNode statement : claim.path("statements")) {
        if (statement.path("report").asText().equals(report)) {
          found.add(
              new Found(
                  StoryJson.span(statement),
                  disputed ? "disputed" : "",
                  new Note(
                      standing.words(),
                      href,
                      disputed ? "disputed" : "",
                      Shown.line(claim.path("text").asText(), 160))));
        }
      }
    }
    for (JsonNode change : account.list("distortions")) {
      String kind = change.path("kind").asText().replace('-', ' ');
      String href = Links.story(story) + "#" + change.path("label").asText();
      if (change.path("to").path("report").asText().equals(report)) {
        String from = account.name(change.path("from").path("report").asText());
        found.add(
            new Found(
                StoryJson.span(change.path("to")),
                "changed",
                new Note(kind + ", against " + from, href, "changed", "")));
      } else if (change.path("from").path("report").asText().equals(report)) {
        String to = account.name(change.path("to").path("report").asText());
        found.add(
            new Found(
                StoryJson.span(change.path("from")), "", new Note(to + ": " + kind, href, "", "")));
      }
    }
    return found;
  }

  /** Whether something of the text has a mark. */
  boolean marks(String css) {
    return found.stream().anyMatch(one -> one.css().equals(css));
  }

  public List<Paragraph> paragraphs() {
    List<Paragraph> paragraphs = new ArrayList<>();
    int at = 0;
    while (at < body.length()) {
      int end = body.indexOf('\n', at);
      end = end < 0 ? body.length() : end;
      Span line = new Span(at, end);
      if (!line.in(body).isBlank() && !(paragraphs.isEmpty() && isHeadingAgain(line))) {
        paragraphs.add(paragraph(line));
      }
      at = end + 1;
    }
    return paragraphs;
  }

  private boolean isHeadingAgain(Span line) {
    return Shown.line(line.in(body), 300).equals(heading)
        && !target.overlaps(line)
        && found.stream().noneMatch(one -> one.span().overlaps(line));
  }

  private Paragraph paragraph(Span whole) {
    TreeSet<Integer> cuts = new TreeSet<>(List.of(whole.start(), whole.end()));
    List<Note> notes = new ArrayList<>();
    List<Found> here = found.stream().filter(one -> one.span().overlaps(whole)).toList();
    for (Found one : here) {
      cut(cuts, one.span(), whole);
      if (!notes.contains(one.note())) {
        notes.add(one.note());
      }
    }
    cut(cuts, target, whole);
    List<Piece> pieces = new ArrayList<>();
    Integer from = cuts.first();
    for (Integer to = cuts.higher(from); to != null; from = to, to = cuts.higher(from)) {
      Span piece = new Span(from, to);
      StringBuilder css = new StringBuilder();
      for (Found one : here) {
        boolean isNew = !one.css().isEmpty() && css.indexOf(one.css()) < 0;
        if (isNew && one.span().overlaps(piece)) {
          css.append(css.isEmpty() ? "m " : " ").append(one.css());
        }
      }
      boolean hit = !target.isEmpty() && target.overlaps(piece);
      if (hit) {
        css.append(css.isEmpty() ? "m on" : " on");
      }
      pieces.add(
          new Piece(Shown.clean(piece.in(body)), css.toString(), hit && isFirst(piece, whole)));
    }
    return new Paragraph(pieces, inWords(notes));
  }

  /** Notes that say the same once. */
  private static List<Notes> inWords(List<Note> notes) {
    Map<String, List<Note>> byWords = new LinkedHashMap<>();
    for (Note note : notes) {
      byWords.computeIfAbsent(note.text() + "\n" + note.css(), any -> new ArrayList<>()).add(note);
    }
    return byWords.values().stream()
        .map(same -> new Notes(same.getFirst().text(), same.getFirst().css(), List.copyOf(same)))
        .toList();
  }

  /** Whether the place asked for begins in the piece. */
  private boolean isFirst(Span piece, Span paragraph) {
    boolean beginsHere = target.start() >= piece.start() && target.start() < piece.end();
    boolean beganBefore = target.start() < paragraph.start() && piece.start() == paragraph.start();
    return beginsHere || (beganBefore && body.substring(target.start(), piece.start()).isBlank());
  }

  private static void cut(TreeSet<Integer> cuts, Span span, Span whole) {
    for (int at : List.of(span.start(), span.end())) {
      if (at > whole.start() && at < whole.end()) {
        cuts.add(at);
      }
    }
  }
}
