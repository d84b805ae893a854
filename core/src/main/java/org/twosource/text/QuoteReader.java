package org.twosource.text;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.twosource.report.Span;

/**
 * Finds what stands between quotation marks, by rule, over a whole text.
 *
 * <p>Double marks, curly, straight, angular or written {@code ``like this''}, open and close in
 * pairs; a straight mark opens before a word and closes after one. Single marks count where no
 * double mark is open, and are told from apostrophes by their neighbours. A quotation that is still
 * open at the end of its paragraph goes on in the next one if that begins with a mark of its own
 * (the convention for speech over several paragraphs); otherwise it is unbalanced and ends with its
 * sentence. A closing mark that nothing opened closes what began with its sentence. Nested marks
 * belong to the quotation around them and are given beside it.
 */
final class QuoteReader {
  private static final String OPENING = "“„«";
  private static final String CLOSING = "”»";
  private static final int MAX_SINGLE = 600;

  private final Set<String> elisions;
  private final String body;
  private final List<Paragraph> paragraphs;
  private final List<Quote> found = new ArrayList<>();

  private QuoteReader(String language, String received, List<Sentence> sentences) {
    body = closedBy(language, received);
    elisions = Language.find(language).map(file -> file.words("elisions")).orElse(Set.of());
    paragraphs = paragraphs(sentences);
  }

  /**
   * The body; in a language that closes „ with “ (its file says so), with “ written as the closing
   * mark it is there. The length stays.
   */
  private static String closedBy(String language, String body) {
    if (body.indexOf('„') < 0) {
      return body;
    }
    Map<String, String> marks =
        Language.find(language).map(file -> file.map("quotation-marks")).orElse(Map.of());
    boolean closes = marks.containsValue("“") && !marks.containsKey("“");
    return closes ? body.replace('“', '”') : body;
  }

  /** Everything quoted in a body, in order: quotations do not overlap, nested ones lie inside. */
  static List<Quote> read(String language, String body, List<Sentence> sentences) {
    if (!hasMark(body)) {
      return List.of();
    }
    QuoteReader reader = new QuoteReader(language, body, sentences);
    reader.scan();
    reader.nested();
    reader.found.sort(Comparator.comparing(Quote::whole).thenComparingInt(Quote::depth));
    return List.copyOf(reader.found);
  }

  private static boolean hasMark(String body) {
    for (int at = 0; at < body.length(); at++) {
      char c = body.charAt(at);
      if (c == '"'
          || c == '\''
          || c == '`'
          || c == '«'
          || c >= '\u2018' && c <= '\u201f'
          || c == '＂') {
        return true;
      }
    }
    return false;
  }

  private record Paragraph(Span span, List<Sentence> sentences) {
    int sentenceStart(int offset) {
      return sentences.stream()
          .filter(sentence -> sentence.start() <= offset)
          .mapToInt(Sentence::start)
          .max()
          .orElse(span.start());
    }

    int sentenceEnd(int offset) {
      return sentences.stream()
          .filter(sentence -> sentence.end() > offset)
          .mapToInt(Sentence::end)
          .min()
          .orElse(span.end());
    }
  }

  private static List<Paragraph> paragraphs(List<Sentence> sentences) {
    List<Paragraph> paragraphs = new ArrayList<>();
    List<Sentence> open = new ArrayList<>();
    for (Sentence sentence : sentences) {
      if (!open.isEmpty() && open.getLast().paragraph() != sentence.paragraph()) {
        paragraphs.add(paragraph(open));
        open = new ArrayList<>();
      }
      open.add(sentence);
    }
    if (!open.isEmpty()) {
      paragraphs.add(paragraph(open));
    }
    return paragraphs;
  }

  private static Paragraph paragraph(List<Sentence> sentences) {
    return new Paragraph(
        new Span(sentences.getFirst().start(), sentences.getLast().end()), sentences);
  }

  private void scan() {
    boolean goesOn = false;
    for (int i = 0; i < paragraphs.size(); i++) {
      Paragraph next = i + 1 < paragraphs.size() ? paragraphs.get(i + 1) : null;
      if (next != null && isSingleThatGoesOn(paragraphs.get(i), next)) {
        Span own = paragraphs.get(i).span();
        Span inside = trimmed(own.start() + 1, own.end());
        found.add(new Quote(inside, own, Quote.Kind.SINGLE, false, goesOn, 0));
        goesOn = true;
      } else {
        boolean nextOpens = next != null && opensDouble(next.span().start(), next.span());
        goesOn = scan(paragraphs.get(i), nextOpens, goesOn);
      }
    }
  }

  /** Whether a paragraph opens with a single mark, never closes it, and the next opens likewise. */
  private boolean isSingleThatGoesOn(Paragraph paragraph, Paragraph next) {
    Span own = paragraph.span();
    return opensSingle(own.start(), own.start(), own.end())
        && opensSingle(next.span().start(), next.span().start(), next.span().end())
        && singleEnd(paragraph, own.start(), own.end()) < 0;
  }

  /** Reads one paragraph and says whether a quotation goes on in the next. */
  private boolean scan(Paragraph paragraph, boolean nextOpens, boolean continued) {
    Span span = paragraph.span();
    List<Mark> marks = doubleMarks(span);
    int opened = -1;
    int depth = 0;
    int last = span.start();
    for (int i = 0; i < marks.size(); i++) {
      Mark mark = marks.get(i);
      if (opened < 0 && mark.opens) {
        single(paragraph, last, mark.at, continued);
        opened = i;
        depth = 1;
      } else if (opened < 0) {
        Quote begun = sinceSentenceStart(paragraph, last, mark);
        if (begun != null) {
          found.add(begun);
          last = mark.end();
        }
      } else if (mark.opens) {
        if (isNested(marks, i)) {
          depth++;
        } else {
          Mark before = marks.get(opened);
          int end = Math.min(paragraph.sentenceEnd(before.at), mark.at);
          add(
              before,
              trimmed(before.end(), end),
              end,
              false,
              continued && before.at == span.start());
          opened = i;
          depth = 1;
        }
      } else if (--depth == 0) {
        Mark before = marks.get(opened);
        add(
            before,
            trimmed(before.end(), mark.at),
            mark.end(),
            true,
            continued && before.at == span.start());
        last = mark.end();
        opened = -1;
      }
    }
    if (opened >= 0) {
      Mark before = marks.get(opened);
      int end = nextOpens ? span.end() : paragraph.sentenceEnd(before.at);
      add(before, trimmed(before.end(), end), end, false, continued && before.at == span.start());
      single(paragraph, end, span.end(), false);
      return nextOpens;
    }
    single(paragraph, last, span.end(), continued);
    return false;
  }

  private void add(Mark opening, Span inside, int end, boolean balanced, boolean continues) {
    if (inside.length() > 0 && hasWord(inside)) {
      found.add(
          new Quote(inside, new Span(opening.at, end), opening.kind(body), balanced, continues, 0));
    }
  }

  private @Nullable Quote sinceSentenceStart(Paragraph paragraph, int last, Mark closing) {
    if (closing.at == 0 || ",.?!…".indexOf(body.charAt(closing.at - 1)) < 0) {
      return null;
    }
    int start = Math.max(last, paragraph.sentenceStart(closing.at - 1));
    Span inside = trimmed(start, closing.at);
    return inside.isEmpty() || !hasWord(inside)
        ? null
        : new Quote(
            inside, new Span(inside.start(), closing.end()), closing.kind(body), false, false, 0);
  }

  /** Whether enough closing marks follow to close this one and the one around it. */
  private static boolean isNested(List<Mark> marks, int index) {
    int depth = 2;
    for (int i = index + 1; i < marks.size(); i++) {
      depth += marks.get(i).opens ? 1 : -1;
      if (depth == 0) {
        return marks.get(index).at > marks.get(index - 1).end();
      }
    }
    return false;
  }

  private record Mark(int at, int length, boolean opens) {
    int end() {
      return at + length;
    }

    Quote.Kind kind(String body) {
      return length == 2
          ? Quote.Kind.DOUBLED
          : switch (body.charAt(at)) {
            case '"', '＂' -> Quote.Kind.STRAIGHT;
            case '«', '»' -> Quote.Kind.ANGULAR;
            default -> Quote.Kind.CURLY;
          };
    }
  }

  private List<Mark> doubleMarks(Span span) {
    List<Mark> marks = new ArrayList<>();
    boolean open = false;
    for (int at = span.start(); at < span.end(); at++) {
      char c = body.charAt(at);
      boolean twice = at + 1 < span.end() && body.charAt(at + 1) == c;
      if (OPENING.indexOf(c) >= 0) {
        marks.add(new Mark(at, 1, true));
        open = true;
      } else if (CLOSING.indexOf(c) >= 0) {
        boolean wrongWay = !open && opensDouble(at, span);
        marks.add(new Mark(at, 1, wrongWay));
        open = wrongWay;
      } else if (c == '"' || c == '＂') {
        boolean opens = opensStraight(at, span, open);
        marks.add(new Mark(at, 1, opens));
        open = opens;
      } else if (twice && "`'’‘".indexOf(c) >= 0) {
        boolean opens = c == '`' || c == '‘' || (!open && opensStraight(at, 2, span, false));
        marks.add(new Mark(at, 2, opens));
        open = opens;
        at++;
      }
    }
    return marks;
  }

  private boolean opensStraight(int at, Span span, boolean open) {
    return opensStraight(at, 1, span, open);
  }

  private boolean opensStraight(int at, int length, Span span, boolean open) {
    boolean spaceBefore = at == span.start() || isGap(body.charAt(at - 1));
    boolean spaceAfter =
        at + length >= span.end() || Character.isWhitespace(body.charAt(at + length));
    if (spaceBefore == spaceAfter) {
      return !open;
    }
    return spaceBefore;
  }

  /** Whether a double mark stands at this place, before a word. */
  private boolean opensDouble(int at, Span span) {
    if (at + 1 >= span.end()) {
      return false;
    }
    char c = body.charAt(at);
    boolean mark = OPENING.indexOf(c) >= 0 || c == '"' || CLOSING.indexOf(c) >= 0;
    boolean ticks = (c == '`' || c == '\'') && body.charAt(at + 1) == c;
    return (mark || ticks)
        && (at == span.start() || isGap(body.charAt(at - 1)))
        && !Character.isWhitespace(body.charAt(at + (ticks ? 2 : 1)));
  }

  private static boolean isGap(char c) {
    return Character.isWhitespace(c) || Character.isSpaceChar(c) || "([{—–-‘'/".indexOf(c) >= 0;
  }

  /** Looks for quotations inside quotations. */
  private void nested() {
    List<Quote> outer = found.stream().filter(quote -> quote.kind() != Quote.Kind.SINGLE).toList();
    int at = 0;
    for (Quote quote : outer) {
      Span inside = quote.inside();
      while (paragraphs.get(at).span().end() <= inside.start()) {
        at++; // quotations stand in the order of their paragraphs, each inside one
      }
      single(paragraphs.get(at), inside.start(), inside.end(), 1, false);
      insideDouble(inside);
    }
  }

  private void insideDouble(Span inside) {
    int opened = -1;
    List<Mark> marks = doubleMarks(inside);
    for (int i = 0; i < marks.size(); i++) {
      if (marks.get(i).opens) {
        opened = i;
      } else if (opened >= 0) {
        Mark opening = marks.get(opened);
        Span words = new Span(opening.end(), Math.max(opening.end(), marks.get(i).at));
        if (hasWord(words)) {
          found.add(
              new Quote(
                  words,
                  new Span(opening.at, marks.get(i).end()),
                  opening.kind(body),
                  true,
                  false,
                  1));
        }
        opened = -1;
      }
    }
  }

  private void single(Paragraph paragraph, int from, int to, boolean continued) {
    single(paragraph, from, to, 0, continued);
  }

  /** Looks for single marks in a stretch without double ones. */
  private void single(Paragraph paragraph, int from, int to, int depth, boolean continued) {
    for (int at = from; at < to; at++) {
      if (opensSingle(at, from, to)) {
        int end = singleEnd(paragraph, at, to);
        if (end > at + 1 && hasWord(new Span(at + 1, end))) {
          found.add(
              new Quote(
                  new Span(at + 1, end),
                  new Span(at, end + 1),
                  Quote.Kind.SINGLE,
                  true,
                  continued && at == paragraph.span().start(),
                  depth));
          at = end;
        }
      }
    }
  }

  private boolean opensSingle(int at, int from, int to) {
    char c = body.charAt(at);
    if ((c != '‘' && c != '\'' && c != '’') || at + 1 >= to) {
      return false;
    }
    boolean gap = at == from || isGap(body.charAt(at - 1));
    char next = body.charAt(at + 1);
    return gap
        && (Character.isLetterOrDigit(next) || next == '“' || next == '"' || next == '[')
        && (c == '‘' || !isElision(at, to));
  }

  /** Whether an apostrophe stands for letters left out: 'em, '90s. */
  private boolean isElision(int at, int to) {
    int end = at + 1;
    while (end < to && Character.isLetterOrDigit(body.charAt(end))) {
      end++;
    }
    String word = body.substring(at + 1, end).toLowerCase(Locale.ROOT);
    return elisions.contains(word) || word.matches("\\d\\ds?");
  }

  /** Where the single quotation that opens at {@code at} closes; -1 when it is an apostrophe. */
  private int singleEnd(Paragraph paragraph, int at, int to) {
    int limit = Math.min(to, at + MAX_SINGLE);
    int possessive = -1;
    for (int i = at + 2; i < limit; i++) {
      char c = body.charAt(i);
      if (c != '’' && c != '\'') {
        continue;
      }
      char before = body.charAt(i - 1);
      boolean inWord = i + 1 < to && Character.isLetterOrDigit(body.charAt(i + 1));
      if (inWord || Character.isWhitespace(before)) {
        continue;
      }
      boolean maybePossessive =
          before == 's'
              && i + 2 < to
              && body.charAt(i + 1) == ' '
              && Character.isLowerCase(body.charAt(i + 2));
      if (!maybePossessive) {
        return i;
      }
      possessive = possessive < 0 ? i : possessive;
    }
    boolean sameSentence =
        possessive >= 0 && paragraph.sentenceEnd(at) >= Math.min(possessive, limit);
    return sameSentence ? possessive : -1;
  }

  private boolean hasWord(Span span) {
    return span.in(body).codePoints().anyMatch(Character::isLetterOrDigit);
  }

  private Span trimmed(int start, int end) {
    int from = start;
    int to = Math.max(start, end);
    while (from < to && Character.isWhitespace(body.charAt(from))) {
      from++;
    }
    while (to > from && Character.isWhitespace(body.charAt(to - 1))) {
      to--;
    }
    return new Span(from, to);
  }
}
