package org.twosource.brief.render.page;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.twosource.annotate.Annotated;
import org.twosource.report.Span;
import org.twosource.text.Part;

/**
 * The body of one report with its anchors in it and its findings beside it.
 *
 * <p>Anchors overlap and nest; elements may only nest. So at each place where an anchor begins or
 * ends, whatever stands in its way is closed and opened again: the first piece carries the id, the
 * others name it in {@code data-of}. An anchor over several paragraphs is cut at each.
 */
public final class ReportText {
  private final Html html;
  private final String body;
  private final List<Part> parts;
  private final List<Anchors.Anchor> anchors;
  private final Set<String> begun = new HashSet<>();
  private int nextAnchor;
  private int nextPart;

  /** Anchors that began before the current paragraph and reach into it. */
  private List<Anchors.Anchor> reaching = new ArrayList<>();

  public ReportText(Html html, Annotated report, List<Anchors.Anchor> anchors) {
    this.html = html;
    this.body = report.body();
    this.parts = report.text().parts();
    this.anchors = anchors;
  }

  /** Writes the first {@code maxCharacters} of the body, paragraph by paragraph. */
  public void write(int maxCharacters) {
    int length = Math.min(body.length(), maxCharacters);
    int start = 0;
    while (start < length) {
      int end = body.indexOf('\n', start);
      end = end < 0 || end > length ? length : end;
      if (!body.substring(start, end).isBlank()) {
        paragraph(start, end);
      }
      start = end + 1;
    }
    if (length < body.length()) {
      html.element(
          "p",
          "… " + (body.length() - length) + " more characters are not shown.",
          "class",
          "more");
    }
    targetsWithoutText();
  }

  private void paragraph(int start, int end) {
    List<Anchors.Anchor> inside = new ArrayList<>(reaching);
    while (nextAnchor < anchors.size() && anchors.get(nextAnchor).span().start() < end + 1) {
      inside.add(anchors.get(nextAnchor++));
    }
    Part.Kind kind = kindAt(start, end);
    html.open("div", "class", "para " + kind.label());
    html.open("p", "dir", "auto");
    text(start, end, inside);
    html.close("p");
    notes(inside, kind, start);
    html.close("div").line();
    reaching =
        new ArrayList<>(inside.stream().filter(anchor -> anchor.span().end() > end).toList());
  }

  private Part.Kind kindAt(int start, int end) {
    while (nextPart < parts.size() && parts.get(nextPart).span().end() <= start) {
      nextPart++;
    }
    Part.Kind kind = Part.Kind.BODY;
    int longest = 0;
    for (int i = nextPart; i < parts.size() && parts.get(i).span().start() < end; i++) {
      Span span = parts.get(i).span();
      int shared = Math.min(span.end(), end) - Math.max(span.start(), start);
      if (shared > longest) {
        longest = shared;
        kind = parts.get(i).kind();
      }
    }
    return kind;
  }

  private void text(int start, int end, List<Anchors.Anchor> inside) {
    Deque<Anchors.Anchor> open = new ArrayDeque<>();
    int at = start;
    int next = 0;
    while (true) {
      int stop = end;
      if (next < inside.size()) {
        stop = Math.min(stop, Math.max(at, inside.get(next).span().start()));
      }
      for (Anchors.Anchor anchor : open) {
        stop = Math.min(stop, anchor.span().end());
      }
      if (stop > at) {
        html.text(body.substring(at, stop));
        at = stop;
      }
      closeAt(at, open);
      boolean opened = false;
      while (next < inside.size() && inside.get(next).span().start() <= at) {
        begin(inside.get(next++), at, open);
        opened = true;
      }
      if (at >= end && !opened) {
        break;
      }
    }
    while (!open.isEmpty()) {
      open.pop();
      html.close("span");
    }
  }

  /** Closes what ends here, and reopens what had to be closed with it. */
  private void closeAt(int at, Deque<Anchors.Anchor> open) {
    long ending = open.stream().filter(anchor -> anchor.span().end() <= at).count();
    Deque<Anchors.Anchor> again = new ArrayDeque<>();
    while (ending > 0) {
      Anchors.Anchor top = open.pop();
      html.close("span");
      if (top.span().end() <= at) {
        ending--;
      } else {
        again.push(top);
      }
    }
    while (!again.isEmpty()) {
      Anchors.Anchor anchor = again.pop();
      openTag(anchor);
      open.push(anchor);
    }
  }

  private void begin(Anchors.Anchor anchor, int at, Deque<Anchors.Anchor> open) {
    if (anchor.span().end() <= at) {
      openTag(anchor);
      html.close("span");
    } else {
      openTag(anchor);
      open.push(anchor);
    }
  }

  private void openTag(Anchors.Anchor anchor) {
    String look =
        "m"
            + (anchor.marks().isEmpty() ? "" : " " + String.join(" ", anchor.marks()))
            + (anchor.span().isEmpty() ? " gap" : "");
    if (begun.add(anchor.id())) {
      html.open("span", "class", look, "id", anchor.id());
    } else {
      html.open("span", "class", look, "data-of", anchor.id());
    }
  }

  private void notes(List<Anchors.Anchor> inside, Part.Kind kind, int start) {
    Set<Anchors.Note> notes = new LinkedHashSet<>();
    for (Anchors.Anchor anchor : inside) {
      if (anchor.span().start() >= start) {
        notes.addAll(anchor.notes());
      }
    }
    boolean named = kind != Part.Kind.BODY;
    if (notes.isEmpty() && !named) {
      return;
    }
    html.open("div", "class", "notes");
    if (named) {
      html.element("span", kind.label().replace('-', ' '), "class", "part");
    }
    for (Anchors.Note note : notes) {
      html.element("a", note.label(), "href", note.href(), "class", "note " + note.mark());
    }
    html.close("div");
  }

  /** Anchors past the end of what is shown still lead to the report. */
  private void targetsWithoutText() {
    for (Anchors.Anchor anchor : anchors) {
      if (begun.add(anchor.id())) {
        html.open("span", "id", anchor.id()).close("span");
      }
    }
  }
}
