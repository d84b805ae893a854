package org.twosource.annotate.speech;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.twosource.report.Span;
import org.twosource.text.Language;
import org.twosource.text.Sentence;
import org.twosource.text.Text;

/**
 * Finds what stands between quotation marks, by rule, over a whole text.
 *
 * <p>Double marks, curly, straight, angular or written {@code ``like this''}, open and close in
 * pairs; a straight mark opens before a word and closes after one. Single marks count where no
 * double mark is open, and are told from apostrophes by their neighbours. A quotation that is still
 * open at the end of its paragraph goes on in the next one if that begins with a mark of its own
 * (the convention for speech over several paragraphs); otherwise it is unbalanced and ends with its
 * sentence. A closing mark that nothing opened closes what began with its sentence. Nested marks
 * belong to the quotation around them.
 */
final class QuotationMarks {
  private static final String OPENING = "“„«";
  private static final String CLOSING = "”»";
  private static final int MAX_SINGLE = 600;
  private static final Set<String> ELISIONS =
      Set.of("em", "til", "tis", "twas", "cause", "n", "bout", "round");

  private final String body;
  private final List<Paragraph> paragraphs;
  private final List<Quoted> found = new ArrayList<>();

  private QuotationMarks(Text text) {
    body = closedBy(text);
    paragraphs = paragraphs(text);
  }

  /**
   * The body; in a language that closes „ with “ (its file says so), with “ written as the closing
   * mark it is there. The length stays.
   */
  private static String closedBy(Text text) {
    if (text.body().indexOf('„') < 0) {
      return text.body();
    }
    Map<String, String> marks =
        Language.find(text.language()).map(file -> file.map("quotation-marks")).orElse(Map.of());
    boolean closes = marks.containsValue("“") && !marks.containsKey("“");
    return closes ? text.body().replace('“', '”') : text.body();
  }

  /**
   * The words inside a pair of marks.
   *
   * @param inside offsets into the report's body, marks excluded
   * @param whole with its marks, as far as there are any
   * @param balanced whether both marks are there
   * @param continues whether it goes on with what was open at the end of the paragraph before
   */
  record Quoted(Span inside, Span whole, boolean balanced, boolean continues) {}

  /** Everything quoted in the text, in order, not overlapping. */
  static List<Quoted> in(Text text) {
    QuotationMarks marks = new QuotationMarks(text);
    marks.scan();
    return marks.found;
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

  private static List<Paragraph> paragraphs(Text text) {
    List<Paragraph> paragraphs = new ArrayList<>();
    List<Sentence> open = new ArrayList<>();
    for (Sentence sentence : text.sentences()) {
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
      boolean nextOpens = next != null && opensDouble(next.span().start(), next.span());
      goesOn = scan(paragraphs.get(i), nextOpens, goesOn);
    }
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
        single(paragraph, last, mark.at);
        opened = i;
        depth = 1;
      } else if (opened < 0) {
        Quoted begun = sinceSentenceStart(paragraph, last, mark);
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
            new Span(before.end(), Math.max(before.end(), mark.at)),
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
      single(paragraph, end, span.end());
      return nextOpens;
    }
    single(paragraph, last, span.end());
    return false;
  }

  private void add(Mark opening, Span inside, int end, boolean balanced, boolean continues) {
    if (inside.length() > 0 && hasWord(inside)) {
      found.add(new Quoted(inside, new Span(opening.at, end), balanced, continues));
    }
  }

  private @org.jspecify.annotations.Nullable Quoted sinceSentenceStart(
      Paragraph paragraph, int last, Mark closing) {
    if (closing.at == 0 || ",.?!…".indexOf(body.charAt(closing.at - 1)) < 0) {
      return null;
    }
    int start = Math.max(last, paragraph.sentenceStart(closing.at - 1));
    Span inside = trimmed(start, closing.at);
    return inside.isEmpty() || !hasWord(inside)
        ? null
        : new Quoted(inside, new Span(inside.start(), closing.end()), false, false);
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

  /** Looks for single marks in a stretch without double ones. */
  private void single(Paragraph paragraph, int from, int to) {
    for (int at = from; at < to; at++) {
      if (opensSingle(at, from, to)) {
        int end = singleEnd(paragraph, at, to);
        if (end > at + 1 && hasWord(new Span(at + 1, end))) {
          found.add(new Quoted(new Span(at + 1, end), new Span(at, end + 1), true, false));
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
    return ELISIONS.contains(word) || word.matches("\\d\\ds?");
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
