package org.twosource.brief.render.page;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.twosource.report.Citation;
import org.twosource.report.Span;

/**
 * The places of reports that a page links to. Sections ask for addresses while they are written;
 * the reports come last and carry what was asked for. Belongs to one rendering, one thread.
 */
public final class Anchors {
  private final Map<String, String> reportIds = new HashMap<>();
  private final Map<String, TreeMap<Span, Anchor>> anchors = new HashMap<>();

  /**
   * One place.
   *
   * @param id of the element that begins at it
   * @param marks how it looks: names of CSS classes, none for a mere target
   * @param notes the findings that rest on it
   */
  public record Anchor(String id, Span span, TreeSet<String> marks, List<Note> notes) {}

  /** A finding named beside the text, and where it is told. */
  public record Note(String label, String href, String mark) {}

  public Anchors(List<String> reports) {
    for (int i = 0; i < reports.size(); i++) {
      reportIds.put(reports.get(i), "r" + (i + 1));
    }
  }

  /** The id of a report's article. */
  public String report(String report) {
    return reportIds.getOrDefault(report, "reports");
  }

  /** The id of a place. */
  public String place(Citation citation) {
    return anchor(citation).id();
  }

  /** Gives a place a look and a note; either may be empty. */
  public void mark(Citation citation, String mark, String label, String findingId) {
    Anchor anchor = anchor(citation);
    if (!mark.isEmpty()) {
      anchor.marks().add(mark);
    }
    Note note = new Note(label, "#" + findingId, mark);
    if (!label.isEmpty() && !anchor.notes().contains(note)) {
      anchor.notes().add(note);
    }
  }

  /** In text order, the longer first where two begin together. */
  public List<Anchor> in(String report) {
    Collection<Anchor> all = anchors.getOrDefault(report, new TreeMap<>()).values();
    List<Anchor> sorted = new ArrayList<>(all);
    sorted.sort(
        (a, b) ->
            a.span().start() != b.span().start()
                ? Integer.compare(a.span().start(), b.span().start())
                : Integer.compare(b.span().end(), a.span().end()));
    return sorted;
  }

  private Anchor anchor(Citation citation) {
    Span span = citation.span();
    return anchors
        .computeIfAbsent(citation.report(), report -> new TreeMap<>())
        .computeIfAbsent(
            span,
            place ->
                new Anchor(
                    report(citation.report()) + "-" + span.start() + "-" + span.end(),
                    span,
                    new TreeSet<>(),
                    new ArrayList<>()));
  }
}
