package org.twosource.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.twosource.report.Span;

/**
 * Cuts a sentence into words, numbers and marks, in one pass, in the manner of the Penn Treebank:
 *
 * <ul>
 *   <li>clitics stand alone, whatever the apostrophe: {@code does n't}, {@code Qin 's}; so does the
 *       apostrophe of a plural possessive, {@code leaders '};
 *   <li>words with hyphens stay whole, {@code high-stakes}, {@code U.S.-China}; a double hyphen or
 *       a dash is a mark of its own;
 *   <li>a currency sign, a percent sign and a unit written onto a number stand alone: {@code $ 5.2
 *       billion}, {@code 40 km}; a number keeps its commas, point, colon and slashes: {@code
 *       1,000}, {@code 9:30}, {@code 12/31};
 *   <li>abbreviations and initials keep their full stop: {@code U.S.}, {@code Corp.};
 *   <li>addresses, handles and hashtags stay whole; an ellipsis or a run of the same mark is one
 *       token; in scripts without spaces every ideograph is one.
 * </ul>
 *
 * White space, control characters and invisible format characters separate or are skipped; they are
 * never part of a token, except soft hyphens and joiners inside a word.
 */
public final class Tokenizer {
  private final Abbreviations abbreviations;
  private final Set<String> clitics;
  private final Set<String> units;
  private final WordTable words;

  public Tokenizer(Language language) {
    this(language, new WordTable());
  }

  /**
   * @param words shared by the languages of one text builder
   */
  Tokenizer(Language language, WordTable words) {
    this.words = words;
    this.abbreviations = new Abbreviations(language);
    this.clitics = Set.copyOf(language.words("clitics"));
    this.units = Set.copyOf(language.words("units-on-numbers"));
  }

  /** The tokens of {@code body} inside {@code span}, in order. Linear in the length of the span. */
  public List<Token> tokens(String body, Span span) {
    List<Token> tokens = new ArrayList<>(span.length() / 5 + 2);
    int at = span.start();
    while (at < span.end()) {
      int code = body.codePointAt(at);
      if (isSkipped(code)) {
        at += Character.charCount(code);
      } else {
        at = next(body, at, span.end(), code, tokens);
      }
    }
    return tokens;
  }

  /** Reads what starts at {@code at} and says where it ends. */
  private int next(String body, int at, int limit, int code, List<Token> tokens) {
    if (isIdeograph(code)) {
      return add(body, at, Math.min(limit, at + Character.charCount(code)), tokens);
    }
    int address = addressEnd(body, at, limit);
    if (address > at) {
      return add(body, at, address, tokens);
    }
    if (isDigit(code)) {
      return number(body, at, limit, tokens);
    }
    if (Character.isLetter(code)) {
      return word(body, at, limit, tokens);
    }
    if (isApostrophe(body.charAt(at))) {
      int clitic = cliticAfterSpace(body, at, limit, tokens);
      if (clitic > at) {
        return add(body, at, clitic, tokens);
      }
    }
    return mark(body, at, limit, code, tokens);
  }

  // ---- numbers
  // -----------------------------------------------------------------------------------

  private int number(String body, int at, int limit, List<Token> tokens) {
    int end = at;
    while (end < limit) {
      char c = body.charAt(end);
      boolean joins = ".,:/-’'".indexOf(c) >= 0;
      if (isDigit(c)) {
        end++;
      } else if (joins && end + 1 < limit && isDigit(body.charAt(end + 1))) {
        end += 2;
      } else {
        break;
      }
    }
    int letters = end;
    while (letters < limit && isInsideWord(body, letters, limit)) {
      letters++;
    }
    if (letters == end) {
      return add(body, at, end, tokens);
    }
    if (letters - end <= 3
        && units.contains(body.substring(end, letters).toLowerCase(Locale.ROOT))) {
      add(body, at, end, tokens);
      return add(body, end, letters, tokens);
    }
    return split(body, at, letters, tokens);
  }

  // ---- words
  // -------------------------------------------------------------------------------------

  private int word(String body, int at, int limit, List<Token> tokens) {
    int end = at;
    while (end < limit && isInsideWord(body, end, limit)) {
      end++;
    }
    if (end < limit
        && body.charAt(end) == '.'
        && !(end + 1 < limit && body.charAt(end + 1) == '.')
        && keepsFullStop(body, at, end, limit)) {
      end++;
    }
    return split(body, at, end, tokens);
  }

  private boolean keepsFullStop(String body, int at, int end, int limit) {
    int from = end;
    while (from > at
        && end - from <= Abbreviations.MAX_CHARACTERS
        && body.charAt(from - 1) != '-') {
      from--;
    }
    return abbreviations.keepsFullStop(body.substring(from, end), body, end + 1, limit);
  }

  /** Whether the word that is being read goes on over this character. */
  private static boolean isInsideWord(String body, int at, int limit) {
    char c = body.charAt(at);
    if (Character.isLetterOrDigit(c)) {
      return !isIdeograph(c);
    }
    if (Character.isSurrogate(c)) {
      int code =
          Character.isLowSurrogate(c) && at > 0 ? body.codePointAt(at - 1) : body.codePointAt(at);
      return Character.isLetterOrDigit(code) && !isIdeograph(code);
    }
    int type = Character.getType(c);
    if (type == Character.NON_SPACING_MARK || type == Character.COMBINING_SPACING_MARK) {
      return true;
    }
    if (at + 1 >= limit || at == 0) {
      return false;
    }
    char before = body.charAt(at - 1);
    char after = body.charAt(at + 1);
    boolean between =
        (Character.isLetterOrDigit(before) || before == '.') && Character.isLetterOrDigit(after);
    return switch (c) {
      case '-', '‐', '‑' -> between;
      case '.' ->
          Character.isLetterOrDigit(before)
              && (Character.isLetterOrDigit(after) || isDottedCompound(body, at, limit));
      case '_', '\'', '’', '‘', 'ʼ', '\u00ad', '\u200c', '\u200d' -> between && before != '.';
      case '&' -> Character.isUpperCase(before) && Character.isUpperCase(after);
      case '/' -> Character.isDigit(before) && Character.isDigit(after);
      default -> false;
    };
  }

  /** Whether this full stop is the last of {@code U.S.-China}. */
  private static boolean isDottedCompound(String body, int at, int limit) {
    return at >= 2
        && body.charAt(at - 2) == '.'
        && body.charAt(at + 1) == '-'
        && at + 2 < limit
        && Character.isLetter(body.charAt(at + 2));
  }

  /** Adds the word, its clitics apart: {@code should n't 've}. */
  private int split(String body, int at, int end, List<Token> tokens) {
    int last = cliticStart(body, at, end);
    if (last < 0) {
      return add(body, at, end, tokens);
    }
    int first = cliticStart(body, at, last);
    if (first >= 0) {
      add(body, at, first, tokens);
      add(body, first, last, tokens);
    } else {
      add(body, at, last, tokens);
    }
    return add(body, last, end, tokens);
  }

  private int cliticStart(String body, int at, int end) {
    for (int length = 2; length <= 3 && end - length > at; length++) {
      int start = end - length;
      char first = body.charAt(start);
      boolean negation = length == 3 && isApostrophe(body.charAt(start + 1));
      if ((isApostrophe(first) || negation) && clitics.contains(plain(body, start, end))) {
        return start;
      }
    }
    return -1;
  }

  /** A clitic after a space or a full stop: {@code the city 's}, {@code U.S.'s}. */
  private int cliticAfterSpace(String body, int at, int limit, List<Token> tokens) {
    boolean follows =
        !tokens.isEmpty() && (body.charAt(at - 1) == ' ' || tokens.getLast().end() == at);
    for (int end = Math.min(limit, at + 3); follows && end >= at + 2; end--) {
      boolean closed = end == limit || !Character.isLetterOrDigit(body.charAt(end));
      if (closed && clitics.contains(plain(body, at, end))) {
        return end;
      }
    }
    return -1;
  }

  private static String plain(String body, int start, int end) {
    return Normal.of(body.substring(start, end));
  }

  // ---- marks and addresses
  // -----------------------------------------------------------------------

  /** One mark, or a run of the same one. */
  private int mark(String body, int at, int limit, int code, List<Token> tokens) {
    int end = Math.min(limit, at + Character.charCount(code));
    boolean runs = ".-–—*_=~#`'!?+<>".indexOf(code) >= 0;
    while (runs && end < limit && body.charAt(end) == code) {
      end++;
    }
    boolean sign = code == '-' || code == '+';
    boolean opens = at == 0 || !Character.isLetterOrDigit(body.charAt(at - 1));
    if (sign && opens && end == at + 1 && end < limit && isDigit(body.charAt(end))) {
      return number(body, at, limit, end, tokens);
    }
    return add(body, at, end, tokens);
  }

  /** A number with its sign. */
  private int number(String body, int at, int limit, int digits, List<Token> tokens) {
    List<Token> unsigned = new ArrayList<>(2);
    int end = number(body, digits, limit, unsigned);
    add(body, at, unsigned.getFirst().end(), tokens);
    tokens.addAll(unsigned.subList(1, unsigned.size()));
    return end;
  }

  /** Where the web address, handle or hashtag that starts here ends; {@code at} when none does. */
  private static int addressEnd(String body, int at, int limit) {
    char c = body.charAt(at);
    boolean tag =
        (c == '@' || c == '#')
            && at + 1 < limit
            && (Character.isLetterOrDigit(body.charAt(at + 1)) || body.charAt(at + 1) == '_')
            && (at == 0 || !Character.isLetterOrDigit(body.charAt(at - 1)));
    if (tag) {
      int end = at + 1;
      while (end < limit
          && (Character.isLetterOrDigit(body.charAt(end)) || body.charAt(end) == '_')) {
        end++;
      }
      return end;
    }
    boolean web =
        (c == 'h' && (body.startsWith("http://", at) || body.startsWith("https://", at)))
            || (c == 'w' && body.startsWith("www.", at))
            || (c == 'p' && body.startsWith("pic.twitter.com/", at));
    if (!web) {
      return at;
    }
    int end = at;
    while (end < limit
        && !isSkipped(body.charAt(end))
        && "\"<>“”’»".indexOf(body.charAt(end)) < 0) {
      end++;
    }
    while (end > at && ".,;:!?)]'".indexOf(body.charAt(end - 1)) >= 0) {
      end--;
    }
    return end;
  }

  // ---- characters
  // --------------------------------------------------------------------------------

  private int add(String body, int start, int end, List<Token> tokens) {
    tokens.add(new Token(new Span(start, end), words.word(body.substring(start, end))));
    return end;
  }

  private static boolean isSkipped(int code) {
    if (code > ' ' && code < 127) {
      return false;
    }
    int type = Character.getType(code);
    return type == Character.CONTROL
        || type == Character.FORMAT
        || type == Character.SPACE_SEPARATOR
        || type == Character.LINE_SEPARATOR
        || type == Character.PARAGRAPH_SEPARATOR;
  }

  private static boolean isDigit(int code) {
    return code >= '0' && code <= '9' || code > 127 && Character.isDigit(code);
  }

  private static boolean isApostrophe(char c) {
    return c == '\'' || c == '’' || c == '‘' || c == 'ʼ';
  }

  private static boolean isIdeograph(int code) {
    return code >= 0x2e80 && (Character.isIdeographic(code) || code >= 0x3040 && code <= 0x30ff);
  }

  /** The words that end in a full stop, with what follows deciding. */
  static final class Abbreviations {
    /** Longest abbreviation looked up, without its full stop. */
    static final int MAX_CHARACTERS = 12;

    private final Map<String, String> kinds;

    Abbreviations(Language language) {
      this.kinds = Map.copyOf(language.map("abbreviations"));
    }

    /** {@code title}, {@code month}, ...; "" when {@code word} is no abbreviation. */
    String kind(String word) {
      if (word.length() > MAX_CHARACTERS || word.isEmpty()) {
        return "";
      }
      if (isInitial(word)) {
        return "initial";
      }
      String kind = kinds.get(word.toLowerCase(Locale.ROOT));
      if (kind == null) {
        return word.length() > 2 && isDotted(word) ? "company" : "";
      }
      boolean lowerAllowed =
          kind.equals("lower")
              || kind.equals("number")
              || word.indexOf('.') > 0
              || isLowerCompany(word);
      return lowerAllowed || Character.isUpperCase(word.charAt(0)) ? kind : "";
    }

    boolean keepsFullStop(String word, String body, int next, int limit) {
      return switch (kind(word)) {
        case "" -> false;
        case "number" -> digitFollows(body, next, limit);
        case "initial" -> next < limit && !word.equals("I");
        default -> true;
      };
    }

    static boolean digitFollows(String body, int next, int limit) {
      int at = next;
      while (at < limit && at < next + 2 && body.charAt(at) == ' ') {
        at++;
      }
      return at < limit && isDigit(body.charAt(at));
    }

    private static boolean isLowerCompany(String word) {
      return word.equals("etc");
    }

    private static boolean isInitial(String word) {
      return word.codePointCount(0, word.length()) == 1
          && Character.isUpperCase(word.codePointAt(0));
    }

    /** Single letters with full stops between: {@code U.S}, {@code p.m}, {@code J.K}. */
    private static boolean isDotted(String word) {
      for (int i = 0; i < word.length(); i++) {
        boolean letter = i % 2 == 0;
        if (letter ? !Character.isLetter(word.charAt(i)) : word.charAt(i) != '.') {
          return false;
        }
      }
      return word.length() % 2 == 1;
    }
  }
}
