package org.twosource.app.serve.page;

import java.util.ArrayList;
import java.util.List;
import org.twosource.app.serve.page.Shown.Piece;
import org.twosource.report.Span;

/** A place in a text with some words around it, on one line. */
final class Excerpt {
  /** Characters shown before and after. */
  private static final int AROUND = 90;

  private Excerpt() {}

  /**
   * @param at the place; an empty one gives the beginning of the text
   * @param marks what is marked in it, in order and apart from each other
   */
  static List<Piece> of(String body, Span at, List<Span> marks) {
    Span whole =
        at.isEmpty()
            ? new Span(0, wordEnd(body, Math.min(body.length(), 2 * AROUND), 0))
            : new Span(
                wordStart(body, Math.max(0, at.start() - AROUND), at.start()),
                wordEnd(body, Math.min(body.length(), at.end() + AROUND), at.end()));
    return pieces(body, whole, marks);
  }

  /** A stretch of a text on one line, with dots where the text goes on. */
  private static List<Piece> pieces(String body, Span whole, List<Span> marks) {
    List<Piece> excerpt = new ArrayList<>();
    if (whole.start() > 0) {
      excerpt.add(new Piece("… ", "", false));
    }
    for (Piece piece : Shown.pieces(body, whole, marks, "stated")) {
      String onOneLine = piece.text().replaceAll("\\s+", " ");
      excerpt.add(new Piece(onOneLine, piece.css(), false));
    }
    if (!body.substring(whole.end()).isBlank()) {
      excerpt.add(new Piece(" …", "", false));
    }
    return excerpt;
  }

  /** The beginning of the first whole word from a place on; never behind {@code most}. */
  private static int wordStart(String body, int from, int most) {
    int at = from;
    while (at > 0 && at < most && !Character.isWhitespace(body.charAt(at - 1))) {
      at++;
    }
    return at;
  }

  /** The end of the last whole word up to a place; never before {@code least}. */
  private static int wordEnd(String body, int to, int least) {
    int at = to;
    while (at < body.length() && at > least && !Character.isWhitespace(body.charAt(at))) {
      at--;
    }
    return at;
  }
}
