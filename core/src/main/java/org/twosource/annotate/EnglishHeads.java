package org.twosource.annotate;

import org.twosource.text.Text;

/**
 * Whether the heads that learned from English may read a text: grammar and names of another
 * language would be made up.
 */
public final class EnglishHeads {
  /** The language of a shorter text cannot be told with certainty. */
  private static final int UNSURE_LANGUAGE_CHARACTERS = 300;

  private EnglishHeads() {}

  /** English, not told, or too short to be sure unless the input itself names its language. */
  public static boolean read(Text text) {
    boolean english = text.language().equals("en") || text.language().equals("und");
    boolean named = text.report().language().isPresent();
    return english || !named && text.body().length() <= UNSURE_LANGUAGE_CHARACTERS;
  }
}
