package org.twosource.brief.render.page;

import java.util.List;
import org.twosource.brief.render.AccountIndex;
import org.twosource.brief.render.WordDiff;
import org.twosource.report.Citation;
import org.twosource.report.Span;

/** Writes two sentences side by side, with some of their words marked. */
final class Sides {
  private final Html html;
  private final AccountIndex index;
  private final Anchors anchors;
  private final Citations citations;

  Sides(Html html, AccountIndex index, Anchors anchors, Citations citations) {
    this.html = html;
    this.index = index;
    this.anchors = anchors;
    this.citations = citations;
  }

  /** Where words stand in a sentence, if they do: the first place after the citation begins. */
  List<Span> places(Citation citation, Span sentence, String words) {
    String body = index.report(citation.report()).body();
    if (words.isBlank()) {
      return List.of();
    }
    int at = body.indexOf(words, citation.span().start());
    if (at < 0 || at + words.length() > sentence.end()) {
      at = body.indexOf(words, sentence.start());
    }
    return at >= 0 && at + words.length() <= sentence.end()
        ? List.of(new Span(at, at + words.length()))
        : List.of();
  }

  /** One side of a pair: the sentence, with some of its words marked, and where it stands. */
  void side(Citation citation, Span sentence, List<Span> places, String mark) {
    String body = index.report(citation.report()).body();
    html.open("div", "class", "side");
    html.open("p", "class", "who");
    citations.number(citation.report());
    html.text(" ")
        .element("a", citations.label(citation.report()), "href", "#" + anchors.place(citation));
    html.close("p");
    html.open("blockquote", "dir", "auto");
    int end = Math.min(sentence.end(), sentence.start() + 1200);
    int at = sentence.start();
    for (Span place : places.stream().sorted().toList()) {
      if (place.start() >= at && place.end() <= end) {
        html.text(body.substring(at, place.start()));
        html.element(tag(mark), place.in(body), "class", mark);
        at = place.end();
      }
    }
    html.text(body.substring(at, Math.max(at, end)));
    html.text(end < sentence.end() ? "…" : "");
    html.close("blockquote").close("div");
  }

  private static String tag(String mark) {
    return switch (mark) {
      case "before" -> "del";
      case "after" -> "ins";
      default -> "mark";
    };
  }

  static List<Span> changed(List<WordDiff.Piece> pieces, int offset) {
    return pieces.stream()
        .filter(WordDiff.Piece::changed)
        .map(piece -> new Span(offset + piece.start(), offset + piece.end()))
        .toList();
  }
}
