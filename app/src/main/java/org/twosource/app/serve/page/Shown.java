package org.twosource.app.serve.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.twosource.brief.render.Labels;
import org.twosource.brief.render.PlainText;
import org.twosource.report.PartialDate;
import org.twosource.report.Span;

/** Small things that most pages show. */
public final class Shown {
  private Shown() {}

  /**
   * The way to the characters something rests on.
   *
   * @param name of the report
   * @param words the characters, for those who only hover
   */
  public record Cite(String name, String href, String words) {}

  /** A part of a text; {@code css} is empty where nothing is special about it. */
  public record Piece(String text, String css, boolean target) {}

  /** One side of a change or dispute. */
  public record Side(Cite cite, String answer, List<Piece> pieces) {}

  /** How well something is supported, in words and as a mark. */
  public record Standing(String css, String words) {}

  /** {@code corroborated}, 3 gives "3 sources". */
  static Standing standing(String label, int families) {
    return switch (label) {
      case "disputed" ->
          new Standing(
              label, families > 1 ? "disputed, " + Labels.count(families, "source") : "disputed");
      case "one-informant" -> new Standing(label, "one informant");
      default -> new Standing(label, Labels.count(families, "source"));
    };
  }

  /** A date as people write it; the text itself where it is none. */
  static String date(String iso) {
    Optional<PartialDate> date = PartialDate.parse(iso);
    return date.map(Labels::of).orElse(iso);
  }

  static String days(Optional<String> from, Optional<String> to) {
    String first = from.map(Shown::day).orElse("");
    String last = to.map(Shown::day).orElse("");
    return first.equals(last) || last.isEmpty()
        ? first
        : first.isEmpty() ? last : first + " to " + last;
  }

  private static String day(String iso) {
    return PartialDate.parse(iso).map(PartialDate::day).map(Labels::of).orElse(iso);
  }

  /** {@code 2026-11-28T09:10:00Z} as {@code 28 November 2026, 09:10 UTC}. */
  static String instant(String iso) {
    return iso.length() >= 16 && iso.charAt(10) == 'T'
        ? date(iso.substring(0, 10)) + ", " + iso.substring(11, 16) + " UTC"
        : iso;
  }

  /** One line of a text that came from outside. */
  static String line(String text, int most) {
    return PlainText.cut(PlainText.line(text), most);
  }

  /** "The Herald, the Post and 3 more". */
  static String list(List<String> names, int most) {
    int more = names.size() - most;
    List<String> shown = names.subList(0, more > 0 ? most : names.size());
    String last = more > 0 ? more + " more" : shown.getLast();
    List<String> before = more > 0 ? shown : shown.subList(0, shown.size() - 1);
    return before.isEmpty() ? last : String.join(", ", before) + " and " + last;
  }

  /**
   * A stretch of a text in pieces.
   *
   * @param whole the stretch
   * @param marked places in it, in order and apart from each other
   */
  static List<Piece> pieces(String body, Span whole, List<Span> marked, String css) {
    List<Piece> pieces = new ArrayList<>();
    int at = whole.start();
    for (Span mark : marked) {
      int from = Math.clamp(mark.start(), at, whole.end());
      int to = Math.clamp(mark.end(), from, whole.end());
      add(pieces, body.substring(at, from), "");
      add(pieces, body.substring(from, to), css);
      at = to;
    }
    add(pieces, body.substring(at, whole.end()), "");
    return pieces;
  }

  private static void add(List<Piece> pieces, String text, String css) {
    if (!text.isEmpty()) {
      pieces.add(new Piece(clean(text), css, false));
    }
  }

  /** Without characters that turn the direction of a page or cannot be shown; length may change. */
  static String clean(String text) {
    StringBuilder clean = new StringBuilder(text.length());
    text.codePoints()
        .forEach(
            c ->
                clean.appendCodePoint(
                    c == '\n' || c == '\t' || Character.isWhitespace(c) || PlainText.isShown(c)
                        ? c
                        : 0xFFFD));
    return clean.toString();
  }
}
