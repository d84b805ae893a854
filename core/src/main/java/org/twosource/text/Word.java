package org.twosource.text;

/**
 * A word, number or mark as it is written, wherever it stands. A text builder uses one object for
 * all places of a word ({@link WordTable}), so texts are smaller, and who compares words mostly
 * compares references. Equal when text and normal form are equal. Immutable, for any thread.
 */
public final class Word {
  private final String text;
  private final String normal;
  private final boolean isWord;
  private final int hash;

  /**
   * @param text the characters as they stand
   * @param normal {@code text} for comparing: lower case, straight apostrophes and quotes, no
   *     diacritics
   */
  public Word(String text, String normal) {
    this.text = text;
    this.normal = normal;
    this.isWord = hasLetterOrDigit(text);
    this.hash = normal.hashCode();
  }

  public String text() {
    return text;
  }

  public String normal() {
    return normal;
  }

  /** Whether it holds a letter or a digit. */
  public boolean isWord() {
    return isWord;
  }

  private static boolean hasLetterOrDigit(String text) {
    for (int at = 0; at < text.length(); at += Character.charCount(text.codePointAt(at))) {
      if (Character.isLetterOrDigit(text.codePointAt(at))) {
        return true;
      }
    }
    return false;
  }

  @Override
  public boolean equals(Object other) {
    return this == other
        || other instanceof Word word && text.equals(word.text) && normal.equals(word.normal);
  }

  /** The hash of the normal form. */
  @Override
  public int hashCode() {
    return hash;
  }

  @Override
  public String toString() {
    return text;
  }
}
