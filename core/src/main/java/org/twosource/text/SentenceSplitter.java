package org.twosource.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.twosource.report.Span;

/**
 * Finds where sentences end inside one paragraph, in one pass over its characters.
 *
 * <p>A full stop, exclamation or question mark, or an ellipsis, with the closing marks after it,
 * ends a sentence when what follows can begin one. Abbreviations and initials end one only before a
 * word that usually begins sentences ("... in the U.S. The ..."). A full stop before a lower-case
 * word or a comma does not end a sentence: bad copying has put it there ("to war. from Russia"),
 * the words on both sides belong together, and the sentence is kept as it stands and flagged. A
 * missing space is no obstacle ("this week.The rocket"). A paragraph without capital letters is cut
 * at every full stop. A sentence ends at the latest after {@link #MAX_CHARACTERS}.
 */
final class SentenceSplitter {
  /** A longer stretch without an end is no sentence; it is cut at white space and flagged. */
  static final int MAX_CHARACTERS = 4_000;

  /** A sentence found. */
  record Found(Span span, boolean broken) {}

  private final Tokenizer.Abbreviations abbreviations;
  private final Set<String> beginners;
  private final Set<String> days;
  private final Set<String> months;
  private final Set<String> beforeOrdinals;

  SentenceSplitter(Language language) {
    this.abbreviations = new Tokenizer.Abbreviations(language);
    this.beginners = language.words("stopwords");
    this.days = language.words("weekdays");
    this.months = language.words("months");
    this.days.addAll(months);
    this.beforeOrdinals = language.words("before-ordinals");
  }

  /** The sentences of {@code body} inside {@code paragraph}, without surrounding white space. */
  List<Found> split(String body, Span paragraph) {
    List<Found> found = new ArrayList<>();
    boolean caseless = isCaseless(body, paragraph);
    int start = skipSpace(body, paragraph.start(), paragraph.end());
    boolean broken = false;
    int at = start;
    while (at < paragraph.end()) {
      if (at - start >= MAX_CHARACTERS) {
        int cut = cutBefore(body, start, at);
        add(body, start, cut, true, caseless, found);
        start = skipSpace(body, cut, paragraph.end());
        at = Math.max(at, start);
        broken = true;
        continue;
      }
      if (!isTerminator(body.charAt(at))) {
        at++;
        continue;
      }
      int stop = at;
      int end = closing(body, at, paragraph.end());
      Verdict verdict = judge(body, start, stop, end, paragraph.end(), caseless);
      broken |= verdict == Verdict.BROKEN;
      if (verdict == Verdict.END) {
        add(body, start, end, broken, caseless, found);
        start = skipSpace(body, end, paragraph.end());
        broken = false;
        end = start;
      }
      at = Math.max(end, at + 1);
    }
    add(body, start, paragraph.end(), broken, caseless, found);
    return found;
  }

  private enum Verdict {
    END,
    GOES_ON,
    BROKEN
  }

  /**
   * Whether the sentence ends here.
   *
   * @param stop the first terminator
   * @param end behind the terminators and the marks that close with them
   */
  private Verdict judge(String body, int start, int stop, int end, int limit, boolean caseless) {
    int next = skipSpace(body, end, limit);
    if (next >= limit) {
      return Verdict.END;
    }
    char mark = body.charAt(stop);
    if (isWideTerminator(mark)) {
      return Verdict.END;
    }
    boolean spaced = next > end;
    int wordAt = skipOpening(body, next, limit);
    int following = wordAt < limit ? body.codePointAt(wordAt) : ' ';
    if (!spaced) {
      return isMissingSpace(body, start, stop, end, wordAt, limit) ? Verdict.END : Verdict.GOES_ON;
    }
    boolean quoted = end > stop + 1 && isClosingMark(body.charAt(end - 1));
    boolean ellipsis = isEllipsis(body, stop);
    boolean canBegin = canBegin(body, wordAt, limit, following, caseless);
    if (mark == '.'
        && !ellipsis
        && !quoted
        && (goesOnAfterAbbreviation(body, start, stop, wordAt, limit)
            || isOrdinal(body, start, stop, wordAt, limit))) {
      return Verdict.GOES_ON;
    }
    if (canBegin) {
      return Verdict.END;
    }
    boolean resumes = Character.isLowerCase(following) || ",;:".indexOf(following) >= 0;
    boolean strayStop =
        mark == '.' && !ellipsis && !quoted && resumes && !isAbbreviation(body, start, stop);
    return strayStop ? Verdict.BROKEN : Verdict.GOES_ON;
  }

  private boolean canBegin(String body, int at, int limit, int following, boolean caseless) {
    if (Character.isLowerCase(following)) {
      boolean innerCapital = at + 1 < limit && Character.isUpperCase(body.charAt(at + 1));
      return caseless || innerCapital;
    }
    return Character.isLetterOrDigit(following) || "@#$£€¥-–—•*…[({".indexOf(following) >= 0;
  }

  private boolean goesOnAfterAbbreviation(String body, int start, int stop, int wordAt, int limit) {
    String word = wordBefore(body, start, stop);
    String next = wordAfter(body, wordAt, limit);
    if (isShortDay(word) && months.contains(next.toLowerCase(Locale.ROOT))) {
      return true;
    }
    boolean usualBeginner =
        !next.isEmpty()
            && Character.isUpperCase(next.charAt(0))
            && beginners.contains(next.toLowerCase(Locale.ROOT))
            && !isInitial(body, wordAt, limit);
    return switch (abbreviations.kind(word)) {
      case "" -> false;
      case "title" -> true;
      case "number" -> Tokenizer.Abbreviations.digitFollows(body, stop + 1, limit);
      case "month" -> !usualBeginner;
      case "initial" -> !usualBeginner && !word.equals("I");
      default -> !usualBeginner && !(isTimeOfDay(word) && isNoDay(next));
    };
  }

  /** "J. A. Lund": a letter with its stop, though "A" begins sentences. */
  private static boolean isInitial(String body, int at, int limit) {
    return at + 1 < limit
        && Character.isUpperCase(body.charAt(at))
        && body.charAt(at + 1) == '.'
        && (at + 2 >= limit || isSpace(body.charAt(at + 2)));
  }

  /**
   * Whether the stop makes a number an ordinal, in languages that write them so: "am 3. Oktober",
   * "der 2. Weltkrieg".
   */
  private boolean isOrdinal(String body, int start, int stop, int wordAt, int limit) {
    if (beforeOrdinals.isEmpty()) {
      return false;
    }
    int digits = stop;
    while (digits > start && Character.isDigit(body.charAt(digits - 1))) {
      digits--;
    }
    boolean ranked = stop - digits == 1 || stop - digits == 2;
    if (!ranked) {
      return false;
    }
    if (months.contains(wordAfter(body, wordAt, limit).toLowerCase(Locale.ROOT))) {
      return true;
    }
    int wordEnd = digits;
    while (wordEnd > start && isSpace(body.charAt(wordEnd - 1))) {
      wordEnd--;
    }
    return beforeOrdinals.contains(wordBefore(body, start, wordEnd).toLowerCase(Locale.ROOT));
  }

  /** "Sun. Dec. 31": words that are no abbreviation elsewhere. */
  private boolean isShortDay(String word) {
    return !word.isEmpty()
        && Character.isUpperCase(word.charAt(0))
        && days.contains(word.toLowerCase(Locale.ROOT) + ".");
  }

  private static boolean isTimeOfDay(String word) {
    return word.equals("a.m") || word.equals("p.m");
  }

  /** Whether a capitalised word is known not to be the day or zone that may follow an hour. */
  private boolean isNoDay(String word) {
    return !days.isEmpty()
        && word.length() > 3
        && Character.isUpperCase(word.charAt(0))
        && Character.isLowerCase(word.charAt(1))
        && !word.endsWith("day")
        && !days.contains(word.toLowerCase(Locale.ROOT))
        && !word.equals("Eastern")
        && !word.equals("Pacific")
        && !word.equals("Greenwich");
  }

  private boolean isAbbreviation(String body, int start, int stop) {
    return !abbreviations.kind(wordBefore(body, start, stop)).isEmpty();
  }

  /**
   * Whether a space is missing here: a lower-case word or closing mark before, a capitalised word
   * after, and no web address around them.
   */
  private static boolean isMissingSpace(
      String body, int start, int stop, int end, int next, int limit) {
    if (next >= limit || stop - start < 3 || isEllipsis(body, stop)) {
      return false;
    }
    boolean lowerBefore =
        Character.isLowerCase(body.charAt(stop - 1)) && Character.isLetter(body.charAt(stop - 2));
    boolean closedBefore = isClosingMark(body.charAt(stop - 1)) || end > stop + 1;
    boolean wordAfter =
        Character.isUpperCase(body.charAt(next))
            && next + 1 < limit
            && (Character.isLowerCase(body.charAt(next + 1)) || body.charAt(next + 1) == ' ');
    if (!(lowerBefore || closedBefore) || !wordAfter) {
      return false;
    }
    int close = next;
    while (close < limit && close < next + 30 && Character.isLetterOrDigit(body.charAt(close))) {
      close++;
    }
    return close >= limit
        || "./@_".indexOf(body.charAt(close)) < 0
        || isStopBeforeSpace(body, close, limit);
  }

  private static boolean isStopBeforeSpace(String body, int at, int limit) {
    return body.charAt(at) == '.' && (at + 1 >= limit || body.charAt(at + 1) == ' ');
  }

  // ---- the marks around a stop
  // -------------------------------------------------------------------

  /** Behind the terminators that begin at {@code at} and the marks that close with them. */
  private static int closing(String body, int at, int limit) {
    int end = at;
    while (end < limit && isTerminator(body.charAt(end))) {
      end++;
    }
    int marks = 0;
    while (end < limit && marks < 4 && closes(body, end, limit)) {
      end++;
      marks++;
    }
    if (marks == 0 && end + 1 < limit && body.charAt(end) == ' ') {
      // tokenised text: . ''
      boolean doubled = body.startsWith("''", end + 1);
      boolean curly =
          body.charAt(end + 1) == '”'
              || body.charAt(end + 1) == '’' && isBlank(body, end + 2, limit);
      return doubled ? Math.min(limit, end + 3) : curly ? end + 2 : end;
    }
    return end;
  }

  private static boolean closes(String body, int at, int limit) {
    return switch (body.charAt(at)) {
      case '”', '’', '»', ')', ']', '}', '」', '』' -> true;
      case '"', '\'' ->
          isBlank(body, at + 1, limit) || !Character.isLetterOrDigit(body.charAt(at + 1));
      // a copy that writes every quotation mark as an opening one
      case '“', '‘' -> isBlank(body, at + 1, limit);
      default -> false;
    };
  }

  private static boolean isClosingMark(char c) {
    return "”’»)]}\"'“‘」』".indexOf(c) >= 0;
  }

  private static boolean isBlank(String body, int at, int limit) {
    return at >= limit || Character.isWhitespace(body.charAt(at));
  }

  private static int skipOpening(String body, int from, int limit) {
    int at = from;
    while (at < limit && at < from + 4 && "“‘\"'«„([`¿¡".indexOf(body.charAt(at)) >= 0) {
      at++;
    }
    return at > from ? skipSpace(body, at, limit) : at;
  }

  private static boolean isEllipsis(String body, int stop) {
    if (body.charAt(stop) == '…') {
      return true;
    }
    boolean dotted = stop + 1 < body.length() && ".…".indexOf(body.charAt(stop + 1)) >= 0;
    boolean spacedAfter = stop + 2 < body.length() && body.startsWith(" .", stop + 1);
    boolean spacedBefore = stop >= 2 && body.startsWith(". ", stop - 2);
    return dotted || spacedAfter || spacedBefore && stop >= 4 && body.charAt(stop - 4) == '.';
  }

  private static boolean isTerminator(char c) {
    return c == '.' || c == '!' || c == '?' || c == '…' || isWideTerminator(c);
  }

  private static boolean isWideTerminator(char c) {
    return c == '。' || c == '！' || c == '？' || c == '।' || c == '؟' || c == '۔' || c == '։';
  }

  // ---- words and spaces
  // --------------------------------------------------------------------------

  private static String wordBefore(String body, int start, int stop) {
    int from = stop;
    int earliest = Math.max(start, stop - Tokenizer.Abbreviations.MAX_CHARACTERS - 1);
    while (from > earliest
        && (Character.isLetterOrDigit(body.charAt(from - 1)) || body.charAt(from - 1) == '.')) {
      from--;
    }
    return body.substring(from, stop);
  }

  private static String wordAfter(String body, int at, int limit) {
    int end = at;
    while (end < limit && end < at + 20 && Character.isLetter(body.charAt(end))) {
      end++;
    }
    return body.substring(Math.min(at, end), end);
  }

  private static int skipSpace(String body, int from, int limit) {
    int at = from;
    while (at < limit && isSpace(body.charAt(at))) {
      at++;
    }
    return at;
  }

  static boolean isSpace(char c) {
    return c <= ' '
        || c == '\u00a0'
        || c == '\u200b'
        || c == '\ufeff'
        || Character.isWhitespace(c)
        || Character.isSpaceChar(c);
  }

  private static int cutBefore(String body, int start, int at) {
    int cut = at;
    while (cut > at - 200 && cut > start + 1 && !isSpace(body.charAt(cut - 1))) {
      cut--;
    }
    if (cut > at - 200 && cut > start + 1) {
      return cut;
    }
    return Character.isLowSurrogate(body.charAt(at)) ? at - 1 : at;
  }

  private static boolean isCaseless(String body, Span paragraph) {
    int limit = Math.min(paragraph.end(), paragraph.start() + 2_000);
    for (int i = paragraph.start(); i < limit; i++) {
      if (Character.isUpperCase(body.charAt(i))) {
        return false;
      }
    }
    return true;
  }

  private static void add(
      String body, int from, int to, boolean broken, boolean caseless, List<Found> found) {
    int start = skipSpace(body, from, to);
    int end = to;
    while (end > start && isSpace(body.charAt(end - 1))) {
      end--;
    }
    if (start < end) {
      boolean lower = Character.isLowerCase(body.codePointAt(start)) && !caseless;
      boolean fragment =
          lower && !innerCapital(body, start, end) || ",;".indexOf(body.charAt(start)) >= 0;
      found.add(new Found(new Span(start, end), broken || fragment));
    }
  }

  private static boolean innerCapital(String body, int start, int end) {
    return start + 1 < end && Character.isUpperCase(body.charAt(start + 1));
  }
}
