package org.twosource.annotate.quantity;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.twosource.report.Span;
import org.twosource.text.Normal;
import org.twosource.text.Token;

/**
 * A part of a token that is all figures, all letters, a currency sign or one mark: "$", "40", "m",
 * "-", "deep" of "$40m-deep".
 *
 * @param token the token it is part of
 * @param span offsets into the report's body
 * @param normal the text for comparing
 */
record TokenPiece(int token, Span span, String text, String normal, Sort sort) {

  enum Sort {
    FIGURE,
    WORD,
    MONEY,
    MARK
  }

  private static final Pattern PIECE =
      Pattern.compile(
          "(?<money>\\p{Sc})|(?<figure>\\p{Nd}+(?:[.,:]\\p{Nd}+)*)"
              + "|(?<word>\\p{L}[\\p{L}\\p{M}’'.]*|%)|(?<mark>.)",
          Pattern.DOTALL);

  static List<TokenPiece> of(List<Token> tokens) {
    List<TokenPiece> pieces = new ArrayList<>();
    for (int i = 0; i < tokens.size(); i++) {
      Token token = tokens.get(i);
      Matcher matcher = PIECE.matcher(token.text());
      while (matcher.find()) {
        pieces.add(
            new TokenPiece(
                i,
                new Span(token.start() + matcher.start(), token.start() + matcher.end()),
                matcher.group(),
                Normal.of(matcher.group()),
                sort(matcher)));
      }
    }
    return pieces;
  }

  private static Sort sort(Matcher matcher) {
    if (matcher.group("figure") != null) {
      return Sort.FIGURE;
    }
    if (matcher.group("money") != null) {
      return Sort.MONEY;
    }
    return matcher.group("word") != null ? Sort.WORD : Sort.MARK;
  }

  boolean isFigure() {
    return sort == Sort.FIGURE;
  }

  boolean isWord() {
    return sort == Sort.WORD;
  }

  boolean isMoney() {
    return sort == Sort.MONEY;
  }

  boolean isMark() {
    return sort == Sort.MARK;
  }

  boolean isHyphen() {
    return normal.equals("-");
  }

  boolean touches(TokenPiece next) {
    return span.end() == next.span.start();
  }
}
