package org.twosource.text;

import org.twosource.report.Span;

/**
 * One word, number or mark of a sentence.
 *
 * @param span offsets into the report's body
 * @param word what stands there; its {@link Word#text()} is the characters at {@code span}
 */
public record Token(Span span, Word word) {

  /** A token whose word no other token shares. */
  public Token(Span span, String text, String normal) {
    this(span, new Word(text, normal));
  }

  public int start() {
    return span.start();
  }

  public int end() {
    return span.end();
  }

  /** The characters at {@link #span}. */
  public String text() {
    return word.text();
  }

  /** The text for comparing: lower case, straight apostrophes and quotes, no diacritics. */
  public String normal() {
    return word.normal();
  }

  /** Whether it holds a letter or a digit. */
  public boolean isWord() {
    return word.isWord();
  }
}
