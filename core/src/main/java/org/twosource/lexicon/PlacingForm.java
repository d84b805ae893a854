package org.twosource.lexicon;

/**
 * The comparing form of a word: lower case, without possessive and full stops, and without the
 * commonest English endings. Cruder than Porter (1980) and enough for placing reports; words of
 * other languages mostly pass unchanged.
 */
public final class PlacingForm {
  private static final String[] ENDINGS = {"ies", "ing", "ed", "es", "s"};
  private static final int SHORTEST_STEM = 3;

  private PlacingForm() {}

  /**
   * @param normal a token's {@code normal} form
   */
  public static String of(String normal) {
    String word = normal.endsWith("'s") ? normal.substring(0, normal.length() - 2) : normal;
    if (word.indexOf('.') >= 0) {
      word = word.replace(".", "");
    }
    if (word.length() <= 4) {
      return word;
    }
    for (String ending : ENDINGS) {
      if (word.endsWith(ending) && word.length() - ending.length() >= SHORTEST_STEM) {
        if (!word.endsWith("ss")) {
          word = word.substring(0, word.length() - ending.length());
          word = ending.equals("ies") ? word + "y" : word;
        }
        break;
      }
    }
    return word.length() > 4 && word.endsWith("e") ? word.substring(0, word.length() - 1) : word;
  }
}
