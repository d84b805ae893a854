package org.twosource.text;

import org.twosource.report.Span;

/**
 * One word, number or mark of a sentence.
 *
 * @param span offsets into the report's body
 * @param text the characters at {@code span}
 * @param normal {@code text} for comparing: lower case, straight apostrophes and quotes, no
 *     diacritics
 */
public record Token(Span span, String text, String normal) {

  public int start() {
    return span.start();
  }

  public int end() {
    return span.end();
  }

  /** Whether it holds a letter or a digit. */
  public boolean isWord() {
    for (int at = 0; at < text.length(); at += Character.charCount(text.codePointAt(at))) {
      if (Character.isLetterOrDigit(text.codePointAt(at))) {
        return true;
      }
    }
    return false;
  }
}
